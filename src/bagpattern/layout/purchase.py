"""How much cloth to ask for: lengths rounded up the way shops cut them."""

from __future__ import annotations

import math

from bagpattern.units import Units

_YARD = 914.4
STEP = 100.0
"""mm: cloth by the metre is cut in steps of 10 cm [K]."""
YARD_STEP = _YARD / 8
"""mm: cloth by the yard is cut in eighths of a yard [K]."""


def to_buy(length: float, units: Units) -> float:
    """mm of cloth to buy for so many mm of plan."""
    step = STEP if units.metric else YARD_STEP
    return math.ceil(length / step - 1e-6) * step
