"""A lay plan as a drawing: the cloth from above, to scale, with every piece where it is to lie."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from bagpattern.drawing.lettering import CAPITAL, DESCENT, LEADING, TIMES, balanced, text_width, widest
from bagpattern.drawing.model import Drawing, Item, Shape, Text
from bagpattern.drawing.names import Names
from bagpattern.drawing.sheets import MARGIN
from bagpattern.drawing.strokes import arrow_head, arrow_shaft, box_path
from bagpattern.drawing.titled import drawing_of
from bagpattern.geometry.path import line_path
from bagpattern.geometry.place import Room, box_at
from bagpattern.geometry.placement import turned
from bagpattern.geometry.points import Point, point
from bagpattern.language import Language, message
from bagpattern.layout.blanks import Blank, Spot
from bagpattern.layout.lay import Lay
from bagpattern.layout.purchase import asked_for, to_buy
from bagpattern.model.pattern import Pattern
from bagpattern.units import Units, number

_SCALES = (1, 2, 2.5, 5, 10, 20, 25, 50, 100)
_FIELD = 255.0, 150.0
"""mm that a cloth is drawn in: an A4 page on its side, with the words round it."""
_TEXT, _TITLE, _SMALL = 3.2, 6.0, 2.4
_SIZES = (3.4, 2.8, 2.2, 1.8)
_LEFT, _BELOW, _ABOVE = 16.0, 16.0, 28.0
_ARROW = 12.0
_LEAST_WIDTH = 180.0
_COLUMN = 88.0


def lay_drawing(pattern: Pattern, lay: Lay) -> Drawing:
    """One material's plan: cloth edges, ruler, pieces with number, name and grain, and the list of what lies there."""
    plan = _Plan(pattern, lay)
    listed = plan.listed()
    width = max(plan.long + _LEFT + 24.0, _LEAST_WIDTH) + 2 * MARGIN
    columns = max(1, int((width - 2 * MARGIN) // _COLUMN))
    rows = math.ceil(len(listed) / columns)
    foot = rows * _TEXT * LEADING + 4.0
    height = foot + _BELOW + plan.wide + _ABOVE + 2 * MARGIN
    plan.corner = point(MARGIN + _LEFT, MARGIN + foot + _BELOW)
    items = [*plan.head(height), *plan.cloth(), *plan.ruler(), *plan.pieces(), *_list(listed, rows, MARGIN + foot)]
    language = pattern.language
    part = language.say("lay of {cloth}", cloth=language.text(lay.cloth.material))
    return drawing_of(pattern, width, height, items, part)


def scale_of(lay: Lay) -> float:
    """How many times smaller the drawing is, so that it fits on a page; the longest plans are drawn larger than one."""
    needed = max(lay.length / _FIELD[0], lay.cloth.width / _FIELD[1])
    return next((scale for scale in _SCALES if scale >= needed), _SCALES[-1])


class _Plan:
    """A plan at its scale; ``corner`` is where the cloth's lower left corner is drawn."""

    def __init__(self, pattern: Pattern, lay: Lay) -> None:
        self.pattern, self.lay, self.units, self.language = pattern, lay, pattern.units, pattern.language
        self.scale = scale_of(lay)
        self.long, self.wide = lay.length / self.scale, lay.cloth.width / self.scale
        self.corner = 0j
        self.names = Names()

    def at(self, along: float, across: float) -> Point:
        """Where a place on the cloth is drawn."""
        return self.corner + point(along, across) / self.scale

    def listed(self) -> list[str]:
        """What lies on the cloth, in the order of the numbers."""
        return [_row(blank, self.units, self.language) for blank in self.lay.blanks]

    def head(self, height: float) -> Iterator[Item]:
        """What is to be bought and how it lies."""
        lay, units, left = self.lay, self.units, MARGIN
        cloth = lay.cloth
        buy = asked_for(to_buy(lay.length, units), units)
        wide, long = units.bought(cloth.width), units.bought(math.ceil(lay.length))
        language = self.language
        plan = message("{cloth}, {width} wide: the plan takes {length}; buy {buy}. Drawn {scale}.")
        scale = f"1:{number(self.scale)}"
        lines = (
            language.say(plan, cloth=language.text(cloth.title), width=wide, length=long, buy=buy, scale=scale),
            language.say("Right side up, seen from above; {rule}.", rule=language.text(cloth.rule)),
            _share(lay, language),
        )
        top = height - MARGIN
        yield Text(left, top - _TITLE, _TITLE, f"{self.pattern.name}: {language.text(cloth.material)}", bold=True)
        for number_, line in enumerate(lines):
            yield Text(left, top - _TITLE - (number_ + 1.2) * _TEXT * LEADING, _TEXT, line)

    def cloth(self) -> Iterator[Item]:
        """Edges, selvedges, fold, and the arrow of the grain."""
        lay, width = self.lay, self.lay.cloth.width
        yield Shape(self.names("cloth"), "leader", (self._box(0.0, 0.0, lay.length, width),))
        if lay.cloth.selvedge:
            edges = (lay.cloth.selvedge, width - lay.cloth.selvedge)
            lines = tuple(line_path(self.at(0.0, y), self.at(lay.length, y)) for y in edges)
            yield Shape(self.names("selvedges"), "topstitch", lines)
        if lay.fold:
            middle = line_path(self.at(0.0, width / 2), self.at(lay.fold, width / 2))
            yield Shape(self.names("fold"), "fold", (middle,))
            place = self.at(lay.length, width / 2)
            yield Text(place.real + 2.0, place.imag - 0.4 * _SMALL, _SMALL, self.language.say("fold lengthwise"))
        start, end = self.corner + 1j * (self.wide + 3.0), self.corner + self.long + 1j * (self.wide + 3.0)
        words = self.language.say("grain, along the selvedge" if len(lay.cloth.turns) <= 2 else "along the roll")
        yield Text(start.real, start.imag - _SMALL * 0.3, _SMALL, words)
        start += text_width(words, _SMALL) + 2.0
        if end.real - start.real > _ARROW:
            yield from _arrow(start, min(end.real, start.real + 60.0) + 1j * start.imag, self.names, both=True)

    def _box(self, left: float, bottom: float, right: float, top: float) -> Any:
        low, high = self.at(left, bottom), self.at(right, top)
        return box_path(low.real, low.imag, high.real, high.imag)

    def ruler(self) -> Iterator[Item]:
        """Marks along the cut edge and across the cloth, and where to cut it off."""
        lay, width = self.lay, self.lay.cloth.width
        step = _step(self.scale, self.units)
        marks = [line_path(self.at(x, 0.0) - 2j, self.at(x, 0.0)) for x in _marks(lay.length, step)]
        marks += [line_path(self.at(0.0, y) - 2.0, self.at(0.0, y)) for y in _marks(width, step)]
        yield Shape(self.names("ruler"), "table", tuple(marks))
        for x in _marks(lay.length - 0.4 * step, step):
            place = self.at(x, 0.0) - 5j
            yield Text(place.real, place.imag, _SMALL, _mark(x, self.units), "middle")
        for y in _marks(width - 0.4 * step, step):
            place = self.at(0.0, y) - 3.0 - 0.4j * _SMALL
            yield Text(place.real, place.imag, _SMALL, _mark(y, self.units), "end")
        yield from self._ends()

    def _ends(self) -> Iterator[Item]:
        """The two figures that matter: the plan's length and the cloth's width."""
        long, wide = self.units.bought(math.ceil(self.lay.length)), self.units.bought(self.lay.cloth.width)
        end, top = self.at(self.lay.length, 0.0), self.at(0.0, self.lay.cloth.width)
        yield Text(
            end.real, end.imag - 9.5, _TEXT, self.language.say("ends at {length}", length=long), "middle", bold=True
        )
        wide = self.language.number(wide)
        yield Text(top.real - 3.0, top.imag - 0.4 * _TEXT, _SMALL, wide, "end", bold=True)

    def pieces(self) -> Iterator[Item]:
        """Every copy with its outline, its grain and its words."""
        for spot in self.lay.spots:
            blank = self.lay.blanks[spot.blank]
            ring = [self.at(p.real, p.imag) for p in (blank.turned(spot.degrees) + spot.move).tolist()]
            data = (("number", str(blank.number)), ("mirrored", "yes" if blank.mirrored else ""))
            title = f"{blank.title}, mirrored" if blank.mirrored else blank.title
            outline = line_path(*_thinned([*ring, ring[0]]))
            yield Shape(self.names(blank.piece, "copy"), "laid", (outline,), blank.piece, title, data)
            yield from self._words(blank, spot, ring)

    def _words(self, blank: Blank, spot: Spot, ring: Sequence[Point]) -> Iterator[Item]:
        """Number and name as large as there is room for; then the grain, if there is room left."""
        room = Room([*ring, ring[0]], (), 0.3)
        chosen = _setting(room, blank, self.language)
        if chosen is not None:
            lines, size, centre, bold = chosen
            box = box_at(centre, widest(lines, size, bold), len(lines) * size * LEADING)
            room.take(box)
            for number_, line in enumerate(lines):
                y = box[3] - (number_ + 1) * size * LEADING + size * (DESCENT + (LEADING - CAPITAL - DESCENT) / 2)
                yield Text(centre.real, y, size, line, "middle", bold and number_ == 0, piece=blank.piece)
        if len(self.lay.cloth.turns) <= 2:
            yield from self._grain(room, turned(spot.degrees).turn)

    def _grain(self, room: Room, up: complex) -> Iterator[Item]:
        """An arrow along the grain; on cloth with an up and a down its only head points up the piece."""
        centre = room.spot(_ARROW, 2.6, room.centre)
        if centre is not None:
            start, end = centre - up * _ARROW / 2, centre + up * _ARROW / 2
            yield from _arrow(start, end, self.names, both=len(self.lay.cloth.turns) == 2)


def _setting(room: Room, blank: Blank, language: Language) -> tuple[tuple[str, ...], float, Point, bool] | None:
    """The words that fit into a piece, the best first: number and name, or the number alone."""
    title = language.text(blank.title)
    name = language.say("{title} (mirrored)", title=title) if blank.mirrored else title
    tail = " m" if blank.mirrored else ""
    for size in _SIZES:
        for count in (1, 2, 3):
            lines = balanced(f"{blank.number} {name}", count)
            centre = room.spot(widest(lines, size), len(lines) * size * LEADING, room.centre)
            if centre is not None:
                return lines, size, centre, False
    for size in _SIZES:
        lines = (f"{blank.number}{tail}",)
        centre = room.spot(widest(lines, size, True), size * LEADING, room.centre)
        if centre is not None:
            return lines, size, centre, True
    return None


def _arrow(start: Point, end: Point, names: Names, both: bool) -> Iterator[Item]:
    yield Shape(names("grain"), "grain", (arrow_shaft(start, end),))
    heads = [arrow_head(end, end - start), *([arrow_head(start, start - end)] if both else [])]
    yield Shape(names("grain-heads"), "head", tuple(heads))


def _row(blank: Blank, units: Units, language: Language) -> str:
    size = units.size(blank.size().across, blank.size().along, times=f" {TIMES} ")
    title = language.text(blank.title)
    title = language.say("{title} (mirrored)", title=title) if blank.mirrored else title
    return f"{blank.number}  {title}: {len(blank.copies)}{TIMES}, {language.number(size)}"


def _list(rows: Sequence[str], high: int, top: float) -> Iterator[Item]:
    """The pieces in columns, below the plan: the smallest have only their number on them."""
    for index, row in enumerate(rows):
        column, line = divmod(index, high)
        size = min(_TEXT, _TEXT * (_COLUMN - 3.0) / text_width(row, _TEXT))
        yield Text(MARGIN + column * _COLUMN, top - (line + 1) * _TEXT * LEADING, size, row)


def _share(lay: Lay, language: Language) -> str:
    """How good the plan is, and what keeps it from being shorter."""
    say, share = language.say, f"{lay.utilisation:.0%}"
    longest = max(lay.blanks, key=lambda blank: min(blank.size(turn).along for turn in lay.cloth.turns))
    if not lay.best_there_is:
        return say("{share} of the cloth is used.", share=share)
    if min(longest.size(turn).along for turn in lay.cloth.turns) < lay.length - 0.05:
        return say("{share} of the cloth is used; no plan can be shorter.", share=share)
    return say(
        "{share} of the cloth is used; no plan can be shorter than its longest piece: {piece}.",
        share=share,
        piece=f"{longest.number} {language.text(longest.title)}",
    )


def _step(scale: float, units: Units) -> float:
    """mm between two marks of the ruler: at least 12 mm on paper."""
    steps = (50.0, 100.0, 200.0, 500.0) if units.metric else (50.8, 101.6, 304.8, 914.4)
    return next((step for step in steps if step / scale >= 12.0), steps[-1])


def _marks(length: float, step: float) -> list[float]:
    return [number_ * step for number_ in range(1, int(length / step + 1e-6) + 1)]


def _mark(length: float, units: Units) -> str:
    return number(length / 10) if units.metric else units.figure(length)


def _thinned(points: Sequence[Point]) -> list[Point]:
    """Without points that are nearer than what can be drawn."""
    kept = [points[0]]
    kept += [p for p in points[1:-1] if abs(p - kept[-1]) > 0.01 and abs(p - points[-1]) > 0.01]
    return [*kept, points[-1]]
