"""``show --picture``: in a terminal that shows pictures, else as a file, whose path is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, files

PNG = b"\x89PNG\r\n\x1a\n"


def test_without_a_terminal_it_is_a_file(run: Run, tmp_path: Path) -> None:
    assert run("show", "tote", "--picture").stdout == "tote-picture.png\n"
    assert files(tmp_path) == {"tote-picture.png"}
    assert (tmp_path / "tote-picture.png").read_bytes().startswith(PNG)


def test_a_file_is_what_its_ending_says(run: Run, tmp_path: Path) -> None:
    assert run("show", "tote", "--picture", "-o", "bag.svg").stdout == "bag.svg\n"
    assert (tmp_path / "bag.svg").read_text().startswith("<?xml")
    assert run("show", "tote", "--picture", "-o", "-").stdout == (tmp_path / "bag.svg").read_text() + "\n"


def test_a_list_is_drawn_as_what_its_ending_says(run: Run, tmp_path: Path) -> None:
    assert run("list", "style-lines", "--picture", "-o", "lines.png").stdout == "lines.png\n"
    assert (tmp_path / "lines.png").read_bytes().startswith(PNG)
    refused = run("list", "style-lines", "--picture", "-o", "lines.foo")
    assert (refused.exit_code, files(tmp_path)) == (2, {"lines.png"})


@pytest.mark.parametrize(("by", "start"), [("kitty", "\x1b_Ga=T,f=100,m=1;"), ("sixel", "\x1bP0;0;0q")])
def test_a_terminal_that_can_shows_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str, start: str
) -> None:
    monkeypatch.setattr("bagpattern.cli._terminal.pictures_by", lambda: by)
    shown = run("show", "tote", "--picture").stdout
    assert shown.startswith(start)
    assert shown.endswith("\x1b\\\n")
    assert files(tmp_path) == set()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("-o", "bag.png"), "is for a picture"),
        (("--picture", "--diff"), "are two things"),
        (("--picture", "-o", "bag.gif"), "a picture is an .svg or a .png file: write bag.svg or bag.png"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, tmp_path: Path, options: tuple[str, ...], words: str) -> None:
    result = run("show", "tote", *options)
    assert (result.exit_code, files(tmp_path)) == (2, set())
    assert words in result.stderr
