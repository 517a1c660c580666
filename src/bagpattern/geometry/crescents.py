"""Faces bounded by arcs: half-moons and crescents, each as its four sides in order: bottom, right, top, left.

Circles that touch each other: one deep arc below, two equal corners, and above a straight line or a shallow hollow arc.
The corners' circles give width and height, so both are met whatever the radii are.
"""

from __future__ import annotations

from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import SAME, Point, point, turn, unit
from bagpattern.geometry.segments import Arc, Segment, Straight
from bagpattern.geometry.shapes import Sides

_DIAGONAL = unit(1 + 1j)
"""Where a corner passes from a side into the top, as on a rounded panel."""


def crescent(width: float, height: float, corner: float, dip: float) -> Sides:
    """A face standing on the origin's right, ``dip`` mm hollow above; dip 0 is a half-moon with a straight top.

    The bottom is the middle half of the arc below. Raises ValueError when the circles do not touch: the height is more
    than half the width and one *corner*, or the hollow reaches below the corners.
    """
    if not 2 * corner + dip < height <= width / 2 + corner + SAME:
        raise ValueError("no circle touches corners of this radius at this width and height")
    centre = point(width / 2 - corner, height - corner)
    deep = (abs(centre) ** 2 - corner**2) / (2 * (centre.imag - corner))
    below = point(0, deep)
    foot = below + unit(centre - below) * deep
    low, high = _halves(_round(below, 0j, foot))
    right = (high, _round(centre, foot, centre + _DIAGONAL * corner))
    top = _top(centre, corner, height, dip)
    moved = Placement(move=point(width / 2, 0))
    sides = ((*_mirrored((low,)), low), right, top, _mirrored(right))
    return Sides(*(Path(side).placed(moved) for side in sides))


def _top(centre: Point, corner: float, height: float, dip: float) -> tuple[Segment, ...]:
    """From the right corner's diagonal to the left one's."""
    diagonal = centre + _DIAGONAL * corner
    if dip <= SAME:
        shoulder = centre + 1j * corner
        over: Segment = Straight(shoulder, -shoulder.conjugate())
    else:
        far = (centre.real**2 + dip**2) / (2 * dip)  # from the hollow's middle to the corner's: both radii
        hollow = point(0, height - dip + far - corner)
        shoulder = centre + unit(hollow - centre) * corner
        over = _round(hollow, shoulder, -shoulder.conjugate())
    into = (_round(centre, diagonal, shoulder),)
    return (*into, over, *_mirrored(into))


def _round(centre: Point, start: Point, end: Point) -> Arc:
    return Arc(start, end, turn(start - centre, end - centre))


def _halves(arc: Arc) -> tuple[Arc, Arc]:
    return arc.split(arc.length / 2)


def _mirrored(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The same on the other side of the middle, again counter-clockwise."""
    return tuple(each.placed(Placement(mirrored=True)).reversed() for each in reversed(segments))
