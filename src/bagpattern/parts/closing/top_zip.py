"""The main zip between front and back, its tape ends caught in the seams of the ends."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.catalog.notions import Zip, zip_sizes
from bagpattern.errors import raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.parameters import count, listed
from bagpattern.parts.naming import ZIP
from bagpattern.parts.part import BagPart
from bagpattern.parts.sewing.zip_flaps import FLAP, flap_declared, flap_misfits, with_flap
from bagpattern.parts.sewing.zips import (
    STOP,
    allowance_declared,
    closing,
    gap_declared,
    gap_misfits,
    metre_zip,
    sewn_in,
    shown,
    side_zip,
    zip_sliders,
)
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length
from bagpattern.values import value
from bagpattern.words import words


@value
class TopZip(BagPart):
    """A zip from end to end over the top of the bag."""

    zip: str = listed("#8", zip_sizes, "the chain: #5 for bags, #8 and #10 for luggage")
    gap: float | None = gap_declared()
    allowance: float | None = allowance_declared()
    flap: float | None = flap_declared()
    sliders: int = count(2, 1, 2, "one, or two that meet head to head")

    @property
    def chain(self) -> Zip:
        """The zip's measures, as much of it shown as is asked for."""
        return shown(self.zip, self.gap, self.allowance)

    @property
    def by_rule(self) -> Mapping[str, float]:
        """Of the zip, by its chain."""
        return {"gap": self.chain.gap, "allowance": self.chain.beyond_centre}

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the zip and the task that sews it in. Raises InputError when its slider would rub."""
        raise_together((*gap_misfits(self, self.chain), *flap_misfits(self, bag, ZIP, self.chain, self.flap, shop)))
        length = bag.side_length(bag.seam(ZIP).a)
        notions = self._notions(length)
        step = sewn_in(words("Sew the zip to front and back"), ZIP, notions)
        bag = bag + Draft(notions=notions, tasks=(step,), closings=closing(ZIP))
        return bag if self.flap is None else with_flap(bag, ZIP, self.chain, self.flap, FLAP, shop)

    def _notions(self, length: float) -> tuple[Notion, ...]:
        """One slider comes on a ready-made zip, if there is one as long."""
        opening, tape = length - 2 * STOP, length + 2 * STOP
        if self.sliders == 1:
            return side_zip(ZIP, self.chain, length)
        note = words("two sliders, head to head; tape of {tape}, its ends caught in the end seams", tape=Length(tape))
        return metre_zip(ZIP, self.chain, opening, tape, note), zip_sliders(ZIP, self.chain, 2)
