"""A bag in its finished proportions, seen a little from above and from the left: in the shape of its front and as deep
as it is, lying with its end to the right, or a round one that stands.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.looks import Tone
from bagpattern.drawing.steps.shapes import BOX, Face, is_box, shape_of
from bagpattern.geometry.cloths import Area, area_of, moved_by, polygons, together
from bagpattern.geometry.points import Point, cross, dot, point, unit
from bagpattern.model.pattern import Pattern

_BACK = point(0.42, 0.28)
"""How far back a mm of depth goes to the right and up."""
_DEEPEST = 0.5
"""The depth that is shown, at most, as a share of the width."""
_ROUND_BACK = 0.3
"""How high an ellipse is, as a share of its width."""
_STEPS = 24
_LEVEL = 0.02
"""The share of its height by which a rim may be lower than the top of a face."""
_SHARP = 0.86
"""The cosine of the turn from which on a corner of the face is an edge of the bag: 30 degrees."""


class Cloth(NamedTuple):
    """What of a cloth is seen."""

    tone: Tone
    right: bool


class Tub(NamedTuple):
    """A bag on paper: its front ``face`` from ``foot``, the lower left corner of its box, ``wide`` and ``high``;
    ``back`` is the way to the corners behind, or how high the rim of a round one is. One that lies has an ``end``.
    """

    foot: Point
    wide: float
    high: float
    back: complex
    face: Face = BOX
    is_round: bool = False
    end: Face = ()

    @property
    def rim(self) -> list[Point]:
        """The corners of its top: the front ones from left to right, then those behind from right to left."""
        top = max(each.imag for each in self.face) - _LEVEL
        level = [self.at(each) for each in self.face if each.imag >= top]
        left, right = (end(level, key=lambda p: p.real) for end in (min, max))
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

    @property
    def has_face(self) -> bool:
        """Whether it shows the shape of its front, which is no rectangle."""
        return not (self.is_round or self.end or is_box(self.face))

    def at(self, share: Point) -> Point:
        """A place on the face, told in shares of its width and height."""
        return self.foot + complex(share.real * self.wide, share.imag * self.high)

    def on_top(self, high: float) -> Tub:
        """A box so high on its rim; a round one on a round one."""
        left, right = self.rim[:2]
        return self._replace(foot=left, wide=(right - left).real, high=high, face=BOX)

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
        return area_of(map(self.at, self.face))

    @property
    def silhouette(self) -> Area:
        """All that it covers."""
        if self.is_round:
            return together([self.front, area_of(self.around), area_of(self._bow(0.0, 360.0, 0.0))])
        return _swept(self._end_at(0.0), point(self.wide, 0)) if self.end else _swept(self.front, self.back)

    def draw(self, canvas: Canvas, outer: Cloth, top: Cloth) -> None:
        """Its walls as they are seen from outside, and its top or what is seen in it."""
        canvas.cloth(self.silhouette, *outer)
        if self.is_round:
            canvas.cloth(area_of(self.around), *top)
        elif self.end:
            canvas.cloth(self._end_at(self.wide), *outer)
        else:
            self._draw_face(canvas, outer, top)

    def _draw_face(self, canvas: Canvas, outer: Cloth, top: Cloth) -> None:
        if self.back and outer != top:
            canvas.cloth(area_of(self.rim), *top)
        for corner in self._edges() if self.back else ():
            canvas.line("edge", corner, corner + self.back)
        canvas.cloth(self.front, *outer)

    def _edges(self) -> Iterator[Point]:
        """The sharp corners of the face from which an edge that is seen goes back: it turns away from the front."""
        ring, across = [self.at(each) for each in self.face], 1j * unit(self.back)
        for before, at, after in zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1], strict=True):
            ways = unit(at - before), unit(after - at)
            if dot(*ways) < _SHARP and any(dot(way, across) > 0 for way in ways):
                yield at

    def _end_at(self, x: float) -> Area:
        """The end of one that lies, so far to the right."""
        left = self.foot + x - self.back.real / 2
        return area_of(left + complex(each.real * self.back.real, each.imag * self.high) for each in self.end)


def _swept(face: Area, way: complex) -> Area:
    """What a face covers that is moved on."""
    rings = [[complex(x, y) for x, y in each.exterior.coords] for each in polygons(face)]
    runs = (run for ring in rings for run in _runs(ring, way)) if way else ()
    sides = [area_of([*run, *(p + way for p in reversed(run))]) for run in runs]
    return together([face, moved_by(face, way), *sides])


def _runs(ring: Sequence[Point], way: complex) -> Iterator[list[Point]]:
    """The stretches of a ring that go across a way to one side of it: moved along it each covers one area."""
    for _, pairs in groupby(pairwise(ring), key=lambda ends: cross(way, ends[1] - ends[0]) > 0):
        ends = [*pairs]
        yield [ends[0][0], *(end for _, end in ends)]


class Size(NamedTuple):
    """Width, height and depth of a bag on paper, and mm of paper for a mm of bag; see Tub for the rest."""

    wide: float
    high: float
    deep: float
    scale: float
    face: Face = BOX
    is_round: bool = False
    end: Face = ()

    def point(self, share: Point) -> Point:
        """A place on the face, in mm of paper."""
        return complex(share.real * self.wide, share.imag * self.high)

    def turned(self, turn: complex, line: Face) -> tuple[Size, Face]:
        """The bag turned, as small as it has to be for its box, and a line on its face."""
        points = [self.point(each) * turn for each in self.face]
        left, low = (min(part) for part in zip(*((p.real, p.imag) for p in points), strict=True))
        wide, high = max(p.real for p in points) - left, max(p.imag for p in points) - low
        share = min(1.0, self.wide / wide, self.high / high)

        def shares(face: Face) -> Face:
            moved = (self.point(each) * turn - complex(left, low) for each in face)
            return tuple(complex(p.real / wide, p.imag / high) for p in moved)

        smaller = Size(wide * share, high * share, self.deep * share, self.scale * share, shares(self.face))
        return smaller, shares(line)

    def tub(self, middle: Point, share: float = 1.0, upside_down: bool = False) -> Tub:
        """The bag over the middle of its foot, squeezed to so much of its height, standing on its head if asked."""
        back = 1j * _ROUND_BACK * self.wide if self.is_round else _BACK * self.deep
        back = complex(_ROUND_BACK * self.deep) if self.end else back
        face, end = (
            tuple(complex(p.real, 1 - p.imag) for p in each)[::-1] if upside_down else each
            for each in (self.face, self.end)
        )
        left = middle - (self.wide + back.real) / 2
        return Tub(left, self.wide, self.high * share, back, face, self.is_round, end)


def size_of(pattern: Pattern, wide: float, high: float) -> Size:
    """The bag in its finished proportions, in a box on paper."""
    finished, shape = pattern.finished, shape_of(pattern)
    deep = 0.0 if shape.is_round else finished.depth if shape.end else min(finished.depth, shape.wide * _DEEPEST)
    up, out = (0.0, _ROUND_BACK) if shape.end else (_BACK.imag, _BACK.real)
    tall = finished.height + (_ROUND_BACK * finished.width if shape.is_round else up * deep)
    scale = min(wide / (shape.wide + out * deep), high / tall)
    sizes = shape.wide * scale, finished.height * scale, deep * scale
    return Size(*sizes, scale, shape.face, shape.is_round, shape.end)
