"""Notches: matching marks on both sides of every marked seam, at the same stitched length [construction 7.8]."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate

from bagpattern.geometry.path import Path
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Notch, NotchKind
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import Caught, Seam
from bagpattern.parts.workshop import Workshop
from bagpattern.passes._places import Orbit, Rank, places
from bagpattern.passes.sides import Side, sides
from bagpattern.said import NOTHING, Said
from bagpattern.values import replace
from bagpattern.words import words

_ONE_NOTCH = 0.05
"""mm: two notches of one seam nearer than this are one."""
_THERE = 0.5
"""mm: as near as a hand marks."""
_SHARES = {0.5: words("centre"), 0.25: words("quarter"), 0.75: words("quarter")}
_MOST_TOGETHER = 8
"""Where one notch would bring more than this many others with it, through panels cut several times, it is left out."""


def notch(pattern: Pattern, shop: Workshop) -> Pattern:
    """*pattern* with notches on the panels of its draft, for every seam that is marked."""
    found: defaultdict[str, list[Notch]] = defaultdict(list)
    for seam in pattern.seams:
        put: defaultdict[tuple[str, str], list[Notch]] = defaultdict(list)
        for panel, each in seam_notches(pattern.draft, seam):
            if not any(abs(old.at - each.at) <= _ONE_NOTCH for old in put[panel, each.on]):
                put[panel, each.on].append(each)
        for (panel, _), notches in put.items():
            found[panel] += notches
    panels = (_notched(pattern.draft[key], notches) for key, notches in found.items())
    return replace(pattern, draft=pattern.draft.replacing(*panels))


def _notched(panel: Panel, notches: list[Notch]) -> Panel:
    """The panel with its notches, in order along its edges.

    An edge cut for the front and for the back alike can only have marks of one kind: single.
    """
    doubles = {each.on for each in notches if each.kind is NotchKind.DOUBLE}
    mixed = doubles & {each.on for each in notches if each.kind is NotchKind.SINGLE}
    new = (replace(each, kind=NotchKind.SINGLE) if each.on in mixed else each for each in notches)
    order = [*(edge.name for edge in panel.edges), *(line.name for line in panel.lines)]
    return replace(
        panel, notches=panel.notches + tuple(sorted(new, key=lambda each: (order.index(each.on), each.at, each.seam)))
    )


def seam_notches(draft: Draft, seam: Seam) -> Iterator[tuple[str, Notch]]:
    """The notches that one seam puts on panels: none for a seam that is not marked or cannot be measured."""
    both = sides(draft, seam) if seam.marked else None
    if both is None:
        return
    kind = NotchKind.DOUBLE if seam.double else NotchKind.SINGLE
    a, b = both
    for at, rank in places(draft, seam, a, b, _orbits(a, b)):
        held = _held(draft, seam, at)
        for side in both:
            run, on_edge = side.locate(at * side.length / a.length)
            title = _title(draft[run.panel].along(run.on).path, on_edge, rank)
            holds = _holds(draft, held, side, a.length) if held is not None else None
            if held is not None:
                title = draft[held.runs[0].panel].title.lower()
            yield run.panel, Notch(run.on, on_edge, kind, seam.id, title, holds)
        for caught in (each for each in seam.caught if each.marked):
            run, on_edge = Side(draft, caught.runs).locate(at - caught.at)
            yield run.panel, Notch(run.on, on_edge, kind, seam.id)


def _held(draft: Draft, seam: Seam, at: float) -> Caught | None:
    """What is caught in the seam and begins or ends at that place."""
    ends = ((each, each.at, each.at + draft.side_length(each.runs) - each.ease) for each in seam.caught)
    return next((each for each, *both in ends if any(abs(at - end) <= _THERE for end in both)), None)


def _holds(draft: Draft, held: Caught, side: Side, length: float) -> tuple[str, int, str] | None:
    """The panel, copy and edge that are caught, if both ends lie on one edge of the side; side a is *length* mm."""
    ends = (held.at, held.at + draft.side_length(held.runs) - held.ease)
    if not 0.0 <= ends[0] < ends[1] <= length:
        return None
    one, other = (side.locate(each * side.length / length)[0] for each in ends)
    if (one.panel, one.copy, one.on) != (other.panel, other.copy, other.on):
        return None
    return held.runs[0].panel, held.runs[0].copy, held.runs[0].on


def _title(path: Path, at: float, rank: Rank) -> Said:
    """What a place of an edge or a line is, as one sees it on the panel; nothing, where one sees nothing there."""
    for share, told in _SHARES.items():
        if abs(at - share * path.length) <= _THERE:
            return told
    if rank is Rank.JOIN:
        return words("join")
    ends = accumulate(each.length for each in path.segments[:-1])
    return words("curve end") if rank is Rank.CURVE_END and any(abs(at - end) <= _THERE for end in ends) else NOTHING


def _orbits(a: Side, b: Side) -> Orbit:
    """What gives the places, in mm along side a, that get a notch when one does.

    A panel cut twice carries each notch twice; when both copies are sewn by one seam, each needs its partner.
    """
    runs = (*a.runs, *b.runs)
    if len({(run.panel, run.on) for run in runs}) == len(runs):
        return lambda at: (at,)
    return lambda at: _orbit(a, b, at)


def _orbit(a: Side, b: Side, at: float) -> list[float]:
    found, waiting = [at], [at]
    while waiting and len(found) <= _MOST_TOGETHER:
        for place in _twins(a, b, waiting.pop()):
            if not any(abs(place - each) <= _ONE_NOTCH for each in found):
                found.append(place)
                waiting.append(place)
    return [] if waiting else found


def _twins(a: Side, b: Side, at: float) -> Iterator[float]:
    for side in (a, b):
        run, on_edge = side.locate(at * side.length / a.length)
        for seen in (a, b):
            yield from (place * a.length / seen.length for place in seen.places(run.panel, run.on, on_edge))
