"""A bag in its finished proportions, seen a little from above and from the left: a box, a round one that stands or
lies, or the shape of its front as deep as the bag.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import NamedTuple

from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.looks import Tone
from bagpattern.geometry.cloths import Area, area_of, box_area, moved_by, polygons, together
from bagpattern.geometry.points import Point, point
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import SeamKind
from bagpattern.model.wall import Wall
from bagpattern.values import kept

_BACK = point(0.42, 0.28)
"""How far back a mm of depth goes to the right and up."""
_DEEPEST = 0.5
"""The depth that is shown, at most, as a share of the width."""
_ROUND, _ALIKE = 0.03, 0.06
"""The share by which a round base may miss the area of its ellipse, and a front the sizes of the bag."""
_STEPS = 24
Face = tuple[Point, ...]


class Cloth(NamedTuple):
    """What of a cloth is seen."""

    tone: Tone
    right: bool


class Tub(NamedTuple):
    """A bag on paper: its front face from ``foot``, the lower left corner of its box, ``wide`` and ``high``; ``back``
    is the way to the corners behind, or how high the rim of a round one is. Its ``face`` is told in shares of both,
    ``whole`` is how high all of it would be; a barrel ``lies``.
    """

    foot: Point
    wide: float
    high: float
    back: complex
    face: Face = ()
    is_round: bool = False
    whole: float = 0.0
    lies: bool = False

    @property
    def rim(self) -> list[Point]:
        """The corners of its top: the front ones from left to right, then those behind from right to left."""
        left, right = self.foot + 1j * self.high, self.foot + self.wide + 1j * self.high
        return [left, right, right + self.back, left + self.back]

    @property
    def around(self) -> list[Point]:
        """All round its top, closed."""
        if self.is_round:
            return self._bow(0.0, 360.0, self.high)
        corners = self.rim if abs(self.back) > 0 else self.rim[:2]
        return [*corners, corners[0]] if len(corners) > 2 else corners

    @property
    def near(self) -> list[Point]:
        """As much of that as is seen of the outside, from left to right."""
        if self.is_round:
            return self._bow(180.0, 360.0, self.high)
        return self.rim[:3] if abs(self.back) > 1 else self.rim[:2]

    def at(self, share: Point) -> Point:
        """A place on the face, told in shares of the whole width and height."""
        return self.foot + complex(share.real * self.wide, share.imag * (self.whole or self.high))

    def _bow(self, start: float, end: float, high: float) -> list[Point]:
        """A part of the ellipse so high over the foot."""
        middle = self.foot + self.wide / 2 + 1j * (high + self.back.imag / 2)
        turns = (math.radians(start + (end - start) * n / _STEPS) for n in range(_STEPS + 1))
        return [middle + complex(math.cos(each) * self.wide / 2, math.sin(each) * self.back.imag / 2) for each in turns]

    @property
    def front(self) -> Area:
        """What is seen of it from before, for a number."""
        if self.is_round:
            return area_of([*self._bow(180.0, 360.0, self.high), *self._bow(360.0, 180.0, 0.0)])
        left, right = self.rim[:2]
        return self._shape if self.face else area_of([left, right, self.foot + self.wide, self.foot])

    @property
    def _shape(self) -> Area:
        """The face on paper, as far up as is shown of it."""
        shape = area_of(map(self.at, self.face))
        return shape.intersection(box_area(-1e4, -1e4, 1e4, self.foot.imag + self.high))

    def draw(self, canvas: Canvas, outer: Cloth, top: Cloth) -> None:
        """Its walls as they are seen from outside, and its top or what is seen in it."""
        if self.is_round:
            canvas.cloth(self.front, *outer)
            canvas.cloth(area_of(self.around), *top)
        elif self.lies:
            self._draw_barrel(canvas, outer)
        elif self.face and (outer == top or self.high < self.whole or not self.back):
            self._draw_face(canvas, outer)
        else:
            self._draw_box(canvas, outer, top)

    def _draw_barrel(self, canvas: Canvas, outer: Cloth) -> None:
        """Its side, bent to the left as the end to the right is."""
        middle, half = self.foot + 1j * self.high / 2, complex(self.back.real / 2, self.high / 2)
        ends = [
            [x + complex(half.real * math.cos(t), half.imag * math.sin(t)) for t in _turns()]
            for x in (middle, middle + self.wide)
        ]
        canvas.cloth(together([self.front, *map(area_of, ends)]), *outer)
        canvas.cloth(area_of(ends[1]), *outer)

    def _draw_face(self, canvas: Canvas, outer: Cloth) -> None:
        face = self._shape
        if self.back:
            canvas.cloth(_swept(face, self.back), *outer)
        canvas.cloth(face, *outer)

    def _draw_box(self, canvas: Canvas, outer: Cloth, top: Cloth) -> None:
        left, right, behind, _ = self.rim
        canvas.cloth(area_of(self.rim), *top)
        canvas.cloth(area_of([right, behind, behind - 1j * self.high, right - 1j * self.high]), *outer)
        canvas.cloth(area_of([left, right, self.foot + self.wide, self.foot]), *outer)


def _turns() -> list[float]:
    """Radians all round."""
    return [math.tau * n / _STEPS for n in range(_STEPS)]


def _swept(face: Area, back: complex) -> Area:
    """What a face covers that is moved back."""
    rings = [[complex(x, y) for x, y in each.exterior.coords] for each in polygons(face)]
    sides = [area_of([p, q, q + back, p + back]) for ring in rings for p, q in pairwise(ring)]
    return together([face, moved_by(face, back), *sides])


class Size(NamedTuple):
    """Width, height and depth of a bag on paper, and mm of paper for a mm of bag; see Tub for the rest."""

    wide: float
    high: float
    deep: float
    scale: float
    face: Face = ()
    is_round: bool = False
    lies: bool = False

    def tub(self, middle: Point, share: float = 1.0, upside_down: bool = False) -> Tub:
        """The bag over the middle of its foot, so much of its height, standing on its head if asked."""
        back = 1j * _ROUND_BACK * self.wide if self.is_round else _BACK * self.deep
        back = complex(_ROUND_BACK * self.high) if self.lies else back
        face = tuple(complex(p.real, 1 - p.imag) for p in self.face) if upside_down else self.face
        left = middle - (self.wide + back.real) / 2
        return Tub(left, self.wide, self.high * share, back, face, self.is_round, self.high, self.lies)


_ROUND_BACK = 0.3
"""How high an ellipse is, as a share of its width."""


def size_of(pattern: Pattern, wide: float, high: float) -> Size:
    """The bag in its finished proportions, in a box on paper."""
    finished = pattern.finished
    is_round, lies = _is_round(pattern, Wall.BASE), _is_round(pattern, Wall.LEFT)
    deep = 0.0 if is_round or lies else min(finished.depth, finished.width * _DEEPEST)
    tall = finished.height + (_ROUND_BACK * finished.width if is_round else _BACK.imag * deep)
    across = finished.width + (_ROUND_BACK * finished.height if lies else _BACK.real * deep)
    scale = min(wide / across, high / tall)
    sizes = finished.width * scale, finished.height * scale, deep * scale
    return Size(*sizes, scale, () if is_round or lies else _face(pattern), is_round, lies)


def _is_round(pattern: Pattern, wall: Wall) -> bool:
    """Whether that wall of it is one panel that is round or oval."""
    walls = [each for each in pattern.draft.panels if each.role is Role.BODY and each.is_on(wall)]
    return len(walls) == 1 and _is_ellipse(walls[0])


def _is_ellipse(panel: Panel) -> bool:
    area = area_of(panel.stitching_line.flat)
    left, low, right, high = area.bounds
    ellipse = math.pi / 4 * (right - left) * (high - low)
    return bool(abs(area.area / ellipse - 1) < _ROUND)


def _is_darted(pattern: Pattern, panel: Panel) -> bool:
    """Whether edges of it are sewn to each other: it is smaller then than it was drafted."""
    sides = (each.a + each.b for each in pattern.seams if each.kind is SeamKind.PLAIN)
    return any({run.panel for run in runs} == {panel.id} for runs in sides) and panel.count == 1


@kept
def _face(pattern: Pattern) -> Face:
    """The outline of the front in shares of the bag's sizes, where one panel is all of it and no rectangle."""
    fronts = [each for each in pattern.draft.panels if each.role is Role.BODY and each.is_on(Wall.FRONT)]
    if len(fronts) != 1 or _is_darted(pattern, fronts[0]):
        return ()
    line, finished = fronts[0].stitching_line, pattern.finished
    left, low, right, high = line.bounds
    sizes = ((right - left) / finished.width, (high - low) / finished.height)
    if max(abs(each - 1) for each in sizes) > _ALIKE:
        return ()
    return tuple(complex((p.real - left) / (right - left), (p.imag - low) / (high - low)) for p in line.flat[:-1])
