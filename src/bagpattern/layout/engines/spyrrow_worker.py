"""Runs spyrrow, true shapes that are moved and turned until they fit: the only module that knows it.

``python -m bagpattern.layout.engines.spyrrow_worker`` reads a job from standard input, and writes its plans,
as ``job.py`` has them. The engine keeps the gap at the cloth's edges, too, and ends in a panic that is no Exception
when something is wrong.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Sequence
from datetime import timedelta
from time import time
from typing import Any, TextIO

_EXPLORING = 0.9
"""The share of the time for finding a plan; the rest draws it together, as linear programs do better after that."""
_DEPTH = 1
"""Of the tree that finds collisions: with up to 100 pieces a flat one finds them faster than the engine's own 4."""
_LEAST = 0.05  # s: what it is given at least
_LOOK = 0.02  # s between two looks at what it has found


def run(job: dict[str, Any], spyrrow: Any, out: TextIO) -> None:
    """Search until the job's deadline, or a little longer. *spyrrow* is the engine, or a module like it."""
    items = [
        spyrrow.Item(str(place), [*map(tuple, item["ring"])], item["copies"], item["turns"])
        for place, item in enumerate(job["items"])
    ]
    instance = spyrrow.StripPackingInstance("lay", job["width"] + 2 * job["gap"], items)
    config = _config(spyrrow, max(job["deadline"] - time(), _LEAST), job)
    queue, done = spyrrow.ProgressQueue(), threading.Event()
    fit = (spyrrow.ReportType.ExplFeas, spyrrow.ReportType.CmprFeas)

    def look() -> None:
        while not done.wait(_LOOK):
            _tell([solution for kind, solution in queue.drain() if kind in fit], job["gap"], out)

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    try:
        last = instance.solve(config, queue)
    finally:
        done.set()
        looking.join()
    _tell([last], job["gap"], out)


def _config(spyrrow: Any, seconds: float, job: dict[str, Any]) -> Any:
    """Whole seconds are all that its constructor takes."""
    config = spyrrow.StripPackingConfig(
        early_termination=False,
        total_computation_time=1,
        min_items_separation=job["gap"] or None,
        seed=job["seed"],
        quadtree_depth=_DEPTH,
    )
    config.exploration_time = timedelta(seconds=seconds * _EXPLORING)
    config.compression_time = timedelta(seconds=seconds * (1 - _EXPLORING))
    return config


def _tell(solutions: Sequence[Any], gap: float, out: TextIO) -> None:
    """The shortest of what it has found since the last look: each is shorter than those before."""
    for solution in solutions[-1:]:
        plan = [
            (int(each.id), each.rotation, each.translation[0] - gap, each.translation[1] - gap)
            for each in solution.placed_items
        ]
        print(json.dumps(plan), file=out, flush=True)


if __name__ == "__main__":
    import spyrrow as engine

    from bagpattern.layout.engines.worker import take_job

    run(take_job(), engine, sys.stdout)
