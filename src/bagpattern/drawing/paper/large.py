"""Large paper, paid by the sheet: the guide stands in columns left of the pieces, all of it on the first page."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.columns import GUTTER, Column, flow, space
from bagpattern.drawing.guide.code import code
from bagpattern.drawing.guide.squares import COLUMN
from bagpattern.drawing.model import Item
from bagpattern.drawing.names import Names
from bagpattern.drawing.paper.pagemap import page_map
from bagpattern.drawing.paper.spread import Lying, Spread, spread
from bagpattern.drawing.paper.subject import Subject
from bagpattern.geometry.points import point
from bagpattern.layout.paper.pages import CLEAR, Grid, Paper, best_grid
from bagpattern.values import value

LARGE = 400.0
"""mm: paper whose pages show this much in both directions counts as large (A2 and more)."""
_MOST_COLUMNS = 3
_MOST_PAGES = 8  # side by side, at least; more where a strip is longer


@value
class Division:
    """Pieces and grid for one way of laying the paper, with so many columns of guide left of the pieces."""

    subject: Subject
    laid: Spread
    grid: Grid
    columns: int
    left_out: frozenset[str] = frozenset()

    def guide(self, names: Names) -> list[Item]:
        """The guide, hanging from the top of the pieces."""
        return [item for _, item in self._flowed(names)]

    @property
    def fits(self) -> bool:
        """Whether the guide needs no more columns than were kept for it."""
        return max((column for column, _ in self._flowed(Names())), default=0) < self.columns

    def _flowed(self, names: Names) -> Iterator[tuple[int, Item]]:
        several = len(self.grid.tiles) > 1
        maps = page_map(self.grid, self.laid.named(), 0, self.subject.tell) if several else ()
        blocks = self.subject.guide(
            (space(6.0), self.subject.finished(), *code(self.subject.link, self.subject.tell), *maps), self.left_out
        )
        return flow(blocks, self._columns(), names)

    def _columns(self) -> Iterator[Column]:
        number, height = 0, self.grid.height - 2 * CLEAR
        while True:
            x = aside(self.columns) + number * (COLUMN + GUTTER)
            yield Column(number, point(x, self.laid.height), COLUMN, height)
            number += 1


def aside(columns: int) -> float:
    """Where the guide's first column starts, in mm left of the pieces (negative)."""
    return -columns * (COLUMN + GUTTER) - GUTTER


def best_plan(subject: Subject, lying: tuple[Lying, ...], sheet: Paper, left_out: frozenset[str]) -> Division:
    """The plan with the fewest pages, then with the smallest drawing."""
    plans = (_plan(subject, lying, way, left_out) for way in sheet.ways)
    return min(plans, key=lambda plan: (len(plan.grid.tiles), plan.laid.width * plan.laid.height))


def _plan(subject: Subject, lying: tuple[Lying, ...], way: Paper, left_out: frozenset[str]) -> Division:
    """As few columns of guide as it takes."""
    for columns in range(1, _MOST_COLUMNS):
        plan = _with_columns(subject, lying, way, columns, left_out)
        if plan.fits:
            return plan
    return _with_columns(subject, lying, way, _MOST_COLUMNS, left_out)


def _with_columns(
    subject: Subject, lying: tuple[Lying, ...], way: Paper, columns: int, left_out: frozenset[str]
) -> Division:
    across, up = way.tile
    widest = max(each.size.width for each in lying)
    widths = [across * count + aside(columns) - 2 * CLEAR for count in range(1, _MOST_PAGES + 1)]
    fitting = [width for width in widths if width >= widest] or [widest]
    plans = []
    for width in fitting[:3]:
        laid = spread(lying, width)
        beside = (aside(columns), laid.height - up + 2 * CLEAR, aside(0), laid.height)
        grid = best_grid((way,), laid.outlines(), [*laid.side_boxes(), beside], offsets=1)
        plans.append(Division(subject, laid, grid, columns, left_out))
    return min(plans, key=lambda plan: len(plan.grid.tiles))
