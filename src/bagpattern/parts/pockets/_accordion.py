"""A strip folded like an accordion into slots that rise in steps: where its folds lie, and how long it is.

Seen from the side the strip goes up to the edge of the lowest slot, down behind it as deep as a slot is, up to the
edge of the next, which lies a step higher, and so on; behind the last slot it goes up to its own top. So every slot is
closed at its base by a fold [construction 4.6, D].
"""

from __future__ import annotations

from itertools import product

from bagpattern.geometry import areas
from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import Placement, moved
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle_path
from bagpattern.model.panel import Panel
from bagpattern.parts.pockets._spots import CLEAR, HIGHEST, shifts
from bagpattern.parts.sewing.clearing import first_that, obstacle, up_from, upright
from bagpattern.values import replace, value

ABOVE = 13.0
"""mm of the strip above the edge of the last slot: 1/2 in [construction 4.6: angelas]."""
_BASES = (15.0, 25.0, 40.0, 60.0)
"""mm above the base of a panel: where smaller slots are looked for when none fit where they were asked for."""


@value
class Accordion:
    """The folded strip on its host; everything in mm, inside the stitching.

    ``side`` is from the stitching to the finished side, ``end`` from that to the finished base and top. It lies
    ``shift`` to the right of the host's middle.
    """

    host: Panel
    columns: int
    rows: int
    column: float
    depth: float
    step: float
    base: float
    side: float
    end: float
    shift: float = 0.0

    @property
    def width(self) -> float:
        """Of all columns."""
        return self.columns * self.column

    @property
    def height(self) -> float:
        """Folded."""
        return self.depth + (self.rows - 1) * self.step + ABOVE

    @property
    def folds(self) -> tuple[tuple[float, float], ...]:
        """Along the flat strip, for each slot from the lowest: the fold at its edge, and the one at its base."""
        edges = (self.depth + row * (2 * self.depth + self.step) for row in range(self.rows))
        return tuple((edge, edge + self.depth) for edge in edges)

    @property
    def length(self) -> float:
        """Of the flat strip: behind the last slot it rises by the depth of that, and to its top."""
        return self.folds[-1][1] + self.depth + ABOVE

    @property
    def layers(self) -> int:
        """How often it lies on itself where it does so most."""
        bases = [row * self.step for row in range(self.rows)]
        down = [(base, base + self.depth) for base in bases]
        up = [(0.0, self.depth), *((base, base + self.depth + self.step) for base in bases)]
        return max(sum(low <= at < high for low, high in (*down, *up)) for at in bases)

    def around(self, outside: bool = False) -> Path:
        """Its stitching all round, or its finished edge, on the host."""
        side, end = (self.side, self.end) if outside else (0.0, 0.0)
        size = self.width + 2 * side, self.height + 2 * end
        return rectangle_path(*size, point(self.width / 2, self.height / 2)).placed(self.at)

    @property
    def at(self) -> Placement:
        """Lays what is drawn from the lower left corner of its stitching on the host."""
        left, _, right, _ = areas.bounds([self.host.stitching_line])
        return moved((left + right - self.width) / 2 + self.shift, upright(self.host)[0] + self.base + self.end)

    @property
    def fits(self) -> bool:
        """Whether the host has room for it."""
        return obstacle(self.host, self.around(outside=True), CLEAR) is None

    def changes(self, other: Accordion) -> dict[str, float]:
        """In which of columns, rows and base another differs, with the values that it has."""
        keys = ("columns", "rows", "base")
        return {key: getattr(other, key) for key in keys if getattr(other, key) != getattr(self, key)}

    def nearest(self) -> list[Accordion]:
        """Those that fit with one of columns, rows and base changed; else the largest that fits at all, if any does."""
        columns = (replace(self, columns=each) for each in range(self.columns - 1, 0, -1))
        rows = (replace(self, rows=each) for each in range(self.rows - 1, 0, -1))
        bases = (replace(self, base=each) for each in up_from(CLEAR, HIGHEST))
        one = [first_that(lambda each: each.fits, tries) for tries in (columns, rows, bases)]
        if any(one):
            return [each for each in one if each is not None]
        sizes = product(range(self.columns, 0, -1), range(self.rows, 0, -1), (self.base, *_BASES))
        smaller = (replace(self, columns=columns, rows=rows, base=base) for columns, rows, base in sizes)
        found = first_that(lambda each: each.fits, smaller)
        return [] if found is None else [found]

    def aside(self, where: str) -> Accordion:
        """This one as near to a side of its host as it has room; in the middle where it has none."""
        left, _, right, _ = areas.bounds([self.host.stitching_line])
        most = (right - left - self.width) / 2 - self.side - CLEAR
        tries = (replace(self, shift=each) for each in shifts(where, most))
        return first_that(lambda each: each.fits, tries) or self
