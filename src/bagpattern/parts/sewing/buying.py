"""How lengths are bought, and the thread that a bag takes."""

from __future__ import annotations

import math

from bagpattern.catalog.notions import THREAD_TEX
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.said import Name, Said
from bagpattern.units import parse_length
from bagpattern.words import extent, trade, words

SHOP_STEP = 50.0
"""mm: tape goods are bought in steps of 5 cm [construction 11, K]."""
THREAD_PER_SEAM = 3.0
"""Times a seam's length: needle and bobbin thread of a lockstitch through several layers, with the tails [K]."""
_THREAD_STEP = 10_000.0
PATCH = "patch"
"""The kind of what is cut from interfacing, and bought with other things."""
BINDING_SPARE = 40.0
"""mm of binding beyond the length of each edge [construction 7.6, K]."""


def rounded_up(used: float) -> float:
    """mm to buy of goods sold by length."""
    return math.ceil(used / SHOP_STEP - 1e-9) * SHOP_STEP


def binding(name: str, size: str, edge: float, note: Said, count: int = 1) -> Notion:
    """Tape of a *size* that is sold, folded over *count* edges, each *edge* mm long."""
    used, wide = edge + BINDING_SPARE, parse_length(size)
    title = words("Binding tape")
    return Notion(name, "binding", title, trade(wide), used, wide, count, note, buy=rounded_up(used))


def thread(bag: Draft) -> Notion:
    """The thread for every seam of *bag*, each sewn once and once again where it is topstitched or needs strength."""
    sewn = sum(bag.side_length(seam.a) for seam in bag.seams)
    used = 2 * sewn * THREAD_PER_SEAM
    buy = math.ceil(used / _THREAD_STEP) * _THREAD_STEP
    title, size, note = words("Polyester thread"), Name(f"Tex {THREAD_TEX}"), words("an estimate")
    return Notion("thread", "thread", title, size, used, note=note, buy=buy, inches=buy)


def interfacing_patch(behind: str, side: float, count: int, note: Said) -> Notion:
    """Squares of firm interfacing, *side* mm, *behind* what is set in the cloth, by the id of that."""
    title, size = words("Interfacing patch"), extent(side, side)
    return Notion(f"{behind} patch", PATCH, title, size, count=count, note=note, sides=(side, side))


BEHIND_LOCK = words("behind what is set in the cloth, cut from firm interfacing")
"""What patches behind locks and snaps are for."""
