"""Measuring what has been drafted: distances to an outline, what sticks out of one, the tightest bend of a path."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import shapely
from shapely import LineString, Polygon

from bagpattern.geometry.path import Path
from bagpattern.geometry.points import Point, cross
from bagpattern.geometry.segments import Arc, Cubic

_CURVATURE_SAMPLES = 16


def distances(outline: Polygon, points: Sequence[Point]) -> list[float]:
    """mm from each point to the outline, whether inside or outside of it."""
    where = shapely.points([(p.real, p.imag) for p in points])
    return [float(each) for each in shapely.distance(where, outline.exterior)]


def distance_to(path: Path, at: Point) -> float:
    """mm from a path, flattened, to a point."""
    line = LineString([(p.real, p.imag) for p in path.flattened()])
    return float(line.distance(shapely.Point(at.real, at.imag)))


def covers(outer: Polygon, inner: Polygon, slack: float) -> bool:
    """Whether *inner* lies inside *outer*, or less than *slack* mm beyond it."""
    return bool(outer.covers(inner)) or bool(outer.buffer(slack).covers(inner))


def covers_path(outer: Polygon, path: Path, slack: float) -> bool:
    """Whether a path lies inside *outer*, or less than *slack* mm beyond it."""
    line = LineString([(p.real, p.imag) for p in path.flattened()])
    return bool(outer.covers(line)) or bool(outer.buffer(slack).covers(line))


def tightest_radii(path: Path) -> Iterator[float]:
    """The least radius of each curved segment in mm, left turns positive: on an outline, positive bulges outward."""
    for segment in path.segments:
        if isinstance(segment, Arc):
            yield math.copysign(segment.radius, segment.sweep)
        elif isinstance(segment, Cubic):
            yield _tightest(segment)


def _tightest(curve: Cubic) -> float:
    shares = (step / _CURVATURE_SAMPLES for step in range(_CURVATURE_SAMPLES + 1))
    return min((_radius(curve, share) for share in shares), key=abs)


def _radius(curve: Cubic, t: float) -> float:
    """The radius at a parameter: speed cubed over speed crossed with acceleration."""
    speed = curve.speed(t)
    first, second = curve.second - 2 * curve.first + curve.start, curve.end - 2 * curve.second + curve.first
    bend = cross(speed, 6 * ((1 - t) * first + t * second))
    return abs(speed) ** 3 / bend if abs(bend) > 1e-9 and abs(speed) > 1e-9 else math.inf


def clear_inside(outline: Polygon, at: Point, clearance: float) -> bool:
    """Whether a point lies inside an outline, *clearance* mm or more from it."""
    spot = shapely.Point(at.real, at.imag)
    return bool(outline.covers(spot)) and float(outline.exterior.distance(spot)) >= clearance
