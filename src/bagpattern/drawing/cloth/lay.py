"""A lay plan as a drawing: the cloth from above, to scale, with every piece where it is to lie."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from bagpattern.drawing.cloth.lay_words import (
    above,
    figure,
    listed,
    repeating,
    repeats,
    repeats_across,
    ruler_marks,
    ruler_step,
    setting,
    share,
    thinned,
)
from bagpattern.drawing.lettering import CAPITAL, DESCENT, LEADING, text_width, widest
from bagpattern.drawing.model import Drawing, Item, Shape, Text
from bagpattern.drawing.names import Names
from bagpattern.drawing.paper.sheets import MARGIN
from bagpattern.drawing.strokes import arrow_head, arrow_shaft, box_path
from bagpattern.drawing.titled import drawing_of
from bagpattern.geometry.path import line_path
from bagpattern.geometry.place import Clearing, box_at
from bagpattern.geometry.placement import turned
from bagpattern.geometry.points import Point, point
from bagpattern.layout.blanks import Blank, Spot
from bagpattern.layout.lay import Lay
from bagpattern.layout.paper.pages import Paper
from bagpattern.layout.plans import names, numbers
from bagpattern.layout.purchase import to_buy
from bagpattern.model.colourway import slot_words
from bagpattern.model.pattern import Pattern
from bagpattern.said import Figure, Length, Name, Said, Scale
from bagpattern.values import replace
from bagpattern.words import english, words

_FINE = (1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5)
SCALES = (*_FINE, 10, 11, 12.5, 14, 15, 17.5, 20, 22.5, 25, 30, 35, 40, 50, 75, 100)
"""So near to each other that a plan fills its page."""
_PAGE = 210.0, 279.4
"""mm that a drawing measures at most: what both A4 and Letter hold, upright or on their sides."""
_TEXT, _TITLE, _SMALL = 3.2, 6.0, 2.4
_LEFT, _BELOW, _ABOVE, _BESIDE = 16.0, 16.0, 13.5, 20.0
_ARROW = 12.0
_LEAST_WIDTH = 180.0
_COLUMN = 88.0


def lay_drawings(pattern: Pattern, plans: Sequence[Lay]) -> dict[str, Drawing]:
    """A drawing of each plan, by what a file's name has after the preset's."""
    called = zip(names(plans), numbers(plans), plans, strict=True)
    return {f"lay-{name}": lay_drawing(pattern, plan, which) for name, which, plan in called}


def lay_drawing(pattern: Pattern, lay: Lay, which: str = "") -> Drawing:
    """One plan, called by its material and, *which*, by a number that tells it from others of that.

    Cloth edges, ruler, pieces with number, name and grain, and the list of what lies there.
    """
    return drawn(pattern, [Plan(pattern, lay, which, scale) for scale in SCALES])


def drawn(pattern: Pattern, plans: Sequence[Plan]) -> Drawing:
    """The first of these plans, each smaller than the one before, that fits on a page; else the last."""
    plan = _fitting(plans, (_PAGE, _PAGE[::-1]))
    return plan.described(drawing_of(pattern, *plan.size(), plan.items(), plan.lay_title()))


def lay_pages(pattern: Pattern, lays: Sequence[Lay], sheet: Paper) -> Iterator[Drawing]:
    """Each plan on a page of the pattern's own *sheet*: programs that stitch pages want them all of one size."""
    rim = sheet.margin - MARGIN
    room = sheet.width - 2 * rim, sheet.height - 2 * rim
    for lay, which in zip(lays, numbers(lays), strict=True):
        plan = _fitting([Plan(pattern, lay, which, scale) for scale in SCALES], (room,))
        by = point(rim, sheet.height - rim - plan.size()[1])
        items = [item.moved(by) for item in plan.items()]
        yield plan.described(drawing_of(pattern, sheet.width, sheet.height, items, plan.lay_title()))


def _fitting(plans: Sequence[Plan], rooms: Sequence[tuple[float, float]]) -> Plan:
    """The first that fits into one of some rooms; what never does, at the smallest."""
    for plan in plans:
        width, height = plan.size()
        if any(width <= room[0] and height <= room[1] for room in rooms):
            return plan
    return plans[-1]


class Plan:
    """A plan at its scale; ``corner`` is where the cloth's lower left corner is drawn."""

    def __init__(self, pattern: Pattern, lay: Lay, which: str, scale: float) -> None:
        self.pattern, self.lay, self.tell, self.which = pattern, lay, pattern.tell, which
        self.title = f"{self.tell(slot_words(lay.cloth.material))}{which}"
        self.scale = scale
        self.long, self.wide = lay.length / self.scale, lay.cloth.width / self.scale
        self.corner = 0j
        self.names = Names()

    def lay_title(self) -> str:
        """What the drawing is called."""
        return self.tell(words("lay of {cloth}", cloth=Name(self.title)))

    def described(self, drawing: Drawing) -> Drawing:
        """The drawing with its own scale told: it is no pattern to print at 100 %."""
        told = self.tell(words("How pieces lie on cloth, drawn {scale}.", scale=self.scale_said()))
        return replace(drawing, description=told, in_pixels={})

    def items(self) -> list[Item]:
        """Everything that is drawn, from the lower left corner on."""
        self.corner = point(MARGIN + _LEFT, MARGIN + self.foot() + _BELOW)
        below = _list(self.listed(), self.rows(), MARGIN + self.foot())
        return [*self.head(self.size()[1]), *self.cloth(), *self.ruler(), *self.pieces(), *below]

    def size(self) -> tuple[float, float]:
        """mm of the whole drawing: the words above, the cloth with its rulers, the list below."""
        height = self.foot() + _BELOW + self.wide + _ABOVE + len(self.lines()) * _TEXT * LEADING
        return self.inner_width() + 2 * MARGIN, height + 2 * MARGIN

    def inner_width(self) -> float:
        """mm between the margins."""
        beside = max(_BESIDE, self.fold_room())
        return max(self.long + _LEFT + beside, _LEAST_WIDTH, widest(self.lines(), _TEXT))

    def foot(self) -> float:
        """mm that the list below the cloth is high."""
        return self.rows() * _TEXT * LEADING + 4.0

    def rows(self) -> int:
        """Lines of the list."""
        return math.ceil(len(self.lay.blanks) / max(1, int(self.inner_width() // _COLUMN)))

    def at(self, along: float, across: float) -> Point:
        """Where a place on the cloth is drawn."""
        return self.corner + point(along, across) / self.scale

    def listed(self) -> list[str]:
        """What lies on the cloth, in the order of the numbers."""
        return [listed(blank, self.tell) for blank in self.lay.blanks]

    def lines(self) -> list[str]:
        """What is to be bought and how it lies."""
        cloth = self.lay.cloth
        plan = words(
            "{cloth}, {width} wide: the plan takes {length}; {buy}. Drawn {scale}.",
            cloth=cloth.title,
            width=Length(cloth.width, Scale.CM),
            length=_whole(self.lay.length),
            buy=self._buy(),
            scale=self.scale_said(),
        )
        said = (plan, self.lying(), *self._folding(), *repeating(self.lay), share(self.lay))
        return [self.tell(each) for each in said]

    def lying(self) -> Said:
        """Which way up the cloth and the pieces lie."""
        return words("Right side up, seen from above; {rule}.", rule=self.lay.cloth.rule)

    def scale_said(self) -> Said:
        """'1:2.5'."""
        return english("1:{scale}", scale=Figure(self.scale))

    def head(self, height: float) -> Iterator[Item]:
        """The title and what stands below it."""
        top = height - MARGIN
        yield Text(MARGIN, top - _TITLE, _TITLE, f"{self.pattern.title}: {self.title}", bold=True)
        for number_, line in enumerate(self.lines()):
            yield Text(MARGIN, top - _TITLE - (number_ + 1.2) * _TEXT * LEADING, _TEXT, line)

    def _buy(self) -> Said:
        """What to ask for in the shop; what several tables take is bought in one length."""
        if self.which and self.lay.cloth.ends:
            return words("each of its plans is cut from a piece of its own")
        if self.which:
            return words("buy what all its tables take, in one length")
        return words(
            "buy {length}", length=Length(to_buy(self.lay.length, self.tell.units, self.lay.cloth.shrinks), Scale.CLOTH)
        )

    def _folding(self) -> list[Said]:
        """How folded cloth is drawn, and what to do where nothing is gained by folding it."""
        if not self.lay.cloth.folded:
            return []
        if not self.lay.fold:
            return [words("Nothing is cut through both layers: lay the cloth open.")]
        return [
            words(
                "Folded as far as {length}, drawn opened out: cut what lies there once, through both layers.",
                length=_whole(self.lay.fold),
            )
        ]

    def cloth(self) -> Iterator[Item]:
        """Edges, selvedges, fold, and the arrow of the grain."""
        lay, width = self.lay, self.lay.cloth.width
        yield Shape(self.names("cloth"), "leader", (self._box(0.0, 0.0, lay.length, width),))
        if lay.cloth.selvedge:
            edges = (lay.cloth.selvedge, width - lay.cloth.selvedge)
            lines = tuple(line_path(self.at(0.0, y), self.at(lay.length, y)) for y in edges)
            yield Shape(self.names("selvedges"), "topstitch", lines)
        if lay.phase:
            across = (line_path(self.at(x, 0.0), self.at(x, width)) for x in repeats(lay))
            down = (line_path(self.at(0.0, y), self.at(lay.length, y)) for y in repeats_across(lay))
            yield Shape(self.names("repeats"), "table", (*across, *down))
        if lay.fold:
            middle = line_path(self.at(0.0, width / 2), self.at(lay.fold, width / 2))
            yield Shape(self.names("fold"), "fold", (middle,))
            place = self.at(lay.length, width / 2)
            yield Text(place.real + 2.0, place.imag - 0.4 * _SMALL, _SMALL, self._fold_words())
        start, end = self.corner + 1j * (self.wide + 3.0), self.corner + self.long + 1j * (self.wide + 3.0)
        along = self.tell(words("along the roll") if lay.cloth.free else words("grain, along the selvedge"))
        yield Text(start.real, start.imag - _SMALL * 0.3, _SMALL, along)
        start += text_width(along, _SMALL) + 2.0
        if end.real - start.real > _ARROW:
            yield from _arrow(start, min(end.real, start.real + 60.0) + 1j * start.imag, self.names, both=True)

    def fold_room(self) -> float:
        """mm that the words beside the fold take behind the cloth."""
        return text_width(self._fold_words(), _SMALL) + 2.0 if self.lay.fold else 0.0

    def _fold_words(self) -> str:
        """What stands beside the fold, at the end of the cloth."""
        if self.lay.fold > self.lay.length - 1.0:
            return self.tell(words("fold lengthwise"))
        return self.tell(words("fold lengthwise, as far as {length}", length=_whole(self.lay.fold)))

    def _box(self, left: float, bottom: float, right: float, top: float) -> Any:
        low, high = self.at(left, bottom), self.at(right, top)
        return box_path(low.real, low.imag, high.real, high.imag)

    def ruler(self) -> Iterator[Item]:
        """Marks along the cut edge and across the cloth, and where to cut it off."""
        lay, width = self.lay, self.lay.cloth.width
        step = ruler_step(self.scale, self.tell)
        marks = [line_path(self.at(x, 0.0) - 2j, self.at(x, 0.0)) for x in ruler_marks(lay.length, step)]
        marks += [line_path(self.at(0.0, y) - 2.0, self.at(0.0, y)) for y in ruler_marks(width, step)]
        yield Shape(self.names("ruler"), "table", tuple(marks))
        for x in ruler_marks(lay.length - 0.4 * step, step):
            place = self.at(x, 0.0) - 5j
            yield Text(place.real, place.imag, _SMALL, figure(x, self.tell), "middle")
        for y in ruler_marks(width - 0.4 * step, step):
            place = self.at(0.0, y) - 3.0 - 0.4j * _SMALL
            yield Text(place.real, place.imag, _SMALL, figure(y, self.tell), "end")
        yield from self._ends()

    def _ends(self) -> Iterator[Item]:
        """The two figures that matter: the plan's length and the cloth's width."""
        tell, wide = self.tell, Length(self.lay.cloth.width, Scale.CM)
        long = words("ends at {length}", length=_whole(self.lay.length))
        end, top = self.at(self.lay.length, 0.0), self.at(0.0, self.lay.cloth.width)
        yield Text(end.real, end.imag - 9.5, _TEXT, tell(long), "middle", bold=True)
        yield Text(top.real - 3.0, top.imag - 0.4 * _TEXT, _SMALL, tell(wide), "end", bold=True)

    def pieces(self) -> Iterator[Item]:
        """Every copy with its outline, its grain and its words."""
        for spot in self.lay.spots:
            blank = self.lay.blanks[spot.blank]
            ring = [self.at(p.real, p.imag) for p in (blank.turned(spot.degrees) + spot.move).tolist()]
            data = (("number", str(blank.number)), ("mirrored", "yes" if blank.mirrored else ""))
            title = self.tell(words("{piece}, mirrored", piece=blank.title) if blank.mirrored else blank.title)
            outline = line_path(*thinned([*ring, ring[0]]))
            yield Shape(self.names(blank.piece, "copy"), "laid", (outline,), blank.piece, title, data)
            yield from self._words(blank, spot, ring)

    def _words(self, blank: Blank, spot: Spot, ring: Sequence[Point]) -> Iterator[Item]:
        """Number and name as large as there is room for; then the grain, if there is room left."""
        fold = self.at(self.lay.fold, self.lay.cloth.width / 2)
        if min(p.real for p in ring) < fold.real - 0.01:
            ring = above(ring, fold.imag)  # words keep off the fold
        room = Clearing([*ring, ring[0]], (), 0.3)
        chosen = setting(room, blank, self.tell)
        if chosen is not None:
            lines, size, centre, bold = chosen
            box = box_at(centre, widest(lines, size, bold), len(lines) * size * LEADING)
            room.take(box)
            for number_, line in enumerate(lines):
                y = box[3] - (number_ + 1) * size * LEADING + size * (DESCENT + (LEADING - CAPITAL - DESCENT) / 2)
                yield Text(centre.real, y, size, line, "middle", bold and number_ == 0, piece=blank.piece)
        if not self.lay.cloth.free:
            yield from self._grain(room, turned(spot.degrees).turn)

    def _grain(self, room: Clearing, up: complex) -> Iterator[Item]:
        """An arrow along the grain; on cloth with an up and a down its only head points up the piece."""
        centre = room.spot(_ARROW, 2.6, room.centre)
        if centre is not None:
            start, end = centre - up * _ARROW / 2, centre + up * _ARROW / 2
            yield from _arrow(start, end, self.names, both=self.lay.cloth.grain != "one-way")


def _whole(mm: float) -> Length:
    """A length of cloth that is enough, as a shop tells it."""
    return Length(math.ceil(mm), Scale.SHOP)


def _arrow(start: Point, end: Point, names: Names, both: bool) -> Iterator[Item]:
    yield Shape(names("grain"), "grain", (arrow_shaft(start, end),))
    heads = [arrow_head(end, end - start), *([arrow_head(start, start - end)] if both else [])]
    yield Shape(names("grain-heads"), "head", tuple(heads))


def _list(rows: Sequence[str], high: int, top: float) -> Iterator[Item]:
    """The pieces in columns, below the plan: the smallest have only their number on them."""
    for index, row in enumerate(rows):
        column, line = divmod(index, high)
        size = min(_TEXT, _TEXT * (_COLUMN - 3.0) / text_width(row, _TEXT))
        yield Text(MARGIN + column * _COLUMN, top - (line + 1) * _TEXT * LEADING, size, row)
