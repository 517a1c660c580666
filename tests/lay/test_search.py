"""The search for better plans: every engine that there is, Ctrl-C, and what no engine can lay."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import bagpattern
from bagpattern.errors import InputError
from bagpattern.geometry.placement import IDENTITY
from bagpattern.layout.blanks import Blank, blanks
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.engines import search
from bagpattern.layout.engines.search import all_bettered, bettered, seconds_of
from bagpattern.layout.engines.watch import Watch
from bagpattern.layout.judge import faults, length_of, unusable
from bagpattern.layout.lay import Lay, first_plan
from bagpattern.layout.tables import on_tables
from bagpattern.said import Name
from bagpattern.values import replace
from tests.lay.test_lays import blank, blank_lists, clear_of_each_other

CLOTH = Cloth("shell", Name("Canvas"), 500.0, "two-way", 10.0, 2.0)
CUT = (blank(100.0, 100.0, 2), blank(50.0, 200.0, 1, 0.3, "flap"))


def _spread(plan: Lay) -> Lay:
    """The same plan with a hole in it: any engine finds a better one."""
    spots = (*plan.spots[:-1], plan.spots[-1]._replace(move=plan.spots[-1].move + 900))
    return replace(plan, spots=spots, length=length_of(plan.blanks, spots))


def test_what_has_no_grain_is_turned_by_any_angle() -> None:
    on = Cloth("shell", Name("Leather"), 300.0, "none")
    plan = bettered(first_plan((blank(400.0, 10.0),), on), 0.6)
    assert plan.length < 320.0
    assert plan.spots[0].degrees not in on.turns
    assert not faults(plan.blanks, on, plan.spots)
    with_grain = bettered(first_plan((blank(400.0, 10.0),), Cloth("shell", Name("Canvas"), 300.0, "square")), 0.2)
    assert with_grain.length == 400.0


def test_ctrl_c_in_the_library_is_a_keyboard_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(lay: Any, seconds: float, watch: Watch, seed: int = 0) -> Any:
        watch.stopped = True
        return lay

    monkeypatch.setattr(search, "bettered", interrupted)
    with pytest.raises(KeyboardInterrupt):
        bagpattern.lay(bagpattern.make("pencil-case"), effort=1)


def test_no_search_is_begun_after_ctrl_c() -> None:
    if threading.current_thread() is not threading.main_thread():
        pytest.skip("signals are for the main thread")
    plans = [first_plan((blank(100.0, 100.0, 2, 0.9), blank(50.0, 200.0)), CLOTH)] * 2
    with Watch() as watch:
        os.kill(os.getpid(), signal.SIGINT)
        assert all_bettered(plans, 60.0, watch) == plans
        with pytest.raises(KeyboardInterrupt):  # the second one is for the program
            os.kill(os.getpid(), signal.SIGINT)
    assert watch.stopped


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_ctrl_c_keeps_the_best(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bagpattern", "lay", "mini-backpack", "--copies", "3", "--effort", "120"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    first = process.stderr.readline()  # a better length: the search is going on
    process.send_signal(signal.SIGINT)
    out, told = process.communicate(timeout=60)
    assert process.returncode == 0, told
    assert ": " in first
    assert "stopped: these are the best plans so far" in told
    assert "panic" not in told
    assert "Traceback" not in told
    assert "# Mini backpack purse: shopping list for 3 bags" in out
    assert (tmp_path / "mini-backpack" / "mini-backpack-plan.json").exists()


BAD = {
    "crosses itself": (0j, 100 + 100j, 100 + 0j, 100j),
    "has no area": (0j, 0.1 + 0j, 0.1 + 0.1j, 0.1j),
    "finite": (0j, complex("nan"), 100 + 100j),
    "three corners": (0j, 100 + 0j),
    "not at the origin": (1e6 + 0j, 1e6 + 100, 1e6 + 100j),
}


@pytest.mark.parametrize("says", BAD)
def test_outlines_that_no_engine_can_lay(says: str) -> None:
    bad = Blank("flap", 1, Name("Flap"), (1,), False, IDENTITY, BAD[says])
    with pytest.raises(ValueError, match=says) as caught:
        on_tables((blank(50.0, 50.0), bad), CLOTH)
    assert str(caught.value).startswith("flap: ")


@pytest.mark.parametrize("change", [{"gap": -1.0}, {"selvedge": float("nan")}, {"width": 20.0}, {"table": -5.0}])
def test_cloth_that_there_is_not(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"no length|nothing can be used"):
        on_tables(CUT, replace(CLOTH, **change))


@settings(max_examples=12)
@given(blank_lists, st.sampled_from(("one-way", "two-way", "square", "none")), st.sampled_from((0.0, 3.0)))
def test_harmless_oddities(cut: list[Blank], grain: str, gap: float) -> None:
    """Clockwise rings, corners that are given twice or lie on a side, and an exact fit."""
    assume(cut)
    odd = [
        Blank(each.piece, 1, each.title, each.copies, False, IDENTITY, (*each.ring[::-1], each.ring[0], each.ring[0]))
        for each in cut
    ]
    exact = max(min(blank.size()) if grain in ("square", "none") else blank.size().across for blank in cut)
    on = Cloth("shell", Name("Canvas"), exact, grain, 0.0, gap)
    assert not unusable(odd, on)
    plan = bettered(first_plan(tuple(odd), on), 0.08)
    assert clear_of_each_other(plan)
    assert not faults(plan.blanks, on, plan.spots)


def test_every_blank_lies_at_the_origin() -> None:
    pattern = bagpattern.make("messenger")
    for material in pattern.materials:
        assert not unusable(blanks(pattern, material.id), CLOTH)


def test_efforts() -> None:
    assert [seconds_of(each) for each in ("quick", "best", 0, 2.5, "3")] == [0.0, 60.0, 0.0, 2.5, 3.0]


@settings(max_examples=60)
@given(
    st.one_of(st.floats(max_value=49.0), st.just(float("nan")), st.just(float("inf")), st.sampled_from(("", "wide"))),
)
def test_widths_that_there_are_not(width: float | str) -> None:
    pattern = bagpattern.make("pencil-case")
    with pytest.raises(InputError):
        bagpattern.lay(pattern, {"shell": width})


@pytest.mark.parametrize(
    "given",
    [
        {"effort": "hard"},
        {"effort": -1},
        {"effort": float("nan")},
        {"copies": 0},
        {"grains": {"shell": "diagonal"}},
        {"grains": {"sole": "none"}},
        {"table": "3"},
        {"table": -1.0},
        {"table": 30.0},
    ],
)
def test_orders_that_cannot_be_used(given: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        bagpattern.lay(bagpattern.make("pencil-case"), **given)
