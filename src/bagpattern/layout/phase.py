"""Plans for a print with a repeat: pieces that are to match lie in phase, the others wherever they find room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.errors import InputError, Problem
from bagpattern.layout import skyline
from bagpattern.layout.blanks import Blank, Size, Spot
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.judge import faults, length_of
from bagpattern.layout.lay import Lay, Phase, first_plan
from bagpattern.said import Name
from bagpattern.values import replace
from bagpattern.words import words

ENGINE = "in phase"
LEAVE_OUT = words("leave match and centre out")
_SAME = 1e-6


class _Lane:
    """A stretch along the cloth, as wide as its first piece; ``end`` is where it is free again."""

    def __init__(self, low: float, wide: float) -> None:
        self.low, self.wide, self.end = low, wide, 0.0


def must_match(cut: Sequence[Blank]) -> bool:
    """Whether any of these is to be in phase."""
    return any(blank.matches for blank in cut)


def in_phase(cut: tuple[Blank, ...], on: Cloth) -> Lay:
    """A plan in which every blank that has a phase keeps it. Raises InputError where the cloth is folded, or too short.

    Pieces in phase lie in lanes along the cloth, the longest first; others fill what is left, then go behind them.
    """
    if on.folded:
        raise _unmatched(on)
    origin = _first_begins(cut, on)
    spots = _all_spots(cut, on, origin)
    usual, length = first_plan(cut, on), length_of(cut, spots)
    across = origin.imag if on.repeat_across else None
    phase = Phase(origin.real, length - usual.length, across)
    return replace(usual, spots=spots, length=length, engine=ENGINE, phase=phase)


def _all_spots(cut: tuple[Blank, ...], on: Cloth, origin: complex) -> tuple[Spot, ...]:
    spots, reach = _in_lanes(cut, on, origin)
    length = length_of(cut, spots)
    rest = [index for index, blank in enumerate(cut) if not blank.matches for _ in blank.copies]
    longest = max((cut[index].size().along for index in rest), default=0.0)
    ways = [_with_the_rest(cut, spots, rest, reach, room, on) for room in dict.fromkeys((length, max(length, longest)))]
    spots = min(ways, key=lambda way: length_of(cut, way))
    if on.table and length_of(cut, spots) > on.table + _SAME:
        raise _unmatched(on)
    if wrong := faults(cut, on, spots):
        raise RuntimeError(f"no plan in phase for {on.material}: {wrong}")
    return spots


def _unmatched(on: Cloth) -> InputError:
    """What comes in several pieces, or folded, has its repeats nobody knows where."""
    if on.ends:
        message = words(
            "it does not come out in phase of one piece, and nobody knows where the repeats of the next begin"
        )
        return InputError([Problem(on.material, words("{message}: {leave_out}", message=message, leave_out=LEAVE_OUT))])
    message = words("its print is to match: lay the cloth open, on a table that holds all of it")
    return InputError([Problem(on.material, message)])


def refuse_match(material: str, cut: Sequence[Blank], what: str) -> None:
    """Raises InputError where a print is to match on *what* has no known repeats."""
    if must_match(cut):
        told = words(
            "its print is to match, and nobody knows where the repeats of {what} begin: {leave_out}",
            what=Name(what),
            leave_out=LEAVE_OUT,
        )
        raise InputError([Problem(material, told)])


def _with_the_rest(
    cut: Sequence[Blank], spots: tuple[Spot, ...], rest: Sequence[int], reach: float, length: float, on: Cloth
) -> tuple[Spot, ...]:
    """The spots with those of what need not match: beside the lanes on so much of the cloth, and behind that."""
    beside = tuple(_beside(cut, rest, reach, length, on))
    left = [*rest]
    for each in beside:
        left.remove(each.blank)
    return (*spots, *beside, *_behind(cut, left, length_of(cut, (*spots, *beside)) + on.gap, on))


def _order(cut: Sequence[Blank]) -> list[int]:
    found = [index for index, blank in enumerate(cut) if blank.matches for _ in blank.copies]
    return sorted(found, key=lambda index: (-cut[index].size().along, index))


def _first_begins(cut: Sequence[Blank], on: Cloth) -> complex:
    """Where the repeats begin, so that the longest piece in phase lies at the cut end, the widest at the selvedge."""
    longest = cut[_order(cut)[0]]
    widest = max((each for each in cut if each.matches), key=lambda each: each.size().across)
    along = (longest.phase or 0.0) % on.repeat if on.repeat else 0.0
    across = (on.selvedge + (widest.phase_across or 0.0)) % on.repeat_across if on.repeat_across else 0.0
    return complex(along, across)


def _in_lanes(cut: Sequence[Blank], on: Cloth, origin: complex) -> tuple[tuple[Spot, ...], float]:
    """The spots, and how far across the cloth lanes ever reach."""
    lanes: list[_Lane] = []
    spots, reach = [], 0.0
    for index in _order(cut):
        blank, size, used = cut[index], cut[index].size(), sum(lane.wide + on.gap for lane in lanes)
        low = _low(blank, on.selvedge + used, on, origin)
        if low + size.across <= on.selvedge + on.usable + _SAME:
            lanes.append(_Lane(on.selvedge + used, low + size.across - on.selvedge - used))
        fitting = [lane for lane in lanes if _within(blank, lane, on, origin)]
        if not fitting:  # no lane is as wide: it and all behind it begin where all of them are free
            lanes = [_behind_all(lanes, blank, on, origin)]
            fitting = lanes
        lane = min(fitting, key=lambda each: _start(blank, each.end, on, origin))
        start, low = _start(blank, lane.end, on, origin), _low(blank, lane.low, on, origin)
        spots.append(skyline.spot(blank, index, 0.0, complex(start, low)))
        lane.end, reach = start + size.along + on.gap, max(reach, lane.low + lane.wide)
    return tuple(spots), reach


def _within(blank: Blank, lane: _Lane, on: Cloth, origin: complex) -> bool:
    return _low(blank, lane.low, on, origin) + blank.size().across <= lane.low + lane.wide + _SAME


def _behind_all(lanes: Sequence[_Lane], blank: Blank, on: Cloth, origin: complex) -> _Lane:
    wide = _low(blank, on.selvedge, on, origin) - on.selvedge + blank.size().across
    if wide > on.usable + _SAME:
        message = words("it does not come out in phase across the cloth: take wider cloth, or leave it out of match")
        raise InputError([Problem(f"{on.material}: {blank.title}", message)])
    lane = _Lane(on.selvedge, wide)
    lane.end = max((each.end for each in lanes), default=0.0)
    return lane


def _start(blank: Blank, least: float, on: Cloth, origin: complex) -> float:
    """mm along the cloth, at *least* so many, at which the blank is in phase."""
    return least if blank.phase is None else _next(origin.real - blank.phase, least, on.repeat)


def _low(blank: Blank, least: float, on: Cloth, origin: complex) -> float:
    """mm across the cloth, at *least* so many, at which the blank is in phase."""
    return least if blank.phase_across is None else _next(origin.imag - blank.phase_across, least, on.repeat_across)


def _next(wanted: float, least: float, repeat: float) -> float:
    return least + (wanted - least + _SAME) % repeat - _SAME


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
