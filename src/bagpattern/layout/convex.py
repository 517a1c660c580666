"""Outlines as convex parts: only those can be kept apart by one straight line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import shapely

_FLAT = 1e-9
"""The sine by which a corner may point inwards and still counts as straight: corners are told to 16 digits."""


def convex_parts(area: Any) -> list[Any]:
    """The convex parts of a Polygon without holes, each as an array of complex corners, counter-clockwise.

    The triangles between its corners are put together again as long as that stays convex (Hertel and Mehlhorn 1983:
    at most four times as many parts as there have to be).
    """
    hull = shapely.convex_hull(area)
    if shapely.area(hull) - shapely.area(area) <= _FLAT * shapely.area(hull):
        return [_without_straight(_corners(hull))]
    triangles = [_corners(each) for each in shapely.constrained_delaunay_triangles(area).geoms]
    points = np.unique(np.concatenate(triangles))
    numbered = [np.searchsorted(points, each).tolist() for each in triangles]
    return [_without_straight(points[part]) for part in _joined(numbered, points)]


def _corners(area: Any) -> Any:
    ring = shapely.get_coordinates(shapely.orient_polygons(area))[:-1]
    return ring[:, 0] + 1j * ring[:, 1]


def _joined(parts: list[list[int]], points: Any) -> Iterator[list[int]]:
    """Parts over all their common sides that can go; a part is the list of its corners' numbers."""
    part_at = {side: number for number, part in enumerate(parts) for side in _sides(part)}
    for one, other in sorted(side for side in part_at if side[0] < side[1] and side[::-1] in part_at):
        first, second = part_at[one, other], part_at[other, one]
        joined = _across(parts[first], parts[second], one, other)
        if _is_convex(joined, points):
            parts[first], parts[second] = joined, []
            part_at |= dict.fromkeys(_sides(joined), first)
    yield from filter(None, parts)


def _sides(part: Sequence[int]) -> Iterator[tuple[int, int]]:
    return zip(part, [*part[1:], part[0]], strict=True)


def _across(first: list[int], second: list[int], one: int, other: int) -> list[int]:
    """Two parts as one: *first* runs along their common side from *one* to *other*, *second* back."""
    return _from(first, other) + _from(second, one)[1:-1]


def _from(part: list[int], corner: int) -> list[int]:
    start = part.index(corner)
    return part[start:] + part[:start]


def _is_convex(part: Sequence[int], points: Any) -> bool:
    return bool((_turns(points[part]) >= -_FLAT).all())


def _turns(corners: Any) -> Any:
    """The sine of each corner: how far the outline turns there, to the left."""
    sides = np.roll(corners, -1) - corners
    ways = sides / abs(sides)
    return (np.roll(ways, 1).conj() * ways).imag


def _without_straight(corners: Any) -> Any:
    """The corners where it does turn: no two sides then have the same direction."""
    return corners[_turns(corners) > _FLAT]
