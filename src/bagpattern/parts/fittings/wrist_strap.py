"""A wrist strap: a closed loop of cloth on a swivel hook, clipped to a ring in a seam [construction 5.1]."""

from __future__ import annotations

from bagpattern.errors import raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import described
from bagpattern.model.seam import Run, Seam
from bagpattern.model.strap import Mode, Strap
from bagpattern.parameters import measure
from bagpattern.parts.carrying.tabs import RingTabs
from bagpattern.parts.fittings import SeamFitting
from bagpattern.parts.sewing.strips import (
    Crossline,
    Strip,
    check_hardware,
    fold_choice,
    fold_of,
    swivel_hook,
    swivel_id,
)
from bagpattern.parts.workshop import Workshop
from bagpattern.values import value
from bagpattern.words import words

BESIDE_HOOK = 15.0
"""mm from the swivel's bar to the stitching across both layers that holds it [K]."""


@value
class WristStrap(SeamFitting):
    """A strap for the wrist on a swivel hook, and the ring in a seam that it is clipped to."""

    width: float = measure("20 mm", "10 mm", "1 1/2 in", "finished, and the inner width of ring and hook")
    length: float = measure("30 cm", "22 cm", "45 cm", "all the way round the strap")
    shows: float = measure("20 mm", "15 mm", "60 mm", "how far the tab with the ring shows")
    fold: str = fold_choice()

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with ring and strap. Raises InputError when they meet no seam, or their hardware is not sold."""
        raise_together(check_hardware(self.width, kinds=("ring", "swivel"), of=self))
        places = (self.place(bag, self.width),)
        title = words("{name} tab", name=self.called.capitalize())
        tab = RingTabs(f"{self.id}-tab", title, self.width, self.shows, places, "at")
        return tab.add(bag, shop) + self._strap(shop)

    def _strap(self, shop: Workshop) -> Draft:
        hook = (Crossline("hook stitching", self.length - BESIDE_HOOK, LineKind.TOPSTITCH, swivel_id(self.id)),)
        title, bulk = self.called.capitalize(), shop.thickness("shell")
        strap = Strap(Mode.WRIST, self.width, self.length, self.length)
        strip = Strip(self.id, title, self.width, self.length, bulk, 1, hook, fold_of(shop, self.fold), strap)
        ends = Seam(f"{self.id} ends", (Run(self.id, "start"),), (Run(self.id, "end"),))
        text = words(
            "{making} Thread it through the swivel, sew its ends together, turn the seam to the hook "
            "and stitch across both layers beside it.",
            making=strip.making(words("the strip")),
        )
        swivel = swivel_hook(self.id, self.width, self.id, note=words("of the {name}", name=self.called))
        step = described(words("Make the {name}", name=self.called), text, (*strip.closing_ids, ends.id))
        return strip.draft() + Draft(seams=(ends,), notions=(swivel,), tasks=(step,))
