"""A bag as a box of its finished proportions, seen a little from above and from the left."""

from __future__ import annotations

from typing import NamedTuple

from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.looks import Tone
from bagpattern.geometry.cloths import area_of
from bagpattern.geometry.points import Point, point
from bagpattern.model.pattern import Pattern

_BACK = point(0.42, 0.28)
"""How far back a mm of depth goes to the right and up."""
_DEEPEST = 0.5
"""The depth that is shown, at most, as a share of the width."""


class Cloth(NamedTuple):
    """What of a cloth is seen."""

    tone: Tone
    right: bool


class Tub(NamedTuple):
    """A box on paper: its front face from ``foot``, its lower left corner, ``wide`` and ``high``; ``back`` is the way
    to the corners behind.
    """

    foot: Point
    wide: float
    high: float
    back: complex

    @property
    def rim(self) -> list[Point]:
        """The corners of its top: the front ones from left to right, then those behind from right to left."""
        left, right = self.foot + 1j * self.high, self.foot + self.wide + 1j * self.high
        return [left, right, right + self.back, left + self.back]

    def draw(self, canvas: Canvas, outer: Cloth, top: Cloth) -> None:
        """Its walls as they are seen from outside, and its top or what is seen in it."""
        left, right, behind, _ = self.rim
        across = point(self.wide, 0.0)
        canvas.cloth(area_of(self.rim), *top)
        canvas.cloth(area_of([right, behind, behind - 1j * self.high, right - 1j * self.high]), *outer)
        canvas.cloth(area_of([left, right, self.foot + across, self.foot]), *outer)


class Size(NamedTuple):
    """Width, height and depth of a bag on paper, and mm of paper for a mm of bag."""

    wide: float
    high: float
    deep: float
    scale: float

    def tub(self, middle: Point, share: float = 1.0) -> Tub:
        """The bag over the middle of its foot, so much of its height."""
        back = _BACK * self.deep
        return Tub(middle - (self.wide + back.real) / 2, self.wide, self.high * share, back)


def size_of(pattern: Pattern, wide: float, high: float) -> Size:
    """The bag in its finished proportions, in a box on paper."""
    finished = pattern.finished
    deep = min(finished.depth, finished.width * _DEEPEST)
    scale = min(wide / (finished.width + _BACK.real * deep), high / (finished.height + _BACK.imag * deep))
    return Size(finished.width * scale, finished.height * scale, deep * scale, scale)
