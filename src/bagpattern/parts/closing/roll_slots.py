"""The slots of a roll: one pocket from side to side, stitched through between its slots."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.lengths import between, under
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Operation, Side, Verb, Where, task
from bagpattern.parameters import count, measure
from bagpattern.parts.linings.second_layer import INNER
from bagpattern.parts.part import BagPart, refusal
from bagpattern.parts.pockets.full import Full
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length
from bagpattern.values import value
from bagpattern.words import english, words

SLOTS = "slots"
LEAST = 20.0
"""mm of a slot at the least: a pencil or a small brush goes in [construction 4.3, K]."""


@value
class RollSlots(BagPart):
    """A pocket across the roll below its flap, divided into equal slots."""

    count: int = count(8, 1, 24, "how many slots")
    height: float = measure("13 cm", "5 cm", "40 cm", "of the pocket, from the base to its top")
    room: tuple[float, float] = (0.0, 0.0)
    """mm across the roll, and up to its flap."""

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the pocket and its stitching. Raises InputError for slots that have no room."""
        raise_together(self._faults())
        bag = Full(SLOTS, INNER, height=self.height).add(bag, shop)
        if self.count == 1:
            return bag
        lines = list(self._lines())
        bag = bag.marking(SLOTS, lines)
        how = words(
            "Stitch along each marked line through pocket and roll, back-tacking at the top: that parts the slots."
        )
        on = tuple(Where(SLOTS, 1, each.name) for each in lines)
        stitch = Operation(Verb.TOPSTITCH, how, on=on, side=Side.RIGHT)
        return bag + Draft(tasks=(task(words("Stitch the slots"), stitch),))

    def _lines(self) -> Iterator[Line]:
        wide = self.room[0] / self.count
        for number in range(1, self.count):
            path = line_path(point(wide * number, 0), point(wide * number, self.height))
            yield Line(f"slot {number}", path, LineKind.TOPSTITCH, words("slot {number}", number=number))

    def _faults(self) -> Iterator[Problem]:
        wide, high = self.room
        if under(wide / self.count, LEAST):
            fault = english("slots of {wide} are too narrow", wide=Length(wide / self.count))
            yield refusal("count", english("{fault}: make it at most {most}", fault=fault, most=int(wide / LEAST)))
        if not between(self.height, 0.0, high):
            mend = make_it(self, "height", most=high, otherwise="make the roll higher")
            yield refusal("height", english("reaches up to the flap: {mend}", mend=mend))
