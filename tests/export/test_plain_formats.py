"""HPGL, PNG and CSV."""

from __future__ import annotations

import csv
import re
from io import StringIO

import pytest

import bagpattern
from bagpattern.export import Job
from bagpattern.export.csv import CUT, NOTIONS, Csv
from bagpattern.export.cut_list import CutList
from bagpattern.export.hpgl import Hpgl
from bagpattern.export.png import FONTS, LONGER, Png
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options

ROLL = Options(roll=3000.0)


@pytest.fixture(scope="module")
def bag() -> Pattern:
    return bagpattern.make("mini-backpack")


def strokes(text: str, pen: int) -> list[list[tuple[int, int]]]:
    """The strokes that a pen draws, in plotter units."""
    (chosen,) = re.findall(rf"SP{pen};\n(.*?)SP", text, re.DOTALL)
    return [
        [(int(x), int(y)) for x, y in re.findall(r"(-?\d+),(-?\d+)", stroke)] for stroke in chosen.strip().split("\n")
    ]


def test_the_square_measures_100_mm_in_plotter_units(bag: Pattern) -> None:
    text = Hpgl().files(Job(bag, options=ROLL))["mini-backpack.plt"].decode("ascii")
    spans = [{max(each) - min(each) for each in zip(*stroke, strict=True)} for stroke in strokes(text, 8)]
    assert {4000} in spans
    assert {4064} in spans


def test_every_outline_is_plotted_and_closed(bag: Pattern) -> None:
    found: list[list[tuple[int, int]]] = []
    for text in Hpgl().files(Job(bag, "cutter", ROLL)).values():
        assert re.fullmatch(rb"IN;\n(SP\d;\n|PU-?\d+,-?\d+;PD[-\d,]+;PU;\n)+SP0;\n", text)
        found += strokes(text.decode("ascii"), 1)
    assert len(found) == sum(piece.panel.count for piece in bag.pieces)
    assert all(stroke[0] == stroke[-1] for stroke in found)


def test_a_picture_shows_lines_and_letters_in_the_shipped_font(bag: Pattern, monkeypatch: pytest.MonkeyPatch) -> None:
    (picture,) = Png().files(Job(bag)).values()
    assert picture.startswith(b"\x89PNG")
    assert LONGER in (int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big"))
    monkeypatch.setattr("bagpattern.export.png.FONTS", FONTS / "none")
    (wordless,) = Png().files(Job(bag)).values()
    assert len(wordless) < len(picture)


def test_tables_are_what_the_pattern_says(bag: Pattern) -> None:
    files = Csv().files(Job(bag))
    text = files["mini-backpack-cut-list.csv"].decode()
    assert text.count("\n") == text.count("\r\n")
    head, *rows = csv.reader(StringIO(text))
    assert tuple(head) == CUT
    assert [row[1] for row in rows] == [each.piece for each in bag.cut_list]
    front = dict(zip(head, rows[0], strict=True))
    assert front["unit"] == "mm"
    assert float(front["width"]) == pytest.approx(bag.cut_list[0].width, abs=0.05)
    assert front["label"] == "finished 220 x 110 mm; 10 mm allowance included; zip: 2.7 mm"
    head, *rows = csv.reader(StringIO(files["mini-backpack-notions.csv"].decode()))
    assert tuple(head) == NOTIONS
    assert len(rows) == len(bag.notions)


def test_tables_in_inches() -> None:
    bag = bagpattern.make("mini-backpack", {"units": "in"})
    head, first, *_ = csv.reader(StringIO(Csv().files(Job(bag))["mini-backpack-cut-list.csv"].decode()))
    front = dict(zip(head, first, strict=True))
    assert front["unit"] == "in"
    assert float(front["width"]) * 25.4 == pytest.approx(bag.cut_list[0].width, abs=0.02)


def test_the_cut_list_goes_by_material() -> None:
    bag = bagpattern.make("mini-backpack-artistic")
    text = CutList().files(Job(bag))["mini-backpack-artistic-cut-list.md"].decode()
    titles = [line.removeprefix("## ").partition(":")[0] for line in text.splitlines() if line.startswith("## ")]
    assert titles == ["shell", "contrast", "lining", "interfacing", "Strips for the rotary cutter"]
    rows = [line for line in text.splitlines() if line.startswith("| ") and line[2].isdigit()]
    assert len(rows) == len(bag.cut_list)
    base = next(row for row in rows if "| Base band |" in row)
    assert "| 1 | 380 x 130 mm | also cut 1 interfacing; finished 360 x 110 mm; 10 mm allowance included |" in base
    assert base.endswith("| rectangle | may lie on it |")
    assert "may lie on it" not in next(row for row in rows if "Front, hill, lower |" in row)
    assert "- shell: 1 strip of 51 mm across the width, for 2x 11 Strap tab" in text


def test_no_cell_is_a_formula() -> None:
    """A spreadsheet would run what a stranger's preset calls a pocket."""
    pocket = {"name": "=HYPERLINK(1)", "kind": "slip", "panel": "front"}
    files = Csv().files(Job(bagpattern.make({"style": "tote", "name": "-x", "pockets": [pocket]})))
    cells = [cell for text in files.values() for row in csv.reader(StringIO(text.decode())) for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}] == []


@pytest.mark.parametrize(
    ("language", "title", "head"),
    [
        ("de", ": Zuschnittliste", "| Nr. | Teil | Anzahl | Zuschnittmaß |"),
        ("ja", "裁断リスト", "| 番号 | パーツ | 枚数 | 裁断寸法 |"),
        ("en", "# Pencil case: cut list", "| No. | Piece | How many | Cut size |"),
    ],
)
def test_the_cut_list_speaks_the_makers_language(language: str, title: str, head: str) -> None:
    pattern = bagpattern.make("pencil-case", {"language": language})
    text = CutList().files(Job(pattern))["pencil-case-cut-list.md"].decode()
    assert title in text
    assert head in text
    assert ("may lie on it" in text) is (language == "en")
    assert ("rectangle" in text) is (language == "en")
