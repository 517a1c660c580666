"""Sheets for a plotter, paid by the sheet: the guide left of the pieces or over them, and no piece cut in two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from bagpattern.drawing.columns import GUTTER, Column, flow, space
from bagpattern.drawing.guide.squares import COLUMN
from bagpattern.drawing.model import Drawing, Item
from bagpattern.drawing.names import Names
from bagpattern.drawing.paper.pageframe import strip_items
from bagpattern.drawing.paper.spread import Lying, Spread, placed
from bagpattern.drawing.paper.subject import Subject
from bagpattern.drawing.views.looks import LINES
from bagpattern.geometry.points import Point, point
from bagpattern.layout.paper.pages import STRIP, Paper, plotter
from bagpattern.layout.paper.sheet import fill
from bagpattern.options import Options
from bagpattern.said import Length, Said
from bagpattern.values import value
from bagpattern.words import form, series, words

_COLUMN_ON_ROLL = 700.0
"""mm: how long the guide's columns are beside the pieces on a roll, which has no height of its own."""
_LEAST_COLUMN = 140.0
"""mm: a test square and a heading."""
_UNDER_GUIDE = 15.0
"""mm between the guide and the pieces under it."""


def plotted(subject: Subject, options: Options) -> tuple[Drawing, ...]:
    """Every sheet, the fewest of both ways to lay the paper.

    Raises ValueError, with advice, for paper that is not known, and for a guide or a piece that is larger than a sheet.
    """
    sheet, roll = plotter("a0" if options.paper == "full" else options.paper)
    sheet = sheet.with_edges(options.margin, 0.0, False)
    left_out = frozenset[str]() if options.rectangles == "draw" else subject.listed()
    lying = subject.lie(left_out, sheet.tile[0]) if roll else subject.lie(left_out)
    job = _Job(subject, lying, left_out, roll)
    layouts = [job.beside(way) for way in ((sheet,) if roll else sheet.ways) if job.has_room_beside(way)]
    layouts += [job.above(sheet)] if roll else []
    if not layouts:
        raise ValueError(words("the guide alone is larger than the sheet: name a larger one, or a roll"))
    whole = [each for each in layouts if not each.large]
    if not whole:
        raise ValueError(_too_large(min((each.large for each in layouts), key=len)))
    return tuple(job.sheets(min(whole, key=lambda each: (len(each.spreads), each.length if roll else 0.0))))


def _too_large(pieces: tuple[Lying, ...]) -> Said:
    names = series((each.ground.details.piece.panel.title for each in pieces), ", ")
    longest = Length(max(max(each.size) for each in pieces))
    told = form("{names}: up to {longest} long, larger than the sheet: name a larger one, or a roll")
    return words(told, names=names, longest=longest)


class _Layout(NamedTuple):
    """The pieces of each sheet, and the guide in columns of ``column`` mm on the first.

    It takes ``aside`` mm left of the pieces, or ``above`` mm over them. ``large`` fit no sheet.
    """

    paper: Paper
    spreads: tuple[Spread, ...]
    large: tuple[Lying, ...]
    column: float
    aside: float = 0.0
    above: float = 0.0

    @property
    def length(self) -> float:
        """mm of a roll that the first sheet takes."""
        pieces = self.spreads[0].height if self.spreads else 0.0
        return max(self.column, self.above + pieces)


@value
class _Job:
    """What all sheets of one pattern share."""

    subject: Subject
    lying: tuple[Lying, ...]
    left_out: frozenset[str]
    roll: bool

    def beside(self, paper: Paper) -> _Layout:
        """The pieces on sheets of this paper, lying this way, right of the guide."""
        column, aside = self._guide(paper)
        width, height = paper.tile
        spreads, large = self._filled((width - aside, width), height)
        return _Layout(paper, spreads, large, column, aside=aside)

    def has_room_beside(self, paper: Paper) -> bool:
        """Whether the guide leaves anything of the first sheet."""
        return self._guide(paper)[1] < paper.tile[0]

    def _guide(self, paper: Paper) -> tuple[float, float]:
        """mm: how long the guide's columns are beside the pieces, and what they take of the width."""
        column = min(paper.tile[1], _COLUMN_ON_ROLL) if self.roll else paper.tile[1]
        return column, self._columns(column) * (COLUMN + GUTTER)

    def above(self, paper: Paper) -> _Layout:
        """The guide in low columns across a roll, over the pieces, which have all of its width."""
        width, height = paper.tile
        most = max(1, int((width + GUTTER) // (COLUMN + GUTTER)))
        column = next(tall for tall in count(_LEAST_COLUMN, 20.0) if self._columns(tall) <= most)
        spreads, large = self._filled((width,), height - column - _UNDER_GUIDE)
        return _Layout(paper, spreads, large, column, above=column + _UNDER_GUIDE)

    def _columns(self, height: float) -> int:
        """How many columns of that height the guide takes."""
        return max(column for column, _ in self._told(height, 0j)) + 1

    def _filled(self, widths: tuple[float, ...], height: float) -> tuple[tuple[Spread, ...], tuple[Lying, ...]]:
        """The pieces of each sheet, and those that are too large for any."""
        sheets, large = fill([each.size for each in self.lying], widths, height)
        spreads = (placed(tuple(self.lying[i] for i in each.indices), each.arranged) for each in sheets)
        return tuple(spreads), tuple(self.lying[i] for i in large)

    def sheets(self, layout: _Layout) -> Iterator[Drawing]:
        """The drawings; a roll is cut off where nothing more is drawn."""
        spreads = layout.spreads or (Spread((), (), 0.0, 0.0),)
        names, total, paper = Names(), len(spreads), layout.paper
        for number, laid in enumerate(spreads, 1):
            top = (layout.length if number == 1 else laid.height) if self.roll else paper.tile[1]
            height = top + 2 * paper.margin + STRIP
            corner = paper.corner + 1j * top
            items = self._told(layout.column, corner) if number == 1 else []
            away = point(layout.aside, -layout.above) if number == 1 else 0j
            drawn = [item for _, item in items] + list(laid.items(names, corner + away - 1j * laid.height))
            drawn += strip_items(paper, "", self.subject.titles, f"{number}/{total}", Names(), self.subject.tell)
            part = self.subject.tell(words("sheet {number} of {total}", number=number, total=total))
            yield self.subject.drawing(paper.width, height, drawn, part, LINES)

    def _told(self, height: float, corner: Point) -> list[tuple[int, Item]]:
        """The guide in columns of *height* mm that hang from *corner*."""

        def columns() -> Iterator[Column]:
            number = 0
            while True:
                yield Column(number, corner + number * (COLUMN + GUTTER), COLUMN, height)
                number += 1

        blocks = self.subject.guide((space(6.0), self.subject.finished()), self.left_out)
        return list(flow(blocks, columns(), Names()))
