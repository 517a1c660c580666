"""A corner of the upper layer folded back, so that its right side and what lies below are seen."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bagpattern.drawing.steps.view import View
from bagpattern.geometry.cloths import Area, area_of, disc_area, distance, line_in, long, mapped, rings, together
from bagpattern.geometry.points import Point, unit

_NEAR = 45.0
"""mm round a corner within which a seam speaks against folding it."""
_FAR = 1e4


def peeled(areas: Sequence[Area], seams: Sequence[Sequence[Point]], view: View) -> tuple[list[Area], tuple[int, Area]]:
    """What is left of each area, and the flap with the index of the area that it is of."""
    corner, way, size = _corner(together(areas), seams, view)
    foot = corner + way * size
    beyond = area_of([foot + way * each * _FAR for each in (1j, -1j, -1j - 1, 1j - 1)])
    index = min(range(len(areas)), key=lambda each: distance(areas[each], corner))
    flap = mapped(areas[index].intersection(beyond), lambda p: foot - way * ((p - foot) / way).conjugate())
    return [each.difference(beyond) for each in areas], (index, flap)


def _corner(area: Area, seams: Sequence[Sequence[Point]], view: View) -> tuple[Point, complex, float]:
    """The corner with the least seam near it, the way in which it is folded, and mm to the fold."""
    box = [complex(x, y) for x, y in area.minimum_rotated_rectangle.exterior.coords][:4]
    border = [p for ring in rings(area) for p in ring]
    corners = [_nearest(border, at) for at in box]
    sewn = [sum(long(each) for line in seams for each in line_in(line, disc_area(at, _NEAR))) for at in corners]
    best = min(range(4), key=lambda n: sewn[n] - 0.01 * view.way(corners[n]).real)
    one, other = box[best - 1] - box[best], box[(best + 1) % 4] - box[best]
    most = 5.5 if sewn[best] else 9.0
    size = min(most, 0.5 * min(abs(one), abs(other)) * view.scale) / view.scale
    return corners[best], (unit(one) + unit(other)) / math.sqrt(2), size


def _nearest(points: Sequence[Point], at: Point) -> Point:
    return min(points, key=lambda p: abs(p - at))
