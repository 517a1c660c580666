"""What a sheet is drawn of: one bag, or several sizes of it that lie in each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from bagpattern.drawing.columns import Block
from bagpattern.drawing.guide.finished import Head, finished
from bagpattern.drawing.guide.guide import guide
from bagpattern.drawing.model import Drawing, Item, Look
from bagpattern.drawing.paper.spread import Lying, lie
from bagpattern.drawing.piece.rectangles import left_to_the_list
from bagpattern.drawing.sizes.nest import alone
from bagpattern.drawing.titled import NO_LOOKS, drawing_of
from bagpattern.language import Teller
from bagpattern.model.pattern import Pattern
from bagpattern.values import value

if TYPE_CHECKING:
    from bagpattern.drawing.cloth.plan import PlanIn
    from bagpattern.drawing.guide.making import Making
    from bagpattern.layout.saved import Kept


class Subject(Protocol):
    """All that paper needs to know of what is drawn on it."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def titles(self) -> tuple[str, ...]:
        """What a page's foot says that it is of, as long as there is room, then shorter."""

    @property
    def tell(self) -> Teller:
        """What it speaks, and in what units."""

    @property
    def link(self) -> str:
        """The address at which one goes on with it, if its guide is to show that."""

    def listed(self) -> frozenset[str]:
        """The pieces, by id, that the cut list can tell in words."""

    def lie(self, left_out: frozenset[str], widest: float = ...) -> tuple[Lying, ...]:
        """Every piece as it lies on paper, but those *left_out*; what would be wider than the *widest* mm stands."""

    def guide(
        self, sheet: Sequence[Block] = ..., left_out: frozenset[str] = ..., cover: bool = ..., steps: bool = ...
    ) -> list[Block]:
        """What a maker reads, with what the *sheet* has to say; it tells what to mark on the pieces *left_out*.

        Without *steps*, those have pages of their own.
        """

    def making(self) -> Making | None:
        """The steps with their figures; None where figures do not show what is drawn."""

    def plans(self, kept: Kept | None) -> tuple[PlanIn, ...]:
        """How its pieces lie on each cloth, the better plans that were *kept* in their places."""

    def head(self, width: float, most: float) -> Head:
        """Its name and the finished bag across the top of a cover, the bag at most so many mm high."""

    def finished(self) -> Block:
        """The finished bag for a column."""

    def drawing(
        self, width: float, height: float, items: list[Item], part: str = ..., styles: Mapping[str, Look] = ...
    ) -> Drawing:
        """A sheet that says what it is of."""


@value
class Bag:
    """One pattern, and the address at which one goes on with it, if its guide is to show that."""

    pattern: Pattern
    link: str = ""

    @property
    def name(self) -> str:
        """The pattern's."""
        return self.pattern.title

    @property
    def titles(self) -> tuple[str, ...]:
        """With the publisher's name, then without."""
        return tuple(dict.fromkeys((self.pattern.signed, self.name)))

    @property
    def tell(self) -> Teller:
        """The pattern's."""
        return self.pattern.tell

    def listed(self) -> frozenset[str]:
        """Plain rectangles."""
        return left_to_the_list(self.pattern)

    def lie(self, left_out: frozenset[str], widest: float = float("inf")) -> tuple[Lying, ...]:
        """Every piece by itself."""
        return lie(self.pattern, left_out, widest)

    def guide(
        self,
        sheet: Sequence[Block] = (),
        left_out: frozenset[str] = frozenset(),
        cover: bool = False,
        steps: bool = True,
    ) -> list[Block]:
        """The pattern's."""
        return guide(alone(self.pattern), sheet, left_out, cover, steps)

    def making(self) -> Making | None:
        """The pattern's, if its steps have figures."""
        from bagpattern.drawing.guide.making import Making  # many sheets have no room for figures

        return Making(self.pattern) or None

    def plans(self, kept: Kept | None) -> tuple[PlanIn, ...]:
        """One for each cloth that is sold wide enough, or for each piece of it."""
        from bagpattern.drawing.cloth.plan import Plan  # a sheet as large as needed has none
        from bagpattern.layout.plans import numbers, possible_lays
        from bagpattern.layout.saved import recalled

        found = recalled(possible_lays(self.pattern)[0], kept)
        return tuple(partial(Plan, self.pattern, lay, which) for lay, which in zip(found, numbers(found), strict=True))

    def head(self, width: float, most: float) -> Head:
        """The pattern's."""
        return Head(alone(self.pattern), width, most)

    def finished(self) -> Block:
        """The pattern's."""
        return finished(alone(self.pattern))

    def drawing(
        self,
        width: float,
        height: float,
        items: list[Item],
        part: str = "",
        styles: Mapping[str, Look] = NO_LOOKS,
    ) -> Drawing:
        """With the pattern's name and settings."""
        return drawing_of(self.pattern, width, height, items, part, styles)
