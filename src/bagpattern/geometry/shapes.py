"""The outlines that bags are made of, each as its four sides in order: bottom, right, top, left.

Outlines run counter-clockwise from the bottom left. A rounded corner belongs half to each neighbour, so that the four
sides exist under the same names whatever the radius is.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from bagpattern.geometry.path import Path, joined, line_path
from bagpattern.geometry.points import SAME, Point, point
from bagpattern.geometry.segments import Arc, Segment, Straight


class Sides(NamedTuple):
    """The four sides of an outline."""

    bottom: Path
    right: Path
    top: Path
    left: Path

    @property
    def length(self) -> float:
        """All the way round, in mm."""
        return sum(path.length for path in self)

    @property
    def closed(self) -> Path:
        """All the way round, as one path."""
        return joined(self)


def rectangle(width: float, height: float, corner: Point = 0j) -> Sides:
    """A rectangle whose lower left corner lies at *corner*."""
    a, b = corner, corner + width
    c, d = b + 1j * height, a + 1j * height
    return Sides(line_path(a, b), line_path(b, c), line_path(c, d), line_path(d, a))


def rounded_panel(width: float, height: float, top_radius: float, bottom_radius: float) -> Sides:
    """A panel standing on the origin's right, its top and bottom corners rounded; radius 0 is a square corner.

    Raises ValueError when the radii do not fit the width or the height.
    """
    if max(top_radius, bottom_radius) * 2 > width + SAME or top_radius + bottom_radius > height + SAME:
        raise ValueError("the corner radii do not fit the panel")
    low_left, low_right = _corner(0j, bottom_radius, 1), _corner(point(width, 0), bottom_radius, 1j)
    top_right, top_left = _corner(point(width, height), top_radius, -1), _corner(point(0, height), top_radius, -1j)
    return Sides(
        bottom=_side(low_left, low_right),
        right=_side(low_right, top_right),
        top=_side(top_right, top_left),
        left=_side(top_left, low_left),
    )


def rectangle_path(width: float, height: float, centre: Point) -> Path:
    """A closed rectangle round *centre*, counter-clockwise from its lower left corner."""
    sides = rectangle(width, height, centre - point(width / 2, height / 2))
    return Path(sides.bottom.segments + sides.right.segments + sides.top.segments + sides.left.segments)


class _Corner(NamedTuple):
    """A corner's two half arcs (or none), and where they begin and end."""

    into: Point
    out: Point
    halves: tuple[Segment, ...]


def _corner(at: Point, radius: float, onward: complex) -> _Corner:
    """The corner at *at*, after which the outline runs along *onward*."""
    if radius <= SAME:
        return _Corner(at, at, ())
    before = onward / 1j  # the direction in which the outline arrives
    into, out = at - before * radius, at + onward * radius
    centre = into + onward * radius
    middle = centre + (at - centre) / abs(at - centre) * radius
    return _Corner(into, out, (Arc(into, middle, math.pi / 4), Arc(middle, out, math.pi / 4)))


def _side(start: _Corner, end: _Corner) -> Path:
    straight = (Straight(start.out, end.into),) if abs(end.into - start.out) > SAME else ()
    return Path(start.halves[1:] + straight + end.halves[:1])
