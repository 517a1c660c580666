"""What is to be bought and what it costs, as ``bagpattern lay`` tells it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from bagpattern.layout.lay import Lay
    from bagpattern.layout.prices import Prices
    from bagpattern.layout.together import Ordered
    from bagpattern.model.pattern import Pattern


class Asked(NamedTuple):
    """What is asked of plans on cloth alone; ``rate`` is the price of an hour."""

    ordered: Sequence[Ordered]
    output: str | None
    plan: str | None
    prices: Prices | None
    rate: float | None
    stock: float | None


def read_prices(pattern: Pattern, file: str | None) -> Prices | None:
    """The prices, read before anything is searched for; those of other bags are told, and ignored."""
    from pathlib import Path

    from bagpattern.layout import prices
    from bagpattern.layout.known_names import prices_of
    from bagpattern.layout.own_files import read_text

    if not file:
        return None
    found, foreign = prices_of(pattern, prices.read_prices(read_text(Path(file)), file))
    for problem in foreign:
        click.echo(problem.told(pattern.tell), err=True)
    return found


def shopping(pattern: Pattern, found: Sequence[Lay], asked: Asked) -> str:
    """The shopping list of one bag, or of several that are cut together; then the work, at its rate.

    Raises InputError for prices in several currencies: of a list, and of materials that bring their own.
    """
    from bagpattern.export._costs import labour_text, material_cost, with_own
    from bagpattern.export._order import order_needs, order_text
    from bagpattern.export._shopping import needs, shopping_text
    from bagpattern.layout.prices import by_the_metre

    widths = {plan.cloth.material: plan.cloth.width for plan in found}
    priced = with_own(pattern, by_the_metre(asked.prices, widths) if asked.prices else None)
    one = asked.ordered[0] if len(asked.ordered) == 1 else None
    told = (
        shopping_text(pattern, found, one.copies, priced, asked.stock)
        if one
        else order_text(pattern, found, priced, asked.stock)
    )
    if asked.rate is None:
        return told
    wanted = needs(pattern, found, one.copies) if one else order_needs(pattern, found)
    cost = material_cost(wanted, priced) if priced else 0.0
    return f"{told}\n{labour_text(asked.ordered, asked.rate, priced, cost)}"
