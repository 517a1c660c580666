"""How much bought things weigh, to some ten grams for a bag."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bagpattern.catalog.notions import THREAD_TEX, ZIPS, stock

_BY_THE_METRE = 1000.0


def grams(kind: str, size: str, measures: Sequence[float], length: float | None) -> float:
    """The mass of one, or of *length* mm of it, in g; a ready-made zip's slider comes on top.

    *size* is the name of a zip's chain; *measures* in mm are those of other stock: one, two of a board, or none of what
    is of one size. Raises KeyError for a kind that the catalogue has not.
    """
    metres = 1.0 if length is None else length / _BY_THE_METRE
    if kind == "thread":
        return THREAD_TEX / 1000.0 * metres
    if kind == "zip":
        return ZIPS[size].mass * metres
    if kind == "zip-slider":
        return ZIPS[size].slider_mass
    goods = stock(kind)
    return goods.mass * math.prod(measures) ** goods.power * metres
