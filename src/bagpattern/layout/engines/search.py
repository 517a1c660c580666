"""The search for better plans: every engine that there is looks for true shapes, and the best of all plans is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import monotonic, time

from bagpattern.errors import quoted
from bagpattern.layout import skyline
from bagpattern.layout.engines.watch import Progress, Watch
from bagpattern.layout.fold import refolded
from bagpattern.layout.lay import Lay, better, first_plan, sound

Telling = Callable[[int, Lay], Progress]

EFFORTS = {"quick": 0.0, "best": 60.0}
"""Seconds for each word of effort."""
_MOST = 3600.0
_PRESSING = 0.2
"""The share of the time that pressing plans together takes at most; what is kept for it is about what it will take."""
_HOPELESS = 1.04
"""So many times a length, a plan's or the bound's, do not become that length by pressing: it saved 2.6 % at most."""
_LEAST = 0.05  # s: what an engine is given at least
_BEGINNING = 1.0
"""Seconds beyond the effort, for all plans together, that engines may take to begin."""


def seconds_of(effort: float | str) -> float:
    """An effort in seconds: a number, or quick or best. Raises ValueError for anything else."""
    try:
        seconds = EFFORTS[effort] if effort in EFFORTS else float(effort)
    except (ValueError, TypeError):
        seconds = -1.0
    if not 0 <= seconds <= _MOST:
        raise ValueError(f"{quoted(effort)} is neither quick nor best nor a number of seconds up to {_MOST:.0f}")
    return seconds


def all_bettered(plans: Sequence[Lay], seconds: float, watch: Watch, told: Telling | None = None) -> list[Lay]:
    """Each plan after its share of the seconds, by its number of pieces. *told* says who hears of a plan's progress.

    The seconds are for all: where engines take long to begin, the last plans get less than their share, or none.
    """
    pieces = sum(len(plan.spots) for plan in plans if not plan.best_there_is)
    found, end = [], monotonic() + seconds + _BEGINNING
    for number, plan in enumerate(plans):
        watch.progress = told(number, plan) if told else None
        share = seconds * len(plan.spots) / pieces if pieces else 0.0
        found.append(bettered(plan, min(share, end - monotonic()), watch))
    return found


def bettered(lay: Lay, seconds: float, watch: Watch | None = None, seed: int = 0) -> Lay:
    """*lay*, or the best plan that the engines find in so many seconds, by true shapes; never a worse one."""
    watch = watch or Watch()
    if seconds <= 0 or lay.best_there_is or watch.stopped:
        return lay
    if lay.sections:
        return _sections(lay, seconds, watch)
    from bagpattern.layout.press import time_to_press  # a solver that only this needs

    started = monotonic()
    most = seconds * _PRESSING
    hopeful = lay.length < lay.bound * _HOPELESS
    first = _pressed(lay, [lay], most) if hopeful else lay
    watch.tell(first.length)
    if first.best_there_is:
        return first
    boxes = lay.length if lay.engine == skyline.ENGINE else first_plan(lay.blanks, lay.cloth).length
    kept = min(most, time_to_press(lay.blanks, lay.cloth))
    found = [*_plans(first, seconds - (monotonic() - started) - kept, watch, seed, boxes)]
    best = _pressed(first, found if hopeful else [lay, *found], most)
    watch.tell(best.length)
    return best


def _plans(lay: Lay, seconds: float, watch: Watch, seed: int, boxes: float) -> Iterator[Lay]:
    """What the engines find; first with the cloth's own turns, then with any angle where that may be."""
    from bagpattern.layout.engines.contest import contest  # processes that only this needs
    from bagpattern.layout.engines.job import Job

    ways = (False, True) if lay.cloth.free else (False,)
    end, best = monotonic() + seconds, lay
    for number, free in enumerate(ways):
        if best.best_there_is or watch.stopped:
            return
        share = max((end - monotonic()) / (len(ways) - number), _LEAST)
        job = Job(lay.blanks, lay.cloth, time() + share, free, seed)
        for spots, engine in contest(job, share, watch, boxes):
            plan = sound(lay, spots, engine)
            if plan:
                best = min(best, plan, key=_by_length)
                yield plan


def _pressed(best: Lay, plans: Sequence[Lay], seconds: float) -> Lay:
    """The shortest of all plans when they have been pressed together, the most promising first."""
    from bagpattern.layout.press import ENGINE, pressed

    end = monotonic() + seconds
    for plan in sorted(plans, key=_by_length):
        best = min(best, plan, key=_by_length)
        if not best.best_there_is and monotonic() < end and plan.length < best.length * _HOPELESS:
            spots = pressed(plan.blanks, plan.cloth, plan.spots, end - monotonic())
            best = better(best, spots, " and ".join(dict.fromkeys((*plan.engine.split(" and "), ENGINE))))
    return best


def _by_length(plan: Lay) -> float:
    return plan.length


def _sections(lay: Lay, seconds: float, watch: Watch) -> Lay:
    """Each stretch of a folded plan, after its share of the time."""
    open_ends = [each for each in lay.sections if not each.plan.best_there_is and not each.settled]
    pieces = sum(len(each.plan.spots) for each in open_ends)
    told, length, plans = watch.progress, lay.length, []
    for each in lay.sections:
        share = seconds * len(each.plan.spots) / pieces if each in open_ends else 0.0
        watch.progress = told and _of_the_whole(told, length - each.plan.length)
        plans.append(bettered(each.plan, share, watch))
        length += plans[-1].length - each.plan.length
    watch.progress = told
    return min(lay, refolded(lay, plans), key=_by_length)


def _of_the_whole(told: Progress, others: float) -> Progress:
    """Tells the whole plan's length, where a stretch of it and all the *others* make it up."""
    return lambda length: told(others + length)
