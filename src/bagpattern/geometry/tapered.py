"""Faces whose sides lean: trapezoids with rounded corners, as their four sides in order: bottom, right, top, left."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from bagpattern.geometry.path import Path
from bagpattern.geometry.points import SAME, Point, dot, point, turn, unit
from bagpattern.geometry.segments import Arc, Segment, Straight
from bagpattern.geometry.shapes import Sides


def tapered_panel(base: float, top: float, height: float, top_radius: float, bottom_radius: float) -> Sides:
    """A panel whose sharp corners are *base* mm apart below and *top* mm above, the corners then rounded.

    Each corner belongs half to either neighbour. Raises ValueError when the radii do not fit a side, or a side is none.
    """
    if min(base, top, height) <= SAME:
        raise ValueError("the sides of the panel meet before its top")
    low, high = base / 2, top / 2
    middle = max(low, high)
    corners = (point(-low, 0), point(low, 0), point(high, height), point(-high, height))
    return four_sided([middle + each for each in corners], (bottom_radius, bottom_radius, top_radius, top_radius))


def four_sided(placed: Sequence[Point], radii: Sequence[float]) -> Sides:
    """A panel with these sharp corners, from the lower left one on counter-clockwise, each then rounded by its radius.

    Raises ValueError when the radii do not fit a side.
    """
    rounds = [_rounded(placed[n - 1], placed[n], placed[(n + 1) % 4], radii[n]) for n in range(4)]
    onward = [placed[(n + 1) % 4] - placed[n] for n in range(4)]
    return Sides(*(_side(rounds[n], rounds[(n + 1) % 4], onward[n]) for n in range(4)))


class _Corner(NamedTuple):
    """Where a corner's arc begins and ends, and its two halves; none when it is sharp."""

    into: Point
    out: Point
    halves: tuple[Arc, ...]


def _rounded(before: Point, at: Point, after: Point, radius: float) -> _Corner:
    if radius <= SAME:
        return _Corner(at, at, ())
    arriving, leaving = unit(at - before), unit(after - at)
    bend = turn(arriving, leaving)
    reach = radius * math.tan(bend / 2)
    arc = Arc(at - arriving * reach, at + leaving * reach, bend)
    return _Corner(arc.start, arc.end, arc.split(arc.length / 2))


def _side(start: _Corner, end: _Corner, onward: complex) -> Path:
    along = end.into - start.out
    if dot(along, onward) < -SAME:
        raise ValueError("the corner radii do not fit the panel")
    straight: tuple[Segment, ...] = (Straight(start.out, end.into),) if abs(along) > SAME else ()
    return Path((*start.halves[1:], *straight, *end.halves[:1]))
