"""The bucket: a wall round a base of any shape, drawn together at the rim, with a strap from side to side."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem
from bagpattern.parameters import choice, part, table
from bagpattern.parts.bodies.tube import HALVES, WALLS
from bagpattern.parts.carried import Carried
from bagpattern.parts.carrying.rings import Crossbody
from bagpattern.parts.part import BagPart
from bagpattern.parts.tops import TOPS, Top
from bagpattern.styles._tube import TubeBag, ring_faults, rings_of
from bagpattern.values import value


@value
class Bucket(TubeBag):
    """A bucket bag: a wall round a round, oval or rounded base, drawn together at its rim, with a strap."""

    closure: Top = part(TOPS, "drawstring", "how the rim is closed")
    build: str = choice(
        HALVES,
        WALLS,
        "of the wall, halves: a front and a back; wrapped: the back goes round the sides; front-wrapped: the front "
        "does; one-piece: one seam",
    )
    crossbody: Crossbody = table(Crossbody, "side rings and their strap")

    @property
    def walled(self) -> str:
        """As it is asked for."""
        return self.build

    def faults(self) -> Iterator[Problem]:
        """Why there is no such bag; rings hang in side seams."""
        yield from super().faults()
        yield from ring_faults(self.build, self.crossbody)
        yield from self._carried.faults(self.wearer)

    def hung(self) -> Iterator[tuple[str, BagPart]]:
        """The side rings and their strap; a wall in one piece has no place for them."""
        yield "crossbody", self._carried.strap(self.wearer)

    @property
    def _carried(self) -> Carried:
        return Carried(None, None, rings_of(self.build, self.crossbody))
