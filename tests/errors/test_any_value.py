"""A mapping from a program is judged as a file is: anything may stand anywhere in it, and only words come out."""

from __future__ import annotations

import datetime
from copy import deepcopy
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bagpattern import InputError, make, read
from bagpattern.preset.settable import settable

BAGS = ("mini-backpack-organiser", "convertible-backpack", "travel-wallet", "tote-work", "clutch")
"""Shipped presets whose entries are many and of many kinds."""

WORDS = ("", "by rule", "from contents", "slip", "24 cm", "front", "#5", "iphone-16", "in", "de", "\0", "ü" * 200)
odd: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(b"24 cm", bytearray(b"x"), 1j, float("nan"), float("inf"), -0.0, 10**400, Fraction(1, 3), range(3), int, ...),
        *(object(), {"slip"}, frozenset(), (), ("iphone-16",), ["iphone-16"], [["a"]], datetime.date(2024, 1, 1)),
    ]
)
keys: st.SearchStrategy[Any] = st.sampled_from(["name", "kind", "panel", "width", "holds", "remove"])
keys |= (
    st.text(max_size=4) | st.integers() | st.none() | st.booleans() | st.binary(max_size=2) | st.tuples(st.integers())
)
scalars: st.SearchStrategy[Any] = st.none() | st.booleans() | st.integers() | st.floats() | odd
scalars |= st.sampled_from(WORDS) | st.text(max_size=9)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=6,
)


@cache
def complete(name: str) -> Any:
    """All settings of a preset: every value that there is to be spoilt."""
    return read(name).settings


def ways(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value, and to every table, within *value*."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, each in inside for found in ((*way, key), *ways(each, (*way, key)))]


def refused(*given: Any) -> bool:
    """Whether a bag is refused; if so, every problem is one printable line that speaks of no command line."""
    try:
        make(*given)
    except InputError as error:
        problems = error.problems
    else:
        return False
    assert problems
    assert all(str(each).isprintable() and each.message and "--set" not in str(each) for each in problems)
    return True


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_anything_in_the_place_of_any_value(data: st.DataObject) -> None:
    spoilt = deepcopy(complete(data.draw(st.sampled_from(BAGS))))
    *path, last = data.draw(st.sampled_from(ways(spoilt)))
    held = spoilt
    for step in path:
        held = held[step]
    held[last] = data.draw(anything)
    refused(spoilt)


@settings(deadline=None, max_examples=200)
@example({"style": None, 0: None})
@given(st.dictionaries(keys | st.sampled_from(["style", "dimensions", "pockets", "straps", "extends"]), anything))
def test_anything_at_all(given: Any) -> None:
    refused({"style": "mini-backpack", **given})


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_anything_as_an_override(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(BAGS))
    known = st.sampled_from([each.key for each in settable(name)])
    refused(name, data.draw(st.dictionaries(known | keys, anything, min_size=1, max_size=2)))


@pytest.mark.parametrize("wrong", [3, "dimensions.depth", ["dimensions.depth"], [("dimensions.depth", "12 cm")]])
def test_overrides_that_are_no_mapping(wrong: Any) -> None:
    with pytest.raises(InputError, match="overrides: must be a mapping of keys to values"):
        make("mini-backpack", wrong)


def test_overrides_may_be_values_as_a_preset_has_them() -> None:
    by_value = {"holds": ["iphone-16", "keys"], "lining.facing": "45 mm"}
    by_text = {"holds": "iphone-16, keys", "lining.facing": "45 mm"}
    assert read("tote", by_value).settings == read("tote", by_text).settings


def test_what_is_wrong_is_told_of_the_overrides() -> None:
    with pytest.raises(InputError) as caught:
        make("mini-backpack", {"dimensions.depth": 12, "dimensions.heigth": "30 cm"})
    assert str(caught.value).splitlines() == [
        'overrides: dimensions.depth: is a length and needs its unit, in quotes: write "12 mm"',
        'overrides: dimensions.heigth: there is no such value to set; did you mean "dimensions.height"?',
    ]


def test_another_kind_for_one_run_leaves_what_the_file_says_of_the_first() -> None:
    straps = {"kind": "fabric", "width": "25 mm"}
    bag = {"style": "mini-backpack", "straps": straps}
    assert read(bag, {"straps.kind": "none"}).settings["straps"] == {"kind": "none"}
    assert read(bag, {"straps.kind": "webbing"}).settings["straps"]["width"] == "25 mm"
    with pytest.raises(InputError, match="widht: there is no such key"):
        read({"style": "mini-backpack", "straps": straps | {"widht": "25 mm"}}, {"straps.kind": "none"})


def test_a_value_of_another_kind_is_told_to_be_one() -> None:
    pocket = {"name": "cards", "kind": "card-slots", "panel": "lining-back", "width": "9 cm"}
    with pytest.raises(InputError) as caught:
        read({"style": "mini-backpack", "straps": {"kind": "none", "fold": "four"}, "pockets": [pocket]})
    assert [f"{each.key}: {each.message}" for each in caught.value.problems] == [
        'pockets.cards.width: there is no such key; did you mean "slot_width"?',
        'straps.fold: is not for the kind "none": take it out, or choose convertible, fabric',
    ]


def test_a_key_without_its_table_is_told_with_all_that_have_it() -> None:
    with pytest.raises(InputError) as caught:
        make({"style": "tote"}, {"width": "30 cm"})
    told = "there is dimensions.width, handles.width, anchor.width, crossbody.width"
    assert str(caught.value) == f"overrides: width: there is no such value to set; {told}"


@pytest.mark.parametrize("style", ["tote", "mini-backpack"])
@pytest.mark.parametrize(
    "key", ["materials.own", "items", "colourways", "pockets", "compartments", "fittings", "style_lines"]
)
def test_no_value_stands_for_a_list(style: str, key: str) -> None:
    with pytest.raises(InputError) as caught:
        make({"style": style}, {key: "x"})
    assert f"overrides: {key}: there is no such value to set" in str(caught.value)
