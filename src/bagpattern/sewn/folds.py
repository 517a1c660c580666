"""Lines inside a panel at which the bag has an edge, or may have one: creases, and where two of its walls meet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from bagpattern.geometry.nearness import depth
from bagpattern.geometry.points import Point, dot

if TYPE_CHECKING:
    from bagpattern.model.panel import Panel

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
