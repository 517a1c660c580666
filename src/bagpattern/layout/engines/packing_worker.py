"""Runs packingsolver, on the exact outlines: the only module that knows it.

``python -m bagpattern.layout.engines.packing_worker ALGORITHM ...`` reads a job from standard input, and writes its
plans, as ``job.py`` has them. The algorithms are the ``use_...`` parameters of the engine that are to be set; without
any it chooses itself.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from time import time
from typing import Any, TextIO


def run(job: dict[str, Any], irregular: Any, out: TextIO, algorithms: Sequence[str] = ()) -> None:
    """Search until the job's deadline. *irregular* is the engine's module of that name, or one like it."""
    parameters = irregular.OptimizeParameters()
    parameters.verbosity_level = 0
    for algorithm in algorithms:
        setattr(parameters, algorithm, True)
    wanted = sum(item["copies"] for item in job["items"])

    def tell(output: Any) -> None:
        plan = _plan(output.solution, wanted)
        if plan:
            print(json.dumps(plan), file=out, flush=True)

    instance = _instance(job, irregular)
    parameters.new_solution_callback = tell
    parameters.time_limit = max(job["deadline"] - time(), 0.01)
    tell(irregular.optimize(instance, parameters))


def _instance(job: dict[str, Any], irregular: Any) -> Any:
    """The cloth as one bin along x, as long as all pieces in one row; its least used length is what is wanted."""
    builder = irregular.InstanceBuilder()
    builder.set_objective(irregular.Objective.OpenDimensionX)
    long, wide = job["length"], job["width"]
    builder.add_bin_type(irregular.build_shape([(0.0, 0.0), (long, 0.0), (long, wide), (0.0, wide)]), copies=1)
    builder.set_item_item_minimum_spacing(job["gap"])
    for item in job["items"]:
        shape = irregular.build_shape([tuple(point) for point in item["ring"]])
        turns = [(0.0, 360.0, False)] if item["turns"] is None else [(turn, turn, False) for turn in item["turns"]]
        builder.add_item_type(shape, allowed_rotations=turns, copies=item["copies"])
    return builder.build()


def _plan(solution: Any, wanted: int) -> list[list[float]]:
    """Empty as long as some piece has no place."""
    if solution.number_of_items() != wanted or solution.number_of_bins() != 1:
        return []
    items = solution.bin(0).items
    return [[each.item_type_id, each.angle, each.bl_corner.x, each.bl_corner.y] for each in items]


if __name__ == "__main__":
    from packingsolver import irregular as engine

    from bagpattern.layout.engines.worker import take_job

    run(take_job(), engine, sys.stdout, sys.argv[1:])
