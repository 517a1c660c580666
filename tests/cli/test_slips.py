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
        ('extends = "sub\\base.toml"', 'a backslash in double quotes is no part of a path: write "sub/base.toml"'),
        ('style = "tote"\nholds = ["iphone"]', 'there is no item "iphone": say which, iphone-15, iphone-15-cased, '),
        (
            'extends = "messenger"\ndimensions.width = "140 mm"\ndimensions.taper = "125 mm"',
            "closure.width: 9 mm is too narrow to be sewn and turned, which takes 12 mm; the rim is 15 mm wide: make "
            "the bag wider at its rim, or choose another closure",
        ),
        ('style = "tote"\nholds = ["phone"]', 'there is no item "phone": say which, galaxy-s25, galaxy-s25-cased, '),
        ('style = "tote"\nunits = "in"\n[dimensions]\nwidth = 14', 'needs its unit, in quotes: write "14 in"'),
        (
            'style = "tote"\nunits = "in"\n[dimensions]\nwidth = "14"',
            '"14" has no unit; write "14 in", or ft, mm, cm, m',
        ),
        ('style = "tote"\n[dimensions]\nwidth = 260', 'needs its unit, in quotes: write "260 mm"'),
        ('extends = "base"', 'extends: there is no preset and no file "base"; did you mean the file "base.toml"?'),
    ],
)
def test_slips_in_a_preset(run: Run, tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "base.toml").write_text('style = "crossbody"\n', encoding="utf-8")
    (tmp_path / "bag.toml").write_text(text + "\n", encoding="utf-8")
    result = run("check", "bag.toml")
    assert result.exit_code == 2
    assert says in result.stderr


@pytest.mark.parametrize("extends", ["sub\\\\base.toml", "sub/base.toml"])
def test_a_path_of_another_system_leads_there(run: Run, tmp_path: Path, extends: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "base.toml").write_text('style = "flat-pouch"\n', encoding="utf-8")
    (tmp_path / "bag.toml").write_text(f'extends = "{extends}"\n', encoding="utf-8")
    assert run("check", "bag.toml").exit_code == 0
    assert run("check", "sub\\base.toml").exit_code == 0


def test_a_new_pocket_is_written_into_the_file(run: Run) -> None:
    told = run("check", "mini-backpack", "--set", "pockets.x.kind=card-slots").stderr
    assert 'there is no "x" among the pockets' in told
    assert told.endswith("; a new one is written into the file, below [[pockets]]\n")


def test_files_of_other_settings_are_told_whatever_they_are_for(run: Run) -> None:
    run("draft", "flat-pouch", "--format", "svg,json,pdf", "-o", "out")
    assert run("draft", "flat-pouch", "--for", "projector", "-o", "out").stderr == ""
    told = run("draft", "flat-pouch", "--for", "booklet", "--set", "dimensions.width=26 cm", "-o", "out").stderr
    stale = [line.partition(": ")[0].replace("\\", "/") for line in told.splitlines() if "of other settings" in line]
    ends = (".json", ".pdf", ".svg", "-projector.pdf")
    assert stale == sorted(f"out/flat-pouch{each}" for each in ends)


def test_a_file_that_no_format_writes_is_no_folder(run: Run, tmp_path: Path) -> None:
    result = run("draft", "flat-pouch", "-o", "out.jpg")
    assert result.exit_code == 2
    assert "out.jpg: no format writes .jpg files; there is" in result.stderr
    assert files(tmp_path) == set()


def test_a_name_of_two_words_is_told_as_a_shell_takes_it(run: Run) -> None:
    told = run("new", "two words.toml", "--from", "flat-pouch").stdout
    assert told == "two words.toml: change it, then: bagpattern draft 'two words.toml'\n"


def test_offcuts_of_a_print_that_is_to_match_are_refused(run: Run, tmp_path: Path) -> None:
    print_ = 'name = "Trees"\nlike = "canvas"\nrepeat = "24 cm"\nmatch = ["front", "back"]\n'
    bag = f'style = "tote"\n[materials]\nshell = "trees"\n[[materials.own]]\n{print_}'
    (tmp_path / "bag.toml").write_text(bag, encoding="utf-8")
    offcut = '[[offcuts]]\nmaterial = "shell"\nlength = "90 cm"\nwidth = "1 m"\n'
    (tmp_path / "stash.toml").write_text(offcut, encoding="utf-8")
    told = run("lay", "bag.toml", "--stash", "stash.toml", "--effort", "quick")
    assert told.exit_code == 2
    assert "nobody knows where the repeats of offcuts begin" in told.stderr
