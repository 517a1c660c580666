"""What a message proposes works: a bound that is followed to the letter, in mm or in inches, is not refused again."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bagpattern.errors import InputError, Problem
from bagpattern.pipeline import make
from bagpattern.units import MILLIMETRES, Units, at_least, at_most, choose, marked
from tests.contract.cases import Settings
from tests.contract.test_styles import presets

_NUMBER = r"(?:\d+ )?\d+(?:[./]\d+)?"
_PROPOSED = (
    rf"make it (?:\d+ mm, or )?(?:at least|at most) ({_NUMBER}) (mm|cm|in)",
    rf"(?:choose|or) ({_NUMBER}) to {_NUMBER} (mm|cm|in)",
    rf"choose {_NUMBER} to ({_NUMBER}) (mm|cm|in)",
    rf"nearest free place is at ({_NUMBER}) (mm|in)",
)
"""A length that, as the message says, will do for the value that is refused."""


def proposals(problem: Problem) -> list[str]:
    """The lengths that a message proposes for its own key."""
    return [f"{each[1]} {each[2]}" for form in _PROPOSED if (each := re.search(form, problem.message))]


def refusals(preset: Settings, key: str = "", value: str = "") -> list[Problem]:
    """What is wrong with a preset, one value of it set anew."""
    try:
        make(preset, {key: value} if key else {})
    except InputError as error:
        return list(error.problems)
    return []


def wording(problem: Problem) -> str:
    """A message without its figures."""
    return re.sub(r"[\d./ ]+", " ", problem.message)


def repeated(preset: Settings) -> list[str]:
    """Every proposal for *preset* that is refused in its turn, by the same words or by the limits of the value."""
    faults = []
    for problem in refusals(preset):
        for value in proposals(problem):
            again = [each for each in refusals(preset, problem.key, value) if each.key == problem.key]
            same = (
                each
                for each in again
                if wording(each) == wording(problem)
                or "is too small: " in each.message
                or "is too large: " in each.message
            )
            faults += [f"{problem}; with {value}: {each}" for each in same]
    return faults


@pytest.mark.parametrize("units", ["mm", "in"])
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(preset=presets())
def test_what_is_proposed_is_accepted(units: str, preset: Settings) -> None:
    assert repeated({**preset, "units": units}) == []


FOLLOWED: list[dict[str, Any]] = [
    {"dimensions": {"top_radius": "20 cm"}},
    {"dimensions": {"width": "173.3 mm", "top_radius": "20 cm"}},
    {"closure": {"stop": "21 mm"}},
    {"lining": {"gap": "200 mm"}, "dimensions": {"width": "131.1 mm"}},
    {"pockets": [{"name": "a", "kind": "slip", "panel": "lining-back", "width": "30 cm"}]},
    {"pockets": [{"name": "a", "kind": "slip", "panel": "lining-back", "height": "30 cm"}]},
    {"crossbody": {"height": "7 cm"}},
    {"straps": {"kind": "fabric", "base_inset": "97 mm"}, "dimensions": {"width": "170.3 mm"}},
    {"straps": {"kind": "convertible", "length": "81 cm"}},
    {"compartments": [{"name": "a", "kind": "divider", "depth": "90.33 mm"}]},
    {"compartments": [{"name": "a", "kind": "bellows", "width": "39 cm"}]},
]


@pytest.mark.parametrize("units", ["mm", "in"])
@pytest.mark.parametrize("preset", FOLLOWED, ids=str)
def test_usual_mistakes_are_mended_as_proposed(units: str, preset: Settings) -> None:
    preset = {"style": "mini-backpack", **preset, "units": units}
    (problem,) = refusals(preset)
    assert proposals(problem)
    assert repeated(preset) == []


@given(st.floats(1, 1000), st.floats(0, 500))
def test_bounds_hold_to_the_last_digit(least: float, more: float) -> None:
    most = least + more + 4  # mm: nearer ends may leave no mark between them
    for units in (Units("mm"), Units("in")):
        low, high, first, last = (
            _millimetres(each, units) for text in (at_least(least), at_most(most), choose(least, most))
            for each in _figures(units.text(text))
        )  # fmt: skip
        assert low >= least
        assert high <= most
        assert least <= first <= last <= most
    assert abs(marked(least) - least) <= 25.4 / 32 + 1e-9
    assert marked(least, up=True) >= least - 0.002


def _figures(text: str) -> list[str]:
    return re.findall(_NUMBER, text)


def _millimetres(figure: str, units: Units) -> float:
    return float(sum(map(Fraction, figure.split())) * Fraction(str(MILLIMETRES[units.name])))
