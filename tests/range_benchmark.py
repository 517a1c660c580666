"""How fast ranges are: ``python -m tests.range_benchmark``, which ``tests.benchmarks`` prints, too.

Read the ratios. What several processes take is measured by the clock, and wants a machine that does nothing else; what
one process takes is measured by its processor.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from bagpattern.library import files
from bagpattern.pipeline import make
from bagpattern.ranges.crew import processors
from bagpattern.ranges.folder import Folder
from bagpattern.ranges.journal import Journal, Known, is_done
from bagpattern.ranges.making import Made, Order, make_each
from bagpattern.ranges.plan import Plan
from bagpattern.ranges.reading import read_range
from bagpattern.ranges.running import Outcome, make_range
from bagpattern.ranges.variant import WHOLE, Shard

VARIANTS, MANY, PLANNED = 200, 10_000, 100_000
LEAST_SCALING, MOST_DASK, MOST_PLANNING, MOST_MEMORY = 0.95, 1.10, 10.0, 200.0
"""Of linear; times the pool's seconds; seconds; MB."""
_MB = 1024


def pouches(count: int) -> dict[str, Any]:
    """So many flat pouches that differ by a tenth of a mm, ten of each width."""
    widths = [f"{180 + number / 10:.1f} mm" for number in range(-(-count // 10))]
    heights = [f"{120 + number} mm" for number in range(min(count, 10))]
    axes = [{"key": "dimensions.width", "values": widths}, {"key": "dimensions.height", "values": heights}]
    return {"preset": "flat-pouch", "formats": ["json"], "pictures": False, "axes": axes}


def timed(function: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """Seconds that a call takes."""
    start = clock()
    function()
    return clock() - start


@contextmanager
def folder() -> Iterator[Path]:
    """An empty one."""
    with TemporaryDirectory() as name:
        yield Path(name)


def by_processes(count: int, processes: int) -> float:
    """So many pouches by so many processes."""
    with folder() as where:
        return timed(lambda: make_range(pouches(count), where, processes=processes))


def at_work(count: int, processes: int) -> float:
    """The share of their time that processes make variants, and wait for nobody, once each has begun.

    It is the bound of how they scale, and a busy machine leaves it alone, for both of its sides are by the clock.
    """
    heard: list[float] = []
    with folder() as where:
        make_range(pouches(count), where, processes=processes, progress=lambda _: heard.append(perf_counter()))
        lines = (where / "parts" / "1-of-1.jsonl").read_text(encoding="utf-8").splitlines()
    seconds = sorted((json.loads(line)["seconds"] for line in lines), reverse=True)
    late = processes  # the first of each process imports what is imported late, and ends last of the first
    return float(sum(seconds[late:]) / (processes * (heard[-1] - heard[late - 1])))


def beside_a_bare_loop(count: int) -> tuple[float, float]:
    """Variants a second of a processor: as a range makes them, with their cloth; a loop of ``make`` and ``files``."""
    plan = Plan(read_range(pouches(count)))
    order = Order.of(plan.spec)

    def loop() -> None:
        for each in plan.variants():
            files(make("flat-pouch", {**each.sets, "preset": each.name}), "json")

    loop()  # what is imported late is there from now on
    ranged = timed(lambda: [*make_each(order, plan.variants())], process_time)
    return count / ranged, count / timed(loop, process_time)


def by_dask(count: int, workers: int) -> float:
    """By a dask cluster on this machine, which is running."""
    from distributed import LocalCluster

    from bagpattern.ranges.hired import cluster

    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as running,
        folder() as where,
        cluster(running.scheduler_address) as (executor, at_once),
    ):
        make_range(pouches(10), where / "warm", executor=executor, at_once=at_once)
        return timed(lambda: make_range(pouches(count), where / "out", executor=executor, at_once=at_once))


# in a process of its own, for its memory ------------------------------------------------------------------------------


def _alone(what: str, *arguments: object) -> list[float]:
    """The figures that a function of this module prints in a new process."""
    code = f"from tests import range_benchmark; range_benchmark.{what}(*{arguments!r})"
    result = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    return [float(each) for each in result.stdout.split()]


def planned(count: int) -> None:
    """Prints the seconds of listing, of a shard and of finding everything done, and the MB of all of it."""
    with folder() as where:
        plan, place = Plan(read_range(pouches(count))), Folder(where)
        listed = timed(lambda: _listed(plan), process_time)
        shard = timed(lambda: sum(1 for _ in plan.variants(Shard(3, 16))), process_time)
        with place.taken(WHOLE):
            _as_made(plan, place)
            resumed = timed(lambda: _resumed(plan, place), process_time)
        print(listed, shard, resumed, _peak())


def _listed(plan: Plan) -> None:
    plan.prove()
    assert sum(1 for _ in plan.variants()) == plan.total


def _as_made(plan: Plan, place: Folder) -> None:
    """A journal as if everything had been made already, each row as long as one is, with one file that is there."""
    (place / "file").write_bytes(b"")
    journal = Journal(place, WHOLE)
    filler: dict[str, Any] = {
        "needs": [{"of": "shell", "by": "canvas", "text": "30 cm of canvas", "amount": 0.3, "unit": "m"}] * 8
    }
    for each in plan.variants():
        row = {"key": each.key, "name": each.name, "status": "made", "words": dict(each.words)}
        journal.add(Made({**row, **filler, "files": [{"path": "file", "bytes": 0}], "picture": None}, {}, 0.0))
    journal.close()


def _resumed(plan: Plan, place: Folder) -> None:
    known = Known(place)
    assert all(is_done(known.find(each.key), place) for each in plan.variants())
    known.close()


def remembered(count: int, processes: int) -> None:
    """Prints the MB that making a range takes this process, at a tenth of it and at its end."""
    peaks: list[float] = []

    def hear(outcome: Outcome) -> None:
        if outcome.done in (count // 10, count):
            peaks.append(_peak())

    with folder() as where:
        make_range(pouches(count), where, processes=processes, progress=hear)
    print(*peaks)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MB


def main() -> None:
    """Print all figures; those of 10,000 variants where they are asked for."""
    cores = processors()
    scaling = by_processes(VARIANTS, 1) / (by_processes(VARIANTS, cores) * cores)
    print(f"{cores} processes: {scaling:.2f} of linear; at least {LEAST_SCALING}")
    print(f"    at work {at_work(VARIANTS, cores):.1%} of the time")
    ranged, bare = beside_a_bare_loop(VARIANTS)
    print(f"{ranged:.1f} variants a second of one processor, with their cloth; a bare loop {bare:.1f}, without")
    listed, shard, resumed, memory = _alone("planned", PLANNED)
    print(
        f"{PLANNED:,} planned: listed in {listed:.1f} s, a sixteenth in {shard:.1f} s, found done in {resumed:.1f} s;"
    )
    print(f"    {memory:.0f} MB; at most {MOST_PLANNING:.0f} s each and {MOST_MEMORY:.0f} MB")
    if find_spec("distributed"):
        pool, dask = by_processes(VARIANTS, 2), by_dask(VARIANTS, 2)
        print(f"dask, two workers: {dask / pool:.2f} x the pool's seconds; at most {MOST_DASK}")
    if "--memory" in sys.argv:
        early, late = _alone("remembered", MANY, cores)
        print(f"{MANY:,} made: {early:.0f} MB at a tenth, {late:.0f} MB at the end")


if __name__ == "__main__":
    main()
