"""The slots of a roll: one pocket from side to side, stitched through between its slots."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.catalog.items import item_names
from bagpattern.errors import Problem, raise_together
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import SAME, point
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Operation, Side, Verb, Where, task
from bagpattern.parameters import count, measure, several
from bagpattern.parts.holding.contents import SHOWN_SHARE, rounded
from bagpattern.parts.holding.laid import half_girth
from bagpattern.parts.linings.second_layer import INNER
from bagpattern.parts.part import BagPart, refusal, ruled
from bagpattern.parts.pockets.full import Full
from bagpattern.parts.sewing.clearing import BESIDE
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length, Said
from bagpattern.values import value
from bagpattern.words import words

SLOTS = "slots"
USUAL, USUAL_WIDTH, USUAL_HEIGHT = 8, 45.0, 130.0
"""How many slots, and mm across and up each, where nothing says [K]."""
LEAST = 20.0
"""mm of a slot at the least: a pencil or a small brush goes in [construction 4.3, K]."""


@value
class _Slots(Full):
    """The pocket: no maker has named it."""

    @property
    def called(self) -> Said:
        """In the reader's language."""
        return words("slots")


@value
class RollSlots(BagPart):
    """A pocket across the roll below its flap, divided into equal slots."""

    count: int = count(0, 0, 24, "how many slots; 0: one for each thing that they hold, or eight")
    height: float | None = measure(
        None, "5 cm", "40 cm", "of the pocket; left out: by the longest thing that it holds, or {13 cm}"
    )
    holds: tuple[str, ...] = several("what they are to hold, a thing in each slot", source=item_names)
    room: tuple[float, float] = (0.0, 0.0)
    """mm across the roll, and up to its flap."""

    @property
    def many(self) -> int:
        """How many slots there are."""
        return self.count or len(self.holds) or USUAL

    def slot(self, shop: Workshop) -> float:
        """mm across the slot that the widest thing needs: two soft layers give way to half its girth."""
        return max((rounded(half_girth(each) + each.ease) for each in shop.things(self.holds)), default=USUAL_WIDTH)

    def longest(self, shop: Workshop) -> float:
        """mm of the longest thing; 0 where they hold none."""
        return max((each.length for each in shop.things(self.holds)), default=0.0)

    def high(self, shop: Workshop) -> float:
        """mm of the pocket: as given, or so that the rest of the longest thing can be grasped [construction 4.1]."""
        return self.height or rounded(self.longest(shop) * SHOWN_SHARE) or USUAL_HEIGHT

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the pocket and its stitching. Raises InputError for slots that have no room."""
        raise_together(self._faults(shop))
        bag = _Slots(SLOTS, INNER, height=self.high(shop), holds=self.holds).add(bag, shop)
        bag = bag + ruled({"height": self.high(shop)})
        if self.many == 1:
            return bag
        lines = list(self._lines(self.high(shop)))
        bag = bag.marking(SLOTS, lines)
        how = words(
            "Stitch along each marked line through pocket and roll, back-tacking at the top: that parts the slots."
        )
        on = tuple(Where(SLOTS, 1, each.name) for each in lines)
        stitch = Operation(Verb.TOPSTITCH, how, on=on, side=Side.RIGHT)
        return bag + Draft(tasks=(task(words("Stitch the slots"), stitch),))

    def _lines(self, high: float) -> Iterator[Line]:
        wide = self.room[0] / self.many
        for number in range(1, self.many):
            path = line_path(point(wide * number, 0), point(wide * number, high))
            yield Line(f"slot {number}", path, LineKind.TOPSTITCH, words("slot {number}", number=number))

    def _faults(self, shop: Workshop) -> Iterator[Problem]:
        wide, high = self.room
        least, have = self.slot(shop) if self.holds else LEAST, wide / self.many
        if self.many < len(self.holds):
            fault = words("there are {count} things, and a slot for each", count=len(self.holds))
            yield refusal("count", words("{fault}: make it at least {least}", fault=fault, least=len(self.holds)))
        elif under(have, least):
            fault = words("slots of {wide} are too narrow", wide=Length(have))
            most = max(int(wide / least + SAME), 1)
            yield refusal("count", words("{fault}: make it at most {most}, or the roll wider", fault=fault, most=most))
        if over(self.high(shop), high - BESIDE):
            mend = make_it(self, "height", most=high - BESIDE, otherwise=words("make the roll higher"))
            yield refusal("height", words("reaches up to the flap: {mend}", mend=mend))
