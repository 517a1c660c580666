"""The frame purse: a flat, rounded purse whose rim is held by a metal frame, glued on or sprung in channels."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import measure, part, table
from bagpattern.parts.bodies.flat import FlatBody
from bagpattern.parts.bodies.framed import FramedBody
from bagpattern.parts.bodies.two_panels import TwoPanels
from bagpattern.parts.carried import Carried
from bagpattern.parts.carrying.rings import Crossbody, OnDemand
from bagpattern.parts.part import BagPart
from bagpattern.parts.tops import TOPS, Top
from bagpattern.styles._bag import Bag
from bagpattern.styles._flat import flat_problems
from bagpattern.styles._framed import framed_finished, framed_problems
from bagpattern.values import value


@value
class Dimensions:
    """The finished size, laid flat."""

    width: float = measure("16 cm", "8 cm", "40 cm", "across, at its widest")
    height: float = measure("14 cm", "7 cm", "35 cm", "from the base to the rim, with the frame's arms")
    bottom_radius: float = measure("40 mm", "0 mm", "12 cm", "of the lower corners; 0: square")


@value
class FramePurse(Bag):
    """A lined purse on a metal frame: two rounded panels that narrow up to the hinges of the frame."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    closure: Top = part(TOPS, "glued-frame", "the frame, or what else closes it")
    crossbody: Crossbody = table(OnDemand, "side rings and their strap")

    def body(self) -> TwoPanels:
        """Two panels, as their frame or their rim asks for."""
        size, frame, shop = self.dimensions, self.closure.frame, self.workshop
        tightest = shop.seam_allowance + self.lining.inset_for(shop)
        high = size.height + self.closure.rise
        raise_together(self._carried.faults(self.wearer))
        if frame is None:
            raise_together(flat_problems(size, size.width, size.height, size.bottom_radius, None, tightest))
            return FlatBody(size.width, high, 0.0, self.closure.top_zip, radius=size.bottom_radius)
        raise_together(framed_problems(size, self.closure, tightest))
        return FramedBody(size.width, high, 0.0, radius=size.bottom_radius, frame=frame)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it."""
        yield "closure", self.closure

    def hung(self) -> Iterator[tuple[str, BagPart]]:
        """The side rings."""
        yield "crossbody", self._carried.strap(self.wearer)

    def finished(self, draft: Draft) -> Finished:
        """Measured on the front; the most that it holds when it bulges."""
        return framed_finished(draft, self.closure)

    @property
    def _carried(self) -> Carried:
        return Carried(None, None, self.crossbody)
