"""Cubic curves: measured, cut and moved aside by their own parameter."""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import CHORD_ERROR, Point, unit
from bagpattern.values import once, value

_OFFSET_ERROR = 0.005
"""mm: how far the offset of a cubic may lie from the true parallel curve."""
_STEPS = 16
"""Stretches in which a cubic is measured."""
_GAUSS = (
    (0.0, 0.5688888888888889),
    (-0.5384693101056831, 0.47862867049936647),
    (0.5384693101056831, 0.47862867049936647),
    (-0.906179845938664, 0.23692688505618908),
    (0.906179845938664, 0.23692688505618908),
)
"""Places and weights of 5-point Gauss-Legendre integration."""


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

    def offset(self, distance: float) -> tuple[Cubic, ...]:
        """Cubics that follow the parallel curve *distance* mm to the right, within 0.005 mm."""
        return tuple(_offset_cubic(self, distance, depth=8))

    def flattened(self, error: float = CHORD_ERROR) -> list[Point]:
        """Every point but the start."""
        bend = max(abs(self.start - 2 * self.first + self.second), abs(self.first - 2 * self.second + self.end))
        count = max(1, math.ceil(math.sqrt(0.75 * bend / error)), math.ceil(36 * min(1.0, CHORD_ERROR / error)))
        return [*[self.at_parameter(step / count) for step in range(1, count)], self.end]


def _offset_cubic(curve: Cubic, distance: float, depth: int) -> Iterator[Cubic]:
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
