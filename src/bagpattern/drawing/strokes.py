"""Small figures drawn as paths, because markers and symbols get lost in other programs [print 3.1]."""

from __future__ import annotations

import math

from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import Point, point, unit
from bagpattern.geometry.segments import Arc

_HEAD = 4.0  # mm, length of a grain arrow's head
_HEAD_HALF = 1.3


def circle(centre: Point, radius: float) -> Path:
    """A circle, as two half arcs counter-clockwise from its right."""
    right, left = centre + radius, centre - radius
    return Path((Arc(right, left, math.pi), Arc(left, right, math.pi)))


def cross_at(centre: Point, reach: float) -> tuple[Path, Path]:
    """An upright cross whose arms are *reach* mm long."""
    return (
        line_path(centre - reach, centre + reach),
        line_path(centre - 1j * reach, centre + 1j * reach),
    )


def box_path(left: float, bottom: float, right: float, top: float) -> Path:
    """A closed upright rectangle."""
    a = point(left, bottom)
    return line_path(a, point(right, bottom), point(right, top), point(left, top), a)


def arrow_shaft(start: Point, end: Point) -> Path:
    """The line of a double arrow; it ends inside the heads, whose tips stay sharp."""
    inset = unit(end - start) * _HEAD * 0.7
    return line_path(start + inset, end - inset)


def arrow_head(tip: Point, direction: complex) -> Path:
    """A closed triangle pointing along *direction*."""
    along = unit(direction)
    base, side = tip - along * _HEAD, 1j * along * _HEAD_HALF
    return line_path(tip, base + side, base - side, tip)
