"""The ways in which a piece's label can be set, the largest and plainest first; where it will stand is unknown here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from bagpattern.drawing.lettering import CAPITAL, DESCENT, LEADING, balanced, text_width, wrapped
from bagpattern.drawing.model import Text
from bagpattern.geometry.points import Point
from bagpattern.model.piece import Piece

SIZES = (7.0, 5.6, 4.4, 3.4, 2.6)
"""mm, of the title; 2.6 mm is about 7 points, the smallest that is read at arm's length."""
SMALLEST = SIZES[-1]
_SMALLER = 0.68  # the lines below the title, as a share of its size
_BETWEEN = "  ·  "


@dataclass(frozen=True)
class Setting:
    """A label as rows: each row is text, size and boldness; the first row stands at the top."""

    rows: tuple[tuple[str, float, bool], ...]
    width: float = field(init=False)
    """mm."""
    height: float = field(init=False)
    """mm from the top of the first row's capitals to the foot of the last row."""

    def __post_init__(self) -> None:
        sizes = [size for _, size, _ in self.rows]
        object.__setattr__(self, "width", max([text_width(*row) for row in self.rows]))
        height = sizes[0] * CAPITAL + sum(sizes[1:]) * LEADING + sizes[-1] * DESCENT
        object.__setattr__(self, "height", height)

    def texts(self, centre: Point, piece: str, anchor: str = "middle") -> Iterator[Text]:
        """The rows round *centre*."""
        y = centre.imag + self.height / 2 - self.rows[0][1] * CAPITAL
        x = centre.real if anchor == "middle" else centre.real - self.width / 2
        for index, (content, size, bold) in enumerate(self.rows):
            y -= size * LEADING if index else 0.0
            yield Text(x, y, size, content, anchor, bold, piece=piece)


def head(piece: Piece) -> str:
    """'3 Front panel'."""
    return f"{piece.number} {piece.panel.title}" if piece.number else piece.panel.title


def body(piece: Piece) -> tuple[str, ...]:
    """The lines below the head, each once."""
    return tuple(dict.fromkeys(line for line in (piece.instruction, *piece.label) if line))


def settings(piece: Piece, width: float, height: float) -> Iterator[list[Setting]]:
    """The settings that could fit into *width* x *height* mm, in three lots: the best, smaller ones, shorter ones."""
    title, lines = head(piece), body(piece)
    largest = _forms(title, lines, SIZES[0], width)
    lots = (
        islice(largest, 1),
        chain(largest, *(_forms(title, lines, size, width) for size in SIZES[1:])),
        chain.from_iterable(_forms(title, rest, size, width) for rest in (lines[:1], ()) for size in SIZES[-2:]),
    )
    for lot in lots:
        yield [setting for setting in lot if setting.width <= width and setting.height <= height]


def number_settings(piece: Piece) -> Iterator[Setting]:
    """The number alone, for pieces that are too small for words."""
    for size in SIZES[2:]:
        yield Setting(((str(piece.number or piece.panel.title[:1]), size, True),))


def side_setting(piece: Piece) -> Setting:
    """The whole label in small letters, to stand beside its piece."""
    rest = [row for line in body(piece) for row in wrapped(line, 60.0, SMALLEST)]
    return Setting(((head(piece), 3.2, True), *((row, SMALLEST, False) for row in rest)))


def _forms(title: str, rest: Sequence[str], size: float, width: float) -> Iterator[Setting]:
    """Rows under each other; the title on two or three; everything on two rows or one."""
    small = max(SMALLEST, size * _SMALLER)
    if not rest:
        for count in (1, 2, 3):
            yield Setting(tuple((row, size, True) for row in balanced(title, count, bold=True)))
        return
    measure = min(width, 18 * size)
    yield _stacked([title], [row for line in rest for row in wrapped(line, measure, small)], size, small)
    for count in (2, 3):
        rows = balanced(title, count, bold=True)
        narrow = max(max(text_width(row, size, True) for row in rows), 9 * small)
        yield _stacked(rows, [row for line in rest for row in wrapped(line, min(width, narrow), small)], size, small)
    yield _stacked([title], [_BETWEEN.join(rest)], size, small)
    yield Setting(((_BETWEEN.join((title, *rest)), small, True),))


def _stacked(titles: Sequence[str], rest: Sequence[str], size: float, small: float) -> Setting:
    return Setting((*((row, size, True) for row in titles), *((row, small, False) for row in rest)))
