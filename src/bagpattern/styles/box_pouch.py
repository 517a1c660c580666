"""The box pouch: two panels, or one, with a zip over the top and boxed corners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.errors import raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import choice, table
from bagpattern.parts.bodies.two_panels import BASE, TwoPanels
from bagpattern.parts.closing.pouch_zip import PouchZip
from bagpattern.parts.part import BagPart
from bagpattern.styles._bag import Bag
from bagpattern.styles._boxes import LEVEL, MEASURED, Dimensions
from bagpattern.values import value

BUILDS = {"two-panels": "", "folded": BASE}


@value
class BoxPouch(Bag):
    """A zip pouch with boxed corners: all four, as a box, or the lower two, as a wedge that is flat at the zip."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    shape: str = choice(
        LEVEL,
        tuple(MEASURED),
        "a box whose end seams lie level, its top as large as its base or not, or stand upright; a wedge, which only "
        "its lower corners make deep; or a box whose zip runs across the front and both sides",
    )
    build: str = choice("two-panels", tuple(BUILDS), "front and back, or one piece folded at the base")
    closure: PouchZip = table(PouchZip, "the zip")

    def body(self) -> TwoPanels:
        """Two panels with boxed corners."""
        corner = 2 * self.workshop.seam_allowance + 2 * self.lining.inset_for(self.workshop)
        raise_together(self.dimensions.faults(self.shape, corner))
        return self.dimensions.box(self.shape, self.closure.chain, BUILDS[self.build])

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """Where the zip is, or ends, and the top of a box with level ends."""
        return self.dimensions.by_rule(self.shape)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """The zip."""
        yield "closure", self.closure

    def finished(self, draft: Draft) -> Finished:
        """Measured on edges and seams that make the corners."""
        return MEASURED[self.shape](draft)
