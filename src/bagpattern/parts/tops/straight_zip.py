"""A zip from side to side between the rims of front and back, so that a bag with boxed corners closes to a wedge."""

from __future__ import annotations

from typing import ClassVar

from bagpattern.catalog.notions import Zip
from bagpattern.model.draft import Draft
from bagpattern.parts.closing.pouch_zip import PouchZip
from bagpattern.parts.naming import ZIP
from bagpattern.parts.part import refused
from bagpattern.parts.tops import Top
from bagpattern.parts.workshop import Workshop
from bagpattern.values import value
from bagpattern.words import words


@value
class StraightZip(PouchZip, Top):
    """A zip straight across the top, sewn to both rims: the bag is flat there, whatever its depth below."""

    family: ClassVar[str] = "top"

    @property
    def top_zip(self) -> Zip:
        """It joins the rims."""
        return self.chain

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with its zip. Raises InputError when its walls leave no two rims to sew together."""
        if not any(seam.id == ZIP for seam in bag.seams):
            fault = words(
                "it joins a front and a back that are sewn to each other at the sides, and this bag has walls between"
            )
            raise refused("kind", words('{fault}: write kind = "recessed-zip"', fault=fault))
        return super().add(bag, shop)
