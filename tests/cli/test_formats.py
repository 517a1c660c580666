"""``--format`` and ``--for``: which files come, and which options change nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, files


def test_a_purpose_has_its_formats(run: Run, tmp_path: Path) -> None:
    assert run("draft", "mini-backpack", "--for", "cutter", "-o", ".").exit_code == 0
    lots = ("shell", "contrast", "lining")
    assert files(tmp_path) == {f"mini-backpack-cutter-{lot}.{kind}" for lot in lots for kind in ("svg", "dxf")}


def test_two_formats_may_share_an_ending(run: Run, tmp_path: Path) -> None:
    assert run("draft", "mini-backpack", "-o", "plain.dxf").exit_code == 0
    assert run("draft", "mini-backpack", "-o", "cad.dxf", "--format", "dxf-aama").exit_code == 0
    assert run("draft", "mini-backpack", "-o", "bag.plt", "--roll", "2 m").exit_code == 0
    assert files(tmp_path) == {"plain.dxf", "cad.dxf", "bag.plt"}
    assert b"LWPOLYLINE" in (tmp_path / "plain.dxf").read_bytes()
    assert b"LWPOLYLINE" not in (tmp_path / "cad.dxf").read_bytes()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--kerf", "0.1mm"), "--kerf changes nothing in what is written: --format svg,json"),
        (("--no-allowance",), "--allowance/--no-allowance changes nothing"),
        (
            ("--for", "cutter", "--paper", "a4"),
            "--paper changes nothing in what is written: --format svg,dxf --for",
        ),
        (("--format", "csv", "--paper", "a4"), "--paper changes nothing"),
        (("--format", "svg", "--dxf-arcs"), "--dxf-arcs changes nothing"),
        (("--for", "cutter", "--kerf", "5mm"), "--kerf: a beam burns 0 to 3 mm, not 5 mm"),
        (("--for", "cutter", "--kerf", "thin"), "--kerf"),
        (("--margin", "1 mm", "--overlap", "10", "--paper", "a4"), "--margin: a margin of 1 mm cannot be used"),
        (("--margin", "1 mm", "--overlap", "10", "--paper", "a4"), '--overlap: "10" has no unit'),
        (("--margin", "12 mm"), "--margin changes nothing in what is written: --format svg,json; it is for pages"),
        (("--layers", "cuts"), '--layers: there is no layer "cuts"; did you mean "cut"?'),
        (("--for", "colourways", "--colourway", "Blue"), 'has no colourway "Blue": it has none'),
        (("--svg-dpi", "97"), "'97' is not one of"),
        (("--for", "cutter", "--colours", "cut"), '--colours: "cut": write a colour such as cut=#ff0000'),
        (("--for", "laser"), 'nothing is drawn for "laser"; did you mean "paper"?\n'),
        (("-o", "bag.dxf", "--format", "svg"), "bag.dxf is one dxf file"),
    ],
)
def test_options_that_cannot_be_used(run: Run, tmp_path: Path, options: tuple[str, ...], words: str) -> None:
    result = run("draft", "mini-backpack", *options)
    assert (result.exit_code, result.stdout, files(tmp_path)) == (2, "", set())
    assert words in result.stderr


def test_further_sizes_lie_in_the_first(run: Run, tmp_path: Path) -> None:
    sizes = ("--with", "mini-backpack-s", "--with", "mini-backpack-l")
    result = run("draft", "mini-backpack", *sizes, "--format", "svg,csv", "--layers", "cut-s,cut-l")
    assert result.exit_code == 0
    bags = ("mini-backpack", "mini-backpack-s", "mini-backpack-l")
    lists = {f"{bag}-{what}.csv" for bag in bags for what in ("cut-list", "notions")}
    assert files(tmp_path / "mini-backpack") == {"mini-backpack-sizes.svg", *lists}
    drawn = (tmp_path / "mini-backpack" / "mini-backpack-sizes.svg").read_text()
    assert 'id="layer-cut-l"' in drawn
    assert 'id="layer-cut-m"' not in drawn


def test_another_bag_is_no_size(run: Run, tmp_path: Path) -> None:
    result = run("draft", "mini-backpack", "--with", "duffle")
    assert result.exit_code == 2
    assert "--with: duffle: is a duffle" in result.stderr
    assert files(tmp_path) == set()
