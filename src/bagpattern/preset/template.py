"""A preset written out in full with comments: what ``bagpattern new`` gives to be changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

from bagpattern.parameter import BY_RULE, Parameter
from bagpattern.parameters import Choice, Rows, Table, declarations, with_names
from bagpattern.preset.guide import listed_as, own_first, told
from bagpattern.preset.keys import entry_names, joined
from bagpattern.preset.reading import LANGUAGE, UNITS, Preset
from bagpattern.registry import Family
from bagpattern.units import Units
from bagpattern.values import value

_CHOICES = "one of: "
_WIDTH = 110
"""Characters in a line of comment."""


def template(preset: Preset) -> str:
    """A TOML text with every value of *preset*, each with its help and limits; it makes the same pattern."""
    head = (
        f"# {preset.name}, begun from {preset.id}",
        "# Change what you like. A value whose line is taken out falls back to its default.",
        f"style = {_written(preset.style_name)}",
        f"name = {_written(preset.name)}",
        f"# {UNITS.help}",
        f"# {_CHOICES}{UNITS.limits()}",
        f"units = {_written(preset.settings['units'])}",
        f"# {LANGUAGE.help}",
        f"# {_CHOICES}{LANGUAGE.limits()}",
        f"language = {_written(preset.settings['language'])}",
    )
    lines = _Writer(Units(preset.settings["units"])).table(type(preset.style), preset.settings, "")
    return "\n".join((*head, *lines)) + "\n"


@value
class _Writer:
    """Writes tables with lengths in these units, where that is exact."""

    units: Units

    def table(self, of: type, settings: Mapping[str, Any], key: str) -> Iterator[str]:
        """The lines of one table: its own values first, for in TOML a table ends where the next one begins."""
        nested = []
        for name, declared in with_names(dict(own_first(of)), lambda array: entry_names(settings[array])).items():
            if isinstance(declared, Parameter):
                yield from self.value(name, declared, settings.get(name))
            elif isinstance(settings[name], str):  # a word stands for the table
                yield from (f"# {told(declared.help, self.units)}", f"{name} = {_written(settings[name])}")
            else:
                nested.append((name, declared))
        for name, declared in nested:
            yield from self.nested(declared, settings[name], joined(key, name))

    def nested(self, declared: Table | Choice | Rows, settings: Any, key: str) -> Iterator[str]:
        """A table within, or an array of them."""
        if isinstance(declared, Rows) or (isinstance(declared, Choice) and declared.many):
            yield from self.entries(declared, settings, key)
            return
        yield from ("", f"# {told(declared.help, self.units)}")
        if isinstance(declared, Table) and declared.word:
            yield f"# in the place of the whole table, at the top: {key} = {_written(declared.word)}"
        yield f"[{key}]"
        if isinstance(declared, Table):
            yield from self.table(declared.of, settings, key)
        else:
            yield from self.part(declared.family, settings, key)

    def entries(self, declared: Choice | Rows, settings: Any, key: str) -> Iterator[str]:
        """What may stand there, and every entry."""
        has = "a kind and a name" if isinstance(declared, Choice) else ", ".join(declarations(declared.of))
        more = f"; bagpattern list {listed_as(declared.family)} tells the kinds" if isinstance(declared, Choice) else ""
        yield from ("", f"# {told(declared.help, self.units)}", *_comment(f"for each: [[{key}]], {has}{more}"))
        for each in settings:
            yield from ("", f"[[{key}]]")
            if isinstance(declared, Rows):
                yield from self.table(declared.of, each, key)
            else:
                yield from self.part(declared.family, each, key)

    def part(self, family: Family, settings: Mapping[str, Any], key: str) -> Iterator[str]:
        """The kind and its values."""
        yield f"# {_CHOICES}{', '.join(family.names())}"
        yield f"kind = {_written(settings['kind'])}"
        yield from self.table(family.member(settings["kind"]), settings, key)

    def value(self, name: str, declared: Parameter, value: Any) -> Iterator[str]:
        """A comment with help and limits, and the value; a remark that is left unsaid is a comment itself."""
        yield from _comment(told(declared.help, self.units))
        if declared.limits():
            rule = f", or {BY_RULE}" if declared.by_rule else ""
            yield from _comment(f"{_CHOICES if declared.kind == 'choice' else ''}{declared.limits(self.units)}{rule}")
        if value is None:
            yield f"{name} = {_written(BY_RULE)}" if declared.by_rule else f'# {name} = "..."'
        else:
            yield f"{name} = {_written(declared.write(declared.read(value), self.units))}"


def _comment(text: str) -> list[str]:
    return wrap(text, _WIDTH, initial_indent="# ", subsequent_indent="#   ", break_on_hyphens=False)


def _written(value: Any) -> str:
    """A plain value in TOML; for printable texts, whole numbers and truth values that is the same as in JSON."""
    return json.dumps(value, ensure_ascii=False)
