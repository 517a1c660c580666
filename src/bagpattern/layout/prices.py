"""The price file: a maker's own prices of cloth and of what is bought."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bagpattern.errors import InputError, Problem, quoted
from bagpattern.layout.own_files import toml


class Prices(NamedTuple):
    """A maker's own prices: by material slot a metre of cloth, by notion a piece, or a metre of what has a length."""

    currency: str
    each: Mapping[str, float]
    file: str
    own: frozenset[str] = frozenset()
    """Slots whose materials bring a price: what is not bought of them is no mistake of a list."""


def read_prices(text: str, file: str) -> Prices:
    """The prices of a TOML file: ``currency = "EUR"``, then ``[prices]`` with a number for each thing.

    Raises InputError for text that is no TOML, and for prices that are no numbers.
    """
    data = toml(text, file)
    given = data.get("prices")
    if not isinstance(given, dict):
        raise InputError(
            [Problem("prices", 'is missing: write [prices], below it lines such as "shell" = 18.50', file)]
        )
    problems = [
        Problem(f"prices.{key}", f"{quoted(price)} is no price: write a number, such as 18.50", file)
        for key, price in given.items()
        if isinstance(price, bool) or not isinstance(price, int | float) or not 0 <= price < 1e6
    ]
    if problems:
        raise InputError(problems)
    return Prices(str(data.get("currency", "")), {key: float(price) for key, price in given.items()}, file)
