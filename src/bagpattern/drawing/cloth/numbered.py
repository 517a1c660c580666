"""What stands on the pieces of a plan: number and name where there is room, else the number beside it with a leader."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator, Sequence

from bagpattern.drawing.cloth.arranged import View
from bagpattern.drawing.cloth.breaks import clipped
from bagpattern.drawing.cloth.lay_words import thinned, titled
from bagpattern.drawing.cloth.stretches import meet
from bagpattern.drawing.lettering import CAPITAL, DESCENT, LEADING, balanced, text_width, widest
from bagpattern.drawing.model import Item, Shape, Text
from bagpattern.drawing.names import Names
from bagpattern.drawing.strokes import arrow_head, arrow_shaft, circle
from bagpattern.geometry.path import line_path
from bagpattern.geometry.place import Box, Clearing, bounds_of, box_at
from bagpattern.geometry.placement import turned
from bagpattern.geometry.points import Point
from bagpattern.geometry.window import around
from bagpattern.language import Teller
from bagpattern.layout.blanks import Blank, Spot
from bagpattern.layout.lay import Lay
from bagpattern.values import value
from bagpattern.words import words

_SIZES = (3.4, 2.8, 2.5)
"""mm: nothing smaller is read on a cutting table [K]."""
_BESIDE, _LEAST = 2.8, 1.8
"""mm of a number beside its piece, and of one on it that has no room anywhere."""
_ARROW = 12.0
_REACHES = (5.0, 7.0, 9.0, 12.0, 15.0, 19.0, 24.0, 30.0, 38.0, 48.0, 60.0)
_WAYS = 16
_DOT = 0.5


@value
class Lying:
    """One copy in a view: its outline there, what of it can be written on, and which way its grain points."""

    blank: Blank
    ring: tuple[Point, ...]
    room: tuple[Point, ...]
    up: complex


def lying(lay: Lay, view: View) -> Iterator[Lying]:
    """Every copy that a view shows."""
    for spot in lay.spots:
        blank = lay.blanks[spot.blank]
        ring = (blank.turned(spot.degrees) + spot.move).tolist()
        if meet(bounds_of(ring), view.box):
            yield Lying(blank, tuple(view.ring(ring)), tuple(view.ring(_free(lay, view, ring))), _up(view, spot))


def _up(view: View, spot: Spot) -> complex:
    return turned(spot.degrees).turn * view.turn


def _free(lay: Lay, view: View, ring: Sequence[Point]) -> Sequence[Point]:
    """What of an outline lies in the stretch and, where the cloth is folded, on one side of the fold."""
    if min(p.real for p in ring) < lay.fold - 0.01:
        ring = _beyond(ring, lay.cloth.width / 2)
    left, bottom, right, top = view.box
    for turn, level in ((1, bottom), (1j, left), (-1, -top), (-1j, -right)):
        ring = [p / turn for p in _beyond([p * turn for p in ring], level)]
    return ring


def _beyond(ring: Sequence[Point], level: float) -> Sequence[Point]:
    """What of an outline lies above a level that it crosses; all of one that does not."""
    if not min(p.imag for p in ring) < level - 0.01 < level + 0.01 < max(p.imag for p in ring):
        return ring
    kept = []
    for before, after in zip([ring[-1], *ring], ring, strict=False):
        if (before.imag - level) * (after.imag - level) < 0:
            kept.append(before + (after - before) * (level - before.imag) / (after.imag - before.imag))
        if after.imag >= level:
            kept.append(after)
    return kept


class Numbered:
    """The pieces of one view with their words: ``taken`` are the boxes of all that is written there."""

    def __init__(self, lay: Lay, view: View, names: Names, tell: Teller) -> None:
        self.lay, self.view, self.names, self.tell = lay, view, names, tell
        self.pieces = [*lying(lay, view)]
        self.taken: list[Box] = []

    def items(self) -> Iterator[Item]:
        """Outlines, words, grain; last the numbers of what is too small to hold its own."""
        small = []
        for each in self.pieces:
            yield from clipped([self._outline(each)], self.view.window)
            room = Clearing([*each.room, each.room[0]], (), 0.3)
            written = [*self._words(each, room)]
            if not written:
                small.append(each)
            yield from written
            if not self.lay.cloth.free:
                yield from self._grain(each, room)
            self.taken += room.taken
        yield from self._beside(small)

    def _outline(self, each: Lying) -> Shape:
        blank = each.blank
        data = (("number", str(blank.number)), ("mirrored", "yes" if blank.mirrored else ""))
        title = self.tell(words("{piece}, mirrored", piece=blank.title) if blank.mirrored else blank.title)
        outline = line_path(*thinned([*each.ring, each.ring[0]]))
        return Shape(self.names(blank.piece, "copy"), "laid", (outline,), blank.piece, title, data)

    def _words(self, each: Lying, room: Clearing) -> Iterator[Item]:
        """Number and name as large as there is room for, or the number alone."""
        chosen = _setting(room, each.blank, self.tell)
        if chosen is None:
            return
        lines, size, centre, bold = chosen
        box = box_at(centre, widest(lines, size, bold), len(lines) * size * LEADING)
        room.take(box)
        for number, line in enumerate(lines):
            y = box[3] - (number + 1) * size * LEADING + size * (DESCENT + (LEADING - CAPITAL - DESCENT) / 2)
            yield Text(centre.real, y, size, line, "middle", bold and number == 0, piece=each.blank.piece)

    def _grain(self, each: Lying, room: Clearing) -> Iterator[Item]:
        """An arrow along the grain; on cloth with an up and a down its only head points up the piece."""
        along = (_ARROW, 2.6) if abs(each.up.real) > abs(each.up.imag) else (2.6, _ARROW)
        centre = room.spot(*along, room.centre)
        if centre is not None:
            room.take(box_at(centre, *along))
            half = each.up * _ARROW / 2
            yield from arrow(centre - half, centre + half, self.names, both=self.lay.cloth.grain != "one-way")

    def _beside(self, small: Sequence[Lying]) -> Iterator[Item]:
        """A number for each piece that holds none, near it, with a leader: on free cloth, or on a larger piece."""
        outlines = [[*each.ring, each.ring[0]] for each in self.pieces]
        room = Clearing(_ring(self.view.window), outlines, 0.4)
        room.taken = self.taken
        for each in small:
            number = _number(each.blank)
            wide, high = text_width(number, _BESIDE, True), _BESIDE
            start = _middle(each.room)
            at = min(_spots(room, start, wide, high), key=lambda p: self._cost(p, start), default=None)
            if at is None:
                yield Text(
                    start.real, start.imag - _LEAST * CAPITAL / 2, _LEAST, number, "middle", piece=each.blank.piece
                )
                continue
            room.take(box_at(at, wide, high))
            yield Text(
                at.real, at.imag - _BESIDE * CAPITAL / 2, _BESIDE, number, "middle", True, piece=each.blank.piece
            )
            yield from self._leader(start, box_at(at, wide, high))

    def _cost(self, at: Point, start: Point) -> float:
        """How far a number lies from its piece; on another piece it would rather not be."""
        return abs(at - start) + 15.0 * any(_holds(each.ring, at) for each in self.pieces)

    def _leader(self, start: Point, box: Box) -> Iterator[Shape]:
        centre = complex((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        grown = (box[0] - 0.4, box[1] - 0.4, box[2] + 0.4, box[3] + 0.4)
        yield Shape(self.names("leader"), "leader", tuple(around([[start, centre]], [grown])))
        yield Shape(self.names("leader-dot"), "head", (circle(start, _DOT),))


def arrow(start: Point, end: Point, names: Names, both: bool) -> Iterator[Item]:
    """An arrow with one head or two."""
    yield Shape(names("grain"), "grain", (arrow_shaft(start, end),))
    heads = [arrow_head(end, end - start), *([arrow_head(start, start - end)] if both else [])]
    yield Shape(names("grain-heads"), "head", tuple(heads))


def _setting(room: Clearing, blank: Blank, tell: Teller) -> tuple[tuple[str, ...], float, Point, bool] | None:
    """The words that fit into a piece, the best first: number and name, or the number alone."""
    name = f"{blank.number} {tell(titled(blank))}"
    tries = [(balanced(name, count), size, False) for size in _SIZES for count in (1, 2, 3)]
    tries += [((_number(blank),), size, True) for size in _SIZES]
    for lines, size, bold in tries:
        centre = room.spot(widest(lines, size, bold), len(lines) * size * LEADING, room.centre)
        if centre is not None:
            return lines, size, centre, bold
    return None


def _number(blank: Blank) -> str:
    return f"{blank.number}m" if blank.mirrored else f"{blank.number}"


def _ring(box: Box) -> list[Point]:
    left, bottom, right, top = box
    corners = [complex(left, bottom), complex(right, bottom), complex(right, top), complex(left, top)]
    return [*corners, corners[0]]


def _middle(ring: Sequence[Point]) -> Point:
    """A place inside an outline: the middle of its bounds, or of its longest level chord there."""
    left, bottom, right, top = bounds_of(ring)
    centre = complex((left + right) / 2, (bottom + top) / 2)
    if _holds(ring, centre):
        return centre
    crossed = sorted(_crossings(ring, centre.imag))
    widest_of = max(zip(crossed[::2], crossed[1::2], strict=False), key=lambda ends: ends[1] - ends[0])
    return complex(sum(widest_of) / 2, centre.imag)


def _crossings(ring: Sequence[Point], y: float) -> Iterator[float]:
    """Where an outline crosses a level."""
    for start, end in zip([ring[-1], *ring], ring, strict=False):
        if (start.imag > y) != (end.imag > y):
            yield start.real + (end.real - start.real) * (y - start.imag) / (end.imag - start.imag)


def _holds(ring: Sequence[Point], p: Point) -> bool:
    """Whether a place lies inside an outline."""
    return sum(x > p.real for x in _crossings(ring, p.imag)) % 2 == 1


def _spots(room: Clearing, start: Point, wide: float, high: float) -> Iterator[Point]:
    """Free places for a number round a piece, which a leader reaches past all that is written."""
    for reach in _REACHES:
        for way in range(_WAYS):
            at = start + cmath.rect(reach, 2 * math.pi * way / _WAYS)
            if room.is_free(at, wide, high) and not _crossed(room.taken, start, at):
                yield at


def _crossed(boxes: Sequence[Box], start: Point, end: Point) -> bool:
    """Whether a line runs over one of some boxes."""
    steps = [start + (end - start) * step / 24 for step in range(1, 24)]
    return any(left < p.real < right and low < p.imag < top for left, low, right, top in boxes for p in steps)
