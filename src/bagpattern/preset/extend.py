"""``extends``: a preset is laid over the one that it names, which is laid over its own parent, down to the ground.

Tables merge. In arrays of tables an entry goes into the parent's entry of the same name, or comes after them;
``remove = true`` takes the parent's entry out, and an empty list takes out all. Anything else replaces what was there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bagpattern.errors import InputError, Problem, did_you_mean, named, no_switch, quoted
from bagpattern.parameter import Parameter
from bagpattern.parameters import Choice, Declaration, declarations, slug
from bagpattern.preset import shipped
from bagpattern.preset.keys import canonical, entry_names
from bagpattern.preset.laid import Laid
from bagpattern.preset.own_file import named_file, without_file
from bagpattern.preset.source import Document, Source, opened, with_slashes
from bagpattern.said import NOTHING, Said
from bagpattern.words import series, words

if TYPE_CHECKING:
    from bagpattern.given_places import Steps

EXTENDS = "extends"
REMOVE = "remove"
_NOT_INHERITED = (EXTENDS, "preset")
"""A preset's id names its files: two presets cannot have one."""
_DEEPEST = 20
"""Tables within tables: deeper than any preset, and no way to exhaust the stack."""


def resolved(document: Document) -> tuple[Laid, list[Problem]]:
    """The whole preset with all that it inherits, and what is wrong with how it was put together.

    Raises InputError when a parent cannot be read, or when presets extend each other in a ring.
    """
    family = lineage(document)
    laid, problems = Laid({}, family[-1]), []
    for each in reversed(family):
        merging = _Merging()
        for layer in (*named_file(each), _own(each, inherited=each is not document)):
            laid = merging.table(laid, layer, _declared(laid, each))
        problems += merging.problems
    return laid, problems


def lineage(document: Document) -> list[Document]:
    """The preset, its parent, that one's parent and so on."""
    family = [document]
    while EXTENDS in family[-1].data:
        parent = _parent(family[-1])
        if _identity(parent) in map(_identity, family):
            ring = series((quoted(each.file) for each in (*family, parent)), " extends ")
            raise InputError(
                [_problem(family[-1], (EXTENDS,), words("presets extend each other in a ring: {ring}", ring=ring))]
            )
        family.append(parent)
    return family


def parent_source(document: Document) -> Source | None:
    """What ``opened`` takes for the parent of *document*: a shipped name, or a path; None if it has none."""
    name = document.data.get(EXTENDS)
    if not isinstance(name, str):
        return None
    if name in shipped.preset_names():
        return name
    return None if document.alone else with_slashes(Path(document.file).parent / name)


def _parent(document: Document) -> Document:
    name = document.data[EXTENDS]
    if not isinstance(name, str) or not name.strip():
        fault = words("names one other preset, or its file, in quotes; not {name}", name=quoted(name))
        raise InputError([_problem(document, (EXTENDS,), fault)])
    source = parent_source(document)
    if source is None or (isinstance(source, Path) and not _is_file(source)):
        what = words("no preset") if document.alone else words("no preset and no file")
        beside = isinstance(source, Path) and _is_file(source.with_name(f"{source.name}.toml"))
        file = quoted(name + ".toml")
        meant = words("; did you mean the file {file}?", file=file) if beside else _escaped(name)
        fault = words(
            "there is {what} {name}{advice}",
            what=what,
            name=quoted(name),
            advice=meant or did_you_mean(name, shipped.preset_names(), shipped.LISTED),
        )
        raise InputError([_problem(document, (EXTENDS,), fault)])
    return opened(source)


def _escaped(name: str) -> Said:
    """What to write where a backslash in double quotes has become another character."""
    escapes = {"\b": "b", "\t": "t", "\n": "n", "\f": "f", "\r": "r"}
    if name.isprintable():
        return NOTHING
    meant = "".join(f"/{escapes[each]}" if each in escapes else each for each in name)
    return words("; a backslash in double quotes is no part of a path: write {path}", path=quoted(meant))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _identity(document: Document) -> str:
    return realpath(document.path) if document.path else ""


def _own(document: Document, inherited: bool) -> Laid:
    """What the document itself says; its id only if it is not a parent."""
    without = _NOT_INHERITED if inherited else (EXTENDS,)
    own = without_file(document.data)
    return Laid({key: value for key, value in own.items() if key not in without}, document)


def _declared(laid: Laid, own: Document) -> Mapping[str, Declaration]:
    """The values that the style declares; nothing while there is nothing to lay *own* on, or no such style."""
    style = own.data.get("style", laid.value.get("style"))
    if not laid.value or not isinstance(style, str):
        return {}
    from bagpattern.styles import STYLES  # the geometry under a style takes long to import

    return declarations(STYLES.member(style)) if style in STYLES.names() else {}


def _problem(document: Document, steps: Steps, message: Said) -> Problem:
    """A problem of a document's own text, with its place."""
    line, column = document.nearest(steps)
    return Problem(canonical(document.data, steps, ""), message, document.file, line, column)


class _Merging:
    """Lays one document over all below it; ``problems`` grows."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def table(self, under: Laid, own: Laid, declared: Mapping[str, Declaration]) -> Laid:
        """Both tables' values, own before inherited, in the order of the parent."""
        inside: dict[str | int, Laid] = {key: under[key] for key in under.value}
        for key in own.value:
            inside[key] = self.value(inside.get(key), own[key], declared.get(key))
        return Laid({key: each.value for key, each in inside.items()}, own.document, own.steps, inside)

    def value(self, under: Laid | None, own: Laid, declared: Declaration | None) -> Laid:
        """One value: merged if both are tables, or arrays of them; else its own."""
        if _is_array_of_tables(own.value) and own.value:
            return self.entries(under, own, declared)
        if under is None or len(own.steps) > _DEEPEST or not _are_tables(under, own):
            return own
        kind = _kind(under, declared)
        if isinstance(declared, Choice) and own.value.get("kind", kind) != kind:
            return own  # another kind has other values: it starts anew
        return self.table(under, own, _within(declared, kind))

    def entries(self, under: Laid | None, own: Laid, declared: Declaration | None) -> Laid:
        """The parent's entries with what is said of them here, less those removed, then the new ones."""
        below = under if under is not None and _is_array_of_tables(under.value) else None
        result = [below[index] for index in range(len(below.value))] if below else []
        known = {_name(each): index for index, each in reversed(list(enumerate(result)))}
        removed: set[int] = set()
        for index in range(len(own.value)):
            entry = self.entry(own[index], [each.value for each in result])
            at = known.pop(_name(own[index]), None)
            if entry is None:
                removed |= {at} if at is not None else set()
            elif at is None:
                result.append(entry)
            else:
                result[at] = self.value(result[at], entry, declared)
        kept = [each for index, each in enumerate(result) if index not in removed]
        return Laid([each.value for each in kept], own.document, own.steps, dict(enumerate(kept)))

    def entry(self, own: Laid, there: Sequence[Any]) -> Laid | None:
        """The entry without its ``remove``; None if that takes the parent's entry out."""
        remove = own.value.get(REMOVE, False)
        rest = {key: value for key, value in own.value.items() if key != REMOVE}
        if remove is True:
            self._refuse_removal(own, rest, there)
            return None
        if remove is not False:
            message = no_switch(remove)
            self.problems.append(_problem(own.document, (*own.steps, REMOVE), message))
        return Laid(rest, own.document, own.steps)

    def _refuse_removal(self, own: Laid, rest: Mapping[str, Any], there: Sequence[Any]) -> None:
        name = rest.get("name")
        if _name(own) not in entry_names(there):
            known = did_you_mean(_name(own), entry_names(there)) if there else words("; the preset inherits none")
            message = (
                words("there is no {name} to remove{known}", name=quoted(name), known=known)
                if name
                else words("names nothing to remove{known}", known=known)
            )
            self.problems.append(_problem(own.document, own.steps, message))
        elif len(rest) > 1:
            others = named(str(key) for key in rest if key != "name")
            message = words(
                "takes {name} out as a whole: take out remove, or {others}", name=quoted(name), others=others
            )
            self.problems.append(_problem(own.document, (*own.steps, REMOVE), message))


def _are_tables(under: Laid, own: Laid) -> bool:
    return isinstance(under.value, Mapping) and isinstance(own.value, Mapping)


def _is_array_of_tables(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(each, Mapping) for each in value)


def _name(entry: Laid) -> str:
    name = entry.value.get("name")
    return slug(name) if isinstance(name, str) else ""


def _kind(table: Laid, declared: Declaration | None) -> Any:
    """The kind of part that a table is: as it says, else the one that stands when none is named."""
    return table.value.get("kind", declared.preselected if isinstance(declared, Choice) else None)


def _within(declared: Declaration | None, kind: Any) -> Mapping[str, Declaration]:
    """The values that a table declares."""
    if declared is None or isinstance(declared, Parameter):
        return {}
    if isinstance(declared, Choice):
        return declarations(declared.family.member(kind)) if kind in declared.family.names() else {}
    return declarations(declared.of)
