"""What the workers are told, and what they tell."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from time import time
from types import SimpleNamespace
from typing import Any

import spyrrow

from bagpattern.layout.cloth import Cloth
from bagpattern.layout.engines import packing_worker, spyrrow_worker
from bagpattern.layout.engines.engine import ENGINES
from bagpattern.layout.engines.job import Job
from bagpattern.layout.judge import faults
from bagpattern.said import Name
from tests.lay.test_contest import CLOTH, CUT, ENOUGH, ended, job


def test_what_spyrrow_is_told_and_tells() -> None:
    out = io.StringIO()
    spyrrow_worker.run(json.loads(job(0.3, seed=3).text), spyrrow, out)
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert answers
    for answer in answers:
        assert not faults(CUT, CLOTH, job().spots(answer))


def test_a_worker_ends_with_who_gave_it_its_job() -> None:
    script = (
        "import time; from bagpattern.layout.engines.worker import take_job; "
        "print(take_job(), flush=True); time.sleep(600)"
    )
    command = [sys.executable, "-c", script]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write('{"width": 1}\n')
    process.stdin.flush()
    assert process.stdout.readline() == "{'width': 1}\n"
    process.stdin.close()
    assert process.wait(ENOUGH) == 0
    process.stdout.close()


def test_what_cannot_be_laid_is_a_breakdown() -> None:
    narrow = Job(CUT, Cloth("shell", Name("Canvas"), 90.0, "two-way"), time() + 2.0)
    assert ended(ENGINES[0], narrow).trouble.startswith("spyrrow broke down, and was left out: ")


class Builder:
    """What the worker calls of packingsolver's InstanceBuilder, noted down."""

    def __init__(self) -> None:
        self.noted: list[Any] = []

    def set_objective(self, objective: str) -> None:
        self.noted.append(objective)

    def add_bin_type(self, shape: Any, *, copies: int) -> None:
        self.noted.append((shape, copies))

    def set_item_item_minimum_spacing(self, gap: float) -> None:
        self.noted.append(gap)

    def add_item_type(self, shape: Any, *, allowed_rotations: Any, copies: int) -> None:
        self.noted.append((shape, allowed_rotations, copies))

    def build(self) -> list[Any]:
        return self.noted


def test_what_packingsolver_is_told() -> None:
    made: list[list[Any]] = []

    def optimize(instance: list[Any], parameters: Any) -> Any:
        made.append(instance)
        corner = SimpleNamespace(x=1.0, y=2.0)
        item = SimpleNamespace(item_type_id=0, angle=180.0, bl_corner=corner)
        nothing = SimpleNamespace(number_of_items=lambda: 0, number_of_bins=lambda: 0)
        whole = SimpleNamespace(
            number_of_items=lambda: 3, number_of_bins=lambda: 1, bin=lambda _: SimpleNamespace(items=[item] * 3)
        )
        parameters.new_solution_callback(SimpleNamespace(solution=nothing))
        assert 0 < parameters.time_limit <= ENOUGH
        assert parameters.use_tree_search
        return SimpleNamespace(solution=whole)

    its = SimpleNamespace(
        InstanceBuilder=Builder,
        OptimizeParameters=SimpleNamespace,
        Objective=SimpleNamespace(OpenDimensionX="x"),
        build_shape=list,
        optimize=optimize,
    )
    out = io.StringIO()
    packing_worker.run(json.loads(job().text), its, out, ["use_tree_search"])
    assert json.loads(out.getvalue()) == [[0, 180.0, 1.0, 2.0]] * 3
    (noted,) = made
    assert noted[0] == "x"
    assert noted[1][0][2][1] == CLOTH.usable
    assert noted[2] == CLOTH.gap
    assert noted[3][1:] == ([(0.0, 0.0, False)], 2)  # a rectangle is the same upside down
    assert noted[4][1:] == ([(0.0, 0.0, False), (180.0, 180.0, False)], 1)
