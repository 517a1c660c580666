"""Areas of cloth as they lie on each other in a picture: moved, cut, hatched, and the free places in them."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
import shapely
from shapely import LineString, Polygon

from bagpattern.geometry.path import coordinates
from bagpattern.geometry.place import Box
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point, point, unit

Area = Any
"""A polygon or several of them, of shapely; mm."""
_SPECK = 0.01
"""mm2: smaller areas are left out."""
_FAR = 1e4
_STRAIGHT = 0.5
"""mm by which a chain may be longer than its chord and still leave flat what is joined along it."""


def area_of(points: Iterable[Point]) -> Area:
    """What a closed chain of points bounds."""
    return shapely.make_valid(Polygon(coordinates(points))).buffer(0)


def box_area(left: float, bottom: float, right: float, top: float) -> Area:
    """An upright rectangle."""
    return shapely.box(left, bottom, right, top)


def disc_area(centre: Point, radius: float) -> Area:
    """A round one."""
    return shapely.Point(centre.real, centre.imag).buffer(radius)


def mapped(area: Area, way: Callable[[Point], Point]) -> Area:
    """The image of an area, point by point; made sound again where its points fall on each other or pass by."""

    def arrays(given: Any) -> Any:
        images = (way(complex(x, y)) for x, y in given)
        return coordinates(images)

    image = shapely.transform(area, arrays)
    return image if image.is_valid else shapely.make_valid(image).buffer(0)


def turned(area: Area, turn: complex, move: Point, mirrored: bool = False) -> Area:
    """The image of an area, mirrored first if asked, turned and made as large as *turn*, then moved; all at once."""
    way = -1.0 if mirrored else 1.0
    matrix = np.array([[turn.real * way, turn.imag * way], [-turn.imag, turn.real]])
    move_by = np.array([move.real, move.imag])

    def arrays(given: Any) -> Any:
        x, y = given[:, :1], given[:, 1:2]
        return x * matrix[0] + y * matrix[1] + move_by

    return shapely.transform(area, arrays)


def moved_by(area: Area, by: complex) -> Area:
    """An area moved."""
    return turned(area, 1 + 0j, by)


def placed(area: Area, place: Placement) -> Area:
    """An area where a placement lays it."""
    return turned(area, place.turn, place.move, place.mirrored)


def together(areas: Iterable[Area]) -> Area:
    """All of them as one."""
    return shapely.union_all(list(areas))


def covered(corners: np.ndarray[tuple[Any, ...], np.dtype[np.float64]]) -> Area:
    """What triangles cover: their corners are k x 3 x 2; those without a breadth are left out."""
    found = shapely.polygons(corners)
    return shapely.union_all(found[shapely.area(found) > _SPECK])


def less(area: Area, *others: Area) -> Area:
    """What is left of an area without others, of which those that lie elsewhere are not looked at."""
    near = [each for each in others if _meet(area.bounds, each.bounds)]
    return area.difference(together(near)) if near else area


def _meet(one: Box, other: Box) -> bool:
    """Whether two boxes do; an area that is empty has none, and meets nothing."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def polygons(area: Area) -> list[Polygon]:
    """Its parts that are no specks, the largest first."""
    parts = (each for each in getattr(area, "geoms", [area]) if isinstance(each, Polygon) and each.area > _SPECK)
    return sorted(parts, key=lambda each: -each.area)


def rings(area: Area) -> list[list[Point]]:
    """The closed borders of an area, those of its holes too."""
    return [
        [complex(x, y) for x, y in ring.coords] for each in polygons(area) for ring in (each.exterior, *each.interiors)
    ]


def chains(lines: Any) -> list[list[Point]]:
    """The points of what is left of lines."""
    return [
        [complex(x, y) for x, y in each.coords]
        for each in getattr(lines, "geoms", [lines])
        if each.geom_type in ("LineString", "LinearRing") and each.length > _SPECK
    ]


def line_in(points: Sequence[Point], area: Area) -> list[list[Point]]:
    """The stretches of a chain that lie in an area."""
    return chains(shapely.line_merge(LineString(coordinates(points)).intersection(area)))


def line_out(points: Sequence[Point], area: Area) -> list[list[Point]]:
    """Those that lie outside of it."""
    return chains(shapely.line_merge(LineString(coordinates(points)).difference(area)))


def hatched(area: Area, direction: complex, apart: float) -> list[list[Point]]:
    """Parallel lines across an area, so many mm apart; they run through where they would on a whole sheet."""
    if area.is_empty:
        return []
    left, bottom, right, top = area.bounds
    along, across = unit(direction), unit(direction) * 1j
    corners = [point(x, y) for x in (left, right) for y in (bottom, top)]
    offsets = [(each * across.conjugate()).real for each in corners]
    first, last = math.floor(min(offsets) / apart), math.ceil(max(offsets) / apart)
    ends = [(across * apart * n - along * _FAR, across * apart * n + along * _FAR) for n in range(first, last + 1)]
    return chains(shapely.MultiLineString([coordinates(each) for each in ends]).intersection(area))


def beside(points: Sequence[Point], width: float) -> Area:
    """The strip of so many mm along a chain, on its left; a negative width is on its right."""
    return LineString(coordinates(points)).buffer(width, single_sided=True, join_style="mitre")


def parallel(points: Sequence[Point], by: float) -> list[Point]:
    """The chain so many mm beside another, on its left; a negative distance is on its right."""
    return chains(LineString(coordinates(points)).offset_curve(by, join_style="mitre"))[0]


def along(points: Sequence[Point], half: float) -> Area:
    """The strip on both sides of a chain, that ends where it ends."""
    return LineString(coordinates(points)).buffer(half, cap_style="flat", join_style="mitre")


def rounded_along(points: Sequence[Point], half: float) -> Area:
    """Likewise, its bends round."""
    return LineString(coordinates(points)).buffer(half, cap_style="flat")


def grown_by(area: Area, by: float) -> Area:
    """An area with a margin; a negative one is taken away."""
    return area.buffer(by)


def thinned(area: Area, by: float) -> Area:
    """An area of fewer points, its border moved by no more than that."""
    return area.simplify(by)


def overlapping(area: Area) -> Area:
    """An area a hair larger, its corners kept: with others beside it there is no gap between them."""
    return area.buffer(0.01, join_style="mitre")


def distance(area: Area, at: Point) -> float:
    """mm from a point to an area."""
    return float(area.distance(shapely.Point(at.real, at.imag)))


def near(at: Point, areas: Sequence[Area], by: float) -> bool:
    """Whether any area is so near to a point."""
    return bool(np.any(shapely.dwithin(np.asarray(areas, dtype=object), shapely.Point(at.real, at.imag), by)))


def centre_of(area: Area) -> Point:
    """The middle of an area; it may lie outside of it."""
    return complex(area.centroid.x, area.centroid.y)


def calm_place(area: Area) -> tuple[Point, float]:
    """The place in an area that is farthest from its border, and how far: nothing free is 0."""
    found = polygons(area)
    if not found:
        return 0j, 0.0
    spot = shapely.maximum_inscribed_circle(found[0], tolerance=0.3)
    (x, y), (to_x, to_y) = spot.coords
    return complex(x, y), math.hypot(to_x - x, to_y - y)


def long(points: Sequence[Point]) -> float:
    """mm along a chain."""
    return sum(abs(q - p) for p, q in pairwise(points))


def bent(points: Sequence[Point]) -> bool:
    """Whether a chain is longer than the straight way between its ends."""
    return long(points) - abs(points[-1] - points[0]) > _STRAIGHT


def reach(points: Sequence[Point], area: Area) -> float:
    """mm from a chain to the farthest corner of an area."""
    wire = LineString(coordinates(points))
    return max(float(wire.distance(shapely.Point(p.real, p.imag))) for ring in rings(area) for p in ring)


class Wire:
    """A chain of points of which many places are asked by their length along it."""

    def __init__(self, points: Sequence[Point]) -> None:
        steps = [(p, q, abs(q - p)) for p, q in pairwise(points) if q != p]
        self.steps, self.last, self.end = steps, unit(steps[-1][1] - steps[-1][0]), points[-1]
        self.ends = list(accumulate(step for _, _, step in steps))

    @property
    def long(self) -> float:
        """mm along it."""
        return self.ends[-1]

    def at(self, far: float) -> tuple[Point, complex]:
        """The point so far along it, and its direction there; the last one beyond its end."""
        number = bisect_left(self.ends, far)
        if number == len(self.ends):
            return self.end, self.last
        p, q, step = self.steps[number]
        return p + (q - p) * ((far - self.ends[number] + step) / step), (q - p) / step


def apart(own: Sequence[Point], other: Sequence[Point]) -> float:
    """mm by which two chains miss each other where they are worst."""
    one, two = Wire(own), Wire(other)
    return max(abs(one.at(one.long * n / 24)[0] - two.at(two.long * n / 24)[0]) for n in range(25))


def at_length(points: Sequence[Point], at: float) -> tuple[Point, complex]:
    """The point so far along a chain, and its direction there; the last one beyond its end."""
    return Wire(points).at(at)


def stretch(points: Sequence[Point], low: float, high: float) -> list[Point]:
    """The part of a chain between two lengths, or to its end where that comes before."""
    wire, at, high = Wire(points), 0.0, min(high, long(points))
    found = [wire.at(low)[0]]
    for p, q in pairwise(points):
        at += abs(q - p)
        if low + 1e-6 < at < high - 1e-6:
            found.append(q)
    return [*found, wire.at(high)[0]]


def longer(points: Sequence[Point], by: float) -> list[Point]:
    """A chain drawn out at both ends, so that a strip along it leaves no slivers."""
    first, last = unit(points[1] - points[0]), unit(points[-1] - points[-2])
    return [points[0] - by * first, *points, points[-1] + by * last]


def beside_line(line: Sequence[Point]) -> Callable[[Point], Point]:
    """From a place to how far along a bent line it is (real), and how far to the left of it (imaginary)."""
    wire, places = LineString(coordinates(line)), Wire(line)

    def unrolled(at: Point) -> Point:
        far = float(wire.project(shapely.Point(at.real, at.imag)))
        near, way = places.at(far)
        return complex(far, ((at - near) / way).imag)

    return unrolled


def nearest(line: Sequence[Point], at: Point) -> float:
    """mm along a line to the place that is nearest to another."""
    return float(LineString(coordinates(line)).project(shapely.Point(at.real, at.imag)))
