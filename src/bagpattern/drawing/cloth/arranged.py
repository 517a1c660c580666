"""How a plan fills a page: its stretches turned, beside or below each other, at the largest scale that has room."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import product

from bagpattern.drawing.cloth.stretches import Division, divisions, whole
from bagpattern.geometry.place import Box, Points
from bagpattern.geometry.points import Point, point
from bagpattern.layout.lay import Lay
from bagpattern.values import once, replace, value

_FINE = (1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5)
SCALES = (*_FINE, 10, 11, 12.5, 14, 15, 17.5, 20, 22.5, 25, 30, 35, 40, 50, 75, 100)
"""So near to each other that a plan fills its page."""
_LEFT, _BELOW, _RIGHT, _ABOVE = 16.0, 16.0, 7.0, 11.0
"""mm round each stretch, for its rulers and what is written at its sides."""
_PART = 1.25
"""How much larger a plan has to become to be worth one stretch more ..."""
_CROSSED = 0.6
"""... and the share of the pieces that go on from one to another ..."""
_SPARED = 1.04
"""... and cloth that is not drawn [K]."""
_LARGE = 2.5
"""The scale beyond which nothing becomes easier to read."""


class NoRoomError(ValueError):
    """Nothing of a plan can be drawn there."""


@value
class View:
    """One stretch on the page: ``box`` in mm of the cloth, its corner (the cut end, the first selvedge) at ``origin``.

    ``turn`` is the way of the roll on the page.
    """

    box: Box
    origin: Point
    turn: complex
    scale: float

    def at(self, along: float, across: float) -> Point:
        """Where a place on the cloth is drawn."""
        return self.origin + point(along - self.box[0], across - self.box[1]) * self.turn / self.scale

    def ring(self, points: Points) -> list[Point]:
        """Where an outline on the cloth is drawn."""
        return [self.at(p.real, p.imag) for p in points]

    @property
    def turned(self) -> bool:
        """Whether the roll runs down the page."""
        return self.turn.imag != 0

    @once
    def window(self) -> Box:
        """What it covers of the page."""
        one, other = self.at(self.box[0], self.box[1]), self.at(self.box[2], self.box[3])
        low, high = min(one.real, other.real), max(one.real, other.real)
        return low, min(one.imag, other.imag), high, max(one.imag, other.imag)


@value
class Arrangement:
    """Stretches on a page: ``turned`` so that the roll runs down it, ``stacked`` below each other, ``listed`` below
    them or, if not so, ``beside`` them."""

    boxes: tuple[Box, ...]
    turned: bool
    stacked: bool
    beside: bool
    scale: float = 1.0

    @property
    def size(self) -> tuple[float, float]:
        """mm on the page, with the room round each stretch."""
        return _together(self._sizes(), self.stacked)

    def _sizes(self) -> list[tuple[float, float]]:
        """Of each stretch, with the room round it."""
        rim = _LEFT + _RIGHT, _BELOW + _ABOVE
        drawn = ((each[2] - each[0], each[3] - each[1]) for each in self.boxes)
        sides = (each[::-1] if self.turned else each for each in drawn)
        return [(rim[0] + wide / self.scale, rim[1] + high / self.scale) for wide, high in sides]

    def fitted(self, room: tuple[float, float]) -> Arrangement:
        """At the largest scale that has room. Raises NoRoomError where none has."""
        bare, drawn = replace(self, scale=math.inf).size, replace(self, scale=1.0).size
        share = min((have - fixed) / (whole - fixed) for have, fixed, whole in zip(room, bare, drawn, strict=True))
        fitting = next((each for each in SCALES if each * share >= 1.0 - 1e-9), 0)
        if share <= 0 or not fitting:
            raise NoRoomError("no room for the plan")
        return replace(self, scale=float(fitting))

    def views(self, corner: Point) -> tuple[View, ...]:
        """Each stretch, the first at the upper left *corner*, or, where they go on upwards, the last."""
        upwards = self.stacked and not self.turned and self.boxes[-1][1] > self.boxes[0][1]
        order = -1 if upwards else 1
        found = []
        for box, (wide, high) in list(zip(self.boxes, self._sizes(), strict=True))[::order]:
            top = corner + complex(_LEFT, -_ABOVE)
            bottom = corner + complex(_LEFT, _BELOW - high)
            found.append(View(box, top if self.turned else bottom, -1j if self.turned else 1 + 0j, self.scale))
            corner += -1j * high if self.stacked else wide
        return tuple(found[::order])


def _together(sizes: Sequence[tuple[float, float]], stacked: bool) -> tuple[float, float]:
    wide, high = [each[0] for each in sizes], [each[1] for each in sizes]
    return (max(wide), sum(high)) if stacked else (sum(wide), max(high))


@value
class Listed:
    """What the list of the pieces takes: ``rows`` of ``high`` mm, in columns ``wide``; and the ``gap`` before it."""

    rows: int
    high: float
    wide: float
    gap: float

    def columns(self, width: float) -> int:
        """How many find room on that width."""
        return max(1, int(width // self.wide))

    def below(self, width: float) -> float:
        """mm that it is high on that width."""
        return math.ceil(self.rows / self.columns(width)) * self.high + self.gap


def arranged(lay: Lay, room: tuple[float, float], listed: Listed, in_one: bool) -> Arrangement:
    """The arrangement in which a plan is read best; if *in_one*, all of its cloth in one stretch.

    What has no room at all is drawn at the smallest scale.
    """
    ways = [Division((whole(lay),))] if in_one else divisions(lay)
    tries = [(_merit(lay, each, way.crossings), each) for way in ways for each in _fitting(way.boxes, room, listed)]
    smallest = Arrangement((whole(lay),), False, False, False, float(SCALES[-1]))
    return max(tries, key=lambda each: each[0], default=(0.0, smallest))[1]


def _fitting(boxes: tuple[Box, ...], room: tuple[float, float], listed: Listed) -> Iterator[Arrangement]:
    for turned, stacked, beside in product((False, True), repeat=3):
        if stacked and len(boxes) == 1:
            continue
        width, height = room
        left = (width - listed.wide, height) if beside else (width, height - listed.below(width))
        if beside and listed.rows * listed.high > height:
            continue
        try:
            yield Arrangement(boxes, turned, stacked, beside).fitted(left)
        except NoRoomError:
            continue


def _merit(lay: Lay, each: Arrangement, crossings: int) -> float:
    """The larger, the better, unless it takes too many stretches to be so."""
    spared = _SPARED if each.boxes[-1][3] < lay.cloth.width else 1.0
    crossed = 1.0 + _CROSSED * crossings / len(lay.spots)
    return 1.0 / max(each.scale, _LARGE) / (_PART ** (len(each.boxes) - 1) * crossed * spared)
