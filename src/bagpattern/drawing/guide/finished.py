"""The finished bag where a guide begins: what one makes, and how large it is, before anything is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bagpattern.drawing.columns import TITLE, Block, Row, text_row
from bagpattern.drawing.lettering import TIMES
from bagpattern.drawing.names import Names
from bagpattern.drawing.sizes.graded import graded
from bagpattern.geometry.points import point
from bagpattern.said import Figure, Length, Said, Scale
from bagpattern.values import kept, once, value
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.drawing.sizes.nest import Nest
    from bagpattern.drawing.views.beside import Beside, Sizes
    from bagpattern.model.pattern import Finished, Pattern

_HIGH = 90.0
"""mm of a column for it, at most."""
_AFTER = 5.0


def finished(nest: Nest) -> Block:
    """Three-quarter and back view, in black and white, in a column of the guide."""

    def make(width: float) -> Row:
        known = _drawn(nest.first)
        if width not in known:
            pictured = _pictured(nest, width, _HIGH)
            known[width] = Row(pictured.height + _AFTER, tuple(pictured.items(0j, Names())))
        return known[width]

    return Block(make)


@kept
def _drawn(pattern: Pattern) -> dict[float, Row]:
    """The rows that have been drawn, by their widths: a guide is made again for every way to lay a sheet."""
    return {}


@value
class Head:
    """The head of a cover, across all of its width: the name, and the finished bag, at most so many mm high."""

    nest: Nest
    width: float
    most: float

    @once
    def _title(self) -> Row:
        return text_row(self.nest.title, TITLE, self.width, bold=True, after=4.0)

    @once
    def _bag(self) -> Beside:
        return _pictured(self.nest, self.width, self.most)

    @once
    def height(self) -> float:
        """mm that it takes, with some white under it."""
        return self._title.height + self._bag.height + _AFTER

    def row(self) -> Row:
        """All of it, drawn."""
        bag = self._bag.items(point(0, -self._title.height), Names())
        return Row(self.height, (*self._title.items, *bag))


def _pictured(nest: Nest, width: float, height: float) -> Beside:
    """Of several sizes the first, with the figures of all."""
    from bagpattern.drawing.views.beside import Beside, in_a_row, titles

    named = f": {nest.labels[next(iter(nest.patterns))]}" if nest.several else ""
    return Beside(in_a_row(nest.first, _sizes(nest)), titles(nest.tell, named), width, height)


def _sizes(nest: Nest) -> Sizes:
    """Figures that are equal in all sizes once, the others in the order of the sizes."""
    from bagpattern.drawing.views.beside import Sizes

    every = [each.finished for each in nest.patterns.values()]
    sides = zip(*((each.width, each.height, each.depth) for each in every), strict=True)
    told = (graded([Length(mm, Scale.CM) for mm in side]) if any(side) else None for side in sides)
    return Sizes(*(nest.tell(each) if each else "" for each in told))


def finished_size(finished: Finished) -> Said:
    """How large a bag is: of a flat one two sizes."""
    size, volume = finished.seen(f" {TIMES} "), Figure(finished.volume)
    if not finished.depth:
        return words(
            "Finished size {size} (width \N{MULTIPLICATION SIGN} height), {volume} litres", size=size, volume=volume
        )
    return words(
        "Finished size {size} (width \N{MULTIPLICATION SIGN} height \N{MULTIPLICATION SIGN} depth), {volume} litres",
        size=size,
        volume=volume,
    )
