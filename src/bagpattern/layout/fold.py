"""Cloth folded lengthwise: pairs are cut through both layers at once, the rest from one layer behind the fold.

The plan is told for the cloth opened out, so that it is judged, drawn and written like every other: the second of each
pair lies as the mirror image of the first, on the other side of the fold.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import shapely

from bagpattern.layout.blanks import Blank, Spot, polygon, without
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.judge import faults
from bagpattern.layout.lay import Lay, first_plan, least_length
from bagpattern.layout.skyline import spot
from bagpattern.values import replace

_SAME_SHAPE = 1.0
"""mm2 by which a shape may differ from its mirror image: flattened curves."""


class Pair(NamedTuple):
    """Two blanks, by their places in the list, of which so many are each other's mirror image."""

    first: int
    second: int
    times: int


def folded_plan(cut: tuple[Blank, ...], on: Cloth) -> Lay:
    """The first plan on folded cloth: what has a partner through both layers, then what has none."""
    doubled, single = _parted(cut, _pairs(cut, on))
    sections = [first_plan(doubled, _half(on))] if doubled else []
    sections += [first_plan(single, replace(on, folded=False))] if single else []
    return folded(cut, on, sections)


def folded(cut: tuple[Blank, ...], on: Cloth, sections: Sequence[Lay]) -> Lay:
    """The plan of a folded stretch with an open one behind it, as one plan of the opened cloth."""
    pairs = _pairs(cut, on)
    doubled, single = _parted(cut, pairs)
    fold = sections[0].length if doubled else 0.0
    spots = [each for one in (sections[0].spots if doubled else ()) for each in _both(one, pairs, cut, on)]
    if single:
        places = [index for index, blank in enumerate(cut) if _left(index, blank, pairs)]
        start = fold + on.gap if doubled else 0.0
        spots += [Spot(places[each.blank], each.degrees, each.move + start) for each in sections[-1].spots]
    wrong = faults(cut, on, spots)
    if wrong:
        raise RuntimeError(f"no plan for folded {on.material}: {wrong}")
    length = max(fold, fold + on.gap + sections[-1].length) if doubled and single else sections[-1].length
    engine = " and ".join(dict.fromkeys(each.engine for each in sections))
    return Lay(on, cut, tuple(spots), length, least_length(cut, on), engine, fold, tuple(sections))


def _half(on: Cloth) -> Cloth:
    """One layer of the folded cloth; half a gap stays free along the fold."""
    return replace(on, width=on.width / 2 + on.selvedge - on.gap / 2, folded=False)


def _pairs(cut: Sequence[Blank], on: Cloth) -> tuple[Pair, ...]:
    """Copies with a mirrored partner, and equal copies of a symmetric shape, if they fit on half the width."""
    usable = _half(on).usable
    found = []
    for index, blank in enumerate(cut):
        if blank.mirrored or min(blank.size(turn).across for turn in on.turns) > usable:
            continue
        partner = next((i for i, other in enumerate(cut) if other.mirrored and other.piece == blank.piece), None)
        if partner is not None:
            found.append(Pair(index, partner, min(len(blank.copies), len(cut[partner].copies))))
        elif len(blank.copies) > 1 and _symmetric(blank):
            found.append(Pair(index, index, len(blank.copies) // 2))
    return tuple(found)


def _symmetric(blank: Blank) -> bool:
    image = blank.points.conj() + 1j * blank.size().across
    difference = shapely.symmetric_difference(polygon(blank.points), polygon(image))
    return bool(shapely.area(difference) < _SAME_SHAPE)


def _parted(cut: Sequence[Blank], pairs: Sequence[Pair]) -> tuple[tuple[Blank, ...], tuple[Blank, ...]]:
    """What is cut through both layers, once for each pair, and what is cut from one."""
    doubled = tuple(replace(cut[pair.first], copies=cut[pair.first].copies[: pair.times]) for pair in pairs)
    rest = (without(blank, _gone(index, blank, pairs)) for index, blank in enumerate(cut))
    return doubled, tuple(blank for blank in rest if blank.copies)


def _gone(index: int, blank: Blank, pairs: Sequence[Pair]) -> tuple[int, ...]:
    taken = sum(pair.times * ((pair.first == index) + (pair.second == index)) for pair in pairs)
    return blank.copies[:taken]


def _left(index: int, blank: Blank, pairs: Sequence[Pair]) -> bool:
    return len(blank.copies) > len(_gone(index, blank, pairs))


def _both(one: Spot, pairs: Sequence[Pair], cut: Sequence[Blank], on: Cloth) -> tuple[Spot, Spot]:
    """The copy in the layer that is seen, and its partner on the other side of the fold."""
    pair = pairs[one.blank]
    first = Spot(pair.first, one.degrees, one.move)
    ring = cut[pair.first].turned(one.degrees) + one.move
    image = ring.conj() + 1j * on.width
    degrees = -one.degrees % 360.0
    corner = complex(float(image.real.min()), float(image.imag.min()))
    return first, spot(cut[pair.second], pair.second, degrees, corner)
