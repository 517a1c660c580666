"""What is shown of a range that is made: its page, its sheets, its tables, its costs."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from bagpattern.errors import InputError
from bagpattern.ranges import making, page
from tests.ranges.conftest import make, rows, spec

LACKING = ["lining", "interfacing", "main zip", "thread"]
"""What the lists here have no price of."""


@pytest.fixture
def pictured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A range with pictures that are drawn in no time, and prices."""
    monkeypatch.setattr(
        making, "view_text", lambda *_: '<svg xmlns="http://www.w3.org/2000/svg"><title>a bag</title></svg>'
    )
    monkeypatch.setattr(page, "_EACH", 3)
    (tmp_path / "prices.toml").write_text('currency = "EUR"\n[prices]\ncanvas = 10\nshell = 1000\nsnap = 3\n')
    prices = str(tmp_path / "prices.toml")
    make(tmp_path / "out", spec(pictures=True, title="</script> {dimensions.width}", prices=prices))
    return tmp_path / "out"


def test_the_page_has_every_row_and_no_markup_of_a_makers_own(pictured: Path) -> None:
    scripts = [path.read_text() for path in sorted((pictured / "index").glob("*.js"))]
    shown = [each for text in scripts for each in json.loads(text.removeprefix("rows(").removesuffix(");\n"))]
    assert [each["n"] for each in shown] == [each["name"] for each in rows(pictured)]
    assert [len(scripts), shown[0]["p"]] == [3, "pictures/flat-pouch-18-cm-en.svg"]
    assert "20 mm is too small" in shown[4]["y"]
    assert "</script>" not in "".join(scripts)
    assert '"scripts":3,"rows":8' in (pictured / "index.html").read_text()


def test_a_range_that_has_become_smaller_leaves_no_scripts_and_sheets_behind(pictured: Path, tmp_path: Path) -> None:
    make(pictured, spec(exclude=[{"dimensions.width": ["18 cm", "20 cm", "2 cm"]}]))
    assert len([*(pictured / "index").glob("*.js")]) == 1


def test_contact_sheets_hold_the_pictures(pictured: Path) -> None:
    (sheet,) = (pictured / "sheets").glob("*.svg")
    assert sheet.read_text().count("<image") == 6
    assert "EUR" in sheet.read_text()
    assert "sheets/0001.svg" in (pictured / "index.html").read_text()


def test_prices_are_of_the_cloth_itself_before_its_slot(pictured: Path) -> None:
    first = rows(pictured)[0]
    (shell,) = (each for each in first["needs"] if each["of"] == "shell")
    assert shell["by"] == "canvas"
    assert first["cost"] == {
        "total": pytest.approx(10 * shell["amount"]),
        "complete": False,
        "without": LACKING,
    }


@pytest.mark.parametrize(
    "price",
    [
        '"Cotton canvas, 8-10 oz" = 30',
        "canvas = { price = 20, per = 'm2' }",
        "shell = { price = 27.432, per = 'yd' }",
    ],
)
def test_prices_are_those_of_a_lay_by_all_names_and_by_area(price: str, pictured: Path, tmp_path: Path) -> None:
    """Canvas lies 150 cm wide, so each of these is 30 a metre."""
    (tmp_path / "prices.toml").write_text(f"[prices]\n{price}\n")
    outcome = make(pictured, spec(pictures=False, prices=str(tmp_path / "prices.toml")))
    first = rows(pictured)[0]
    (amount,) = (each["amount"] for each in first["needs"] if each["of"] == "shell")
    assert [outcome.troubles, first["cost"]["total"]] == [[], pytest.approx(30 * amount)]


def test_a_title_is_no_formula_in_a_spreadsheet(tmp_path: Path) -> None:
    make(tmp_path, spec(title="=1+1", axes=[{"key": "dimensions.width", "values": ["18 cm"]}]))
    (row,) = csv.DictReader((tmp_path / "manifest.csv").read_text().splitlines())
    assert row["title"] == "'=1+1"


def test_a_price_of_nothing_is_told(pictured: Path, tmp_path: Path) -> None:
    given = spec(pictures=False, prices=str(tmp_path / "prices.toml"))
    (trouble,) = make(pictured, given).troubles
    assert trouble == f"{tmp_path / 'prices.toml'}: prices.snap: nothing of that name is bought in this range"


def test_a_table_tells_what_has_no_price_and_a_material_of_ones_own_brings_its_own(tmp_path: Path) -> None:
    own = [{"name": "C", "like": "canvas", "price": "20 EUR"}]
    base = {"style": "flat-pouch", "materials": {"shell": "c", "own": own}}
    (tmp_path / "bag.json").write_text(json.dumps(base))
    given = spec(pictures=False, preset=str(tmp_path / "bag.json"), axes=[{"key": "units", "values": ["mm", "in"]}])
    make(tmp_path / "out", given)
    (row, _) = csv.DictReader((tmp_path / "out" / "manifest.csv").read_text().splitlines())
    (amount,) = (each["amount"] for each in rows(tmp_path / "out")[0]["needs"] if each["of"] == "shell")
    assert [float(row["cost"]), row["without a price"]] == [pytest.approx(20 * amount), ", ".join(LACKING)]
    (tmp_path / "prices.toml").write_text('currency = "USD"\n[prices]\nzip = 3\n')
    with pytest.raises(InputError, match="prices are in EUR and in USD"):
        make(tmp_path / "out", {**given, "prices": str(tmp_path / "prices.toml")})
