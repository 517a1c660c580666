"""``units = "in"``: everything that is printed or drawn speaks inches, and the finished bag is the very same."""

from __future__ import annotations

import json
import re
from itertools import cycle
from pathlib import Path

import pytest
from click.testing import CliRunner

from bagpattern import make
from bagpattern.cli import main
from bagpattern.drawing import sheets
from bagpattern.drawing.model import Text
from bagpattern.export._shopping import shopping_text
from bagpattern.export.json import json_text
from bagpattern.layout.plans import lays
from bagpattern.preset import preset_names, read
from bagpattern.preset.template import template

METRIC = re.compile(r"\d (?:mm|cm|m)\b")
METRIC_ON_PURPOSE = ("100 mm", "Each side measures exactly 100 mm.", "5 cm", "Each side measures exactly 5 cm.")
"""The metric test square, and the ruler on every page."""


def told(*arguments: str) -> str:
    result = CliRunner().invoke(main, [*arguments])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("name", preset_names()[::3])
def test_nothing_shown_is_metric(name: str) -> None:
    shown = told("show", name, "--set", "units=in")
    assert [line for line in shown.splitlines() if METRIC.search(line)] == []
    assert " in" in shown


@pytest.mark.parametrize("name", ["mini-backpack-organiser", "roll-top", "drawstring-backpack-lined"])
@pytest.mark.parametrize("command", ["check", "fit", "lay"])
def test_nothing_printed_is_metric(command: str, name: str) -> None:
    """Nor in the shopping list, but for the length of stitches, which machines tell in mm."""
    how = {"fit": ["--add", "laptop-13"], "lay": ["--effort", "quick"]}.get(command, [])
    printed = CliRunner().invoke(main, [command, name, "--set", "units=in", *how]).output
    assert [line for line in printed.splitlines() if METRIC.search(line)] == []
    pattern = make(name, {"units": "in"})
    shopping = shopping_text(pattern, lays(pattern))
    assert [line for line in shopping.splitlines() if METRIC.search(line)] == []


@pytest.mark.parametrize(("name", "paper"), list(zip(preset_names(), cycle(["full", "letter", "full"]))))
def test_nothing_drawn_is_metric(name: str, paper: str) -> None:
    for drawing in sheets(make(name, {"units": "in"}), paper):
        texts = [item.content for layer in drawing.layers for item in layer.items if isinstance(item, Text)]
        assert [each for each in texts if METRIC.search(each) and each not in METRIC_ON_PURPOSE] == []


def test_tables_of_parameters() -> None:
    table = told("list", "styles", "mini-backpack", "--units", "in")
    assert [line for line in table.splitlines() if METRIC.search(line)] == []


INCHES = {
    "dimensions.width": "9 1/2 in",
    "dimensions.depth": '4-3/8"',
    "straps.length": "29½ in",
    "crossbody.length": "49 1/16 in",
}
MILLIMETRES = {
    "dimensions.width": "241.3 mm",
    "dimensions.depth": "11.1125 cm",
    "straps.length": "0.7493 m",
    "crossbody.length": "124.61875 cm",
}


def test_the_same_bag_in_inches_and_in_millimetres_is_the_same_to_the_byte() -> None:
    one, other = json_text(make("mini-backpack", INCHES)), json_text(make("mini-backpack", MILLIMETRES))
    assert one == other


def test_units_change_no_finished_size() -> None:
    """Inches change the allowance alone, which lies on a ruler's mark, and what shops sell: cloth, zips."""
    one, other = (make("mini-backpack", {"units": each}) for each in ("mm", "in"))
    assert one.finished == other.finished
    assert [each.panel.stitching_line for each in one.pieces] == [each.panel.stitching_line for each in other.pieces]
    for mine, its in zip(one.pieces, other.pieces, strict=True):
        assert list(mine.allowances.values()) == pytest.approx(list(its.allowances.values()), abs=25.4 / 32)
    for pattern, step in ((one, 100.0), (other, 114.3)):
        lengths = [plan["buy"] for plan in json.loads(json_text(pattern))["lay"]]
        assert [length / step for length in lengths] == pytest.approx([round(length / step) for length in lengths])


def test_messages() -> None:
    result = CliRunner().invoke(
        main, ["check", "mini-backpack", "--set", "units=in", "--set", "dimensions.width=50 cm"]
    )
    assert result.stderr == "--set: dimensions.width: 19 11/16 in is too large: at most 17 11/16 in\n"


def test_a_new_preset_is_written_in_inches(tmp_path: Path) -> None:
    preset = read("mini-backpack", {**INCHES, "units": "in"})
    text = template(preset)
    assert 'units = "in"' in text
    assert 'width = "9 1/2 in"' in text
    others = [line for line in text.splitlines() if METRIC.search(line) and line[0] != "#"]
    assert len(others) > 10
    assert [line for line in others if not re.search(r'^\w+ = "[\d.]+ mm"  # [\d /]+ in$', line)] == [
        'elastic = "10 mm"'
    ]
    assert 'height = "45 mm"  # 1 3/4 in' in others
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    assert read(tmp_path / "mine.toml").style == preset.style
