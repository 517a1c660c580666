"""A JSON Schema of presets, made from the declarations, for editors that complete and explain while one writes.

A schema cannot compare values or read limits in units: it holds for the form of a preset, ``read`` for the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bagpattern.parameter import BY_RULE, LONGEST_TEXT, Parameter
from bagpattern.parameters import Choice, Declaration, Rows, Table, declarations
from bagpattern.preset.extend import EXTENDS, REMOVE
from bagpattern.preset.guide import listed_as, own_first, told
from bagpattern.preset.reading import LANGUAGE, UNITS
from bagpattern.registry import Family, introduction
from bagpattern.styles import STYLES
from bagpattern.units import LENGTH_PATTERN

Schema = dict[str, Any]

_PRINTABLE = r"^[^\u0000-\u001f\u007f]*[^\s\u0000-\u001f\u007f][^\u0000-\u001f\u007f]*$"
_NAMING = r"^[^\u0000-\u001f\u007f]*[0-9A-Za-z\u00aa-\uffff][^\u0000-\u001f\u007f]*$"
"""With a letter or digit, from which keys and ids are made."""
_ID = r"^\w[\w.-]{0,79}$"


def schema() -> Schema:
    """The schema of any preset, draft 2020-12. With ``extends`` nothing is required: the parent may give it."""
    definitions = _Definitions()
    styles = {name: definitions.style(name) for name in STYLES.names()}
    needs = [{"if": {"properties": {"style": {"const": name}}}, "then": definitions.needs(STYLES.member(name))}
             for name in STYLES.names()]  # fmt: skip
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "bagpattern preset",
        "description": "A bag: the style it is drafted by, and the values that differ from the defaults.",
        **_one_of("style", styles),
        "if": {"not": {"required": [EXTENDS]}},
        "then": {"required": ["style"], "allOf": needs},
        "$defs": dict(sorted(definitions.found.items())),
    }


def _about(style: str) -> Schema:
    """What every preset has, whatever bag it is."""
    return {
        EXTENDS: _text("the preset that this one changes: a shipped name, or a file relative to this one"),
        "preset": {"type": "string", "pattern": _ID, "description": "its id; left out: the file's name"},
        "name": _text("what the bag is called; left out: the file's name"),
        "style": {"const": style, "description": introduction(STYLES.member(style))},
        "units": _parameter(UNITS),
        "language": _parameter(LANGUAGE),
    }


class _Definitions:
    """The definitions that a schema refers to; ``found`` grows as they are asked for."""

    def __init__(self) -> None:
        self.found: Schema = {}

    def style(self, name: str) -> Schema:
        """A reference to what may stand in a preset of a style."""
        key = f"styles.{name}"
        self.found[key] = self.table(STYLES.member(name), _about(name))
        return {"$ref": f"#/$defs/{key}"}

    def table(self, of: type, beside: Mapping[str, Schema]) -> Schema:
        """What may stand in a table; *beside* are keys of it that are not its fields."""
        values = {name: self.value(declared) for name, declared in own_first(of)}
        return {"type": "object", "properties": {**beside, **values}, "additionalProperties": False}

    def value(self, declared: Declaration) -> Schema:
        """What may stand for one declared value."""
        if isinstance(declared, Parameter):
            return _parameter(declared)
        about = {"description": told(declared.help)}
        if isinstance(declared, Table):
            table = self.table(declared.of, {})
            return about | (_table_or_word(table, declared.word) if declared.word else table)
        if isinstance(declared, Rows):
            return about | {"type": "array", "items": _called(self.table(declared.of, {REMOVE: _REMOVE}))}
        if declared.many:
            return about | {"type": "array", "items": self.any_kind(declared.family, {REMOVE: _REMOVE}, "entry")}
        return about | self.any_kind(declared.family, {}, "part")

    def any_kind(self, family: Family, beside: Mapping[str, Schema], role: str) -> Schema:
        """Any part of a family; where no kind is said, the values of any may stand."""
        return _one_of("kind", {name: self.kind(family, name, beside, role) for name in family.names()})

    def kind(self, family: Family, name: str, beside: Mapping[str, Schema], role: str) -> Schema:
        """A reference to the definition of one part."""
        key = f"{listed_as(family)}.{name}.{role}"
        if key not in self.found:
            self.found[key] = {}  # a part may take parts of its own family
            of = family.member(name)
            kind = {"const": name, "description": introduction(of)}
            table = self.table(of, {"kind": kind, **beside})
            self.found[key] = {"description": introduction(of), **(_called(table) if REMOVE in beside else table)}
        return {"$ref": f"#/$defs/{key}"}

    def needs(self, of: type) -> Schema:
        """What has to stand in a table that inherits nothing."""
        declared = declarations(of)
        required = [name for name, each in declared.items() if self.is_needed(each)]
        inner = {name: self.value_needs(each) for name, each in declared.items() if not isinstance(each, Parameter)}
        return _without_empty({"required": required, "properties": _without_empty(inner)})

    def is_needed(self, declared: Declaration) -> bool:
        """Whether a table or value cannot be left out."""
        if isinstance(declared, Parameter):
            return not declared.optional
        if isinstance(declared, Table):
            return any(map(self.is_needed, declarations(declared.of).values()))
        return isinstance(declared, Choice) and not declared.many and declared.preselected is None

    def value_needs(self, declared: Declaration) -> Schema:
        """What has to stand in a nested table, or in each entry of an array."""
        if isinstance(declared, Choice):
            kinds = self.kind_needs(declared)
            return {"items": {**kinds, "properties": {REMOVE: False}}} if declared.many else kinds
        if isinstance(declared, Rows):
            needs = self.needs(declared.of)
            return {"items": {**needs, "properties": {**needs.get("properties", {}), REMOVE: False}}}
        return self.needs(declared.of) if isinstance(declared, Table) else {}

    def kind_needs(self, declared: Choice) -> Schema:
        """What has to stand in a part, by its kind; without a kind it is the one that is preselected."""
        role = "entry" if declared.many else "part"
        cases = [
            {
                "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
                "then": self.needs_of(declared, name),
            }
            for name in declared.family.names()
        ]
        if declared.preselected is None:
            return {"required": ["kind"], "allOf": cases}
        plain = {"$ref": f"#/$defs/{listed_as(declared.family)}.{declared.preselected}.{role}"}
        unsaid = {"allOf": [plain, self.needs_of(declared, declared.preselected)]}
        return {"allOf": [*cases, {"if": {"type": "object", "not": {"required": ["kind"]}}, "then": unsaid}]}

    def needs_of(self, declared: Choice, name: str) -> Schema:
        """A reference to what one kind of part needs."""
        key = f"{listed_as(declared.family)}.{name}.needs"
        if key not in self.found:
            self.found[key] = {}
            self.found[key] = self.needs(declared.family.member(name))
        return {"$ref": f"#/$defs/{key}"}


_LENGTH = {"type": "string", "pattern": LENGTH_PATTERN}
_REMOVE = {"type": "boolean", "description": "true takes the parent's entry of this name out"}


def _called(table: Schema) -> Schema:
    """The table of an entry, whose name makes keys and ids."""
    properties = table["properties"]
    named = {"name": {**properties["name"], "pattern": _NAMING}} if "name" in properties else {}
    return {**table, "properties": {**properties, **named}}


def _one_of(key: str, tables: Mapping[str, Schema]) -> Schema:
    """One of several tables, which the value of a *key* tells apart: a mistake then is told where it stands.

    Editors complete from ``anyOf``, whose last member takes everything: it is no rule. Without the key any will do.
    """
    told = [
        {"if": {"properties": {key: {"const": name}}, "required": [key]}, "then": table}
        for name, table in tables.items()
    ]
    unsaid: Schema = {"if": {"not": {"required": [key]}}, "then": {"anyOf": [*tables.values()]}}
    return {
        "type": "object",
        "properties": {key: {"enum": [*tables]}},
        "anyOf": [*tables.values(), {}],
        "allOf": [*told, unsaid],
    }


def _parameter(declared: Parameter) -> Schema:
    limits = "" if declared.kind == "choice" else declared.limits()
    about = f"{told(declared.help)} ({limits})" if limits else told(declared.help)
    forms: dict[str, Schema] = {
        "length": {"type": "string", "anyOf": [_LENGTH, {"const": BY_RULE}]} if declared.by_rule else _LENGTH,
        "count": {"type": "integer", "minimum": declared.least, "maximum": declared.most},
        "choice": _choice(declared),
        "flag": {"type": "boolean"},
        "text": _text(about),
        "words": {"type": "array", "items": _word(declared)},
    }
    default = {} if declared.default is None else {"default": declared.write(declared.default)}
    return {**forms[declared.kind], "description": about, **default}


def _table_or_word(table: Schema, word: str) -> Schema:
    """A table, or the word that stands for it; see ``_one_of``."""
    said = {"const": word}
    return {"anyOf": [table, said, {}], "if": {"type": "string"}, "then": said, "else": table}


def _choice(declared: Parameter) -> Schema:
    """One of certain words; beside them the names of entries of the maker's own, which a schema does not know."""
    usual = {"enum": [*declared.options]}
    return {"anyOf": [usual, {"type": "string", "pattern": _NAMING}]} if declared.beside else usual


def _word(declared: Parameter) -> Schema:
    """One of a list: of certain words, or any; editors then propose the usual ones."""
    if declared.choices:
        return {"enum": [*declared.choices]}
    free = _text("a word")
    return {**free, "anyOf": [{"enum": [*declared.options]}, free]} if declared.options else free


def _text(about: str) -> Schema:
    return {"type": "string", "pattern": _PRINTABLE, "maxLength": LONGEST_TEXT, "description": about}


def _without_empty(made: Schema) -> Schema:
    return {key: each for key, each in made.items() if each}
