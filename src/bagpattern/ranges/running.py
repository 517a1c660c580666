"""A range made, from its plan to the folder: what is there already is left alone, what was interrupted goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from bagpattern.errors import InputError, Problem, quoted
from bagpattern.on_disk import why_refused
from bagpattern.ranges.crew import Crew, processors
from bagpattern.ranges.facts import Cost
from bagpattern.ranges.folder import JOURNALS, Folder
from bagpattern.ranges.hands import refuse_hands
from bagpattern.ranges.hired import by_executor, width_of
from bagpattern.ranges.journal import Journal, Known, is_done
from bagpattern.ranges.making import MADE, REFUSED, STOPPED, Made, Order, Row
from bagpattern.ranges.manifest import Buying, Manifest, Sink, Table, Whole, gathered, told, unused
from bagpattern.ranges.page import INDEX, Page
from bagpattern.ranges.plan import Plan
from bagpattern.ranges.reading import Given, read_range
from bagpattern.ranges.sheets import Sheets
from bagpattern.ranges.variant import WHOLE, Shard, Variant
from bagpattern.said import Name
from bagpattern.words import words

LIMIT = 120.0
"""Seconds by the clock that a variant may take, if nobody says: ten times what the largest bag takes as a booklet."""
_LARGEST_CHUNK, _SHARES = 16, 8
"""Variants that go out at once, at most; and at least so many chunks for each that works, so that all end together."""
_TOLD = 20
"""Refusals that are told one by one; the manifest has them all."""


class Refusal(NamedTuple):
    """A variant that is not made: why, and what would fit in its place."""

    name: str
    why: str
    fits: str


@dataclass
class Outcome:
    """What has become of a range, or of a part of it, while it is made and in the end.

    ``made`` are those that were made now, ``unchanged`` those that were there already; ``refused`` cannot be made as
    they are, ``stopped`` did not come to an end and are tried again with the next run. ``refusals`` are the first of
    both. ``page`` is the page of the whole range, once it is written.
    """

    total: int
    made: int = 0
    unchanged: int = 0
    refused: int = 0
    stopped: int = 0
    seconds: float = 0.0
    interrupted: bool = False
    refusals: list[Refusal] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    page: Path | None = None

    @property
    def done(self) -> int:
        """How many of all have been looked at."""
        return self.made + self.unchanged + self.refused + self.stopped

    def count(self, row: Row, now: bool) -> None:
        """One more."""
        status = row["status"]
        self.made += status == MADE and now
        self.unchanged += status == MADE and not now
        self.refused += status == REFUSED
        self.stopped += status == STOPPED
        self.tell(row)

    def tell(self, row: Row) -> None:
        """Keep why it is not made, of the first few."""
        if row["status"] != MADE and len(self.refusals) < _TOLD:
            self.refusals.append(Refusal(row["name"], *told(row)))


Progress = Callable[[Outcome], object]


def make_range(
    source: Given,
    folder: str | PathLike[str],
    *,
    shard: str | None = None,
    executor: Executor | None = None,
    at_once: int | None = None,
    processes: int | None = None,
    limit: float | None = None,
    progress: Progress | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Make every variant of a spec, a path or a mapping, into *folder*, as ``bagpattern range`` does.

    What is unchanged is left as it is, and what an earlier run did not reach goes on. *shard*, "3/16", makes a part
    alone; the run without one puts all parts together. It is made by so many *processes*, as many as there are
    processors if nothing is said, each variant in *limit* seconds at most; or by an *executor* as
    ``concurrent.futures`` has them, which keeps its own limits, and does so many things *at_once*.
    *progress* hears of every variant; once *stop* says so, the run ends with what is made by then.
    Raises InputError for a spec that cannot be used, with everything that is wrong, for numbers of these that are none
    or that nobody reads, for a folder that another run is at
    work in, and when something cannot be written; what is made by then is kept.
    """
    wanted = read_shard(shard) if shard is not None else WHOLE
    refuse_hands({"processes": processes, "limit": limit, "at_once": at_once}, hired=executor is not None)
    plan, place = Plan(read_range(source)), Folder(Path(folder))
    plan.prove()
    start, end = wanted.bounds(plan.total)
    outcome = Outcome(end - start)
    order, seconds = Order.of(plan.spec), LIMIT if limit is None else limit
    hands = _Hands(order, outcome.total, executor, processes if executor is None else at_once, seconds)
    with place.taken(wanted):
        _Run(plan, place, wanted, outcome).go(hands, progress or (lambda _: None), stop)
    return outcome


def read_shard(given: str) -> Shard:
    """The shard of "3/16". Raises InputError for anything else."""
    number, _, of = given.partition("/") if isinstance(given, str) else ("", "", "")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise InputError(
            [Problem("shard", words("is a part such as 3/16, the third sixteenth, not {given}", given=quoted(given)))]
        )
    return Shard(int(number), int(of))


class _Told:
    """Has the first refusals told in the order of the plan, and not as they came."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome

    def add(self, row: Row, price: Cost | None) -> None:
        """One more row."""
        self.outcome.tell(row)

    def close(self) -> None:
        """That was all."""


class _Hands(NamedTuple):
    """Who makes the variants."""

    order: Order
    total: int
    executor: Executor | None
    at_once: int | None
    limit: float

    @contextmanager
    def at_work(self, variants: Iterable[Variant]) -> Iterator[Iterator[Made]]:
        """What they make of the variants; nobody works any more when it is left."""
        if self.executor is not None:
            count = self.at_once or width_of(self.executor)
            yield by_executor(self.executor, self.order, self._chunks(variants, count), count)
            return
        count = max(1, min(self.at_once or processors(), self.total))
        crew = Crew(self.order, count, self.limit)
        try:
            yield crew.results(self._chunks(variants, count))
        finally:
            crew.close()

    def _chunks(self, variants: Iterable[Variant], count: int) -> Iterator[list[Variant]]:
        """Variants that are one bag stay together, if they are not too many."""
        least, chunk = max(1, min(_LARGEST_CHUNK, self.total // (count * _SHARES))), list[Variant]()
        for each in variants:
            if len(chunk) >= least and (each.bag != chunk[-1].bag or len(chunk) >= _LARGEST_CHUNK):
                yield chunk
                chunk = []
            chunk.append(each)
        if chunk:
            yield chunk


class _Run:
    """One run: who holds the folder."""

    def __init__(self, plan: Plan, folder: Folder, shard: Shard, outcome: Outcome) -> None:
        self.plan, self.folder, self.shard, self.outcome = plan, folder, shard, outcome
        self.start = monotonic()

    def go(self, hands: _Hands, progress: Progress, stop: Callable[[], bool]) -> None:
        """Make what is missing; then, of the whole range, write the manifest and the page."""
        known, journal = Known(self.folder), Journal(self.folder, self.shard)
        self.outcome.troubles += known.troubles
        try:
            self._make(hands, known, journal, progress, stop)
        finally:
            journal.close()
            known.close()
            self.outcome.seconds = monotonic() - self.start
        if self.shard == WHOLE and not self.outcome.interrupted:
            self._gather()
            self.outcome.seconds = monotonic() - self.start

    def _make(
        self, hands: _Hands, known: Known, journal: Journal, progress: Progress, stop: Callable[[], bool]
    ) -> None:
        missing = self._missing(known, progress)
        first = next(missing, None)
        if first is None:
            return
        with hands.at_work(_before(first, missing)) as results:
            for made in results:
                self.folder.put(made.files)
                journal.add(made)
                self.outcome.count(made.row, now=True)
                progress(self.outcome)
                if stop():
                    self.outcome.interrupted = self.outcome.done < self.outcome.total
                    return

    def _missing(self, known: Known, progress: Progress) -> Iterator[Variant]:
        """What is not there, or not as it was written; the rest is counted."""
        for variant in self.plan.variants(self.shard):
            row = known.find(variant.key)
            if row is not None and is_done(row, self.folder):
                self.outcome.count(row, now=False)
                progress(self.outcome)
            else:
                yield variant

    def _gather(self) -> None:
        known, spec = Known(self.folder), self.plan.spec
        sinks: list[Sink] = []
        try:
            sinks += [Manifest(self.folder), Table(self.folder, spec), Buying(self.folder), Whole(self.folder)]
        except OSError as error:
            told = words("cannot be written: {why_refused}", why_refused=Name(why_refused(error)))
            raise InputError([Problem("", told, str(self.folder.path))]) from None
        self.outcome.refusals.clear()
        sinks += [_Told(self.outcome), Page(self.folder, spec), *([Sheets(self.folder, spec)] if spec.pictures else [])]
        taken = gathered(self.plan, known, self.folder, sinks)
        self._tidy(known)
        self.outcome.page = self.folder / INDEX
        if spec.prices:
            self.outcome.troubles += [
                f"{spec.prices.file}: prices.{each}: nothing of that name is bought in this range"
                for each in unused(spec.prices.each, taken)
            ]

    def _tidy(self, known: Known) -> None:
        """The journals of parts are in the one of the whole now."""
        whole = self.folder / f"{JOURNALS}/1-of-1.jsonl"
        for each in known.paths:
            if each != whole:
                each.unlink(missing_ok=True)


def _before(first: Variant, others: Iterator[Variant]) -> Iterator[Variant]:
    yield first
    yield from others
