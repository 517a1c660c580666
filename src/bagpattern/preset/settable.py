"""Every key that ``--set`` takes, with what stands behind it: for completion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from bagpattern.errors import InputError
from bagpattern.parameter import BY_RULE, Parameter
from bagpattern.parameters import Choice, Declaration, Rows, Table, with_names
from bagpattern.preset.guide import own_first, told
from bagpattern.preset.keys import entry_labels, entry_names, joined
from bagpattern.preset.reading import LANGUAGE, NAME, UNITS, read
from bagpattern.preset.source import Source
from bagpattern.registry import Family
from bagpattern.styles import STYLES


class Settable(NamedTuple):
    """A key, its help, and the values that it may have if those can be listed."""

    key: str
    help: str
    values: tuple[str, ...] = ()
    many: bool = False
    """Whether it may have several of them, with commas."""


def settable(source: Source | None) -> list[Settable]:
    """Every key of a preset, entries of its arrays included; without a preset that can be read, those of all styles."""
    found = [
        Settable("name", NAME.help),
        Settable("style", "the bag to draft", STYLES.names()),
        Settable("units", UNITS.help, UNITS.options),
        Settable("language", LANGUAGE.help, LANGUAGE.options),
    ]
    for style, settings in _styles(source):
        found += _table(STYLES.member(style), settings, "")
    return [*{each.key: each for each in found}.values()]


def _styles(source: Source | None) -> list[tuple[str, Mapping[str, Any]]]:
    try:
        preset = read(source) if source else None
    except InputError:
        preset = None
    return [(preset.style_name, preset.settings)] if preset else [(name, {}) for name in STYLES.names()]


def _table(of: type, settings: Mapping[str, Any], key: str) -> Iterator[Settable]:
    for name, declared in with_names(dict(own_first(of)), lambda array: entry_names(settings.get(array))).items():
        yield from _value(declared, settings.get(name), joined(key, name))


def _value(declared: Declaration, settings: Any, key: str) -> Iterator[Settable]:
    if isinstance(declared, Parameter):
        yield Settable(key, told(declared.help), _values(declared), declared.kind == "words")
    elif isinstance(declared, Rows) or (isinstance(declared, Choice) and declared.many):
        yield from _entries(declared, settings or (), key)
    elif isinstance(declared, Table):
        if declared.word:
            yield Settable(key, told(declared.help), (declared.word,))
        yield from _table(declared.of, settings if isinstance(settings, Mapping) else {}, key)
    else:
        yield from _part(declared.family, {"kind": declared.preselected, **(settings or {})}, key)


def _entries(declared: Choice | Rows, entries: Sequence[Mapping[str, Any]], key: str) -> Iterator[Settable]:
    for label, entry in zip(entry_labels(entries), entries, strict=True):
        if isinstance(declared, Choice):
            yield from _part(declared.family, entry, key + label)
        else:
            yield from _table(declared.of, entry, key + label)


def _part(family: Family, settings: Mapping[str, Any], key: str) -> Iterator[Settable]:
    yield Settable(joined(key, "kind"), f"which {family.what}", family.names())
    if settings["kind"] is not None:
        yield from _table(family.member(settings["kind"]), settings, key)


def _values(declared: Parameter) -> tuple[str, ...]:
    if declared.kind == "flag":
        return "true", "false"
    return (BY_RULE,) if declared.by_rule else declared.options
