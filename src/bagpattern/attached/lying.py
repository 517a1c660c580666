"""Where pockets, patches and stiffenings lie: on which panel, on which side of it, and moved how.

Both sides of a seam come to lie on each other. So the places that are sewn tell how the whole was moved; where no rigid
motion brings them together, the thing does not lie flat, and its form is told instead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from bagpattern.geometry import areas
from bagpattern.geometry.path import Path, joined, line_path
from bagpattern.geometry.placement import IDENTITY, Placement
from bagpattern.geometry.points import SAME, Point, cross
from bagpattern.geometry.rigid import Pair, rigid
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind, Stands
from bagpattern.values import kept, value

FLAT_TO = 1.0
"""mm: what misses its place by more does not lie flat; cloth that is eased in is let off that much [K]."""
_SAMPLES = tuple((number + 0.5) / 12 for number in range(12))
"""Shares of a run at which it is compared with what it is sewn to."""


class Form(StrEnum):
    """How a thing lies on its panel."""

    FLAT = "flat"
    PLEATED = "pleated"
    """It is longer than its place: pleated, gathered, folded at its sides, or standing off."""
    HINGED = "hinged"
    """Held along one straight line, where it lies as it is drawn; how far it stands up from there is not told."""
    LOOSE = "loose"
    """In a place that is not of its size."""
    BENT = "bent"
    """As long as its place and not of its shape: it turns no corner there, as the side of bellows, or it bulges."""


@value
class Lie:
    """One copy of a panel on another: ``on`` the ``wrong`` side or the right one, ``placed`` so if that is rigid.

    ``seams`` are those that hold it there; none hold what lies in a place that is only marked.
    """

    panel: str
    copy: int
    on: str
    on_copy: int
    wrong: bool
    form: Form
    placed: Placement | None
    seams: tuple[str, ...] = ()


class _Copy(NamedTuple):
    panel: str
    copy: int


class _Contact(NamedTuple):
    """A stretch of seam along which a copy touches another: places of the one, and the same ones on the other."""

    seam: Seam
    pairs: list[Pair]
    longer: float
    """mm by which it is longer than what it is sewn to."""
    placed: bool
    """Whether it is sewn on to a face there, and not between the edges of two."""
    wrong: bool


@kept
def lies(draft: Draft) -> tuple[Lie, ...]:
    """What lies on what, in the order of the draft's panels; a copy that lies nowhere, or on several, is left out."""
    touching = _touching(draft)
    found: list[Lie] = []
    for panel in draft.panels:
        if panel.stiffens:
            found += (_behind(draft, panel, copy) for copy in range(1, panel.count + 1))
        elif _may_lie(panel):
            found += _lying(draft, panel, touching)
    return tuple(found)


def alike(draft: Draft, seam: Seam) -> list[Seam]:
    """The seams that sew one part on along one line of a face, *seam* among them: of a sleeve both sides."""
    return [each for each in draft.seams if each.kind is seam.kind and _sewn_on(each) == _sewn_on(seam)]


def _sewn_on(seam: Seam) -> tuple[str, ...]:
    """The face, the line on it, and what is sewn on there."""
    host, part = seam.a[0], seam.b[0] if seam.b else seam.a[0]
    return host.panel, str(host.copy), host.on, part.panel, str(part.copy)


def _may_lie(panel: Panel) -> bool:
    """The body hangs in its own seams, and a strap by its ends."""
    return panel.role not in (Role.BODY, Role.LINING) and panel.strap is None


def _behind(draft: Draft, panel: Panel, copy: int) -> Lie:
    """A stiffening, which is drawn on its panel as it lies there."""
    host = draft[panel.stiffens]
    return Lie(panel.id, copy, host.id, min(copy, host.count), True, Form.FLAT, IDENTITY)


def _lying(draft: Draft, panel: Panel, touching: dict[_Copy, dict[_Copy, list[_Contact]]]) -> Iterator[Lie]:
    sewn = {copy: touching.get(_Copy(panel.id, copy), {}) for copy in range(1, panel.count + 1)}
    if any(sewn.values()):
        found = (_sewn(draft, _Copy(panel.id, copy), hosts) for copy, hosts in sewn.items() if hosts)
        yield from (each for each in found if each is not None)
    else:
        yield from _marked(draft, panel)


# what is sewn ---------------------------------------------------------------------------------------------------------


def _along_a_wall(panel: Panel) -> bool:
    """Whether a pocket caught in the seams of its panel says, by being of the same wall, that it lies along it."""
    return panel.role is Role.POCKET and bool(panel.facets)


def _touching(draft: Draft) -> dict[_Copy, dict[_Copy, list[_Contact]]]:
    """What each copy touches in the seams that lay it on a face."""
    found: dict[_Copy, dict[_Copy, list[_Contact]]] = defaultdict(lambda: defaultdict(list))
    for seam in draft.seams:
        for laid, host, contact in _contacts(draft, seam):
            if laid.panel != host.panel:
                found[laid][host].append(contact)
    return found


def _contacts(draft: Draft, seam: Seam) -> Iterator[tuple[_Copy, _Copy, _Contact]]:
    if seam.kind is SeamKind.PLACEMENT:
        yield from _along(draft, seam, seam.b, 0.0, draft.side_length(seam.a), seam.a, True, False)
    for each in seam.caught:
        length = draft.side_length(each.runs) - each.ease
        for side in (seam.a, seam.b) if seam.kind is not SeamKind.PLACEMENT else (seam.a,):
            yield from _along(draft, seam, each.runs, each.at, length, side, False, each.stands is Stands.BEHIND)


def _along(
    draft: Draft,
    seam: Seam,
    laid: tuple[Run, ...],
    at: float,
    length: float,
    side: tuple[Run, ...],
    on: bool,
    wrong: bool,
) -> Iterator[tuple[_Copy, _Copy, _Contact]]:
    """Each run laid of what may lie, with each run of the *side* that it meets."""
    whole = draft.side_length(laid)
    share = length / whole if whole else 1.0
    before, there = 0.0, [(run, draft.run_length(run)) for run in side]
    for run in laid:
        long = draft.run_length(run)
        starts = (at + (before + sample * long) * share for sample in _SAMPLES) if _may_lie(draft[run.panel]) else ()
        met: dict[_Copy, list[Pair]] = defaultdict(list)
        for sample, start in zip(_SAMPLES, starts, strict=False):
            place = _on(draft, there, start)
            if place is not None:
                met[place[0]].append((draft.point_along(run, sample * long), place[1]))
        for host, pairs in met.items():
            yield _Copy(run.panel, run.copy), host, _Contact(seam, pairs, whole - length, on, wrong)
        before += long


def _on(draft: Draft, side: Iterable[tuple[Run, float]], at: float) -> tuple[_Copy, Point] | None:
    """The copy and the point on it *at* mm along a side, of whose runs the lengths are known."""
    for run, long in side:
        if at <= long:
            return _Copy(run.panel, run.copy), draft.point_along(run, max(at, 0.0))
        at -= long
    return None


def _sewn(draft: Draft, laid: _Copy, hosts: dict[_Copy, list[_Contact]]) -> Lie | None:
    """On the face that it is sewn on to; else on that of whose edges it shares most, if it lies flat there."""
    faces = {host: each for host, each in hosts.items() if any(one.placed for one in each)}
    if faces:
        host = max(faces, key=lambda each: sum(len(one.pairs) for one in faces[each] if one.placed))
        return _fitted(draft, laid, host, faces[host])
    along = _along_a_wall(draft[laid.panel])
    beside = {host: [one for one in each if one.wrong or along] for host, each in hosts.items()}
    flat = (_fitted(draft, laid, host, each) for host, each in beside.items() if each)
    lying = [each for each in flat if each.form is Form.FLAT]
    return max(lying, key=lambda each: _shared(hosts[_Copy(each.on, each.on_copy)]), default=None)


def _shared(contacts: Iterable[_Contact]) -> int:
    return sum(len(each.pairs) for each in contacts)


def _fitted(draft: Draft, laid: _Copy, host: _Copy, contacts: list[_Contact]) -> Lie:
    placed, missed = rigid([pair for each in contacts for pair in each.pairs])
    fits = missed <= FLAT_TO
    form = _held(contacts) if fits else _loose(laid, contacts)
    wrong = all(each.wrong for each in contacts) or _is_behind(draft[host.panel], laid.panel)
    seams = tuple(dict.fromkeys(each.seam.id for each in contacts))
    return Lie(*laid, *host, wrong, form, placed if fits else None, seams)


def _held(contacts: list[_Contact]) -> Form:
    """Of what fits: places on one straight line leave open how it stands there."""
    places = [place for each in contacts for _, place in each.pairs]
    along = max((each - places[0] for each in places), key=abs)
    aside = max(abs(cross(along, each - places[0])) for each in places)
    return Form.HINGED if aside <= FLAT_TO * abs(along) else Form.FLAT


def _loose(laid: _Copy, contacts: list[_Contact]) -> Form:
    """Of what does not fit: it has folds if it is longer than its place, or is caught in its own seam."""
    longer = any(each.longer > FLAT_TO for each in contacts)
    caught = (run for each in contacts if each.placed for one in each.seam.caught for run in one.runs)
    folded = any(run.panel == laid.panel for run in caught)
    return Form.PLEATED if longer or folded else Form.BENT


def _is_behind(host: Panel, laid: str) -> bool:
    return any(line.behind for line in host.lines if line.holds == laid)


# what is marked -------------------------------------------------------------------------------------------------------


def _marked(draft: Draft, panel: Panel) -> Iterator[Lie]:
    """What no seam holds, in the places that are marked for it, one copy after the other.

    An open line round three of its sides is its place only if it is of the panel's size.
    """
    marked = [(host, line, _congruent(panel, line.path)) for host, line in _held_by(draft, panel)]
    places = [each for each in marked if each[1].closed or each[2] is not None]
    for copy, (host, line, placed) in enumerate(places[: panel.count], start=1):
        yield Lie(panel.id, copy, host.id, 1, line.behind, Form.LOOSE if placed is None else Form.FLAT, placed)


def _held_by(draft: Draft, panel: Panel) -> Iterator[tuple[Panel, Line]]:
    return ((host, line) for host in draft.panels for line in host.lines if line.holds == panel.id)


def _congruent(panel: Panel, place: Path) -> Placement | None:
    """The move that lays the panel on its place, if that is of its size: both are drawn one way up."""
    ends = () if abs(place.end - place.start) <= SAME else (line_path(place.end, place.start),)
    place = joined((place, *ends))
    (left, low, right, high), its = panel.stitching_line.bounds, place.bounds
    move = complex(its[0] + its[2] - left - right, its[1] + its[3] - low - high) / 2
    sizes = (right - left, high - low), (its[2] - its[0], its[3] - its[1])
    alike = all(abs(one - other) <= FLAT_TO for one, other in zip(*sizes, strict=True))
    filled = abs(areas.area(panel.stitching_line) - areas.area(place)) <= FLAT_TO * place.length
    return Placement(move) if alike and filled else None
