"""The tool roll: a flat sheet with slots, a flap that is folded down over them; rolled up and tied."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry import areas
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import measure, table
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.bodies.sheet import SHEET, SheetBody
from bagpattern.parts.carried import unserved
from bagpattern.parts.closing.roll_slots import RollSlots
from bagpattern.parts.closing.ties import Ties
from bagpattern.parts.holding.contents import rounded
from bagpattern.parts.linings.lining import Lining
from bagpattern.parts.linings.second_layer import SecondLayer
from bagpattern.parts.part import BagPart, parts_of
from bagpattern.proposals import sized
from bagpattern.said import Length
from bagpattern.styles._bag import Bag
from bagpattern.styles._flat import HALF_FULL, LAID_FLAT
from bagpattern.values import replace, value
from bagpattern.words import words

LEAST, MOST, MOST_HIGH, USUAL_HEIGHT = 100.0, 900.0, 600.0, 260.0
"""mm: the limits of width and height, and how high one is that holds nothing."""
ABOVE = 10.0
"""mm from the longest thing to the fold of the flap [K]."""
MOST_FLAP = 0.8
"""Of the height below it: a longer flap would lie on the base, and be rolled in twice [K]."""


@value
class Dimensions:
    """The finished size, edge to edge, laid flat, the flap folded down."""

    width: float | None = measure(
        None, "10 cm", "90 cm", "across, as it lies open; left out: as what its slots hold needs, or {36 cm}"
    )
    height: float | None = measure(
        None, "10 cm", "60 cm", "from the base to the fold of the flap; left out: by the longest thing, or {26 cm}"
    )
    flap: float = measure("10 cm", "0 mm", "30 cm", "how much is folded down from the top; 0: no flap")


@value
class ToolRoll(Bag):
    """A roll for tools or brushes: two layers, slots, a flap over them, ties."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    slots: RollSlots = table(RollSlots, "the pocket with the slots")
    ties: Ties = table(Ties, "what holds it rolled up")
    lining: Lining = table(SecondLayer, "the inner layer")

    def body(self) -> Body:
        """The outer layer, its flap with it."""
        wide, high = self._size
        raise_together(self._faults(wide, high))
        return SheetBody(wide, high + self.dimensions.flap, self.dimensions.flap)

    @property
    def _size(self) -> tuple[float, float]:
        """mm across and up to the flap: as given, or as the slots need."""
        size, shop = self.dimensions, self.workshop
        by_slots = max(self.slots.many * self.slots.slot(shop), LEAST)
        longest = self.slots.longest(shop)
        high = max(rounded(longest + ABOVE), self.slots.high(shop)) if longest else USUAL_HEIGHT
        return size.width or by_slots, size.height or max(high, LEAST)

    def _faults(self, wide: float, high: float) -> Iterator[Problem]:
        size = self.dimensions
        yield from self._too_large(wide, high)
        if over(size.flap, MOST_FLAP * high):
            yield sized(size, "flap", words("reaches down to the base"), most=MOST_FLAP * high)
        if self.holds:
            yield Problem("holds", words("a roll holds things in its slots and pockets: leave this out"))
        yield from unserved(self.wearer, ("hand",), words("a roll is carried in the hand"))

    def _too_large(self, wide: float, high: float) -> Iterator[Problem]:
        """Things that stand out beyond the fold, or for which no roll is large enough."""
        longest = self.slots.longest(self.workshop)
        if over(wide, MOST) or over(high, MOST_HIGH):
            told = words("no roll is large enough for all of this: hold less, or shorter things")
            yield Problem("slots.holds", told)
        elif over(longest, high):
            fault = words("what is {long} long stands out beyond the fold", long=Length(longest))
            yield sized(self.dimensions, "height", fault, least=longest, otherwise=words("hold shorter things"))

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """The slots and the ties."""
        yield "slots", replace(self.slots, room=self._size)
        yield "ties", replace(self.ties, high=self._size[1])

    def finished(self, draft: Draft) -> Finished:
        """Measured on the outer layer, without its flap; it holds nothing by itself."""
        left, low, right, high = areas.bounds([panel.stitching_line for panel in parts_of(draft, SHEET)])
        return Finished(
            right - left, high - low - self.dimensions.flap, 0.0, 0.0, measured=LAID_FLAT, fullness=HALF_FULL
        )
