"""How much cloth to ask for: lengths rounded up the way shops cut them."""

from __future__ import annotations

import math

from bagpattern.units import Units, centimetres, number

_YARD = 914.4
STEP = 100.0
"""mm: cloth by the metre is cut in steps of 10 cm [K]."""
YARD_STEP = _YARD / 8
"""mm: cloth by the yard is cut in eighths of a yard [K]."""
_MANY = 1000.0


def to_buy(length: float, units: Units) -> float:
    """mm of cloth to buy for so many mm of plan."""
    step = STEP if units.metric else YARD_STEP
    return math.ceil(length / step - 1e-6) * step


def asked_for(length: float, units: Units) -> str:
    """'40 cm', '1.4 m', '1 3/8 yd': a bought length in words."""
    if units.metric:
        return centimetres(length) if length < _MANY else f"{number(length / 1000, 2)} m"
    whole, eighths = divmod(round(length / YARD_STEP), 8)
    parts = [str(whole)] if whole or not eighths else []
    common = math.gcd(eighths, 8)
    return " ".join([*parts, *([f"{eighths // common}/{8 // common}"] if eighths else [])]) + " yd"
