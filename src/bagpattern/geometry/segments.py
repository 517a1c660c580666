"""The exact pieces that lines are made of: straight line, circular arc, cubic curve.

Every segment knows its ``start``, ``end``, ``length`` (exact for lines and arcs, within 0.001 mm for cubics), the unit
tangents ``leaving`` its start and ``arriving`` at its end, the point and unit tangent at a length along it, its two
parts at a length, its reverse, its image under a placement, its offset to the right, and its flattening. Segments are
values: nothing here changes one.
"""

from __future__ import annotations

import cmath
import math

from bagpattern.geometry.cubic import Cubic
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import CHORD_ERROR, Point, unit
from bagpattern.values import once, value

__all__ = ["CHORD_ERROR", "Arc", "Cubic", "Segment", "Straight"]

_FLAT_TURN = 0.045
"""Radians a flattened chord may turn: keeps the length of small arcs true to 0.01 %."""


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

    def offset(self, distance: float) -> tuple[Straight, ...]:
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

    def offset(self, distance: float) -> tuple[Arc, ...]:
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


Segment = Straight | Arc | Cubic
