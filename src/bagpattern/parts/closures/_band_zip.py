"""A zip in two half bands, its ends covered by tabs where they meet the rest of the band."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.errors import raise_together
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Caught, Run
from bagpattern.parameters import measure
from bagpattern.parts.closures import Closure
from bagpattern.parts.naming import SHELL, ZIP, Naming
from bagpattern.parts.part import refused
from bagpattern.parts.sewing.joinery import catching
from bagpattern.parts.sewing.zip_flaps import FLAP, flap_declared, flap_misfits, with_flap
from bagpattern.parts.sewing.zip_tabs import held_along, put_on, tab_misfits, tab_width_declared, zip_tab
from bagpattern.parts.sewing.zips import TAPE_UNDER_TAB, closing, sewn_in
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Words
from bagpattern.values import value
from bagpattern.words import words


@value
class BandZip(Closure):
    """A zip in a band, whatever the band goes round."""

    flap: float | None = flap_declared()
    tab: float = measure("20 mm", "15 mm", "60 mm", "how much of each tab over a zip end shows")
    tab_width: float | None = tab_width_declared()

    @property
    def by_rule(self) -> Mapping[str, float]:
        """Of the zip, and of the tabs over its ends."""
        return {**super().by_rule, "tab_width": self.chain.tape}

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the zip, its tabs and the task that makes the band."""
        bag = self.closing(bag, SHELL, ZIP, shop)
        raise_together(flap_misfits(self, bag, ZIP, self.chain, self.flap, shop))
        return bag if self.flap is None else with_flap(bag, ZIP, self.chain, self.flap, FLAP, shop)

    def closing(self, bag: Draft, named: Naming, zip_seam: str, shop: Workshop) -> Draft:
        """*bag* with a zip, its tabs and task, in the band whose panels are *named* so."""
        depth = bag.side_length(bag.seam(f"{named.prefix}band right end").a)
        if under(depth, self.chain.tape):
            fault = words(
                "the {tape} of its tape are wider than the band of {depth}: "
                "choose a smaller one, or make the bag deeper",
                tape=Length(self.chain.tape),
                depth=Length(depth),
            )
            raise refused("zip", fault)
        raise_together(tab_misfits(self, self.chain, self.tab_width, depth))
        tab = zip_tab(self.chain, self.tab, named, self.tab_width)
        notions = self._zip(bag.side_length(bag.seam(zip_seam).a), zip_seam)
        which = words("zip") if zip_seam == ZIP else Words(zip_seam)
        title = words("Sew the {which} into its band", which=which)
        step = sewn_in(title, zip_seam, notions, *put_on(tab, zip_seam, zip_seam, shop))
        bag = bag + Draft((tab,), notions=notions, tasks=(step,), closings=closing(zip_seam))
        return self._held(held_along(bag, zip_seam, tab), tab, named, (depth - tab.edge("start").length) / 2)

    @staticmethod
    def _held(bag: Draft, tab: Panel, named: Naming, aside: float) -> Draft:
        """*bag* with the cut ends of both tabs in the seams across the ends of the band, in their middle."""
        for side, copy in (("right", 1), ("left", 2)):
            ends = (Caught((Run(tab.id, end, copy=copy),), aside) for end in ("start", "end"))
            bag = catching(bag, f"{named.prefix}band {side} end", *ends)
        return bag

    def _zip(self, band: float, name: str) -> tuple[Notion, ...]:
        opening = band - 2 * self.tab
        return self.notions(opening, opening + 2 * TAPE_UNDER_TAB, self.tab, name)
