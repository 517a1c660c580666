"""Areas: what shapely is for. Every polygon here is flattened from exact paths at 0.02 mm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import shapely
from shapely import LineString, Polygon

from bagpattern.geometry.outline import MITRE_LIMIT, Side, cut_off
from bagpattern.geometry.path import Path, coordinates, line_path
from bagpattern.geometry.points import SAME, Point, dot, meet, point, turn
from bagpattern.geometry.segments import Arc, Segment

_ONE_POINT = 1e-4
_GRID = 1e-5
"""mm: united areas share corners on this grid, so that rounding leaves no cracks between them."""
_SMOOTH_TURN = 1e-5
_CORNER = 0.01
"""Radians: a sharper turn between two segments is a corner."""
SAME_LENGTH = 0.05
"""mm: a stretch shorter than this is a touch, given the error of flattened curves."""


def polygon(path: Path) -> Polygon:
    """The area inside a closed path."""
    return path.polygon


def line_string(path: Path) -> LineString:
    """An open path as shapely knows it."""
    return path.line_string


def is_simple(path: Path) -> bool:
    """Whether a closed path never touches or crosses itself."""
    return bool(path.ring.is_valid)


def contains(outer: Path, inner: Path, margin: float = 0.0) -> bool:
    """Whether *inner*, closed or open, lies inside the closed *outer*, *margin* mm or more from it."""
    line = line_string(inner)
    if margin > 0 and outer.ring.distance(line) < margin - 1e-6:
        return False
    return bool(polygon(outer).covers(line))


def inner_radius(outline: Path) -> float:
    """mm of the radius of the largest circle inside a closed path, to 0.02 mm; of a circle its own."""
    arcs = [segment for segment in outline.segments if isinstance(segment, Arc)]
    if len(arcs) == len(outline.segments) and all(abs(each.centre - arcs[0].centre) <= SAME for each in arcs):
        return abs(arcs[0].radius)
    return float(shapely.maximum_inscribed_circle(polygon(outline), tolerance=0.01).length)


def grown(sides: Sequence[Side]) -> Path:
    """The cutting line where the exact one does not exist: the panel, a strip along each edge, and the corners, united.

    The result is flattened; its corners are mitred. Negative distances cut strips away instead. Raises ValueError when
    they leave nothing.
    """
    panel = Polygon(coordinates(p for side in sides for p in side.path.flat[:-1]))
    parts = [part for side in sides for part in _parts(side)]
    panel = shapely.union_all([panel, *_strips(parts), *_corners(parts)], grid_size=_GRID)
    for side in sides:
        if side.distance < 0:
            panel = panel.difference(line_string(side.path).buffer(-side.distance, cap_style="flat"))
    largest = max(getattr(panel, "geoms", [panel]), key=lambda part: float(part.area))
    ring = shapely.geometry.polygon.orient(Polygon(largest.exterior)).exterior.coords
    return line_path(*_apart([point(x, y) for x, y in ring]))


def _parts(side: Side) -> Iterator[Side]:
    """What lies between its corners: round a whole outline each has a strip of its own."""
    found: list[tuple[Segment, ...]] = []
    for each in side.path.segments:
        goes_on = bool(found) and _is_smooth(found[-1][-1], each)
        found.append((*(found.pop() if goes_on else ()), each))
    closed = abs(side.path.end - side.path.start) <= SAME
    if len(found) > 1 and closed and _is_smooth(found[-1][-1], found[0][0]):
        found[0] = (*found.pop(), *found[0])
    yield from (side._replace(path=Path(each)) for each in found)


def _is_smooth(before: Segment, after: Segment) -> bool:
    return abs(turn(before.arriving, after.leaving)) < _CORNER


def _strips(sides: Iterable[Side]) -> Iterator[Polygon]:
    """What each edge gains: on its outer side only, or a wide hem would reach across a narrow panel."""
    for side in sides:
        if side.distance > 0:
            yield line_string(side.path).buffer(
                -side.distance, single_sided=True, join_style="mitre", mitre_limit=MITRE_LIMIT
            )


def _corners(sides: Sequence[Side]) -> Iterator[Polygon]:
    """What fills each outer corner between two strips: out to where their edges meet, or to the mitre's limit."""
    for before, after in zip(sides, (*sides[1:], sides[0]), strict=True):
        at, along, onward = before.path.end, before.path.arriving, after.path.leaving
        start, end = at - 1j * along * before.distance, at - 1j * onward * after.distance
        if min(before.distance, after.distance) > 0 and turn(along, onward) > _SMOOTH_TURN:
            corner = [at, start, end]
            tip = meet(start, along, end, onward)
            if tip is not None and dot(tip - start, along) > 0 > dot(tip - end, onward):
                far = MITRE_LIMIT * max(before.distance, after.distance)
                corner = [at, start, *([tip] if abs(tip - at) <= far else cut_off(start, end, tip, far, far)), end]
            yield Polygon(coordinates(corner))


def _apart(ring: Sequence[Point]) -> list[Point]:
    """A closed ring without the points that rounding put in one place."""
    kept = [ring[0]]
    for p in ring[1:-1]:
        if abs(p - kept[-1]) > _ONE_POINT and abs(p - ring[0]) > _ONE_POINT:
            kept.append(p)
    return [*kept, ring[0]]


def bounds(paths: Iterable[Path]) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of some paths, flattened."""
    lefts, bottoms, rights, tops = zip(*[path.bounds for path in paths], strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def area(path: Path) -> float:
    """mm2 inside a closed path."""
    return float(polygon(path).area)


def overlap(one: Path, other: Path) -> bool:
    """Whether two closed paths share more than an edge."""
    return bool(polygon(one).intersection(polygon(other)).area > 1e-6)


def common(one: Path, other: Path) -> Path:
    """What two closed paths that overlap share, flattened; of several parts the largest."""
    shared = polygon(one).intersection(polygon(other))
    largest = max(getattr(shared, "geoms", [shared]), key=lambda each: each.area)
    corners = shapely.remove_repeated_points(shapely.orient_polygons(largest), SAME).exterior.coords
    return line_path(*(point(*at) for at in corners))


def stretch_in(outer: Path, line: Path) -> Path | None:
    """What of a straight line lies inside the closed *outer*; None where nothing does."""
    shared = line_string(line).intersection(polygon(outer))
    if shared.length < SAME_LENGTH:
        return None
    ends = [point(*at) for at in (shared.coords[0], shared.coords[-1])]
    along = line.end - line.start
    return line_path(*sorted(ends, key=lambda each: dot(each - line.start, along)))


def holds(outline: Polygon, at: Point) -> bool:
    """Whether a point lies inside an area or on its edge."""
    return bool(shapely.intersects_xy(outline, at.real, at.imag))


def inside(outer: Path, line: Path) -> bool:
    """Whether *line* lies inside the closed *outer*, ends on it allowed, to the last digit."""
    return _outside(outer, line) < SAME_LENGTH


def crosses(outer: Path, line: Path) -> bool:
    """Whether some of *line* lies inside the closed *outer* and some outside."""
    within = float(line_string(line).intersection(polygon(outer)).length)
    return within > SAME_LENGTH and not inside(outer, line)


def _outside(outer: Path, line: Path) -> float:
    """mm of *line* beyond the closed *outer*; what it goes along twice counts once."""
    return float(line_string(line).difference(polygon(outer)).length)


def gap(one: Path, other: Path) -> float:
    """mm between what two paths, closed or open, reach round: their convex hulls; 0 when these touch."""
    return float(one.hull.distance(other.hull))


def swollen(limbs: Iterable[tuple[Point, Point, float, float]], soft: float) -> Path:
    """The outline round limbs that meet: each from a point to a point, with its radii there; *soft* between two."""
    hulls = [
        shapely.convex_hull(shapely.union(*(shapely.Point(at.real, at.imag).buffer(r) for at, r in ((p, a), (q, b)))))
        for p, q, a, b in limbs
    ]
    smooth = shapely.union_all(hulls).buffer(soft).buffer(-soft)
    around = shapely.get_coordinates(smooth.exterior.simplify(0.05))
    return line_path(*(complex(x, y) for x, y in around.tolist()))
