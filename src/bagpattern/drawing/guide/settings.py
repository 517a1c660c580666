"""The settings that a pattern was made of, as a maker would write them into a preset: in English, with points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bagpattern.catalog.notions import ZIPS
from bagpattern.drawing.sizes.graded import graded_lines, united
from bagpattern.drawing.sizes.nest import Nest
from bagpattern.language import Teller
from bagpattern.said import Figure, Length, Name, Rounding, Said
from bagpattern.units import ExactLength
from bagpattern.words import series, trade

_ELSEWHERE = frozenset({"publisher"})
"""Tables that stand on the cover in their own words."""


def settings_told(nest: Nest) -> Iterator[str]:
    """One line per table, as short as it can be said: the complete settings travel in the file itself."""
    tell = Teller(nest.tell.units)
    lines = nest.each(lambda pattern: dict(_lines(pattern.settings)))
    for key in united([[*own] for own in lines.values()]):
        for line in graded_lines(nest.labels, {size: own[key] for size, own in lines.items() if key in own}):
            yield tell(line)


def _lines(settings: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
    """What is no table first, all in one line without a key."""
    yield "", _pairs((key, value) for key, value in settings.items() if not _is_nested(value))
    for key, value in settings.items():
        if _is_nested(value) and value and key not in _ELSEWHERE:
            yield key, series((Name(key), _said(value)), ": ")


def _is_nested(value: Any) -> bool:
    return isinstance(value, Mapping | list | tuple)


def _pairs(pairs: Iterable[tuple[str, Any]]) -> Said:
    return series((series((Name(key), _said(value))) for key, value in pairs), ", ")


def _said(value: Any) -> Said:
    """A value in words; tables and lists run on."""
    if isinstance(value, Mapping):
        return _pairs((key, each) for key, each in value.items() if each not in (None, (), [], {}))
    if isinstance(value, list | tuple):
        return series(map(_said, value), "; ")
    if isinstance(value, ExactLength):
        return trade(value.mm) if value.sold else Length(value.mm, rounding=Rounding.EXACT)
    if isinstance(value, int) and not isinstance(value, bool):
        return Figure(value)
    if value in ZIPS:
        return ZIPS[value].told
    return Name(str(value).lower() if isinstance(value, bool) else str(value))
