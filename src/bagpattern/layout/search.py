"""The search for better plans: every engine that there is looks for true shapes, and the best of all plans is kept."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from time import monotonic

from bagpattern.layout.blanks import Spot
from bagpattern.layout.fold import refolded
from bagpattern.layout.lay import Lay, better
from bagpattern.layout.watch import Progress, Watch

Telling = Callable[[int, Lay], Progress]

EFFORTS = {"quick": 0.0, "best": 60.0}
"""Seconds for each word of effort."""
_MOST = 3600.0
_LEAST = 0.05  # s: what an engine is given at least


def seconds_of(effort: float | str) -> float:
    """An effort in seconds: a number, or quick or best. Raises ValueError for anything else."""
    try:
        seconds = EFFORTS[effort] if effort in EFFORTS else float(effort)
    except (ValueError, TypeError):
        seconds = -1.0
    if not 0 <= seconds <= _MOST:
        raise ValueError(f'"{effort}" is neither quick nor best nor a number of seconds up to {_MOST:.0f}')
    return seconds


def all_bettered(plans: Sequence[Lay], seconds: float, watch: Watch, told: Telling | None = None) -> list[Lay]:
    """Each plan after its share of the seconds, by its number of pieces. *told* says who hears of a plan's progress."""
    pieces = sum(len(plan.spots) for plan in plans if not plan.best_there_is)
    found = []
    for number, plan in enumerate(plans):
        watch.progress = told(number, plan) if told else None
        found.append(bettered(plan, seconds * len(plan.spots) / pieces if pieces else 0.0, watch))
    return found


def bettered(lay: Lay, seconds: float, watch: Watch | None = None, seed: int = 0) -> Lay:
    """*lay*, or the best plan that the engines find in so many seconds, by true shapes; never a worse one."""
    watch = watch or Watch()
    if seconds <= 0 or lay.best_there_is or watch.stopped:
        return lay
    if lay.sections:
        return _sections(lay, seconds, watch)
    ways = (False, True) if lay.cloth.free else (False,)
    end = monotonic() + seconds
    for number, free in enumerate(ways):
        share = max((end - monotonic()) / (len(ways) - number), _LEAST)
        for spots, engine in _found(lay, share, watch, seed, free):
            lay = better(lay, spots, engine)
        if watch.stopped or lay.best_there_is:
            break
    return lay


def _found(lay: Lay, seconds: float, watch: Watch, seed: int, free: bool) -> Iterator[tuple[tuple[Spot, ...], str]]:
    """The plan of each engine. Two engines work at the same time: each has half of the cores."""
    from bagpattern.layout import packing, true_shape  # engines that only this needs

    if not packing.installed():
        yield true_shape.true_shape(lay.blanks, lay.cloth, seconds, watch, seed, free), true_shape.ENGINE
        return
    beside = packing.Packing(lay.blanks, lay.cloth, seconds, free)
    workers = max((os.cpu_count() or 2) - 1, 1)
    try:
        yield (
            true_shape.true_shape(lay.blanks, lay.cloth, seconds, watch, free=free, workers=workers),
            true_shape.ENGINE,
        )
    finally:
        other = beside.best(at_once=watch.stopped)
    yield other, packing.ENGINE


def _sections(lay: Lay, seconds: float, watch: Watch) -> Lay:
    """Each stretch of a folded plan, after its share of the time."""
    open_ends = [each for each in lay.sections if not each.plan.best_there_is and not each.settled]
    pieces = sum(len(each.plan.spots) for each in open_ends)
    shares = [seconds * len(each.plan.spots) / pieces if each in open_ends else 0.0 for each in lay.sections]
    plans = [bettered(each.plan, share, watch) for each, share in zip(lay.sections, shares, strict=True)]
    return min(lay, refolded(lay, plans), key=lambda plan: plan.length)
