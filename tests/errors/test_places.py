"""Where keys stand in a TOML text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from bagpattern.errors import InputError
from bagpattern.given_places import positions
from bagpattern.pipeline import make
from bagpattern.preset import preset_names, preset_text
from bagpattern.preset.keys import canonical, follow

TEXT = '''# a comment with [a] = 1
a = 1
b.c = """x
[q]
z = 1 \\""" " """""
d = [1, [2, {x = 1, y.z = '#'}], # e = 1
  "]", ]
[dimensions]
 width = "24 cm" # w = 1
[[pockets]]
name = "No. 1"
[pockets.sub]
 deep = \'\'\'
 \'\' ' x = 1
\'\'\'
[[pockets]]
"na\\u00efve" = 1979-05-27 07:32:00
[[pockets.more]]
[[pockets.more]]
'literal.key' = 1.0
'''
PLACES = {
    ("a",): (2, 1),
    ("b", "c"): (3, 1),
    ("d",): (6, 1),
    ("d", 1): (6, 9),
    ("d", 1, 1, "x"): (6, 14),
    ("d", 1, 1, "y", "z"): (6, 21),
    ("d", 2): (7, 3),
    ("dimensions",): (8, 1),
    ("dimensions", "width"): (9, 2),
    ("pockets",): (10, 1),
    ("pockets", 0): (10, 1),
    ("pockets", 0, "name"): (11, 1),
    ("pockets", 0, "sub"): (12, 1),
    ("pockets", 0, "sub", "deep"): (13, 2),
    ("pockets", 1): (16, 1),
    ("pockets", 1, "naïve"): (17, 1),
    ("pockets", 1, "more", 1): (19, 1),
    ("pockets", 1, "more", 1, "literal.key"): (20, 1),
}


def test_every_form_of_key_and_value_is_found() -> None:
    tomllib.loads(TEXT)
    found = positions(TEXT)
    assert {steps: found.get(steps) for steps in PLACES} == PLACES


@pytest.mark.parametrize("name", preset_names())
def test_every_value_of_a_shipped_preset_is_found(name: str) -> None:
    text = preset_text(name)
    lines = text.splitlines()
    for steps, (line, column) in positions(text).items():
        written = lines[line - 1][column - 1 :]
        begins = '"' if isinstance(steps[-1], int) else str(steps[-1])  # a word of a list stands for itself
        assert written.startswith(("[", begins)), (steps, written)


@pytest.mark.parametrize("text", ["a = ", "a = [1", 'a = "', "[", "a", "a = {b", "= 1", 'x = 1\na = """'])
def test_a_text_that_is_not_toml_loses_nothing_but_places(text: str) -> None:
    assert all(line >= 1 and column >= 1 for line, column in positions(text).values())


@pytest.mark.parametrize(
    ("key", "steps", "rest", "written"),
    [
        ("dimensions.width", ("dimensions", "width"), "", "dimensions.width"),
        ("dimensions.depth", ("dimensions",), "depth", "dimensions.depth"),
        ("pockets.No. 1.name", ("pockets", 0, "name"), "", "pockets.no-1.name"),
        ("pockets.no-1.sub.deep", ("pockets", 0, "sub", "deep"), "", "pockets.no-1.sub.deep"),
        ("pockets[2].more", ("pockets", 1, "more"), "", "pockets[2].more"),
        ("pockets[3].more", ("pockets",), "[3].more", "pockets[3].more"),
        ("pockets.other.more", ("pockets",), "other.more", "pockets.other.more"),
        ("a.b", ("a",), "b", "a.b"),
        ("nothing", (), "nothing", "nothing"),
    ],
)
def test_keys_are_followed_as_far_as_they_lead(key: str, steps: tuple[str | int, ...], rest: str, written: str) -> None:
    data = tomllib.loads(TEXT)
    followed, _, left = follow(data, key)
    assert (followed, left) == (steps, rest)
    assert canonical(data, followed, left) == written


def test_a_value_of_a_shipped_preset_is_told_to_be_one(tmp_path: Path) -> None:
    """Its reader has no such file: what does is a value of the reader's own."""
    own = tmp_path / "own.toml"
    own.write_text('extends = "mini-backpack"\n[dimensions]\nwidth = "16 cm"\n', encoding="utf-8")
    for source, overrides in ((own, {}), ("mini-backpack", {"dimensions.width": "16 cm"})):
        with pytest.raises(InputError, match=r"; the shipped preset says so: give a value of your own$"):
            make(source, overrides)
        with pytest.raises(InputError, match=r"^overrides: anchor\.drop: .* 35 mm$"):
            make(source, {**overrides, "anchor.drop": "20 mm"})
