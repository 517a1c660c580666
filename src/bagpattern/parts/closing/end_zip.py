"""A main zip from end to end of a panel, its tape ends caught in the seams across them."""

from __future__ import annotations

from bagpattern.catalog.notions import Zip
from bagpattern.model.draft import Draft
from bagpattern.parts.naming import ZIP
from bagpattern.parts.part import BagPart
from bagpattern.parts.sewing.zips import closing, sewn_in, side_zip
from bagpattern.parts.workshop import Workshop
from bagpattern.values import value
from bagpattern.words import words


@value
class EndZip(BagPart):
    """The zip of a body that has its halves on either side of it."""

    chain: Zip

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the zip, and the task that sews it in."""
        bought = side_zip(ZIP, self.chain, bag.side_length(bag.seam(ZIP).a))
        step = sewn_in(words("Sew in the zip"), ZIP, bought)
        return bag + Draft(notions=bought, tasks=(step,), closings=closing(ZIP))
