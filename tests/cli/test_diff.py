"""``bagpattern show --diff``: what a preset changes in its parent."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

CHILD = """
extends = "mini-backpack"
name = "Taller"
[dimensions]
height = "28 cm"
[[pockets]]
name = "slip pocket"
remove = true
[[pockets]]
name = "card pocket"
kind = "slip"
panel = "lining-front"
width = "12 cm"
height = "8 cm"
[finishing]
hem_allowance = "35 mm"
"""


def lines(run: Run, tmp_path: Path, text: str, *options: str) -> list[str]:
    (tmp_path / "taller.toml").write_text(text, encoding="utf-8")
    result = run("show", "taller.toml", "--diff", *options)
    assert result.exit_code == 0, result.output
    return [" ".join(line.split()) for line in result.stdout.splitlines()]


def test_values_pieces_and_notions(run: Run, tmp_path: Path) -> None:
    told = lines(run, tmp_path, CHILD)
    assert told[0] == "Taller (taller) changes Mini backpack purse (mini-backpack):"
    for line in (
        "name Mini backpack purse -> Taller",
        "dimensions.height 260 mm -> 280 mm",
        "pockets.slip-pocket slip -> none",
        "pockets.card-pocket none -> slip",
        "finishing.hem_allowance by rule -> 35 mm",
        "Back 240 x 300 mm +20 mm",
        "Slip pocket 160 x 170 mm gone",
        "Card pocket 140 x 125 mm new",
    ):
        assert line in told, (line, told)
    assert not any(line.startswith("Strap anchor ") for line in told)  # as it was


def test_in_inches(run: Run, tmp_path: Path) -> None:
    told = lines(run, tmp_path, CHILD, "--set", "units=in")
    assert "dimensions.height 10 1/4 in -> 11 in" in told
    assert "Back 9 7/16 x 11 3/4 in +13/16 in" in told


def test_nothing_changed(run: Run, tmp_path: Path) -> None:
    told = lines(run, tmp_path, 'extends = "mini-backpack"')
    assert told == ["Mini backpack purse (taller) changes Mini backpack purse (mini-backpack) in nothing."]


def test_options_count_as_changes(run: Run, tmp_path: Path) -> None:
    told = lines(run, tmp_path, 'extends = "mini-backpack"', "--set", "dimensions.depth=12 cm")
    assert "dimensions.depth 110 mm -> 120 mm" in told
    assert any(line.startswith("Base band ") and line.endswith(" mm +10 mm") for line in told)


def test_no_parent(run: Run) -> None:
    result = run("show", "mini-backpack", "--diff")
    assert result.exit_code == 0
    assert result.stdout == (
        "Mini backpack purse (mini-backpack) extends no other preset: there is nothing to compare it with.\n"
    )
