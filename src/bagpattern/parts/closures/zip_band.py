"""The main zip in a band over the top of the bag, its ends covered by tabs."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import ClassVar

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry.segments import Straight
from bagpattern.lengths import between, under
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Caught, Run
from bagpattern.parameters import measure
from bagpattern.parts.bodies.band import BandBody
from bagpattern.parts.bodies.body import SHELL, ZIP, Naming
from bagpattern.parts.bodies.faced import BodySize, FacedBody
from bagpattern.parts.closures import JOIN, Closure
from bagpattern.parts.part import refusal, refused
from bagpattern.parts.sewing.joinery import catching
from bagpattern.parts.sewing.zip_flaps import FLAP, flap_declared, flap_misfits, with_flap
from bagpattern.parts.sewing.zip_tabs import held_along, put_on, tab_misfits, tab_width_declared, zip_tab
from bagpattern.parts.sewing.zips import TAPE_UNDER_TAB, closing, gap_misfits, sewn_in
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length, Words
from bagpattern.values import replace, value
from bagpattern.words import english, words

LEAST_BASE = 60.0
"""mm of base between the zip's ends: a hand sews a band on there [K]."""


@value
class ZipBand(Closure):
    """A zip in two half bands over the top and down the sides, ending in tabs at the base band."""

    variants: ClassVar[tuple[dict[str, str], ...]] = ({"onto_base": "6 cm"},)

    flap: float | None = flap_declared()
    tab: float = measure("20 mm", "15 mm", "60 mm", "how much of each tab over a zip end shows")
    tab_width: float | None = tab_width_declared()

    onto_base: float = measure(
        "0 mm",
        "0 mm",
        "40 cm",
        "how far in from either side it ends on the base, round the lower corners; 0: it ends on the sides",
    )

    def body(self, size: BodySize) -> FacedBody:
        """Two faces, a zip band and a base band."""
        return BandBody(replace(size, onto=self.onto_base))

    def stop_between(self, low: float, high: float, height: float) -> float:
        """mm above the base; one that ends on the base has none, and raises InputError where it is given."""
        if not self.onto_base:
            return super().stop_between(low, high, height)
        raise_together(gap_misfits(self, self.chain))
        if self.stop is not None:
            raise refused("stop", english("the zip ends on the base: leave this out, or make onto_base {0 mm}"))
        return 0.0

    def curve_faults(self, body: FacedBody, inset: float) -> Iterator[Problem]:
        """A zip that ends in the curve of a corner, or leaves no base band between its ends."""
        if not self.onto_base:
            return
        left, _, right, _ = body.size.face.sides().closed.bounds
        straight = [each for each in body.size.face.sides().bottom.segments if isinstance(each, Straight)]
        least = min(each.start.real for each in straight) - left + JOIN if straight else math.inf
        most = (right - left - LEAST_BASE) / 2
        if not between(self.onto_base, least, most):
            mend = make_it(self, "onto_base", least=least, most=most, otherwise=english("make it {0 mm}"))
            fault = "does not end on the straight of the base, with a band between both ends"
            yield refusal("onto_base", english("{fault}: {mend}", fault=fault, mend=mend))

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the zip, its tabs and the task that makes the band."""
        bag = self.closing(bag, SHELL, ZIP, shop)
        raise_together(flap_misfits(self, bag, ZIP, self.chain, self.flap))
        return bag if self.flap is None else with_flap(bag, ZIP, self.chain, self.flap, FLAP, shop)

    def closing(self, bag: Draft, named: Naming, zip_seam: str, shop: Workshop) -> Draft:
        """*bag* with a zip, its tabs and task, in the band whose panels are *named* so."""
        depth = bag[f"{named.prefix}base-band"].edge("right end").length
        if under(depth, self.chain.tape):
            fault = english(
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
