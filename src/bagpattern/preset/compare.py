"""In which values two presets differ: the settings of a preset and of its parent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bagpattern.preset.keys import entry_labels, joined

_OWN = ("preset",)
"""Every preset has its own id."""


class Change(NamedTuple):
    """A value that differs: its key, and what it was and is, as a preset writes it; None where there is none."""

    key: str
    before: Any
    after: Any


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """Every value that differs, in the order of the settings; a table that is new or gone is one change."""
    return [each for each in _tables(before, after, "") if each.key not in _OWN]


def _tables(before: Mapping[str, Any], after: Mapping[str, Any], key: str) -> Iterator[Change]:
    for name in dict.fromkeys((*before, *after)):
        yield from _values(before.get(name), after.get(name), joined(key, name))


def _values(before: Any, after: Any, key: str) -> Iterator[Change]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _tables(before, after, key)
    elif _has_tables(before) or _has_tables(after):
        one, other = _labelled(before), _labelled(after)
        for label in dict.fromkeys((*one, *other)):
            yield from _values(one.get(label), other.get(label), key + label)
    elif before != after:
        yield Change(key, before, after)


def _has_tables(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(each, Mapping) for each in value)


def _labelled(entries: Any) -> dict[str, Any]:
    return dict(zip(entry_labels(entries), entries, strict=True)) if isinstance(entries, list) else {}
