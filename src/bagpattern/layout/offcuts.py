"""The stash file: offcuts.toml, a table ``[[offcuts]]`` or ``[[hides]]`` for each piece of cloth that one has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import shapely

from bagpattern.errors import InputError, Problem, did_you_mean, quoted, raise_together
from bagpattern.given_places import Steps, beside
from bagpattern.given_toml import toml
from bagpattern.layout.blanks import polygon
from bagpattern.layout.offcut import BEST, POOR, Offcut, Zone
from bagpattern.said import Name
from bagpattern.units import parse_length
from bagpattern.words import words

_KEYS = ("name", "material", "length", "width", "outline", "flaws", "zones", "count")
_TABLES = "offcuts", "hides"
"""A hide is an offcut of its own shape; most have zones."""
_EXAMPLE = 'write [[offcuts]], below it material = "shell", length = "60 cm" and width = "40 cm"'
_ZONE = '{ quality = "best", outline = [["10 cm", "25 cm"], ...] }'
_FLAW = '{ at = ["10 cm", "25 cm"], radius = "2 cm" }'


def read_offcuts(text: str, file: str) -> tuple[Offcut, ...]:
    """Every offcut of a file, of whatever bag: its material as it is written.

    Raises InputError, listing everything that is wrong with the file.
    """
    data = toml(text, file)
    tables = [table for key in _TABLES for table in data.get(key, ())] if _are_tables(data) else None
    if not isinstance(tables, list) or not tables or not all(isinstance(each, dict) for each in tables):
        raise InputError([Problem("offcuts", words("there are none: {example}", example=Name(_EXAMPLE)), file)])
    found: list[Offcut] = []
    problems: list[tuple[Steps, Problem]] = []
    for number, table in enumerate(tables, 1):
        try:
            found += _offcuts(table, number)
        except ValueError as error:
            kind, at = _place(data, number)
            problems.append(((kind, at), Problem(f"{kind}[{at + 1}]", error.args[0], file)))
    raise_together(beside(problems, text))
    return tuple(found)


def _offcuts(table: dict[str, Any], number: int) -> Iterator[Offcut]:
    """One table, as many times as it counts. Raises ValueError."""
    wrong = [key for key in table if key not in _KEYS]
    if wrong:
        raise ValueError(
            words("there is no key {wrong}{advice}", wrong=quoted(wrong[0]), advice=did_you_mean(wrong[0], _KEYS))
        )
    material, count = table.get("material"), table.get("count", 1)
    if not isinstance(material, str) or not material:
        raise ValueError(
            words('material is missing: write what it is, such as "shell", "waxed-canvas" or "Waxed canvas"')
        )
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= 100:
        raise ValueError(words("count {count} is no number from 1 to 100", count=quoted(count)))
    name = str(table.get("name", f"offcut {number}"))
    outline = _outline(table)
    flaws = tuple(_flaw(each) for each in table.get("flaws", ()))
    zones = tuple(_zone(each) for each in table.get("zones", ()))
    for copy in range(1, count + 1):
        yield Offcut(f"{name} {copy}" if count > 1 else name, material, outline, flaws, zones)


def _are_tables(data: Mapping[str, Any]) -> bool:
    return all(isinstance(data.get(key, []), list) for key in _TABLES)


def _place(data: Mapping[str, Any], number: int) -> tuple[str, int]:
    """Where a table stands in its file: in which array, and at which place, from 0 on."""
    offcuts = len(data.get("offcuts", ()))
    return ("offcuts", number - 1) if number <= offcuts else ("hides", number - offcuts - 1)


def _zone(given: Any) -> Zone:
    if not isinstance(given, dict) or {*given} != {"quality", "outline"} or given["quality"] not in (BEST, POOR):
        raise ValueError(words('a zone is {example}, or "poor"', example=Name(_ZONE)))
    return Zone(given["quality"], _corners(given["outline"]))


def _outline(table: dict[str, Any]) -> tuple[complex, ...]:
    if "outline" not in table:
        long, wide = _length(table.get("length"), "length"), _length(table.get("width"), "width")
        if min(long, wide) <= 0:
            raise ValueError(words("length and width are to be more than nothing"))
        return 0j, complex(long, 0), complex(long, wide), complex(0, wide)
    return _corners(table["outline"])


def _corners(given: Any) -> tuple[complex, ...]:
    points = tuple(_point(each) for each in given)
    if len(points) < 3 or not bool(shapely.is_valid(polygon(np.array(points)))):
        raise ValueError(words("the outline crosses itself, or has less than three corners"))
    return points


def _point(given: Any) -> complex:
    if not isinstance(given, list) or len(given) != 2:
        raise ValueError(
            words('{given} is no place: write ["10 cm", "25 cm"], along the grain and across it', given=quoted(given))
        )
    return complex(_length(given[0], "outline"), _length(given[1], "outline"))


def _flaw(given: Any) -> tuple[complex, float]:
    if not isinstance(given, dict) or {*given} != {"at", "radius"}:
        raise ValueError(words("a flaw is {example}", example=Name(_FLAW)))
    return _point(given["at"]), _length(given["radius"], "radius")


def _length(given: Any, key: str) -> float:
    if not isinstance(given, str):
        raise ValueError(words('{key}: write a length with its unit, such as "40 cm"', key=Name(key)))
    return parse_length(given)
