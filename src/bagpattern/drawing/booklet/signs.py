"""The key: what the signs of the figures mean."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.booklet.letters import Letters
from bagpattern.drawing.booklet.looks import (
    BACK,
    CASING,
    DOT,
    EARLIER,
    FOAM,
    FOLD,
    HATCH,
    HEAD,
    LINE,
    LINING,
    LINING_BACK,
    METAL,
    NEEDLE,
    PALE,
    SHELL,
    SLIT,
    TAPE,
    TEETH,
    shape,
)
from bagpattern.drawing.booklet.pictures import Cell, Line, Picture, in_columns, ringed
from bagpattern.drawing.columns import Block, paragraph
from bagpattern.drawing.model import Item
from bagpattern.drawing.strokes import box_path, circle
from bagpattern.geometry.path import Path, arc_through, line_path
from bagpattern.geometry.points import Point, point, unit
from bagpattern.model.pattern import Pattern
from bagpattern.said import Said
from bagpattern.words import words

WIDE, HIGH = 20.0, 8.0
"""mm of a sample."""
_STEP = 2.4
_DOT = 0.28


def hatched(left: float, bottom: float, right: float, top: float, falling: bool = False) -> Iterator[Path]:
    """Lines at 45 degrees over a box, rising to the right or falling."""
    wide, high = right - left, top - bottom
    for number in range(1, int((wide + high) / _STEP) + 1):
        start = number * _STEP
        low = point(max(0.0, start - high), min(start, high))
        far = point(min(start, wide), max(0.0, start - wide))
        placed = [point(left + (at.real if falling else wide - at.real), bottom + at.imag) for at in (low, far)]
        if abs(placed[0] - placed[1]) > 0.2:
            yield line_path(*placed)


def cloth(role: str, left: float, bottom: float, right: float, top: float) -> Iterator[Item]:
    """A patch of cloth: right sides in their tone, that of the lining dotted, wrong sides hatched."""
    yield shape(role, box_path(left, bottom, right, top))
    if role == BACK:
        yield shape(HATCH, *hatched(left, bottom, right, top))
    if role == LINING:
        places = (
            point(x * _STEP + left + 1.2, y * _STEP + bottom + 1.2)
            for x in range(int((right - left) / _STEP))
            for y in range(int((top - bottom) / _STEP))
        )
        yield shape(HEAD, *(circle(each, _DOT) for each in places))


def sewn_now(*points: Point) -> Iterator[Item]:
    """This step's seam: the accent on a white casing, with dots where the needle starts and stops."""
    yield shape(CASING, line_path(*points))
    yield shape(NEEDLE, line_path(*points))
    yield shape(DOT, circle(points[0], 0.75), circle(points[-1], 0.75))


def arrow(start: Point, end: Point, bend: float = 0.0) -> Iterator[Item]:
    """A line with a filled head, bent for a fold or a turn."""
    path = arc_through(start, end, bend) if bend else line_path(start, end)
    along = unit(path.arriving)
    base, aside = end - along * 2.4, 1j * along * 0.9
    yield shape(LINE, path)
    yield shape(HEAD, line_path(end, base + aside, base - aside, end))


def _patch(role: str) -> Iterator[Item]:
    return cloth(role, 0.0, -HIGH, WIDE, 0.0)


def _lining_back() -> Iterator[Item]:
    yield shape(LINING_BACK, box_path(0.0, -HIGH, WIDE, 0.0))
    yield shape(HATCH, *hatched(0.0, -HIGH, WIDE, 0.0, falling=True))


def _foam() -> Iterator[Item]:
    yield shape(FOAM, box_path(0.0, -HIGH, WIDE, 0.0))
    yield shape(HATCH, *(line_path(point(0, -y), point(WIDE, -y)) for y in (2.0, 4.0, 6.0)))


def _zip() -> Iterator[Item]:
    yield shape(TAPE, box_path(0.0, -HIGH + 1.5, WIDE, -1.5))
    yield shape(TEETH, line_path(point(0.5, -HIGH / 2), point(WIDE - 0.5, -HIGH / 2)))
    yield shape(PALE, box_path(12.0, -HIGH / 2 - 1.3, 15.0, -HIGH / 2 + 1.3))


def _clips() -> Iterator[Item]:
    yield shape(LINE, line_path(point(0, -1.0), point(WIDE, -1.0)))
    yield shape(EARLIER, line_path(point(0, -6.0), point(WIDE, -6.0)))
    yield shape(LINE, *(line_path(point(x, -1.0), point(x, -4.6)) for x in (4.0, 8.0, 12.0, 16.0)))


def _along(role: str) -> Iterator[Item]:
    yield shape(role, line_path(point(0, -HIGH / 2), point(WIDE, -HIGH / 2)))


def _move() -> Iterator[Item]:
    y, x = -HIGH / 2, WIDE - 5.0
    outline = (point(2, y - 1.2), point(x, y - 1.2), point(x, y - 3), point(WIDE, y), point(x, y + 3))
    closing = (point(x, y + 1.2), point(2, y + 1.2), point(2, y - 1.2))
    yield shape(PALE, line_path(*outline, *closing))


def _samples() -> Iterator[tuple[Said, Iterator[Item]]]:
    middle = point(0, -HIGH / 2)
    yield words("outside, right side"), _patch(SHELL)
    yield words("any cloth but the lining, wrong side"), _patch(BACK)
    yield words("lining, right side"), _patch(LINING)
    yield words("lining, wrong side"), _lining_back()
    yield words("interfacing or foam"), _foam()
    yield words("zip, its slider light"), _zip()
    yield words("sew now, from dot to dot"), sewn_now(middle + 1.0, middle + WIDE - 1.0)
    yield words("sewn before"), _along(EARLIER)
    yield words("cut here"), _along(SLIT)
    yield words("fold here"), _along(FOLD)
    yield words("clip into the allowance"), _clips()
    yield words("move"), _move()
    yield words("fold or turn"), arrow(point(2, -HIGH + 1.0), point(WIDE - 2, -HIGH + 1.0), -1.6)
    yield words("hardware"), iter([shape(METAL, box_path(4.0, -HIGH + 1.0, 16.0, -1.0))])
    yield words("the number of a piece, as it is printed on it"), ringed(7, point(WIDE / 2, -HIGH / 2), 3.0)


_UNITS = {
    "mm": words("Figures are in mm."),
    "mm (in)": words("Figures are in mm, and in inches in brackets."),
    "in": words("Figures are in inches."),
}


def key(pattern: Pattern, letters: Letters, width: float) -> Iterator[Block]:
    """Every sign with its meaning, and what lengths are told in."""
    tell = pattern.tell
    yield paragraph(tell(words("What the signs mean")), letters.title, bold=True, after=2.0, keeps=True)
    yield from in_columns(signs(pattern), 5, letters, width, grown=True)
    yield paragraph(tell(_UNITS[pattern.units.column]), letters.text, after=1.0)


def signs(pattern: Pattern) -> list[Cell]:
    """A cell for each sign."""
    return [Cell(Picture(WIDE, HIGH, tuple(items)), (Line(pattern.tell(told)),)) for told, items in _samples()]
