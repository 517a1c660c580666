"""Where something lies: mirrored or not, turned, then moved. A value; placing makes an image and edits nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from bagpattern.geometry.points import Point, polar, unit


class Placement(NamedTuple):
    """Mirror (x to -x) if ``mirrored``, then multiply by ``turn`` (a unit number), then add ``move``."""

    move: complex = 0j
    turn: complex = 1 + 0j
    mirrored: bool = False

    def __call__(self, p: Point) -> Point:
        """The image of a point."""
        return (-p.conjugate() if self.mirrored else p) * self.turn + self.move

    def back(self, q: Point) -> Point:
        """The point whose image *q* is."""
        p = (q - self.move) / self.turn
        return -p.conjugate() if self.mirrored else p

    def direction(self, d: complex) -> complex:
        """The image of a direction: everything but the move."""
        return (-d.conjugate() if self.mirrored else d) * self.turn

    def then(self, other: Placement) -> Placement:
        """First this placement, then *other*, as one."""
        turn = self.turn.conjugate() if other.mirrored else self.turn
        return Placement(other(self.move), turn * other.turn, self.mirrored != other.mirrored)


IDENTITY = Placement()
MIRROR = Placement(mirrored=True)


def moved(x: float, y: float) -> Placement:
    """A move by *x*, *y* mm."""
    return Placement(complex(x, y))


_QUARTERS = {0: 1 + 0j, 90: 1j, 180: -1 + 0j, 270: -1j}


def turned(degrees: float) -> Placement:
    """A turn about the origin, counter-clockwise; exact for quarter turns."""
    quarter = _QUARTERS.get(int(degrees) % 360) if degrees == int(degrees) else None
    return Placement(turn=polar(1, math.radians(degrees)) if quarter is None else quarter)


def onto(own: Sequence[Point], other: Sequence[Point], turned_over: bool) -> Placement:
    """The motion that lays the ends of another chain on one's own; *turned over* with its wrong side up."""
    start, end = (-p.conjugate() if turned_over else p for p in (other[0], other[-1]))
    turn = unit((own[-1] - own[0]) / (end - start))
    middle = (own[0] + own[-1]) / 2 - (start + end) / 2 * turn
    return Placement(middle, turn, turned_over)
