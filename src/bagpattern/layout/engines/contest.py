"""The engines at work beside each other: what lags after a while is ended, and leaves its cores to the others.

The first heat is between packages, the second one between the searches of the package that is left. The bounds below
were chosen on the pieces of tests/lay/nesting at 1, 5 and 20 s on two cores, by ``python -m tests.lay_benchmark``.
"""

from __future__ import annotations

import math
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from time import time

from bagpattern.layout.blanks import Spot
from bagpattern.layout.engines.engine import Engine, installed
from bagpattern.layout.engines.engine_process import EngineProcess
from bagpattern.layout.engines.job import Job
from bagpattern.layout.engines.watch import Watch

Found = tuple[tuple[Spot, ...], str]

_FIRST, _SECOND = 0.2, 0.5
"""The shares of the time after which those that lag are ended."""
_RECTANGULAR = 0.85
"""The share of the cloth that bounding boxes fill where the pieces are rectangles, most of them."""
_AHEAD = 1.01
"""By so much must a plan that becomes shorter in leaps be ahead of one that does so little by little, in the end."""
_FAR_AHEAD = 1.05
"""By so much must bounding boxes be ahead of true shapes for it to be sure that rectangles are all that matters."""
_PLENTY = 8
"""Cores with which none is ended, as each then takes little from the others: an estimate, not measured."""
_LATE = 1.0
"""s that an engine may finish what it has begun when its time is over: one looks at the clock seldom."""
_LOOK = 0.2  # s between two looks at what Ctrl-C has done


def contest(job: Job, seconds: float, watch: Watch, boxes: float) -> list[Found]:
    """What each engine has found in so many seconds, with its name. The *watch* hears of lengths and of breakdowns.

    *boxes* is the shortest length by bounding boxes: it tells whether the pieces are rectangles.
    """
    news, searches = threading.Event(), list[EngineProcess]()
    try:
        _enter(searches, job, boxes, news, watch)
        if len(searches) > 1 and (os.cpu_count() or 1) < _PLENTY:
            first, second = (job.deadline - seconds * (1 - share) for share in (_FIRST, _SECOND))
            _follow(searches, news, watch, first)
            _follow(searches, news, watch, second, _undecided)
            _end(_out_of_the_first(searches, boxes))
            _follow(searches, news, watch, second)
            _end(_out_of_the_second([search for search in searches if search.running]))
        _follow(searches, news, watch, job.deadline + _LATE)
    finally:
        _end(searches)
    watch.troubles += [search.trouble for search in searches if search.trouble]
    return [(search.spots, search.engine.package) for search in searches if search.spots]


def _enter(searches: list[EngineProcess], job: Job, boxes: float, news: threading.Event, watch: Watch) -> None:
    """Start what it is worth to start; each is in the list as soon as it runs, so that whatever comes can end it."""
    for engine in _entrants(job, boxes):
        try:
            searches.append(EngineProcess(engine, job, news))
        except OSError as error:
            watch.troubles.append(f"{engine.package} could not be started, and was left out: {error}")


def _follow(
    searches: Sequence[EngineProcess],
    news: threading.Event,
    watch: Watch,
    until: float,
    going: Callable[[Sequence[EngineProcess]], bool] = lambda _: True,
) -> None:
    """Tell the best length whenever there is a better one, as long as any is running and nobody has stopped them."""
    best, on = math.inf, True
    while on:
        on = going(searches) and _running(searches) and time() < until and not watch.stopped  # before the last look
        length = min((search.length for search in searches), default=math.inf)
        if length < best:
            best = length
            watch.tell(best)
        if on:
            news.wait(max(min(until - time(), _LOOK), 0.0))
            news.clear()


def _running(searches: Sequence[EngineProcess]) -> bool:
    return any(search.running for search in searches)


def _undecided(searches: Sequence[EngineProcess]) -> bool:
    """Whether a steady one has no plan yet."""
    return any(search.length == math.inf for search in searches if search.running and not search.engine.for_rectangles)


def _entrants(job: Job, boxes: float) -> Iterator[Engine]:
    """The engines that it is worth to start."""
    rectangular = job.area > _RECTANGULAR * boxes * job.cloth.usable
    return (engine for engine in installed() if rectangular or not engine.for_rectangles)


def _out_of_the_first(searches: Sequence[EngineProcess], boxes: float) -> list[EngineProcess]:
    """What is not of the leader's package; where bounding boxes are far ahead, what is not for rectangles."""
    others = [search for search in searches if not search.engine.for_rectangles]
    if len(others) < len(searches) and boxes * _FAR_AHEAD < min(search.length for search in others):
        return others
    leader = min(searches, key=lambda search: search.length)
    known = leader.length < math.inf
    return [search for search in searches if known and search.engine.package != leader.engine.package]


def _out_of_the_second(searches: Sequence[EngineProcess]) -> list[EngineProcess]:
    """All but the leader; what is for rectangles has to be some way ahead, as it becomes shorter in leaps."""
    standings = {search: search.length * (_AHEAD if search.engine.for_rectangles else 1.0) for search in searches}
    best = min(standings.values(), default=math.inf)
    return [search for search, standing in standings.items() if standing > best]


def _end(searches: Sequence[EngineProcess]) -> None:
    for search in searches:
        search.end()
