"""The lunch bag: a box whose rim is laid flat and folded down over the front, with a handle on its back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from bagpattern.errors import raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import choice, measure, part, table
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.bodies.box import Level
from bagpattern.parts.carried import Carried
from bagpattern.parts.carrying.anchor import Anchor
from bagpattern.parts.carrying.handle import Handle
from bagpattern.parts.carrying.rings import Crossbody, OnDemand
from bagpattern.parts.part import BagPart
from bagpattern.parts.tops import TOPS, Top
from bagpattern.styles._open_box import BOXED, BUILDS, HELP, beside, box_of, open_box_size, ring_share
from bagpattern.styles._sized import FROM_CONTENTS, SizedBag
from bagpattern.values import replace, value


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("20 cm", "8 cm", "50 cm", "across the front")
    height: float = measure("22 cm", "8 cm", "50 cm", "from the base to where the rim is folded down")
    depth: float = measure("12 cm", "3 cm", "30 cm", "from front to back, at the base")

    from_contents: bool = False
    """Whether the sizes are to follow from what the bag is to hold."""


@value
class LunchBag(SizedBag):
    """A lunch bag: a lined box whose rim is folded down over its front, with a handle on its back."""

    lies: ClassVar[bool] = False

    dimensions: Dimensions = table(Dimensions, "the finished size", word=FROM_CONTENTS)
    build: str = choice("boxed", BUILDS, HELP)
    closure: Top = part(TOPS, "fold-over", "how the rim is closed")
    anchor: Anchor = table(Anchor, "the patch that holds the handle")
    handle: Handle = table(Handle, "the handle on its back")
    crossbody: Crossbody = table(OnDemand, "side rings and their strap")

    @property
    def top(self) -> Top:
        """What closes the rim, over the depth of the bag."""
        return self.closure.over(self.dimensions.depth)

    def body(self) -> Body:
        """Two panels with boxed corners, or five, as much higher as its closure takes."""
        raise_together(self._carried.faults(self.wearer))
        size = self.dimensions
        return box_of(self.build, Level(size.width, size.depth), size.height, self.top)

    @property
    def depth_share(self) -> float:
        """A zip closes boxed corners to a wedge."""
        return 1.0 if self.closure.top_zip is None or self.build not in BOXED else 0.5

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it, and the handle."""
        yield "closure", self.top
        size = self.dimensions
        more = beside(self.build, size.depth)
        yield from self._carried.on_back(self.anchor, self.wearer, size.width, more, self.top.rise)

    def hung(self) -> Iterator[tuple[str, BagPart]]:
        """The side rings."""
        share = ring_share(self.dimensions.height + self.top.rise, self.closure)
        yield "crossbody", replace(self._carried.strap(self.wearer), share=share)

    def finished(self, draft: Draft) -> Finished:
        """Measured on the sewn edges."""
        return open_box_size(self.build, draft, self.top)

    @property
    def _carried(self) -> Carried:
        return Carried(None, self.handle, self.crossbody)
