"""Strips of cloth caught in the seams round a panel along both of their long edges, as round a cord."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator

from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam
from bagpattern.parts.fittings._around import Chain, Stretch
from bagpattern.parts.sewing.joinery import catching
from bagpattern.said import NOTHING, Said
from bagpattern.values import value
from bagpattern.words import words

BIAS = cmath.rect(1.0, math.pi / 4)
"""The grain of a strip that is cut across it at 45 degrees: it stretches, and so goes round curves."""
_TOUCH = 1e-6


@value
class CaughtStrip:
    """``count`` strips that finish ``across`` mm wide between their seams, joined to the length of a chain."""

    id: str
    title: Said
    material: str
    across: float
    chain: Chain
    count: int
    bias: bool

    @property
    def each(self) -> float:
        """mm of one strip."""
        return self.chain.length / self.count

    def draft(self) -> Draft:
        """The strips, joined end to end, and to a ring where the chain is closed."""
        ends = Finish.SEAM if self.chain.closed else Finish.RAW
        sides = rectangle(self.each, self.across)
        edges = (
            Edge("lower", sides.bottom),
            Edge("end", sides.right, ends),
            Edge("upper", sides.top),
            Edge("start", sides.left, ends),
        )
        note = words("on the bias") if self.bias else NOTHING
        grain = BIAS if self.bias else 1 + 0j
        panel = Panel(self.id, self.title, self.material, Role.OTHER, edges, count=self.count, grain=grain, note=note)
        return Draft((panel,), tuple(self._joins()))

    def _joins(self) -> Iterator[Seam]:
        for copy in range(1, self.count + 1) if self.chain.closed else ():
            following = Run(self.id, "start", copy=copy % self.count + 1, reversed=True)
            yield Seam(f"{self.id} join {copy}", (Run(self.id, "end", copy=copy),), (following,))

    def caught(self, bag: Draft) -> Draft:
        """*bag*, to which the strips belong, with both of their edges caught all along the chain."""
        done = 0.0
        for stretch in self.chain.stretches:
            bag = catching(bag, stretch.seam, *self._in(stretch, done))
            done += stretch.length
        return bag

    def _in(self, stretch: Stretch, start: float) -> Iterator[Caught]:
        """What is caught in one stretch, which begins *start* mm along the joined strips."""
        end, each = start + stretch.length, self.each
        for copy in range(1, self.count + 1):
            low, high = max(start, (copy - 1) * each), min(end, copy * each)
            if high - low > _TOUCH:
                at = stretch.at + (end - high if stretch.turned else low - start)
                yield from self._both(copy, low - (copy - 1) * each, high - (copy - 1) * each, at, stretch.turned)

    def _both(self, copy: int, low: float, high: float, at: float, turned: bool) -> Iterator[Caught]:
        lower = Run(self.id, "lower", low, high, reversed=turned, copy=copy)
        upper = Run(self.id, "upper", self.each - high, self.each - low, reversed=not turned, copy=copy)
        yield from (Caught((run,), at) for run in (lower, upper))
