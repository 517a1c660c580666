"""Walls laid flat: what rises from an outline of lines and arcs and leans out by the same distance everywhere.

Over a line such a wall is a flat rectangle, over an arc a piece of a cone. A cone unrolls to a sector whose arcs are
exact, so that lower and upper edge of the whole wall are parallel curves, the slant apart.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator

from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.segments import Arc, Segment, Straight
from bagpattern.geometry.shapes import Sides


def unrolled(outline: Path, height: float, lean: float) -> Sides:
    """The wall that rises *height* mm above *outline*, convex and counter-clockwise, and leans out *lean* mm.

    Its lower edge runs left to right as seen from outside, against the outline, its ends on one level.
    """
    slant = math.hypot(height, lean)
    bent = tuple(_unrolled(outline, slant, lean))
    level = bent[-1].end - bent[0].start
    upright = Placement(turn=(level / abs(level)).conjugate())
    bottom = Path(tuple(segment.placed(upright) for segment in bent))
    top = Path(tuple(part for segment in bottom.segments for part in segment.offset(-slant)))
    right, left = line_path(bottom.end, top.end), line_path(top.start, bottom.start)
    return Sides(bottom, right, top.reversed(), left)


def _unrolled(outline: Path, slant: float, lean: float) -> Iterator[Segment]:
    """The lower edge, from the origin on: lines stay lines, arcs are as long as they were and less curved."""
    at, heading = 0j, 1 + 0j
    for segment in reversed(outline.segments):
        if lean and isinstance(segment, Arc):
            radius = slant * segment.radius / lean
            turned = segment.length / radius
            centre, onward = at - 1j * heading * radius, cmath.rect(1, -turned)
            end = centre + (at - centre) * onward
            yield Arc(at, end, -turned)
            heading *= onward
        else:
            end = at + heading * segment.length
            yield Straight(at, end)
        at = end
