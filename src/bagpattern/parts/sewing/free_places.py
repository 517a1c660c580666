"""Places on a seam where a tab can be caught: clear of joins, zips, the tops of pockets and other tabs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bagpattern.geometry.points import SAME
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Role
from bagpattern.model.seam import Seam, SeamKind
from bagpattern.parts.part import BagPart, parts_of, refused
from bagpattern.parts.sewing.clearing import STEP, up_from
from bagpattern.parts.sewing.joinery import place_on
from bagpattern.proposals import at_mark, tellable
from bagpattern.said import Length, Name, Said
from bagpattern.values import value
from bagpattern.words import form, words

CLEAR = 15.0
"""mm between bulky places: tabs, the joins of bands, the tops of pockets [construction 7.7, K]."""
_STEP = 1.0
_JOIN = words("the place where two seams meet")


BULK = 2.0
"""mm that a folded strap is wider than its hardware, at most."""


@value
class TabPlace:
    """Where a tab is caught: its middle, ``at`` mm along an edge of a panel."""

    panel: str
    edge: str
    at: float


Placing = Callable[[float], tuple[TabPlace, ...]]
"""The tabs' places for a value of the parameter that sets them; none where the bag has no such place."""


class Bulk(NamedTuple):
    """What lies in a seam, from ``low`` to ``high`` mm along it."""

    low: float
    high: float
    name: Said
    strap: str = ""
    """The id of the strap or tab that it is."""
    part: bool = False
    """Whether it comes of a part that a maker puts on the bag where she likes."""


def across_at(bag: Draft, face: str, edge: str, x: float) -> TabPlace | None:
    """The place on an edge of a face, or of its parts, *x* mm from the left; None when it is not there."""
    return _only(bag, face, edge, complex(x, 0), 1j)


def up_at(bag: Draft, face: str, edge: str, y: float) -> TabPlace | None:
    """The place on an edge of a face, or of its parts, *y* mm above the base; None when it is not there."""
    return _only(bag, face, edge, complex(0, y), 1 + 0j)


def _only(bag: Draft, face: str, edge: str, through: complex, along: complex) -> TabPlace | None:
    found = [
        TabPlace(panel.id, edge, at)
        for panel in parts_of(bag, face)
        if panel.has_edge(edge)
        for at in panel.edge(edge).path.crossings(through, along)
    ]
    return found[0] if len(found) == 1 else None


def is_free(bag: Draft, places: Sequence[TabPlace], half: float) -> bool:
    """Whether tabs *half* mm wide on either side of these places lie clear; not so when there is no place."""
    return bool(places) and not any(_in_the_way(bag, place, half) for place in places)


def checked_places(
    bag: Draft, at: Placing, value: float, half: float, of: BagPart, key: str, most: float
) -> tuple[TabPlace, ...]:
    """The places that *value* of the parameter *key* of a part gives.

    Raises InputError, with the nearest value up to *most* that it may have and that is free, when something is in the
    way there.
    """
    places = at(value)
    reasons = [reason for place in places if (reason := _in_the_way(bag, place, half))]
    if places and not reasons:
        return places

    def nearest(half: float) -> float | None:
        return _nearest(tellable(of, key, lambda each: is_free(bag, at(each), half)), value, most)

    near = nearest(half)
    free = form("the nearest free place is at {near}")
    advice = _narrower(nearest, half) if near is None else at_mark(words(free, near=Length(near)), near)
    fault = words("is too near to {reason}", reason=reasons[0]) if reasons else words("is off that side of the back")
    raise refused(key, words("a tab at {value} {fault}: {advice}", value=Length(value), fault=fault, advice=advice))


def _narrower(nearest: Callable[[float], float | None], half: float) -> Said:
    """How much narrower a tab would have to be for a free place, and where that is."""
    for less in up_from(STEP, 2 * half - STEP):
        near = nearest(half - less / 2)
        if near is not None:
            room = form("there is room for one that is {less} narrower, at {near}")
            return words(room, less=Length(less), near=Length(near))
    return words("no place is free: choose another edge, or take it out")


def _nearest(is_good: Callable[[float], bool], value: float, most: float) -> float | None:
    """The good value nearest to *value*, in steps of a millimetre from 0 to *most*."""
    start = round(value)
    for step in range(1, int(max(most, start)) + 1):
        for each in (start - step * _STEP, start + step * _STEP):
            if 0 < each <= most and is_good(each):
                return each
    return None


def _in_the_way(bag: Draft, place: TabPlace, half: float) -> Said | None:
    """What a tab would lie on, or too near to; None when its place is free."""
    found = place_on(bag, place.panel, place.edge, place.at - half, place.at + half)
    if found is None:
        return _JOIN
    if found.seam.kind is SeamKind.ZIP:
        return words("the zip")
    near = (each for each in bulks(bag, found.seam) if found.low - CLEAR < each.high and each.low < found.high + CLEAR)
    return next((each.name for each in near), None)


def bulks(bag: Draft, seam: Seam) -> Iterator[Bulk]:
    """Everything bulky in a seam: its ends, the joints of its panels, and the ends of what is caught in it."""
    length = bag.side_length(seam.a)
    yield from (Bulk(at, at, _JOIN) for at in (0.0, length))
    for side in (seam.a, seam.b):
        at, eased = 0.0, length / bag.side_length(side)
        for before, after in pairwise(side):
            at += bag.run_length(before) * eased
            if before.panel != after.panel and not _halves(bag, before.panel, after.panel):
                yield Bulk(
                    at,
                    at,
                    words(
                        "the line that divides the {panel} from the {after}",
                        panel=Name(before.panel),
                        after=Name(after.panel),
                    ),
                    part=True,
                )
    for caught in seam.caught:
        owner, low = bag[caught.runs[0].panel], caught.at
        high = low + bag.side_length(caught.runs) - caught.ease
        if owner.role is Role.STRAP:
            yield Bulk(low, high, words("the {strap}", strap=owner.title.lower()), owner.id, part=True)
        elif owner.role is not Role.LINING:  # which ends where the panel that it lies behind does
            edge = words("the edge of the {piece}", piece=owner.title.lower())
            part = owner.role is Role.POCKET
            yield from (Bulk(x, x, edge, part=part) for x in (low, high) if _inside(x, length))


def _halves(bag: Draft, one: str, other: str) -> bool:
    """Whether a zip lies between two panels: their edges are folded back there, and the tape is thin."""
    zips = (seam for seam in bag.seams if seam.kind is SeamKind.ZIP)
    return any({run.panel for run in (*seam.a, *seam.b)} == {one, other} for seam in zips)


def _inside(at: float, length: float) -> bool:
    """Whether a place is not an end of the seam, which is told by itself."""
    return SAME < at < length - SAME
