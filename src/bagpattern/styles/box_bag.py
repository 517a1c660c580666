"""The box bag: a stiff little box whose front, sides and base are one cross, under a lid hinged at its back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from bagpattern.errors import raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import choice, measure, part, table
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.bodies.box import CROSS, Level
from bagpattern.parts.carried import Carried
from bagpattern.parts.carrying.rings import Crossbody
from bagpattern.parts.part import BagPart
from bagpattern.parts.tops import TOPS, Top
from bagpattern.styles._open_box import FIVE, WALLS_HELP, box_of, open_box_size, ring_share
from bagpattern.styles._sized import FROM_CONTENTS, SizedBag
from bagpattern.values import replace, value


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("20 cm", "8 cm", "50 cm", "across the front")
    height: float = measure("14 cm", "8 cm", "40 cm", "from the base to the rim, under the lid")
    depth: float = measure("10 cm", "4 cm", "30 cm", "from front to back")

    from_contents: bool = False
    """Whether the sizes are to follow from what the bag is to hold."""


@value
class BoxBag(SizedBag):
    """A box bag: a lined box of four upright walls, front, sides and base cut as one cross, under a lid."""

    lies: ClassVar[bool] = True

    dimensions: Dimensions = table(Dimensions, "the finished size", word=FROM_CONTENTS)
    build: str = choice(CROSS, tuple(FIVE), WALLS_HELP)
    closure: Top = part(TOPS, "lid", "how the box is closed")
    crossbody: Crossbody = table(Crossbody, "side rings and their strap")

    @property
    def top(self) -> Top:
        """What closes the rim, over the depth of the box."""
        return self.closure.over(self.dimensions.depth)

    def body(self) -> Body:
        """Four walls and a base, as much higher as its closure takes."""
        raise_together(self._carried.faults(self.wearer))
        size = self.dimensions
        return box_of(self.build, Level(size.width, size.depth), size.height, self.top)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it."""
        yield "closure", self.top

    def hung(self) -> Iterator[tuple[str, BagPart]]:
        """The side rings, below the lid."""
        share = ring_share(self.dimensions.height + self.top.rise, self.closure)
        yield "crossbody", replace(self._carried.strap(self.wearer), share=share)

    def finished(self, draft: Draft) -> Finished:
        """Measured on the sewn edges."""
        return open_box_size(self.build, draft, self.top)

    @property
    def _carried(self) -> Carried:
        return Carried(None, None, self.crossbody)
