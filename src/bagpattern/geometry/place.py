"""Where there is room: upright boxes placed inside an area, clear of every line in it.

Pure arithmetic, place by place, the best first: most boxes fit at the first place that is tried, and an array of all
the others would cost more than it spares. Boxes are (left, bottom, right, top) in mm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bagpattern.geometry.points import Point, point

Box = tuple[float, float, float, float]
Points = Sequence[Point]
Gap = tuple[float, float]
_LANE = 0.85  # of the width or height: lines as long as that part the area into lanes
_LANES = 4  # at most so many, or the candidates become too many
_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)  # candidates along each side of the bounds
_COLUMN = 50.0  # mm: lines are looked up by the upright columns that they run through
_STRAIGHT = 1e-9


class _Ink:
    """Lines to keep clear of. A level or upright one is its own bounds; of a slanted one the line itself counts too."""

    def __init__(self, chains: Iterable[Points]) -> None:
        self._columns: dict[int, list[tuple[Box, Point, complex | None]]] = {}
        self._straight: list[Box] = []
        for chain in chains:
            for start, end in pairwise(chain):
                self._add(start, end)

    def _add(self, start: Point, end: Point) -> None:
        x, y, to_x, to_y = start.real, start.imag, end.real, end.imag
        left, right = (x, to_x) if x < to_x else (to_x, x)
        bottom, top = (y, to_y) if y < to_y else (to_y, y)
        box = (left, bottom, right, top)
        straight = right - left < _STRAIGHT or top - bottom < _STRAIGHT
        if straight:
            self._straight.append(box)
        line = (box, start, None if straight else end - start)
        for column in range(int(left // _COLUMN), int(right // _COLUMN) + 1):
            self._columns.setdefault(column, []).append(line)

    def lanes(self, bounds: Box) -> tuple[list[Gap], list[Gap]]:
        """The gaps between upright lines, and between level ones, that run through most of the bounds."""
        wide, high = _LANE * (bounds[2] - bounds[0]), _LANE * (bounds[3] - bounds[1])
        upright = [left for left, bottom, _, top in self._straight if top - bottom > high]
        level = [bottom for left, bottom, right, _ in self._straight if right - left > wide]
        return _gaps(upright, bounds[0], bounds[2]), _gaps(level, bounds[1], bounds[3])

    def touches(self, box: Box) -> bool:
        """Whether a line touches a box."""
        left, bottom, right, top = box
        for column in range(int(left // _COLUMN), int(right // _COLUMN) + 1):
            for (low_x, low_y, high_x, high_y), start, along in self._columns.get(column, ()):
                if low_x <= right and high_x >= left and low_y <= top and high_y >= bottom:  # noqa: SIM102
                    if along is None or _reaches(start, along, box):
                        return True
        return False


def _reaches(start: Point, along: complex, box: Box) -> bool:
    """Whether the endless line through a point touches a box: whether not all of the box lies on one side of it."""
    left, bottom, right, top = box
    to_x, to_y = (left + right) / 2 - start.real, (bottom + top) / 2 - start.imag
    reach = abs(along.real) * (top - bottom) / 2 + abs(along.imag) * (right - left) / 2
    return abs(along.real * to_y - along.imag * to_x) <= reach


def _gaps(places: Iterable[float], low: float, high: float) -> list[Gap]:
    """What lies between neighbours from *low* to *high*: at most a few, the widest first."""
    inner = {round(place, 3) for place in places if low < place < high}
    return sorted(pairwise([low, *sorted(inner), high]), key=lambda gap: gap[0] - gap[1])[:_LANES]


class Clearing:
    """The free room inside a closed chain of points, *clearance* mm from its lines and from every box that is taken."""

    def __init__(self, outline: Points, lines: Iterable[Points], clearance: float = 1.5) -> None:
        self._ink = _Ink([outline, *lines])
        self.bounds = bounds_of(outline)
        self._ring = None if _is_upright_box(outline, self.bounds) else list(pairwise(outline))
        lanes = self._ink.lanes(self.bounds)
        self._lanes = [[sum(gap) / 2 for gap in gaps] for gaps in lanes]
        self.lane = lanes[0][0][1] - lanes[0][0][0], lanes[1][0][1] - lanes[1][0][0]
        """Width and height of the widest room between lines that run through: what can fit at all."""
        self.clearance = clearance
        self.taken: list[Box] = []

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the bounds."""
        left, bottom, right, top = self.bounds
        return right - left, top - bottom

    @property
    def centre(self) -> Point:
        """The middle of the bounds."""
        left, bottom, right, top = self.bounds
        return point((left + right) / 2, (bottom + top) / 2)

    @property
    def calm(self) -> Point:
        """The middle of the lane between level lines that is nearest to the centre."""
        centre, (_, ys) = self.centre, self._lanes
        return point(centre.real, min(ys, key=lambda y: abs(y - centre.imag)))

    def take(self, box: Box) -> None:
        """Mark a box as used."""
        self.taken.append(box)

    def first(self, centres: Iterable[Point], width: float, height: float) -> Point | None:
        """The first of some centres where a box of that size is free."""
        return next((centre for centre in centres if self.is_free(centre, width, height)), None)

    def spot(self, width: float, height: float, near: Point) -> Point | None:
        """The centre of a free box of that size, as near to *near* as the candidates allow; None without room."""
        (low_x, spare_x), (low_y, spare_y) = self._inner(width, height)
        closest = point(_held(near.real, low_x, spare_x), _held(near.imag, low_y, spare_y))
        if self.is_free(closest, width, height):
            return closest
        xs, ys = _steps(low_x, spare_x, self._lanes[0]), _steps(low_y, spare_y, self._lanes[1])
        centres = sorted([complex(x, y) for x in xs for y in ys], key=lambda centre: abs(centre - near))
        return self.first(centres, width, height)

    def _inner(self, width: float, height: float) -> Iterator[tuple[float, float]]:
        """Across and up: the least place of a box's centre that keeps it inside the bounds, and how far it can move."""
        left, bottom, right, top = self.bounds
        for low, high, size in ((left, right, width), (bottom, top, height)):
            away = size / 2 + self.clearance
            yield low + away, max(high - away - (low + away), 0.0)

    def is_free(self, centre: Point, width: float, height: float) -> bool:
        """Whether a box of that size is free there."""
        x, y = centre.real, centre.imag
        across, up = width / 2 + self.clearance, height / 2 + self.clearance
        left, bottom, right, top = x - across, y - up, x + across, y + up
        for low_x, low_y, high_x, high_y in self.taken:
            if left < high_x and low_x < right and bottom < high_y and low_y < top:
                return False
        return self._holds(x, y) and not self._ink.touches((left, bottom, right, top))

    def _holds(self, x: float, y: float) -> bool:
        """Whether a place lies inside the outline: then a line to its right crosses that an odd number of times."""
        if self._ring is None:
            left, bottom, right, top = self.bounds
            return left < x < right and bottom < y < top
        inside = False
        for start, end in self._ring:
            if (start.imag > y) != (end.imag > y):
                share = (y - start.imag) / (end.imag - start.imag)
                inside ^= x < start.real + (end.real - start.real) * share
        return inside


def _held(place: float, low: float, spare: float) -> float:
    return min(max(place, low), low + spare)


def _steps(low: float, spare: float, lanes: Iterable[float]) -> list[float]:
    """Even steps, and the lanes as far as the box may move to them."""
    return [*[low + spare * share for share in _SHARES], *[_held(lane, low, spare) for lane in lanes]]


def bounds_of(points: Points) -> Box:
    """What some points reach to."""
    xs, ys = [p.real for p in points], [p.imag for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _is_upright_box(ring: Points, bounds: Box) -> bool:
    """Whether a closed chain of points is its own bounds: it turns at their four corners."""
    left, bottom, right, top = bounds
    return len(ring) == 5 and all(p.real in (left, right) and p.imag in (bottom, top) for p in ring)


def box_at(centre: Point, width: float, height: float) -> Box:
    """The box of that size round a centre."""
    return (centre.real - width / 2, centre.imag - height / 2, centre.real + width / 2, centre.imag + height / 2)


def ring_round(box: Box, by: float) -> list[Point]:
    """The closed chain of corners of a box grown on every side."""
    left, bottom, right, top = box
    low, high = complex(left - by, bottom - by), complex(right + by, top + by)
    return [low, complex(high.real, low.imag), high, complex(low.real, high.imag), low]
