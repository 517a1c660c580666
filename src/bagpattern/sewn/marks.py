"""Where the vertices along each edge of each sheet are: both sides of a seam are divided at the same shares of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import SURFACE_ONLY, Run, Seam
from bagpattern.values import value

if TYPE_CHECKING:
    from bagpattern.model.draft import Draft

MERGE = 0.6
"""mm: places on an edge nearer than this are one."""

EdgeKey = tuple[str, int, str]


class Place(NamedTuple):
    """A place on an edge of a copy of a panel, mm along it."""

    edge: EdgeKey
    at: float


@value
class Joint:
    """A seam that joins sheets: ``places`` are what comes together at each of its vertices, in sewing order."""

    seam: Seam
    places: tuple[tuple[Place, ...], ...]


@value
class Marks:
    """The joints, and for each edge where its vertices are, mm along it, from its start to its end."""

    joints: tuple[Joint, ...]
    along: dict[EdgeKey, tuple[float, ...]]


def copies(draft: Draft) -> Iterator[tuple[Panel, int]]:
    """Every sheet of the body."""
    for panel in draft.panels:
        if panel.role is Role.BODY:
            yield from ((panel, copy) for copy in range(1, panel.count + 1))


def marks_of(draft: Draft, step: float, wanted: dict[EdgeKey, list[float]]) -> Marks:
    """The vertices on all edges, about *step* mm apart; *wanted* are places where there must be one."""
    joints = tuple([_joint(draft, seam, step, wanted) for seam in draft.seams if _joins(draft, seam)])
    found: dict[EdgeKey, set[float]] = defaultdict(set)
    sewn: dict[EdgeKey, list[tuple[float, float]]] = defaultdict(list)
    for joint in joints:
        for place in (each for together in joint.places for each in together):
            found[place.edge].add(place.at)
        for run in (*joint.seam.a, *joint.seam.b):
            sewn[run.panel, run.copy, run.on].append(draft.span(run))
    along = {
        (panel.id, copy, edge.name): _divided(
            _both(found[panel.id, copy, edge.name], wanted.get((panel.id, copy, edge.name), ())),
            edge.length,
            sewn[panel.id, copy, edge.name],
            step,
        )
        for panel, copy in copies(draft)
        for edge in panel.edges
    }
    return Marks(joints, along)


def _joins(draft: Draft, seam: Seam) -> bool:
    """Whether a seam glues edges of the body."""
    runs = (*seam.a, *seam.b)
    return bool(
        seam.kind not in SURFACE_ONLY
        and seam.a
        and seam.b
        and all(draft[run.panel].role is Role.BODY and draft[run.panel].has_edge(run.on) for run in runs)
    )


def _joint(draft: Draft, seam: Seam, step: float, wanted: dict[EdgeKey, list[float]]) -> Joint:
    sides = (seam.a, seam.b)
    longest = max(draft.side_length(side) for side in sides)
    cuts = sorted({0.0, 1.0, *(share for side in sides for share in _shares(draft, side, wanted))})
    kept = [0.0]
    for share in cuts:
        if share - kept[-1] > MERGE / longest:
            kept.append(share)
    kept[-1] = 1.0
    shares = [0.0]
    for low, high in pairwise(kept):
        count = max(1, round((high - low) * longest / step))
        shares += [low + (high - low) * number / count for number in range(1, count + 1)]
    return Joint(seam, tuple(tuple(each for side in sides for each in _places(draft, side, share)) for share in shares))


def _shares(draft: Draft, side: Sequence[Run], wanted: dict[EdgeKey, list[float]]) -> Iterator[float]:
    """Where on its side a run ends, or a vertex is wanted."""
    total, done = draft.side_length(side), 0.0
    for run in side:
        low, high = draft.span(run)
        for at in wanted.get((run.panel, run.copy, run.on), ()):
            if low < at < high:
                yield (done + (high - at if run.reversed else at - low)) / total
        done += high - low
        yield done / total


def _places(draft: Draft, side: Sequence[Run], share: float) -> Iterator[Place]:
    """What lies at a share of a side: a place on one run, or the end of one and the start of the next."""
    here, done = share * draft.side_length(side), 0.0
    for run in side:
        low, high = draft.span(run)
        inside = here - done
        if -MERGE <= inside <= high - low + MERGE:
            inside = 0.0 if inside < MERGE else high - low if inside > high - low - MERGE else inside
            yield Place((run.panel, run.copy, run.on), high - inside if run.reversed else low + inside)
        done += high - low


def _both(places: set[float], wanted: Sequence[float]) -> set[float]:
    """The places of the seams, and those wanted that are not as good as one of them."""
    return places | {at for at in wanted if all(abs(at - place) > MERGE for place in places)}


def _divided(places: set[float], length: float, sewn: list[tuple[float, float]], step: float) -> tuple[float, ...]:
    """The places on an edge with its ends, none twice; what is not sewn is divided by *step* here."""
    kept = [0.0]
    for at in sorted(places):
        if at - kept[-1] > MERGE / 2 and at < length - MERGE / 2:
            kept.append(at)
    kept.append(length)
    found: list[float] = []
    for low, high in pairwise(kept):
        taken = any(start - 0.1 <= (low + high) / 2 <= end + 0.1 for start, end in sewn)
        count = 1 if taken else max(1, round((high - low) / step))
        found += [low + (high - low) * number / count for number in range(count)]
    return (*found, length)
