"""Strips of cloth caught in the seams round a panel along both of their long edges, as round a cord."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator
from itertools import pairwise, product

from bagpattern.geometry.path import line_path
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam
from bagpattern.parts.fittings._around import Chain, Stretch
from bagpattern.parts.sewing.joinery import catching
from bagpattern.said import NOTHING, Said
from bagpattern.values import replace, value
from bagpattern.words import words

BIAS = cmath.rect(1.0, math.pi / 4)
"""The grain of a strip that is cut across it at 45 degrees: it stretches, and so goes round curves."""
_TOUCH = 1e-6


@value
class CaughtStrip:
    """A strip that finishes ``across`` mm wide between its seams, as long as a chain.

    Round a closed chain it is ``count`` equal lengths, whose slanting ends are joined to a ring; along an open one it
    is one strip, which is joined like any other where its cloth needs that.
    """

    id: str
    title: Said
    material: str
    across: float
    chain: Chain
    count: int
    bias: bool

    @property
    def each(self) -> float:
        """mm of one length."""
        return self.chain.length / self.count

    @property
    def _slant(self) -> float:
        """mm by which the upper edge of a length lies further on than the lower one: joints at 45 degrees."""
        return self.across if self.chain.closed else 0.0

    def draft(self) -> Draft:
        """The strip, and the joints that make it a ring where the chain is closed."""
        ends = Finish.SEAM if self.chain.closed else Finish.RAW
        corner, aside = complex(self.each), complex(self._slant, self.across)
        lower, end, upper, start = (line_path(*pair) for pair in pairwise((0j, corner, corner + aside, aside, 0j)))
        edges = (Edge("lower", lower), Edge("end", end, ends), Edge("upper", upper), Edge("start", start, ends))
        note = words("on the bias") if self.bias else NOTHING
        grain = BIAS if self.bias else 1 + 0j
        panel = Panel(self.id, self.title, self.material, Role.OTHER, edges, count=self.count, grain=grain, note=note)
        return Draft((replace(panel, joints=0 if self.chain.closed else None),), tuple(self._joins()))

    def _joins(self) -> Iterator[Seam]:
        for copy in range(1, self.count + 1) if self.chain.closed else ():
            following = Run(self.id, "start", copy=copy % self.count + 1, reversed=True)
            yield Seam(f"{self.id} join {copy}", (Run(self.id, "end", copy=copy),), (following,))

    def caught(self, bag: Draft) -> Draft:
        """*bag*, to which the strip belongs, with both of its edges caught all along the chain."""
        done = 0.0
        for stretch in self.chain.stretches:
            bag = catching(bag, stretch.seam, *self._in(stretch, done))
            done += stretch.length
        return bag

    def _in(self, stretch: Stretch, start: float) -> Iterator[Caught]:
        """What is caught in one stretch, which begins *start* mm along the chain: the lower edges, then the upper ones.

        Beyond the end of a closed chain the slant of the last length lies at its beginning.
        """
        end = start + stretch.length
        for on, slant in (("lower", 0.0), ("upper", self._slant)):
            for copy, turn in product(range(1, self.count + 1), (0.0, self.chain.length) if slant else (0.0,)):
                at = (copy - 1) * self.each + slant - turn
                low, high = max(start, at), min(end, at + self.each)
                if high - low > _TOUCH:
                    run = self._run(on, copy, low - at, high - at, stretch.turned)
                    yield Caught((run,), stretch.at + (end - high if stretch.turned else low - start))

    def _run(self, on: str, copy: int, low: float, high: float, turned: bool) -> Run:
        """A stretch of an edge of one copy, from *low* to *high* mm along the chain from where that edge begins."""
        if on == "lower":
            return Run(self.id, on, low, high, reversed=turned, copy=copy)
        return Run(self.id, on, self.each - high, self.each - low, reversed=not turned, copy=copy)
