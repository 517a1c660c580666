"""A corner of the upper layer folded back, so that its right side and what lies below are seen."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import (
    Area,
    area_of,
    disc_area,
    distance,
    line_in,
    long,
    mapped,
    rings,
    together,
    turned,
)
from bagpattern.geometry.points import Point, unit

_NEAR = 45.0
"""mm round a corner within which a seam speaks against folding it."""
_FAR = 1e4
_STRIP = 0.72
"""The share of its width and depth that a strip covers at least: a round corner covers 0.69, a sharp one half."""


def peeled(areas: Sequence[Area], seams: Sequence[Sequence[Point]], view: View) -> tuple[list[Area], tuple[int, Area]]:
    """What is left of each area, and the flap with the index of the area that it is of."""
    corner, way, size = _corner(together(areas), seams, view)
    foot, beyond = corner + way * size, _beyond(corner, way, size)
    index = min(range(len(areas)), key=lambda each: distance(areas[each], corner))
    flap = mapped(areas[index].intersection(beyond), lambda p: foot - way * ((p - foot) / way).conjugate())
    return [each.difference(beyond) for each in areas], (index, flap)


def _beyond(corner: Point, way: complex, size: float) -> Area:
    """All that lies on the corner's side of its fold."""
    foot = corner + way * size
    return area_of([foot + way * each * _FAR for each in (1j, -1j, -1j - 1, 1j - 1)])


def _corner(area: Area, seams: Sequence[Sequence[Point]], view: View) -> tuple[Point, complex, float]:
    """A corner with the least seam near it, the way in which it is folded, and mm to the fold."""
    box = [complex(x, y) for x, y in area.minimum_rotated_rectangle.exterior.coords][:4]
    border = [p for ring in rings(area) for p in ring]
    found = list[tuple[bool, float, tuple[Point, complex, float]]]()
    for n, at in enumerate(_nearest(border, each) for each in box):
        one, other = box[n - 1] - box[n], box[(n + 1) % 4] - box[n]
        sewn = sum(long(each) for line in seams for each in line_in(line, disc_area(at, _NEAR)))
        size = min(5.5 if sewn else 9.0, 0.5 * min(abs(one), abs(other)) * view.scale) / view.scale
        way = (unit(one) + unit(other)) / math.sqrt(2)
        found.append((_is_cut_off(area, at, way, size), sewn - 0.01 * view.way(at).real, (at, way, size)))
    return min(found, key=lambda each: each[:2])[2]


def _is_cut_off(area: Area, corner: Point, way: complex, size: float) -> bool:
    """Whether there is no corner, but an edge or a fold across it: what would be folded is no triangle, but a strip."""
    flap = turned(area.intersection(_beyond(corner, way, size)), 1 / way, 0j)
    _, low, _, high = flap.bounds
    return bool(flap.area > _STRIP * (high - low) * size)


def _nearest(points: Sequence[Point], at: Point) -> Point:
    return min(points, key=lambda p: abs(p - at))
