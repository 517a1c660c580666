"""A ruler in inches: marks at each sixteenth, sizes as the trade has them, figures as fractions."""

from __future__ import annotations

import math
from collections.abc import Callable

from bagpattern.lengths import SAME

INCH = 25.4
PARTS = 16
"""Of an inch: the finest mark on a maker's ruler."""
_TRADE = (2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32)
"""Sixteenths of an inch: the sizes that hardware, webbing, tape and cord are sold in up to 2 in [K]."""
_TWINS = 1.15
"""mm: what differs by less is sold for one another, 18 or 20 mm as 3/4 in, 15 mm as 5/8 in, 50 mm as 2 in [K]."""


def sixteenths(length: float, to_whole: Callable[[float], int] = round) -> int:
    """How many sixteenths of an inch; lengths that are a hair beside one are that one."""
    exact_count = length / INCH * PARTS
    beside = abs(exact_count - round(exact_count)) * INCH / PARTS
    return round(exact_count) if beside <= SAME else to_whole(exact_count)


def in_words(count: int) -> str:
    """So many sixteenths of an inch: '9 1/2', '3/8', '0'."""
    return fraction(count, PARTS)


def fraction(count: int, parts: int) -> str:
    """So many parts of a whole, in lowest terms."""
    whole, rest = divmod(abs(count), parts)
    common = math.gcd(rest, parts)
    part = f"{rest // common}/{parts // common}" if rest else ""
    return ("-" if count < 0 else "") + (" ".join(each for each in (str(whole or ""), part) if each) or "0")


def marked(value: float, up: bool = False) -> float:
    """mm: the nearest mark of a ruler in 1/16 in, or the next one *up*: what a maker who reads inches will write."""
    return _on_mark(sixteenths(value, math.ceil if up else round))


def _on_mark(count: int) -> float:
    """mm of so many sixteenths of an inch: the very float that reading them gives."""
    return count * 254 / (10 * PARTS)


def trade_size(mm: float) -> float:
    """mm of the size in inches that a shop sells for hardware, tape or cord of so many mm; else of the nearest mark."""
    near = min(_TRADE, key=lambda each: abs(_on_mark(each) - mm))
    return _on_mark(near) if abs(_on_mark(near) - mm) < _TWINS else marked(mm)
