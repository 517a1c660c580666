"""Panels glued along their seams: what surface do they make?

Every edge is cut where a run begins or ends on either side of its seam; then stretch lies on stretch, and their ends
are the same vertices. Counting vertices, edges and faces tells the shape without ever bending a panel.
"""

from __future__ import annotations

import cmath
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from itertools import pairwise
from typing import NamedTuple

from bagpattern.geometry.path import Path
from bagpattern.making.runs import sound_seams
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import SURFACE_ONLY, Run, Seam
from bagpattern.values import value

SAME_PLACE = 0.500001
"""mm: two places on an edge nearer than this are one vertex.

No round length is just as long as that: whether two places are one must not hang on the last digit of a sum.
"""

Face = tuple[str, int]
EdgeKey = tuple[str, int, str]


class Facet(NamedTuple):
    """One connected piece of surface: its panels, its Euler characteristic, its rims and the edges they run along."""

    panels: tuple[str, ...]
    euler: int
    rims: int
    along: tuple[EdgeKey, ...]


class _Stretch(NamedTuple):
    """A stretch of one edge in sewing order, from ``start`` to ``end`` mm along it; either may be the larger."""

    edge: EdgeKey
    start: float
    end: float


class _Sets:
    """Numbered things that become one: union-find."""

    def __init__(self) -> None:
        self._parent: list[int] = []

    def new(self) -> int:
        """One more thing, by itself."""
        self._parent.append(len(self._parent))
        return len(self._parent) - 1

    def find(self, one: int) -> int:
        """The number by which all things in one with *one* are known."""
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one

    def unite(self, one: int, other: int) -> None:
        """Make two things one."""
        self._parent[self.find(one)] = self.find(other)


@value
class _Gluing:
    """What has been glued so far: vertices on edges, faces, and which stretches are taken."""

    vertices: _Sets = field(default_factory=_Sets)
    faces: _Sets = field(default_factory=_Sets)
    number_of: dict[Face, int] = field(default_factory=dict)
    places: dict[EdgeKey, list[tuple[float, int]]] = field(default_factory=lambda: defaultdict(list))
    taken: dict[EdgeKey, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    glued: list[EdgeKey] = field(default_factory=list)

    def add_face(self, panel: Panel, copy: int) -> None:
        """One copy of a panel: each edge ends where the next starts."""
        self.number_of[panel.id, copy] = self.faces.new()
        keys = [(panel.id, copy, edge.name) for edge in panel.edges]
        ends = [
            (self.vertex(key, 0.0), self.vertex(key, edge.length)) for key, edge in zip(keys, panel.edges, strict=True)
        ]
        for (_, end), (start, _) in zip(ends, (*ends[1:], ends[0]), strict=True):
            self.vertices.unite(end, start)

    def vertex(self, edge: EdgeKey, at: float) -> int:
        """The vertex at a place of an edge: a known one if it is near enough."""
        known = self.places[edge]
        near = [(abs(place - at), number) for place, number in known if -SAME_PLACE <= place - at <= SAME_PLACE]
        if near:
            return min(near)[1] if len(near) > 1 else near[0][1]
        known.append((at, self.vertices.new()))
        return known[-1][1]

    def glue(self, one: _Stretch, other: _Stretch) -> None:
        """Lay one stretch on the other, start on start and end on end."""
        for stretch in (one, other):
            self.taken[stretch.edge].append((min(stretch.start, stretch.end), max(stretch.start, stretch.end)))
        self.vertices.unite(self.vertex(one.edge, one.start), self.vertex(other.edge, other.start))
        self.vertices.unite(self.vertex(one.edge, one.end), self.vertex(other.edge, other.end))
        self.faces.unite(self.number_of[one.edge[:2]], self.number_of[other.edge[:2]])
        self.glued.append(one.edge)

    def part_of(self, edge: EdgeKey) -> int:
        """The number of the part that an edge belongs to."""
        return self.faces.find(self.number_of[edge[:2]])


def surface(draft: Draft, role: Role) -> tuple[Facet, ...]:
    """The parts into which the panels of one role fall once every seam between them is sewn, the largest first."""
    panels = {panel.id: panel for panel in draft.panels if panel.role is role}
    return _parts(panels, _glued(draft, panels))


def angles(draft: Draft, panels: dict[str, Panel]) -> Iterator[float]:
    """Radians round each place on the outlines of panels that is sewn all round, once every seam between them is."""
    gluing, around = _glued(draft, panels), defaultdict[int, float](float)
    for panel, copy in gluing.number_of:
        edges = panels[panel].edges
        for edge, after in zip(edges, (*edges[1:], edges[0]), strict=True):
            for at, vertex in gluing.places[panel, copy, edge.name]:
                around[gluing.vertices.find(vertex)] += _angle(edge.path, after.path, at)
    rims = {gluing.vertices.find(vertex) for _, *ends in _rims(panels, gluing) for vertex in ends}
    yield from (angle for vertex, angle in around.items() if vertex not in rims)


def _angle(path: Path, after: Path, at: float) -> float:
    """The angle of a panel *at* mm along one of its edges, or at its end; where it starts that of the one before is."""
    if at <= SAME_PLACE:
        return 0.0
    if at >= path.length - SAME_PLACE:
        return math.pi - cmath.phase(after.leaving / path.arriving)
    return math.pi - cmath.phase(path.tangent_at(at + SAME_PLACE / 2) / path.tangent_at(at - SAME_PLACE / 2))


def _glued(draft: Draft, panels: dict[str, Panel]) -> _Gluing:
    """Every copy of the panels, and the seams between them sewn."""
    gluing = _Gluing()
    for panel in panels.values():
        for copy in range(1, panel.count + 1):
            gluing.add_face(panel, copy)
    for seam in sound_seams(draft):
        if seam.kind not in SURFACE_ONLY and _joins(panels, (*seam.a, *seam.b)):
            for one, other in _matched(draft, seam):
                gluing.glue(one, other)
    return gluing


def _joins(panels: dict[str, Panel], runs: Iterable[Run]) -> bool:
    return all(run.panel in panels and panels[run.panel].has_edge(run.on) for run in runs)


# matching -------------------------------------------------------------------------------------------------------------


class _Span(NamedTuple):
    """A run between two shares of its side's length."""

    start: float
    end: float
    stretch: _Stretch

    def between(self, low: float, high: float) -> _Stretch:
        """The part of the run from one share to another."""
        return _Stretch(self.stretch.edge, self._at(low), self._at(high))

    def _at(self, share: float) -> float:
        inside = min(max((share - self.start) / (self.end - self.start), 0.0), 1.0)
        return self.stretch.start + (self.stretch.end - self.stretch.start) * inside


def _matched(draft: Draft, seam: Seam) -> Iterator[tuple[_Stretch, _Stretch]]:
    """The stretches of side a and side b that lie on each other, cut wherever a run of either side ends."""
    sides = [_spans(draft, runs) for runs in (seam.a, seam.b)]
    least = SAME_PLACE / max(draft.side_length(runs) for runs in (seam.a, seam.b))
    shares = [0.0]
    for share in sorted(span.end for side in sides for span in side):
        if share - shares[-1] > least:
            shares.append(share)
    shares[-1] = 1.0
    for low, high in pairwise(shares):
        one, other = (_span_at(side, (low + high) / 2).between(low, high) for side in sides)
        yield one, other


def _spans(draft: Draft, runs: Sequence[Run]) -> list[_Span]:
    total, done, found = draft.side_length(runs), 0.0, []
    for run in runs:
        low, high = draft.span(run)
        along = (high, low) if run.reversed else (low, high)
        found.append(_Span(done / total, (done + high - low) / total, _Stretch((run.panel, run.copy, run.on), *along)))
        done += high - low
    return found


def _span_at(spans: Sequence[_Span], share: float) -> _Span:
    return next((span for span in spans if share <= span.end), spans[-1])


# counting -------------------------------------------------------------------------------------------------------------


def _parts(panels: dict[str, Panel], gluing: _Gluing) -> tuple[Facet, ...]:
    """Vertices, edges, faces and rims of each part, counted."""
    rims = list(_rims(panels, gluing))
    found = []
    for part in sorted({gluing.faces.find(number) for number in gluing.number_of.values()}):
        faces = [face for face, number in gluing.number_of.items() if gluing.faces.find(number) == part]
        vertices = {
            gluing.vertices.find(number)
            for edge, places in gluing.places.items()
            if gluing.part_of(edge) == part
            for _, number in places
        }
        own = [rim for rim in rims if gluing.part_of(rim[0]) == part]
        edges = sum(gluing.part_of(edge) == part for edge in gluing.glued) + len(own)
        along = tuple(dict.fromkeys(rim[0] for rim in own))
        names = tuple(dict.fromkeys(panel for panel, _ in faces))
        found.append((len(faces), Facet(names, len(vertices) - edges + len(faces), _loops(gluing, own), along)))
    return tuple(part for _, part in sorted(found, key=lambda each: -each[0]))


def _rims(panels: dict[str, Panel], gluing: _Gluing) -> Iterator[tuple[EdgeKey, int, int]]:
    """Every stretch of an edge that is glued to nothing, with its two vertices."""
    for panel, copy in gluing.number_of:
        for edge in panels[panel].edges:
            key, done = (panel, copy, edge.name), 0.0
            for low, high in sorted((*gluing.taken.get(key, ()), (edge.length, edge.length))):
                if low - done > SAME_PLACE:
                    yield key, gluing.vertex(key, done), gluing.vertex(key, low)
                done = max(done, high)


def _loops(gluing: _Gluing, rims: Sequence[tuple[EdgeKey, int, int]]) -> int:
    """How many separate rims the stretches make."""
    ends, numbers = _Sets(), {}
    for _, start, end in rims:
        pair = [gluing.vertices.find(vertex) for vertex in (start, end)]
        for vertex in pair:
            if vertex not in numbers:
                numbers[vertex] = ends.new()
        ends.unite(numbers[pair[0]], numbers[pair[1]])
    return len({ends.find(number) for number in numbers.values()})
