"""Which shape a bag is drawn in: that of its own front or end, as they are when it is put together; round; or a box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from bagpattern.drawing.steps.hand import Hand
from bagpattern.geometry.cloths import Area, area_of, grown_by, mapped, placed, polygons, rings, together
from bagpattern.geometry.placement import IDENTITY
from bagpattern.geometry.points import SAME, Point, point, unit
from bagpattern.model.operation import Sheet
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Pattern
from bagpattern.model.wall import Wall
from bagpattern.values import kept

Face = tuple[Point, ...]
"""An outline in shares of its width and height, counter-clockwise from any point of it."""
BOX: Face = (0j, 1 + 0j, 1 + 1j, 1j)
_RIGHT_ANGLED, _ROUND, _ALIKE = 0.995, 0.03, 0.06
"""The least share of its box that a rectangle fills; those by which an ellipse and an end may miss what they are."""
_LEAN = (0.8, 1.25), (0.9, 1.45)
"""The least and the most of the bag's height and of its width that its front measures: walls lean, rims are wider."""
_BRIDGED = 0.5
"""mm that close the seam lines between parts that are glued."""


class Shape(NamedTuple):
    """The ``face`` that is seen from before, and how wide it is in mm; or a bag ``is_round``, or lies, its ``end`` to
    the right.
    """

    face: Face
    wide: float
    is_round: bool = False
    end: Face = ()


@kept
def shape_of(pattern: Pattern) -> Shape:
    """The shape of a bag: by its base if that is round, by its front if it stands there as it was cut, by its end."""
    finished, front = pattern.finished, _wall(pattern, Wall.FRONT)
    if _is_round(_wall(pattern, Wall.BASE)):
        return Shape(BOX, finished.width, is_round=True)
    left, low, right, high = front.bounds if front else (0.0, 0.0, 0.0, 0.0)
    sizes = zip(((high - low) / finished.height, (right - left) / finished.width), _LEAN, strict=True)
    stands = all(least < size < most for size, (least, most) in sizes)
    if front and stands and not is_box(face := in_shares(front)):
        return Shape(face, right - left)
    end = _wall(pattern, Wall.LEFT)
    if end and _measures(end, finished.depth, finished.height) and not is_box(outline := in_shares(end)):
        return Shape(BOX, finished.width, end=outline)
    return Shape(BOX, finished.width)


def in_shares(area: Area, points: Iterable[Point] | None = None) -> Face:
    """The outline of an area in shares of its box; or other points."""
    left, low, right, high = area.bounds
    ring = rings(polygons(area)[0])[0]
    kept = (p for p, after in pairwise(ring) if abs(after - p) > SAME)
    shown = kept if points is None else points
    return tuple(point((p.real - left) / (right - left), (p.imag - low) / (high - low)) for p in shown)


def mirrored(face: Face) -> Face:
    """A face as it is seen from the other side."""
    return tuple(complex(1 - p.real, p.imag) for p in face)[::-1]


def is_box(face: Face) -> bool:
    """Whether a face is a rectangle, or nearly."""
    return bool(area_of(face).area > _RIGHT_ANGLED)


def _measures(area: Area, wide: float, high: float) -> bool:
    left, low, right, top = area.bounds
    return wide > 0 and abs((right - left) / wide - 1) < _ALIKE and abs((top - low) / high - 1) < _ALIKE


def _is_round(area: Area | None) -> bool:
    """Whether an area is the ellipse of its box, all round."""
    if area is None:
        return False
    radii = [abs(p - point(0.5, 0.5)) * 2 for p in in_shares(area)]
    return max(abs(each - 1) for each in radii) < _ROUND


def _wall(pattern: Pattern, wall: Wall) -> Area | None:
    """What the outer panels that are a wall bound, as they are glued to each other; None where they are not."""
    panels = [each for each in pattern.draft.panels if each.role is Role.BODY and each.is_on(wall)]
    if not panels:
        return None
    first = panels[0]
    if len(panels) == 1:
        return _facet(pattern, first, wall)
    places = Hand(pattern, tuple(each.id for each in pattern.seams)).group(Sheet(first.id, 1))
    if any(Sheet(each.id, 1) not in places for each in panels):
        return None
    parts = [placed(_facet(pattern, each, wall), places.get(Sheet(each.id, 1), IDENTITY)) for each in panels]
    return grown_by(together(grown_by(each, _BRIDGED) for each in parts), -_BRIDGED)


def _facet(pattern: Pattern, panel: Panel, wall: Wall) -> Area:
    """What of a panel is a wall, its upper side up."""
    facet = next(each for each in panel.facets if each.wall is wall)
    points = list(_without_darts(pattern, panel)) if facet.outline is None else facet.outline.flat
    turn = 1j / unit(facet.up)
    return mapped(area_of(points), lambda p: p * turn)


def _without_darts(pattern: Pattern, panel: Panel) -> Iterator[Point]:
    """The points of a panel's outline, its darts sewn: from one end of each straight to the other."""
    own = [(*each.a, *each.b) for each in pattern.seams]
    folded = {run.on for runs in own for run in runs if {each.panel for each in runs} == {panel.id}}
    if panel.count > 1:
        folded = set()
    for edge in panel.edges:
        if edge.name not in folded:
            yield from edge.path.flat
