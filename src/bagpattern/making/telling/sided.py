"""On which side of the bag a part is laid of which there is another, where the name of its panel does not say it."""

from __future__ import annotations

from bagpattern.geometry.points import Point
from bagpattern.making.bench import Bench
from bagpattern.model.operation import Operation
from bagpattern.model.panel import Panel
from bagpattern.model.wall import Wall

_SIDES = Wall.LEFT, Wall.RIGHT
_FACES = Wall.FRONT, Wall.BACK
_NEAR = 1.0
"""mm from the outline of a wall to what is still on it."""
_MIDDLE = 0.2
"""Of a panel's width, on either side of its middle: what lies there is on neither side [K]."""


def is_one_of_several(bench: Bench, alike: tuple[Operation, ...]) -> bool:
    """Whether some copies of a piece are laid there, and the others elsewhere."""
    first = alike[0].pieces[0]
    return bool(first.copy) and len({each.pieces[0].copy for each in alike}) < bench.draft[first.panel].count


def side_of(bench: Bench, operation: Operation) -> Wall | None:
    """The left or the right of the bag, as one stands before it; None where it is neither, or the panel's name says it.

    A panel in one piece with its neighbours has a side where that wall of it is.
    """
    if len(operation.on) != 1 or operation.on[0].start is None or operation.on[0].end is None:
        return None
    panel = bench.draft[operation.on[0].panel]
    at = panel.along(operation.on[0].on).path.point_at((operation.on[0].start + operation.on[0].end) / 2)
    if any(facet.wall in _SIDES and facet.outline for facet in panel.facets):
        return next((each for each in _SIDES if _is_on(panel, each, at)), None)
    return _half(panel, at) if any(map(panel.is_on, _FACES)) else None


def _is_on(panel: Panel, wall: Wall, at: Point) -> bool:
    for facet in panel.facets:
        if facet.wall is wall and facet.outline:
            left, low, right, high = facet.outline.bounds
            return left - _NEAR < at.real < right + _NEAR and low - _NEAR < at.imag < high + _NEAR
    return False


def _half(panel: Panel, at: Point) -> Wall | None:
    """The half of a face in which a point lies: from outside the back is seen in a mirror."""
    left, _, right, _ = panel.stitching_line.bounds
    off = (at.real - (left + right) / 2) / (right - left)
    if abs(off) < _MIDDLE:
        return None
    return Wall.RIGHT if (off > 0) is panel.looks_forward else Wall.LEFT
