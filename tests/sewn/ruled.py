"""A bag whose walls rise all round a flat face, put together of its pieces and seams: nothing else is asked.

Cloth that bends and does not stretch keeps straight lines in it straight where it bends. Round a flat face these
rulings stand square on the seam, and lean out by what the edge of the walls turns less than that of the face (the
geodesic curvature of the seam is its curvature times the cosine of the angle between wall and face). So each ruling
has one place in space. Whether their ends are as far apart there as on the cloth tells whether the bag is such a one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bagpattern.geometry.points import cross, dot, turn
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import SURFACE_ONLY, Run
from bagpattern.model.wall import Wall

AGAINST = {Wall.FRONT: Wall.BACK, Wall.LEFT: Wall.RIGHT, Wall.BASE: Wall.TOP}
"""The face from which walls rise, and the one that they may lead to."""
BESIDE, SAGITTA, MOST = 1e-4, 0.01, 9
"""mm from a corner to the ruling beside it; mm from an arc to a chord of it; walls over each other."""
ONE_PLACE, CLOSED = 0.01, 1.0
"""mm within which places agree, and by which ends of a cloth that is sewn to itself are farther from each other."""


class Place(NamedTuple):
    """A place on an edge of a copy of a panel, mm along it."""

    panel: Panel
    copy: int
    edge: str
    at: float

    @property
    def point(self) -> complex:
        return self.panel.edge(self.edge).path.point_at(self.at)

    @property
    def along(self) -> complex:
        return self.panel.edge(self.edge).path.tangent_at(self.at)

    @property
    def sheet(self) -> tuple[str, int]:
        return self.panel.id, self.copy


class Ruling(NamedTuple):
    """Its foot on the face and what leads out of that there; where it starts and ends on the cloth; how long it is."""

    foot: complex
    out: complex
    start: Place
    end: Place
    long: float


class Ruled(NamedTuple):
    """The solid on a face: rulings all round, None for a rim, and how much of each leads outwards."""

    face: Panel
    rulings: tuple[Ruling | None, ...]
    lean: float

    @property
    def standing(self) -> list[Ruling]:
        return [each for each in self.rulings if each is not None]

    @property
    def rise(self) -> float:
        """mm from the face to where the walls end."""
        return self.standing[0].long * math.sqrt(1 - self.lean**2)

    @property
    def apart(self) -> float:
        """mm by which two neighbours differ at the most: in height, or in how far their ends are from each other."""
        pairs = pairwise([*self.rulings, self.rulings[0]])
        wide = (abs(self._apart(one, other) - _between(one, other)) for one, other in pairs if one and other)
        return max(*wide, *(abs(each.long - self.standing[0].long) for each in self.standing))

    def _apart(self, one: Ruling, other: Ruling) -> float:
        return abs(other.foot - one.foot + self.lean * (other.long * other.out - one.long * one.out))

    def level(self, high: float) -> list[complex]:
        """Round the bag, that many mm above the face, on the face as it is drawn."""
        share = high / self.rise * self.lean
        return [each.foot + share * each.long * each.out for each in (*self.standing, self.standing[0])]

    def volume(self, high: float) -> float:
        """mm3 up to a height: the area changes with its square, so that three levels are exact (Simpson's rule)."""
        low, middle, top = (_area(self.level(share * high)) for share in (0.0, 0.5, 1.0))
        return high / 6 * (low + 4 * middle + top)


def ruled(draft: Draft) -> Ruled | None:
    """The bag on the first of its faces from which walls rise evenly; None where they rise so from none."""
    cloth = Cloth(draft)
    for face in draft.panels:
        walls = {each.wall for each in face.facets}
        if face.role is Role.BODY and len(walls) == 1 and walls <= set(AGAINST):
            found = cloth.round(face)
            if found is not None and found.apart < ONE_PLACE:
                return found
    return None


class Cloth:
    """The outer layer, laid flat panel by panel, with its seams."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        body = {each.id for each in draft.panels if each.role is Role.BODY}
        sewn = (each for each in draft.seams if each.kind not in SURFACE_ONLY)
        self.seams = [(each.a, each.b) for each in sewn if {run.panel for run in each.a + each.b} <= body]

    def round(self, face: Panel) -> Ruled | None:
        """The walls round a face; they lean as their edges turn for a turn of the face. None where one does not end."""
        feet = [*self._feet(face)]
        walls = [self.over(each) for each in feet]
        sewn = [each for each in walls if each is not None]
        rulings = tuple(wall and self._ruling(foot, wall) for foot, wall in zip(feet, walls, strict=True))
        if not sewn or sum(each is not None for each in rulings) < len(sewn):
            return None
        return Ruled(face, rulings, -sum(map(_turned, sewn, [*sewn[1:], sewn[0]])) / math.tau)

    def over(self, place: Place) -> Place | None:
        """The place that one on an edge is sewn to; None at a rim."""
        for seam in self.seams:
            for side, other in (seam, seam[::-1]):
                at = 0.0
                for run in side:
                    low, high = self.draft.span(run)
                    if (*place.sheet, place.edge) == (run.panel, run.copy, run.on) and low < place.at < high:
                        return self._along(other, at + (high - place.at if run.reversed else place.at - low))
                    at += high - low
        return None

    def _along(self, side: tuple[Run, ...], at: float) -> Place:
        """The place so many mm along one side of a seam."""
        for run in side[:-1]:
            if at < self.draft.run_length(run):
                break
            at -= self.draft.run_length(run)
        else:
            run = side[-1]
        low, high = self.draft.span(run)
        return Place(self.draft[run.panel], run.copy, run.on, high - at if run.reversed else low + at)

    def _feet(self, face: Panel) -> Iterator[Place]:
        """Beside each corner of a face and of what is sewn to it, and between them as often as an arc needs."""
        for edge in face.edges:
            breaks = sorted({0.0, edge.length, *edge.path.joints, *self._sewn_to(face, edge.name)})
            for low, high in pairwise(breaks):
                if high - low > 3 * BESIDE:
                    turns = abs(turn(edge.path.tangent_at(low + BESIDE), edge.path.tangent_at(high - BESIDE)))
                    count = 1 + int(math.sqrt(turns * (high - low) / 8 / SAGITTA))
                    step = (high - low - 2 * BESIDE) / count
                    yield from (Place(face, 1, edge.name, low + BESIDE + n * step) for n in range(count + 1))

    def _sewn_to(self, face: Panel, edge: str) -> Iterator[float]:
        """Where along an edge what is sewn to it ends, or has corners."""
        for seam in self.seams:
            for side, other in (seam, seam[::-1]):
                if any(run.panel == face.id for run in side):
                    here = (self._along(side, at) for at in self._corners(other))
                    yield from (each.at for each in here if (each.panel, each.edge) == (face, edge))

    def _corners(self, side: tuple[Run, ...]) -> Iterator[float]:
        before = 0.0
        for run in side:
            low, high = self.draft.span(run)
            within = [low, high, *(at for at in self.draft[run.panel].edge(run.on).path.joints if low < at < high)]
            yield from (before + (high - at if run.reversed else at - low) for at in within)
            before += high - low

    def _ruling(self, foot: Place, at: Place) -> Ruling | None:
        """From a foot square over the walls, one above the other, to a rim or to the face that they lead to."""
        start, way, long, last = at, 1j * at.along, 0.0, AGAINST[foot.panel.facets[0].wall]
        for _ in range(MOST):
            end = _across(at, way)
            if end is None:
                return None
            long += abs(end.point - at.point)
            beyond = self.over(end)
            if beyond is None or {each.wall for each in beyond.panel.facets} == {last}:
                return Ruling(foot.point, -1j * foot.along, start, end, long)
            at, way = beyond, -way / end.along * beyond.along
        return None


def _across(at: Place, way: complex) -> Place | None:
    """Where a straight line from a place on the outline of a panel leaves that; None where it does not enter it."""
    found = []
    for edge in at.panel.edges:
        for along in edge.path.crossings(at.point, way):
            far = dot(edge.path.point_at(along) - at.point, way)
            found.append((far, edge.name, along))
    ahead = [each for each in found if each[0] > BESIDE]
    return Place(at.panel, at.copy, *min(ahead)[1:]) if ahead else None


def _turned(one: Place, other: Place) -> float:
    """Radians by which the edge of the walls turns from a place to the one before it: walls run against the face."""
    if one.sheet == other.sheet and (one.edge == other.edge or abs(one.point - other.point) < 3 * BESIDE):
        return turn(other.along, one.along)
    return math.pi - _corner(one, 0.0) - _corner(other, math.inf)


def _corner(place: Place, end: float) -> float:
    """Radians inside a panel where an edge begins, or ends."""
    edges = place.panel.edges
    number = next(n for n, each in enumerate(edges) if each.name == place.edge)
    first = number - 1 if end == 0.0 else number
    before, after = edges[first], edges[first + 1 - len(edges)]
    return math.pi - turn(before.path.arriving, after.path.leaving)


def _between(one: Ruling, other: Ruling) -> float:
    """mm between the ends of neighbours on the cloth; where that begins or ends between them, they are one place."""
    parted = abs(other.start.point - one.start.point) > abs(other.foot - one.foot) + CLOSED
    parted = parted or one.start.sheet != other.start.sheet or one.end.sheet != other.end.sheet
    return 0.0 if parted else abs(other.end.point - one.end.point)


def _area(points: list[complex]) -> float:
    return sum(cross(p, q) for p, q in pairwise(points)) / 2
