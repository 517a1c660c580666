"""What bought things weigh: everything that a bag takes has a mass, of a likely order."""

from __future__ import annotations

import re

import pytest

import bagpattern
from bagpattern.catalog.masses import grams
from bagpattern.export._shopping import masses, shopping_text
from bagpattern.layout.cloth import Order
from bagpattern.layout.plans import lays
from bagpattern.units import Units


@pytest.mark.parametrize("name", bagpattern.preset_names())
def test_everything_that_is_bought_weighs_something(name: str) -> None:
    for each in bagpattern.make(name).notions:
        assert 0.1 < grams(each.kind, str(each.size), each.measures, each.length) < 500.0, each


@pytest.mark.parametrize(
    ("kind", "size", "measures", "length", "mass"),
    [
        ("thread", "Tex 40", (), 10_000.0, 0.4),
        ("zip", "#5", (31.8,), 500.0, 11.0),
        ("zip-slider", "#5", (), None, 4.0),
        ("webbing", "25 mm", (25.0,), 1500.0, 45.0),
        ("webbing", "1 in", (25.4,), 1000.0, 30.48),
        ("ring", "25 mm", (25.0,), None, 12.5),
        ("cord", "10 mm", (10.0,), 1000.0, 50.0),
        ("board", "300 x 100 mm", (300.0, 100.0), None, 42.0),
        ("turn-lock", "", (), None, 30.0),
    ],
)
def test_masses(kind: str, size: str, measures: tuple[float, ...], length: float | None, mass: float) -> None:
    assert grams(kind, size, measures, length) == pytest.approx(mass)


def test_what_the_catalogue_has_not() -> None:
    with pytest.raises(KeyError):
        grams("anvil", "", (), None)


@pytest.mark.parametrize(
    ("mass", "metric", "inches"), [(4.2, "4 g", "0.1 oz"), (99.6, "100 g", "3.5 oz"), (431.0, "430 g", "15 oz")]
)
def test_masses_as_they_are_told(mass: float, metric: str, inches: str) -> None:
    assert (Units().mass(mass), Units("in").mass(mass)) == (metric, inches)


def test_a_ready_made_zip_brings_its_slider() -> None:
    """22 cm of chain are 2.4 g, the slider 2 g, the thread next to nothing; 1 g off, so that the sum adds up."""
    pattern = bagpattern.make("pencil-case")
    (zipped,) = (each for each in pattern.notions if each.kind == "zip")
    told = shopping_text(pattern, lays(pattern)).splitlines()[-1]
    assert "metre" not in str(zipped.title)
    assert zipped.length
    found = re.search(r" (\d+) g of zips, hardware and thread\.$", told)
    assert found
    assert abs(int(found[1]) - (0.011 * zipped.length + 2.0)) < 1.0


def test_a_bag_weighs_the_same_however_many_are_cut() -> None:
    pattern = bagpattern.make("pencil-case")
    one, three = (masses(pattern, lays(pattern, Order(copies=copies)), copies) for copies in (1, 3))
    assert one == pytest.approx(three)
    assert 5 < one[0] < 200
