"""``bagpattern check``, ``show``, ``list`` and ``new``."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import bagpattern
from bagpattern.checks import checks
from bagpattern.model.pattern import Severity
from bagpattern.parameter import Parameter
from bagpattern.parameters import declarations
from bagpattern.parts.pockets import POCKETS
from bagpattern.parts.straps import STRAPS
from bagpattern.preset import preset_names
from bagpattern.said import Words
from bagpattern.styles import STYLES
from tests.cli.conftest import Run, files


def test_check_says_what_is_proved(run: Run, tmp_path: Path) -> None:
    result = run("check", "mini-backpack")
    assert (result.exit_code, files(tmp_path)) == (0, set())
    assert result.stdout.startswith("Mini backpack purse (mini-backpack) can be sewn: ")
    assert all(each.code in result.stdout for each in checks())


def test_check_tells_errors_and_warnings(run: Run, finding: Callable[[Severity], None]) -> None:
    finding(Severity.WARNING)
    warned = run("check", "mini-backpack")
    assert (warned.exit_code, warned.stderr.count("BP999 warning")) == (0, 1)
    assert warned.stdout.endswith("1 warning, printed above.\n")
    finding(Severity.ERROR)
    failed = run("check", "mini-backpack")
    assert (failed.exit_code, failed.stdout, failed.stderr.count("BP999 error")) == (1, "", 1)


def test_a_rule_that_a_warning_names_is_not_called_proved(run: Run) -> None:
    wanted = ("materials.shell=clear-vinyl", "dimensions.width=125 mm", "dimensions.base=oval")
    tight = run("check", "stuff-sack", *(word for each in wanted for word in ("--set", each)))
    assert "BP106 warning" in tight.stderr
    proved, _, rest = tight.stdout.partition("printed above. Not proved:\n")
    assert "BP106" not in proved
    assert [line.split()[0] for line in rest.splitlines()] == sorted({*re.findall(r"^BP\d+", tight.stderr, re.M)})


def test_show_tells_every_piece_notion_and_step(run: Run) -> None:
    result = run("show", "mini-backpack")
    pattern = bagpattern.make("mini-backpack")
    assert result.exit_code == 0
    told = " ".join(result.stdout.split())
    assert "22 x 26 x 11 cm" in told
    assert all(f"{row.number} {row.title} {row.material} {row.count}" in told for row in pattern.cut_list)
    assert all(str(notion.title) in told for notion in pattern.notions)
    assert all(f"{each.number} {each.step.title}: {each.step.text}" in told for each in pattern.steps)
    assert max(map(len, result.stdout.partition("Steps")[2].splitlines())) <= 100


def test_show_tells_the_pages_that_a_printer_makes(run: Run) -> None:
    told = run("show", "mini-backpack").stdout
    for paper in ("A4", "Letter"):
        run("draft", "mini-backpack", "--paper", paper, "--format", "svg", "-o", paper)
        assert f"{len([*Path(paper).iterdir()])} on {paper}" in told


def test_list_tells_everything_there_is(run: Run) -> None:
    assert all(name in run("list").stdout for name in (*preset_names(), *STYLES.names()))
    for what, names in (("presets", preset_names()), ("pockets", POCKETS.names()), ("straps", STRAPS.names())):
        lines = run("list", what).stdout.splitlines()[1:]
        assert [line.split()[0] for line in lines] == [*names]
        assert all(len(line.split()) > 2 for line in lines)
    assert "waxed-canvas" in run("list", "materials").stdout


@pytest.mark.parametrize(
    ("what", "family"),
    [("styles", STYLES), ("pockets", POCKETS), ("straps", STRAPS)],
    ids=["styles", "pockets", "straps"],
)
def test_list_tells_every_value_of_a_member(run: Run, what: str, family: bagpattern.registry.Family) -> None:
    for name in family.names():
        result = run("list", what, name)
        assert result.exit_code == 0
        _, _, head, *lines = result.stdout.splitlines()
        assert max(map(len, lines), default=0) <= 150
        helps = " ".join(" ".join(line[head.index("what it is") :] for line in lines).split())
        for key, declared in declarations(family.member(name)).items():
            assert key in result.stdout
            assert not isinstance(declared, Parameter) or str(Words(declared.help)) in helps


def test_list_tells_one_preset_and_one_material(run: Run) -> None:
    assert 'style = "mini-backpack"' in run("list", "presets", "mini-backpack").stdout
    assert "thickness: 0.6 mm" in run("list", "materials", "waxed-canvas").stdout
    assert "hem: single\nedges of patches: raw\nstraps: folded in two" in run("list", "materials", "vinyl").stdout
    assert "fixed by: ironing" in run("list", "materials", "fusible-fleece").stdout


def test_list_tells_what_sizes_are_sold(run: Run) -> None:
    assert "magnetic-snap      Magnetic snaps" in run("list", "notions").stdout
    assert "sizes: 14 mm, 18 mm (across)" in run("list", "notions", "magnetic-snap").stdout
    assert "sold closed: no" in run("list", "notions", "#8").stdout


def test_new_writes_a_preset_that_drafts_to_the_same_pattern(run: Run, tmp_path: Path) -> None:
    assert run("new", "my-bag.toml", "--from", "mini-backpack").exit_code == 0
    mine = json.loads(run("draft", "my-bag.toml", "--format", "json", "-o", "-").stdout)
    theirs = json.loads(run("draft", "mini-backpack", "--format", "json", "-o", "-").stdout)
    assert mine.pop("preset") == mine["settings"].pop("preset") == "my-bag"
    assert theirs.pop("preset") == theirs["settings"].pop("preset") == "mini-backpack"
    assert mine == theirs


def test_new_explains_every_value(run: Run, tmp_path: Path) -> None:
    run("new", "my-bag.toml", "--set", "dimensions.depth=9 cm")
    text = (tmp_path / "my-bag.toml").read_text(encoding="utf-8")
    assert 'depth = "90 mm"' in text
    assert "# from front to back\n# 60 mm to 300 mm\n" in text
    assert max(map(len, text.splitlines())) < 200


def test_new_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my-bag.toml").write_text("mine")
    result = run("new", "my-bag.toml")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "my-bag.toml: is there already" in result.stderr
    assert (tmp_path / "my-bag.toml").read_text() == "mine"


def test_new_wants_the_ending_of_a_preset(run: Run, tmp_path: Path) -> None:
    result = run("new", "my-bag")
    assert (result.exit_code, files(tmp_path)) == (2, set())
    assert "write my-bag.toml" in result.stderr
