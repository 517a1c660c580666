"""The price file: a maker's own prices of cloth and of what is bought."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from bagpattern.errors import InputError, Problem, named, quoted, raise_together
from bagpattern.given_places import beside
from bagpattern.given_toml import toml
from bagpattern.said import Name, Said
from bagpattern.words import words


class Prices(NamedTuple):
    """A maker's own prices: by material slot a metre of cloth, by notion a piece, or a metre of what has a length."""

    currency: str
    each: Mapping[str, float]
    file: str
    per: Mapping[str, str] = MappingProxyType({})
    """What a price is for, one of ``PER``, where that is not a metre or a piece."""
    own: frozenset[str] = frozenset()
    """Slots whose materials bring a price: what is not bought of them is no mistake of a list."""


PER = {"m": 0.0, "yd": 0.0, "m2": 1.0, "dm2": 0.01, "ft2": 0.09290304}
"""What cloth and leather are sold by: a length, or an area in m2. Hides go by dm2 or ft2 [K]."""
_YARD = 0.9144


def read_prices(text: str, file: str) -> Prices:
    """The prices of a TOML file: ``currency = "EUR"``, then ``[prices]`` with a number for each thing.

    ``leather = { price = 9.50, per = "ft2" }`` is a price by area. Raises InputError for text that is no TOML, and for
    prices that are no numbers.
    """
    data = toml(text, file)
    given = data.get("prices")
    if not isinstance(given, dict):
        raise InputError(
            [Problem("prices", words('is missing: write [prices], below it lines such as "shell" = 18.50'), file)]
        )
    bare: dict[str, Any] = {key: each.get("price") if isinstance(each, dict) else each for key, each in given.items()}
    per = {key: each.get("per", "m") for key, each in given.items() if isinstance(each, dict)}
    wrong = (*_no_prices(bare), *_no_units(given, per))
    placed = ((("prices", key), Problem(f"prices.{key}", told, file)) for key, told in wrong)
    raise_together(beside(placed, text))
    return Prices(str(data.get("currency", "")), {key: float(price) for key, price in bare.items()}, file, per)


def _no_prices(given: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
    for key, price in given.items():
        if isinstance(price, bool) or not isinstance(price, int | float) or not 0 <= price < 1e6:
            yield key, words("{price} is no price: write a number, such as 18.50", price=quoted(price))


def _no_units(given: Mapping[str, Any], per: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
    for key, unit in per.items():
        wrong = sorted({*given[key]} - {"price", "per"})
        if wrong or unit not in PER:
            told = words("nothing is sold by {unit}", unit=quoted(unit))
            if wrong:
                told = words("there is no key {key}", key=quoted(wrong[0]))
            example = Name('{ price = 9.50, per = "ft2" }')
            yield key, words("{told}: write {example}; per {names}", told=told, example=example, names=named(PER))


def by_the_metre(prices: Prices, widths: Mapping[str, float]) -> Prices:
    """The prices of cloth as those of a metre of it, by its width in mm: a price by area is one of that much cloth."""
    each = {key: price_of(prices, key, widths.get(key, 0.0)) for key in prices.each}
    return prices._replace(each=each, per={})


def price_of(prices: Prices, name: str, width: float) -> float:
    """The price under a *name*, of a piece or of a metre: one by area is that of a metre of cloth so many mm wide."""
    price, unit = prices.each[name], prices.per.get(name, "m")
    return price / _YARD if unit == "yd" else price * width / 1000 / PER[unit] if PER[unit] else price
