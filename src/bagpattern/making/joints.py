"""What sewing each seam does: which places become one, which edges are covered, which faces come to look at each other.

All of it follows from the draft alone, and is worked out once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bagpattern.model.draft import Draft
from bagpattern.model.operation import Sheet
from bagpattern.model.panel import Role
from bagpattern.model.seam import SURFACE_ONLY, Caught, Run, Seam, SeamKind, Stands
from bagpattern.values import kept, once, value

NEAR = 1.0
"""mm: places on an outline that are nearer than this are one [K]."""

Place = int


class Stretch(NamedTuple):
    """From ``low`` to ``high`` mm along an edge."""

    on: str
    low: float
    high: float


def sheet_of(run: Run) -> Sheet:
    """The sheet that a run lies on."""
    return Sheet(run.panel, run.copy)


def held_runs(seam: Seam) -> Iterator[Run]:
    """The runs of everything caught in a seam."""
    for caught in seam.caught:
        yield from caught.runs


def lying_on(seam: Seam, caught: Caught) -> tuple[Run, ...]:
    """The side of a seam that something lies on: walls on side b, layers on the side that runs as they do."""
    if caught.stands is Stands.INSIDE:
        return seam.b
    even = caught.stands in (Stands.BEHIND, Stands.ON)
    return seam.b if even and not _is_cut_like(seam.a, caught) and _is_cut_like(seam.b, caught) else seam.a


def _is_cut_like(side: tuple[Run, ...], caught: Caught) -> bool:
    """Whether a side has an edge of the name of what is caught, and is sewn in its direction: that is cut like it."""
    return any((run.on, run.reversed) == (mine.on, mine.reversed) for run in side for mine in caught.runs)


@value
class Joint:
    """What sewing a ``seam`` does.

    ``sides`` are its sheets, ``firsts`` where the runs of each begin and end, to be checked and joined; ``joins`` the
    pairs of places that become one; ``covers`` what of each sheet is sewn then; ``facing`` the sheets that come to lie
    on each other. ``walls`` are caught behind the right sides, ``linings`` and other layers lie behind their panels.
    """

    seam: Seam
    sides: tuple[tuple[Sheet, ...], tuple[Sheet, ...]]
    ends: tuple[tuple[tuple[Place, Place], ...], tuple[tuple[Place, Place], ...]]
    joins: tuple[tuple[Place, Place], ...]
    covers: tuple[tuple[Sheet, Stretch], ...]
    facing: tuple[tuple[Sheet, Sheet], ...]
    walls: tuple[Sheet, ...]
    linings: tuple[Sheet, ...]

    @property
    def glues(self) -> bool:
        """Whether it joins edges, and does not only lie on a face."""
        return self.seam.kind not in SURFACE_ONLY

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """All sheets on its sides."""
        return (*self.sides[0], *self.sides[1])

    def catches(self, other: Joint) -> bool:
        """Whether a panel of another lies between its sides."""
        caught = {run.panel for each in self.seam.caught for run in each.runs}
        return any(sheet.panel in caught for sheet in other.sheets)


class Cloth:
    """The sheets of a draft, the places on their outlines, and the joints of its seams."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._places: defaultdict[Sheet, list[tuple[float, Place]]] = defaultdict(list)
        self._known: dict[tuple[Sheet, str, float], Place] = {}
        self._lines: dict[tuple[Sheet, str, int], Place] = {}
        self._count = 0

    @once
    def starts(self) -> dict[tuple[str, str], float]:
        """mm along each panel's outline at which each edge begins."""
        found = {}
        for panel in self.draft.panels:
            at = 0.0
            for edge in panel.edges:
                found[panel.id, edge.name] = at
                at += edge.length
        return found

    @once
    def around(self) -> dict[str, float]:
        """mm round each panel."""
        return {panel.id: sum(edge.length for edge in panel.edges) for panel in self.draft.panels}

    @once
    def sheets(self) -> tuple[Sheet, ...]:
        """Those that bound rooms: of the body, of linings, and what stands behind seams as a wall."""
        walls = {run.panel for seam in self.draft.seams for run in standing(seam, Stands.INSIDE)}
        bound = (each for each in self.draft.panels if each.role in _BOUNDING or each.id in walls)
        return tuple(Sheet(panel.id, copy) for panel in bound for copy in range(1, panel.count + 1))

    @once
    def bounding(self) -> frozenset[Sheet]:
        """The same, to ask whether one is among them."""
        return frozenset(self.sheets)

    def is_of(self, sheet: Sheet, role: Role) -> bool:
        """Whether the sheet's panel is of that role."""
        return self.draft[sheet.panel].role is role

    def place(self, sheet: Sheet, on: str, at: float) -> Place:
        """The place *at* mm along an edge or a line."""
        key = (sheet, on, at)
        if key not in self._known:
            self._known[key] = self._found(sheet, on, at)
        return self._known[key]

    def _found(self, sheet: Sheet, on: str, at: float) -> Place:
        start, whole = self.starts.get((sheet.panel, on)), self.around[sheet.panel]
        if start is None:
            return self._lines.setdefault((sheet, on, round(at)), self._new())
        x = (start + at) % whole
        for y, place in self._places[sheet]:
            if min(abs(x - y), whole - abs(x - y)) < NEAR:
                return place
        self._places[sheet].append((x, self._new()))
        return self._count

    def _new(self) -> Place:
        self._count += 1
        return self._count

    @once
    def joints(self) -> dict[str, Joint]:
        """The joint of each seam."""
        return {seam.id: self._joint(seam) for seam in self.draft.seams}

    def _joint(self, seam: Seam) -> Joint:
        sides = tuple(map(sheet_of, seam.a)), tuple(map(sheet_of, seam.b))
        ends = tuple(map(self._ends, seam.a)), tuple(map(self._ends, seam.b))
        runs = (*seam.a, *seam.b, *held_runs(seam))
        covers = tuple((sheet_of(run), Stretch(run.on, *self.draft.span(run))) for run in runs)
        walls = tuple(dict.fromkeys(map(sheet_of, standing(seam, Stands.INSIDE))))
        behind = dict.fromkeys(map(sheet_of, standing(seam, Stands.BEHIND)))
        linings = tuple(each for each in behind if self.is_of(each, Role.LINING))
        return Joint(seam, sides, ends, tuple(self._joins(seam)), covers, tuple(self._facing(seam)), walls, linings)

    def _ends(self, run: Run) -> tuple[Place, Place]:
        """Where a run begins and ends, in the direction of sewing."""
        low, high = self.draft.span(run)
        first, last = (high, low) if run.reversed else (low, high)
        return self.place(sheet_of(run), run.on, first), self.place(sheet_of(run), run.on, last)

    def _marks(self, runs: Iterable[Run], at: float, scale: float = 1.0) -> list[tuple[float, Place]]:
        """The places where runs begin and end, with mm along side a."""
        found = []
        for run in runs:
            first, last = self._ends(run)
            long = self.draft.run_length(run) * scale
            found += [(at, first), (at + long, last)]
            at += long
        return found

    def _joins(self, seam: Seam) -> Iterator[tuple[Place, Place]]:
        if seam.kind in SURFACE_ONLY:
            return
        a, b = self.draft.side_length(seam.a), self.draft.side_length(seam.b)
        caught = [mark for each in seam.caught for mark in self._marks(each.runs, each.at)]
        along, beside = self._marks(seam.a, 0.0), (*self._marks(seam.b, 0.0, a / b), *caught)
        for x, place in along:
            for y, other in beside:
                if abs(x - y) < 2 * NEAR:
                    yield place, other
        for number, (x, place) in enumerate(caught):
            for y, other in caught[:number]:
                if abs(x - y) < NEAR:
                    yield place, other

    def _facing(self, seam: Seam) -> Iterator[tuple[Sheet, Sheet]]:
        """The sheets of both sides that lie on each other somewhere along the seam."""
        beside = list(self._along(seam.b))
        for a_low, a_high, first in self._along(seam.a):
            for b_low, b_high, other in beside:
                if min(a_high, b_high) - max(a_low, b_low) > NEAR:
                    yield first, other

    def _along(self, runs: Iterable[Run]) -> Iterator[tuple[float, float, Sheet]]:
        at = 0.0
        for run in runs:
            long = self.draft.run_length(run)
            yield at, at + long, sheet_of(run)
            at += long


@kept
def cloth_of(draft: Draft) -> Cloth:
    """The one cloth of a draft, which the plan and every check of it share."""
    return Cloth(draft)


_BOUNDING = frozenset({Role.BODY, Role.LINING, Role.OTHER})


def standing(seam: Seam, stands: Stands) -> Iterator[Run]:
    """The runs of what is caught in a seam and lies there in one way."""
    for caught in seam.caught:
        if caught.stands is stands:
            yield from caught.runs


def opens_a_pocket(cloth: Cloth, joint: Joint) -> bool:
    """Whether the zip in a seam opens a pocket: a pocket lies behind it along nearly the whole of it, and no lining."""
    if joint.linings:
        return False
    long = 0.9 * cloth.draft.side_length(joint.seam.a)
    return any(
        cloth.is_of(sheet_of(run), Role.POCKET) and cloth.draft.run_length(run) > long for run in held_runs(joint.seam)
    )


def is_gap(joint: Joint) -> bool:
    """Whether the seam is left open to turn something through it."""
    return joint.seam.kind is SeamKind.GAP
