"""How lengths are bought, and the thread that a bag takes."""

from __future__ import annotations

import math

from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion

SHOP_STEP = 50.0
"""mm: tape goods are bought in steps of 5 cm [construction 11, K]."""
THREAD_PER_SEAM = 3.0
"""Times a seam's length: needle and bobbin thread of a lockstitch through several layers, with the tails [K]."""
_THREAD_STEP = 10_000.0


def rounded_up(used: float) -> float:
    """mm to buy of goods sold by length."""
    return math.ceil(used / SHOP_STEP - 1e-9) * SHOP_STEP


def thread(bag: Draft) -> Notion:
    """The thread for every seam of *bag*, each sewn once and once again where it is topstitched or needs strength."""
    sewn = sum(bag.side_length(seam.a) for seam in bag.seams)
    used = 2 * sewn * THREAD_PER_SEAM
    buy = math.ceil(used / _THREAD_STEP) * _THREAD_STEP
    return Notion("thread", "thread", "Polyester thread", "Tex 40", used, note="an estimate", buy=buy)
