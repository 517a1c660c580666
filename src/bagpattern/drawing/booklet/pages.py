"""The pages of a booklet: A5 or half Letter, and how they lie two by two on sheets that are folded and stapled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bagpattern.drawing.booklet.leaves import leaves
from bagpattern.drawing.booklet.letters import LARGE, USUAL, Letters
from bagpattern.drawing.booklet.looks import in_order
from bagpattern.drawing.columns import Block
from bagpattern.drawing.model import Drawing, Item, Layer, Shape, Text
from bagpattern.drawing.names import Names
from bagpattern.errors import InputError, Problem
from bagpattern.geometry.points import point
from bagpattern.layout.paper.pages import PAPERS
from bagpattern.options import Options
from bagpattern.said import Name
from bagpattern.units import Units
from bagpattern.values import replace, value
from bagpattern.words import series, words

_FOOT = 6.0
"""mm at the foot of a page for its number, at least; twice the letters where they are large."""
_NUMBER = 2.8
_FOLDED = 4
"""Pages on both sides of a sheet."""
_SHEETS = ("a4", "letter")


@value
class Leaf:
    """A page of ``width`` x ``height`` mm, of which a ``margin`` stays white, with its ``letters``."""

    width: float
    height: float
    margin: float
    letters: Letters

    @property
    def column(self) -> tuple[float, float]:
        """mm across and up for what stands on it."""
        return self.width - 2 * self.margin, self.height - 2 * self.margin - max(_FOOT, 2 * self.letters.small)


def leaf(options: Options, units: Units) -> Leaf:
    """The page that is asked for: half of A4 or Letter, or with large letters all of it; by the maker's *units*, where
    no paper is named.

    Raises InputError for other papers, and for large pages that are to be imposed: they are as large as the sheet.
    """
    named = options.paper.strip().lower()
    sheet = ("a4" if units.metric else "letter") if named == "full" else named
    if sheet not in _SHEETS:
        raise InputError(
            [
                Problem(
                    "paper",
                    words(
                        "a booklet is printed on {names}, not on {named}",
                        names=series(map(Name, _SHEETS), " or "),
                        named=Name(named),
                    ),
                )
            ]
        )
    if options.large and options.imposed:
        raise InputError(
            [Problem("imposed", words("pages with large letters fill their sheet: leave out one of the two"))]
        )
    width, height = PAPERS[sheet]
    if options.large:
        return Leaf(width, height, options.margin, LARGE)
    return Leaf(height / 2, width, options.margin, USUAL)


def filled(leaf: Leaf, chapters: Iterable[Sequence[Block]]) -> list[list[Item]]:
    """The items of every page; each chapter begins a new one."""
    pages, (width, height) = list[list[Item]](), leaf.column
    corner = point(leaf.margin, leaf.height - leaf.margin)
    for blocks in chapters:
        for rows in leaves(blocks, width, height, faces=len(pages) % 2 == 1):
            pages.append([item.moved(corner - point(0, down)) for down, row in rows for item in row.items])
    return pages


def footed(leaf: Leaf, pages: Sequence[list[Item]], name: str) -> Iterator[list[Item]]:
    """Pages with what they are of, and their numbers, but for the first, which is the cover."""
    size = leaf.letters.small if leaf.letters.words else _NUMBER
    for number, items in enumerate(pages, 1):
        if number > 1:
            foot = leaf.margin + 0.24 * size
            items += [
                Text(leaf.margin, foot, size, name, role="page-text"),
                Text(leaf.width - leaf.margin, foot, size, str(number), "end", role="page-text"),
            ]
        yield items


def layer(items: Iterable[Item]) -> tuple[Layer, ...]:
    """All on one layer, with ids that no other on the page has."""
    names = Names()
    named = (item._replace(id=names(item.id)) if isinstance(item, Shape) else item for item in items)
    return (Layer("info", "Information", tuple(named)),)


def imposed(pages: Sequence[Drawing]) -> Iterator[Drawing]:
    """Pages two by two: printed on both sides, turned on the short edge, the stack is folded and stapled once.

    Empty pages at the end fill the last sheet.
    """
    count = -(-len(pages) // _FOLDED) * _FOLDED
    for low in range(count // 2):
        high = count - 1 - low
        yield _pair(pages, *((high, low) if low % 2 == 0 else (low, high)))


def _pair(pages: Sequence[Drawing], left: int, right: int) -> Drawing:
    first = pages[0]
    items, styles = list[Item](), dict(first.styles)
    for place, by in ((left, 0j), (right, point(first.width, 0))):
        if place < len(pages):
            items += (item.moved(by) for item in pages[place].items)
            styles |= pages[place].styles
    return replace(first, width=2 * first.width, layers=layer(in_order(items)), styles=styles)
