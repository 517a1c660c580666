"""Where the pages of a booklet end, chosen for all of them at once, as a typesetter does: on as few pages as can be,
with the white at their feet shared out.

White between parts may shrink to half where a page gains a part by that. What a reader wants to see together, but need
not, is parted where both pages lie open beside each other, never where a leaf is turned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bagpattern.drawing.columns import Block, Row

_SHRUNK = 0.5
"""The least share of the white between two parts that is left of it."""
_PARTED = 0.05
"""What it costs to part what lies beside each other, in squares of the share of a page that is white."""
_SAME = 1e-6


class _Part(NamedTuple):
    """Rows that stay together under so many mm of white. ``torn`` says how bad it is to end a page after them: 0 is not
    at all; ``faces`` that it is good where the next page faces this one.
    """

    rows: tuple[Row, ...]
    white: float
    torn: float = 0.0
    faces: bool = False

    @property
    def height(self) -> float:
        """mm."""
        return sum(each.height for each in self.rows)


class _Way(NamedTuple):
    """The pages up to a part, the better the less: what is torn, their number, their white; where each begins."""

    torn: float = 0.0
    pages: int = 0
    white: float = 0.0
    begins: tuple[int, ...] = ()

    def on(self, parts: Sequence[_Part], last: int, white: float, faces: bool) -> _Way:
        """One page further, on which the parts up to the *last* stand."""
        begin, end = sum(self.begins[-1:]), parts[last]
        parted = _PARTED if end.faces and faces else 0.0
        torn = 0.0 if parted else end.torn
        return _Way(
            self.torn + torn, self.pages + 1, self.white + white**2 + parted, (*self.begins[:-1], begin, last + 1)
        )


def leaves(blocks: Sequence[Block], width: float, height: float, faces: bool) -> Iterator[list[tuple[float, Row]]]:
    """The rows of each page, and how many mm below its top each of them hangs.

    *faces* says whether the first of these pages faces the one after it: it is a left one.
    """
    parts = [*_parts(blocks, width, height)]
    for begin, end in pairwise(_begins(parts, height, faces)):
        yield [*_hung(parts[begin:end], height)]


def _hung(parts: Sequence[_Part], height: float) -> Iterator[tuple[float, Row]]:
    """The rows of one page, from its top down; there is no white above the first."""
    solid, white = sum(each.height for each in parts), sum(each.white for each in parts[1:])
    share = min(1.0, max(_SHRUNK, (height - solid) / white)) if white else 1.0
    down = -share * parts[0].white
    for each in parts:
        down += share * each.white
        for row in each.rows:
            yield down, row
            down += row.height


# where pages end ------------------------------------------------------------------------------------------------------


def _begins(parts: Sequence[_Part], height: float, faces: bool) -> tuple[int, ...]:
    """The number of the part with which each page begins, and the number of all."""
    ways = {(0, faces): _Way(begins=(0,))}
    for first in range(len(parts)):
        for side in (True, False):
            if way := ways.get((first, side)):
                for last, white in _fitting(parts, first, height):
                    new, then = way.on(parts, last, white, side), (last + 1, not side)
                    ways[then] = min(new, ways.get(then, new))
    return min(ways[each] for each in ((len(parts), True), (len(parts), False)) if each in ways).begins


def _fitting(parts: Sequence[_Part], first: int, height: float) -> Iterator[tuple[int, float]]:
    """The parts with which a page may end that begins with the *first*, and the share of it that is then white.

    What is too high for any page has one alone. The last page of all may be as empty as it is.
    """
    solid = white = 0.0
    for last in range(first, len(parts)):
        solid += parts[last].height
        white += parts[last].white if last > first else 0.0
        if last > first and solid + _SHRUNK * white > height + _SAME:
            return
        yield last, 0.0 if last + 1 == len(parts) else max(0.0, 1.0 - (solid + white) / height)


# what stays together --------------------------------------------------------------------------------------------------


def _parts(blocks: Sequence[Block], width: float, height: float) -> Iterator[_Part]:
    """The parts of the blocks that keep each other, one after the other."""
    white, kept = 0.0, list[tuple[Row, Block]]()
    for row, block in _rows(blocks, width):
        if kept or row.items:
            kept.append((row, block))
        else:
            white += row.height
        if kept and not block.keeps:
            yield from _divided(kept, white, height)
            white, kept = 0.0, []
    if kept:
        yield from _divided(kept, white, height)


def _rows(blocks: Sequence[Block], width: float) -> list[tuple[Row, Block]]:
    """The rows that are made; of a row that is none the one before it is kept as that is."""
    found = list[tuple[Row, Block]]()
    for block in blocks:
        row = block.make(width)
        if found and row == Row(0.0):
            found[-1] = found[-1][0], block
        else:
            found.append((row, block))
    return found


def _divided(kept: Sequence[tuple[Row, Block]], white: float, height: float) -> Iterator[_Part]:
    """What keeps together: parted at most where a page may face the next, and torn where it is higher than a page."""
    rows = list[Row]()
    for number, (row, block) in enumerate(kept, 1):
        rows.append(row)
        if block.faces or number == len(kept):
            yield from _torn(rows, white, height, block.faces and number < len(kept))
            rows, white = [], 0.0


def _torn(rows: Sequence[Row], white: float, height: float, faces: bool) -> Iterator[_Part]:
    """Rows that stay together; one by one where a page is too low for them, which better ends late than early."""
    end = 1.0 if faces else 0.0
    if sum(each.height for each in rows) <= height + _SAME:
        yield _Part(tuple(rows), white, end, faces)
        return
    for number, row in enumerate(rows, 1):
        last = number == len(rows)
        yield _Part((row,), white if number == 1 else 0.0, end if last else 1.0 + 1.0 / number, last and faces)
