"""The first pages: the guide and the page maps in columns under a head with the finished bag, then the making."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from bagpattern.drawing.columns import GUTTER, Block, Column, flow, named
from bagpattern.drawing.guide.code import beside, code
from bagpattern.drawing.guide.finished import Head
from bagpattern.drawing.guide.squares import PAIR
from bagpattern.drawing.model import Drawing, Item, Look, Shape
from bagpattern.drawing.names import Names
from bagpattern.drawing.paper.pageframe import strip_items
from bagpattern.drawing.paper.pagemap import MAP, page_maps
from bagpattern.drawing.paper.spread import Named
from bagpattern.drawing.paper.subject import Subject
from bagpattern.drawing.views.looks import LINES
from bagpattern.geometry.points import point
from bagpattern.layout.paper.pages import Grid, Paper
from bagpattern.values import value
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.drawing.guide.making import Making

_NARROW = 60.0  # mm, the narrowest column for text
_HIGH = 245.0  # mm: on lower pages two equal columns, or more, are easier to read than a wide and a narrow one
_SHARES = (0.42, 0.36, 0.3, 0.24, 0.18)
"""Of a cover's height for the finished bag: the first that costs no page."""
FIGURED = 85.0
"""mm: the narrowest column for figures, as wide as they are."""


@value
class Covers:
    """What stands before the pieces on pages of one size; with a ``making``, the steps have pages of their own."""

    subject: Subject
    sheet: Paper
    left_out: frozenset[str]
    making: Making | None = None

    def before(self, maps: Sequence[tuple[Grid, Sequence[Named]]]) -> list[list[Item]]:
        """The items of every page, with maps of some grids and their outlines.

        A map tells the numbers of the pages after the covers: they are made again until there are as many as it says.
        """
        before, made = 1, self._made()
        while True:
            covers = self._covers(page_maps(maps, before + len(made), self.subject.tell))
            if len(covers) <= before:
                return [*covers, *([] for _ in range(before - len(covers))), *made]
            before = len(covers)

    def alone(self) -> list[list[Item]]:
        """The items of every page of a pattern of which nothing is drawn on others."""
        return [*self._covers(()), *self._made()]

    def drawing(self, items: list[Item], number: int, total: int) -> Drawing:
        """One page, with its foot."""
        subject, sheet = self.subject, self.sheet
        foot = strip_items(sheet, "", subject.titles, f"{number}/{total}", Names(), subject.tell)
        told = subject.tell(words("page {number} of {total}", number=number, total=total))
        return subject.drawing(sheet.width, sheet.height, [*items, *foot], told, {**LINES, **self._looks(items)})

    def _covers(self, maps: Sequence[Block]) -> list[list[Item]]:
        blocks = self.subject.guide(self._coded(maps), self.left_out, cover=True, steps=self.making is None)
        head, pages = _headed(self.subject, self.sheet, blocks)
        return _with_head(head, pages, self.sheet)

    def _coded(self, maps: Sequence[Block]) -> list[Block]:
        """The maps with the code of the bag's link, if there is one: before them, or on low pages beside them."""
        link, tell = self.subject.link, self.subject.tell
        if link and maps and self.sheet.tile[1] < _HIGH:
            return [beside(each, MAP, link, tell) for each in maps]
        return [*code(link, tell), *maps]

    def _made(self) -> list[list[Item]]:
        """The steps in even columns."""
        if self.making is None:
            return []
        return _paged(flow([*self.making.blocks()], _even_columns(self.sheet), Names()))

    def _looks(self, items: Sequence[Item]) -> Mapping[str, Look]:
        """Of the figures on one page."""
        used = {item.role for item in items}
        looks = self.making.looks(_even_width(self.sheet)[1]) if self.making else {}
        return {role: look for role, look in looks.items() if role in used}


def _headed(subject: Subject, sheet: Paper, blocks: Sequence[Block]) -> tuple[Head, list[list[Item]]]:
    """Blocks in columns, page after page, and a head over them with the finished bag, as large as costs no page.

    On low pages it stands over the first column alone.
    """
    width, height = sheet.tile
    wide = width if height >= _HIGH else _column_widths(width, height)[0]
    heads = [subject.head(wide, share * height) for share in _SHARES]
    least = _cost(_flowed(sheet, blocks, heads[-1].height))
    for head in heads:
        pages = _flowed(sheet, blocks, head.height)
        if _cost(pages) <= least:
            break
    return head, pages


def _cost(pages: list[list[Item]]) -> tuple[int, int]:
    """How many pages there are, and how many one turns to come to the page map."""
    shapes = ((page, each) for page, items in enumerate(pages) for each in items if isinstance(each, Shape))
    return len(pages), next((page for page, each in shapes if each.id == MAP), 0)


def _with_head(head: Head, pages: list[list[Item]], sheet: Paper) -> list[list[Item]]:
    corner, names = point(sheet.margin, sheet.corner.imag + sheet.tile[1]), Names()
    drawn = [named(item, names).moved(corner) for item in head.row().items]
    return [[*drawn, *pages[0]], *pages[1:]]


def _flowed(sheet: Paper, blocks: Sequence[Block], below: float) -> list[list[Item]]:
    """Blocks in columns, page after page, on the first *below* so many mm."""
    return _paged(flow(blocks, _columns(sheet, below), Names()))


def _paged(items: Iterator[tuple[int, Item]]) -> list[list[Item]]:
    pages: list[list[Item]] = [[]]
    for page, item in items:
        pages.extend([] for _ in range(page + 1 - len(pages)))
        pages[page].append(item)
    return pages


def _columns(sheet: Paper, below: float) -> Iterator[Column]:
    width, height = sheet.tile
    page = 0
    while True:
        x = sheet.margin
        for number, each in enumerate(_column_widths(width, height)):
            lowered = not page and (height >= _HIGH or not number)
            high = height - below if lowered else height
            yield Column(page, point(x, sheet.corner.imag + high), each, high)
            x += each + GUTTER
        page += 1


def _column_widths(width: float, height: float) -> list[float]:
    """The first column holds both small squares; on low pages the second is as wide."""
    squares = 1 if height >= _HIGH else 2
    fixed = [PAIR] * squares
    rest = width - squares * (PAIR + GUTTER)
    if rest < _NARROW:
        count = max(1, int((width + GUTTER) // (PAIR + GUTTER)))
        return [(width - (count - 1) * GUTTER) / count] * count
    count = max(1, int((rest + GUTTER) // (_NARROW + 25 + GUTTER)))
    return [*fixed, *[(rest - (count - 1) * GUTTER) / count] * count]


def _even_columns(sheet: Paper) -> Iterator[Column]:
    """As many columns for figures as find room on a page."""
    count, wide = _even_width(sheet)
    page, high = 0, sheet.tile[1]
    while True:
        for number in range(count):
            at = point(sheet.margin + number * (wide + GUTTER), sheet.corner.imag + high)
            yield Column(page, at, wide, high)
        page += 1


def _even_width(sheet: Paper) -> tuple[int, float]:
    """How many columns for figures, and how wide each is; one, where a page is narrower than a figure."""
    width = sheet.tile[0]
    count = max(1, int((width + GUTTER) // (FIGURED + GUTTER)))
    return count, (width - (count - 1) * GUTTER) / count
