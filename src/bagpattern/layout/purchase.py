"""How much cloth to ask for: lengths rounded up the way shops cut them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from bagpattern.units import Units
from bagpattern.values import replace
from bagpattern.words import series

if TYPE_CHECKING:
    from bagpattern.model.notion import Notion

_YARD = 914.4
STEP = 100.0
"""mm: cloth by the metre is cut in steps of 10 cm [K]."""
YARD_STEP = _YARD / 8
"""mm: cloth by the yard is cut in eighths of a yard [K]."""


def to_buy(length: float, units: Units, shrinks: float = 0.0) -> float:
    """mm of cloth to buy for so many mm of plan, of one that *shrinks* so many per cent before it is cut."""
    step = STEP if units.metric else YARD_STEP
    return math.ceil(length / (1.0 - shrinks / 100.0) / step - 1e-6) * step


def together(notions: Iterable[Notion]) -> tuple[Notion, ...]:
    """What is bought by the piece in one size as one notion, its counts summed and its notes in a row; the rest as is.

    What is sold by length stays apart: each is cut for one place.
    """
    alike: dict[object, list[Notion]] = {}
    for number, each in enumerate(notions):
        same = (each.kind, each.title, each.size) if each.length is None else number
        alike.setdefault(same, []).append(each)
    return tuple(_summed(each) for each in alike.values())


def _summed(alike: list[Notion]) -> Notion:
    first = alike[0]
    notes = dict.fromkeys(each.note for each in alike if each.note)
    return replace(first, count=sum(each.count for each in alike), note=series(tuple(notes), "; "))
