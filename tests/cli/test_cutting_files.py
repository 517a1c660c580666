"""Files to cut by, as a workshop asks for them: at true size, every piece in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from ezdxf import bbox, filemanagement

from tests.cli.conftest import Run, files


def test_files_to_cut_by(run: Run, tmp_path: Path) -> None:
    result = run("lay", "pencil-case", "--bed", "40x30cm", "--only", "shell,lining", "--effort", "quick", "-o", "out")
    assert result.exit_code == 0, result.output
    assert {each for each in files(tmp_path) if "-cut-" in each} == {
        f"out/pencil-case-cut-{slot}-1.{kind}" for slot in ("shell", "lining") for kind in ("svg", "dxf")
    }
    assert 'height="300mm"' in (tmp_path / "out/pencil-case-cut-shell-1.svg").read_text(encoding="utf-8")
    drawn = filemanagement.readfile(tmp_path / "out/pencil-case-cut-shell-1.dxf").modelspace()
    size = bbox.extents(drawn).size
    assert (size.x, size.y) == pytest.approx((400.0, 300.0))


def test_what_does_not_fit_is_named(run: Run) -> None:
    result = run("lay", "mini-backpack", "--bed", "12x24in", "--effort", "quick", "-o", "out")
    assert result.exit_code == 1
    assert "shell: 1x Crossbody strap is 82.4 x 1345 mm and has no room on a bed of 304.8 x 609.6 mm" in result.output


def test_cloth_off_the_roll_is_cut_at_true_size_too(run: Run, tmp_path: Path) -> None:
    result = run("lay", "pencil-case", "--effort", "quick", "--format", "dxf", "--width", "shell=90cm")
    assert result.exit_code == 0, result.output
    drawn = filemanagement.readfile(tmp_path / "pencil-case/pencil-case-cut-shell.dxf").modelspace()
    assert bbox.extents(drawn).size.y == pytest.approx(900.0)


def test_a_hide_is_cut_at_true_size(run: Run, tmp_path: Path) -> None:
    text = '[[offcuts]]\nmaterial = "shell"\noutline = [["0 cm", "5 cm"], ["90 cm", "0 cm"], ["95 cm", "70 cm"]]\n'
    (tmp_path / "hides.toml").write_text(text, encoding="utf-8")
    run("lay", "pencil-case", "--stash", "hides.toml", "--effort", "quick", "--format", "dxf")
    drawn = filemanagement.readfile(tmp_path / "pencil-case/pencil-case-cut-shell-1.dxf").modelspace()
    size = bbox.extents(drawn).size
    assert (size.x, size.y) == pytest.approx((950.0, 700.0))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--bed", "a4"), 'write WIDTHxHEIGHT, such as "60x90cm"'),
        (("--bed", "1x1cm"), "no bed is 10 mm long; from 50 mm to 5000 mm"),
        (("--bed", "60x90cm", "--table", "3m"), "--table changes nothing beside --bed"),
        (
            ("--bed", "60x90cm", "--only", "sole"),
            'only: nothing of this bag is cut from "sole"; there is shell, lining',
        ),
        (
            ("--bed", "60x90cm", "--selvedge", "40cm"),
            "nothing can be used of a bed of 600 x 900 mm with a rim of 400 mm",
        ),
        (("--only", "shell"), "--only changes nothing without --bed"),
        (("--format", "png"), 'nothing is cut from "png"; there is svg, dxf, hpgl'),
        (("--kerf", "0.2mm"), "--kerf changes nothing without files to cut by"),
        (("--bed", "60x90cm", "--kerf", "9mm"), "--kerf: a beam burns 0 to 3 mm"),
    ],
)
def test_what_cannot_be_used(run: Run, arguments: tuple[str, ...], says: str) -> None:
    result = run("lay", "pencil-case", *arguments)
    assert result.exit_code == 2
    assert says in result.output
