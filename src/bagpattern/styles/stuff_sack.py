"""The stuff sack: one piece round a round base, or boxed at the base, drawn together at the top; unlined."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import InputError, Problem
from bagpattern.geometry import areas
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import choice, measure, part, table
from bagpattern.parts.bases import Base
from bagpattern.parts.body import Body
from bagpattern.parts.boxed_body import BoxedBody
from bagpattern.parts.carrying import unserved
from bagpattern.parts.in_one import length_of
from bagpattern.parts.lining import Lining, Unlined
from bagpattern.parts.part import BagPart, parts_of
from bagpattern.parts.room import STEP
from bagpattern.parts.top import TOPS, Top
from bagpattern.parts.tube_body import TubeBody
from bagpattern.parts.two_panels import SIDE
from bagpattern.proposals import sized
from bagpattern.styles._bag import Bag
from bagpattern.units import millimetres
from bagpattern.values import value


@value
class Dimensions:
    """The finished size, seam to seam."""

    base: str = choice("round", ("round", "boxed"), "a round base of its own, or corners boxed from one piece")
    width: float = measure("16 cm", "6 cm", "50 cm", "across the base; of a round one its diameter")
    height: float = measure("30 cm", "8 cm", "90 cm", "from the base to where it is closed")
    depth: float | None = measure(
        None, "3 cm", "50 cm", "of a boxed base, from front to back; left out: 0.6 of the width; a round one is round"
    )

    @property
    def deep(self) -> float:
        """mm from front to back."""
        return self.depth or (self.width if self.base == "round" else max(self.width * 0.6 // STEP * STEP, 40.0))


@value
class StuffSack(Bag):
    """A stuff sack with a drawstring, on a round base or boxed from one piece; unlined."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    build: str = choice(
        "one-piece",
        ("one-piece", "halves"),
        "its wall, or all of it, cut in one with a single side seam, or in two halves",
    )
    closure: Top = part(TOPS, "drawstring", "how the mouth is closed")
    lining: Lining = table(Unlined, "the inside")

    @property
    def top(self) -> Top:
        """What closes the mouth, over the whole base."""
        return self.closure.closing(self.dimensions.deep)

    def body(self) -> Body:
        """One piece, with or without a base of its own."""
        size, rise = self.dimensions, self.top.rise
        problems = list(self._problems())
        if problems:
            raise InputError(problems)
        if size.base == "round":
            return TubeBody(Base("round", size.width, size.width), size.height + rise, self.build, rise)
        uncut = SIDE if self.build == "one-piece" else ""
        return BoxedBody(size.width, size.height + rise, size.deep, uncut=uncut, above=rise)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it."""
        yield "closure", self.top

    def finished(self, draft: Draft) -> Finished:
        """Measured on the base, or on both edges of a boxed corner, and up the side."""
        height = length_of(draft, "front", "right") - self.top.rise
        base = [panel.stitching_line for panel in parts_of(draft, "base")]
        if base:
            left, low, right, high = areas.bounds(base)
            return Finished(right - left, height, high - low, sum(map(areas.area, base)) * height / 1e6)
        width, depth = length_of(draft, "front", "bottom"), 2 * length_of(draft, "front", "right corner base")
        return Finished(width, height, depth, width * height * depth / 1e6)

    def _problems(self) -> Iterator[Problem]:
        """Why there is no such base."""
        yield from unserved(self.wearer, ("hand",), "a stuff sack is carried in the hand")
        size, allowance = self.dimensions, self.workshop.seam_allowance + self.lining.inset_for(self.workshop)
        if size.base == "round" and size.deep != size.width:
            fault = f"a round base is as deep as it is wide, {millimetres(size.width)}"
            yield Problem("dimensions.depth", f'{fault}: leave this out, or write base = "boxed"')
        if size.base == "boxed" and size.deep < 3 * allowance:
            fault = f"a cut-out of {millimetres(size.deep)} leaves no way between its allowances"
            yield sized(size, "depth", fault, least=3 * allowance)
