"""Pictures beside each other on one ground and at one scale, each with its name below; in several lines if need be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from bagpattern.drawing.lettering import text_width
from bagpattern.drawing.model import Item, Text
from bagpattern.geometry.points import Point, point
from bagpattern.values import once, value

if TYPE_CHECKING:
    from bagpattern.drawing.names import Names
    from bagpattern.geometry.place import Box

SCALES = (1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0, 7.0, 8.0, 10.0, 12.0, 15.0, 20.0, 30.0, 50.0)
"""The scales at which bags are drawn, 1 to so much."""
_GAP, _BETWEEN = 6.0, 5.0
"""mm between two pictures, and between two lines of them."""
_WORTH = 1.7
"""So many times as large must pictures be, for a second line of them."""
_NAME, _MORE = 3.0, 2.6
_LEAD = 1.4


class Cell(NamedTuple):
    """A picture: its ``box`` in mm at true size, how it is ``drawn`` at so many mm of paper for one, its origin at a
    place, and the lines written below.
    """

    box: Box
    drawn: Callable[[float, Point, Names], Iterator[Item]]
    named: tuple[str, ...]

    def width(self, scale: float) -> float:
        """mm of paper that it takes at 1 to *scale*, with what is written."""
        texts = (text_width(text, size) for text, size in zip(self.named, (_NAME, _MORE), strict=False))
        return max((self.box[2] - self.box[0]) / scale, *texts, 0.0)

    def height(self, scale: float) -> float:
        """Likewise without what is written."""
        return (self.box[3] - self.box[1]) / scale

    def items(self, scale: float, left: float, ground: float, names: Names) -> Iterator[Item]:
        """It, and its name, in the column that begins *left*; it stands on the *ground*."""
        x = left + (self.width(scale) - (self.box[2] - self.box[0]) / scale) / 2
        yield from self.drawn(1 / scale, point(x - self.box[0] / scale, ground - self.box[1] / scale), names)
        y = ground - 1.5
        for text, size in zip(self.named, (_NAME, _MORE), strict=False):
            y -= size * _LEAD
            yield Text(left + self.width(scale) / 2, y, size, text, "middle")


@value
class Row:
    """Cells, in as many lines as they need: at most so many mm wide, and if it can be ``most`` high."""

    cells: tuple[Cell, ...]
    width: float
    most: float

    @once
    def scale(self) -> float:
        """The largest, 1 to so much, at which they fit; a second line is only begun where that gains much."""
        fitting = [each for each in SCALES if self._fits(each)] or [SCALES[-1]]
        level = (each for each in fitting if len(self._lines(each)) == 1 and each <= _WORTH * fitting[0])
        return next(level, fitting[0])

    def _fits(self, scale: float) -> bool:
        narrow = max(each.width(scale) for each in self.cells) <= self.width
        return narrow and self._high(scale) <= self.most

    def _lines(self, scale: float) -> list[list[Cell]]:
        lines: list[list[Cell]] = [[]]
        for cell in self.cells:
            if lines[-1] and _wide([*lines[-1], cell], scale) > self.width:
                lines.append([])
            lines[-1].append(cell)
        return lines

    def _high(self, scale: float) -> float:
        lines = self._lines(scale)
        return sum(_above(line, scale) + self._named for line in lines) + _BETWEEN * (len(lines) - 1)

    @property
    def _named(self) -> float:
        """mm for what is written below."""
        return 1.5 + _NAME * _LEAD + _MORE * _LEAD + 1.0

    def least(self, most: float) -> float:
        """mm of width, *most* at most, in which they lie as they do now, with a margin at either side."""
        return min(most, max(_wide(line, self.scale) for line in self._lines(self.scale)) + _GAP)

    @once
    def height(self) -> float:
        """mm that they take."""
        return self._high(self.scale)

    def items(self, corner: Point, names: Names) -> Iterator[Item]:
        """All of it, hanging from its upper left *corner*; what is left of the width is shared."""
        y = corner.imag
        for line in self._lines(self.scale):
            ground = y - _above(line, self.scale)
            spare = (self.width - _wide(line, self.scale)) / (len(line) + 1)
            x = corner.real + spare
            for cell in line:
                yield from cell.items(self.scale, x, ground, names)
                x += cell.width(self.scale) + _GAP + spare
            y = ground - self._named - _BETWEEN


def _wide(line: list[Cell], scale: float) -> float:
    return sum(each.width(scale) for each in line) + _GAP * (len(line) - 1)


def _above(line: list[Cell], scale: float) -> float:
    return max(each.height(scale) for each in line)
