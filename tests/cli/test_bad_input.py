"""Whatever is wrong with the input: one clear line, exit status 2, no traceback, nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, files

COMMANDS = (("draft",), ("check",), ("show",), ("new", "my-bag.toml", "--from"))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("mini-bakpack", 'there is no preset "mini-bakpack" and no such file; did you mean "mini-backpack"?'),
        ("missing.toml", "missing.toml: there is no such file"),
        ("xyz", 'there is no preset "xyz" and no such file; "bagpattern list presets" tells all that there are'),
        ("folder", 'there is no preset "folder", and "folder" here is a folder, not a file'),
        ("folder/", "folder: is a folder, not a preset file"),
        ("tall-bag", 'there is no preset "tall-bag"; did you mean the file "tall-bag.toml"?'),
        ("", 'there is no preset "", and "" here is a folder, not a file'),
        ("nul\0.toml", "nul\\u0000.toml: cannot be read: it is not a name that a file can have"),
        ("x" * 260 + ".toml", ".toml: cannot be read: file name too long"),
        ("broken.json", "broken.json:1:2: is not JSON: expecting property name enclosed in double quotes"),
        ("list.json", 'list.json: holds no preset: a pattern with its "settings", or a table of settings, is needed'),
    ],
)
def test_sources_that_are_no_preset(
    run: Run, tmp_path: Path, command: tuple[str, ...], source: str, words: str
) -> None:
    (tmp_path / "folder").mkdir()
    for name, text in (("tall-bag.toml", ""), ("broken.json", "{"), ("list.json", "[]")):
        (tmp_path / name).write_text(text)
    before = files(tmp_path)
    result = run(*command, source)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(words + "\n")
    assert result.stderr.count("\n") == 1
    assert files(tmp_path) == before


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_problem_is_told_with_its_place(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "bad.toml").write_text('style = "mini-backpack"\n[dimensions]\nwidth = 24\nheight = "2 m"\n')
    result = run(*command, "bad.toml", "--set", "dimensions.dept=3 cm")
    assert result.exit_code == 2
    assert [line.split(": ")[:2] for line in result.stderr.splitlines()] == [
        ["bad.toml:3:1", "dimensions.width"],
        ["bad.toml:4:1", "dimensions.height"],
        ["--set", "dimensions.dept"],
    ]
    assert files(tmp_path) == {"bad.toml"}


@pytest.mark.parametrize("command", [("draft",), ("check",), ("show",)], ids=lambda command: command[0])
def test_sizes_that_cannot_be_made_are_told_with_their_place(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "bad.toml").write_text('style = "mini-backpack"\n[dimensions]\nwidth = "20 cm"\n')
    result = run(*command, "bad.toml", "--set", "dimensions.top_radius=11 cm")
    assert (result.exit_code, files(tmp_path)) == (2, {"bad.toml"})
    assert result.stderr == "--set: dimensions.top_radius: 110 mm is more than half the width: make it at most 100 mm\n"


def test_a_preset_saved_with_a_mark_and_other_line_ends(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bag.toml").write_bytes(b'\xef\xbb\xbfstyle = "mini-backpack"\r\n[dimensions]\r\nwidth = 24\r\n')
    assert run("check", "bag.toml").stderr.startswith("bag.toml:3:1: dimensions.width: ")


def test_unknown_commands_and_lists(run: Run) -> None:
    assert 'there is no command "drft"; did you mean "draft"?' in run("drft").stderr
    assert run("list", "styels").stderr == 'there is no list "styels"; did you mean "styles"?\n'
    assert run("list", "styles", "mini").stderr.startswith('there is no style "mini"; ')
    assert run("list", "materials", "waxed").stderr.startswith('there is no material "waxed"; ')
    assert run("list", "presets", "mini").stderr.startswith('there is no preset "mini"; say which: mini-backpack, ')
    assert "write bagpattern list builds, or" in run("list", "builds", "wrap").stderr
    assert {run(*words).exit_code for words in (("drft",), ("list", "x"), ("list", "styles", "x"))} == {2}
