"""What straps are sewn to at their ends, and what they lie on between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bagpattern.attached.lying import lies
from bagpattern.geometry.points import Point
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Line
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.model.strap import Strap
from bagpattern.values import replace, value

_OPEN = 1.0
"""mm between a line's middle and its mouth, from which on it is open."""


class Place(NamedTuple):
    """A point on one copy of a panel, and the edge or line of it that the point is on."""

    panel: str
    copy: int
    on: str
    at: Point


@value
class End:
    """Where one end of a strap is: its ``edge``, the ``places`` that are marked or sewn for it, the seams that hold it.

    ``leaves`` is the direction on the panel of the first place in which the strap comes out there, of length 1;
    None where it is folded back on itself, or has no place. ``through`` are the notions round which it is so folded.
    """

    edge: str
    places: tuple[Place, ...] = ()
    seams: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    leaves: Point | None = None


@value
class Hanging:
    """One copy of a strap, the panel or the notion ``of``; ``length`` is that which is drafted, or cut, in mm.

    ``lies`` are the lines along which it is laid on the bag, ``through`` the notions that it goes through; ``hooks`` is
    the ring that its ends are tied to.
    """

    of: str
    copy: int
    bought: bool
    strap: Strap | None
    length: float
    width: float
    ends: tuple[End, ...]
    lies: tuple[Place, ...]
    through: tuple[str, ...]
    hooks: str = ""


def hangings(draft: Draft, lying: Iterable[str] = ()) -> Iterator[Hanging]:
    """Every copy of every strap: panels and notions that say how they serve, and panels of a strap's role.

    What is *lying* flat on a panel hangs by nothing.
    """
    known = set(lying)
    for lengths in _straps(draft, known):
        yield from (_cut(draft, lengths, copy) for copy in range(1, lengths[0].count + 1))
    for notion in draft.notions:
        if notion.strap is not None:
            yield from (_bought(draft, notion, copy) for copy in range(1, notion.count + 1))


def _straps(draft: Draft, lying: set[str]) -> Iterator[tuple[Panel, ...]]:
    """Every strap that is cut, as the lengths that it is joined of, the one at its start first."""
    straps: dict[str, tuple[Panel, ...]] = {}
    for panel in draft.panels:
        if panel.strap is not None or (panel.role is Role.STRAP and panel.id not in lying):
            straps[panel.origin] = (*straps.get(panel.origin, ()), panel)
    yield from straps.values()


def _cut(draft: Draft, lengths: tuple[Panel, ...], copy: int) -> Hanging:
    first = lengths[0]
    boxes = [each.stitching_line.bounds for each in lengths]
    width = first.strap.width if first.strap else (boxes[0][2] - boxes[0][0]) / first.layers
    long = boxes[0][3] - boxes[0][1] if len(lengths) == 1 else _length(lengths)
    ends = _joined(end for each in lengths for end in (*_marked(draft, each.id, copy), *_sewn(draft, each, copy)))
    threads = tuple(notion for each in lengths for notion in _threaded(draft, each.id))
    return Hanging(first.id, copy, False, first.strap, long, width, ends, _lies(draft, first.id), threads)


def _length(lengths: tuple[Panel, ...]) -> float:
    """mm of a strap that is joined aslant of some lengths, whichever way they lie."""
    area = sum(float(each.stitching_line.polygon.area) for each in lengths)
    return area / lengths[0].edge("start").length


def _bought(draft: Draft, notion: Notion, copy: int) -> Hanging:
    width = notion.strap.width if notion.strap else notion.width or 0.0
    ends = _joined(_marked(draft, notion.id, copy))
    lies, threads = _lies(draft, notion.id), _threaded(draft, notion.id)
    return Hanging(notion.id, copy, True, notion.strap, notion.length or 0.0, width, ends, lies, threads, notion.hooks)


def _threaded(draft: Draft, strap: str) -> tuple[str, ...]:
    return tuple(notion.id for notion in draft.notions if notion.threads == strap)


def _lies(draft: Draft, strap: str) -> tuple[Place, ...]:
    return tuple(_middle(host, line) for host in draft.panels for line in host.lines if line.holds == strap)


def _middle(host: Panel, line: Edge | Line, copy: int = 1) -> Place:
    return Place(host.id, copy, line.name, line.path.point_at(line.length / 2))


# ends -----------------------------------------------------------------------------------------------------------------


def _joined(ends: Iterable[End]) -> tuple[End, ...]:
    """One for each edge: a place that is marked and the seam that sews it are of one end."""
    found: dict[str, End] = {}
    for end in ends:
        old = found.get(end.edge, End(end.edge))
        places, seams = (*old.places, *end.places), (*old.seams, *end.seams)
        leaves = old.leaves if old.places else end.leaves
        through = (*old.through, *end.through)
        found[end.edge] = replace(old, places=places, seams=seams, through=through, leaves=leaves)
    return tuple(found.values())


def _marked(draft: Draft, strap: str, copy: int) -> Iterator[End]:
    for host in draft.panels:
        for line in host.lines:
            if line.end is not None and (line.end.of, line.end.copy) == (strap, copy):
                yield End(line.end.edge, (_middle(host, line),), leaves=leaving(host, line))


def leaving(panel: Panel, line: Line) -> Point:
    """The direction, of length 1, in which a strap comes out of the line that marks its end.

    That is where the line is open; off the panel across it, where it is straight or closed.
    """
    foot = line.path.point_at(line.length / 2)
    out = (line.path.start + line.path.end) / 2 - foot
    if line.closed or abs(out) <= _OPEN:
        out = outward(panel, line)
    return out / abs(out)


def outward(panel: Panel, line: Line) -> Point:
    """The direction, of length 1, off a panel across the start of a line: away from the panel's middle."""
    area = panel.stitching_line.polygon.centroid
    across = 1j * line.path.leaving
    away = (line.path.point_at(line.length / 2) - complex(area.x, area.y)) * across.conjugate()
    return across if away.real > 0 else -across


def _sewn(draft: Draft, panel: Panel, copy: int) -> Iterator[End]:
    for seam in draft.seams:
        if seam.kind is SeamKind.HEM:
            yield from _folded_back(draft, panel, copy, seam)
        else:
            yield from _held(draft, panel, copy, seam)


def _folded_back(draft: Draft, panel: Panel, copy: int, seam: Seam) -> Iterator[End]:
    """An end sewn down on the strap itself, round what sits at the line of the seam."""
    for line, run in zip(seam.a, seam.b, strict=False):
        if (run.panel, run.copy) == (panel.id, copy) == (line.panel, line.copy):
            holds = [each.holds for each in panel.lines if each.name == line.on and each.holds]
            yield End(run.on, (_middle(panel, panel.along(line.on), copy),), (seam.id,), tuple(holds))


def _held(draft: Draft, panel: Panel, copy: int, seam: Seam) -> Iterator[End]:
    """Its ends that are caught in a seam of others, or sewn on: each in the middle of what is sewn of it there."""
    spans: dict[str, list[float]] = defaultdict(list)
    for at, run in _runs(draft, seam):
        if (run.panel, run.copy) == (panel.id, copy):
            spans[run.on] += (at, at + draft.run_length(run))
    for edge, ats in spans.items():
        found = _on(draft, seam.a, (min(ats) + max(ats)) / 2)
        if found is not None and found[0].panel != panel.id:
            run, at = found
            place = Place(run.panel, run.copy, run.on, draft.point_along(run, at))
            yield End(edge, (place,), (seam.id,), leaves=_out_of(draft, seam, run, at))


def _out_of(draft: Draft, seam: Seam, run: Run, at: float) -> Point:
    """The direction in which a strap comes out of a seam: off its panel, or off the patch that is sewn on there."""
    host = draft[run.panel]
    if host.has_edge(run.on):
        low, high = draft.span(run)
        along = high - at if run.reversed else low + at
        return -1j * host.edge(run.on).path.tangent_at(along)  # outlines run counter-clockwise
    middle = _patch_middle(draft, {(each.panel, each.copy) for each in seam.b})
    if middle is None:
        return leaving(host, next(each for each in host.lines if each.name == run.on))
    out = draft.point_along(run, at) - middle
    return out / abs(out)


def _patch_middle(draft: Draft, patches: set[tuple[str, int]]) -> Point | None:
    """The middle of a patch where it lies on its panel; None where none of these lies flat."""
    for each in lies(draft):
        if (each.panel, each.copy) in patches and each.placed is not None:
            area = draft[each.panel].stitching_line.placed(each.placed).polygon.centroid
            return complex(area.x, area.y)
    return None


def _runs(draft: Draft, seam: Seam) -> Iterator[tuple[float, Run]]:
    """What is caught in a seam, or laid on by it, and mm along side a where each begins."""
    sides = [(each.at, each.runs) for each in seam.caught]
    for at, runs in [*sides, (0.0, seam.b)] if seam.kind is SeamKind.PLACEMENT else sides:
        for run in runs:
            yield at, run
            at += draft.run_length(run)


def _on(draft: Draft, side: Iterable[Run], at: float) -> tuple[Run, float] | None:
    """The run of a side that is *at* mm along it, and how far along that run."""
    for run in side:
        long = draft.run_length(run)
        if at <= long:
            return run, at
        at -= long
    return None
