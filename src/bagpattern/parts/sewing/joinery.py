"""Operations on drafts: find what sews a place, catch something in it, cut a seam in parts.

Each gives a new draft; none edits the one that it is given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bagpattern.geometry.points import SAME
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Finish
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import SURFACE_ONLY, Caught, Run, Seam, Stands
from bagpattern.said import Said
from bagpattern.values import kept, replace, value


def runs_between(bag: Draft, runs: Iterable[Run], low: float, high: float) -> tuple[Run, ...]:
    """The stretch from *low* to *high* mm of several runs sewn as one."""
    kept, before = [], 0.0
    for run in runs:
        length = bag.run_length(run)
        first, last = max(low - before, 0.0), min(high - before, length)
        if last - first > SAME:
            kept.append(_trimmed(bag, run, first, last))
        before += length
    return tuple(kept)


def _trimmed(bag: Draft, run: Run, first: float, last: float) -> Run:
    """The stretch of one run from *first* to *last* mm in its sewing direction."""
    low, high = bag.span(run)
    return (
        replace(run, start=high - last, end=high - first)
        if run.reversed
        else replace(run, start=low + first, end=low + last)
    )


def cut_seam(bag: Draft, seam: Seam, low: float, high: float) -> tuple[Seam, Seam, Seam]:
    """A seam in three parts, before, between and after *low* and *high* mm along it; ids get ``1``, ``gap``, ``2``.

    Nothing may be caught in it yet. Raises ValueError when something is, or when a part would have no length.
    """
    length = bag.side_length(seam.a)
    if seam.caught or not 0 < low < high < length:
        raise ValueError(f"{seam.id}: cannot be cut at {low:.1f} and {high:.1f} of {length:.1f} mm")

    def part(name: str, start: float, end: float) -> Seam:
        a, b = (runs_between(bag, side, start, end) for side in (seam.a, seam.b))
        return replace(seam, id=f"{seam.id} {name}", a=a, b=b, cut_from=seam.id)

    return part("1", 0.0, low), part("gap", low, high), part("2", high, length)


@value
class Place:
    """A stretch of a seam: from ``low`` to ``high`` mm along it."""

    seam: Seam
    low: float
    high: float


def place_on(bag: Draft, panel: str, edge: str, low: float, high: float, copy: int = 1) -> Place | None:
    """The seam that sews a panel's edge from *low* to *high* mm, and where; None when no single seam does."""
    for seam, run, before in _sewn(bag).get((panel, edge, copy), ()):
        start, end = bag.span(run)
        if start - SAME <= low and high <= end + SAME:
            first = end - high if run.reversed else low - start
            return Place(seam, before + first, before + first + high - low)
    return None


@kept
def _sewn(bag: Draft) -> Mapping[tuple[str, str, int], Sequence[tuple[Seam, Run, float]]]:
    """The runs along each edge of each copy, with the mm of their seam before them, but for seams on a surface.

    Places are asked for by the hundred while a part looks for one that is free.
    """
    found: defaultdict[tuple[str, str, int], list[tuple[Seam, Run, float]]] = defaultdict(list)
    for seam in bag.seams:
        if seam.kind not in SURFACE_ONLY:
            for run, before in (*_positions(bag, seam.a), *_positions(bag, seam.b)):
                found[run.panel, run.on, run.copy].append((seam, run, before))
    return found


def opposite(bag: Draft, panel: str, edge: str, at: float) -> tuple[Run, float] | None:
    """What the place *at* mm along an edge is sewn to: the run, and mm along its edge; None when nothing is."""
    place = place_on(bag, panel, edge, at, at)
    if place is None:
        return None
    seam = place.seam
    here = seam.a if any((run.panel, run.on) == (panel, edge) for run in seam.a) else seam.b
    there = seam.b if here is seam.a else seam.a
    share = place.low / bag.side_length(here) * bag.side_length(there)
    for run, before in _positions(bag, there):
        low, high = bag.span(run)
        if share <= before + high - low + SAME:
            return run, high - (share - before) if run.reversed else low + share - before
    return None


def _positions(bag: Draft, runs: Iterable[Run]) -> Iterator[tuple[Run, float]]:
    """Each run, with the mm sewn before it."""
    before = 0.0
    for run in runs:
        yield run, before
        before += bag.run_length(run)


def everywhere(bag: Draft, seam: Seam) -> Iterator[tuple[Run, float]]:
    """Every run in a seam, on its sides or caught between them, with its mm along the seam."""
    yield from (*_positions(bag, seam.a), *_positions(bag, seam.b))
    for caught in seam.caught:
        yield from ((run, caught.at + at) for run, at in _positions(bag, caught.runs))


def catching(bag: Draft, seam_id: str, *caught: Caught) -> Draft:
    """*bag* with more caught in one seam."""
    seam = bag.seam(seam_id)
    return bag.resewing(replace(seam, caught=seam.caught + caught))


def refinished(bag: Draft, runs: Iterable[Run], finish: Finish, allowance: float | None = None) -> Draft:
    """*bag* with the edges that *runs* lie on finished in another way; an *allowance* of None is the finish's own."""
    for run in runs:
        panel = bag[run.panel]
        edges = (
            replace(edge, finish=finish, allowance=allowance) if edge.name == run.on else edge for edge in panel.edges
        )
        bag = bag.replacing(replace(panel, edges=tuple(edges)))
    return bag


def caught_like(bag: Draft, host: str, panel: Panel, stands: Stands = Stands.BEHIND) -> Draft:
    """*bag* with *panel* behind *host*, or on it, its edges caught wherever the host's of the same names are sewn."""
    names = {edge.name for edge in panel.edges}
    bag = bag + Draft(panels=(panel,))
    for seam in bag.seams:
        found = tuple(
            Caught((replace(run, panel=panel.id),), at, stands=stands)
            for run, at in everywhere(bag, seam)
            if run.panel == host and run.on in names and seam.kind not in SURFACE_ONLY
        )
        if found:
            bag = catching(bag, seam.id, *found)
    return bag


def held_at(bag: Draft, panel: str, edge: str, at: float, clear: float = 0.0) -> Said | None:
    """The title of the strap or tab caught where the panel's edge is sewn, *at* mm along it; None when it is free.

    What lies nearer than *clear* mm to the place counts as well.
    """
    place = place_on(bag, panel, edge, at, at)
    if place is None:
        return None
    for caught in place.seam.caught:
        owner = bag[caught.runs[0].panel]
        low, high = caught.at - clear, caught.at + bag.side_length(caught.runs) + clear
        if owner.role is Role.STRAP and low <= place.low <= high:
            return owner.title.lower()
    return None
