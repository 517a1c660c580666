"""The exact pieces that lines are made of: straight line, circular arc, cubic curve.

Every segment knows its ``start``, ``end``, ``length`` (exact for lines and arcs, within 0.001 mm for cubics), the unit
tangents ``leaving`` its start and ``arriving`` at its end, the point and unit tangent at a length along it, its two
parts at a length, its reverse, its image under a placement, its offset to the right, and its flattening. Segments are
values: nothing here changes one.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator

from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point, unit
from bagpattern.values import once, value

CHORD_ERROR = 0.02
"""mm: how far a flattened curve may lie from the true one."""
_FLAT_TURN = 0.045
"""Radians a flattened chord may turn: keeps the length of small arcs true to 0.01 %."""
_OFFSET_ERROR = 0.005
"""mm: how far the offset of a cubic may lie from the true parallel curve."""
_STEPS = 16
"""Stretches in which a cubic is measured."""


@value
class Straight:
    """A straight line from ``start`` to ``end``."""

    start: Point
    end: Point

    @once
    def length(self) -> float:
        """mm."""
        return abs(self.end - self.start)

    def point_at(self, at: float) -> Point:
        """The point *at* mm from the start."""
        return self.start + self.leaving * at

    @once
    def leaving(self) -> complex:
        """The unit direction of the line."""
        return unit(self.end - self.start)

    @once
    def arriving(self) -> complex:
        """The same."""
        return self.leaving

    def tangent_at(self, at: float) -> complex:
        """The unit direction *at* mm from the start."""
        return self.leaving

    def split(self, at: float) -> tuple[Straight, Straight]:
        """The parts before and after *at* mm."""
        here = self.point_at(at)
        return Straight(self.start, here), Straight(here, self.end)

    def reversed(self) -> Straight:
        """The same line, run backwards."""
        return Straight(self.end, self.start)

    def placed(self, placement: Placement) -> Straight:
        """The image of this line."""
        move, turn, mirrored = placement
        start, end = self.start, self.end
        if mirrored:
            start, end = -start.conjugate(), -end.conjugate()
        return Straight(start * turn + move, end * turn + move)  # as a placement does, without two calls

    def offset(self, distance: float) -> tuple[Segment, ...]:
        """The parallel line *distance* mm to the right."""
        aside = -1j * self.leaving * distance
        return (Straight(self.start + aside, self.end + aside),)

    def flattened(self, error: float = CHORD_ERROR) -> list[Point]:
        """Every point but the start."""
        return [self.end]


@value
class Arc:
    """A circular arc from ``start`` to ``end`` that turns by ``sweep`` radians, left when positive; no full circle."""

    start: Point
    end: Point
    sweep: float

    @once
    def centre(self) -> Point:
        """The centre of the circle."""
        chord = self.end - self.start
        return (self.start + self.end) / 2 + 1j * chord / (2 * math.tan(self.sweep / 2))

    @once
    def radius(self) -> float:
        """mm."""
        return abs(self.end - self.start) / (2 * abs(math.sin(self.sweep / 2)))

    @once
    def length(self) -> float:
        """mm."""
        return self.radius * abs(self.sweep)

    def point_at(self, at: float) -> Point:
        """The point *at* mm from the start."""
        return self.centre + (self.start - self.centre) * cmath.rect(1, self.sweep * at / self.length)

    def tangent_at(self, at: float) -> complex:
        """The unit direction *at* mm from the start."""
        out = unit(self.point_at(at) - self.centre)
        return out * (1j if self.sweep > 0 else -1j)

    @once
    def leaving(self) -> complex:
        """The unit direction at the start."""
        return self.tangent_at(0.0)

    @once
    def arriving(self) -> complex:
        """The unit direction at the end."""
        return self.tangent_at(self.length)

    def split(self, at: float) -> tuple[Arc, Arc]:
        """The parts before and after *at* mm."""
        here, share = self.point_at(at), at / self.length
        return Arc(self.start, here, self.sweep * share), Arc(here, self.end, self.sweep * (1 - share))

    def reversed(self) -> Arc:
        """The same arc, run backwards."""
        return Arc(self.end, self.start, -self.sweep)

    def placed(self, placement: Placement) -> Arc:
        """The image of this arc."""
        sweep = -self.sweep if placement.mirrored else self.sweep
        return Arc(placement(self.start), placement(self.end), sweep)

    def offset(self, distance: float) -> tuple[Segment, ...]:
        """The concentric arc *distance* mm to the right; nothing when that passes the centre."""
        radius = self.radius + math.copysign(1, self.sweep) * distance
        if radius <= 0:
            return ()
        grow = radius / self.radius
        return (
            Arc(
                self.centre + (self.start - self.centre) * grow,
                self.centre + (self.end - self.centre) * grow,
                self.sweep,
            ),
        )

    def flattened(self, error: float = CHORD_ERROR) -> list[Point]:
        """Every point but the start."""
        by_error = 2 * math.acos(max(0.0, 1 - error / self.radius)) if error < self.radius else math.pi / 4
        count = max(1, math.ceil(abs(self.sweep) / min(by_error, _FLAT_TURN * max(1.0, error / CHORD_ERROR))))
        centre, step = self.centre, cmath.rect(1, self.sweep / count)
        spoke, points = self.start - centre, []
        for _ in range(count - 1):
            spoke *= step
            points.append(centre + spoke)
        return [*points, self.end]


@value
class Cubic:
    """A cubic Bezier curve with the control points ``first`` and ``second``."""

    start: Point
    first: Point
    second: Point
    end: Point

    @once
    def length(self) -> float:
        """mm, within 0.001."""
        return self._table[-1][1]

    @once
    def _table(self) -> list[tuple[float, float]]:
        """Parameter and length so far, at even parameters: each stretch measured by 5-point Gauss-Legendre."""
        so_far = 0.0
        table = [(0.0, 0.0)]
        for step in range(_STEPS):
            so_far += self._measure(step / _STEPS, (step + 1) / _STEPS)
            table.append(((step + 1) / _STEPS, so_far))
        return table

    def _measure(self, low: float, high: float) -> float:
        half, middle = (high - low) / 2, (high + low) / 2
        return half * sum(weight * abs(self.speed(middle + half * node)) for node, weight in _GAUSS)

    def at_parameter(self, t: float) -> Point:
        """The point at the curve's own parameter, 0 to 1."""
        s = 1 - t
        return s * s * s * self.start + 3 * s * s * t * self.first + 3 * s * t * t * self.second + t * t * t * self.end

    def speed(self, t: float) -> complex:
        """The derivative at the curve's own parameter."""
        s = 1 - t
        return 3 * (
            s * s * (self.first - self.start)
            + 2 * s * t * (self.second - self.first)
            + t * t * (self.end - self.second)
        )

    def parameter_at(self, at: float) -> float:
        """The curve's own parameter *at* mm from the start."""
        if at not in self._parameters:
            self._parameters[at] = self._parameter_at(at)
        return self._parameters[at]

    @once
    def _parameters(self) -> dict[float, float]:
        """Those found so far: who asks for a point asks for the tangent there too."""
        return {}

    def _parameter_at(self, at: float) -> float:
        low, high = 0.0, 1.0
        so_far = 0.0
        for (t0, length0), (t1, length1) in zip(self._table, self._table[1:], strict=False):
            if length0 <= at <= length1 + 1e-12:
                low, high, so_far = t0, t1, length0
                break
        else:
            return 0.0 if at <= 0 else 1.0
        base, target = low, at - so_far
        for _ in range(50):
            middle = (low + high) / 2
            low, high = (middle, high) if self._measure(base, middle) < target else (low, middle)
        return (low + high) / 2

    def length_to(self, t: float) -> float:
        """mm from the start to the curve's own parameter *t*."""
        before, so_far = self._table[min(int(t * _STEPS), _STEPS - 1)]
        return so_far + self._measure(before, t)

    def point_at(self, at: float) -> Point:
        """The point *at* mm from the start."""
        return self.at_parameter(self.parameter_at(at))

    def tangent_at(self, at: float) -> complex:
        """The unit direction *at* mm from the start."""
        return self.direction(self.parameter_at(at))

    @once
    def leaving(self) -> complex:
        """The unit direction at the start."""
        return self.direction(0.0)

    @once
    def arriving(self) -> complex:
        """The unit direction at the end."""
        return self.direction(1.0)

    def direction(self, t: float) -> complex:
        """The unit direction at the curve's own parameter, also where a control point lies on an end."""
        speed = self.speed(t)
        if abs(speed) > 1e-9:
            return unit(speed)
        return unit((self.second or self.end) - self.start) if t < 0.5 else unit(self.end - self.first)

    def split(self, at: float) -> tuple[Cubic, Cubic]:
        """The parts before and after *at* mm."""
        return self.split_parameter(self.parameter_at(at))

    def split_parameter(self, t: float) -> tuple[Cubic, Cubic]:
        """The parts before and after the parameter *t* (de Casteljau)."""
        a, b, c = (
            p + (q - p) * t for p, q in ((self.start, self.first), (self.first, self.second), (self.second, self.end))
        )
        d, e = a + (b - a) * t, b + (c - b) * t
        middle = d + (e - d) * t
        return Cubic(self.start, a, d, middle), Cubic(middle, e, c, self.end)

    def reversed(self) -> Cubic:
        """The same curve, run backwards."""
        return Cubic(self.end, self.second, self.first, self.start)

    def placed(self, placement: Placement) -> Cubic:
        """The image of this curve."""
        return Cubic(*(placement(p) for p in (self.start, self.first, self.second, self.end)))

    def offset(self, distance: float) -> tuple[Segment, ...]:
        """Cubics that follow the parallel curve *distance* mm to the right, within 0.005 mm."""
        return tuple(_offset_cubic(self, distance, depth=8))

    def flattened(self, error: float = CHORD_ERROR) -> list[Point]:
        """Every point but the start."""
        bend = max(abs(self.start - 2 * self.first + self.second), abs(self.first - 2 * self.second + self.end))
        count = max(1, math.ceil(math.sqrt(0.75 * bend / error)), math.ceil(36 * min(1.0, CHORD_ERROR / error)))
        return [*[self.at_parameter(step / count) for step in range(1, count)], self.end]


Segment = Straight | Arc | Cubic

_GAUSS = (
    (0.0, 0.5688888888888889),
    (-0.5384693101056831, 0.47862867049936647),
    (0.5384693101056831, 0.47862867049936647),
    (-0.906179845938664, 0.23692688505618908),
    (0.906179845938664, 0.23692688505618908),
)


def _offset_cubic(curve: Cubic, distance: float, depth: int) -> Iterator[Segment]:
    """Scale the control polygon to the moved ends (Tiller and Hanson), halving the curve until that is near enough."""
    moved = _moved_cubic(curve, distance)
    wanted = curve.at_parameter(0.5) - 1j * curve.direction(0.5) * distance
    if depth == 0 or abs(moved.at_parameter(0.5) - wanted) <= _OFFSET_ERROR:
        yield moved
        return
    for half in curve.split_parameter(0.5):
        yield from _offset_cubic(half, distance, depth - 1)


def _moved_cubic(curve: Cubic, distance: float) -> Cubic:
    start_direction, end_direction = curve.direction(0), curve.direction(1)
    start = curve.start - 1j * start_direction * distance
    end = curve.end - 1j * end_direction * distance
    grow = abs(end - start) / (abs(curve.end - curve.start) or 1.0)
    first = start + start_direction * abs(curve.first - curve.start) * grow
    return Cubic(start, first, end - end_direction * abs(curve.end - curve.second) * grow, end)
