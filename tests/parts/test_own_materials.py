"""Materials of the maker's own: what they change in a pattern, where they may stand, and how mistakes are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bagpattern.errors import InputError
from bagpattern.export._shopping import shopping_text
from bagpattern.laying import lay
from bagpattern.layout.plans import lays
from bagpattern.layout.prices import Prices
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import draft, make
from bagpattern.preset import read
from bagpattern.preset.settable import settable
from bagpattern.preset.source import Written
from bagpattern.preset.template import template

MINE: dict[str, Any] = {
    "name": "My oilcloth",
    "like": "laminated-cotton",
    "thickness": "0.45 mm",
    "widths": ["120 cm"],
    "mass": 310,
    "allowance": "14 mm",
    "least_radius": "32 mm",
    "pins": True,
    "needle": "100/16 of mine",
    "price": "21.50 EUR",
}
BAG: dict[str, Any] = {"style": "crossbody", "materials": {"shell": "my-oilcloth", "own": [MINE]}}


@pytest.fixture(scope="module")
def bag() -> Pattern:
    """A bag of it."""
    return make(BAG)


def faults(settings: Any) -> list[str]:
    """What is wrong with these."""
    with pytest.raises(InputError) as caught:
        make(settings)
    return [str(each) for each in caught.value.problems]


def test_what_is_given_counts_and_the_rest_is_like_the_other(bag: Pattern) -> None:
    shell = bag.materials[0]
    assert (str(shell.title), shell.thickness, shell.mass, shell.pins) == ("My oilcloth", 0.45, 310, True)
    assert (shell.directional, shell.frays, shell.iron, shell.stitch) == (True, False, "no", 3.0)
    assert bag["front"].allowances["left"] == 14.0


def test_it_is_laid_bought_weighed_and_paid_for(bag: Pattern) -> None:
    assert lay(bag)["shell"].width == 1200.0
    assert (lays(bag)[0].cloth.grain, lays(bag)[0].cloth.width) == ("one-way", 1200.0)
    text = shopping_text(bag, lays(bag))
    metres = float(text.partition(" m of My oilcloth")[0].rpartition(" ")[2])
    assert f"shell: {metres:g} m at 21.50: {metres * 21.5:.2f}" in text
    assert "EUR" in text.rpartition("Total")[2]
    assert "needle 100/16 of mine" in text


def test_a_price_list_comes_before_its_price_and_speaks_its_currency(bag: Pattern) -> None:
    plans = lays(bag)
    assert " at 5.00: " in shopping_text(bag, plans, prices=Prices("EUR", {"shell": 5.0}, "mine.toml"))
    with pytest.raises(InputError, match="prices are in EUR and in USD"):
        shopping_text(bag, plans, prices=Prices("USD", {"thread": 5.0}, "mine.toml"))


def test_its_widths_are_what_they_are_in_inches_too() -> None:
    assert make({**BAG, "units": "in"}).materials[0].widths == (1200.0,)


def test_it_comes_back_from_settings_and_from_what_new_writes(bag: Pattern) -> None:
    assert make(bag.settings) == bag
    again = draft(read(Written(template(read(BAG)))))
    assert again.materials == bag.materials
    assert [*again.pieces] == [*bag.pieces]


def test_it_is_completed_for_set() -> None:
    assert "my-oilcloth" in next(each for each in settable(BAG) if each.key == "materials.lining").values


@pytest.mark.parametrize(
    ("slot", "like", "told"),
    [
        ("foam", "canvas", 'materials.foam: "mine" is like a cloth, and what stiffens is needed here'),
        ("lining", "foam", 'materials.lining: "mine" is like what stiffens, and a cloth is needed here'),
    ],
)
def test_a_cloth_does_not_stiffen(slot: str, like: str, told: str) -> None:
    assert faults({"style": "tote", "materials": {slot: "mine", "own": [{"name": "mine", "like": like}]}}) == [told]


def test_mistakes_are_told_with_what_to_write() -> None:
    entry = {"name": "mine", "like": "Peltex", "widths": ["2 cm"], "price": "3"}
    assert faults({"style": "tote", "materials": {"own": [entry]}}) == [
        'materials.own.mine.like: cannot be "Peltex": write "sew-in-heavy", which is what it is called here'
    ]
    told = faults({"style": "tote", "materials": {"own": [{**entry, "like": "canvas"}]}})
    assert 'materials.own.mine.widths: "2 cm" is no width of cloth: choose 10 to 400 cm' in told
    assert 'materials.own.mine.price: "3" is no price of a metre: write one such as "18.50 EUR"' in told
    assert faults({"style": "tote", "materials": {"own": [{"name": "canvas", "like": "denim"}]}}) == [
        'materials.own.canvas.name: the catalogue has "canvas", too: give yours a name of its own'
    ]
    assert "for each entry, [[materials.own]]" in faults({"style": "tote", "materials": [entry]})[0]


def test_cloth_that_is_washed_first_is_bought_longer() -> None:
    """A metre that loses 20 % is 1.25 m in the shop."""
    entry = {"name": "Raw linen", "like": "canvas", "shrinks": 20}
    settings: dict[str, Any] = {"style": "tote", "materials": {"shell": "raw-linen", "own": [entry]}}
    dry, washed = make(settings), make({**settings, "finishing": {"washed": True}})
    plan = lays(washed)[0]
    assert plan.length == lays(dry)[0].length
    texts = [shopping_text(each, lays(each)).partition(" of Raw linen")[0].split()[-2:] for each in (dry, washed)]
    lengths = [float(figure) / (1 if unit == "m" else 100) for figure, unit in texts]
    assert lengths == [pytest.approx(-(-plan.length // 100) / 10), pytest.approx(-(-plan.length * 1.25 // 100) / 10)]
    assert "with 20 % that it shrinks: wash it first" in shopping_text(washed, lays(washed))


def test_a_print_that_stands_on_its_head_is_said_on_the_piece_and_by_the_check() -> None:
    trees = {"name": "Trees", "like": "canvas", "directional": True}
    bag = make({"style": "tote", "build": "folded", "materials": {"shell": "trees", "own": [trees]}})
    assert [str(each) for each in bag.findings] == ["BP119 warning: front-back: print on its head: right, back, left"]
    assert "print on its head: right, back, left" in map(str, bag["front-back"].label)
    plain = make({"style": "tote", "build": "folded"})
    assert plain.findings == ()
    assert "print on its head: right, back, left" not in map(str, plain["front-back"].label)


# a file that many presets name ----------------------------------------------------------------------------------------


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A preset, and a file of materials beside it, of which it uses one."""
    (tmp_path / "cloths.toml").write_text(
        '[[materials]]\nname = "My oilcloth"\nlike = "laminated-cotton"\nthickness = "0.45 mm"\n'
        '[[materials]]\nname = "Never used"\nlike = "canvas"\n'
    )
    bag = tmp_path / "bag.toml"
    bag.write_text('style = "tote"\n[materials]\nshell = "my-oilcloth"\nfile = "cloths.toml"\n')
    return bag


def test_a_file_of_materials_travels_in_the_settings(beside: Path) -> None:
    made = make(str(beside))
    assert made.materials[0].thickness == 0.45
    assert [each["name"] for each in made.settings["materials"]["own"]] == ["My oilcloth"]
    assert make(made.settings) == made


def test_a_preset_changes_what_its_file_says(beside: Path) -> None:
    beside.write_text(beside.read_text() + '[[materials.own]]\nname = "My oilcloth"\nthickness = "0.6 mm"\n')
    assert make(str(beside)).materials[0].thickness == 0.6


def test_mistakes_in_the_file_are_told_there(beside: Path) -> None:
    cloths = beside.with_name("cloths.toml")
    cloths.write_text(cloths.read_text().replace('"0.45 mm"', '"0.45"'))
    (told,) = faults(str(beside))
    assert told.startswith(f"{cloths}:4:1: materials.own.my-oilcloth.thickness: ")
    beside.write_text(beside.read_text().replace("my-oilcloth", "my-oilclot"))
    assert 'did you mean "my-oilcloth"?' in faults(str(beside))[0]
    beside.write_text(beside.read_text().replace("cloths.toml", "cloth.toml"))
    assert 'bag.toml:4:1: materials.file: there is no file "cloth.toml" beside this one' in faults(str(beside))[0]


def test_a_text_without_a_file_names_none(beside: Path) -> None:
    (told,) = faults(Written(beside.read_text()))
    assert (
        told == "4:1: materials.file: there are no files here: write its materials below, each under [[materials.own]]"
    )
