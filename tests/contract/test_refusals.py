"""What is refused for want of room is told with what would fit, and what is told does fit."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bagpattern.contract.cases import Settings, put
from bagpattern.contract.judging import would_do
from bagpattern.errors import InputError, Problem
from bagpattern.pipeline import make

LINE = {"name": "a", "kind": "across"}
SLIP = {"name": "a", "kind": "slip", "width": "140 mm", "height": "120 mm"}


def problem(settings: Settings) -> Problem:
    with pytest.raises(InputError) as caught:
        make(settings)
    (found,) = caught.value.problems
    return found


FITS: dict[str, tuple[Settings, str, str]] = {
    "line-too-high": (
        {"style": "messenger", "style_lines": [{**LINE, "panel": "front", "right": "30 cm", "left": "20 cm"}]},
        r"make it at most ([\d.]+ mm)",
        "style_lines.0.right",
    ),
    "line-that-leaves": (
        {
            "style": "mini-backpack",
            "style_lines": [{**LINE, "panel": "front", "left": "30 mm", "right": "30 mm", "bow": "-60 mm"}],
        },
        r"it has room for a bow of (-?[\d.]+ mm)",
        "style_lines.0.bow",
    ),
    "line-too-slanted": (
        {
            "style": "tote",
            "style_lines": [{**LINE, "panel": "front", "left": "30 mm", "right": "34 cm", "bow": "90 mm"}],
        },
        r"it has room for a bow of (-?[\d.]+ mm)",
        "style_lines.0.bow",
    ),
    "zip-through-a-pocket": (
        {
            "style": "mini-backpack",
            "pockets": [
                {**SLIP, "panel": "lining-back"},
                {"name": "b", "kind": "zip-between", "panel": "lining-back", "height": "90 mm"},
            ],
        },
        r"the nearest free place is at ([\d.]+ mm)",
        "pockets.1.height",
    ),
    "full-over-a-pocket": (
        {
            "style": "mini-backpack",
            "pockets": [
                {**SLIP, "panel": "lining-back"},
                {"name": "b", "kind": "full", "panel": "lining-back", "height": "90 mm"},
            ],
        },
        r"the nearest free place is at ([\d.]+ mm)",
        "pockets.1.height",
    ),
    "feet-on-a-round-base": (
        {"style": "bucket", "fittings": [{"name": "a", "kind": "feet", "size": "15 mm", "inset": "79.5 mm"}]},
        r"(?:make it at most|choose [\d.]+ to) ([\d.]+ mm)",
        "fittings.0.inset",
    ),
}


@pytest.mark.parametrize("case", FITS)
def test_what_is_told_to_fit_fits(case: str) -> None:
    settings, form, path = FITS[case]
    told = problem(settings)
    found = re.search(form, str(told.message))
    assert found, told
    table, number, key = path.split(".")
    settings[table][int(number)][key] = found[1]
    make(settings)


def test_where_no_one_size_would_do_all_three_are_told() -> None:
    settings: dict[str, Any] = {
        "style": "crossbody",
        "pockets": [{**SLIP, "panel": "front", "width": "200 mm", "height": "100 mm", "base": "25 mm"}],
        "compartments": [{"name": "b", "kind": "bellows", "panel": "front", "width": "8 cm", "height": "6 cm"}],
    }
    settings["compartments"][0]["base"] = "80 mm"
    told = problem(settings)
    found = re.search(r"it would fit (\d+ mm) wide and (\d+ mm) high, (\d+ mm) above the base", str(told.message))
    assert found, told
    settings["pockets"][0] |= {"width": found[1], "height": found[2], "base": found[3]}
    make(settings)


def test_a_line_across_a_part_is_told_where_it_would_fit() -> None:
    settings: dict[str, Any] = {"style": "duffle", "style_lines": [{**LINE, "panel": "front"}]}
    told = problem(settings)
    found = re.search(r"it would fit with right = ([\d.]+ mm), left = ([\d.]+ mm)", str(told.message))
    assert found, told
    settings["style_lines"][0] |= {"right": found[1], "left": found[2]}
    make(settings)


def test_a_line_with_both_ends_on_one_edge_is_told_where_it_would_fit() -> None:
    line = {**LINE, "panel": "back", "left": "20 mm", "right": "20 mm"}
    told = problem({"style": "sling", "style_lines": [line]})
    assert "both ends of the line lie on the bottom" in str(told.message)
    assert would_do(str(told.message))


def test_corners_are_not_larger_than_a_size_that_is_tried() -> None:
    pocket = {"name": "a", "kind": "patch", "panel": "collar-back", "radius": "80 mm"}
    assert would_do(str(problem({"style": "basket-bag", "pockets": [pocket]}).message))


def test_room_is_never_less_than_none() -> None:
    preset: Settings = {"style": "mini-backpack"}
    pocket = {"name": "a", "kind": "slip", "panel": "base-band", "base": "30 cm", "holds": ["iphone-16"]}
    put(preset, ("pockets",), [pocket])
    told = problem(preset)
    assert "has no room: hold less, or choose a panel that is at least" in str(told.message)


def test_a_base_that_is_too_small_is_told_with_the_depth_that_would_do() -> None:
    told = problem({"style": "tote", "dimensions": {"depth": "30 mm"}, "fittings": [{"name": "a", "kind": "feet"}]})
    assert "make the bag at least 40 mm deep" in str(told.message)


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("the pocket is too wide: make it at most 80 mm", True),
        ("the pocket lies on the anchor of the back: move one of them", False),
        ("the line leaves the front", False),
        ("the lid is too flat: make it less slanted", True),
    ],
)
def test_whether_a_message_says_what_would_do(message: str, says: bool) -> None:
    assert would_do(message) is says
