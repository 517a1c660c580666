"""The first plan: bounding boxes laid against a skyline, by every heuristic that is worth its time; always the same."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from bagpattern.layout.blanks import Blank, Size, Spot
from bagpattern.layout.cloth import Cloth

_UNITS = 1_000_000  # the packer counts whole nanometres: an exact fit of many pieces stays one
_ENDLESS = 10**15
_SPARE = 0.01  # mm: three thirds of the width, each rounded up, still are the width
ENGINE = "rectpack"
_WORK = 250
"""Boxes laid in all: about 0.1 s. A bag gets all heuristics, a batch of bags the best two."""


def skyline(blanks: Sequence[Blank], cloth: Cloth) -> Iterator[tuple[Spot, ...]]:
    """Plans of *blanks* on *cloth*, each by another heuristic, the most promising first."""
    boxes = [(index, blank.size()) for index, blank in enumerate(blanks) for _ in blank.copies]
    for number, (pack, sort) in enumerate(_heuristics()):
        if number >= 2 and number * len(boxes) > _WORK:
            return
        yield tuple(_packed(boxes, blanks, cloth, pack, sort))


def _heuristics() -> Iterator[tuple[Any, Any]]:
    """Ways to choose a place, with ways to choose the next box: what won most often among bags stands first.

    Of 30 pairs tried on 40 plans of shipped bags, one of these five was always as short as the best.
    """
    import rectpack as r  # 10 ms that only a plan needs

    yield from ((r.MaxRectsBl, sort) for sort in (by_length, r.SORT_AREA, r.SORT_SSIDE, r.SORT_PERI))
    yield r.SkylineMwfl, r.SORT_PERI


def by_length(boxes: Any) -> list[Any]:
    """The boxes, the longest along the cloth first."""
    return sorted(boxes, key=lambda box: (-box[1], -box[0]))


def _packed(boxes: Any, blanks: Sequence[Blank], cloth: Cloth, pack: Any, sort: Any) -> Iterator[Spot]:
    """Each box's spot. The packer's x is across the cloth, its y along it: it fills from y = 0."""
    from rectpack import PackingMode, newPacker

    turns_over = any(turn % 180 for turn in cloth.turns)
    packer = newPacker(mode=PackingMode.Offline, pack_algo=pack, sort_algo=sort, rotation=turns_over)
    packer.add_bin(_down(cloth.usable + cloth.gap + _SPARE), _ENDLESS)
    for number, (_, size) in enumerate(boxes):
        packer.add_rect(_up(size.across + cloth.gap), _up(size.along + cloth.gap), rid=number)
    packer.pack()
    for _, x, y, width, _, number in packer.rect_list():
        index, size = boxes[number]
        over = turns_over and width != _up(size.across + cloth.gap)
        yield spot(blanks[index], index, 90.0 if over else 0.0, complex(y / _UNITS, x / _UNITS + cloth.selvedge))


class Boxed(NamedTuple):
    """A box in a bin, by their numbers; ``over`` if it lies on its side; its corner in mm from the bin's."""

    bin: int
    box: int
    over: bool
    corner: complex


def filled(bins: Sequence[Size], boxes: Sequence[Size], gap: float, over: bool, sort: Any = None) -> Iterator[Boxed]:
    """As many boxes as go into finite bins, a bin being begun when those before it have no room.

    *over* says whether boxes may be laid on their sides; *sort* is the order in which they are taken.
    """
    from rectpack import MaxRectsBl, PackingBin, PackingMode, newPacker

    packer = newPacker(
        mode=PackingMode.Offline,
        bin_algo=PackingBin.BFF,
        pack_algo=MaxRectsBl,
        sort_algo=sort or by_length,
        rotation=over,
    )
    for number, size in enumerate(bins):
        packer.add_bin(_down(size.across + gap + _SPARE), _down(size.along + gap + _SPARE), bid=number)
    for number, size in enumerate(boxes):
        packer.add_rect(_up(size.across + gap), _up(size.along + gap), rid=number)
    packer.pack()
    for each in packer:
        for rect in each:
            aside = over and rect.width != _up(boxes[rect.rid].across + gap)
            yield Boxed(each.bid, rect.rid, aside, complex(rect.y, rect.x) / _UNITS)


def spot(blank: Blank, index: int, degrees: float, corner: complex) -> Spot:
    """The spot at which the turned blank's box has its corner there."""
    points = blank.turned(degrees)
    return Spot(index, degrees, corner - complex(float(points.real.min()), float(points.imag.min())))


def _up(millimetres: float) -> int:
    return math.ceil(millimetres * _UNITS - 0.01)


def _down(millimetres: float) -> int:
    return math.floor(millimetres * _UNITS + 0.01)
