"""Cloth folded lengthwise: pairs are cut through both layers at once, single pieces that are symmetric on the fold, and
the rest from one layer behind it.

The plan is told for the cloth opened out, so that it is judged, drawn and written like every other: the second of each
pair lies as the mirror image of the first, on the other side of the fold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bagpattern.layout.blanks import Blank, Size, Spot
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.judge import faults, length_of
from bagpattern.layout.lay import Lay, Share, first_plan, least_length
from bagpattern.layout.skyline import ENGINE, Boxed, filled, spot
from bagpattern.values import replace

_TRIED = 6
"""So many of the longest symmetric pieces are tried on the fold: each trial is a plan of its own."""


class Pair(NamedTuple):
    """Two blanks, by their places in the list, of which so many are each other's mirror image."""

    first: int
    second: int
    times: int


def folded_plan(cut: tuple[Blank, ...], on: Cloth) -> Lay:
    """The first plan on folded cloth: the shortest of those with none, one, or more single pieces on the fold."""
    pairs = pairs_of(cut, on)
    single = _symmetric_singles(cut, pairs, on)[:_TRIED]
    plans = [_plan(cut, on, pairs, single[:number]) for number in range(len(single) + 1)]
    return min(plans, key=lambda plan: plan.length)


def refolded(lay: Lay, plans: Sequence[Lay]) -> Lay:
    """A folded plan with other plans of its stretches."""
    stretches = [replace(each, plan=plan) for each, plan in zip(lay.sections, plans, strict=True)]
    return composed(lay.blanks, lay.cloth, stretches)


def composed(cut: tuple[Blank, ...], on: Cloth, stretches: Sequence[Share]) -> Lay:
    """The plan of some stretches behind each other, as one plan of the opened cloth."""
    spots: list[Spot] = []
    start = end = fold = 0.0
    for each in stretches:
        spots += [at._replace(move=at.move + start) for at in _opened(each, cut, on)]
        end = start + each.plan.length
        fold = end if each.doubled else fold
        start = end + on.gap
    wrong = faults(cut, replace(on, table=0.0), spots)
    if wrong:
        raise RuntimeError(f"no plan for folded {on.material}: {wrong}")
    engine = " and ".join(dict.fromkeys(each.plan.engine for each in stretches))
    return Lay(on, cut, tuple(spots), end, least_length(cut, on), engine, fold, tuple(stretches))


def _opened(stretch: Share, cut: Sequence[Blank], on: Cloth) -> Iterator[Spot]:
    """The spots of a stretch by the whole list: those in the layer that is seen, and their partners."""
    for each in stretch.plan.spots:
        first = Spot(stretch.places[each.blank], each.degrees, each.move)
        yield first
        if stretch.partners:
            yield _partner(first, stretch.partners[each.blank], cut, on)


def _partner(first: Spot, second: int, cut: Sequence[Blank], on: Cloth) -> Spot:
    """The copy on the other side of the fold."""
    ring = cut[first.blank].turned(first.degrees) + first.move
    image = ring.conj() + 1j * on.width
    return spot(cut[second], second, -first.degrees % 360.0, complex(image.real.min(), image.imag.min()))


def _plan(cut: tuple[Blank, ...], on: Cloth, pairs: Sequence[Pair], single: Sequence[int]) -> Lay:
    """The plan with these blanks on the fold and pairs beside them, then pairs, then what lies in one layer."""
    waiting = [pair.times for pair in pairs]
    left = {index: _left(index, cut, pairs) for index in range(len(cut))}
    stretches = [_on_the_fold(cut, on, pairs, waiting, [n for n in single for _ in range(left[n])])] if single else []
    doubled = {pair.first: times for pair, times in zip(pairs, waiting, strict=True) if times}
    if doubled:
        partners = tuple(pair.second for pair, times in zip(pairs, waiting, strict=True) if times)
        stretches.append(Share(first_plan(_some(cut, doubled), half(on)), tuple(doubled), partners))
    rest = {index: count for index, count in left.items() if count and index not in single}
    if rest:
        stretches.append(Share(first_plan(_some(cut, rest), replace(on, folded=False)), tuple(rest)))
    return composed(cut, on, stretches)


def _some(cut: Sequence[Blank], counts: Mapping[int, int]) -> tuple[Blank, ...]:
    """So many copies of each of some blanks, by their places in the list."""
    return tuple(replace(cut[index], copies=cut[index].copies[:count]) for index, count in counts.items())


def half(on: Cloth) -> Cloth:
    """One layer of the folded cloth; half a gap stays free along the fold."""
    return replace(on, width=on.width / 2 + on.selvedge - on.gap / 2, folded=False)


def pairs_of(cut: Sequence[Blank], on: Cloth) -> tuple[Pair, ...]:
    """Copies with a mirrored partner, and equal copies of a symmetric shape, if they fit on half the width."""
    usable = half(on).usable
    found = []
    for index, blank in enumerate(cut):
        if blank.mirrored or min(blank.size(turn).across for turn in on.turns) > usable:
            continue
        partner = next((i for i, other in enumerate(cut) if other.mirrored and other.piece == blank.piece), None)
        if partner is not None:
            found.append(Pair(index, partner, min(len(blank.copies), len(cut[partner].copies))))
        elif len(blank.copies) > 1 and blank.symmetric:
            found.append(Pair(index, index, len(blank.copies) // 2))
    return tuple(found)


def _left(index: int, cut: Sequence[Blank], pairs: Sequence[Pair]) -> int:
    """How many copies of a blank have no partner."""
    taken = sum(pair.times * ((pair.first == index) + (pair.second == index)) for pair in pairs)
    return len(cut[index].copies) - taken


# on the fold ----------------------------------------------------------------------------------------------------------


def _symmetric_singles(cut: Sequence[Blank], pairs: Sequence[Pair], on: Cloth) -> list[int]:
    """Blanks with copies that have no partner, and that can be cut on the fold; the longest first."""
    found = [
        index
        for index, blank in enumerate(cut)
        if _left(index, cut, pairs) and blank.size().across <= on.usable + 1e-6 and blank.symmetric
    ]
    return sorted(found, key=lambda index: (-cut[index].size().along, index))


def _on_the_fold(
    cut: tuple[Blank, ...], on: Cloth, pairs: Sequence[Pair], waiting: list[int], row: Sequence[int]
) -> Share:
    """Single pieces in a row along the fold, and as many pairs between them and the selvedge as there is room for.

    Takes what it lays from *waiting*: how many of each pair are still to be laid.
    """
    spots, start = [], 0.0
    for index in row:
        size = cut[index].size()
        spots.append(spot(cut[index], index, 0.0, complex(start, (on.width - size.across) / 2)))
        start += size.along + on.gap
    for number, at in _beside([cut[index].size() for index in row], cut, on, pairs, waiting):
        spots += [at, _partner(at, pairs[number].second, cut, on)]
        waiting[number] -= 1
    counts = Counter(each.blank for each in spots)
    places = {index: order for order, index in enumerate(counts)}
    laid = tuple(each._replace(blank=places[each.blank]) for each in spots)
    some = _some(cut, counts)
    length = length_of(some, laid)
    plan = Lay(replace(on, folded=False), some, laid, length, least_length(some, on), ENGINE)
    return Share(plan, tuple(counts), settled=True)


def _beside(
    row: Sequence[Size], cut: Sequence[Blank], on: Cloth, pairs: Sequence[Pair], waiting: Sequence[int]
) -> list[tuple[int, Spot]]:
    """Pairs in the room that a row on the fold leaves: below each piece by itself, or below all of them, as it is less
    or more broken. What covers most is taken."""
    boxes = [number for number, times in enumerate(waiting) for _ in range(times)]
    sizes = [cut[pairs[number].first].size() for number in boxes]
    over = any(turn % 180 for turn in on.turns)
    best: list[tuple[int, Spot]] = []
    for bins, starts in (_rooms([[size] for size in row], on), _rooms([row], on)):
        found = [
            (boxes[each.box], _beside_at(each, cut, on, pairs[boxes[each.box]].first, starts[each.bin]))
            for each in filled(bins, sizes, on.gap, over)
        ]
        best = max(best, found, key=lambda spots: sum(cut[at.blank].area for _, at in spots))
    return best


def _rooms(groups: Sequence[Sequence[Size]], on: Cloth) -> tuple[list[Size], list[float]]:
    """The room beside each group of a row, and where along the cloth it begins."""
    rooms, starts, start = [], [], 0.0
    for group in groups:
        along = sum(size.along for size in group) + on.gap * (len(group) - 1)
        rooms.append(
            Size(along, max(on.width / 2 - max(size.across for size in group) / 2 - on.gap - on.selvedge, 0.0))
        )
        starts.append(start)
        start += along + on.gap
    return rooms, starts


def _beside_at(box: Boxed, cut: Sequence[Blank], on: Cloth, index: int, start: float) -> Spot:
    return spot(cut[index], index, 90.0 if box.over else 0.0, box.corner + complex(start, on.selvedge))
