"""Processes of one's own: each variant has its time, and a process that takes more, or dies, is ended and replaced.

A pool of the standard library breaks as a whole when one of its processes is ended. Here that costs one variant, which
is told, and made again with the next run.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Any

from bagpattern.ranges.making import Made, Order, make_each, stopped
from bagpattern.ranges.variant import Variant

_AHEAD = 2
"""Chunks that a process has, so that it need not wait while its answers are written."""
_SLOWEST_START = 120.0
"""Seconds more for the first variant of a process, which has to import everything first."""

Chunk = Sequence[Variant]


def processors() -> int:
    """How many processes make sense here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Crew:
    """So many processes, each variant at most *limit* seconds by the clock; to be closed."""

    def __init__(self, order: Order, count: int, limit: float) -> None:
        method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
        self.context: Any = get_context(method)
        self.context.set_forkserver_preload([__name__])
        self.order, self.limit = order, limit
        self.hands = [_Hand(self) for _ in range(count)]

    def results(self, chunks: Iterable[Chunk]) -> Iterator[Made]:
        """What becomes of every variant, in no order."""
        waiting = iter(chunks)
        self._feed(waiting)
        while busy := [each for each in self.hands if each.variants]:
            soonest = max(0.0, min(each.end for each in busy) - monotonic())
            ready = {*wait([each.link for each in busy], soonest)}
            for hand in busy:
                if hand.link in ready:
                    yield hand.heard()
                elif monotonic() > hand.end:
                    yield hand.replaced(f"took longer than {self.limit:g} s, and was ended")
            self._feed(waiting)

    def _feed(self, waiting: Iterator[Chunk]) -> None:
        for hand in self.hands:
            while hand.chunks < _AHEAD and (chunk := next(waiting, None)):
                hand.give(chunk)

    def close(self) -> None:
        """Ends all processes, whatever they do."""
        for each in self.hands:
            each.end_it()


class _Hand:
    """One process, the pipe to it, and the variants that it has and has not answered, the first one being made."""

    def __init__(self, crew: Crew) -> None:
        self.crew = crew
        self.variants: deque[Variant] = deque()
        self.left: deque[int] = deque()
        """How many are left of each chunk."""
        self._start()

    def _start(self) -> None:
        self.link, theirs = self.crew.context.Pipe()
        self.process = self.crew.context.Process(target=work, args=(theirs, self.crew.order), daemon=True)
        self.process.start()
        theirs.close()
        self.end = monotonic() + self.crew.limit + _SLOWEST_START

    @property
    def chunks(self) -> int:
        """How many it has."""
        return len(self.left)

    def give(self, chunk: Chunk) -> None:
        """Some more to be made."""
        if not self.variants:
            self.end = max(self.end, monotonic() + self.crew.limit)
        self.variants.extend(chunk)
        self.left.append(len(chunk))
        self._send(chunk)

    def heard(self) -> Made:
        """What it has made; or, if it died, what it was about to make."""
        try:
            made: Made = self.link.recv()
        except (EOFError, OSError):
            return self.replaced("the process that made it was ended from outside")
        self.end = monotonic() + self.crew.limit
        self._done()
        return made

    def replaced(self, why: str) -> Made:
        """Ends the process; another one goes on behind the variant at which it was."""
        self.end_it()
        lost = self._done()
        self._start()
        if self.variants:
            self._send([*self.variants])
        return stopped(lost, why, self.crew.limit)

    def end_it(self) -> None:
        self.process.kill()
        self.process.join()
        self.link.close()

    def _done(self) -> Variant:
        self.left[0] -= 1
        if not self.left[0]:
            self.left.popleft()
        return self.variants.popleft()

    def _send(self, chunk: Chunk) -> None:
        with suppress(OSError):  # if it is dead, whoever waits for its answer hears that
            self.link.send([*chunk])


def work(link: Connection, order: Order) -> None:
    """The life of a process: makes what it is given, until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who is interrupted ends it
    try:
        while True:
            for made in make_each(order, link.recv()):
                link.send(made)
    except (EOFError, OSError):
        return
