"""What of a cloth is drawn in one: all of it, or stretches of it beside each other, cut where few pieces lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from bagpattern.geometry.place import Box, bounds_of
from bagpattern.layout.lay import Lay
from bagpattern.values import value

MOST = 5
"""Stretches that a plan is drawn in at most."""
_SLACK = 0.25
"""Of a stretch's length: how far a cut moves to spare a piece."""
_FREE = 0.2
"""Of the cloth's width: so much with nothing on it need not be drawn."""
_SHOWN = 30.0
"""mm of it that are."""
_TOUCHING = 0.5
"""mm that a piece may reach over a cut and still lie on one side of it."""


def whole(lay: Lay) -> Box:
    """All of the cloth, in mm: along the roll from the cut end, and across."""
    return 0.0, 0.0, lay.length, lay.cloth.width


@value
class Division:
    """A way to draw a cloth: its stretches in order, and how often a piece goes on from one to another."""

    boxes: tuple[Box, ...]
    crossings: int = 0


def divisions(lay: Lay) -> Iterator[Division]:
    """The ways to draw it: in one, without what is free of it, and each of these in stretches along or across."""
    pieces = _boxes(lay)
    for each in _drawn(lay, max(box[3] for box in pieces) + _SHOWN):
        yield Division((each,))
        for side, count in product((0, 1), range(2, MOST + 1)):
            boxes = _stretches(each, side, _cuts(pieces, each, side, count))
            yield Division(boxes, sum(max(sum(meet(piece, box) for box in boxes) - 1, 0) for piece in pieces))


def _drawn(lay: Lay, used: float) -> list[Box]:
    """All of it, and as far as it is used, where that is much less."""
    spared = not lay.fold and used < (1 - _FREE) * lay.cloth.width
    return [whole(lay), *([(0.0, 0.0, lay.length, used)] if spared else [])]


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    across = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return min(across) > _TOUCHING


def _boxes(lay: Lay) -> list[Box]:
    """What each copy reaches to."""
    return [bounds_of((lay.blanks[each.blank].turned(each.degrees) + each.move).tolist()) for each in lay.spots]


def _cuts(pieces: Sequence[Box], of: Box, side: int, count: int) -> list[float]:
    """Where to cut into so many stretches: near to even, through as few pieces as there."""
    start, end = of[side], of[side + 2]
    length = (end - start) / count
    inner = (_cut(pieces, start + number * length, length * _SLACK, side) for number in range(1, count))
    return [start, *inner, end]


def _cut(pieces: Sequence[Box], even: float, slack: float, side: int) -> float:
    ends = [box[at] for box in pieces for at in (side, side + 2)]
    places = [even, *(each for each in ends if abs(each - even) < slack)]
    return min(places, key=lambda at: (_through(pieces, at, side), abs(at - even)))


def _through(pieces: Sequence[Box], at: float, side: int) -> int:
    return sum(box[side] + _TOUCHING < at < box[side + 2] - _TOUCHING for box in pieces)


def _stretches(of: Box, side: int, cuts: Sequence[float]) -> tuple[Box, ...]:
    """The cloth between cuts across it (side 0) or along it (side 1)."""
    if side:
        return tuple((of[0], low, of[2], high) for low, high in pairwise(cuts))
    return tuple((start, of[1], end, of[3]) for start, end in pairwise(cuts))
