"""Who may go on after a heat of the contest, and who may enter."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pytest

from bagpattern.layout.engines import contest
from bagpattern.layout.engines.engine import Engine
from bagpattern.layout.engines.job import Job
from tests.lay.test_contest import CLOTH, enter
from tests.lay.test_lays import blank


class Stand:
    """How a search stands, for those who look at it."""

    def __init__(self, engine: Engine, length: float, running: bool) -> None:
        self.engine, self.length, self.running = engine, length, running


def searches(*lengths: float, packages: str = "spp", running: bool = True) -> list[Any]:
    """Of each package's letter a search; the third one is for rectangles."""
    return [
        Stand(Engine(package, (), for_rectangles=place == 2), length, running)
        for place, (package, length) in enumerate(zip(packages, lengths, strict=False))
    ]


@pytest.mark.parametrize(
    ("lengths", "boxes", "out"),
    [
        ((100.0, 110.0), 150.0, [1]),
        ((110.0, 100.0), 150.0, [0]),
        ((110.0, 100.0, 105.0), 150.0, [0]),
        ((100.0, 110.0, 99.0), 150.0, [0]),  # the leader's package goes on, whichever of its searches leads
        ((100.0, 110.0, 105.0), 97.0, [1, 2]),
        ((100.0, 110.0, 105.0), 95.0, [0, 1]),  # bounding boxes are far ahead: rectangles
        ((100.0, 110.0), 90.0, [1]),  # and nothing there for them
        ((math.inf, 100.0), 150.0, [0]),
        ((math.inf, math.inf), 150.0, []),
    ],
)
def test_the_first_heat(lengths: Sequence[float], boxes: float, out: list[int]) -> None:
    entered = searches(*lengths)
    assert contest._out_of_the_first(entered, boxes) == [entered[place] for place in out]


@pytest.mark.parametrize(
    ("lengths", "out"),
    [
        ((100.0,), []),
        ((110.0, 105.0, 100.0), [0, 1]),
        ((110.0, 100.0, 99.5), [0, 2]),  # little ahead, and in leaps
        ((math.inf, math.inf), []),
        ((), []),
    ],
)
def test_the_second_heat(lengths: Sequence[float], out: list[int]) -> None:
    entered = searches(*lengths)
    assert contest._out_of_the_second(entered) == [entered[place] for place in out]


def test_a_heat_lasts_until_the_steady_ones_have_a_plan() -> None:
    assert contest._undecided(searches(100.0, math.inf, 90.0))
    assert not contest._undecided(searches(100.0, 90.0, math.inf))
    assert not contest._undecided(searches(100.0, math.inf, running=False))


@pytest.mark.parametrize(("boxes", "entrants"), [(85.0, 2), (150.0, 1)])
def test_what_is_for_rectangles_enters_for_them_alone(
    monkeypatch: pytest.MonkeyPatch, boxes: float, entrants: int
) -> None:
    enter(monkeypatch, Engine("one", ()), Engine("two", (), for_rectangles=True))
    bars = (blank(80.0, 240.0, 2),)  # 80 mm of cloth at least
    assert len([*contest._entrants(Job(bars, CLOTH, 0.0), boxes)]) == entrants
