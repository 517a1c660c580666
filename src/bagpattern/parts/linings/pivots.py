"""Where seams meet at a corner of the bag: one side is clipped to its stitching to turn there, and raw beside the clip.

Seams may end on one that goes on with both sides alike: straight, or folded over each other. At the corner of a box
no seam does, whether two pieces meet there or three.
"""

from __future__ import annotations

import cmath
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, combinations
from typing import NamedTuple

from bagpattern.lengths import between
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import SURFACE_ONLY, Run, Seam
from bagpattern.values import kept, once

_CORNER = math.radians(30)
"""By how much one side may bend more than the other and need no clip for that [K]."""
_NEAR = 1.0
"""mm: places on an outline that are nearer than this are one [K]."""


class _Place(NamedTuple):
    """*at* mm round the outline of one copy of a panel."""

    panel: str
    copy: int
    at: float


@kept
def pivoting(bag: Draft) -> frozenset[str]:
    """The ids of seams of the shell that end or go on at a corner of the bag."""
    outlines = _Outlines(bag)
    touched = {seam.id: [*outlines.pairs(seam)] for seam in bag.seams if _is_of_shell(bag, seam)}
    corners = {
        place
        for meeting in _meetings(chain.from_iterable(touched.values()))
        if outlines.are_sewn_round(meeting) and _turns(bag, meeting)
        for place in meeting
    }
    return frozenset(seam for seam, pairs in touched.items() if corners.intersection(chain.from_iterable(pairs)))


def _is_of_shell(bag: Draft, seam: Seam) -> bool:
    roles = {bag[run.panel].role for run in (*seam.a, *seam.b)}
    return seam.kind not in SURFACE_ONLY and roles == {Role.BODY}


def _meetings(pairs: Iterable[tuple[_Place, _Place]]) -> list[frozenset[_Place]]:
    """The places that are sewn together, by where they meet."""
    found: dict[_Place, frozenset[_Place]] = {}
    for one, other in pairs:
        both = found.get(one, frozenset({one})) | found.get(other, frozenset({other}))
        found |= dict.fromkeys(both, both)
    return list(dict.fromkeys(found.values()))


def _turns(bag: Draft, meeting: frozenset[_Place]) -> bool:
    """Whether of no seam both sides bend alike where those places meet; a panel sewn to itself is folded there."""
    angles = [_angle(bag[place.panel], place.at) for place in meeting]
    some = chain.from_iterable(combinations(angles, count) for count in range(1, len(angles)))
    return len(angles) > 1 and not any(abs(2 * sum(each) - sum(angles)) < _CORNER for each in some)


def _angle(panel: Panel, at: float) -> float:
    """Radians of a panel at a place of its outline: half a turn along an edge."""
    start = 0.0
    for before, edge in zip((panel.edges[-1], *panel.edges), panel.edges, strict=False):
        if abs(start - at) < _NEAR:
            return math.pi - cmath.phase(edge.path.leaving / before.path.arriving)
        start += edge.length
    return math.pi


class _Outlines:
    """The outlines of a bag's panels, and the places on them at which runs begin and end."""

    def __init__(self, bag: Draft) -> None:
        self.bag = bag
        self.around = {panel.id: sum(edge.length for edge in panel.edges) for panel in bag.panels}
        self._starts = {(panel.id, name): at for panel in bag.panels for name, at in _starts(panel)}
        self._known = defaultdict[tuple[str, int], list[_Place]](list)

    def pairs(self, seam: Seam) -> Iterator[tuple[_Place, _Place]]:
        """Where runs of a seam begin and end, with what lies there on either side of it."""
        a, b = (self.bag.side_length(side) for side in (seam.a, seam.b))
        for side, other, scale in ((seam.a, seam.b, b / a), (seam.b, seam.a, a / b)):
            at = 0.0
            for run in side:
                long = self.bag.run_length(run)
                for into in (0.0, long):
                    place = self._place(run, into)
                    yield from ((place, beside) for beside in self._on(side, at + into))
                    yield from ((place, beside) for beside in self._on(other, (at + into) * scale))
                at += long

    def _on(self, side: tuple[Run, ...], at: float) -> Iterator[_Place]:
        """The places on a side that lie *at* mm along it: two where one run ends and the next begins."""
        for run in side:
            long = self.bag.run_length(run)
            if between(at, -_NEAR, long + _NEAR):
                yield self._place(run, min(max(at, 0.0), long))
            at -= long

    def _place(self, run: Run, into: float) -> _Place:
        """The place so many mm into a run, in sewing direction: a known one if it is near enough."""
        low, high = self.bag.span(run)
        whole, start = self.around[run.panel], self._starts[run.panel, run.on]
        at = (start + (high - into if run.reversed else low + into)) % whole
        known = self._known[run.panel, run.copy]
        near = (each for each in known if min(abs(each.at - at), whole - abs(each.at - at)) < _NEAR)
        place = next(near, None) or _Place(run.panel, run.copy, 0.0 if whole - at < _NEAR else at)
        known.append(place)
        return place

    def are_sewn_round(self, meeting: Iterable[_Place]) -> bool:
        """Whether the panels are sewn on both sides of those places."""
        return all(self._is_held(place, side) for place in meeting for side in (-2 * _NEAR, 2 * _NEAR))

    def _is_held(self, place: _Place, beside: float) -> bool:
        at = (place.at + beside) % self.around[place.panel]
        return any(low < at < high for low, high in self._held.get((place.panel, place.copy), ()))

    @once
    def _held(self) -> dict[tuple[str, int], list[tuple[float, float]]]:
        """The stretches round each outline that a seam of the shell holds."""
        found = defaultdict[tuple[str, int], list[tuple[float, float]]](list)
        for run in (run for seam in self.bag.seams if _is_of_shell(self.bag, seam) for run in (*seam.a, *seam.b)):
            start, (low, high) = self._starts[run.panel, run.on], self.bag.span(run)
            found[run.panel, run.copy].append((start + low, start + high))
        return found


def _starts(panel: Panel) -> Iterator[tuple[str, float]]:
    """mm round the outline at which each edge begins."""
    at = 0.0
    for edge in panel.edges:
        yield edge.name, at
        at += edge.length
