"""The ways in which a piece's label can be set, the largest and plainest first; where it will stand is unknown here."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from bagpattern.drawing.lettering import CAPITAL, DESCENT, LEADING, balanced, text_width, widest, wrapped
from bagpattern.drawing.model import Text
from bagpattern.drawing.piece.details import Details
from bagpattern.geometry.points import Point

SIZES = (7.0, 5.6, 4.4, 3.4, 2.6)
"""mm, of the title; 2.6 mm is about 7 points, the smallest that is read at arm's length."""
SMALLEST = SIZES[-1]
_SMALLER = 0.68  # the lines below the title, as a share of its size
_BETWEEN = "  ·  "


class Setting(NamedTuple):
    """A label as rows: each row is text, size and boldness; the first row stands at the top."""

    rows: tuple[tuple[str, float, bool], ...]
    width: float
    """mm."""
    height: float
    """mm from the top of the first row's capitals to the foot of the last row."""

    def texts(self, centre: Point, piece: str, anchor: str = "middle") -> Iterator[Text]:
        """The rows round *centre*."""
        y = centre.imag + self.height / 2 - self.rows[0][1] * CAPITAL
        x = centre.real if anchor == "middle" else centre.real - self.width / 2
        for index, (content, size, bold) in enumerate(self.rows):
            y -= size * LEADING if index else 0.0
            yield Text(x, y, size, content, anchor, bold, piece=piece)


def _set(rows: Sequence[tuple[str, float, bool]]) -> Setting:
    """Some rows with their size."""
    return Setting(tuple(rows), max([text_width(*row) for row in rows]), _height([size for _, size, _ in rows]))


def _height(sizes: Sequence[float]) -> float:
    return sizes[0] * CAPITAL + sum(sizes[1:]) * LEADING + sizes[-1] * DESCENT


def head(details: Details) -> str:
    """'3 Front panel'."""
    number, title = details.piece.number, details.tell(details.piece.panel.title)
    return f"{number} {title}" if number else title


def body(details: Details) -> tuple[str, ...]:
    """The lines below the head, each once."""
    piece = details.piece
    return tuple(dict.fromkeys(filter(None, map(details.tell, (piece.instruction, *piece.label)))))


def settings(details: Details, width: float, height: float) -> Iterator[Iterator[Setting]]:
    """The settings that could fit into *width* x *height* mm, in three lots: the best, smaller ones, shorter ones.

    Each is made when it is asked for.
    """
    title, lines = head(details), body(details)
    largest = _forms(title, lines, SIZES[0], width)
    lots = (
        islice(largest, 1),
        chain(largest, *(_forms(title, lines, size, width) for size in SIZES[1:])),
        chain.from_iterable(_forms(title, rest, size, width) for rest in (lines[:1], ()) for size in SIZES[-2:]),
    )
    for lot in lots:
        settings = (form.setting() for form in lot if form.could_fit(width, height))
        yield (each for each in settings if each.width <= width and each.height <= height)


def number_settings(details: Details) -> Iterator[Setting]:
    """The number alone, for pieces that are too small for words."""
    mark = str(details.piece.number) if details.piece.number else head(details)[:1]
    for size in SIZES[2:]:
        yield _set([(mark, size, True)])


def side_setting(details: Details) -> Setting:
    """The whole label in small letters, to stand beside its piece."""
    rest = [row for line in body(details) for row in wrapped(line, 60.0, SMALLEST)]
    return _set([(head(details), 3.2, True), *((row, SMALLEST, False) for row in rest)])


class _Form(NamedTuple):
    """A setting to be made: titles in bold, and below them lines that are wrapped at ``measure`` mm."""

    titles: Sequence[str]
    size: float
    lines: Sequence[str] = ()
    small: float = 0.0
    measure: float = math.inf

    def could_fit(self, width: float, height: float) -> bool:
        """False when the titles alone are too wide, or the rows too high even with no line wrapped."""
        sizes = [*([self.size] * len(self.titles)), *([self.small] * len(self.lines))]
        return _height(sizes) <= height and widest(self.titles, self.size, bold=True) <= width

    def setting(self) -> Setting:
        """The rows."""
        rest = [row for line in self.lines for row in wrapped(line, self.measure, self.small)]
        return _set([*((row, self.size, True) for row in self.titles), *((row, self.small, False) for row in rest)])


def _forms(title: str, rest: Sequence[str], size: float, width: float) -> Iterator[_Form]:
    """Rows under each other; the title on two or three; everything on two rows or one."""
    small = max(SMALLEST, size * _SMALLER)
    if not rest:
        for count in (1, 2, 3):
            yield _Form(balanced(title, count, bold=True), size)
        return
    yield _Form([title], size, rest, small, min(width, 18 * size))
    for count in (2, 3):
        titles = balanced(title, count, bold=True)
        yield _Form(titles, size, rest, small, min(width, max(widest(titles, size, bold=True), 9 * small)))
    yield _Form([title], size, [_BETWEEN.join(rest)], small)
    yield _Form([_BETWEEN.join((title, *rest))], small)
