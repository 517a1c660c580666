"""A D-ring in a short tab, anywhere in a seam [construction 5.9]."""

from __future__ import annotations

from bagpattern.errors import raise_together
from bagpattern.model.draft import Draft
from bagpattern.parameters import hardware, measure
from bagpattern.parts.carrying.tabs import RingTabs
from bagpattern.parts.fittings import SeamFitting
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.workshop import Workshop
from bagpattern.values import value


@value
class RingLoop(SeamFitting):
    """A D-ring in a tab of the shell cloth, caught in a seam: to clip a strap, keys or a charm to."""

    width: float = hardware("20 mm", "10 mm", "2 in", "finished, and the inner width of the ring")
    shows: float = measure("25 mm", "15 mm", "80 mm", "how far the tab shows")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the tab and its ring. Raises InputError when it meets no seam, or no such ring is sold."""
        raise_together(check_hardware(self.width, kinds=("ring",)))
        places = (self.place(bag, self.width),)
        return RingTabs(self.id, self.called.capitalize(), self.width, self.shows, places, "at").add(bag, shop)
