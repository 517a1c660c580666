"""A path: segments joined end to start, measured along its length."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely import LinearRing, LineString, Polygon

from bagpattern.geometry.crossings import crossings
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import SAME, Point, turn
from bagpattern.geometry.segments import CHORD_ERROR, Arc, Segment, Straight
from bagpattern.values import once, value

if TYPE_CHECKING:
    import numpy.typing as npt


@value
class Path:
    """A chain of at least one segment.

    Raises ValueError when a segment has no length or does not start where the last one ended.
    """

    segments: tuple[Segment, ...]

    def __post_init__(self) -> None:
        if not self.segments:
            raise ValueError("a path needs at least one segment")
        end = self.segments[0].start
        for segment in self.segments:
            start = segment.start
            if abs(start - end) > SAME:
                raise ValueError(f"a gap in a path: {end:.4f} to {start:.4f}")
            end = segment.end
            if not abs(end - start) > SAME and not segment.length > SAME:  # a curve may come back to its start
                raise ValueError(f"a segment without length at {start:.3f}")

    @classmethod
    def _sound(cls, segments: tuple[Segment, ...]) -> Path:
        """A path whose segments need no check, because they are the image of a path's."""
        path = object.__new__(cls)
        path.__dict__["segments"] = segments
        return path

    @property
    def start(self) -> Point:
        """The first point."""
        return self.segments[0].start

    @property
    def end(self) -> Point:
        """The last point."""
        return self.segments[-1].end

    @once
    def length(self) -> float:
        """mm."""
        return self._ends[-1]

    @property
    def is_closed(self) -> bool:
        """Whether it ends where it starts."""
        return abs(self.end - self.start) <= SAME

    @property
    def leaving(self) -> complex:
        """The unit direction in which it starts."""
        return self.segments[0].leaving

    @property
    def arriving(self) -> complex:
        """The unit direction in which it ends."""
        return self.segments[-1].arriving

    @once
    def _ends(self) -> list[float]:
        return list(accumulate([segment.length for segment in self.segments]))

    @property
    def joints(self) -> list[float]:
        """The lengths at which one segment passes into the next."""
        return self._ends[:-1]

    def _locate(self, at: float) -> tuple[int, float]:
        ends = self._ends
        if not -1e-3 <= at <= ends[-1] + 1e-3:
            raise ValueError(f"{at:.3f} mm is off a path of {self.length:.3f} mm")
        index = bisect_right(ends, at) if at < ends[-1] else len(ends) - 1
        rest = at - ends[index - 1] if index else at
        length = self.segments[index].length
        return index, 0.0 if rest < 0.0 else length if rest > length else rest

    def point_at(self, at: float) -> Point:
        """The point *at* mm from the start. Raises ValueError when that is off the path."""
        index, rest = self._locate(at)
        return self.segments[index].point_at(rest)

    def tangent_at(self, at: float) -> complex:
        """The unit direction *at* mm from the start."""
        index, rest = self._locate(at)
        return self.segments[index].tangent_at(rest)

    def part(self, low: float, high: float) -> Path:
        """The stretch from *low* to *high* mm. Raises ValueError when it has no length or is off the path."""
        if high - low <= SAME:
            raise ValueError(f"a stretch from {low:.3f} to {high:.3f} mm has no length")
        self._locate(low), self._locate(high)
        befores = [0.0, *self._ends]
        kept = (
            _between(each, low - before, high - before) for each, before in zip(self.segments, befores, strict=False)
        )
        return Path(tuple(each for each in kept if each is not None))

    def reversed(self) -> Path:
        """The same path, run backwards."""
        return Path._sound(tuple([segment.reversed() for segment in reversed(self.segments)]))

    def placed(self, placement: Placement) -> Path:
        """The image of this path."""
        return Path._sound(tuple([segment.placed(placement) for segment in self.segments]))

    def moved(self, by: Point) -> Path:
        """The same path elsewhere: what drawings do most, and so without a placement for each line."""
        place = Placement(by)
        return Path._sound(
            tuple(
                [
                    Straight(each.start + by, each.end + by) if isinstance(each, Straight) else each.placed(place)
                    for each in self.segments
                ]
            )
        )

    def flattened(self, error: float = CHORD_ERROR) -> list[Point]:
        """Points from start to end, no chord farther than *error* mm from the curve."""
        points = [self.start]
        for segment in self.segments:
            if isinstance(segment, Straight):
                points.append(segment.end)
            else:
                points.extend(segment.flattened(error))
        return points

    @once
    def flat(self) -> tuple[Point, ...]:
        """The path flattened at 0.02 mm, once."""
        return tuple(self.flattened())

    @once
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the path, flattened at 0.02 mm."""
        xs, ys = [p.real for p in self.flat], [p.imag for p in self.flat]
        return min(xs), min(ys), max(xs), max(ys)

    @once
    def ring(self) -> LinearRing:
        """A closed path as shapely knows it, flattened at 0.02 mm; its end is its start, to the bit."""
        ring: LinearRing = shapely.linearrings(coordinates(self.flat[:-1]))
        return ring

    @once
    def polygon(self) -> Polygon:
        """The area inside a closed path, flattened at 0.02 mm."""
        area: Polygon = shapely.polygons(self.ring)
        return area

    @once
    def line_string(self) -> LineString:
        """An open path as shapely knows it, flattened at 0.02 mm."""
        line: LineString = shapely.linestrings(coordinates(self.flat))
        return line

    @once
    def hull(self) -> Any:
        """What the path reaches round, as shapely knows it: its convex hull."""
        return self.line_string.convex_hull

    def crossings(self, through: Point, along: complex) -> list[float]:
        """The lengths at which the path crosses the endless straight line through a point, in order."""
        found: list[float] = []
        before = 0.0
        for segment in self.segments:
            for at in crossings(segment, through, along):
                if not found or before + at - found[-1] > SAME:
                    found.append(before + at)
            before += segment.length
        return found

    @once
    def bends(self) -> list[float]:
        """The lengths of the joints at which the direction jumps: corners inside the path."""
        return [
            at
            for at, before, after in zip(self.joints, self.segments, self.segments[1:], strict=False)
            if abs(turn(before.arriving, after.leaving)) > 1e-3
        ]


def coordinates(points: Iterable[Point]) -> npt.NDArray[np.float64]:
    """Complex points as an array of x, y: shapely takes that six times faster than pairs."""
    return np.array(list(points), dtype=complex).view(float).reshape(-1, 2)


def make_polygons(paths: Iterable[Path]) -> None:
    """Have the areas of closed paths at hand: made all at once, they take a third of the time."""
    waiting = list(paths)
    chains = [path.flat[:-1] for path in waiting]
    indices = np.repeat(np.arange(len(chains)), [len(points) for points in chains])
    rings = shapely.linearrings(coordinates(chain.from_iterable(chains)), indices=indices)
    for path, ring, area in zip(waiting, rings, shapely.polygons(rings), strict=True):
        path.__dict__.update(ring=ring, polygon=area)


def line_path(*points: Point) -> Path:
    """The straight lines from point to point."""
    return Path(tuple([Straight(p, q) for p, q in pairwise(points)]))


def joined(paths: Iterable[Path]) -> Path:
    """One path from several that follow each other."""
    return Path(tuple([segment for path in paths for segment in path.segments]))


def _between(segment: Segment, low: float, high: float) -> Segment | None:
    """The stretch of one segment from *low* to *high* mm, of which either may lie beyond its ends."""
    low, high = max(low, 0.0), min(high, segment.length)
    if high - low <= SAME:
        return None
    if high < segment.length - SAME:
        segment = segment.split(high)[0]
    return segment.split(low)[1] if low > SAME else segment


def arc_through(start: Point, end: Point, sweep: float) -> Path:
    """One arc as a path; *sweep* in radians, left turns positive."""
    return Path((Arc(start, end, sweep),))


def quarter(start: Point, end: Point) -> Arc:
    """A quarter circle that turns left from *start* to *end*."""
    return Arc(start, end, math.pi / 2)
