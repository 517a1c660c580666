"""The line that lies level on a wall which leans out, laid flat: no straight one, which would dip in its middle.

Over a straight stretch of the base a wall is flat, over an arc it is a piece of a cone, and corners are folds or seams.
A level goes up each of these by the same share: so each stretch of it is like the one of the base below it, a line or
an arc round the tip of the same cone.
"""

from __future__ import annotations

from bagpattern.geometry.path import Path, joined
from bagpattern.geometry.points import Point, turn
from bagpattern.geometry.segments import Arc, Segment, Straight
from bagpattern.model.edge import Edge
from bagpattern.model.panel import Panel
from bagpattern.parts.sewing.cuts import Meeting

STRAIGHT = 1e-6
"""Radians by which a line bends and is straight all the same."""


def level_ends(panel: Panel, up: float) -> tuple[Meeting, Meeting] | None:
    """The right and the left end of the level *up* mm above the base, along the sides; the first has its way.

    None where a straight line is level, or the panel is no wall round a base.
    """
    right, left = _side(panel, "right"), _side(panel, "left")
    if right is None or left is None or not 0 < up < min(right.length, left.length):
        return None
    low, high = _between(panel, left, right, "bottom"), _between(panel, right, left, "top")
    line = _level(low, high.reversed(), up / right.length) if low and high else None
    if line is None or abs(right.length - left.length) > STRAIGHT or _is_straight(line):
        return None
    return Meeting(right, up, line.reversed()), Meeting(left, left.length - up)


def _side(panel: Panel, name: str) -> Edge | None:
    """The one edge of that name, whatever the panel is cut in one with."""
    found = [edge for edge in panel.edges if _called(edge) == name]
    return found[0] if len(found) == 1 and len(found[0].path.segments) == 1 else None


def _called(edge: Edge) -> str:
    """What it was called on its own panel."""
    return edge.was.edge if edge.was else edge.name


def _between(panel: Panel, one: Edge, other: Edge, name: str) -> Path | None:
    """The edges of that name from the end of one to the start of another; None where others lie there, too."""
    first, last = panel.edges.index(one) + 1, panel.edges.index(other)
    edges = panel.edges[first:last] if first <= last else (*panel.edges[first:], *panel.edges[:last])
    return joined(edge.path for edge in edges) if {name} == {_called(edge) for edge in edges} else None


def _level(low: Path, high: Path, share: float) -> Path | None:
    """A line that *share* of the way up from one to another; None where their stretches do not belong together."""
    if len(low.segments) != len(high.segments):
        return None
    found = [_stretch(one, other, share) for one, other in zip(low.segments, high.segments, strict=True)]
    whole = [each for each in found if each is not None]
    return Path(tuple(whole)) if len(whole) == len(found) else None


def _stretch(low: Segment, high: Segment, share: float) -> Segment | None:
    start, end = _up(low.start, high.start, share), _up(low.end, high.end, share)
    if isinstance(low, Straight) and isinstance(high, Straight):
        return Straight(start, end)
    if isinstance(low, Arc) and isinstance(high, Arc) and abs(low.sweep - high.sweep) < STRAIGHT:
        return Arc(start, end, low.sweep)
    return None


def _up(low: Point, high: Point, share: float) -> Point:
    return low + share * (high - low)


def _is_straight(line: Path) -> bool:
    """Whether it runs in one direction all along."""
    ways = [way for each in line.segments for way in (each.leaving, each.arriving)]
    return all(abs(turn(ways[0], way)) < STRAIGHT for way in ways)
