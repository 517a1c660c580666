"""The engines' processes: what they are asked and what they answer, how they end, and which of them may go on."""

from __future__ import annotations

import math
import os
import sys
import threading
from pathlib import Path
from time import monotonic, sleep, time
from typing import Any

import pytest
from click.testing import CliRunner

import bagpattern
from bagpattern.cli import main
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.engines import contest
from bagpattern.layout.engines import engine as engines
from bagpattern.layout.engines.engine import Engine
from bagpattern.layout.engines.engine_process import EngineProcess
from bagpattern.layout.engines.job import Job
from bagpattern.layout.engines.search import bettered
from bagpattern.layout.engines.watch import Watch
from bagpattern.layout.judge import faults, length_of
from bagpattern.layout.lay import first_plan
from bagpattern.said import Name
from bagpattern.values import replace
from tests.lay.test_lays import blank

CLOTH = Cloth("shell", Name("Canvas"), 500.0, "two-way", 10.0, 2.0)
CUT = (blank(100.0, 100.0, 2), blank(50.0, 200.0, 1, 0.3, "flap"))
ROW = 254.0  # mm: all in one row
ENOUGH = 60.0  # s: none of these takes as long

WORKER = """
import json, sys, time
job = json.loads(sys.stdin.readline())
def tell(spread):
    x, plan = 0.0, []
    for number, item in enumerate(job["items"]):
        for _ in range(item["copies"]):
            plan.append([number, item["turns"][0], x, 0.0])
            x += spread * (max(p[0] for p in item["ring"]) + job["gap"])
    print(json.dumps(plan), flush=True)
"""


def engine(tmp_path: Path, script: str, package: str = "one", name: str = "worker", **more: Any) -> Engine:
    """A stand-in for an engine: ``tell(spread)`` lays all in one row, so many times as far apart as need be."""
    path = tmp_path / f"{name}.py"
    path.write_text(WORKER + script, encoding="utf-8")
    return Engine(package, (str(path),), **more)


def job(seconds: float = ENOUGH, **more: Any) -> Job:
    return Job(CUT, CLOTH, time() + seconds, **more)


def ended(its: Engine, what: Job | None = None) -> EngineProcess:
    """The engine's process when it has come to its end by itself."""
    process = EngineProcess(its, what or job(), threading.Event())
    started = monotonic()
    while process.running and monotonic() - started < ENOUGH:
        sleep(0.01)
    process.end()
    return process


# one process ----------------------------------------------------------------------------------------------------------


def test_an_engine_tells_its_plans(tmp_path: Path) -> None:
    process = ended(engine(tmp_path, "tell(2.0)\ntell(1.0)"))
    assert not faults(CUT, CLOTH, process.spots)
    assert process.length == length_of(CUT, process.spots) == pytest.approx(ROW)
    assert not process.trouble


def test_an_engine_can_be_ended_at_once(tmp_path: Path) -> None:
    news, started = threading.Event(), monotonic()
    process = EngineProcess(engine(tmp_path, "tell(1.0)\ntime.sleep(600)"), job(), news)
    assert news.wait(ENOUGH)
    assert process.running
    process.end()
    process.end()
    assert not process.running
    assert not faults(CUT, CLOTH, process.spots)
    assert monotonic() - started < ENOUGH


@pytest.mark.parametrize("more", ["print('[[0, 1')", "sys.exit(3)", "raise RuntimeError"])
def test_a_plan_outlives_what_comes_after_it(tmp_path: Path, more: str) -> None:
    process = ended(engine(tmp_path, f"tell(1.0)\n{more}"))
    assert not faults(CUT, CLOTH, process.spots)
    assert not process.trouble


@pytest.mark.parametrize(
    ("script", "says"),
    [("raise RuntimeError('no room')", "RuntimeError: no room"), ("sys.exit(3)", "status 3"), ("", "")],
)
def test_an_engine_without_a_plan_says_why(tmp_path: Path, script: str, says: str) -> None:
    process = ended(engine(tmp_path, script))
    assert process.spots == ()
    assert process.length == math.inf
    assert process.trouble == (f"one broke down, and was left out: {says}" if says else "")


@pytest.mark.parametrize("its", [*engines.installed()], ids=lambda its: its.worker[-1].rpartition(".")[2])
@pytest.mark.parametrize(
    ("cut", "cloth", "free"),
    [
        (CUT, CLOTH, False),
        (
            (blank(100.0, 300.0, 3, 0.5), blank(80.0, 80.0, 2)),
            Cloth("shell", Name("Canvas"), 400.0, "square", gap=3.0),
            False,
        ),
        ((blank(120.0, 80.0, 4), blank(90.0, 60.0, 3)), Cloth("shell", Name("Leather"), 300.0, "none"), True),
    ],
    ids=["two-way", "square", "free"],
)
def test_every_engine_that_is_here(its: Engine, cut: Any, cloth: Cloth, free: bool) -> None:
    process = ended(its, Job(cut, cloth, time() + 2.0, free))
    assert not process.trouble
    assert process.spots
    assert not faults(cut, cloth, process.spots)


def test_an_engine_finds_what_is_imported_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    its = engine(tmp_path, "tell(1.0)", name="stand_in")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    process = ended(replace(its, worker=("-m", "stand_in")))
    assert process.spots, process.trouble


# the contest ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def cores(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets how many cores there seem to be."""
    return lambda number: monkeypatch.setattr(os, "cpu_count", lambda: number)


def enter(monkeypatch: pytest.MonkeyPatch, *entrants: Engine) -> None:
    monkeypatch.setattr(engines, "ENGINES", entrants)


def test_all_plans_count_and_the_best_length_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cores: Any
) -> None:
    cores(16)
    slow = engine(tmp_path, "tell(3.0)", "two", "slow")
    enter(monkeypatch, engine(tmp_path, "tell(2.0)\ntime.sleep(0.5)\ntell(1.0)"), slow)
    heard: list[float] = []
    found = contest.contest(job(), ENOUGH, Watch(heard.append), 1000.0)
    assert [name for _, name in found] == ["one", "two"]
    assert length_of(CUT, found[0][0]) == pytest.approx(ROW)
    assert heard == sorted(heard, reverse=True)
    assert heard[-1] == pytest.approx(ROW)


@pytest.mark.parametrize(("number", "length"), [(2, 662.0), (16, ROW)])
def test_what_lags_is_ended_where_cores_are_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cores: Any, number: int, length: float
) -> None:
    cores(number)
    late = engine(tmp_path, "tell(3.0)\ntime.sleep(3.5)\ntell(1.0)", "two", "late")
    enter(monkeypatch, engine(tmp_path, "tell(2.0)\ntime.sleep(3.5)"), late)
    found = contest.contest(job(6.0), 6.0, Watch(), 1000.0)
    assert [length_of(CUT, spots) for spots, _ in found] == pytest.approx([458.0, length])


def test_no_process_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[EngineProcess] = []

    def noted(*given: Any) -> EngineProcess:
        made.append(EngineProcess(*given))
        return made[-1]

    def interrupted(length: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(contest, "EngineProcess", noted)
    enter(monkeypatch, engine(tmp_path, "tell(1.0)\ntime.sleep(600)"))
    with pytest.raises(KeyboardInterrupt):
        contest.contest(job(), ENOUGH, Watch(interrupted), 1000.0)
    assert made
    assert not any(process.running for process in made)


def test_a_stopped_watch_ends_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Watch()
    watch.progress = lambda length: setattr(watch, "stopped", True)
    enter(monkeypatch, engine(tmp_path, "tell(1.0)\ntime.sleep(600)"))
    started = monotonic()
    assert len(contest.contest(job(), ENOUGH, watch, 1000.0)) == 1
    assert monotonic() - started < ENOUGH


def test_breakdowns_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    enter(monkeypatch, engine(tmp_path, "raise MemoryError"))
    watch = Watch()
    assert contest.contest(job(), ENOUGH, watch, 1000.0) == []
    assert watch.troubles == ["one broke down, and was left out: MemoryError"]
    with pytest.warns(RuntimeWarning, match="one broke down, and was left out: MemoryError"):
        bagpattern.lay(bagpattern.make("daypack"), effort=0.5)


def test_breakdowns_are_told_at_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    enter(monkeypatch, engine(tmp_path, "raise MemoryError"))
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(main, ["lay", "daypack", "--effort", "0.5"])
    assert told.exit_code == 0
    assert told.stderr.count("warning: one broke down, and was left out: MemoryError") == 1
    assert "shopping list" in told.stdout


def test_an_engine_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "nowhere/python")
    watch = Watch()
    assert contest.contest(job(), ENOUGH, watch, 1000.0) == []
    assert watch.troubles
    assert all("could not be started, and was left out: " in trouble for trouble in watch.troubles)


@pytest.mark.parametrize("better", ["one", "two"])
def test_the_best_of_all_engines_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, better: str) -> None:
    first = first_plan(CUT, CLOTH)
    spots = tuple(spot._replace(move=spot.move + 900 * number) for number, spot in enumerate(first.spots))
    loose = replace(first, spots=spots, length=length_of(CUT, spots))
    spread = {"one": 2.0, "two": 2.0, better: 1.0}
    enter(monkeypatch, *(engine(tmp_path, f"tell({spread[name]})", name, name) for name in ("one", "two")))
    plan = bettered(loose, 2.0)
    assert plan.engine.startswith(better)
    assert plan.length <= ROW + 0.01
    assert not faults(CUT, CLOTH, plan.spots)
