"""A preset that extends another: what it inherits, what it changes, and where its mistakes are told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bagpattern.errors import InputError
from bagpattern.export.json import json_text
from bagpattern.pipeline import draft
from bagpattern.preset import preset_names, read

PARENT = """
style = "mini-backpack"
name = "Parent"
[dimensions]
width = "24 cm"
height = "28 cm"
[[pockets]]
name = "Front pocket"
kind = "zip-between"
panel = "front"
[[pockets]]
name = "Slip"
kind = "slip"
panel = "lining-back"
height = "12 cm"
[straps]
width = "32 mm"
length = "80 cm"
[materials]
shell = "faux-leather"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the parent in it, and oneself there."""
    (tmp_path / "parent.toml").write_text(PARENT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def child(text: str, extends: str = "parent.toml", name: str = "child.toml", **overrides: str) -> dict[str, Any]:
    """The settings of a preset of that text."""
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(f'extends = "{extends}"\n{text}', encoding="utf-8")
    return dict(read(name, overrides).settings)


def test_a_length_goes_back_to_its_rule(folder: Path) -> None:
    text = '[straps]\nlength = "by rule"\n[[pockets]]\nname = "Slip"\nheight = "by rule"'
    made = child(text)
    assert "length" not in made["straps"]
    assert "height" not in made["pockets"][1]
    assert made["straps"]["width"] == "32 mm"
    assert child("", **{"straps.length": "by rule"})["straps"] == made["straps"]


def told(text: str, extends: str = "parent.toml", name: str = "child.toml", **overrides: str) -> list[str]:
    """Everything that is wrong with a preset of that text."""
    with pytest.raises(InputError) as caught:
        child(text, extends, name, **overrides)
    return [str(problem) for problem in caught.value.problems]


def test_nothing_changed_is_the_parent(folder: Path) -> None:
    assert child("") == {**read("parent.toml").settings, "preset": "child"}


def test_tables_merge(folder: Path) -> None:
    settings = child('name = "Mine"\n[dimensions]\nheight = "30 cm"')
    assert settings["name"] == "Mine"
    assert settings["dimensions"] == {"width": "240 mm", "height": "300 mm", "depth": "110 mm"}
    assert settings["materials"]["shell"] == "faux-leather"


@pytest.mark.parametrize("name", ["Slip", "slip"])
def test_an_entry_of_the_same_name_merges(folder: Path, name: str) -> None:
    pockets = child(f'[[pockets]]\nname = "{name}"\nbase = "5 cm"')["pockets"]
    assert [each["kind"] for each in pockets] == ["zip-between", "slip"]
    assert (pockets[1]["height"], pockets[1]["base"]) == ("120 mm", "50 mm")


def test_an_entry_of_another_name_is_added(folder: Path) -> None:
    pockets = child('[[pockets]]\nname = "Third"\nkind = "slip"\npanel = "lining-front"')["pockets"]
    assert [each["name"] for each in pockets] == ["Front pocket", "Slip", "Third"]


def test_an_entry_is_removed(folder: Path) -> None:
    pockets = child('[[pockets]]\nname = "front pocket"\nremove = true')["pockets"]
    assert [each["name"] for each in pockets] == ["Slip"]


def test_an_entry_that_is_not_removed_stays(folder: Path) -> None:
    pockets = child('[[pockets]]\nname = "front pocket"\nremove = false')["pockets"]
    assert [each["name"] for each in pockets] == ["front pocket", "Slip"]


def test_an_empty_list_removes_all(folder: Path) -> None:
    assert child("pockets = []")["pockets"] == []


def test_another_kind_starts_anew(folder: Path) -> None:
    straps = child('[straps]\nkind = "webbing"\nlength = "70 cm"')["straps"]
    assert (straps["kind"], straps["length"], straps["width"]) == ("webbing", "700 mm", "25 mm")


def test_the_same_kind_written_out_merges(folder: Path) -> None:
    straps = child('[straps]\nkind = "by-size"\nlength = "70 cm"')["straps"]
    assert (straps["length"], straps["width"]) == ("700 mm", "32 mm")


def test_a_pocket_of_another_kind_starts_anew(folder: Path) -> None:
    pocket = child('[[pockets]]\nname = "Slip"\nkind = "zip-window"\npanel = "back"')["pockets"][1]
    assert "height" not in pocket
    assert told('[[pockets]]\nname = "Slip"\nkind = "zip-window"') == [
        'child.toml:2:1: pockets.slip.panel: is missing: write panel = "..." (the panel it is on)'
    ]


def test_a_chain(folder: Path) -> None:
    child('[dimensions]\ndepth = "12 cm"', name="middle.toml")
    settings = child('[dimensions]\nheight = "30 cm"', extends="../middle.toml", name="sub/leaf.toml")
    assert settings["dimensions"] == {"width": "240 mm", "height": "300 mm", "depth": "120 mm"}
    assert settings["preset"] == "leaf"


@pytest.mark.parametrize("name", preset_names())
def test_a_shipped_preset_can_be_extended(folder: Path, name: str) -> None:
    assert child("", extends=name) == {**read(name).settings, "preset": "child"}


def test_settings_are_complete(folder: Path) -> None:
    child('[dimensions]\nheight = "30 cm"\n[[pockets]]\nname = "slip"\nremove = true')
    text = json_text(draft(read("child.toml")))
    (folder / "twin.json").write_text(text, encoding="utf-8")
    (folder / "parent.toml").unlink()
    assert "extends" not in json.loads(text)["settings"]
    assert json_text(draft(read("twin.json"))) == text


def test_an_override_goes_over_what_is_inherited(folder: Path) -> None:
    overrides = {"dimensions.width": "26 cm", "pockets.slip.height": "11 cm"}
    settings = child("", **overrides)
    assert (settings["dimensions"]["width"], settings["pockets"][1]["height"]) == ("260 mm", "110 mm")


def test_mistakes_are_told_in_the_file_in_which_they_stand(folder: Path) -> None:
    wrong = PARENT.replace('"24 cm"', '"24"').replace('panel = "lining-back"', 'panel = ""')
    (folder / "parent.toml").write_text(wrong, encoding="utf-8")
    assert told('[dimensions]\nheight = "1 cm"\n[[pockets]]\nname = "slip"\nbase = 3') == [
        "child.toml:3:1: dimensions.height: 10 mm is too small: at least 140 mm",
        'child.toml:6:1: pockets.slip.base: is a length and needs its unit, in quotes: write "3 mm"',
        'parent.toml:5:1: dimensions.width: "24" has no unit; write "24 mm", or cm, m, in, ft',
        'parent.toml:14:1: pockets.slip.panel: must be a text in quotes, not ""',
    ]


def test_what_cannot_be_made_is_told_in_the_file_in_which_it_stands(folder: Path) -> None:
    (folder / "parent.toml").write_text(PARENT.replace('"12 cm"', '"40 cm"'), encoding="utf-8")
    child("")
    with pytest.raises(InputError) as caught:
        draft(read("child.toml"))
    assert [str(each).partition(" the")[0] for each in caught.value.problems] == [
        "parent.toml:15:1: pockets.slip.height:"
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            '[[pockets]]\nname = "slop"\nremove = true',
            'child.toml:2:1: pockets.slop: there is no "slop" to remove; did you mean "slip"?',
        ),
        (
            "[[pockets]]\nremove = true",
            "child.toml:2:1: pockets[1]: names nothing to remove; there is front-pocket, slip",
        ),
        (
            '[[pockets]]\nname = "slip"\nkind = "slip"\nremove = true',
            'child.toml:5:1: pockets.slip.remove: takes "slip" out as a whole: take out remove, or kind',
        ),
        (
            '[[pockets]]\nname = "slip"\nremove = "yes"',
            'child.toml:4:1: pockets.slip.remove: must be true or false, without quotes, not "yes"',
        ),
        (
            '[[pockets]]\nname = "slip"\n[[pockets]]\nname = "Slip"\nkind = "slip"\npanel = "front"',
            'child.toml:5:1: pockets[3].name: there is another "slip": give each a name of its own',
        ),
        ("[straps]\nremove = true", "child.toml:3:1: straps.remove: there is no such key"),
        ("dimensions = 3", "child.toml:2:1: dimensions: is a table, not 3"),
        ('[[dimensions]]\nwidth = "1 cm"', "child.toml:2:1: dimensions: is a table, not a list"),
    ],
)
def test_what_does_not_merge(folder: Path, text: str, problem: str) -> None:
    found = told(text)
    assert len(found) == 1
    assert found[0].startswith(problem), found


def test_removing_where_nothing_is_inherited(folder: Path) -> None:
    (folder / "alone.toml").write_text(
        'style = "mini-backpack"\n[[pockets]]\nname = "a"\nremove = true', encoding="utf-8"
    )
    with pytest.raises(InputError, match=r'pockets\.a: there is no "a" to remove; the preset inherits none'):
        read("alone.toml")


@pytest.mark.parametrize(
    ("extends", "problem"),
    [
        ("mini-backpak", 'there is no preset and no file "mini-backpak"; did you mean "mini-backpack"?'),
        ("none.toml", 'there is no preset and no file "none.toml"'),
        ("child.toml", 'presets extend each other in a ring: "child.toml" extends "child.toml"'),
        (" ", 'names one other preset, or its file, in quotes; not " "'),
        ("x" * 5000, "there is no preset and no file"),
        ("\\u0000", "there is no preset and no file"),
    ],
)
def test_parents_that_cannot_be(folder: Path, extends: str, problem: str) -> None:
    found = told("", extends)
    assert len(found) == 1
    assert found[0].startswith(f"child.toml:1:1: extends: {problem}"), found


@pytest.mark.parametrize("value", ["3", '["mini-backpack"]', "true"])
def test_a_parent_is_one_name(folder: Path, value: str) -> None:
    (folder / "odd.toml").write_text(f"extends = {value}", encoding="utf-8")
    with pytest.raises(InputError, match=r"odd\.toml:1:1: extends: names one other preset"):
        read("odd.toml")


def test_a_ring_is_told_by_name(folder: Path) -> None:
    (folder / "a.toml").write_text('extends = "b.toml"', encoding="utf-8")
    (folder / "b.toml").write_text('extends = "c.toml"', encoding="utf-8")
    (folder / "c.toml").write_text('extends = "b.toml"', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read("a.toml")
    ring = '"a.toml" extends "b.toml" extends "c.toml" extends "b.toml"'
    assert str(caught.value) == f"c.toml:1:1: extends: presets extend each other in a ring: {ring}"


def test_a_parent_that_is_no_toml(folder: Path) -> None:
    (folder / "parent.toml").write_text("style = ", encoding="utf-8")
    assert told("") == ["parent.toml:1: style has no value: write one after the =, or take the line out"]


def test_places_in_json(folder: Path) -> None:
    text = json.dumps({"x": 1, "settings": {"style": "mini-backpack", "dimensions": {"width": "1 cm"}}}, indent=1)
    (folder / "wrong.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"wrong\.json:6:4: dimensions\.width: 10 mm is too small"):
        read("wrong.json")
