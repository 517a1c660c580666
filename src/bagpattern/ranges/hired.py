"""Other people's executors: anything that has ``submit`` as ``concurrent.futures`` has it, and dask's clusters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from typing import Any

from bagpattern.errors import InputError, Problem
from bagpattern.ranges.making import Made, Order, make_all, stopped
from bagpattern.ranges.variant import Variant
from bagpattern.said import Name
from bagpattern.words import words

_AHEAD = 3
"""Chunks for each that works: one that it makes, and two on their way."""
_EXTRA = "distributed"

Chunk = Sequence[Variant]


def by_executor(executor: Executor, order: Order, chunks: Iterable[Chunk], count: int) -> Iterator[Made]:
    """What becomes of every variant, in no order; *count* is how many it makes at once.

    A chunk that comes back with an error is handed out once more, one by one; a variant that does so again has that
    for its reason. Raises InputError when the executor takes nothing any more, or another version is installed there.
    """
    at_work: dict[Future[list[Made]], Chunk] = {}
    try:
        yield from _answers(executor, order, iter(chunks), count, at_work)
    finally:
        for each in at_work:
            each.cancel()


def _answers(
    executor: Executor, order: Order, waiting: Iterator[Chunk], count: int, at_work: dict[Future[list[Made]], Chunk]
) -> Iterator[Made]:
    while True:
        while len(at_work) < _AHEAD * count and (chunk := next(waiting, None)):
            at_work[_submitted(executor, order, chunk)] = chunk
        if not at_work:
            return
        ready = wait(at_work, return_when=FIRST_COMPLETED).done
        for done in [each for each in at_work if each in ready]:  # of what is ready, what was handed out first
            chunk = at_work.pop(done)
            error = done.exception()
            if error is None:
                yield from done.result()
            elif isinstance(error, InputError):
                raise error
            elif len(chunk) == 1:
                yield stopped(chunk[0], f"whoever made it broke down: {type(error).__name__}")
            else:
                at_work |= {_submitted(executor, order, [each]): [each] for each in chunk}


def _submitted(executor: Executor, order: Order, chunk: Chunk) -> Future[list[Made]]:
    try:
        return executor.submit(make_all, order, chunk)
    except RuntimeError as error:  # a pool that is broken, or closed
        told = words(
            "takes nothing any more ({error}); what is made is kept: run it again to go on", error=Name(str(error))
        )
        raise InputError([Problem("executor", told)]) from None


def width_of(executor: Executor) -> int:
    """How many things it does at once, if it says so."""
    return int(getattr(executor, "_max_workers", 0) or 8)


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """An executor of a running dask cluster, and how much it does at once. Raises InputError when it is not there."""
    try:
        from distributed import Client
    except ImportError:
        told = words("needs {extra}: install the extra, pip install 'bagpattern[cluster]'", extra=Name(_EXTRA))
        raise InputError([Problem("cluster", told)]) from None
    try:
        client: Any = Client(address, timeout=10, set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError(
            [
                Problem(
                    "cluster",
                    words("there is no scheduler at {address}: {error}", address=Name(address), error=Name(str(error))),
                )
            ]
        ) from None
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise InputError(
                [Problem("cluster", words("the scheduler at {address} has no workers", address=Name(address)))]
            )
        yield client.get_executor(pure=False), threads
