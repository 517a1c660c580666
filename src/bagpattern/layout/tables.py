"""Cutting tables: a plan that is longer than the table becomes several, each laid, cut and cleared before the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bagpattern.layout.blanks import Blank, Size
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.fold import Pair, composed, folded_plan, half, pairs_of
from bagpattern.layout.judge import length_of
from bagpattern.layout.lay import Lay, Share, first_plan, least_length
from bagpattern.layout.skyline import ENGINE, Boxed, by_length, filled, spot
from bagpattern.values import replace


def on_tables(cut: tuple[Blank, ...], on: Cloth) -> tuple[Lay, ...]:
    """The first plan, if the table holds it, else the plans that take least cloth together.

    Raises ValueError, naming the pieces, for what no engine can lay.
    """
    whole = folded_plan(cut, on) if on.folded else first_plan(cut, on)
    if not on.table or whole.length <= on.table + 1e-6:
        return (whole,)
    return tuple(_folded(cut, on)) if on.folded else _divided(cut, on)


def _divided(cut: tuple[Blank, ...], on: Cloth) -> tuple[Lay, ...]:
    """The boxes of all copies packed on as many tables as it takes, in the best of three orders."""
    tries = [tuple(_packed(cut, on, sort)) for sort in (by_length, _by_area, _by_breadth)]
    return min(tries, key=lambda plans: (round(sum(plan.length for plan in plans)), len(plans)))


def _by_area(boxes: Any) -> list[Any]:
    return sorted(boxes, key=lambda box: (-box[0] * box[1], -box[1]))


def _by_breadth(boxes: Any) -> list[Any]:
    return sorted(boxes, key=lambda box: (-box[0], -box[1]))


def _packed(cut: tuple[Blank, ...], on: Cloth, sort: Any) -> Iterator[Lay]:
    boxes = [index for index, blank in enumerate(cut) for _ in blank.copies]
    sizes = [cut[index].size() for index in boxes]
    over = any(turn % 180 for turn in on.turns)
    tables: dict[int, list[Boxed]] = {}
    for each in filled([Size(on.table, on.usable)] * len(boxes), sizes, on.gap, over, sort):
        tables.setdefault(each.bin, []).append(each)
    waiting = [iter(blank.copies) for blank in cut]
    for _, laid in sorted(tables.items()):
        yield _table([(boxes[each.box], each) for each in laid], cut, on, waiting)


def _table(laid: Sequence[tuple[int, Boxed]], cut: Sequence[Blank], on: Cloth, waiting: Sequence[Any]) -> Lay:
    """The plan of one table: as the packer has it, or the first plan of the same pieces if that is shorter."""
    places = sorted({index for index, _ in laid})
    some = tuple(
        replace(cut[index], copies=tuple(next(waiting[index]) for other, _ in laid if other == index))
        for index in places
    )
    spots = tuple(
        spot(cut[index], places.index(index), 90.0 if box.over else 0.0, box.corner + 1j * on.selvedge)
        for index, box in laid
    )
    plan = Lay(on, some, spots, length_of(some, spots), least_length(some, on), ENGINE)
    return min(plan, first_plan(some, on), key=lambda each: each.length)


def _folded(cut: tuple[Blank, ...], on: Cloth) -> Iterator[Lay]:
    """Tables of pairs on folded cloth, then tables of what has no partner on the open one."""
    pairs = pairs_of(cut, on)
    by_piece = {cut[pair.first].piece: pair for pair in pairs}
    doubled = tuple(replace(cut[pair.first], copies=cut[pair.first].copies[: pair.times]) for pair in pairs)
    for plan in _divided(doubled, half(on)) if doubled else ():
        yield _opened(plan, [by_piece[blank.piece] for blank in plan.blanks], cut, on)
    taken = dict.fromkeys(range(len(cut)), 0)
    for pair in pairs:
        taken[pair.first] += pair.times
        taken[pair.second] += pair.times
    rest = tuple(replace(blank, copies=blank.copies[taken[index] :]) for index, blank in enumerate(cut))
    rest = tuple(blank for blank in rest if blank.copies)
    for plan in _divided(rest, replace(on, folded=False)) if rest else ():
        yield replace(plan, cloth=on, sections=(Share(plan, tuple(range(len(plan.blanks)))),))


def _opened(plan: Lay, pairs: Sequence[Pair], cut: Sequence[Blank], on: Cloth) -> Lay:
    """A table of pairs as a plan of both layers, with the copies of both."""
    copies: dict[int, tuple[int, ...]] = {}
    for blank, pair in zip(plan.blanks, pairs, strict=True):
        numbers = [cut[pair.first].copies.index(copy) for copy in blank.copies]
        behind = pair.times if pair.first == pair.second else 0
        copies[pair.first] = blank.copies
        copies[pair.second] = (
            *copies.get(pair.second, ()),
            *(cut[pair.second].copies[behind + number] for number in numbers),
        )
    some = tuple(replace(cut[index], copies=found) for index, found in copies.items())
    places = {index: order for order, index in enumerate(copies)}
    first = tuple(places[pair.first] for pair in pairs)
    return composed(some, on, [Share(plan, first, tuple(places[pair.second] for pair in pairs))])
