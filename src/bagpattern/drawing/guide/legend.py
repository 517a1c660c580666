"""The legend: a sample of every kind of line, and what it tells the maker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from bagpattern.drawing.columns import Block, Row, text_row
from bagpattern.drawing.model import LEGEND, Item, Shape, Text, sized
from bagpattern.drawing.strokes import arrow_head, arrow_shaft, circle, cross_at
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import point
from bagpattern.language import Teller
from bagpattern.words import words

_SAMPLE = 22.0
_TEXT = 3.2
_LINES = (
    ("cut", words("cutting line; inside a piece: slit here")),
    ("stitch", words("stitching line: the needle goes here")),
    ("fold", words("fold or press here")),
    ("placement", words("another part lies here")),
    ("topstitch", words("topstitching")),
)
SKIVED = "skive"
"""The role of the line as far as which leather is thinned."""
_SOMETIMES = (
    ("fold-back", words("fold back, right side inside")),
    ("box", words("box with a cross: it holds an end")),
    (SKIVED, words("skive from here to the edge, to half the thickness")),
)
"""Told where a piece has such a line."""
_NESTED_LINES = (
    ("cut", words("heavy: cutting line; inside a piece: slit here")),
    ("stitch", words("thin: the needle goes here")),
    ("placement", words("between the two: fold here, or another part lies here; its name stands beside it")),
)


def legend(tell: Teller, size: str = "", drawn: AbstractSet[str] = frozenset()) -> Iterator[Block]:
    """One row per kind of line or mark, as that *size* is drawn where several lie in each other.

    Of those that few bags have, the row is left out unless their role is *drawn*.
    """
    y = -2.4
    lines, told = (_NESTED_LINES, drawn & {SKIVED}) if size else (_LINES, drawn)
    for role, meaning in (*lines, *(each for each in _SOMETIMES if each[0] in told)):
        looks = sized(role, size) if size else role
        yield sample_row(tell(meaning), [(looks, (line_path(1j * y, _SAMPLE + 1j * y),))])
    start, end = 1j * y, _SAMPLE + 1j * y
    heads = arrow_head(start, start - end), arrow_head(end, end - start)
    yield sample_row(tell(words("grain: along the selvedge")), [("grain", (arrow_shaft(start, end),)), ("head", heads)])
    yield sample_row(tell(words("notch, front or side: snip no deeper")), _notch((0.0,)))
    yield sample_row(tell(words("double notch: back")), _notch((-1.5, 1.5)))
    hole = (circle(point(11, y), 1.6), *cross_at(point(11, y), 2.4))
    yield sample_row(tell(words("snap, ring, rivet or hole")), [("drill", hole)])
    yield _tag_row(tell(words("the step that sews this seam: the same number on both sides")))


def _notch(shifts: tuple[float, ...]) -> list[tuple[str, tuple[Path, ...]]]:
    rim = line_path(point(0, -0.8), point(_SAMPLE, -0.8))
    ticks = tuple(line_path(point(11 + shift, -0.8), point(11 + shift, -4.2)) for shift in shifts)
    return [("cut", (rim,)), ("notch", ticks)]


def sample_row(meaning: str, samples: Sequence[tuple[str, tuple[Path, ...]]], bold: bool = False) -> Block:
    """A sample of some roles, and what they mean."""

    def make(width: float) -> Row:
        row = text_row(meaning, _TEXT, width, bold, indent=_SAMPLE + 4.0, after=0.8)
        shapes = tuple(Shape(f"legend-{role}", f"{LEGEND}{role}", paths) for role, paths in samples)
        return Row(max(row.height, 5.2), (*shapes, *row.items))

    return Block(make)


def _tag_row(meaning: str) -> Block:
    def make(width: float) -> Row:
        row = text_row(meaning, _TEXT, width, indent=_SAMPLE + 4.0)
        tag: tuple[Item, ...] = (
            Shape("legend-seam-tag", "legend-seam-tag", (circle(point(11, -2.8), 2.3),)),
            Text(11.0, -3.8, 2.6, "6", "middle", bold=True),
        )
        return Row(max(row.height, 5.6), (*tag, *row.items))

    return Block(make)
