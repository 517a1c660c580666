"""What a message proposes works: a bound that is followed to the letter, in mm or in inches, is not refused again."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bagpattern
from bagpattern.contract.cases import Settings
from bagpattern.language import Teller
from bagpattern.parts.pockets.slip import Slip
from bagpattern.proposals import make_it
from bagpattern.ruler import marked
from bagpattern.units import MILLIMETRES, Units
from bagpattern.words import at_least, at_most, choose, words
from tests.contract.test_styles import presets
from tests.fuzz.followed import offered, proposals, refusals, repeated

SOURCE = Path(bagpattern.__file__).parent
_NUMBER = r"(?:\d+ )?\d+(?:[./]\d+)?"


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
    assert {key for ((key, _),) in offered(problem)} == {key for ((key, _),) in proposals(problem)}
    assert repeated(preset) == []


WALL = {"name": "a", "kind": "divider"}
CLASP = {"kind": "sewn-frame", "width": "165 mm"}
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
    {"style": "frame-purse", "dimensions": {"bottom_radius": "59 mm", "height": "140 mm"}},
    {"style": "frame-purse", "dimensions": {"height": "70 mm"}, "lining": {"inset": "4.853 mm"}},
    {"style": "box-bag", "closure": {"kind": "fold-over", "fold": "250 mm"}},
    {"style": "frame-wedge", "dimensions": {"right": "198 mm"}, "materials": {"foam": "decovil"}},
    {
        "style": "frame-wedge",
        "compartments": [{"name": "a", "kind": "bellows", "zip": "#5", "gap": "18 mm", "panel": "lining-front"}],
    },
    {"style": "organiser", "fittings": [{"name": "a", "kind": "base-insert"}]},
    {
        "style": "box-bag",
        "compartments": [{"name": "a", "kind": "bellows", "zip": "#3", "panel": "lining-side-left"}],
    },
    {
        "style": "flat-pouch",
        "dimensions": {"rim": "136 mm"},
        "pockets": [{"name": "a", "kind": "bellows", "panel": "lining-back", "radius": "80 mm", "height": "61 mm"}],
    },
    {"style": "tote", "dimensions": {"width": "80 mm"}, "compartments": [WALL]},
    {"style": "flat-pouch", "dimensions": {"rim": "135 mm"}, "compartments": [{**WALL, "height": "448.9 mm"}]},
    {"style": "frame-purse", "dimensions": {"depth": "35 mm"}, "compartments": [WALL]},
    {"style": "frame-purse", "dimensions": {"depth": "80 mm"}, "compartments": [{**WALL, "height": "217 mm"}]},
    {"style": "frame-purse", "closure": CLASP, "compartments": [{**WALL, "height": "217 mm"}]},
    {"style": "folding-wallet", "dimensions": {"folds": 5}, "materials": {"shell": "spacer-mesh"}},
    {"style": "folding-wallet", "dimensions": {"height": "7 cm"}, "compartments": [{**WALL, "height": "217 mm"}]},
    {"style": "roll-top", "dimensions": {"height": "715 mm"}, "straps": {"kind": "convertible", "length": "1089 mm"}},
    {"style": "box-bag", "pockets": [{"name": "a", "kind": "hidden", "panel": "lining-front", "opening": "148 mm"}]},
    {
        "style": "messenger",
        "pockets": [{"name": "a", "kind": "elastic-top", "panel": "lining-gusset", "height": "9 cm"}],
    },
]
"""Where what there is room for lies near or beyond the limits of the value itself."""


@pytest.mark.parametrize("units", ["mm", "in"])
@pytest.mark.parametrize("preset", TIGHT, ids=str)
def test_nothing_beyond_the_limits_of_a_value_is_proposed(units: str, preset: Settings) -> None:
    preset = {**preset, "units": units}
    assert refusals(preset)
    assert repeated(preset) == []


def test_no_part_tells_a_bound_by_itself() -> None:
    """Else the value's own limits may refuse what is told: ``make_it`` knows them."""
    own = {file.name for file in SOURCE.rglob("*.py") if "make it {bound}" in file.read_text(encoding="utf-8")}
    assert own == {"proposals.py"}


def test_a_bound_is_held_to_the_limits_of_its_value() -> None:
    assert str(make_it(Slip, "width", most=80)) == "make it at most 80 mm"
    assert str(make_it(Slip, "width", least=80)) == "make it at least 80 mm"
    assert str(make_it(Slip, "width", least=80, most=9000)) == "choose 80 to 500 mm"
    assert str(make_it(Slip, "width", most=20, otherwise=words("take another"))) == "take another"
    assert str(make_it(Slip, "width", least=501, otherwise=words("take another"))) == "take another"
    assert str(make_it(Slip, "width", least=80.1, most=80.9, otherwise=words("no mark"))) == "no mark"
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
