"""The roll-top: a backpack on a rectangular, oval or stadium base, its rim rolled down and clipped."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem
from bagpattern.lengths import over
from bagpattern.parameters import choice, measure, part, table
from bagpattern.parts.bodies.bases import SHAPES, Footprint
from bagpattern.parts.bodies.tube import HALVES, WALLS
from bagpattern.parts.carried import Carried
from bagpattern.parts.carrying.anchor import Anchor
from bagpattern.parts.carrying.handle import Handle
from bagpattern.parts.carrying.rings import Crossbody
from bagpattern.parts.part import BagPart
from bagpattern.parts.straps import STRAPS, Straps
from bagpattern.parts.tops import TOPS, Top
from bagpattern.proposals import make_it
from bagpattern.styles._tube import TubeBag, ring_faults, rings_of
from bagpattern.values import value
from bagpattern.words import words


@value
class Dimensions(Footprint):
    """The finished size, seam to seam."""

    base: str = choice(
        "rectangular", SHAPES, "rectangular; rounded; stadium: straight with round ends; oval: of four arcs; round"
    )
    width: float = measure("28 cm", "9 cm", "60 cm", "across; of a round base its diameter")
    height: float = measure("42 cm", "12 cm", "90 cm", "from the base to where the rim is rolled down to")


@value
class RollTop(TubeBag):
    """A backpack whose rim is rolled down and clipped, with shoulder straps and a handle."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    closure: Top = part(TOPS, "roll-top", "how the rim is closed")
    build: str = choice(
        HALVES,
        WALLS,
        "of the wall, halves: a front and a back; wrapped: the back goes round the sides; front-wrapped: the front "
        "does; one-piece: one seam",
    )
    anchor: Anchor = table(Anchor, "the patch that holds straps and handle")
    straps: Straps = part(STRAPS, "padded", "the shoulder straps, or one strap that is both")
    handle: Handle = table(Handle, "the grab handle")
    crossbody: Crossbody = table(Crossbody, "side rings and their strap")

    @property
    def litres(self) -> float:
        """Of a box round it."""
        size = self.dimensions
        return size.width * size.height * size.settled(0.0).depth / 1e6

    @property
    def walled(self) -> str:
        """As it is asked for."""
        return self.build

    def faults(self) -> Iterator[Problem]:
        """Why there is no such bag, or why it cannot be carried so."""
        yield from super().faults()
        yield from ring_faults(self.build, self.crossbody)
        yield from self._carried.faults(self.wearer)
        most = self.dimensions.width / 2 - self.straps.width
        if over(self.straps.base_inset, most):
            mend = make_it(self.straps, "base_inset", most=most, otherwise=words("make the bag wider"))
            yield Problem("straps.base_inset", words("the tabs at the base would overlap: {mend}", mend=mend))

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it; then straps and handle, within the back's own width, below what is rolled down."""
        yield from super().fitted()
        width = self.dimensions.width
        beside = (self.tube().across - width) / 2
        yield from self._carried.on_back(self.anchor, self.wearer, width, beside, self.top.rise)

    def hung(self) -> Iterator[tuple[str, BagPart]]:
        """The side rings; a wall in one piece has no place for them."""
        yield "crossbody", self._carried.strap(self.wearer)

    @property
    def _carried(self) -> Carried:
        return Carried(self.straps.for_size(self.litres), self.handle, rings_of(self.build, self.crossbody))
