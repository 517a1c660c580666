"""Measuring what has been drafted: distances to an outline, what sticks out of one, the tightest bend of a path."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

import shapely
from shapely import LineString, Polygon

from bagpattern.geometry.areas import line_string, polygon
from bagpattern.geometry.path import Path, coordinates
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point, cross, turn
from bagpattern.geometry.segments import Arc, Cubic, Straight

_CURVATURE_SAMPLES = 16
_SMOOTH = 1e-3


def points_at(path: Path, shares: Sequence[float]) -> list[Point]:
    """The points at these shares of a path's length."""
    if len(path.segments) == 1 and isinstance(path.segments[0], Straight):
        return [path.start + (path.end - path.start) * share for share in shares]
    return [path.point_at(path.length * share) for share in shares]


def distances(outlines: Sequence[Polygon], points: Sequence[Point]) -> list[float]:
    """mm from each point to the outline at the same place, whether inside or outside of it."""
    rings = {key: outline.exterior for key, outline in {id(outline): outline for outline in outlines}.items()}
    found = shapely.distance(shapely.points(coordinates(points)), [rings[id(outline)] for outline in outlines])
    return [float(each) for each in found]


def distance_to(path: Path, at: Point) -> float:
    """mm from a path, flattened, to a point."""
    return float(line_string(path).distance(shapely.Point(at.real, at.imag)))


def are_valid(outlines: Sequence[Polygon]) -> list[bool]:
    """Whether each outline is simple."""
    return [bool(each) for each in shapely.is_valid(outlines)]


def run_left(outlines: Sequence[Polygon]) -> list[bool]:
    """Whether each outline runs counter-clockwise."""
    return [bool(each) for each in shapely.is_ccw([outline.exterior for outline in outlines])]


def cover(outers: Sequence[Polygon], inners: Sequence[Polygon | LineString], slack: float) -> list[bool]:
    """Whether each inner area or line lies inside the outer area of the same place, or less than *slack* mm beyond."""
    return [
        bool(properly)
        or bool(outer.equals_exact(inner))
        or bool(outer.covers(inner))
        or bool(outer.buffer(slack).covers(inner))
        for properly, outer, inner in zip(shapely.contains_properly(outers, inners), outers, inners, strict=True)
    ]


def cover_paths(outers: Sequence[Polygon], paths: Sequence[Path], slack: float) -> list[bool]:
    """Whether each path lies inside the area at the same place, or less than *slack* mm beyond it."""
    return cover(outers, [line_string(path) for path in paths], slack)


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


def is_convex(outline: Path) -> bool:
    """Whether a closed counter-clockwise path of lines and arcs turns left all the way; a cubic is not looked into."""
    segments = outline.segments
    if any(isinstance(segment, Cubic) or (isinstance(segment, Arc) and segment.sweep < 0) for segment in segments):
        return False
    return all(turn(before.arriving, after.leaving) > -_SMOOTH for before, after in pairwise((*segments, segments[0])))


def is_symmetrical(outline: Path) -> bool:
    """Whether a closed outline is its own image in an upright mirror, to 0.1 mm all round."""
    left, _, right, _ = outline.bounds
    image = outline.placed(Placement(complex(left + right), mirrored=True))
    apart = polygon(outline).symmetric_difference(polygon(image.reversed()))
    return float(apart.area) < 0.1 * outline.length
