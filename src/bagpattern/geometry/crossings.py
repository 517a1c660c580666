"""Where a segment crosses an endless straight line: solved, not searched for, so that no crossing is missed."""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable
from itertools import pairwise

from bagpattern.geometry.points import Point, dot, unit
from bagpattern.geometry.segments import Arc, Cubic, Segment, Straight

_ON_LINE = 1e-9
"""mm: an end nearer than this to the line lies on it."""


def crossings(segment: Segment, through: Point, along: complex) -> list[float]:
    """The lengths along one segment at which it meets the line through a point, in order; a touch counts."""
    across = 1j * unit(along)
    if isinstance(segment, Straight):
        return _of_straight(segment, through, across)
    if isinstance(segment, Arc):
        return _of_arc(segment, through, across)
    return _of_cubic(segment, through, across)


def _of_straight(line: Straight, through: Point, across: complex) -> list[float]:
    start, end = dot(line.start - through, across), dot(line.end - through, across)
    if abs(start) <= _ON_LINE or abs(end) <= _ON_LINE:
        return [at for at, height in ((0.0, start), (line.length, end)) if abs(height) <= _ON_LINE]
    return [line.length * start / (start - end)] if start * end < 0 else []


def _of_arc(arc: Arc, through: Point, across: complex) -> list[float]:
    """The line cuts the circle symmetrically about the foot of the perpendicular from its centre."""
    height = dot(through - arc.centre, across)
    if abs(height) > arc.radius + _ON_LINE:
        return []
    touches = arc.radius - abs(height) <= _ON_LINE
    half = 0.0 if touches else math.sqrt(arc.radius**2 - height**2)
    found = (_length_to(arc, arc.centre + across * (height + 1j * side * half)) for side in (1, -1))
    return sorted({at for at in found if at is not None})


def _length_to(arc: Arc, on_circle: Point) -> float | None:
    """mm along the arc to a point of its circle; None when the arc does not pass there."""
    angle = cmath.phase((on_circle - arc.centre) / (arc.start - arc.centre)) * math.copysign(1, arc.sweep)
    at = angle % math.tau * arc.radius
    if math.tau * arc.radius - at <= _ON_LINE:
        return 0.0
    return min(at, arc.length) if at <= arc.length + _ON_LINE else None


def _of_cubic(curve: Cubic, through: Point, across: complex) -> list[float]:
    """Halving, between the parameters at which the curve turns back: it crosses at most once between two of them."""
    a, b, c, d = (dot(p - through, across) for p in (curve.start, curve.first, curve.second, curve.end))

    def height(t: float) -> float:
        s = 1 - t
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d

    turns = [t for t in _roots(d - 3 * c + 3 * b - a, 2 * (c - 2 * b + a), b - a) if 0 < t < 1]
    found = [t for t in (0.0, *turns, 1.0) if abs(height(t)) <= _ON_LINE]
    for low, high in pairwise((0.0, *turns, 1.0)):
        if height(low) * height(high) < 0 and min(abs(height(low)), abs(height(high))) > _ON_LINE:
            found.append(_halve(height, low, high))
    return [curve.length_to(t) for t in sorted(found)]


def _roots(squared: float, linear: float, constant: float) -> list[float]:
    """The roots of a quadratic, in order."""
    if abs(squared) < 1e-12:
        return [-constant / linear] if abs(linear) > 1e-12 else []
    under = linear * linear - 4 * squared * constant
    if under < 0:
        return []
    return sorted((-linear + side * math.sqrt(under)) / (2 * squared) for side in (1, -1))


def _halve(height: Callable[[float], float], low: float, high: float) -> float:
    rises = height(low) < 0
    for _ in range(60):
        middle = (low + high) / 2
        if (height(middle) < 0) == rises:
            low = middle
        else:
            high = middle
    return (low + high) / 2
