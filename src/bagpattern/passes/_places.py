"""Where along a seam notches belong: candidates with a rank, thinned, then filled up so that no stretch is too long.

Every place is a length in mm along side a; side b has it at the same share of its own length.
"""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from bagpattern.geometry.points import turn
from bagpattern.geometry.segments import Arc, Segment, Straight
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Run, Seam
from bagpattern.passes.sides import Side, Stretch

NEAREST = 8.0
"""mm: snips nearer than this to each other or to a corner weaken the allowance and are mistaken for one [K]."""
NEAREST_FILL = 20.0
"""mm: a centre or a mere filler nearer than this to something better is not worth its snip [K]."""
STRAIGHT_GAP = 150.0
"""mm: the longest straight stretch without a notch [construction 7.8]."""
CURVED_GAP = 40.0
"""mm: about the longest curved stretch without a notch [construction 7.8]."""
SHORT_SEAM = 60.0
"""mm: a shorter seam shows where it belongs without notches [K]."""
GENTLE_RADIUS = 200.0
"""mm: cloth takes an arc wider than this as if it were straight: over 40 mm it bows by 1 mm only [K]."""
_ONE_PLACE = 0.5
_SAME = 0.05
_CORNER_TURN = math.radians(10)


class Rank(IntEnum):
    """How much a place matters: the lower gives way to the higher."""

    FILL = 1
    CENTRE = 2
    CURVE_END = 3
    CAUGHT = 4
    JOIN = 5
    CORNER = 6
    """A corner on both sides: seen without a notch, and gets none."""


class Place(NamedTuple):
    """``at`` mm along side a."""

    at: float
    rank: Rank


Orbit = Callable[[float], Sequence[float]]
"""All places that come with one: a panel cut twice carries its notches twice. Empty when there is no end to them."""


def places(draft: Draft, seam: Seam, a: Side, b: Side, orbit: Orbit) -> list[Place]:
    """The places along side a at which both sides get a notch, in order."""
    candidates = _together([*_ends(draft, a, b), *_joints(a, b), *_caught(draft, seam, a), *_centres(a, b)])
    if a.length < SHORT_SEAM:
        candidates = [place for place in candidates if place.rank >= Rank.JOIN]
    kept = _thinned(candidates, orbit, a.length)
    if a.length >= SHORT_SEAM:
        kept = _filled(kept, a, b, orbit)
    return [place for place in kept if place.rank < Rank.CORNER]


# candidates -----------------------------------------------------------------------------------------------------------


def _ends(draft: Draft, a: Side, b: Side) -> Iterator[Place]:
    """The seam's two ends: corners, unless either side starts or ends in the middle of an edge."""
    for at, share in ((0.0, 0.0), (a.length, 1.0)):
        inside = any(_goes_on(draft, *side.locate(share * side.length)) for side in (a, b))
        closed = share == 1.0 and any(_is_closed(side) for side in (a, b))
        yield Place(at, Rank.JOIN if inside and not closed else Rank.CORNER)


def _goes_on(draft: Draft, run: Run, at: float) -> bool:
    """Whether the outline goes on past this place of an edge without a corner that shows it."""
    panel = draft[run.panel]
    if not panel.has_edge(run.on):
        return False
    length = panel.along(run.on).length
    if min(at, length - at) > _ONE_PLACE:
        return min(at, length - at) > NEAREST
    return abs(_corner_turn(panel, run.on, at > length / 2)) <= _CORNER_TURN


def _corner_turn(panel: Panel, name: str, at_end: bool) -> float:
    index = [edge.name for edge in panel.edges].index(name) + (1 if at_end else 0)
    before, after = panel.edges[index - 1].path, panel.edges[index % len(panel.edges)].path
    return turn(before.arriving, after.leaving)


def _is_closed(side: Side) -> bool:
    first, last = side.stretches[0], side.stretches[-1]
    return _same_face(first, last) and abs(first.segment.start - last.segment.end) < _ONE_PLACE


def _same_face(one: Stretch, other: Stretch) -> bool:
    return (one.run.panel, one.run.copy) == (other.run.panel, other.run.copy)


def _joints(a: Side, b: Side) -> Iterator[Place]:
    """Joins, corners and curve ends of either side; what is a corner on both sides shows by itself."""
    on_a = [Place(at, rank) for at, rank in _side_joints(a)]
    on_b = [Place(at * a.length / b.length, rank) for at, rank in _side_joints(b)]
    yield from on_a
    yield from on_b
    for one in on_a:
        if one.rank is Rank.JOIN and any(o.rank is Rank.JOIN and abs(o.at - one.at) <= _ONE_PLACE for o in on_b):
            yield Place(one.at, Rank.CORNER)


def _side_joints(side: Side) -> Iterator[tuple[float, Rank]]:
    for before, after in pairwise(side.stretches):
        rank = _joint_rank(before, after)
        if rank is not None:
            yield before.end, rank


def _joint_rank(before: Stretch, after: Stretch) -> Rank | None:
    one, other = before.segment, after.segment
    if not _same_face(before, after) or abs(one.end - other.start) > _ONE_PLACE:
        return Rank.JOIN
    if abs(turn(one.arriving, other.leaving)) > _CORNER_TURN:
        return Rank.JOIN
    return Rank.CURVE_END if _curvature(one) != _curvature(other) else None


def _curvature(segment: Segment) -> float:
    """1/mm, left turns positive; infinite for a cubic, which is curved in its own way."""
    if isinstance(segment, Straight):
        return 0.0
    return round(segment.sweep / segment.length, 6) if isinstance(segment, Arc) else math.inf


def _caught(draft: Draft, seam: Seam, a: Side) -> Iterator[Place]:
    """Where something held in the seam begins and ends: pocket tops, strap places [construction 7.8]."""
    for caught in seam.caught:
        if all(run.panel in draft for run in caught.runs):
            length = draft.side_length(caught.runs) - caught.ease
            yield from (Place(at, Rank.CAUGHT) for at in (caught.at, caught.at + length) if 0 < at < a.length)


def _centres(a: Side, b: Side) -> Iterator[Place]:
    """The middle of every long run: centre top and centre base are what a maker matches first."""
    for side in (a, b):
        for span in side.spans:
            if span.end - span.start >= SHORT_SEAM:
                yield Place((span.start + span.end) / 2 * a.length / side.length, Rank.CENTRE)


# thinning and filling -------------------------------------------------------------------------------------------------


def _together(candidates: Iterable[Place]) -> list[Place]:
    """Candidates in one place made one, of the highest rank."""
    merged: list[Place] = []
    for place in sorted(candidates):
        if merged and place.at - merged[-1].at <= _ONE_PLACE:
            merged[-1] = max(merged[-1], place, key=lambda each: each.rank)
        else:
            merged.append(place)
    return merged


def _thinned(candidates: Iterable[Place], orbit: Orbit, length: float) -> list[Place]:
    """The candidates that keep their distance, the important ones first, then those nearest to the middle."""
    kept: list[Place] = []
    for place in sorted(candidates, key=lambda each: (-each.rank, abs(each.at - length / 2), each.at)):
        _add(kept, place, orbit)
    return kept


def _add(kept: list[Place], place: Place, orbit: Orbit) -> None:
    """Put a place and all that come with it among those kept, unless one of them is too near to another."""
    distance = NEAREST if place.rank > Rank.CENTRE else NEAREST_FILL
    together = (place.at,) if place.rank is Rank.CORNER else orbit(place.at)
    if len(together) > 1:
        _add_together(kept, place.rank, together, distance)
    elif together and (place.rank is Rank.CORNER or _gap(place.at, kept) >= distance):
        insort(kept, place)


def _add_together(kept: list[Place], rank: Rank, together: Sequence[float], distance: float) -> None:
    """Put several places among those kept, all or none."""
    new = [at for at in together if _gap(at, kept) > _SAME]
    others = [each for each in kept if each.rank < Rank.CORNER or not _is_near(each, new)]
    if _apart(new, distance) and all(_gap(at, others) >= distance for at in new):
        kept[:] = others
        for at in new:
            insort(kept, Place(at, rank))
        _mark(kept, together)


def _is_near(place: Place, lengths: Iterable[float]) -> bool:
    """Whether a notch takes the place of a corner, because a copy of its panel carries one there."""
    return any(abs(place.at - at) <= _ONE_PLACE for at in lengths)


def _gap(at: float, kept: Sequence[Place]) -> float:
    """mm from a length to the nearest of some places in order."""
    index = bisect_left(kept, (at,))
    return min((abs(at - each.at) for each in kept[max(index - 1, 0) : index + 1]), default=math.inf)


def _mark(kept: list[Place], together: Sequence[float]) -> None:
    """Corners at places that carry a notch anyway are places with a notch."""
    for index, each in enumerate(kept):
        if each.rank is Rank.CORNER and any(abs(each.at - at) <= _SAME for at in together):
            kept[index] = Place(each.at, Rank.JOIN)


def _apart(places: Iterable[float], distance: float) -> bool:
    return all(high - low >= distance for low, high in pairwise(sorted(places)))


def _filled(kept: list[Place], a: Side, b: Side, orbit: Orbit) -> list[Place]:
    """Even fillers wherever a stretch between two places is too long."""
    curves = [*_curves(a, a.length), *_curves(b, a.length)]
    filled = list(kept)
    for low, high in pairwise([place.at for place in kept]):
        count = _parts(high - low, _share_curved(low, high, curves))
        for step in range(1, count):
            _add(filled, Place(low + (high - low) * step / count, Rank.FILL), orbit)
    return filled


def _parts(length: float, curved: bool) -> int:
    """Into how many parts a stretch is divided: never over 150 mm, on a curve about 40 mm."""
    return max(1, round(length / CURVED_GAP)) if curved else math.ceil(length / STRAIGHT_GAP - 1e-6)


def _curves(side: Side, length: float) -> Iterator[tuple[float, float]]:
    """The curved stretches of a side, in mm along a seam of that length."""
    scale = length / side.length
    for each in side.stretches:
        if abs(_curvature(each.segment)) > 1 / GENTLE_RADIUS:
            yield each.start * scale, each.end * scale


def _share_curved(low: float, high: float, curves: Iterable[tuple[float, float]]) -> bool:
    """Whether half of a stretch or more is curved."""
    return sum(max(0.0, min(high, end) - max(low, start)) for start, end in curves) >= (high - low) / 2
