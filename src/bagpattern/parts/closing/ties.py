"""Ties that hold a roll: webbing or ribbon with one end in its side, to go round it and be knotted."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry.path import line_path
from bagpattern.lengths import over
from bagpattern.model.closing import Closes, Closing
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line, StrapEnd
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Side, Verb, task
from bagpattern.model.strap import Mode, Strap
from bagpattern.parameters import count, measure
from bagpattern.parts.bodies.sheet import SHEET
from bagpattern.parts.linings.second_layer import ROUND
from bagpattern.parts.part import BagPart, refusal
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.folds import pins
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length
from bagpattern.values import replace, value
from bagpattern.words import trade, words

TIES = "ties"
MARK = 8.0
"""mm: the mark at the seam where a tie is caught [K]."""
APART = 60.0
"""mm between two ties [K]."""

_TITLES = {True: words("Baste the ties to the roll"), False: words("Baste the tie to the roll")}
_BASTED = {
    (True, True): words(
        "Baste one end of each tie to the right side of the roll at its mark, even with the raw edge. Fold up the "
        "rest, and pin it clear of the seams."
    ),
    (False, True): words(
        "Baste one end of the tie to the right side of the roll at its mark, even with the raw edge. Fold up the rest, "
        "and pin it clear of the seams."
    ),
    (True, False): words(
        "Baste one end of each tie to the right side of the roll at its mark, even with the raw edge. Fold up the "
        "rest, and hold it with a clip, clear of the seams."
    ),
    (False, False): words(
        "Baste one end of the tie to the right side of the roll at its mark, even with the raw edge. Fold up the rest, "
        "and hold it with a clip, clear of the seams."
    ),
}
"""By whether there are several, and whether the cloths bear pins."""


@value
class Ties(BagPart):
    """Ties in the right side of a roll, which go round it."""

    count: int = count(2, 1, 4, "how many: one in the middle, or more, evenly up the side below the flap")
    width: float = measure("15 mm", "10 mm", "25 mm", "of the webbing or ribbon")
    length: float = measure("45 cm", "20 cm", "90 cm", "of each, from the seam to its end")
    high: float = 0.0
    """mm of the side below the flap."""

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the ties. Raises InputError for what is not sold, or more than there is room for."""
        raise_together(self._faults())
        cut = self.length + shop.seam_allowance
        note = words("for the ties, each {long}", long=Length(cut))
        strap = Strap(Mode.TIE, self.width, self.length, self.length)
        tie = Notion(TIES, "webbing", words("Webbing"), trade(self.width), cut, self.width, self.count, note=note)
        bought = replace(tie, buy=rounded_up(cut), strap=strap)
        several = self.count > 1
        baste = Operation(Verb.BASTE, _BASTED[several, pins(shop)], notions=(TIES,), side=Side.RIGHT, goal=ROUND)
        bag = bag.marking(SHEET, list(self._marks(bag)))
        flap = bag[SHEET].edge("right").length - self.high
        made = Draft(notions=(bought,), tasks=(task(_TITLES[several], baste),))
        return bag + made + Draft(closings=(Closing(Closes.TIES, over=flap, held_by=(TIES,)),))

    def _marks(self, bag: Draft) -> Iterator[Line]:
        path = bag[SHEET].edge("right").path
        for number in range(1, self.count + 1):
            foot = path.point_at(self.high * number / (self.count + 1))
            end = StrapEnd(TIES, number, "start")
            title = words("tie {number}", number=number)
            yield Line(f"tie {number}", line_path(foot, foot - MARK), title=title, end=end)

    def _faults(self) -> Iterator[Problem]:
        yield from check_hardware(self.width, kinds=("webbing",), of=self)
        if over((self.count + 1) * APART, self.high) and self.count > 1:
            most = max(int(self.high / APART) - 1, 1)
            fault = words("the side has no room for so many")
            yield refusal("count", words("{fault}: make it at most {most}", fault=fault, most=most))
