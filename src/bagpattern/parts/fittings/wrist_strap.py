"""A wrist strap: a closed loop of cloth on a swivel hook, clipped to a ring in a seam [construction 5.1]."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import Operation, Sheet, Verb, done, sew, task
from bagpattern.model.seam import Run, Seam
from bagpattern.model.strap import Mode, Strap, Way, Worn
from bagpattern.parameters import hardware, measure
from bagpattern.parts.carrying.tabs import RingTabs
from bagpattern.parts.fittings import SeamFitting
from bagpattern.parts.sewing.edging import irons
from bagpattern.parts.sewing.folds import fold_choice, fold_of
from bagpattern.parts.sewing.strips import Crossline, Strip, check_hardware, hung, swivel_hook, swivel_id
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length
from bagpattern.values import value
from bagpattern.words import trade, words

BESIDE_HOOK = 15.0
"""mm from the swivel's bar to the stitching across both layers that holds it [K]."""


@value
class WristStrap(SeamFitting):
    """A strap for the wrist on a swivel hook, and the ring in a seam that it is clipped to."""

    width: float = hardware("20 mm", "10 mm", "1 1/2 in", "finished, and the inner width of ring and hook")
    length: float = measure("30 cm", "22 cm", "45 cm", "all the way round the strap")
    shows: float = measure("20 mm", "15 mm", "60 mm", "how far the tab with the ring shows")
    fold: str = fold_choice()

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with ring and strap. Raises InputError when they meet no seam, or their hardware is not sold."""
        raise_together(check_hardware(self.width, kinds=("ring", "swivel"), of=self))
        places = (self.place(bag, self.width),)
        title = words("{name} tab", name=self.called).capitalize()
        tab = RingTabs(f"{self.id}-tab", title, self.width, self.shows, places, "at")
        return tab.add(bag, shop) + self._strap(tab.ring, shop)

    def _strap(self, ring: str, shop: Workshop) -> Draft:
        hook = (Crossline("hook stitching", self.length - BESIDE_HOOK, LineKind.TOPSTITCH, swivel_id(self.id)),)
        title, bulk = self.called.capitalize(), shop.thickness("shell")
        strap = Strap(Mode.WRIST, self.width, self.length, self.length, worn=(Worn(Way.HAND, self.length),))
        strip = Strip(self.id, title, self.width, self.length, bulk, 1, hook, fold_of(shop, self.fold), strap)
        ends = Seam(f"{self.id} ends", (Run(self.id, "start"),), (Run(self.id, "end"),))
        swivel = swivel_hook(self.id, self.width, self.id, note=words("of the {name}", name=self.called), hooks=ring)
        making = (*strip.making(shop), *self._hooked(ends.id, shop))
        step = task(words("Make the {name}", name=self.called), *making)
        last = task(words("Hook on the {name}", name=self.called), hung(self.id, ring), finishes=True)
        return strip.draft() + Draft(seams=(ends,), notions=(swivel,), tasks=(step, last))

    def _hooked(self, ends: str, shop: Workshop) -> Iterator[Operation]:
        hook, pieces = swivel_id(self.id), (Sheet(self.id),)
        slide = words("Slide the {size} swivel hook on.", size=trade(self.width))
        yield Operation(Verb.THREAD, slide, pieces=pieces, notions=(hook,))
        close = words("Right sides together, sew its ends to a loop, not twisted, and back-tack.")
        yield sew(ends, how=close)
        flat = words("Press the seam open.") if irons(shop, "shell") else words("Finger-press the seam open.")
        yield done(Verb.PRESS if irons(shop, "shell") else Verb.FOLD, flat, self.id, heat=irons(shop, "shell"))
        across = words(
            "Slide the seam to the bar of the hook, and stitch across both layers {beside} from it, so that the hook "
            "stays there.",
            beside=Length(BESIDE_HOOK),
        )
        yield done(Verb.TOPSTITCH, across, self.id)
