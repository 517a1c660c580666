"""Lines inside a panel at which the bag has an edge, or may have one: creases, wall borders, turned-down tops."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from bagpattern.geometry.nearness import depth
from bagpattern.geometry.points import Point, dot
from bagpattern.model.closing import Closes
from bagpattern.model.marks import LineKind
from bagpattern.model.panel import Role
from bagpattern.model.wall import Wall

if TYPE_CHECKING:
    from bagpattern.model.draft import Draft
    from bagpattern.model.marks import Line
    from bagpattern.model.panel import Panel
    from bagpattern.model.pattern import Pattern
    from bagpattern.model.wall import Facet

_INSIDE = 2.0
"""mm: a line whose middle is nearer to the outline than this runs along it."""
_SHORT = 8.0
_SAME = 1.0

Fold = tuple[Point, Point]


def folds_of(panel: Panel, copy: int) -> tuple[Fold, ...]:
    """Straight lines inside a panel, each once: the borders of its walls, and lines that stay creased in the bag."""
    found: list[Fold] = []
    for start, end in _candidates(panel, copy):
        if abs(end - start) > _SHORT and _is_inside(panel, start, end):
            _add(found, start, end)
    return tuple(found)


def _candidates(panel: Panel, copy: int) -> Iterator[Fold]:
    for line in panel.lines:
        if line.crease:
            yield line.path.start, line.path.end
    for facet in panel.facets:
        if facet.outline is not None and facet.copy in (0, copy):
            yield from pairwise([segment.start for segment in facet.outline.segments] + [facet.outline.end])


def _is_inside(panel: Panel, start: Point, end: Point) -> bool:
    return all(depth(panel.stitching_line, start + (end - start) * share) > _INSIDE for share in (0.25, 0.5, 0.75))


def _add(found: list[Fold], start: Point, end: Point) -> None:
    """Keep a line, unless another lies on it."""
    along = (end - start) / abs(end - start)
    for one, other in found:
        aside = [abs(dot(each - start, along * 1j)) for each in (one, other)]
        reach = sorted(dot(each - start, along) for each in (one, other))
        if max(aside) < _SAME and reach[0] < abs(end - start) - _SAME and reach[1] > _SAME:
            return
    found.append((start, end))


def roll_lines(panel: Panel) -> tuple[Line, ...]:
    """The lines across a panel of the body down to which a part of the bag rolls its top."""
    body = panel.role is Role.BODY
    return tuple(each for each in panel.lines if body and each.kind is LineKind.FOLD and each.owner and not each.crease)


def is_rolled(pattern: Pattern) -> bool:
    """Whether its top is rolled down."""
    return any(roll_lines(panel) for panel in pattern.draft.panels)


def folds_once(draft: Draft) -> bool:
    """Whether what is called rolled is folded down once, so that all of it is seen."""
    return any(each.kind is Closes.ROLL and each.turns == 1 for each in draft.closings)


def turned_down(draft: Draft, panel: Panel) -> tuple[Fold, ...]:
    """The lines of a panel along which a top is folded down once, over the front, and the middles of its sides above.

    There a side goes from the layer of the front to that of the back.
    """
    lines = roll_lines(panel) if folds_once(draft) else ()
    middles = (_middle_above(panel, line, facet) for line in lines for facet in panel.facets if _is_side(facet, line))
    return (*((line.path.start, line.path.end) for line in lines), *middles)


def _is_side(facet: Facet, line: Line) -> bool:
    """Whether that wall is a side of the bag, and a line runs right across it, so that its middle is no seam."""
    ends = line.path.start, line.path.end
    return facet.wall in (Wall.LEFT, Wall.RIGHT) and all(facet.has(each) for each in ends)


def _middle_above(panel: Panel, line: Line, facet: Facet) -> Fold:
    """From the middle of a line across a wall up to the rim."""
    middle = (line.path.start + line.path.end) / 2
    area = panel.stitching_line if facet.outline is None else facet.outline
    return middle, middle + facet.up * max(dot(each - middle, facet.up) for each in area.flat)
