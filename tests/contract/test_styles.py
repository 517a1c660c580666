"""What holds for every style there is: proved, or refused by name; at defaults, at every limit, and in between."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bagpattern.contract import cases
from bagpattern.contract.cases import Case, Settings, hosts
from bagpattern.parameter import Parameter
from bagpattern.parameters import Choice, declarations
from bagpattern.styles import STYLES
from tests.contract import sensible
from tests.contract.outcomes import outcome


def name_of(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", list(cases.styles()), ids=name_of)
def test_defaults_are_proved(case: Case) -> None:
    assert outcome(case.settings) == "proved"


@pytest.mark.parametrize("style", STYLES.names())
def test_limits_are_proved_or_refused(style: str) -> None:
    """Every other one; and most are proved: a declaration that refuses nearly all of its own limits would be a lie."""
    tried = [case.settings for case in cases.limits() if case.settings["style"] == style][::2]
    found = [(settings, outcome(settings)) for settings in tried]
    assert not [each for each in found if each[1] not in ("proved", "refused")]
    assert sum(fault == "proved" for _, fault in found) > len(found) / 2


@pytest.mark.parametrize("case", list(cases.chosen_parts())[::2], ids=name_of)
def test_limits_of_chosen_parts_are_proved_or_refused(case: Case) -> None:
    """Every other one: ``python -m tests.fuzz`` goes on with them."""
    assert outcome(case.settings) in ("proved", "refused")


@st.composite
def presets(draw: st.DrawFn, style: str | None = None) -> Settings:
    """A few values of a style, or of any, somewhere within their limits, and some pockets."""
    style = style or draw(st.sampled_from(STYLES.names()))
    of = STYLES.member(style)
    made: Settings = {"style": style}
    paths = [each for each in cases.own_parameters(of) if each[1].kind != "text"]
    for path, parameter in draw(st.lists(st.sampled_from(paths), max_size=4, unique_by=lambda each: each[0])):
        cases.put(made, path, draw(values(parameter)))
    for key, declared in declarations(of).items():
        if isinstance(declared, Choice):
            made[key] = draw(entries(declared, style)) if declared.many else draw(part(declared))
    return made


def values(parameter: Parameter) -> st.SearchStrategy[object]:
    """Any value that the declaration allows, as a preset writes it."""
    if parameter.kind in ("length", "count") and parameter.least is not None and parameter.most is not None:
        within = st.floats(parameter.least, parameter.most).map(lambda value: parameter.write(round(value, 3)))
        return within if parameter.kind == "length" else st.integers(int(parameter.least), int(parameter.most))
    return st.sampled_from(list(cases.extremes(parameter)))


@st.composite
def part(draw: st.DrawFn, declared: Choice) -> Settings:
    kind = draw(st.sampled_from(declared.family.names()))
    made: Settings = {"kind": kind}
    own = [each for each in cases.own_parameters(declared.family.member(kind)) if each[1].kind != "text"]
    some = st.lists(st.sampled_from(own), max_size=2, unique_by=lambda each: each[0]) if own else st.just([])
    for path, parameter in draw(some):
        cases.put(made, path, draw(values(parameter)))
    return made


@st.composite
def entries(draw: st.DrawFn, declared: Choice, style: str) -> list[Settings]:
    count = draw(st.integers(0, 3))
    made = [draw(part(declared)) for _ in range(count)]
    for number, each in enumerate(made):
        each["name"] = f"{declared.family.what} {number}"
        if "panel" in declarations(declared.family.member(each["kind"])):
            each["panel"] = draw(st.sampled_from(hosts(style)))
    return made


@pytest.mark.parametrize("style", STYLES.names())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_wild_presets_are_proved_or_refused(style: str, data: st.DataObject) -> None:
    """Anywhere within the limits: most of these are refused, each by name."""
    assert outcome(data.draw(presets(style))) in ("proved", "refused")


@pytest.mark.parametrize("style", STYLES.names())
def test_forty_sensible_sets_are_proved(style: str) -> None:
    """As they came, or once what was refused is mended as told; pytest -rP prints how many of which."""
    refusals = Counter(sensible.refusals(style, 40))
    print(sensible.told(style, refusals))
    assert refusals.total() == 40
    assert refusals[0] >= 40 * 0.55
    assert refusals[0] + refusals[1] >= 40 * 0.8
