"""The JSON Schema takes every good preset, and refuses every one whose form is wrong."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bagpattern.cli import main
from bagpattern.preset import preset_names, preset_text, read
from bagpattern.preset.schema import schema
from bagpattern.preset.template import template
from bagpattern.units import LENGTH_PATTERN, parse_length
from tests.errors.test_messages import HERE, MISTAKES
from tests.errors.test_round_trip import presets

VALIDATOR = Draft202012Validator(schema())

NOT_OF_FORM = {
    "compartments-too-large",
    "compartments-without-lining",
    "convertible-that-does-not-exist",
    "convertible-too-long",
    "convertible-with-another-strap",
    "dimensions-from-nothing",
    "extends-itself",
    "extends-unknown",
    "holds-too-much",
    "holds-unknown",
    "length-out-of-limits",
    "name-of-a-piece",
    "pocket-on-divided-panel",
    "pocket-on-unknown-panel",
    "pocket-too-wide",
    "radius-too-large",
    "raw-hem-with-allowance",
    "remove-what-is-not-there",
    "remove-with-more",
    "second-compartment-holds-too-much",
    "second-compartment-in-shallow-bag",
    "second-compartment-too-deep",
    "second-compartment-twice",
    "second-compartment-unlined",
    "second-compartment-zip-in-seam",
    "set-options",
    "style-line-on-band",
    "tab-on-pocket-top",
    "tab-on-zip-end",
    "two-of-one-name",
    "width-not-sold",
}
"""Mistakes that no schema can see: comparisons, limits in units, other files, the command line."""


def parsed(path: Path) -> dict[str, Any] | None:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        return None


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("name", preset_names())
def test_shipped_presets(name: str) -> None:
    assert [*VALIDATOR.iter_errors(tomllib.loads(preset_text(name)))] == []
    assert [*VALIDATOR.iter_errors(read(name).settings)] == []
    assert [*VALIDATOR.iter_errors(tomllib.loads(template(read(name))))] == []


@settings(deadline=None, max_examples=50)
@given(presets)
def test_any_preset(made: dict[str, Any]) -> None:
    assert [*VALIDATOR.iter_errors(read(made).settings)] == []


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes(name: str) -> None:
    values = parsed(HERE / name)
    if values is not None:
        assert VALIDATOR.is_valid(values) == (Path(name).stem in NOT_OF_FORM)


def test_every_exception_has_its_file() -> None:
    assert {f"{name}.toml" for name in NOT_OF_FORM} <= {*MISTAKES}


GOOD = (
    'extends = "mini-backpack"',
    'extends = "mini-backpack"\n[[pockets]]\nname = "slip"\nremove = true',
    'extends = "mini-backpack"\n[[pockets]]\nname = "slip"\nheight = "10 cm"',
    'extends = "mini-backpack"\n[straps]\nlength = "10 cm"',
    'style = "mini-backpack"\nunits = "in"\n[straps]\nlength = "29 1/2 in"',
    'style = "mini-backpack"\n[straps]\nlength = "by rule"',
)
BAD = (
    'extends = "mini-backpack"\n[straps]\nlenght = "10 cm"',
    'extends = "mini-backpack"\n[straps]\nkind = "webing"',
    "extends = 3",
    'style = "mini-backpack"\n[[pockets]]\nname = "slip"\nremove = true',
    'style = "mini-backpack"\n[[pockets]]\nname = "slip"\nkind = "slip"\npanel = "front"\nremove = true',
    'style = "mini-backpack"\n[[pockets]]\nname = "slip"\nkind = "slip"',
    'style = "mini-backpack"\n[[pockets]]\nname = "slip"\npanel = "front"',
    'style = "mini-backpack"\nunits = "inch"',
    'style = "mini-backpack"\n[dimensions]\nwidth = "by rule"',
    'name = "nothing else"',
)


@pytest.mark.parametrize("text", GOOD)
def test_good_forms(text: str) -> None:
    assert VALIDATOR.is_valid(tomllib.loads(text))


@pytest.mark.parametrize("text", BAD)
def test_bad_forms(text: str) -> None:
    assert not VALIDATOR.is_valid(tomllib.loads(text))


@given(st.text(alphabet='0123456789 ./-+½minctf"″MI,', max_size=9))
def test_lengths_are_what_can_be_read(text: str) -> None:
    assert bool(re.search(LENGTH_PATTERN, text)) == can_be_read(text)


def can_be_read(text: str) -> bool:
    try:
        parse_length(text)
    except ValueError as error:
        return "divides by zero" in str(error)
    return True


def test_values_are_explained() -> None:
    backpack = schema()["$defs"]["styles.mini-backpack"]["properties"]
    width = backpack["dimensions"]["anyOf"][0]["properties"]["width"]
    assert width["description"] == "across the front (120 mm to 450 mm)"
    assert width["default"] == "220 mm"


def test_a_mistake_is_told_where_it_stands() -> None:
    """An editor underlines the value, not the whole file: that is why style and kind choose the rules."""
    preset = {"style": "mini-backpack", "dimensions": {"widht": "9 in"}, "straps": {"kind": "webbing", "width": 25}}
    found = {"/".join(map(str, each.absolute_path)): each.message for each in VALIDATOR.iter_errors(preset)}
    assert "widht" in found["dimensions"]
    assert found["straps/width"] == "25 is not of type 'string'"
    assert len(found) == 2


def test_editors_know_what_a_list_may_hold() -> None:
    backpack = schema()["$defs"]["styles.mini-backpack"]["properties"]
    assert "iphone-16" in backpack["holds"]["items"]["anyOf"][0]["enum"]
    assert VALIDATOR.is_valid({"style": "mini-backpack", "holds": ["my-own-thing"]})
    assert not VALIDATOR.is_valid({"style": "mini-backpack", "wearer": {"carry": ["sideways"]}})


def test_the_command_prints_it(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["schema"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == schema()
