"""The steps: each with its number, what is taken for it, its figures, its words, what is looked at, and the time."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.booklet.checked import checked
from bagpattern.drawing.booklet.letters import Letters
from bagpattern.drawing.booklet.looks import GROUND, shape
from bagpattern.drawing.booklet.pictures import Picture, flowing, numbered
from bagpattern.drawing.booklet.taken import Taken, taken
from bagpattern.drawing.booklet.thumbnails import numbered_thumbnail
from bagpattern.drawing.columns import Block, Row, paragraph, space, text_row
from bagpattern.drawing.figured import Placeable, placeable
from bagpattern.drawing.lettering import TIMES, text_width
from bagpattern.drawing.model import Item, Text
from bagpattern.drawing.strokes import box_path
from bagpattern.geometry.points import point
from bagpattern.making.minutes import minutes
from bagpattern.model.notion import Notion
from bagpattern.model.pattern import Pattern
from bagpattern.model.step import NumberedStep
from bagpattern.said import Figure, Name, Said
from bagpattern.words import series, words

_GAP, _HIGH, _RIM = 4.0, 9.0, 1.5
"""mm between figures, of thumbnails that are taken, and of the ground round them."""
_NARROW = 46.0
"""mm: words beside a figure are at least as wide."""
_QUICK = 5
"""min: times are told in steps of so many."""


def steps(pattern: Pattern, letters: Letters, width: float) -> Iterator[Block]:
    """Every step, one after the other, in columns of so many mm."""
    yield paragraph(pattern.tell(words("Make")), letters.title, bold=True, after=2.0, keeps=True)
    for each in pattern.steps:
        yield from _step(pattern, each, letters, width)


def _step(pattern: Pattern, each: NumberedStep, letters: Letters, width: float) -> Iterator[Block]:
    """The heading stays with what is taken and the words, and these with the first figure, or face it; figures may be
    parted, but the last stays with what is looked at.
    """
    tell = pattern.tell
    yield numbered(each.number, tell(each.step.title), letters)
    if any(taken(pattern)[each.number]):
        yield _take(pattern, taken(pattern)[each.number], letters)
    figures = placeable(pattern).get(each.number, ())
    if figures and not letters.words and _finds_room(tell(each.step.text), figures[0], letters, width):
        yield _beside(tell(each.step.text), figures[0], letters)._replace(keeps=len(figures) == 1)
        figures = figures[1:]
    elif each.step.text:
        yield from flowing(tell(each.step.text), letters, width, faces=bool(figures))
    for row, one in zip(figure_rows(figures, letters.words), figures, strict=True):
        yield row._replace(keeps=one is figures[-1] and not letters.words)
        if letters.words:
            yield from flowing(tell(one.figure.alt), letters, width)
    yield paragraph(tell(ended(pattern, each)), letters.small, after=1.0)
    yield space(5.0)


def _finds_room(content: str, one: Placeable, letters: Letters, width: float) -> bool:
    """Whether a figure leaves its words enough room beside it, so that both are less high than one below the other."""
    left = width - one.width - _GAP
    if left < _NARROW:
        return False
    beside, above = (text_row(content, letters.text, wide).height for wide in (left, width))
    return max(beside, one.height) < above + one.height


def _beside(content: str, one: Placeable, letters: Letters) -> Block:
    """Words to the left, their figure to the right of them."""

    def make(column: float) -> Row:
        told = text_row(content, letters.text, column - one.width - _GAP, after=1.0)
        drawn = one.items(point(column - one.width, 0.0))
        return Row(max(told.height, one.height) + 2.0, (*told.items, *drawn))

    return Block(make)


def ended(pattern: Pattern, each: NumberedStep) -> Said:
    """What is looked at, and about how long it took."""
    taken_time = sum(minutes(pattern, operation) for operation in each.step.operations)
    time = words("About {count}\N{NO-BREAK SPACE}min.", count=Figure(max(_QUICK, _QUICK * round(taken_time / _QUICK))))
    check = checked(pattern, each.step)
    return series((words("Check: {what}", what=check), time)) if check else time


# figures --------------------------------------------------------------------------------------------------------------


def figure_rows(figures: tuple[Placeable, ...], grown: bool = False) -> Iterator[Block]:
    """Figures side by side where two find room, else below each other; the first stays with what is before it."""
    return (_figure_block(figures, at, grown) for at in range(len(figures)))


def _figure_block(figures: tuple[Placeable, ...], at: int, grown: bool) -> Block:
    return Block(lambda width: _figure_row(figures, at, width, grown))


def _figure_row(figures: tuple[Placeable, ...], at: int, width: float, grown: bool) -> Row:
    """The figures of the row that begins with one; nothing where it stands in the row before."""
    row = _rows(figures, width, grown).get(at, ())
    if not row:
        return Row(0.0)
    wide = sum(each.width for each in row) + _GAP * (len(row) - 1)
    x, items = (width - wide) / 2, list[Item]()
    for each in row:
        items += each.items(point(x, 0))
        x += each.width + _GAP
    return Row(max(each.height for each in row) + 2.0, tuple(items))


def _rows(figures: tuple[Placeable, ...], width: float, grown: bool) -> dict[int, list[Placeable]]:
    """The figures of each row, by the place of its first."""
    rows: dict[int, list[Placeable]] = {}
    first, used = 0, float("inf")
    for at, each in enumerate(figures):
        fitting = each.within(width, grown)
        if used + _GAP + fitting.width > width:
            first, used = at, -_GAP
        rows.setdefault(first, []).append(fitting)
        used += _GAP + fitting.width
    return rows


# what is taken --------------------------------------------------------------------------------------------------------


def _take(pattern: Pattern, what: Taken, letters: Letters) -> Block:
    """Thumbnails and things on a grey ground; in words with large letters."""
    if letters.words:
        return paragraph(pattern.tell(taking(pattern, what)), letters.text, after=1.5, keeps=True)
    return Block(lambda width: _ground(pattern, what, letters, width), keeps=True)


def taking(pattern: Pattern, what: Taken) -> Said:
    """What is taken, in words."""
    return words("Take: {things}.", things=series(_told(pattern, what), "; "))


def _told(pattern: Pattern, what: Taken) -> Iterator[Said]:
    for name, count in what.pieces.items():
        piece = pattern[name]
        yield words("{count} of piece {number}, {title}", count=count, number=piece.number, title=piece.panel.title)
    for name in what.notions:
        yield _bought(pattern.notions[name])


def _ground(pattern: Pattern, what: Taken, letters: Letters, width: float) -> Row:
    x, top, high, items = _RIM, -_RIM, 0.0, list[Item]()
    for each in _things(pattern, what, letters.small, width - 2 * _RIM):
        if x > _RIM and x + each.width > width - _RIM:
            x, top, high = _RIM, top - high - _RIM, 0.0
        items += each.at(point(x, top))
        x, high = x + each.width + _GAP, max(high, each.height)
    bottom = top - high - _RIM
    return Row(2.0 - bottom, (shape(GROUND, box_path(0.0, bottom, width, 0.0)), *items))


def _things(pattern: Pattern, what: Taken, size: float, width: float) -> Iterator[Picture]:
    for name, count in what.pieces.items():
        yield _counted(numbered_thumbnail(pattern[name], _HIGH), f"{TIMES}{count}", size)
    for name in what.notions:
        yield _worded(pattern.tell(_bought(pattern.notions[name])), size, width)


def _bought(notion: Notion) -> Said:
    return series((Name(f"{notion.count}{TIMES}"), notion.title, *(() if notion.sized else (notion.size,))))


def _counted(picture: Picture, count: str, size: float) -> Picture:
    """A thumbnail with its count behind it."""
    at = Text(picture.width, -picture.height / 2 - size * 0.38, size, count, bold=True)
    return Picture(picture.width + text_width(count, size, bold=True), picture.height, (*picture.items, at))


def _worded(content: str, size: float, width: float) -> Picture:
    """A thing in words, on one line where there is room."""
    row = text_row(content, size, width)
    wide = min(width, text_width(content, size))
    return Picture(wide, row.height, row.items)
