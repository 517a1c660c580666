"""The flat pouch: two panels with a zip between their tops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.errors import Problem, raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import choice, measure, table
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.bodies.flat import FlatBody
from bagpattern.parts.bodies.two_panels import BASE
from bagpattern.parts.closing.pouch_zip import PouchZip
from bagpattern.parts.part import BagPart
from bagpattern.styles._bag import Bag
from bagpattern.styles._flat import Size, flat_finished, flat_problems, flat_size
from bagpattern.styles._orientation import oriented
from bagpattern.values import value
from bagpattern.words import words

USUAL = Size(220.0, 150.0)
BUILDS = {"two-panels": "", "folded": BASE}


@value
class Dimensions:
    """The finished size, seam to seam, laid flat."""

    width: float | None = measure(
        None, "8 cm", "50 cm", "across the base; left out: as wide as what it holds needs, or {22 cm}"
    )
    height: float | None = measure(
        None, "6 cm", "45 cm", "from the base to the middle of the zip; left out: by what it holds, or {15 cm}"
    )
    rim: float | None = measure(None, "8 cm", "50 cm", "across the top; left out: as wide as the base")
    bottom_radius: float = measure("0 mm", "0 mm", "15 cm", "of the lower corners; 0: square")


@value
class FlatPouch(Bag):
    """A flat zip pouch, lined, its lower corners square or rounded."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    orientation: str | None = oriented()
    build: str = choice("two-panels", tuple(BUILDS), "front and back, or one piece folded at the base")
    closure: PouchZip = table(PouchZip, "the zip")

    def body(self) -> Body:
        """Two flat panels."""
        size, (width, height) = self.dimensions, self._size
        raise_together(self._faults(width, height))
        chain, uncut = self.closure.chain, BUILDS[self.build]
        return FlatBody(width, height, 0.0, chain, uncut, radius=size.bottom_radius, rim=size.rim)

    @property
    def _size(self) -> Size:
        """As given, or else for what it holds, or as usual. Raises InputError."""
        size, shop = self.dimensions, self.workshop
        inset, held = self.lining.inset_for(shop), shop.things(self.holds)
        given, least_rim = (size.width, size.height), self.closure.least_rim
        return flat_size(given, held, inset, size.bottom_radius, USUAL, self.orientation, least_rim)

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """What it holds decides, or what is usual."""
        width, height = self._size
        return {"width": width, "height": height, "rim": width}

    def _faults(self, width: float, height: float) -> Iterator[Problem]:
        """What does not fit; of corners that may not be rounded at all, no radius is proposed."""
        size, shop, radius = self.dimensions, self.workshop, self.dimensions.bottom_radius
        least = shop.seam_allowance + self.lining.inset_for(shop)
        if BUILDS[self.build] and radius:
            fault = words('a base that is folded has square corners: make it {0 mm}, or write build = "two-panels"')
            yield Problem("dimensions.bottom_radius", fault)
            radius = 0.0
        yield from flat_problems(size, width, height, radius, size.rim, least)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """The zip."""
        yield "closure", self.closure

    def finished(self, draft: Draft) -> Finished:
        """Measured across and up the front; the most that it holds when it bulges."""
        return flat_finished(draft)
