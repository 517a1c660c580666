"""How much the shopping list asks for: for several bags, by the yard, in money and in grams."""

from __future__ import annotations

import re

import pytest

import bagpattern
from bagpattern.export._shopping import masses, shopping_text
from bagpattern.layout.cloth import Order
from bagpattern.layout.plans import lays
from bagpattern.layout.prices import Prices
from bagpattern.layout.purchase import to_buy
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
