"""A stash: finite pieces of cloth. Does the bag come out of what there is, and what is left over?

Whole rectangles are filled by the packer; offcuts of any shape, hides and cloth with flaws piece by piece, by true
shapes (``shaped``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import shapely

from bagpattern.layout.blanks import Blank, Grade, Size, Spot, polygon
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.lay import Lay
from bagpattern.layout.offcut import Offcut
from bagpattern.layout.shaped import by_shape
from bagpattern.layout.skyline import filled, spot
from bagpattern.values import replace, value


@value
class Filled:
    """What is cut from one offcut; ``left`` mm2 of it stay over."""

    offcut: Offcut
    spots: tuple[Spot, ...]
    left: float


@value
class Outcome:
    """How a material comes out of a stash: what is filled, and what finds no room (blanks, once for each copy)."""

    blanks: tuple[Blank, ...]
    filled: tuple[Filled, ...]
    missing: tuple[Blank, ...]


Order = Callable[[Blank], float]
"""What is cut first: the least."""


_GRADES = (*Grade,)


def _largest(blank: Blank) -> float:
    return -blank.area


def _longest(blank: Blank) -> float:
    return -max(blank.size())


ORDERS: tuple[Order, ...] = (_largest, _longest)
"""Large pieces first; or long ones, which find room on a hide along its back alone [K]."""


def out_of(
    stash: Sequence[Offcut],
    cut: tuple[Blank, ...],
    on: Cloth,
    orders: Sequence[Order] = ORDERS,
    turns: Sequence[float] = (),
) -> Outcome:
    """The pieces laid on the offcuts, the smallest first, so that large ones stay whole; or the largest first, or in
    another of some *orders* of the pieces, where that leaves less without room.

    Pieces lie in the cloth's turns, or in these *turns* where they may lie at any angle.
    """
    offcuts = sorted(stash, key=lambda each: (shapely.area(each.sound), each.name))
    best: Outcome | None = None
    for order in orders:
        for ranked in (offcuts, offcuts[::-1])[: len(offcuts)] or (offcuts,):
            found = _filled_up(ranked, cut, on, order, turns)
            if best is None or lacking(found) < lacking(best) - 1.0:
                best = found
            if not best.missing:
                return best
    assert best is not None
    return best


def lacking(outcome: Outcome) -> float:
    """mm2 of what finds no room."""
    return sum(blank.area for blank in outcome.missing)


def _filled_up(
    stash: Sequence[Offcut], cut: tuple[Blank, ...], on: Cloth, order: Order, turns: Sequence[float]
) -> Outcome:
    """The offcuts filled one after the other, in that order of the pieces."""
    waiting = [index for index, blank in enumerate(cut) for _ in blank.copies]
    zoned = any(each.zones for each in stash)  # what may lie in few places is laid first
    waiting.sort(key=lambda index: (zoned and _GRADES.index(cut[index].grade), order(cut[index]), index))
    filled = []
    for offcut in stash:
        spots = tuple(
            _packed(offcut, cut, waiting, on) if offcut.plain else by_shape(offcut, cut, waiting, on, turns or on.turns)
        )
        for each in spots:
            waiting.remove(each.blank)
        used = sum(cut[each.blank].area for each in spots)
        filled.append(Filled(offcut, spots, float(shapely.area(offcut.sound)) - used))
    return Outcome(cut, tuple(filled), tuple(cut[index] for index in waiting))


def as_lay(filled: Filled, cut: Sequence[Blank], on: Cloth) -> Lay:
    """What is cut from an offcut as a plan of the rectangle round it, to be drawn."""
    counts = Counter(each.blank for each in filled.spots)
    places = {index: order for order, index in enumerate(sorted(counts))}
    some = tuple(replace(cut[index], copies=cut[index].copies[: counts[index]]) for index in places)
    corner, (long, wide) = filled.offcut.corner, filled.offcut.size
    spots = tuple(each._replace(blank=places[each.blank], move=each.move - corner) for each in filled.spots)
    cloth = replace(on, width=wide, selvedge=0.0, folded=False, table=0.0)
    return Lay(cloth, some, spots, long, 0.0, "")


def faults_of(filled: Filled, cut: Sequence[Blank], on: Cloth) -> list[str]:
    """What is wrong with a filled offcut: pieces off its sound area, against the grain, or over each other."""
    sound = {grade: shapely.buffer(filled.offcut.area_for(grade), 0.02) for grade in Grade}
    areas = [polygon(cut[each.blank].turned(each.degrees) + each.move) for each in filled.spots]
    found = [
        f"{cut[s.blank].piece} lies off the cloth"
        for s, a in zip(filled.spots, areas, strict=True)
        if not sound[cut[s.blank].grade].covers(a)
    ]
    found += [f"{cut[s.blank].piece} lies against the grain" for s in filled.spots if not on.allows(s.degrees)]
    pairs = ((one, other) for index, one in enumerate(areas) for other in areas[:index])
    return found + ["two pieces overlap" for one, other in pairs if shapely.area(one.intersection(other)) > 0.4]


def _packed(offcut: Offcut, cut: Sequence[Blank], waiting: Sequence[int], on: Cloth) -> Iterator[Spot]:
    """As many pieces as the packer gets into a rectangle; the largest are offered first."""
    boxes = [cut[index].size() for index in waiting]
    over = any(turn % 180 for turn in on.turns)
    for each in filled([Size(*offcut.size)], boxes, on.gap, over):
        index = waiting[each.box]
        yield spot(cut[index], index, 90.0 if each.over else 0.0, offcut.corner + each.corner)
