"""An edit of a preset's text: the value is there, every other value is as it was, and so is every comment."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bagpattern.errors import InputError
from bagpattern.preset.edit import edited
from bagpattern.preset.shipped import preset_names, preset_text
from bagpattern.preset.source import Written

TEXT = """# mine
style = "tote"   # a tote
dimensions.width = "30 cm"
strap = { kind = "x", width = "3 cm" } # inline

[handles] # handles
kind = "fabric"
# drop
drop = '25 cm' # long

[[pockets]]
name = "a"
kind = "slip"

# second
[[pockets]]
name = "b b"
holds = [
  "x", # one
  "y",
]
"""

WORDS = st.text(st.characters(exclude_characters="#", exclude_categories=["Cs"]), max_size=20)
VALUES = st.one_of(WORDS, st.integers(-99, 99), st.booleans(), st.lists(WORDS, max_size=3))


def leaves(data: Any, key: str = "") -> dict[str, Any]:
    """Every single value by its dotted key, entries by their number."""
    if isinstance(data, dict):
        return {deep: each for name, inner in data.items() for deep, each in leaves(inner, f"{key}.{name}").items()}
    if isinstance(data, list) and data and isinstance(data[0], dict):
        return {deep: each for at, inner in enumerate(data) for deep, each in leaves(inner, f"{key}[{at + 1}]").items()}
    return {key: data}


def said(text: str) -> dict[str, Any]:
    return {key.removeprefix("."): each for key, each in leaves(tomllib.loads(text)).items()}


def comments(text: str) -> list[str]:
    return [line[line.index("#") :] for line in text.split("\n") if "#" in line]


TEXTS = [TEXT, *(preset_text(name) for name in preset_names())]


@given(st.data())
def test_a_value_is_changed_and_all_else_is_as_it_was(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    before = said(text)
    key = data.draw(st.sampled_from([*before]))
    value = data.draw(VALUES)
    if key.endswith("].name") and (not isinstance(value, str)):
        return
    after = edited(Written(text), key, value)
    assert said(after) == {**before, key: value}
    if not isinstance(before[key], list) and "#" not in str(before[key]):
        assert comments(after) == comments(text)
        assert after.count("\n") == text.count("\n")


@given(st.data())
def test_a_value_is_taken_out_and_all_else_is_as_it_was(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    before = said(text)
    key = data.draw(st.sampled_from([*before]))
    after = edited(Written(text), key, None)
    assert said(after) == {name: each for name, each in before.items() if name != key}
    assert edited(Written(after), key, None) == after


@given(st.data(), st.sampled_from(["name", "dimensions.extra", "materials.shell", "closure.kind", "handles.apart"]))
def test_a_new_value_finds_its_table(data: st.DataObject, key: str) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    value = data.draw(VALUES)
    before = said(text)
    after = edited(Written(text), key, value)
    assert said(after) == {**before, key: value}
    assert comments(after) == comments(text)


@pytest.mark.parametrize(
    ("key", "value", "gone", "there"),
    [
        ("handles.drop", "3 cm", "drop = '25 cm' # long", 'drop = "3 cm" # long'),
        ("dimensions.depth", "9 cm", "", 'dimensions.width = "30 cm"\ndimensions.depth = "9 cm"'),
        ("strap.width", "4 cm", 'width = "3 cm" }', '{ kind = "x", width = "4 cm" } # inline'),
        ("strap.width", None, 'width = "3 cm"', 'strap = { kind = "x" } # inline'),
        ("pockets.b-b.panel", "front", "", '  "y",\n]\npanel = "front"\n'),
        ("pockets.a", None, 'name = "a"', '# second\n[[pockets]]\nname = "b b"'),
        ("pockets.b-b", None, '"y"', "# second\n"),
        ("handles", "none", "[handles]", 'handles = "none"\n'),
        ("pockets", [{"name": "c", "kind": "slip"}], "", ']\n\n[[pockets]]\nname = "c"\nkind = "slip"\n'),
        ("items.mine.width", "3 cm", "", "[items.mine]"),
    ],
)
def test_where_a_change_stands(key: str, value: Any, gone: str, there: str) -> None:
    after = edited(Written(TEXT), key, value)
    assert there in after
    assert not gone or gone not in after


def test_what_is_inherited_is_begun_here() -> None:
    text = 'extends = "mini-backpack" # so'
    after = edited(Written(text), "pockets.front-pocket.opening", "15 cm")
    assert after == f'{text}\n\n[[pockets]]\nname = "front pocket"\nopening = "15 cm"\n'
    assert edited(Written(text), "holds", ["keys"]) == f'{text}\nholds = ["keys"]\n'


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {"a": None}, b"x"])
def test_what_toml_has_not_is_refused(value: Any) -> None:
    with pytest.raises(InputError):
        edited(Written(TEXT), "name", value)


@pytest.mark.parametrize("key", ["style.x", "pockets.a.name.x", "handles[1]"])
def test_where_nothing_can_stand_is_refused(key: str) -> None:
    with pytest.raises(InputError):
        edited(Written(TEXT), key, "1 cm")
