"""The folding wallet: front and back that meet at the base, sides folded like an accordion between them, a flap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.errors import Problem, raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import choice, part, table
from bagpattern.parts.bodies.accordion import AccordionBody, SideFolds
from bagpattern.parts.bodies.two_panels import BASE
from bagpattern.parts.carried import unserved
from bagpattern.parts.part import BagPart
from bagpattern.parts.tops import TOPS, Top
from bagpattern.styles._bag import Bag
from bagpattern.styles._flat import Size, flat_size
from bagpattern.styles._folding import Dimensions, opened_size
from bagpattern.styles._orientation import oriented
from bagpattern.values import value
from bagpattern.words import words

USUAL = Size(200.0, 110.0)
"""mm: a long wallet, with room round its notes [construction 9, K]."""
BUILDS = {"folded": BASE, "two-panels": ""}


@value
class FoldingWallet(Bag):
    """A lined wallet whose sides fold like an accordion: it lies flat, and opens wide at its rim."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    orientation: str | None = oriented()
    build: str = choice("folded", tuple(BUILDS), "one piece folded at the base, or front and back")
    closure: Top = part(TOPS, "flap", "how it is closed")

    def body(self) -> AccordionBody:
        """Front, back and the folded sides."""
        (wide, high), size = self._size, self.dimensions
        raise_together(self._faults(wide, high))
        return AccordionBody(wide, high, 0.0, None, BUILDS[self.build], opens=size.depth, folds_inward=size.folds)

    @property
    def _size(self) -> Size:
        """mm across and up: as given, or as what it holds needs."""
        size, shop = self.dimensions, self.workshop
        given, held, inset = (size.width, size.height), shop.things(self.holds), self.lining.inset_for(shop)
        return flat_size(given, held, inset, 0.0, USUAL, self.orientation, self.closure.least_rim)

    def _faults(self, wide: float, high: float) -> Iterator[Problem]:
        yield from self.dimensions.faults(wide, high, self._cloth)
        if self.closure.rise or self.closure.frame or self.closure.over_sides:
            yield Problem(
                "closure.kind", words('its sides fold flat, and nothing holds its rim open: write kind = "flap"')
            )
        yield from unserved(self.wearer, ("hand",), words("a wallet is carried in the hand"))

    @property
    def _cloth(self) -> float:
        """mm of the shell and its lining."""
        return self.workshop.thickness("shell", "lining")

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it, and the folds of its sides."""
        yield "closure", self.closure.over_closed(self.dimensions.thick(self._cloth))
        yield "dimensions.folds", SideFolds()

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """What the rules make of it."""
        wide, high = self._size
        return {"width": wide, "height": high, "closed": self.dimensions.thick(self._cloth)}

    def finished(self, draft: Draft) -> Finished:
        """As wide as front and back, as deep as it opens."""
        return opened_size(draft)
