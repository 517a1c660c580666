"""A panel cut into triangles: its outline's given points, points inside, and no line across a corner."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import LineString, MultiPoint, Point, Polygon

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Whole = NDArray[np.int64]
    Triangles = list[list[int]]

_SLIVER = 1e-3
"""mm2: smaller triangles are none; rounding makes them along straight edges."""
_OFF_RING = 0.01
"""mm from the ring: nearer, a point is on it, whichever way its coordinates are rounded."""
_TRIES = 100


def spread(ring: Floats, step: float, lines: list[tuple[complex, complex]]) -> Floats:
    """Points about *step* mm apart inside the closed *ring* (k x 2) and on straight *lines* in it, as a honeycomb.

    The honeycomb is laid from the middle of the ring's box, so that it is as symmetrical as the ring. Lines that cross
    have a point there in common.
    """
    area = Polygon(ring)
    inner = area.buffer(-0.55 * step)
    found = _honeycomb(area.bounds, step)
    found = found[shapely.contains_xy(inner, found[:, 0], found[:, 1])] if not inner.is_empty else np.zeros((0, 2))
    for start, end in _parted(lines):
        string = LineString([(start.real, start.imag), (end.real, end.imag)])
        count = max(1, round(abs(end - start) / step))
        along = [start + (end - start) * each / count for each in range(count + 1)]
        wanted = np.array([[each.real, each.imag] for each in along])
        found = found[shapely.distance(string, shapely.points(found)) > 0.5 * step]
        taken = MultiPoint(np.concatenate([found, ring]))
        off = shapely.distance(area.exterior, shapely.points(wanted)) > _OFF_RING  # the ring's own points are its edge
        new = wanted[(shapely.distance(taken, shapely.points(wanted)) > 0.3 * step) & _within(area, wanted) & off]
        found = np.concatenate([found, new])
    return found


def _parted(lines: list[tuple[complex, complex]]) -> Iterator[tuple[complex, complex]]:
    """The lines, in parts from each place to the next at which another crosses them."""
    strings = [LineString([(each.real, each.imag) for each in line]) for line in lines]
    for (start, end), string in zip(lines, strings, strict=True):
        met = (string.intersection(other) for other in strings)
        cuts = sorted(string.project(each) for each in met if isinstance(each, Point) and not each.is_empty)
        inner = [each for each in cuts if _OFF_RING < each < string.length - _OFF_RING]
        yield from pairwise([start, *(start + (end - start) * each / string.length for each in inner), end])


def _within(area: Polygon, places: Floats) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = shapely.contains_xy(area, places[:, 0], places[:, 1])
    return found


def _honeycomb(bounds: tuple[float, float, float, float], step: float) -> Floats:
    left, bottom, right, top = bounds
    rise = step * 3**0.5 / 2
    rows, columns = int((top - bottom) / rise / 2) + 2, int((right - left) / step / 2) + 3
    row, column = np.mgrid[-rows : rows + 1, -columns : columns + 1]
    across = (left + right) / 2 + (column + 0.5 * (row % 2)) * step
    return np.stack([across.ravel(), ((bottom + top) / 2 + row * rise).ravel()], axis=1)


def triangulated(ring: Floats, inside: Floats) -> Whole:
    """Triangles, m x 3, counter-clockwise, of the closed *ring* (k x 2) with the points *inside* it.

    The numbers are those of the ring's points, then of those inside. Every stretch of the ring is an edge, and no edge
    joins the two neighbours of a corner: two panels sewn together there would share it.
    """
    places, count = np.concatenate([ring, inside, _frame(ring)]), len(ring)
    triangles = _delaunay(places)
    within = _cut_out(ring, places, triangles)
    found = _Mesh(places, (triangles if within is None else within).tolist())
    if within is None:
        _recover(found, count)
    elif not _has_ear(within, count):
        return within
    for at in range(count):
        found.without_ear((at - 1) % count, at, (at + 1) % count)
    return np.array(found.triangles, np.int64)


def _cut_out(ring: Floats, places: Floats, triangles: Whole) -> Whole | None:
    """The triangles inside the *ring*; None where a stretch of it is no edge, or some have no area."""
    count, total = len(ring), len(places)
    edges = (triangles * total + np.roll(triangles, -1, axis=1)).ravel()
    stretches = np.arange(count) * total + (np.arange(count) + 1) % count
    corners = places[triangles]
    if _areas(corners).min() < _SLIVER or not np.isin(stretches, edges).all():
        return None
    return triangles[_within(Polygon(ring), corners.mean(axis=1))]


def _has_ear(triangles: Whole, count: int) -> bool:
    """Whether a triangle has two stretches of a ring of so many points."""
    after = np.roll(triangles, -1, axis=1)
    stretches = (triangles < count) & (after == (triangles + 1) % count)
    return bool((stretches.sum(axis=1) > 1).any())


def _recover(found: _Mesh, count: int) -> None:
    """Flip edges until every stretch of the ring of the first *count* points is one, and leave out what is outside."""
    for start in range(count):
        found.recover(start, (start + 1) % count)
    found.keep_inside(count)
    found.without_slivers()


def flipped(places: Floats, triangles: Whole, one: int, other: int) -> Whole | None:
    """Triangles, counter-clockwise, with the edge between two of the places flipped; None where it cannot be."""
    mesh = _Mesh(places, triangles.tolist())
    return np.array(mesh.triangles, np.int64) if mesh.flip(one, other) else None


def _frame(ring: Floats) -> Floats:
    """Points well outside: or rounding would decide what is done with those along a straight edge of the hull."""
    low, high = ring.min(axis=0), ring.max(axis=0)
    grown = (high - low).max()
    return np.array([(low + high) / 2 + grown * np.array([x, y]) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y])


def _delaunay(places: Floats) -> Whole:
    """Delaunay's triangles of the points, counter-clockwise."""
    corners = shapely.get_coordinates(shapely.delaunay_triangles(MultiPoint(places))).reshape(-1, 4, 2)[:, :3]
    order = np.lexsort((places[:, 1], places[:, 0]))
    known, wanted = (each[..., 0] + 1j * each[..., 1] for each in (places[order], corners))
    found = order[np.searchsorted(known, wanted)]
    return found if _areas(places[found]).sum() > 0 else found[:, ::-1]


def _areas(corners: Floats) -> Floats:
    one, two = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    found: Floats = (one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]) / 2
    return found


class _Mesh:
    """Triangles whose inner edges can be flipped."""

    def __init__(self, places: Floats, triangles: Triangles) -> None:
        self.places, self.triangles = places.tolist(), triangles
        self._index()

    def _index(self) -> None:
        self.at: dict[tuple[int, int], int] = {}
        """The triangle to the left of an edge that goes from one point to another."""
        for number, (a, b, c) in enumerate(self.triangles):
            self.at[a, b] = self.at[b, c] = self.at[c, a] = number

    def keep_inside(self, count: int) -> None:
        """Leave out what lies outside the ring that the first *count* points make: what no way leads to from inside."""
        waiting = [self.at[at, (at + 1) % count] for at in range(count) if (at, (at + 1) % count) in self.at]
        inside = set(waiting)
        while waiting:
            for a, b in _edges(self.triangles[waiting.pop()]):
                on_ring = a < count and b == (a + 1) % count
                beyond = self.at.get((b, a))
                if not on_ring and beyond is not None and beyond not in inside:
                    inside.add(beyond)
                    waiting.append(beyond)
        self.triangles = [self.triangles[number] for number in sorted(inside)]
        self._index()

    def left(self, a: int, b: int, c: int) -> float:
        """Twice the area of a triangle: positive when *c* is left of *a* to *b*."""
        (ax, ay), (bx, by), (cx, cy) = self.places[a], self.places[b], self.places[c]
        found: float = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
        return found

    def _opposite(self, a: int, b: int) -> int | None:
        """The third corner of the triangle left of a to b."""
        number = self.at.get((a, b))
        return None if number is None else sum(self.triangles[number]) - a - b

    def flip(self, a: int, b: int) -> bool:
        """Have the two triangles at an edge meet along their other diagonal, where they make a convex four-corner."""
        c, d = self._opposite(a, b), self._opposite(b, a)
        if c is None or d is None or min(self.left(d, c, a), self.left(c, d, b)) <= 2 * _SLIVER:
            return False
        one, two = self.at.pop((a, b)), self.at.pop((b, a))
        self.triangles[one], self.triangles[two] = [d, c, a], [c, d, b]
        for number in (one, two):
            for edge in _edges(self.triangles[number]):
                self.at[edge] = number
        return True

    def without_slivers(self) -> bool:
        """Flip the longest edge of every triangle that has no area, and say whether one was; there may be another."""
        for tried in range(_TRIES):
            if not sum(self._mended(number) for number in range(len(self.triangles))):
                return tried > 0
        return True

    def _mended(self, number: int) -> bool:
        a, b, c = self.triangles[number]
        if self.left(a, b, c) >= 2 * _SLIVER:
            return False
        return self.flip(*max(_edges([a, b, c]), key=lambda edge: self._length(*edge)))

    def _length(self, a: int, b: int) -> float:
        return math.dist(self.places[a], self.places[b])

    def recover(self, a: int, b: int) -> None:
        """Flip the edges that cross the straight line from a to b, until it is an edge itself."""
        for _ in range(_TRIES):
            if (a, b) in self.at or (b, a) in self.at:
                return
            flipped = any(self.flip(*edge) for edge in list(self._crossing(a, b)))
            if not flipped and not self.without_slivers():  # the line may run along one, and cross nothing
                return

    def _crossing(self, a: int, b: int) -> Iterator[tuple[int, int]]:
        for u, v in self.at:
            if u < v and not {u, v} & {a, b}:
                apart = self.left(a, b, u) * self.left(a, b, v) < 0
                if apart and self.left(u, v, a) * self.left(u, v, b) < 0:
                    yield u, v

    def without_ear(self, before: int, at: int, after: int) -> None:
        """Where a corner is cut off by a single triangle, let an edge go into the corner instead."""
        number = self.at.get((before, at))
        if number is not None and number == self.at.get((at, after)) and (before, after) in self.at:
            self.flip(before, after)


def _edges(triangle: list[int]) -> tuple[tuple[int, int], ...]:
    a, b, c = triangle
    return (a, b), (b, c), (c, a)
