"""Ring tabs: short strips folded along their length, then round a ring, both ends in a seam [construction 5.9]."""

from __future__ import annotations

from collections.abc import Sequence

from bagpattern.model.draft import Draft
from bagpattern.model.marks import LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Sheet, Task, Verb, done, task
from bagpattern.model.strap import Mode, Strap
from bagpattern.parts.part import refused
from bagpattern.parts.sewing.folds import tab_fold
from bagpattern.parts.sewing.free_places import TabPlace
from bagpattern.parts.sewing.joinery import catching, place_on
from bagpattern.parts.sewing.strips import Crossline, Strip
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Name, Said
from bagpattern.values import value
from bagpattern.words import at_least, form, trade, words

MOST_TUCK = 25.0
"""mm of webbing on a tab that holds it: a box of 25 by 25 [construction 5.9]."""
CLEAR_OF_SEAM = 5.0
"""mm from the webbing's end on a tab to the seam that catches the tab, whose bulk it is to stay out of [K]."""


def ring_of(tab: str) -> str:
    """The id of the rings in tabs of that id."""
    return f"{tab} ring"


@value
class RingTabs:
    """Tabs of one kind: they show ``visible`` mm beyond the seam. ``key`` is the parameter that places them."""

    id: str
    title: Said
    width: float
    visible: float
    places: Sequence[TabPlace]
    key: str
    webbing: str = ""
    """The id of the webbing whose end is sewn on each folded tab; without, a ring hangs in it."""
    leads: str = ""
    """The id of the strap that is led through the rings."""

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
            self._lines(),
            tab_fold(shop),
            Strap(Mode.TAB, self.width, self.visible, self.visible),
        )
        rings = (self._rings(),) if not self.webbing else ()
        return strip, strip.draft() + Draft(notions=rings, tasks=(self._task(strip, shop),))

    @property
    def ring(self) -> str:
        """The id of its rings."""
        return ring_of(self.id)

    def _lines(self) -> tuple[Crossline, ...]:
        """Across the strip: its fold, and how far webbing reaches on to it."""
        if not self.webbing:
            return (Crossline(form("ring fold"), self.visible, LineKind.FOLD, self.ring),)
        return (
            Crossline(form("webbing fold"), self.visible, LineKind.FOLD),
            Crossline(form("webbing end"), self.visible - self.tuck, LineKind.PLACEMENT),
        )

    @property
    def tuck(self) -> float:
        """mm of webbing that lie on the tab."""
        return min(MOST_TUCK, self.visible - CLEAR_OF_SEAM)

    def _caught(self, bag: Draft, strip: Strip, place: TabPlace, copy: int) -> Draft:
        half = strip.layer / 2
        found = place_on(bag, place.panel, place.edge, place.at - half, place.at + half)
        if found is None:
            raise refused(
                self.key,
                words(
                    "a tab {width} wide would lie across the place where two seams of the {panel} meet: move "
                    "it by {bound}",
                    width=trade(self.width),
                    panel=Name(place.panel),
                    bound=at_least(self.width),
                ),
            )
        ends = (*strip.end_caught("start", found.low, copy), *strip.end_caught("end", found.low, copy))
        return catching(bag, found.seam.id, *ends)

    def _rings(self) -> Notion:
        count = max(len(self.places), 1)
        return Notion(
            self.ring,
            "ring",
            words("D-ring"),
            trade(self.width),
            width=self.width,
            count=count,
            threads=self.id,
            leads=self.leads,
        )

    def _task(self, strip: Strip, shop: Workshop) -> Task:
        one, title = strip.count == 1, self.title.lower()
        named = words("Make the {title}", title=title) if one else words("Make the {title}s", title=title)
        return task(named, *strip.making(shop), *(self._round_webbing() if self.webbing else self._round_ring(one)))

    def _round_ring(self, one: bool) -> tuple[Operation, ...]:
        each = words("the strip") if one else words("each strip")
        on = words("Thread a {size} D-ring on {strip}.", size=trade(self.width), strip=each)
        fold = words(
            "Fold {strip} round its ring, right side out and ends even, and baste the ends together inside the "
            "allowance.",
            strip=each,
        )
        return (
            done(Verb.THREAD, on, self.id, notions=(self.ring,)),
            Operation(Verb.FOLD, fold, pieces=(Sheet(self.id),), around=self.ring),
        )

    def _round_webbing(self) -> tuple[Operation, ...]:
        """The tab is folded first: what lay in it would have to leave it through its fold."""
        fold = words("Fold each strip in two, right side out and ends even.")
        box = words(
            "Lay {tuck} of one sealed end of a webbing on each tab, up to its line, the rest beyond the fold. Sew a "
            "box with a cross through the webbing and both layers, and baste the ends of the tab together inside the "
            "allowance.",
            tuck=Length(self.tuck),
        )
        return (
            Operation(Verb.FOLD, fold, pieces=(Sheet(self.id),)),
            done(Verb.TOPSTITCH, box, self.id, notions=(self.webbing,)),
        )
