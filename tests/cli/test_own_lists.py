"""A maker's own prices and offcuts: one list for many bags, by any name that the bag or its shopping list has."""

from __future__ import annotations

from pathlib import Path

import pytest

import bagpattern
from bagpattern.layout.known_names import slots_called
from tests.cli.conftest import Run


def costs(run: Run, tmp_path: Path, prices: str, *more: str) -> str:
    (tmp_path / "prices.toml").write_text(prices, encoding="utf-8")
    result = run("lay", "mini-backpack", "--effort", "quick", "--prices", "prices.toml", *more)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("name", ["shell", "waxed-canvas", "Waxed canvas"])
def test_cloth_by_its_slot_its_catalogue_name_or_as_printed(run: Run, tmp_path: Path, name: str) -> None:
    assert "- shell: 0.6 m at 20.00: 12.00" in costs(run, tmp_path, f'[prices]\n"{name}" = 20\n')


def test_a_notion_as_the_shopping_list_prints_it(run: Run, tmp_path: Path) -> None:
    """The more a name says, the more it counts."""
    told = costs(run, tmp_path, '[prices]\n"D-ring" = 9\n"D-ring 20 mm" = 0.8\n')
    assert "side-tab ring: 2 at 0.80: 1.60" in told
    assert "- shell: 0.6 m at 20.00" in costs(run, tmp_path, '[prices]\n"Waxed canvas" = 9\nshell = 20\n')


def test_entries_of_other_bags_are_told_and_ignored(run: Run, tmp_path: Path) -> None:
    told = costs(run, tmp_path, "[prices]\nshell = 20\nlinnig = 3\nturnlock = 4\n")
    assert (
        'prices.toml: prices.linnig: nothing of that name is bought for this bag: ignored; did you mean "lining"?'
        in told
    )
    assert "prices.turnlock: nothing of that name is bought for this bag: ignored\n" in told
    assert "- shell: 0.6 m at 20.00: 12.00" in told


def test_a_total_says_what_it_leaves_out(run: Run, tmp_path: Path) -> None:
    told = costs(run, tmp_path, 'currency = "EUR"\n[prices]\nshell = 20\n', "--copies", "2")
    (total,) = [line for line in told.splitlines() if line.startswith("Total: ")]
    assert ", without contrast, lining, main zip" in total
    assert total.endswith(": no price is given")


@pytest.mark.parametrize(
    ("price", "metre"),
    [
        ('{ price = 10, per = "m2" }', 14.0),
        ('{ price = 1, per = "ft2" }', 15.07),
        ('{ price = 9.144, per = "yd" }', 10.0),
    ],
)
def test_a_price_by_area_or_by_the_yard(run: Run, tmp_path: Path, price: str, metre: float) -> None:
    """Of canvas that is 140 cm wide."""
    assert f"- shell: 0.6 m at {metre:.2f}:" in costs(run, tmp_path, f"[prices]\nshell = {price}\n")


def test_one_inventory_for_many_bags(run: Run, tmp_path: Path) -> None:
    """Canvas by its catalogue name serves a bag of it, what is of another bag is told, and nothing is used twice."""
    one = '[[offcuts]]\nname = "{}"\nmaterial = "{}"\nlength = "60 cm"\nwidth = "60 cm"\n'
    text = one.format("left", "canvas") + one.format("ripstop", "ripstop-nylon") + one.format("poplin", "lining")
    (tmp_path / "stash.toml").write_text(text, encoding="utf-8")
    result = run("lay", "pencil-case", "--stash", "stash.toml", "--effort", "quick")
    assert 'stash.toml: nothing of this bag is cut from "ripstop-nylon": ignored' in result.output
    assert "From the stash: shell" in result.output
    assert "left    600 x 600 mm  1x Front and back" in result.output


def test_a_cloth_of_ones_own_answers_to_its_own_name_alone() -> None:
    """It is called as the catalogue calls its canvas, and is like denim: what is told of canvas is of another."""
    named = "Cotton canvas, 8-10 oz"
    own = {"name": named, "like": "denim"}
    materials = {"shell": "cotton-canvas-8-10-oz", "lining": "denim", "own": [own]}
    bag = bagpattern.make({"style": "tote", "materials": materials})
    assert slots_called(bag, named) == ("shell",)
    assert slots_called(bag, "canvas") == ()
    assert slots_called(bag, "denim") == ("lining",)
