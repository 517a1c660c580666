"""Ring tabs: short strips folded along their length, then round a ring, both ends in a seam [construction 5.9]."""

from __future__ import annotations

from collections.abc import Sequence

from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.panel import LineKind
from bagpattern.model.seam import Stage, Step
from bagpattern.parts.joinery import catching, place_on
from bagpattern.parts.part import refusal
from bagpattern.parts.strips import Strip, tab_fold
from bagpattern.parts.workshop import Workshop
from bagpattern.units import at_least, millimetres
from bagpattern.values import value


@value
class TabPlace:
    """Where a tab is caught: its middle, ``at`` mm along an edge of a panel."""

    panel: str
    edge: str
    at: float


@value
class RingTabs:
    """Tabs of one kind: they show ``visible`` mm beyond the seam. ``key`` is the parameter that places them."""

    id: str
    title: str
    width: float
    visible: float
    places: Sequence[TabPlace]
    key: str

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with a tab and a ring at every place. Raises InputError when one would lie across a seam's end."""
        strip, made = self.made(shop)
        bag = bag + made
        for copy, place in enumerate(self.places, start=1):
            bag = self._caught(bag, strip, place, copy)
        return bag

    def made(self, shop: Workshop) -> tuple[Strip, Draft]:
        """The strip that all tabs are, and its panel with rings and step; nothing is caught yet."""
        strip = Strip(
            self.id,
            self.title,
            self.width,
            2 * self.visible,
            shop.thickness("shell"),
            max(len(self.places), 1),
            (("ring fold", self.visible, LineKind.FOLD),),
            tab_fold(shop),
        )
        return strip, strip.draft() + Draft(notions=(self._rings(),), steps=(self._step(strip),))

    def _caught(self, bag: Draft, strip: Strip, place: TabPlace, copy: int) -> Draft:
        half = strip.layer / 2
        found = place_on(bag, place.panel, place.edge, place.at - half, place.at + half)
        if found is None:
            raise refusal(
                self.key,
                f"a tab {millimetres(self.width)} wide would lie across the place where two seams of the {place.panel} "
                f"meet: move it by {at_least(self.width)}",
            )
        ends = (*strip.end_caught("start", found.low, copy), *strip.end_caught("end", found.low, copy))
        return catching(bag, found.seam.id, *ends)

    def _rings(self) -> Notion:
        count = max(len(self.places), 1)
        return Notion(
            f"{self.id} ring", "ring", "D-ring", millimetres(self.width), width=self.width, count=count, threads=self.id
        )

    def _step(self, strip: Strip) -> Step:
        text = f"{strip.making('each strip')} Thread a D-ring, fold at the middle and baste the ends together."
        return Step(Stage.STRAPS, f"Make the {self.title.lower()}s", text, strip.closing_ids)
