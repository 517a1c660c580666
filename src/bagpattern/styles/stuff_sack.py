"""The stuff sack: one piece round a base, or boxed at the base, drawn together or rolled down at the top; unlined."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem, raise_together
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.parameters import choice, measure, part, table
from bagpattern.parts.bodies.bases import SHAPES, Base, Footprint
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.bodies.boxed import BoxedBody
from bagpattern.parts.bodies.tube import HALVES, ONE_PIECE
from bagpattern.parts.bodies.two_panels import SIDE
from bagpattern.parts.carried import unserved
from bagpattern.parts.linings.lining import Lining, Unlined
from bagpattern.parts.sewing.in_one import length_of
from bagpattern.parts.tops import TOPS, Top
from bagpattern.proposals import sized
from bagpattern.said import Length
from bagpattern.styles._tube import TubeBag
from bagpattern.values import replace, value
from bagpattern.words import words

BOXED = "boxed"


@value
class Dimensions(Footprint):
    """The finished size, seam to seam."""

    base: str = choice("round", (*SHAPES, BOXED), "a base of its own, of this shape; or corners boxed from one piece")
    width: float = measure("16 cm", "6 cm", "50 cm", "across the base; of a round one its diameter")
    height: float = measure("30 cm", "8 cm", "90 cm", "from the base to where it is closed")
    depth: float | None = measure(
        None, "3 cm", "50 cm", "from front to back, at most the width; left out: 0.6 of the width, or round"
    )

    def settled(self, least: float) -> Base:
        """The base; a boxed one is a rectangle."""
        return super().settled(least) if self.base != BOXED else self._rectangle.settled(least)

    def faults(self, least: float, tightest: float) -> Iterator[Problem]:
        """Why there is no such base; a boxed one has some cloth between its allowances, of *tightest* mm each."""
        if self.base != BOXED:
            yield from super().faults(least, tightest)
            return
        yield from self._rectangle.faults(least, tightest)
        deep = self.settled(least).depth
        if under(deep, 3 * tightest):
            fault = words("a cut-out of {deep} leaves no way between its allowances", deep=Length(deep))
            yield sized(self, "depth", fault, least=3 * tightest)

    @property
    def _rectangle(self) -> Dimensions:
        return replace(self, base="rectangular")


@value
class StuffSack(TubeBag):
    """A stuff sack with a drawstring or a roll-top, on a base of any shape or boxed from one piece; unlined."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    build: str = choice(
        ONE_PIECE,
        (ONE_PIECE, HALVES),
        "its wall, or all of it, cut in one with a single side seam, or in two halves",
    )
    closure: Top = part(TOPS, "drawstring", "how the mouth is closed")
    lining: Lining = table(Unlined, "the inside")

    @property
    def top(self) -> Top:
        """What closes the mouth, over the whole base."""
        return self.closure.closing(self.base.depth)

    @property
    def walled(self) -> str:
        """As it is asked for."""
        return self.build

    def faults(self) -> Iterator[Problem]:
        """Why there is no such sack."""
        yield from unserved(self.wearer, ("hand",), words("a stuff sack is carried in the hand"))
        yield from super().faults()

    def body(self) -> Body:
        """One piece, with or without a base of its own."""
        if self.dimensions.base != BOXED:
            return super().body()
        raise_together(self.faults())
        base, rise = self.base, self.top.rise
        uncut = SIDE if self.build == ONE_PIECE else ""
        return BoxedBody(base.width, self.dimensions.height + rise, base.depth, uncut=uncut, above=rise)

    def finished(self, draft: Draft) -> Finished:
        """Measured on the base; of a boxed one along it, on both edges of a corner, and up the side."""
        if self.dimensions.base != BOXED:
            return super().finished(draft)
        height = length_of(draft, "front", "right") - self.top.rise
        width, depth = length_of(draft, "front", "bottom"), 2 * length_of(draft, "front", "right corner base")
        return Finished(
            width,
            height,
            depth,
            width * height * depth / 1e6,
            measured=Measured(Where.BASE, self.top.height_at, Where.BASE),
        )
