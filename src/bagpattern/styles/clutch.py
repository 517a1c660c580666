"""The clutch: a small bag with a flap, flat or slightly boxed."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem, raise_together
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import choice, measure, part, table
from bagpattern.parts.bodies.boxed import BoxedBody
from bagpattern.parts.bodies.flat import FlatBody
from bagpattern.parts.bodies.two_panels import BASE, TwoPanels
from bagpattern.parts.part import BagPart
from bagpattern.parts.tops import TOPS, Top
from bagpattern.proposals import sized
from bagpattern.styles._bag import Bag
from bagpattern.styles._boxed import boxed_size
from bagpattern.styles._flat import Size, flat_finished, flat_problems, flat_size
from bagpattern.styles._orientation import oriented
from bagpattern.values import value
from bagpattern.words import form, words

USUAL = Size(260.0, 160.0)
BUILDS = {"two-panels": "", "folded": BASE}


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float | None = measure(
        None, "10 cm", "45 cm", "across the base; left out: as wide as what it holds needs, or {26 cm}"
    )
    height: float | None = measure(
        None, "8 cm", "35 cm", "from the base to the rim; left out: by what it holds, or {16 cm}"
    )
    depth: float = measure("0 mm", "0 mm", "10 cm", "from front to back, by boxed corners; 0: flat")
    bottom_radius: float = measure("0 mm", "0 mm", "12 cm", "of the lower corners of a flat clutch; 0: square")


@value
class Clutch(Bag):
    """A clutch with a flap, flat or slightly boxed, lined."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    orientation: str | None = oriented()
    build: str = choice("two-panels", tuple(BUILDS), "front and back, or one piece folded at the base")
    closure: Top = part(TOPS, "flap", "how it is closed")

    def body(self) -> TwoPanels:
        """Two flat panels, or two with boxed corners."""
        size, uncut, shop = self.dimensions, BUILDS[self.build], self.workshop
        inset = self.lining.inset_for(shop)
        given, held = (size.width, size.height), shop.things(self.holds)
        orientation, least_rim = self.orientation, self.closure.least_rim
        width, height = flat_size(given, held, inset, size.bottom_radius, USUAL, orientation, least_rim)
        raise_together(self._faults(width, height))
        if size.depth:
            return BoxedBody(width, height + self.closure.rise, size.depth, self.closure.top_zip, uncut)
        high = height + self.closure.rise
        return FlatBody(width, high, 0.0, self.closure.top_zip, uncut, size.bottom_radius)

    def _faults(self, width: float, height: float) -> Iterator[Problem]:
        size, key = self.dimensions, "dimensions.bottom_radius"
        allowance, inset = self.workshop.seam_allowance, self.lining.inset_for(self.workshop)
        if size.bottom_radius and size.depth:
            yield Problem(key, words("boxed corners are not rounded: make it {0 mm}, or the depth {0 mm}"))
        elif size.bottom_radius and BUILDS[self.build]:
            message = form('a base that is folded has square corners: make it {0 mm}, or write build = "two-panels"')
            yield Problem(key, words(message))
        elif size.depth > 0 and under(size.depth, 2 * (allowance + inset)):
            fault = words("is too little for its corners to be sewn and turned")
            yield sized(size, "depth", fault, least=2 * (allowance + inset), zero=True)
        else:
            yield from flat_problems(size, width, height, size.bottom_radius, None, allowance + inset)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it."""
        yield "closure", self.closure.over(self.dimensions.depth)

    def finished(self, draft: Draft) -> Finished:
        """Measured on the front, and on its boxed corners."""
        if not self.dimensions.depth:
            return flat_finished(draft, self.closure.rise, self.closure.height_at)
        return boxed_size(draft, self.closure.rise, self.closure.height_at)
