"""``bagpattern draft``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bagpattern.model.pattern import Severity
from tests.cli.conftest import Run, files


def test_drafts_into_a_folder_of_the_presets_name(run: Run, tmp_path: Path) -> None:
    result = run("draft", "mini-backpack")
    assert (result.exit_code, result.stderr) == (0, "")
    assert files(tmp_path) == {"mini-backpack/mini-backpack.svg", "mini-backpack/mini-backpack.json"}
    assert set(result.stdout.split()) == files(tmp_path)


def test_drafts_into_a_folder_that_is_made(run: Run, tmp_path: Path) -> None:
    assert run("draft", "mini-backpack", "-o", "out/here/", "--format", "json").exit_code == 0
    assert files(tmp_path) == {"out/here/mini-backpack.json"}


def test_an_ending_says_the_format(run: Run, tmp_path: Path) -> None:
    assert run("draft", "mini-backpack", "-o", "my-bag.json").exit_code == 0
    assert run("draft", "mini-backpack", "-o", "my-bag.SVG").exit_code == 0
    assert files(tmp_path) == {"my-bag.json", "my-bag.SVG"}


def test_standard_output_gets_the_file_and_nothing_else(run: Run, tmp_path: Path) -> None:
    result = run("draft", "mini-backpack", "--format", "json", "-o", "-")
    assert (result.exit_code, result.stderr, files(tmp_path)) == (0, "", set())
    run("draft", "mini-backpack", "-o", "twin.json")
    assert result.stdout_bytes == (tmp_path / "twin.json").read_bytes()


def test_settings_of_a_pattern_draft_the_same_bytes(run: Run, tmp_path: Path) -> None:
    run("draft", "mini-backpack", "-o", "one.json", "--set", "dimensions.depth=9/2 in")
    run("draft", "one.json", "-o", "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_values_can_be_set_and_the_last_counts(run: Run) -> None:
    options = ("--set", "dimensions.width=30 cm", "--set", "dimensions.width = 24 cm", "--set", "preset=mine")
    result = run("draft", "mini-backpack", "--format", "json", "-o", "-", *options)
    pattern = json.loads(result.stdout)
    assert (pattern["preset"], pattern["finished"]["width"]) == ("mine", pytest.approx(240.0))


def test_an_id_that_looks_like_a_file_is_a_folder_all_the_same(run: Run, tmp_path: Path) -> None:
    assert run("draft", "mini-backpack", "--set", "preset=my.svg").exit_code == 0
    assert files(tmp_path) == {"my.svg/my.svg.svg", "my.svg/my.svg.json"}


def test_pages_are_numbered(run: Run, tmp_path: Path) -> None:
    assert run("draft", "mini-backpack", "--paper", "a0", "--format", "svg", "-o", "out").exit_code == 0
    large = len(files(tmp_path))
    assert run("draft", "mini-backpack", "--paper", "a4", "--format", "svg", "-o", "out").exit_code == 0
    assert large < len(files(tmp_path))
    assert "out/mini-backpack-a4-01.svg" in files(tmp_path)


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (("--paper", "a4", "--format", "pdf"), "crossbody-a4"),
        (("--for", "projector"), "crossbody-projector"),
        (("--for", "copyshop", "--paper", "36in"), "crossbody-copyshop-36in"),
    ],
)
def test_a_pdf_is_one_file_named_by_purpose_and_paper(
    run: Run, tmp_path: Path, options: tuple[str, ...], name: str
) -> None:
    result = run("draft", "crossbody", *options)
    assert (result.exit_code, result.stderr, files(tmp_path)) == (0, "", {f"crossbody/{name}.pdf"})
    assert (tmp_path / "crossbody" / f"{name}.pdf").read_bytes().startswith(b"%PDF-1.5")


def test_several_papers_and_purposes_in_one_run(run: Run, tmp_path: Path) -> None:
    """Pages are a PDF without being asked for; no file takes the place of another."""
    assert run("draft", "crossbody", "--paper", "a4, letter", "--for", "paper,projector").exit_code == 0
    names = {"crossbody-a4.pdf", "crossbody-letter.pdf", "crossbody-projector.pdf", "crossbody.json"}
    assert files(tmp_path) == {f"crossbody/{name}" for name in names}


def test_a_purpose_that_there_is_not(run: Run) -> None:
    result = run("draft", "crossbody", "--for", "paper,projecter")
    assert result.exit_code == 2
    assert 'nothing is drawn for "projecter"; did you mean "projector"' in result.stderr


def test_pages_of_an_earlier_draft_are_told(run: Run) -> None:
    before = len(run("draft", "crossbody", "--paper", "a4", "--rectangles", "draw", "--format", "svg").output.split())
    result = run("draft", "crossbody", "--paper", "a4", "--format", "svg")
    assert f"crossbody-a4-{before}.svg: is left from an earlier draft" in result.stderr.replace("\\", "/")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("-o", "-"), "standard output takes one file: say which, such as --format pdf"),
        (("-o", "-", "--format", "svg,json"), "standard output takes one file"),
        (("-o", "-", "--format", "svg", "--paper", "a4"), "pages: name a folder with -o"),
        (("-o", "bag.svg", "--paper", "a4"), "bag.svg is one file, and this drawing has"),
        (("-o", "bag.svg", "--format", "json"), "bag.svg is one svg file"),
        (("--format", "dwg"), 'there is no format "dwg"; there is '),
        (("--format", ""), 'there is no format ""'),
        (("--set", "dimensions.width"), '"dimensions.width" has no value: write --set KEY=VALUE'),
        (("--paper", "10x"), "--paper: no paper is called"),
        (("--paper", ""), "--paper: "),
        (("--for", "copyshop", "--paper", "letter9"), "--paper: no sheet is called"),
        (("--paper", "a4", "--margin", "2 mm"), "a margin of 2 mm cannot be used"),
        (("--paper", "a4", "--overlap", "10"), "no unit"),
        (("--for", "projector", "--overlap", "10 mm"), "--overlap changes nothing"),
        (("--format", "pdf", "--font", "missing.ttf"), "a TrueType font (.ttf) is needed"),
    ],
)
def test_options_that_cannot_be_used(run: Run, tmp_path: Path, options: tuple[str, ...], words: str) -> None:
    result = run("draft", "mini-backpack", *options)
    assert (result.exit_code, result.stdout, files(tmp_path)) == (2, "", set())
    assert words in result.stderr


def test_a_pattern_that_fails_its_proof_is_not_written(
    run: Run, tmp_path: Path, finding: Callable[[Severity], None]
) -> None:
    finding(Severity.ERROR)
    result = run("draft", "mini-backpack")
    assert (result.exit_code, result.stdout, files(tmp_path)) == (1, "", set())
    assert result.stderr == "BP999 error: front to gusset: the sides differ by 3 mm\n"


def test_a_warning_of_several_sizes_is_printed_once_with_their_names(
    run: Run, finding: Callable[[Severity], None]
) -> None:
    finding(Severity.WARNING)
    result = run("draft", "mini-backpack", "--with", "mini-backpack-s", "--format", "cut-list")
    told = "BP999 warning: front to gusset: the sides differ by 3 mm"
    assert result.stderr == f"mini-backpack, mini-backpack-s: {told}\n"


def test_warnings_are_printed_and_stop_nothing(run: Run, tmp_path: Path, finding: Callable[[Severity], None]) -> None:
    finding(Severity.WARNING)
    result = run("draft", "mini-backpack", "--format", "json")
    assert (result.exit_code, len(files(tmp_path))) == (0, 1)
    assert result.stderr == "BP999 warning: front to gusset: the sides differ by 3 mm\n"


def test_existing_files_are_replaced(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "bag.json"
    target.write_text("old")
    assert run("draft", "mini-backpack", "-o", "bag.json").exit_code == 0
    assert json.loads(target.read_text(encoding="utf-8"))["format"] == "bagpattern/pattern"


def test_a_file_in_the_place_of_the_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mini-backpack").write_text("mine")
    result = run("draft", "mini-backpack")
    assert (result.exit_code, result.stderr) == (
        2,
        "mini-backpack: cannot be a folder: there is a file of that name\n",
    )
    assert (tmp_path / "mini-backpack").read_text() == "mine"
