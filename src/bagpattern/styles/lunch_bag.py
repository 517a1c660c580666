"""The lunch bag: a box whose rim is laid flat and folded down over the front, with a handle on its back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from bagpattern.parameters import choice, measure, part, table
from bagpattern.parts.carried import Carried
from bagpattern.parts.carrying.anchor import Anchor
from bagpattern.parts.carrying.handle import Handle
from bagpattern.parts.carrying.rings import Crossbody, OnDemand
from bagpattern.parts.part import BagPart
from bagpattern.parts.tops import TOPS, Top
from bagpattern.styles._open_box import BUILDS, HELP, UprightBox, UprightSizes, beside
from bagpattern.styles._sized import FROM_CONTENTS
from bagpattern.values import value


@value
class Dimensions(UprightSizes):
    """The finished size, seam to seam."""

    height: float = measure("22 cm", "8 cm", "50 cm", "from the base to where the rim is folded down")


@value
class LunchBag(UprightBox):
    """A lunch bag: a lined box whose rim is folded down over its front, with a handle on its back."""

    lies: ClassVar[bool] = False

    dimensions: Dimensions = table(Dimensions, "the finished size", word=FROM_CONTENTS)
    build: str = choice("boxed", BUILDS, HELP)
    closure: Top = part(TOPS, "fold-over", "how the rim is closed")
    anchor: Anchor = table(Anchor, "the patch that holds the handle")
    handle: Handle = table(Handle, "the handle on its back")
    crossbody: Crossbody = table(OnDemand, "side rings and their strap")

    @property
    def carried(self) -> Carried:
        """What it is carried by."""
        return Carried(None, self.handle, self.crossbody)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it, and the handle."""
        yield from super().fitted()
        size = self.dimensions
        more = beside(self.build, size.depth)
        yield from self.carried.on_back(self.anchor, self.wearer, size.width, more, self.top.rise)
