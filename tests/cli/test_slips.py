"""Slips of the pen on the command line and in presets: each gets the answer that helps, or simply works."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, files


@pytest.mark.parametrize("value", ["26 cm", '"26 cm"', "'26 cm'", "\u201c26 cm\u201d", '10 1/4"', "10-1/4 in"])
def test_a_length_in_any_quotes_or_none(run: Run, value: str) -> None:
    result = run("show", "flat-pouch", "--set", f"dimensions.width={value}")
    assert result.exit_code == 0
    assert "26" in result.stdout.splitlines()[2]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('Style = "crossbody"', "bag.toml:1:1: Style: keys are in small letters: write style"),
        ('style = "crossbody"\nwidth = "26 cm"', "width: there is no such key; it stands in [dimensions]"),
        (
            'style = "crossbody"\n[dimensions]\nwidth = "9-1/2""',
            'bag.toml:3:16: width has an inch mark inside its quotes, which ends the text: write width = "9-1/2 in"',
        ),
        ('extends = "base"', 'extends: there is no preset and no file "base"; did you mean the file "base.toml"?'),
    ],
)
def test_slips_in_a_preset(run: Run, tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "base.toml").write_text('style = "crossbody"\n', encoding="utf-8")
    (tmp_path / "bag.toml").write_text(text + "\n", encoding="utf-8")
    result = run("check", "bag.toml")
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_file_that_no_format_writes_is_no_folder(run: Run, tmp_path: Path) -> None:
    result = run("draft", "flat-pouch", "-o", "out.jpg")
    assert result.exit_code == 2
    assert "out.jpg: no format writes .jpg files; there is" in result.stderr
    assert files(tmp_path) == set()


def test_a_name_of_two_words_is_told_as_a_shell_takes_it(run: Run) -> None:
    told = run("new", "two words.toml", "--from", "flat-pouch").stdout
    assert told == "two words.toml: change it, then: bagpattern draft 'two words.toml'\n"
