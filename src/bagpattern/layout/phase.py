"""Plans for a print with a repeat: pieces that are to match lie in phase, the others wherever they find room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.errors import InputError, Problem
from bagpattern.layout import skyline
from bagpattern.layout.blanks import Blank, Size, Spot
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.judge import faults, length_of
from bagpattern.layout.lay import Lay, Phase, first_plan
from bagpattern.values import replace

ENGINE = "in phase"
_SAME = 1e-6


class _Lane:
    """A stretch along the cloth, as wide as its first piece; ``end`` is where it is free again."""

    def __init__(self, low: float, wide: float) -> None:
        self.low, self.wide, self.end = low, wide, 0.0


def must_match(cut: Sequence[Blank]) -> bool:
    """Whether any of these is to be in phase."""
    return any(blank.phase is not None for blank in cut)


def in_phase(cut: tuple[Blank, ...], on: Cloth) -> Lay:
    """A plan in which every blank that has a phase keeps it. Raises InputError where the cloth is folded, or cut short.

    Pieces in phase lie in lanes along the cloth, the longest first; others fill what is left, then go behind them.
    """
    if on.folded or on.table:
        message = "its print is to match: lay the cloth open, on a table that holds all of it"
        raise InputError([Problem(on.material, message)])
    origin = _first_begins(cut, on)
    spots, reach = _in_lanes(cut, on, origin)
    length = length_of(cut, spots)
    rest = [index for index, blank in enumerate(cut) if blank.phase is None for _ in blank.copies]
    beside = tuple(_beside(cut, rest, reach, length, on))
    for each in beside:
        rest.remove(each.blank)
    spots = (*spots, *beside, *_behind(cut, rest, length + on.gap, on))
    if wrong := faults(cut, on, spots):
        raise RuntimeError(f"no plan in phase for {on.material}: {wrong}")
    usual, length = first_plan(cut, on), length_of(cut, spots)
    return replace(usual, spots=spots, length=length, engine=ENGINE, phase=Phase(origin, length - usual.length))


def _order(cut: Sequence[Blank]) -> list[int]:
    found = [index for index, blank in enumerate(cut) if blank.phase is not None for _ in blank.copies]
    return sorted(found, key=lambda index: (-cut[index].size().along, index))


def _first_begins(cut: Sequence[Blank], on: Cloth) -> float:
    """Where the repeats begin, so that the longest piece in phase lies at the cut end."""
    return (cut[_order(cut)[0]].phase or 0.0) % on.repeat


def _in_lanes(cut: Sequence[Blank], on: Cloth, origin: float) -> tuple[tuple[Spot, ...], float]:
    """The spots, and how far across the cloth lanes ever reach."""
    lanes: list[_Lane] = []
    spots, reach = [], 0.0
    for index in _order(cut):
        size, used = cut[index].size(), sum(lane.wide + on.gap for lane in lanes)
        if used + size.across <= on.usable + _SAME:
            lanes.append(_Lane(on.selvedge + used, size.across))
        fitting = [lane for lane in lanes if lane.wide >= size.across - _SAME]
        if not fitting:  # no lane is as wide: it and all behind it begin where all of them are free
            lanes = [_behind_all(lanes, on, size)]
            fitting = lanes
        lane = min(fitting, key=lambda each: _start(cut[index], each.end, on, origin))
        start = _start(cut[index], lane.end, on, origin)
        spots.append(skyline.spot(cut[index], index, 0.0, complex(start, lane.low)))
        lane.end, reach = start + size.along + on.gap, max(reach, lane.low + lane.wide)
    return tuple(spots), reach


def _behind_all(lanes: Sequence[_Lane], on: Cloth, size: Size) -> _Lane:
    lane = _Lane(on.selvedge, size.across)
    lane.end = max(each.end for each in lanes)
    return lane


def _start(blank: Blank, least: float, on: Cloth, origin: float) -> float:
    """mm along the cloth, at *least* so many, at which the blank is in phase."""
    wanted = origin - (blank.phase or 0.0)
    return least + (wanted - least + _SAME) % on.repeat - _SAME


def _beside(cut: Sequence[Blank], rest: Sequence[int], reach: float, length: float, on: Cloth) -> Iterator[Spot]:
    """What goes into the cloth beside all lanes."""
    taken = reach + on.gap
    room = Size(length, on.selvedge + on.usable - taken)
    if room.across <= 0.0 or not rest:
        return
    over = any(turn % 180 for turn in on.turns)
    for each in skyline.filled([room], [cut[index].size() for index in rest], on.gap, over):
        index = rest[each.box]
        yield skyline.spot(cut[index], index, 90.0 if each.over else 0.0, complex(0.0, taken) + each.corner)


def _behind(cut: Sequence[Blank], rest: Sequence[int], start: float, on: Cloth) -> Iterator[Spot]:
    """What is left, as a plan of its own behind the others."""
    left = sorted({*rest})
    if left:
        some = tuple(replace(cut[index], copies=cut[index].copies[: rest.count(index)]) for index in left)
        for each in first_plan(some, on).spots:
            yield each._replace(blank=left[each.blank], move=each.move + start)
