"""Areas: what shapely is for. Every polygon here is flattened from exact paths at 0.02 mm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import shapely
from shapely import LinearRing, LineString, Polygon
from shapely.geometry import box

from bagpattern.geometry.outline import MITRE_LIMIT, Side
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import Point, point

SAME_LENGTH = 0.05
"""mm: a stretch shorter than this is a touch, given the error of flattened curves."""


def coordinates(points: Iterable[Point]) -> list[tuple[float, float]]:
    """Complex points as pairs."""
    return [(p.real, p.imag) for p in points]


def polygon(path: Path) -> Polygon:
    """The area inside a closed path."""
    return Polygon(coordinates(path.flattened()[:-1]))


def line_string(path: Path) -> LineString:
    """An open path as shapely knows it."""
    return LineString(coordinates(path.flattened()))


def is_simple(path: Path) -> bool:
    """Whether a closed path never touches or crosses itself."""
    return bool(LinearRing(coordinates(path.flattened()[:-1])).is_valid)


def contains(outer: Path, inner: Path, margin: float = 0.0) -> bool:
    """Whether *inner*, closed or open, lies inside the closed *outer*, *margin* mm or more from it."""
    area = polygon(outer)
    line = line_string(inner)
    return bool(area.covers(line)) and (margin <= 0 or area.exterior.distance(line) >= margin - 1e-6)


def grown(sides: Sequence[Side]) -> Path:
    """The cutting line where the exact one does not exist: the panel and a strip along each edge, united.

    The result is flattened; its corners are mitred. Negative distances cut the strips away instead.
    """
    panel = Polygon(coordinates(p for side in sides for p in side.path.flattened()[:-1]))
    for side in sides:
        if side.distance == 0:
            continue
        strip = line_string(side.path).buffer(
            abs(side.distance), cap_style="flat", join_style="mitre", mitre_limit=MITRE_LIMIT
        )
        panel = panel.union(strip) if side.distance > 0 else panel.difference(strip)
    largest = max(getattr(panel, "geoms", [panel]), key=lambda part: float(part.area))
    ring = shapely.geometry.polygon.orient(Polygon(largest.exterior)).exterior.coords
    return line_path(*(point(x, y) for x, y in ring))


def bounds(paths: Iterable[Path]) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of some paths, flattened."""
    points = [p for path in paths for p in path.flattened()]
    xs, ys = [p.real for p in points], [p.imag for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def area(path: Path) -> float:
    """mm2 inside a closed path."""
    return float(polygon(path).area)


def rectangle_area(left: float, bottom: float, right: float, top: float) -> Polygon:
    """An upright rectangle."""
    return box(left, bottom, right, top)


def holds(outline: Polygon, at: Point) -> bool:
    """Whether a point lies inside an area or on its edge."""
    return bool(shapely.intersects_xy(outline, at.real, at.imag))


def crosses(outer: Path, line: Path) -> bool:
    """Whether some of *line* lies inside the closed *outer* and some outside."""
    area, string = polygon(outer), line_string(line)
    inside = float(string.intersection(area).length)
    return SAME_LENGTH < inside < float(string.length) - SAME_LENGTH


def gap(one: Path, other: Path) -> float:
    """mm between what two paths, closed or open, reach round: their convex hulls; 0 when these touch."""
    return float(line_string(one).convex_hull.distance(line_string(other).convex_hull))
