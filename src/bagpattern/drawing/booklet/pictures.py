"""Small pictures with words beside or below them, as blocks that flow in columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bagpattern.drawing.booklet.letters import Letters
from bagpattern.drawing.booklet.looks import DISC, INVERSE, RING, in_order, shape
from bagpattern.drawing.columns import Block, Row, baseline, paragraph, text_row
from bagpattern.drawing.lettering import CAPITAL, text_width, wrapped
from bagpattern.drawing.magnified import magnified_item
from bagpattern.drawing.model import Drawing, Item, Layer, Look, Text
from bagpattern.drawing.names import Names
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.points import Point, point

_RIM = 0.5
_GROWN = 2.0
_WHOLE = 16
"""Lines of text that are not parted."""
_GAP = 4.0
"""mm between a picture and its words, and between two cells."""


class Picture(NamedTuple):
    """Items that hang from an upper left corner at 0, and how many mm they take."""

    width: float
    height: float
    items: tuple[Item, ...] = ()

    def at(self, corner: Point) -> Iterator[Item]:
        """The items, hanging from a *corner*."""
        return (item.moved(corner) for item in self.items)

    def grown(self) -> Picture:
        """It larger, with lines as thick as before, to stand among large letters."""
        drawn = tuple(magnified_item(each, _GROWN) for each in self.items)
        return Picture(self.width * _GROWN, self.height * _GROWN, drawn)

    def drawing(self, looks: Mapping[str, Look]) -> Drawing:
        """It alone on a sheet, with some white for its lines."""
        names, corner = Names(), point(_RIM, self.height + _RIM)
        named = [each if isinstance(each, Text) else each._replace(id=names(each.id)) for each in self.at(corner)]
        layer = Layer("info", "Information", tuple(in_order(named)))
        return Drawing(self.width + 2 * _RIM, self.height + 2 * _RIM, (layer,), styles=looks)


class Line(NamedTuple):
    """A line of words, which may be wrapped."""

    text: str
    bold: bool = False


class Cell(NamedTuple):
    """A picture and what is said of it."""

    picture: Picture
    lines: tuple[Line, ...]


NO_PICTURE = Picture(0.0, 0.0)


def beside(cell: Cell, letters: Letters, wide: float, keeps: bool = False) -> Block:
    """A picture in *wide* mm with its words to the right; below it where large letters leave too little room."""

    def make(width: float) -> Row:
        if letters.words or width < 2 * wide:
            return _below(cell, letters.text, width)
        told = _told(cell.lines, letters.text, width - wide - _GAP)
        drawn = cell.picture.at(point(0, -0.8))
        words = (item.moved(point(wide + _GAP, 0)) for item in told.items)
        return Row(max(cell.picture.height + 1.6, told.height) + 1.2, (*drawn, *words))

    return Block(make, keeps=keeps)


def in_columns(
    cells: Sequence[Cell], most: int, letters: Letters, width: float, grown: bool = False
) -> Iterator[Block]:
    """Cells side by side, each with its words below its picture: at most so many as find room in *width* mm.

    With large letters there is one in a row, and a picture that is not at true size is *grown*.
    """
    widest = max((each.picture.width for each in cells), default=0.0)
    many = 1 if letters.words else max(1, min(most, int((width + _GAP) // (widest + _GAP))))
    if grown and letters.words:
        cells = [each._replace(picture=each.picture.grown()) for each in cells]
    for first in range(0, len(cells), many):
        yield _row_of(cells[first : first + many], many, letters)


def in_rows(cells: Sequence[Cell], least: float, letters: Letters, width: float) -> Iterator[Block]:
    """Cells side by side, as many in a row as find room in *width* mm with at least so many for the words of each."""
    row, used = list[Cell](), 0.0
    for each in cells:
        wide = max(each.picture.width, least)
        if row and (letters.words or used + _GAP + wide > width):
            yield _row_of(row, len(row), letters)
            row, used = [], 0.0
        used += wide + (_GAP if row else 0.0)
        row.append(each)
    if row:
        yield _row_of(row, max(len(row), 1 if letters.words else 2), letters)


def _row_of(cells: Sequence[Cell], columns: int, letters: Letters) -> Block:
    return Block(lambda width: _row(cells, columns, letters, width))


def _row(cells: Sequence[Cell], columns: int, letters: Letters, width: float) -> Row:
    wide = width if letters.words else (width - (columns - 1) * _GAP) / columns
    high = max(each.picture.height for each in cells)
    widths = _widths(cells, wide, width)
    rows = [_below(each, letters.small, own, high) for each, own in zip(cells, widths, strict=True)]
    starts = [sum(widths[:place]) + place * _GAP for place in range(len(rows))]
    placed = (item.moved(point(x, 0)) for x, row in zip(starts, rows, strict=True) for item in row.items)
    return Row(max(row.height for row in rows), tuple(placed))


def _widths(cells: Sequence[Cell], wide: float, width: float) -> list[float]:
    """Alike, unless a picture is wider: then the others share what it leaves."""
    if all(each.picture.width <= wide for each in cells):
        return [wide] * len(cells)
    large = [each.picture.width for each in cells if each.picture.width > wide]
    rest = (width - (len(cells) - 1) * _GAP - sum(large)) / max(len(cells) - len(large), 1)
    return [max(each.picture.width, wide) if each.picture.width > wide else rest for each in cells]


def _below(cell: Cell, size: float, width: float, high: float = 0.0) -> Row:
    """The picture on the ground of so many mm, and under it the words."""
    high = max(high, cell.picture.height)
    told = _told(cell.lines, size, width)
    down = high + (1.5 if high else 0.0)
    drawn = cell.picture.at(point(0, cell.picture.height - high))
    words = (item.moved(point(0, -down)) for item in told.items)
    return Row(down + told.height + 0.7 * size + 0.3, (*drawn, *words))


def flowing(content: str, letters: Letters, width: float, faces: bool = False) -> Iterator[Block]:
    """Words that stay together and with what follows, or face it if asked; of large or long ones, the last lines do."""
    lines = wrapped(content, width, letters.text)
    whole = not letters.words and len(lines) <= _WHOLE
    for number, line in enumerate(lines, 1):
        last = number == len(lines)
        ends = number in (1, len(lines) - 1, len(lines))
        block = paragraph(line, letters.text, after=1.0 if last else 0.0, keeps=whole or ends)
        yield block._replace(faces=faces and last)


def _told(lines: Sequence[Line], size: float, width: float) -> Row:
    """Lines of words one below the other."""
    height, items = 0.0, list[Item]()
    for line in lines:
        row = text_row(line.text, size, width, line.bold)
        items += (item.moved(point(0, -height)) for item in row.items)
        height += row.height
    return Row(height, tuple(items))


def numbered(number: int, title: str, letters: Letters) -> Block:
    """A heading with its number in a black disc; it stays with what follows."""

    def make(width: float) -> Row:
        radius, size = letters.disc, letters.heading
        row = text_row(title, size, width, bold=True, indent=2 * radius + 2.5, after=1.5)
        middle = -baseline(size) + size * CAPITAL / 2
        return Row(max(row.height, 2 * radius + 1.5), (*disc(number, point(radius, middle), radius), *row.items))

    return Block(make, keeps=True)


def disc(number: int, middle: Point, radius: float) -> Iterator[Item]:
    """A number in white on a black disc."""
    size = min(radius * 1.15, 1.7 * radius / text_width(str(number), 1.0, bold=True))
    yield shape(DISC, circle(middle, radius))
    yield Text(middle.real, middle.imag - size * CAPITAL / 2, size, str(number), "middle", True, INVERSE)


def ringed(number: int, middle: Point, size: float) -> Iterator[Item]:
    """The number of a piece, as it stands on it: in a white disc."""
    radius = max(size * 0.85, text_width(str(number), size, bold=True) / 2 + 0.6)
    yield shape(RING, circle(middle, radius))
    yield Text(middle.real, middle.imag - size * CAPITAL / 2, size, str(number), "middle", bold=True)
