"""A stash: finite pieces of cloth. Does the bag come out of what there is, and what is left over?

Whole rectangles are filled by the packer; offcuts of any shape, hides and cloth with flaws by a grid of free cells, on
which a piece's bounding box may only lie where every cell below it is sound.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import shapely

from bagpattern.layout.blanks import Blank, Size, Spot, polygon
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.lay import Lay
from bagpattern.layout.skyline import filled, spot
from bagpattern.values import replace, value

_CELL = 4.0
"""mm: side of a grid cell. Finer cells waste less and take longer."""


@value
class Offcut:
    """A piece of cloth: its outline in mm, x along the grain, and the places in it that must not be used."""

    name: str
    material: str
    outline: tuple[complex, ...]
    flaws: tuple[tuple[complex, float], ...] = ()
    """Centre and radius in mm of each."""

    @property
    def size(self) -> tuple[float, float]:
        """mm along and across the grain."""
        xs, ys = [p.real for p in self.outline], [p.imag for p in self.outline]
        return max(xs) - min(xs), max(ys) - min(ys)

    @property
    def corner(self) -> complex:
        """The corner of the rectangle round it."""
        return complex(min(p.real for p in self.outline), min(p.imag for p in self.outline))

    @property
    def sound(self) -> Any:
        """The area that can be used."""
        area = polygon(np.array(self.outline))
        for centre, radius in self.flaws:
            area = area.difference(shapely.Point(centre.real, centre.imag).buffer(radius))
        return area

    @property
    def plain(self) -> bool:
        """Whether it is a whole rectangle."""
        long, wide = self.size
        return not self.flaws and abs(float(shapely.area(polygon(np.array(self.outline)))) - long * wide) < 1.0


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


def out_of(stash: Sequence[Offcut], cut: tuple[Blank, ...], on: Cloth) -> Outcome:
    """The pieces laid on the offcuts, the smallest first, so that large ones stay whole; or the largest first, where
    that leaves less without room.
    """
    order = sorted(stash, key=lambda each: (shapely.area(each.sound), each.name))
    small_first = _filled_up(order, cut, on)
    if not small_first.missing or len(order) < 2:
        return small_first
    large_first = _filled_up(order[::-1], cut, on)
    return min(small_first, large_first, key=lambda outcome: sum(blank.area for blank in outcome.missing))


def _filled_up(stash: Sequence[Offcut], cut: tuple[Blank, ...], on: Cloth) -> Outcome:
    """The offcuts filled one after the other, the largest piece first."""
    waiting = [index for index, blank in enumerate(cut) for _ in blank.copies]
    waiting.sort(key=lambda index: (-cut[index].area, index))
    filled = []
    for offcut in stash:
        spots = tuple(_packed(offcut, cut, waiting, on) if offcut.plain else _on_grid(offcut, cut, waiting, on))
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
    sound = shapely.buffer(filled.offcut.sound, 0.02)
    areas = [polygon(cut[each.blank].turned(each.degrees) + each.move) for each in filled.spots]
    found = [
        f"{cut[s.blank].piece} lies off the cloth"
        for s, a in zip(filled.spots, areas, strict=True)
        if not sound.covers(a)
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


def _on_grid(offcut: Offcut, cut: Sequence[Blank], waiting: Sequence[int], on: Cloth) -> Iterator[Spot]:
    """Each piece, the largest first, at the first place along the cloth whose cells are all free."""
    corner = offcut.corner
    free = _cells(offcut, corner)
    turns = [turn for turn in on.turns if turn < 180]
    for index in waiting:
        for turn in turns:
            size = cut[index].size(turn)
            long, wide = (math.ceil((side + on.gap) / _CELL) for side in size)
            place = _first_free(free, long, wide)
            if place is not None:
                free[place[0] : place[0] + long, place[1] : place[1] + wide] = False
                yield spot(cut[index], index, turn, corner + complex(*place) * _CELL)
                break


def _cells(offcut: Offcut, corner: complex) -> Any:
    """Which cells lie wholly on sound cloth."""
    long, wide = (int(side / _CELL) for side in offcut.size)
    along, across = np.indices((max(long, 1), max(wide, 1)))
    left, bottom = corner.real + along * _CELL, corner.imag + across * _CELL
    sound = offcut.sound
    shapely.prepare(sound)
    return shapely.covers(sound, shapely.box(left, bottom, left + _CELL, bottom + _CELL))


def _first_free(free: Any, long: int, wide: int) -> tuple[int, int] | None:
    """The first corner of so many free cells, along the cloth, then across it: sums over blocks, all at once."""
    if long > free.shape[0] or wide > free.shape[1]:
        return None
    sums = np.pad(np.cumsum(np.cumsum(~free, axis=0), axis=1), ((1, 0), (1, 0)))
    taken = sums[long:, wide:] - sums[:-long, wide:] - sums[long:, :-wide] + sums[:-long, :-wide]
    found = np.argwhere(taken == 0)
    return (int(found[0][0]), int(found[0][1])) if len(found) else None
