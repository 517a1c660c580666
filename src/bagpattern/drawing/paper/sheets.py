"""A pattern on paper: one sheet as large as it needs, or pages of a size that one has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bagpattern.drawing.columns import GUTTER, Column, flow
from bagpattern.drawing.guide.code import code
from bagpattern.drawing.guide.squares import COLUMN, PAIR
from bagpattern.drawing.model import Drawing, Item
from bagpattern.drawing.names import Names
from bagpattern.drawing.paper.corrected import TRUE, corrected
from bagpattern.drawing.paper.spread import spread
from bagpattern.drawing.paper.subject import Bag, Subject
from bagpattern.geometry.points import point
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.said import Length
from bagpattern.values import replace
from bagpattern.words import form, words

if TYPE_CHECKING:
    from bagpattern.layout.paper.pages import Paper

MARGIN = 10.0
"""mm round everything, which few printers can print on."""
_LEAST_HEIGHT = 250.0  # mm, so that both squares and the title share a column


def sheets(pattern: Pattern, paper: str = "full") -> tuple[Drawing, ...]:
    """The pattern on one sheet ('full'), or on pages of a paper size, covers first.

    Raises ValueError, with advice, for a paper size that is not known or too small.
    """
    return printed(pattern, Options(paper))


def printed(pattern: Pattern, options: Options) -> tuple[Drawing, ...]:
    """As ``sheets``, with every wish for paper. Raises ValueError, with advice, for wishes that cannot be met."""
    return on_paper(Bag(pattern, options.link or ""), options)


def on_paper(subject: Subject, options: Options) -> tuple[Drawing, ...]:
    """As ``printed``, whatever is drawn; for a printer that is off, on paper that is smaller by that, then enlarged."""
    pages = _pages(subject, options, options.measured / TRUE)
    if options.measured == TRUE:
        return pages
    return tuple(corrected(each, options.measured, subject.tell) for each in pages)


def _pages(subject: Subject, options: Options, share: float) -> tuple[Drawing, ...]:
    full = options.paper == "full"
    listed = (options.rectangles or ("draw" if full else "list")) == "list"
    left_out = subject.listed() if listed else frozenset[str]()
    if full:
        return (full_sheet(subject, left_out),)
    from bagpattern.drawing.paper.clothpages import cloth_pages
    from bagpattern.drawing.paper.tiles import tiled_sheets
    from bagpattern.layout.paper.pages import paper

    named = paper(options.paper)
    on = replace(named, width=named.width * share, height=named.height * share)
    sheet = on.with_edges(options.margin, options.overlap, options.bleed)
    _refuse_narrow(sheet)
    making = subject.making() if options.figures else None
    plans = () if options.layers else subject.plans(options.plan)
    pages = tiled_sheets(subject, sheet, left_out, options.one_grid_per_piece, making, len(plans))
    first = replace(sheet, width=pages[0].width, height=pages[0].height)
    return (*pages, *cloth_pages(subject, first, plans, len(pages)))


def _refuse_narrow(sheet: Paper) -> None:
    """Raises ValueError where a page, upright or lying, has no room for the test squares between its margins."""
    left = min(way.tile[0] for way in sheet.ways)
    if left < PAIR:
        told = form(
            "margin and overlap leave {left} across a page; the test squares need {least}: "
            "choose a larger paper or a smaller margin"
        )
        raise ValueError(words(told, left=Length(left), least=Length(PAIR)))


def full_sheet(subject: Subject, left_out: frozenset[str] = frozenset()) -> Drawing:
    """The guide in columns on the left, the pieces on its right."""
    names = Names()
    laid = spread(subject.lie(left_out))
    height = max(laid.height, _LEAST_HEIGHT)
    items, columns = _guide_items(subject, names, height, left_out)
    aside = columns * (COLUMN + GUTTER) + GUTTER
    items.extend(laid.items(names, point(MARGIN + aside, MARGIN + height - laid.height)))
    return subject.drawing(aside + laid.width + 2 * MARGIN, height + 2 * MARGIN, items)


def _guide_items(subject: Subject, names: Names, height: float, left_out: frozenset[str]) -> tuple[list[Item], int]:
    """The guide hanging from the top of a sheet of that height, and how many columns it took."""

    def columns() -> Iterator[Column]:
        number = 0
        while True:
            yield Column(number, point(MARGIN + number * (COLUMN + GUTTER), MARGIN + height), COLUMN, height)
            number += 1

    placed = list(flow(subject.guide([*code(subject.link, subject.tell)], left_out), columns(), names))
    return [item for _, item in placed], max((column for column, _ in placed), default=0) + 1
