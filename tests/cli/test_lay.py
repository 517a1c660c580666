"""``bagpattern lay``, as a maker uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, files


def test_plans_and_list(run: Run, tmp_path: Path) -> None:
    result = run("lay", "mini-backpack", "--effort", "quick", "--copies", "2", "--width", "lining=1.1 m", "-o", "out")
    assert result.exit_code == 0, result.output
    assert "Cloth\n-----" in result.output
    assert "shopping list for 2 bags" in result.output
    assert {"out/mini-backpack-lay-shell.svg", "out/mini-backpack-lay-lining.svg"} <= files(tmp_path)
    again = run("lay", "mini-backpack", "--effort", "quick", "--copies", "2", "--width", "lining=1.1 m", "-o", "out")
    assert again.output == result.output


def test_folded_cloth(run: Run, tmp_path: Path) -> None:
    result = run("lay", "mini-backpack", "--effort", "0.2", "--folded", "--copies", "2", "-o", "out")
    assert result.exit_code == 0, result.output
    assert "fold lengthwise" in (tmp_path / "out" / "mini-backpack-lay-lining.svg").read_text(encoding="utf-8")


def test_a_plan_is_kept(run: Run) -> None:
    first = run("lay", "mini-backpack", "--effort", "0.5", "--plan", "plan.json")
    second = run("lay", "mini-backpack", "--effort", "quick", "--plan", "plan.json")
    assert first.exit_code == second.exit_code == 0
    assert first.stdout == second.stdout


def test_draft_finds_the_plan_that_was_kept(run: Run, tmp_path: Path) -> None:
    run("draft", "bucket", "--format", "json,lay,shopping,cut-list")
    quick = {name: (tmp_path / name).read_bytes() for name in files(tmp_path)}
    efforts = ("1.5", "6", "20")  # seconds: a machine that is busy needs more until something better is found
    assert any("plans kept in bucket" in run("lay", "bucket", "--effort", each).output for each in efforts)
    plan = tmp_path / "bucket" / "bucket-plan.json"
    assert plan.exists()
    run("draft", "bucket", "--format", "json,lay,shopping,cut-list")
    better = {name: (tmp_path / name).read_bytes() for name in quick}
    changed = {name for name in quick if quick[name] != better[name]}
    assert {"bucket/bucket.json", "bucket/bucket-lay-interfacing.svg"} <= changed
    assert "bucket/bucket-cut-list.md" not in changed
    run("draft", "bucket", "--format", "json,lay", "-o", "shared", "--plan", str(plan))
    shared = (tmp_path / "shared" / "bucket.json").read_bytes()
    assert shared == better["bucket/bucket.json"]
    refused = run("draft", "bucket", "--format", "svg", "--plan", str(plan))
    assert "--plan changes nothing in what is written" in refused.output
    assert "there is no such file" in run("draft", "bucket", "--format", "json", "--plan", "none.json").output


def test_a_short_table(run: Run, tmp_path: Path) -> None:
    result = run("lay", "mini-backpack", "--effort", "quick", "--copies", "12", "--table", "3m", "-o", "out")
    assert result.exit_code == 0, result.output
    assert "shell-2" in result.output
    assert result.output.count(" m of Waxed canvas") == 1
    assert "out/mini-backpack-lay-shell-2.svg" in files(tmp_path)


def test_across_the_grain(run: Run) -> None:
    told = run("lay", "mini-backpack", "--effort", "quick").output
    assert "shell: with pieces across the grain" not in told  # its straps lie so already
    assert "contrast: with pieces across the grain, too, 13 cm: --grain contrast=square" in told
    assert "lining: with pieces across" not in told
    result = run("lay", "mini-backpack", "--effort", "quick", "--grain", "shell=square")
    assert "shell: with pieces across the grain" not in result.output
    assert "- [ ] 50 cm of Waxed canvas" in result.output


def test_colourways_are_bought_for(run: Run, tmp_path: Path) -> None:
    text = 'extends = "mini-backpack"\n[[colourways]]\nname = "Autumn"\nshell = "olive"\nzip = "brass"\n'
    (tmp_path / "bag.toml").write_text(text, encoding="utf-8")
    result = run("lay", "bag.toml", "--effort", "quick").output
    assert "## Colourway Autumn\n\n- [ ] shell, olive: 60 cm of Waxed canvas, 140 cm wide (shell)" in result
    assert "To shorten" not in result


def test_how_a_zip_is_shortened(run: Run, tmp_path: Path) -> None:
    text = 'extends = "mini-backpack"\n[[pockets]]\nname = "back pocket"\nopening = "13 cm"\n'
    (tmp_path / "bag.toml").write_text(text, encoding="utf-8")
    assert "- To shorten a coil zip" in run("lay", "bag.toml", "--effort", "quick").output


def test_prices(run: Run, tmp_path: Path) -> None:
    prices = tmp_path / "prices.toml"
    prices.write_text('currency = "EUR"\n[prices]\nshell = 20\n"main zip" = 4.0\n', encoding="utf-8")
    result = run("lay", "mini-backpack", "--effort", "quick", "--prices", "prices.toml")
    assert "- shell: 0.6 m at 20.00: 12.00" in result.output
    assert "- lining: no price given" in result.output
    assert "EUR" in result.output
    assert "one bag:" in run("lay", "mini-backpack", "--effort=quick", "--prices", prices, "--copies=3").output


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[prices", "prices.toml:1: a table's name is not closed: a ] is missing"),
        ("[prices]\nshell = 9,20", "prices.toml:2:10: 9,20 has a decimal comma; write it with a point: 9.20"),
        ("shell = 3", "is missing: write [prices]"),
        ('[prices]\nshell = "3"', 'prices.toml:2:1: prices.shell: "3" is no price'),
        (
            '[prices]\nshell = { price = 3, per = "m3" }',
            'prices.toml:2:1: prices.shell: nothing is sold by "m3": write { price = 9.50, per = "ft2" }',
        ),
    ],
)
def test_prices_that_are_wrong(run: Run, tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "prices.toml").write_text(text, encoding="utf-8")
    result = run("lay", "mini-backpack", "--effort", "quick", "--prices", "prices.toml")
    assert result.exit_code == 2
    assert says in result.output


def test_what_is_left_of_an_offcut_that_is_too_small(run: Run, tmp_path: Path) -> None:
    text = '[[offcuts]]\nmaterial = "lining"\nlength = "3 cm"\nwidth = "20 cm"\n'
    (tmp_path / "offcuts.toml").write_text(text, encoding="utf-8")
    rows = run("lay", "mini-backpack", "--stash", "offcuts.toml").output.splitlines()
    assert next(row for row in rows if "stays whole" in row).endswith(" 60 cm2")


def test_a_stash(run: Run, tmp_path: Path) -> None:
    text = '[[offcuts]]\nmaterial = "lining"\nlength = "60 cm"\nwidth = "1.4 m"\n'
    (tmp_path / "offcuts.toml").write_text(text, encoding="utf-8")
    result = run("lay", "mini-backpack", "--stash", "offcuts.toml")
    assert result.exit_code == 1  # there is lining, and no shell
    assert "Everything fits." in result.output
    assert "From the stash: shell" in result.output
    assert "no offcut of it\nIt does not all fit: no room for" in result.output
    enough = text + "".join(text.replace("lining", each).replace("60 cm", "3 m") for each in ("shell", "contrast"))
    (tmp_path / "offcuts.toml").write_text(enough, encoding="utf-8")
    result = run("lay", "mini-backpack", "--stash", "offcuts.toml")
    assert result.exit_code == 0, result.output
    assert "no room for" not in result.output
    (tmp_path / "offcuts.toml").write_text(enough.replace("60", "20"), encoding="utf-8")
    result = run("lay", "mini-backpack", "--stash", "offcuts.toml")
    assert result.exit_code == 1
    assert "no room for" in result.output


def test_a_hide_is_drawn_with_its_flaws(run: Run, tmp_path: Path) -> None:
    text = """[[offcuts]]
name = "hide"
material = "shell"
outline = [["0 cm", "5 cm"], ["90 cm", "0 cm"], ["95 cm", "70 cm"]]
flaws = [{ at = ["60 cm", "20 cm"], radius = "3 cm" }]
"""
    (tmp_path / "hides.toml").write_text(text, encoding="utf-8")
    options = ("--stash", "hides.toml", "--effort", "0.2", "-o", "out", "--set", "materials.shell=leather")
    result = run("lay", "pencil-case", *options)
    assert result.exit_code == 1  # there is no lining
    drawing = (tmp_path / "out" / "pencil-case-stash-shell-1.svg").read_text(encoding="utf-8")
    assert "shell, hide" in drawing
    assert 'id="flaw' in drawing
    assert "cm2 are left" in drawing


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--width", "140cm"), "names no material"),
        (("--width", "shell=wide"), "is not a length"),
        (("--width", "shell=1.4m", "--width", "shell=1.5m"), "shell is given 1.4m and 1.5m: say one of them"),
        (("--gap", "2mm", "--gap", "3mm"), "--gap is given twice, and only one can count: leave the other out"),
        (("--width", "shell=1 cm"), "--width shell: 10 mm is too small: at least 50 mm"),
        (("--width", "botom=1 m"), "nothing of this bag is cut from it"),
        (("--width", "shell=20cm"), "shell: Back: the piece is 240 mm wide"),
        (("--grain", "square"), "names no material"),
        (("--grain", "shell=up"), 'there is no grain "up"; there is one-way, two-way, square, none'),
        (("--grain", "sole=none"), "grain sole: nothing of this bag is cut from it"),
        (("--table", "1 m", "--grain", "shell=two-way"), "the piece is 1345 mm long, and the table 1000 mm"),
        (("--table", "0 m"), "--table: 0 mm is too small: at least 10 mm"),
        (("--stock", "0 m"), "--stock: 0 mm is too small: at least 10 mm"),
        (("--gap", "-5 mm"), "--gap: -5 mm is too small: at least 0 mm"),
        (("--table", "60 m"), "--table: 60000 mm is too large: at most 50000 mm"),
        (("--effort", "hard"), "neither quick nor best"),
        (("--effort", "-3"), "neither quick nor best"),
        (("--effort", "nan"), "neither quick nor best"),
        (("--copies", "0"), "0 is not in the range"),
        (("--gap", "5"), "has no unit"),
        (("--prices", "none.toml"), "there is no such file"),
        (("--stash", "none.toml"), "there is no such file"),
    ],
)
def test_what_cannot_be_used(run: Run, arguments: tuple[str, ...], says: str) -> None:
    result = run("lay", "mini-backpack", *arguments)
    assert result.exit_code == 2
    assert says in result.output


def test_stock_lengths(run: Run) -> None:
    webbing = ("lay", "mini-backpack", "--effort", "quick", "--copies", "3", "--set", "straps.kind=webbing")
    assert "in one length, for 6x 820.5 mm" in run(*webbing).output
    result = run(*webbing, "--stock", "2 m").output
    assert "Webbing 25 mm: 3 of 2 m, of which 17% is left over" in result
    assert "2x 820.5 mm; 339 mm left" in result
    refused = run(*webbing, "--stock", "60 cm")
    assert refused.exit_code == 2
    assert "--stock: Webbing 25 mm: a cut of 820 mm does not come out of 600 mm" in refused.output
