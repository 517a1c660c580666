"""How much bought things weigh, to some ten grams for a bag."""

from __future__ import annotations

import math

from bagpattern.catalog.notions import ZIPS, stock
from bagpattern.units import parse_length

_BY_THE_METRE = 1000.0


def grams(kind: str, size: str, length: float | None) -> float:
    """The mass of one, or of *length* mm of it, in g; a ready-made zip's slider comes on top.

    The number in the size of a thread is its Tex: g of 1000 m. Raises KeyError for a kind that the catalogue has not.
    """
    metres = 1.0 if length is None else length / _BY_THE_METRE
    if kind == "thread":
        return float(size.removeprefix("Tex ")) / 1000.0 * metres
    if kind == "zip":
        return ZIPS[size].mass * metres
    if kind == "zip-slider":
        return ZIPS[size].slider
    goods = stock(kind)
    return goods.mass * _measured(size) ** goods.power * metres


def _measured(size: str) -> float:
    """mm, or mm2 of '288 x 208 mm'; 1 where there is no size."""
    unit = size.rpartition(" ")[2]
    sides = size.removesuffix(unit).split(" x ")
    return math.prod(parse_length(f"{side} {unit}") for side in sides) if size else 1.0
