"""The frame purse: rounded, flat or with a gusset, its rim held by a metal frame or by one sprung in channels."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bagpattern.errors import Problem, raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import measure, part, table
from bagpattern.parts.bodies.flat import FlatBody
from bagpattern.parts.bodies.framed import FramedBody, FrameShape
from bagpattern.parts.bodies.framed_gusset import FramedGusset
from bagpattern.parts.bodies.two_panels import TwoPanels
from bagpattern.parts.carried import Carried
from bagpattern.parts.carrying.rings import Crossbody, OnDemand
from bagpattern.parts.part import BagPart
from bagpattern.parts.tops import TOPS, Top
from bagpattern.styles._bag import Bag
from bagpattern.styles._flat import Size, flat_problems, flat_size
from bagpattern.styles._framed import framed_finished, framed_problems, gusset_problems, least_height, least_width
from bagpattern.styles._orientation import STANDING, oriented
from bagpattern.values import value

USUAL = Size(160.0, 140.0)


@value
class Dimensions:
    """The finished size, laid flat."""

    width: float | None = measure(
        None, "8 cm", "40 cm", "across, at its widest; left out: as wide as what it holds needs, or {16 cm}"
    )
    height: float | None = measure(
        None, "7 cm", "35 cm", "from the base to the rim, with the frame's arms; left out: by what it holds, or {14 cm}"
    )
    bottom_radius: float = measure("40 mm", "0 mm", "12 cm", "of the lower corners; 0: square")
    depth: float | None = measure(
        None, "2 cm", "15 cm", "of a gusset round sides and base, which ends at the hinges; left out: none, it is flat"
    )


@value
class FramePurse(Bag):
    """A lined purse on a metal frame: two rounded panels that narrow up to its hinges, and a gusset if it is deep."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    orientation: str | None = oriented()
    closure: Top = part(TOPS, "glued-frame", "the frame, or what else closes it")
    crossbody: Crossbody = table(OnDemand, "side rings and their strap")

    def body(self) -> TwoPanels:
        """Two panels, as their frame or their rim asks for."""
        frame, radius = self.closure.frame, self.dimensions.bottom_radius
        inset, allowance = self._inset, self.workshop.seam_allowance
        raise_together(self._carried.faults(self.wearer))
        if frame is not None:
            framed = partial(self._framed, frame)
            raise_together(framed_problems(self.dimensions, framed, self.closure, allowance, inset))
            return self._with_gusset(framed(radius))
        raise_together(self._gusset_faults(None))
        width, height = self._wanted(radius)
        raise_together(flat_problems(self.dimensions, width, height, radius, None, allowance + inset))
        return FlatBody(width, height + self.closure.rise, 0.0, self.closure.top_zip, radius=radius)

    def _with_gusset(self, flat: FramedBody) -> TwoPanels:
        """What is *flat*, or the same round a gusset if it has a depth. Raises InputError where that does not go."""
        raise_together(self._gusset_faults(flat))
        deep = self.dimensions.depth
        if deep is None:
            return flat
        return FramedGusset(flat.width, flat.height, deep, radius=flat.radius, frame=flat.frame)

    def _gusset_faults(self, body: FramedBody | None) -> Iterator[Problem]:
        """Why it has no gusset, if it is to have one."""
        if self.dimensions.depth is not None:
            yield from gusset_problems(self.dimensions, self.dimensions.depth, body, self.crossbody.kind)

    def _framed(self, frame: FrameShape, radius: float) -> FramedBody:
        """With lower corners of that *radius*, which what is left open of its size follows."""
        size, wanted = self.dimensions, self._wanted(radius)
        width = size.width or max(wanted.width, least_width(frame, radius))
        height = size.height or max(wanted.height, least_height(frame, radius, width))
        return FramedBody(width, height + self.closure.rise, 0.0, radius=radius, frame=frame)

    def _wanted(self, radius: float) -> Size:
        """As given, or as it follows from what the purse holds, which stands in it to go through its frame."""
        size, held = self.dimensions, self.workshop.things(self.holds)
        given = (size.width, size.height)
        follows = None in given and held and self.closure.frame is not None
        orientation = self.orientation or (STANDING if follows else None)
        return flat_size(given, held, self._inset, radius, USUAL, orientation, self.closure.least_rim)

    @property
    def _inset(self) -> float:
        """mm by which the lining lies inside."""
        return self.lining.inset_for(self.workshop)

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
