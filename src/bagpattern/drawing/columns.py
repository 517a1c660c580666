"""Setting text and figures in columns: rows that know their height, flowed down and across, page after page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from bagpattern.drawing.lettering import DESCENT, LEADING, wrapped
from bagpattern.drawing.model import Item, Text
from bagpattern.drawing.names import Names
from bagpattern.geometry.points import Point, point

GUTTER = 8.0
"""mm between two columns."""
TITLE, HEADING, TEXT, SMALL = 9.0, 4.4, 3.2, 2.6
"""mm of letters."""


class Row(NamedTuple):
    """Items hanging from the row's upper left corner (x to the right, y downward negative), and its height in mm."""

    height: float
    items: tuple[Item, ...] = ()


class Block(NamedTuple):
    """One indivisible row, made for the column it falls in; ``least`` is the narrowest column for it.

    ``keeps`` says that it stays with the block after it, as a heading does; if it ``faces`` that, the two may stand on
    pages that lie beside each other.
    """

    make: Callable[[float], Row]
    least: float = 0.0
    keeps: bool = False
    faces: bool = False


class Column(NamedTuple):
    """Where a column hangs on its page: upper left corner, width and height in mm."""

    page: int
    corner: Point
    width: float
    height: float


def paragraph(
    content: str, size: float, bold: bool = False, indent: float = 0.0, after: float = 0.0, keeps: bool = False
) -> Block:
    """Wrapped text; *after* mm of white below it."""
    return Block(lambda width: text_row(content, size, width, bold, indent, after), keeps=keeps)


def text_row(
    content: str, size: float, width: float, bold: bool = False, indent: float = 0.0, after: float = 0.0
) -> Row:
    """Wrapped text as a row."""
    lines = wrapped(content, width - indent, size, bold)
    return Row(
        len(lines) * size * LEADING + after,
        tuple(Text(indent, -baseline(size, line), size, each, bold=bold) for line, each in enumerate(lines)),
    )


def baseline(size: float, line: int = 0) -> float:
    """mm from a row's top down to the baseline of its n-th line."""
    return (line + 1) * size * LEADING - size * DESCENT


def space(height: float) -> Block:
    """White, which is left out at a column's top."""
    return Block(lambda width: Row(height))


def section(title: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks under a heading; nothing at all without any."""
    content = list(blocks)
    if content:
        yield space(5.0)
        yield paragraph(title, HEADING, bold=True, after=1.2, keeps=True)
        yield from content


def item(mark: str, content: str, bold: bool = False, keeps: bool = False) -> Block:
    """A text with its number or count in front."""

    def make(width: float) -> Row:
        row = text_row(content, TEXT, width, bold, indent=8.0, after=0.4)
        return Row(row.height, (Text(6.0, -baseline(TEXT), TEXT, mark, "end", bold=True), *row.items))

    return Block(make, keeps=keeps)


def flow(blocks: Sequence[Block], columns: Iterator[Column], names: Names) -> Iterator[tuple[int, Item]]:
    """The items of all blocks on their pages, in order; a block that fits no more starts the next column.

    Shapes get their ids here: a block may be made more than once before it finds its column.
    """
    column, after, used = next(columns), next(columns), 0.0
    made = _Made(blocks)
    for index in range(len(blocks)):
        while not _fits(made, index, column, used, max(column.height, after.height)):
            column, after, used = after, next(columns), 0.0
        row = made(index, column.width)
        if used == 0.0 and not row.items:
            continue
        for item in row.items:
            yield column.page, named(item, names).moved(column.corner - point(0, used))
        used += row.height


def named(item: Item, names: Names) -> Item:
    """The same with an id of its own on the page."""
    return item if isinstance(item, Text) else item._replace(id=names(item.id))


class _Made:
    """The rows of some blocks, each made once for a width."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self._rows: dict[tuple[int, float], Row] = {}

    def __call__(self, index: int, width: float) -> Row:
        """The row of one block."""
        key = (index, width)
        if key not in self._rows:
            self._rows[key] = self.blocks[index].make(width)
        return self._rows[key]


def _fits(made: _Made, index: int, column: Column, used: float, most: float) -> bool:
    """Whether a block fits, with those it keeps; at a column's top everything that is narrow enough fits.

    Blocks that are higher than a column, all that keep together, are parted where it ends. A column that hangs below
    something is none of these, while the one after it is higher: *most* mm is the higher of the two.
    """
    if made.blocks[index].least > column.width:
        return False
    first, last = _together(made.blocks, index)
    needed = _height(made, index, last, column.width)
    if _height(made, first, last, column.width) > most:
        needed = made(index, column.width).height
    return (used == 0.0 and column.height >= most) or used + needed <= column.height + 1e-6


def _together(blocks: Sequence[Block], index: int) -> tuple[int, int]:
    """The first and the last block of those that one keeps together with."""
    first = last = index
    while first and blocks[first - 1].keeps:
        first -= 1
    while blocks[last].keeps and last + 1 < len(blocks):
        last += 1
    return first, last


def _height(made: _Made, first: int, last: int, width: float) -> float:
    return sum(made(each, width).height for each in range(first, last + 1))
