"""Points and directions are complex numbers: x + yj, in mm, y up.

Adding is moving, multiplying by a unit number is turning, the conjugate is the mirror image. No point class could say
these things shorter.
"""

from __future__ import annotations

import cmath
import math

from bagpattern import lengths

Point = complex
"""A place in mm."""

SAME = lengths.SAME
"""mm: two places nearer than this are one place."""
CHORD_ERROR = 0.02
"""mm: how far a flattened curve may lie from the true one."""


def point(x: float, y: float) -> Point:
    """The point at *x*, *y*."""
    return complex(x, y)


def dot(a: complex, b: complex) -> float:
    """The scalar product: |a||b| cos of the angle between."""
    return a.real * b.real + a.imag * b.imag


def cross(a: complex, b: complex) -> float:
    """The vector product's height: positive when *b* turns left of *a*."""
    return a.real * b.imag - a.imag * b.real


def unit(a: complex) -> complex:
    """The direction of *a*, of length one. Raises ValueError for no direction at all."""
    size = abs(a)
    if size == 0:
        raise ValueError("a vector without length has no direction")
    return a / size


def turn(a: complex, b: complex) -> float:
    """The angle in radians from direction *a* to direction *b*, from -pi to pi, left turns positive."""
    return math.atan2(cross(a, b), dot(a, b))


def meet(p: Point, along_p: complex, q: Point, along_q: complex) -> Point | None:
    """Where two straight lines (a point and a direction each) meet; None when they are parallel."""
    bend = cross(along_p, along_q)
    if abs(bend) < 1e-12 * abs(along_p) * abs(along_q):
        return None
    return p + along_p * (cross(q - p, along_q) / bend)


def mirrored_direction(direction: complex, axis: complex) -> complex:
    """*direction* reflected in a line along *axis*."""
    along = unit(axis)
    return (direction / along).conjugate() * along


def polar(radius: float, angle: float) -> complex:
    """The vector of length *radius* at *angle* radians from the x axis."""
    return cmath.rect(radius, angle)
