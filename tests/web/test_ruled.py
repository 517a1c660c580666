"""What is left to its rule is told with the length that the rule makes of it: written down, it makes the same bag."""

from __future__ import annotations

from typing import Any

import pytest

from bagpattern.preset.edit import edited
from bagpattern.preset.source import Written
from bagpattern.styles import STYLES
from bagpattern.web.drafting import drafted
from bagpattern.web.form import form

BAGS = ("band-pouch", "crossbody", "duffle", "handbag", "hobo", "messenger", "mini-backpack", "roll-top")

NEAR = 0.5
"""mm: a rule's length is told to a tenth, and goes twice round some pieces."""


def answer(toml: str) -> Any:
    return drafted(Written(toml), {"want": []})


@pytest.mark.parametrize("name", BAGS)
def test_a_ruled_length_that_is_written_down_changes_nothing(name: str) -> None:
    toml = f'extends = "{name}"\n'
    found = answer(toml)
    given = toml
    for key, length in found["ruled"].items():
        given = edited(Written(given), key, length)
    again = {"ruled": None, **answer(given)}
    assert any(key.startswith("dimensions.") for key in found["ruled"])
    assert (again["ok"], again["ruled"]) == (True, {}), again["findings"]
    for one, other in zip(found["cut_list"], again["cut_list"], strict=True):
        assert (one["piece"], one["width"]) == (other["piece"], pytest.approx(other["width"], abs=NEAR))
        assert one["height"] == pytest.approx(other["height"], abs=NEAR)
    assert again["finished"]["volume"] == pytest.approx(found["finished"]["volume"], rel=1e-3)


@pytest.mark.parametrize("style", STYLES.names())
def test_only_lengths_that_have_a_rule_are_told(style: str) -> None:
    told = {key for key in STYLES.member(style)().by_rule if key.startswith("dimensions.")}
    sizes = next(each for each in form(style)["fields"] if each["key"] == "dimensions")
    assert told <= {f"dimensions.{each['key']}" for each in sizes["fields"] if each.get("rule")}
