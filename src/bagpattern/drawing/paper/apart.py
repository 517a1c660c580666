"""Pages on which no two large pieces meet: each is taped together by itself, and can be put away by itself."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.paper.spread import Lying, Spread, placed, spread
from bagpattern.layout.paper.pages import CLEAR, Grid, Paper, best_grid
from bagpattern.layout.paper.sheet import fill


def pages_apart(lying: tuple[Lying, ...], sheet: Paper) -> tuple[tuple[Spread, Grid], ...]:
    """Each piece that is larger than a page on a grid of its own, then the others, whole, on as few pages as it takes.

    All pages lie the same way, as it takes the fewest.
    """
    plans = [tuple(_one_way(lying, way)) for way in sheet.ways]
    return min(plans, key=lambda plan: sum(len(grid.tiles) for _, grid in plan))


def _one_way(lying: tuple[Lying, ...], way: Paper) -> Iterator[tuple[Spread, Grid]]:
    """All pages lie this *way*."""
    width, height = (side - 2 * CLEAR for side in way.tile)
    sheets, large = fill([each.size for each in lying], (width,), height)
    for index in large:
        laid = spread((lying[index],))
        yield laid, best_grid((way,), laid.outlines(), laid.side_boxes())
    for each in sheets:
        laid = placed(tuple(lying[index] for index in each.indices), each.arranged)
        yield laid, best_grid((way,), laid.outlines(), laid.side_boxes(), offsets=1)
