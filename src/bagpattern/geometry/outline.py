"""The cutting line: every edge of a closed outline moved outward by its own distance, its corners made again.

Lines move to lines and arcs to concentric arcs, so the result is exact and made of the same segments.
A distance may be negative (an interfacing that stops short of the stitching line).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from bagpattern.geometry.path import Path
from bagpattern.geometry.points import SAME, Point, cross, dot, meet, mirrored_direction, turn
from bagpattern.geometry.segments import Segment, Straight
from bagpattern.values import replace

MITRE_LIMIT = 2.5
"""A mitre's tip is cut off this many allowances from its corner, as sewists trim acute tips [construction 1.2]."""
_STEP_TURN = math.radians(40)
"""Where the outline turns less than this and the width changes, a mitre would shoot off as a spike, and the narrower
allowance would reach more than 1.6 allowances along the wider one's edge: step instead."""
_SMOOTH_TURN = 1e-3


class Corner(StrEnum):
    """How the cutting line goes round a corner of the stitching line."""

    MITRE = "mitre"
    """Both edges' allowances run on until they meet."""
    SQUARE = "square"
    """As a mitre, but no farther along either edge than the other's allowance."""
    TRIMMED_BEFORE = "trimmed-before"
    """The edge before the corner is pressed back: its allowance ends as the mirror image of what it will lie on."""
    TRIMMED_AFTER = "trimmed-after"
    """The edge after the corner is pressed back."""


class Side(NamedTuple):
    """One edge of an outline, with its distance and the rule of the corner at its end."""

    path: Path
    distance: float
    corner: Corner = Corner.MITRE


class _Moved(NamedTuple):
    """A segment moved outward: where it was, how far, and the corner rule at its end."""

    was: Segment
    now: Segment
    distance: float
    corner: Corner


def cutting_path(sides: Sequence[Side]) -> Path | None:
    """The closed path at each side's distance outside a counter-clockwise outline.

    None when the exact construction does not exist (an edge shorter than its inner corner needs, an arc moved past its
    centre): then ``areas.grown`` gives the same line, flattened.
    """
    moved = [each for side in sides for each in _move(side)]
    if any(each is None for each in moved):
        return None
    ring = [each for each in moved if each is not None]
    trimmed = _trim_hollows(ring)
    if trimmed is None:
        return None
    return _merged(
        segment
        for i, each in enumerate(trimmed)
        for segment in (each.now, *_corner(each, trimmed[(i + 1) % len(trimmed)]))
    )


def _move(side: Side) -> Iterator[_Moved | None]:
    last = len(side.path.segments) - 1
    for index, segment in enumerate(side.path.segments):
        corner = side.corner if index == last else Corner.MITRE
        offsets = segment.offset(side.distance) if side.distance else (segment,)
        if not offsets:
            yield None
        for part in offsets:
            yield _Moved(segment, part, side.distance, corner)


def _trim_hollows(ring: list[_Moved]) -> list[_Moved] | None:
    """Cut neighbours back to where they meet: at hollow corners outside, at every corner when moving inward."""
    trimmed = list(ring)
    for index in range(len(ring)):
        after_index = (index + 1) % len(ring)
        before, after = trimmed[index], trimmed[after_index]
        if not _overlaps(before, after):
            continue
        at = _first_meeting(before.now, after.now)
        if at is None:
            return None
        cut = before.now.split(at[0])[0], after.now.split(at[1])[1]
        if min(part.length for part in cut) <= SAME:
            return None
        trimmed[index], trimmed[after_index] = before._replace(now=cut[0]), after._replace(now=cut[1])
    return trimmed


def _overlaps(before: _Moved, after: _Moved) -> bool:
    """Whether the moved neighbours cross instead of leaving a gap."""
    bend = _bend(before, after)
    if abs(bend) <= _SMOOTH_TURN or before.now.end == after.now.start:
        return False
    gap = after.now.start - before.now.end
    return dot(gap, before.now.arriving) < -SAME and dot(gap, after.now.leaving) < -SAME


def _bend(before: _Moved, after: _Moved) -> float:
    return turn(before.was.arriving, after.was.leaving)


def _first_meeting(before: Segment, after: Segment) -> tuple[float, float] | None:
    """Lengths along both at which they meet, nearest to the corner: exact for lines, by walking for curves."""
    if isinstance(before, Straight) and isinstance(after, Straight):
        where = meet(before.start, before.leaving, after.start, after.leaving)
        if where is None:
            return None
        at = dot(where - before.start, before.leaving), dot(where - after.start, after.leaving)
        return at if 0 < at[0] < before.length and 0 < at[1] < after.length else None
    return _curved_meeting(before, after)


def _curved_meeting(before: Segment, after: Segment) -> tuple[float, float] | None:
    """Newton's method on both lengths at once, from the corner."""
    at_before, at_after = before.length, 0.0
    for _ in range(40):
        gap = after.point_at(at_after) - before.point_at(at_before)
        along_before, along_after = before.tangent_at(at_before), after.tangent_at(at_after)
        where = meet(before.point_at(at_before), along_before, after.point_at(at_after), along_after)
        if where is None:
            return None
        at_before += dot(where - before.point_at(at_before), along_before)
        at_after += dot(where - after.point_at(at_after), along_after)
        if not (0 < at_before <= before.length and 0 <= at_after < after.length):
            return None
        if abs(gap) < 1e-9:
            break
    return (at_before, at_after) if abs(after.point_at(at_after) - before.point_at(at_before)) < SAME else None


def _corner(before: _Moved, after: _Moved) -> list[Segment]:
    """What fills the gap between two moved neighbours."""
    start, end = before.now.end, after.now.start
    if abs(end - start) <= SAME:
        return []
    along, onward = before.now.arriving, after.now.leaving
    points = [start, *_corner_points(before, after, along, onward), end]
    return [Straight(p, q) for p, q in pairwise(points) if abs(q - p) > SAME]


def _corner_points(before: _Moved, after: _Moved, along: complex, onward: complex) -> list[Point]:
    at, bend = before.was.end, turn(along, onward)
    if abs(bend) < _STEP_TURN and before.distance != after.distance:
        return []
    tip = meet(before.now.end, along, after.now.start, onward)
    if tip is None or dot(tip - before.now.end, along) < 0:
        return []
    if not isinstance(after.now, Straight) and dot(after.now.start - tip, onward) < 0:
        return []  # the tip lies behind where a curve starts: a line is shortened to it (_merged), a curve cannot be
    if before.corner is Corner.TRIMMED_BEFORE:
        return _pressed(at, along, before.distance, after.now.start, onward)
    if before.corner is Corner.TRIMMED_AFTER:
        return _pressed(at, onward, after.distance, before.now.end, along)[::-1]
    if before.corner is Corner.SQUARE or abs(tip - at) > MITRE_LIMIT * max(abs(before.distance), abs(after.distance)):
        return cut_off(before.now.end, after.now.start, tip, *_reach(before, after))
    return [tip]


def _pressed(at: Point, pressed: complex, distance: float, neighbour: Point, onward: complex) -> list[Point]:
    """The pressed edge's allowance ends on the mirror image of its neighbour's cutting line, on which it will lie."""
    crossing = meet(at, pressed, neighbour, onward)
    if crossing is None:
        return []
    tip = meet(at - 1j * pressed * distance, pressed, crossing, mirrored_direction(onward, pressed))
    return [] if tip is None else [tip, crossing]


def _reach(before: _Moved, after: _Moved) -> tuple[float, float]:
    """mm that each of two neighbours goes on at most, beyond its end and beyond the other's start."""
    own, other = abs(before.distance), abs(after.distance)
    return (other, own) if before.corner is Corner.SQUARE else (MITRE_LIMIT * max(own, other),) * 2


def cut_off(start: Point, end: Point, tip: Point, *reach: float) -> list[Point]:
    """Two points instead of one: the *tip* over a corner taken off where it lies farther from *start* and *end*."""
    ends = zip((start, end), reach, strict=True)
    return [each + (tip - each) * min(1.0, far / (abs(tip - each) or 1.0)) for each, far in ends]


def _merged(segments: Iterator[Segment]) -> Path:
    """One closed path, straight runs made one line."""
    kept: list[Segment] = []
    for segment in segments:
        if kept and _continues(kept[-1], segment):
            kept[-1] = Straight(kept[-1].start, segment.end)
        else:
            kept.append(segment)
    if len(kept) > 1 and _continues(kept[-1], kept[0]):
        kept[0] = Straight(kept.pop().start, kept[0].end)
    return Path((*kept[:-1], _closed(kept[-1], kept[0].start)))


def _closed(last: Segment, start: Point) -> Segment:
    """The last segment, ending on the very point at which the first starts."""
    return replace(last, end=start)


def _continues(before: Segment, after: Segment) -> bool:
    """Whether two lines lie on one line, onward or back: a tip that lies behind its neighbour's start shortens that."""
    if not isinstance(before, Straight) or not isinstance(after, Straight):
        return False
    return abs(cross(before.leaving, after.leaving)) < 1e-9
