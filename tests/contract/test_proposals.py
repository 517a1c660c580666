"""What a message proposes works: a bound that is followed to the letter, in mm or in inches, is not refused again."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bagpattern.contract.cases import Settings
from bagpattern.errors import InputError, Problem
from bagpattern.language import Teller
from bagpattern.parts.pockets.slip import Slip
from bagpattern.pipeline import make
from bagpattern.proposals import make_it
from bagpattern.ruler import marked
from bagpattern.units import MILLIMETRES, Units
from bagpattern.words import at_least, at_most, choose
from tests.contract.test_styles import presets

_NUMBER = r"(?:\d+ )?\d+(?:[./]\d+)?"
_LENGTH = rf"({_NUMBER}) (mm|cm|in)"
_PROPOSED = (
    rf"make it (?:\d+ mm, or )?(?:at least|at most) {_LENGTH}",
    rf"choose ({_NUMBER}) to {_NUMBER} (mm|cm|in)",
    rf"choose {_NUMBER} to {_LENGTH}",
    rf"(?:nearest|lowest) free place is at {_LENGTH}",
    rf"{_LENGTH} from the base it has room",
    rf": it has room for {_LENGTH}$",
    rf'not sold .* choose "?{_LENGTH}',
    rf'not sold .* or "?{_LENGTH}',
)
"""A length that, as the message says, will do for the value that is refused."""
_BESIDE = (
    (rf"\b(?:with|or) an? (\w+) of {_LENGTH}", r"\1"),
    (rf"\b(?:with|or) the (\w+) of at (?:least|most) {_LENGTH}", r"\1"),
    (rf"(make) the anchor at least {_LENGTH} wide", "anchor.width"),
    (rf"(make) the bag at least {_LENGTH} deep", "dimensions.depth"),
)
"""The same for another value: of the same part, or in another table."""


def proposals(problem: Problem) -> list[tuple[str, str]]:
    """What a message proposes: keys, each with a length."""
    found = [(problem.key, each) for form in _PROPOSED for each in re.finditer(form, str(problem.message))]
    own = [(key, f"{each[1]} {each[2]}") for key, each in found]
    table = problem.key.rpartition(".")[0]
    told = [(each, each.expand(key)) for form, key in _BESIDE for each in re.finditer(form, str(problem.message))]
    return own + [(key if "." in key else f"{table}.{key}", f"{each[2]} {each[3]}") for each, key in told]


def offered(problem: Problem) -> list[tuple[str, str]]:
    """What a problem offers beside its message, as data."""
    return [(each.key, str(each.value)) for each in problem.mends]


def refusals(preset: Settings, key: str = "", value: str = "") -> list[Problem]:
    """What is wrong with a preset, one value of it set anew."""
    try:
        make(preset, {key: value} if key else {})
    except InputError as error:
        return list(error.problems)
    return []


def wording(problem: Problem) -> str:
    """A message without its figures."""
    return re.sub(r"[\d./ ]+", " ", str(problem.message))


def repeated(preset: Settings) -> list[str]:
    """Every proposal for *preset* that is refused in its turn, by the same words or by the limits of the value."""
    faults = []
    for problem in refusals(preset):
        for key, value in {*proposals(problem), *offered(problem)}:
            again = [each for each in refusals(preset, key, value) if each.key in (key, problem.key)]
            same = (
                each
                for each in again
                if wording(each) == wording(problem)
                or "is too small: " in str(each.message)
                or "is too large: " in str(each.message)
            )
            faults += [f"{problem}; with {key} = {value}: {each}" for each in same]
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
    assert {*offered(problem)} <= {*proposals(problem)}
    assert {key for key, _ in offered(problem)} == {key for key, _ in proposals(problem)}
    assert repeated(preset) == []


SLEEVE = {"name": "a", "kind": "luggage-sleeve"}
TIGHT: list[dict[str, Any]] = [
    {"style": "crossbody", "fittings": [{**SLEEVE, "panel": "base-band"}]},
    {"style": "stuff-sack", "dimensions": {"width": "92 mm"}, "fittings": [{**SLEEVE, "panel": "base"}]},
    {"style": "band-pouch", "dimensions": {"height": "60 mm"}, "closure": {"stop": "139.9 mm", "zip": "#5"}},
    {"style": "band-pouch", "dimensions": {"bottom_radius": "0 mm"}, "closure": {"stop": "285.5 mm"}},
    {"style": "crossbody", "dimensions": {"height": "400 mm", "shape": "half-moon"}},
    {
        "style": "messenger",
        "pockets": [{"name": "a", "kind": "elastic-top", "panel": "lining-gusset", "drawn_to": "32 mm"}],
    },
    {"style": "roll-top", "dimensions": {"base": "oval", "flare": "12 cm"}, "straps": {"kind": "fabric"}},
    {"style": "stuff-sack", "dimensions": {"width": "60 mm"}, "closure": {"kind": "recessed-zip", "gap": "142 mm"}},
    {"style": "messenger", "dimensions": {"width": "140 mm"}, "closure": {"kind": "recessed-zip", "gap": "45 mm"}},
    {
        "style": "messenger",
        "pockets": [{"name": "a", "kind": "zip-between", "panel": "gusset", "height": "40 mm", "zip": "#8"}],
    },
    {"style": "duffle", "pockets": [{"name": "a", "kind": "slip", "panel": "end-right", "width": "16 cm"}]},
    {"style": "tote", "fittings": [{"name": "a", "kind": "key-leash", "panel": "front", "width": "25.2 mm"}]},
    {"style": "duffle", "handles": {"width": "19.5 mm"}},
    {
        "style": "flat-pouch",
        "dimensions": {"rim": "136 mm"},
        "pockets": [{"name": "a", "kind": "bellows", "panel": "lining-back", "radius": "80 mm", "height": "61 mm"}],
    },
]
"""Where what there is room for lies near or beyond the limits of the value itself."""


@pytest.mark.parametrize("units", ["mm", "in"])
@pytest.mark.parametrize("preset", TIGHT, ids=str)
def test_nothing_beyond_the_limits_of_a_value_is_proposed(units: str, preset: Settings) -> None:
    preset = {**preset, "units": units}
    assert refusals(preset)
    assert repeated(preset) == []


def test_a_bound_is_held_to_the_limits_of_its_value() -> None:
    assert str(make_it(Slip, "width", most=80)) == "make it at most 80 mm"
    assert str(make_it(Slip, "width", least=80)) == "make it at least 80 mm"
    assert str(make_it(Slip, "width", least=80, most=9000)) == "choose 80 to 500 mm"
    assert str(make_it(Slip, "width", most=20, otherwise="take another")) == "take another"
    assert str(make_it(Slip, "width", least=501, otherwise="take another")) == "take another"
    assert str(make_it(Slip, "width", least=80.1, most=80.9, otherwise="no mark")) == "no mark"
    assert str(make_it(Slip, "width", least=80, zero=True)) == "make it 0 mm, or at least 80 mm"
    assert str(make_it(Slip, "width", least=501, zero=True)) == "make it 0 mm"


@given(st.floats(1, 1000), st.floats(0, 500))
def test_bounds_hold_to_the_last_digit(least: float, more: float) -> None:
    most = least + more + 4  # mm: nearer ends may leave no mark between them
    for units in (Units("mm"), Units("in")):
        low, high, first, last = (
            _millimetres(each, units) for text in (at_least(least), at_most(most), choose(least, most))
            for each in _figures(Teller(units)(text))
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
