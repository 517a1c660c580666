"""How values are written in pattern.json: lengths with at most four decimals, points as pairs, paths flattened."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from bagpattern.attached.hanging import Place
from bagpattern.geometry.path import Path, coordinates
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point

_DECIMALS = 4

Row = dict[str, Any]
Pair = list[float]


def number(value: float) -> float:
    """At most four decimals, and no minus zero."""
    return round(value, _DECIMALS) + 0.0


def if_any(length: float | None) -> float | None:
    """A length, if there is one."""
    return None if length is None else number(length)


def pair(point: Point) -> Pair:
    """A point or a direction."""
    return [number(point.real), number(point.imag)]


def points(path: Path) -> list[Pair]:
    """A path's flattened points, none of them twice in a row."""
    pairs: list[Pair] = (coordinates(path.flat).round(_DECIMALS) + 0.0).tolist()
    return [pairs[0], *(after for before, after in pairwise(pairs) if after != before)]


def matrix(placed: Placement) -> list[float]:
    """[a, b, c, d, e, f] as SVG has it: x' = a x + c y + e, y' = b x + d y + f. Six decimals, for directions."""
    across, up, move = placed.direction(1 + 0j), placed.direction(1j), placed.move
    turns = [round(each, 6) + 0.0 for each in (across.real, across.imag, up.real, up.imag)]
    return [*turns, *pair(move)]


def place_row(place: Place) -> Row:
    """A place on a copy of a piece."""
    return {"piece": place.panel, "copy": place.copy, "on": place.on or None, "xy": pair(place.at)}
