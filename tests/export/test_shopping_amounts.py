"""How much the shopping list asks for: for several bags, by the yard, in money and in grams."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import bagpattern
from bagpattern.export._shopping import masses, shopping_text
from bagpattern.layout.cloth import Order
from bagpattern.layout.plans import lays
from bagpattern.layout.prices import Prices
from bagpattern.layout.purchase import to_buy
from bagpattern.model.notion import Notion, Sold
from bagpattern.model.pattern import Pattern
from bagpattern.units import Units

EIGHTH = 36 * 25.4 / 8


@pytest.fixture(scope="module")
def tote() -> Pattern:
    return bagpattern.make("tote")


@pytest.mark.parametrize("length", [1.0, EIGHTH - 1, EIGHTH, EIGHTH + 1, 1000.0, 914.4, 1371.0])
@pytest.mark.parametrize(("units", "step"), [("mm", 100.0), ("in", EIGHTH)])
def test_cloth_is_never_bought_short_and_at_most_a_step_too_long(length: float, units: str, step: float) -> None:
    bought = to_buy(length, Units(units))
    assert length <= bought + 1e-6 < length + step
    assert bought / step == pytest.approx(round(bought / step))


@pytest.mark.parametrize("copies", [1, 3, 10])
def test_thread_is_bought_once_for_all_bags(tote: Pattern, copies: int) -> None:
    text = shopping_text(tote, lays(tote, Order(copies=copies)), copies)
    ((count, metres),) = re.findall(r"- \[ \] (\d+) Polyester thread, Tex 40, ([\d.]+) m", text)
    (thread,) = (each for each in tote.notions if each.kind == "thread")
    assert count == "1"
    assert thread.length
    assert thread.length * copies <= 1000 * float(metres) < thread.length * copies + 10_000


@pytest.mark.parametrize("copies", [1, 4])
def test_the_total_is_what_all_amounts_cost(tote: Pattern, copies: int) -> None:
    prices = Prices("EUR", {"shell": 20.0, "lining": 8.0, "thread": 0.05}, "prices")
    text = shopping_text(tote, lays(tote, Order(copies=copies)), copies, prices)
    rows = re.findall(r"- (\w+): ([\d.]+) m at ([\d.]+): ([\d.]+)", text)
    assert {name: float(price) for name, _, price, _ in rows} == {"shell": 20.0, "lining": 8.0, "thread": 0.05}
    for _, amount, price, cost in rows:
        assert float(cost) == pytest.approx(float(amount) * float(price), abs=0.01)
    (total,) = re.findall(r"Total: ([\d.]+) EUR", text)
    assert float(total) == pytest.approx(sum(float(cost) for *_, cost in rows), abs=0.01)
    lengths = {name: float(amount) for name, amount, *_ in rows}
    for plan in lays(tote, Order(copies=copies)):
        if plan.cloth.material in lengths:
            assert lengths[plan.cloth.material] >= plan.length / 1000 - 0.005


def test_one_of_many_bags_weighs_what_one_bag_weighs(tote: Pattern) -> None:
    one, many = masses(tote, lays(tote)), masses(tote, lays(tote, Order(copies=4)), 4)
    assert many == pytest.approx(one)


@pytest.mark.parametrize("units", ["mm", "in"])
def test_the_masses_that_are_told_add_up(units: str) -> None:
    """A light bag with heavy hardware: whole, cloth and the rest, each rounded."""
    pattern = bagpattern.make("fanny-pack", {"units": units})
    text = shopping_text(pattern, lays(pattern))
    told = r"weighs about ([\d.]+) \w+: ([\d.]+) \w+ of cloth and .*, ([\d.]+) \w+ of"
    ((whole, cloth, rest),) = re.findall(told, text)
    assert float(whole) == pytest.approx(float(cloth) + float(rest))


def test_a_zip_weighs_the_same_with_its_slider_on_or_beside_it() -> None:
    pattern = bagpattern.make("pencil-case")
    (bought,) = (each for each in pattern.notions if each.kind == "zip")
    slider = Notion("slider", "zip-slider", bought.title, bought.size)
    weighed = [
        masses(replace(pattern, draft=replace(pattern.draft, notions=notions)), ())[1]
        for notions in ((replace(bought, stock=Sold.CLOSED),), (replace(bought, stock=Sold.METRE), slider))
    ]
    assert weighed[0] == pytest.approx(weighed[1])


@pytest.mark.parametrize(("too_long", "told"), [(0.0, False), (100.0, True)])
def test_how_a_zip_is_shortened_is_told_where_one_is_too_long(too_long: float, told: bool) -> None:
    pattern = bagpattern.make("pencil-case")
    notions = (
        replace(each, stock=Sold.CLOSED, buy=(each.opening or 0.0) + too_long) if each.kind == "zip" else each
        for each in pattern.notions
    )
    pattern = replace(pattern, draft=replace(pattern.draft, notions=tuple(notions)))
    assert ("To shorten a coil zip" in shopping_text(pattern, lays(pattern))) == told
