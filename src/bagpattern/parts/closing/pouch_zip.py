"""A zip between the tops of two panels, from one side of a pouch to the other, with or without a tab over each end."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from bagpattern.catalog.notions import Zip, zip_sizes
from bagpattern.errors import Problem, raise_together
from bagpattern.geometry.points import SAME
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Verb, done
from bagpattern.model.seam import Caught, Run, Seam
from bagpattern.parameters import choice, listed, measure
from bagpattern.parts.naming import ZIP
from bagpattern.parts.part import BagPart, refusal, refused
from bagpattern.parts.sewing.clearing import up_from
from bagpattern.parts.sewing.joinery import catching
from bagpattern.parts.sewing.zip_flaps import FLAP, flap_declared, flap_misfits, with_flap
from bagpattern.parts.sewing.zip_tabs import held_along, put_on, tab_misfits, tab_width_declared, zip_tab
from bagpattern.parts.sewing.zips import (
    STOP,
    TAPE_UNDER_TAB,
    allowance_declared,
    closed_zip,
    closing,
    gap_declared,
    gap_misfits,
    sewn_in,
    shown,
    sold_opening,
)
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length, Name
from bagpattern.values import value
from bagpattern.words import words

LEAST_OPENING = 50.0
"""mm: what a zip has to open at least, to be worth its name [K]."""
CAUGHT, TABS = "caught", "tabs"


@value
class PouchZip(BagPart):
    """The zip over the top."""

    zip: str = listed("#3", zip_sizes, "the chain: #3 for pouches, #5 for bags, #8 and #10 for luggage")
    gap: float | None = gap_declared()
    allowance: float | None = allowance_declared()
    flap: float | None = flap_declared()
    ends: str = choice(
        CAUGHT, (CAUGHT, TABS), "the tape's ends are caught in the side seams, or end under tabs of cloth"
    )
    tab: float = measure("20 mm", "12 mm", "60 mm", "how much of each tab over a zip end shows")
    tab_width: float | None = tab_width_declared()

    @property
    def chain(self) -> Zip:
        """The zip's measures, as much of it shown as is asked for."""
        return shown(self.zip, self.gap, self.allowance)

    @property
    def by_rule(self) -> Mapping[str, float]:
        """Of the zip, by its chain, and of tabs over its ends."""
        tabs = {"tab_width": self.chain.tape} if self.ends == TABS else {}
        return {"gap": self.chain.gap, "allowance": self.chain.beyond_centre, **tabs}

    def least_rim(self, mouth: float) -> float:
        """mm of the shortest rim whose zip opens *mouth* mm, in steps of 5."""
        if self.ends == TABS:
            return mouth + 2 * self.tab
        least = mouth + 2 * STOP
        longer = up_from(least, least + LEAST_OPENING)
        return next(each for each in longer if not under(sold_opening(self.chain, each - 2 * STOP), mouth))

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the zip. Raises InputError when it is too short to open, or its slider would rub."""
        raise_together((*gap_misfits(self, self.chain), *self._tab_misfits()))
        length = bag.side_length(bag.seam(ZIP).a)
        stop = self.tab if self.ends == TABS else STOP
        if under(length - 2 * stop, LEAST_OPENING):
            key = "tab" if self.ends == TABS else "ends"
            most, wider = (length - LEAST_OPENING) / 2, words("make the bag wider")
            mend = make_it(self, "tab", most=most, otherwise=wider) if key == "tab" else wider
            raise refused(
                key, words("the zip of {length} would open too little: {mend}", length=Length(length), mend=mend)
            )
        raise_together(flap_misfits(self, bag, ZIP, self.chain, self.flap, shop))
        bag = bag + Draft(closings=closing(ZIP))
        bag = self._tabbed(bag, length, shop) if self.ends == TABS else self._plain(bag, length)
        return bag if self.flap is None else with_flap(bag, ZIP, self.chain, self.flap, FLAP, shop)

    def _tab_misfits(self) -> Iterator[Problem]:
        """Tabs that are not held, and a width of tabs that there are not."""
        if self.tab_width is not None and self.ends != TABS:
            yield refusal(
                "tab_width", words('its ends have no tabs: leave this out, or write ends = "{tabs}"', tabs=Name(TABS))
            )
        yield from tab_misfits(self, self.chain, self.tab_width, math.inf)

    def _plain(self, bag: Draft, length: float) -> Draft:
        opening = sold_opening(self.chain, length - 2 * STOP)
        stop = Length((length - opening) / 2)
        note = words("stops {stop} inside the seams across its ends; tape ends caught in them", stop=stop)
        bought = closed_zip(ZIP, self.chain, opening, length + 2 * STOP, note)
        tack = words("Beyond its stops stitch the two tapes together, so that they stay level.")
        return self._with(bag, bought, done(Verb.TOPSTITCH, tack, notions=(ZIP,)))

    def _with(self, bag: Draft, bought: tuple[Notion, ...], *prepared: Operation) -> Draft:
        """*bag* with what is bought, and the task that sews it in."""
        step = sewn_in(words("Sew the zip between the tops"), ZIP, bought, *prepared)
        return bag + Draft(notions=bought, tasks=(step,))

    def _tabbed(self, bag: Draft, length: float, shop: Workshop) -> Draft:
        opening = length - 2 * self.tab
        note = words("cut the tape to {opening}, both ends under tabs", opening=Length(opening + 2 * TAPE_UNDER_TAB))
        bought = closed_zip(ZIP, self.chain, opening, opening + 2 * TAPE_UNDER_TAB, note)
        tab = zip_tab(self.chain, self.tab, width=self.tab_width)
        bag = self._with(bag + Draft((tab,)), bought, *put_on(tab, ZIP, ZIP, shop))
        bag = held_along(bag, ZIP, tab)
        for copy, edge in ((1, "right"), (2, "left")):
            bag = self._end_caught(bag, edge, copy, tab.edge("start").length / 2)
        return bag

    @staticmethod
    def _end_caught(bag: Draft, side: str, copy: int, half: float) -> Draft:
        """Both ends of a tab in the seam across the zip's end: flat round its middle, or folded where it ends."""
        seam, at, ends = _across(bag, side)
        for end in ("start", "end"):
            halves = ((0.0, half), (half, 2 * half)) if ends else ((0.0, 2 * half),)
            runs = (Run("zip-tab", end, low, high, copy=copy) for low, high in halves)
            bag = catching(bag, seam, *(Caught((run,), max(at - half, 0.0)) for run in runs))
        return bag


def _across(bag: Draft, side: str) -> tuple[str, float, bool]:
    """The seam across the zip's end on that side of the front, mm along it, and whether the seam ends there."""
    front = bag["front"]
    top = front.edge("top").path
    zip_end = top.start if side == "right" else top.end
    others = [edge for edge in front.edges if edge.name != "top"]
    names = {edge.name: True for edge in others if abs(edge.path.start - zip_end) < SAME}
    names |= {edge.name: False for edge in others if abs(edge.path.end - zip_end) < SAME}
    for seam in bag.seams:
        found = _place(bag, seam, names)
        if found is not None:
            return seam.id, found, found < SAME or found > bag.side_length(seam.a) - SAME
    raise LookupError("no seam crosses the end of the zip")


def _place(bag: Draft, seam: Seam, edges: dict[str, bool]) -> float | None:
    """mm along a seam where it reaches the start (or else the end) of one of these edges of the front."""
    for runs in (seam.a, seam.b):
        at = 0.0
        for run in runs:
            if run.panel == "front" and run.on in edges:
                return at if edges[run.on] != run.reversed else at + bag.run_length(run)
            at += bag.run_length(run)
    return None
