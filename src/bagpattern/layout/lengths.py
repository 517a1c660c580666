"""Goods by the metre, webbing, zips, binding: which cut comes from which stock length, and what is left of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bagpattern.model.notion import Notion

_BY_LENGTH = ("webbing", "binding", "cord", "elastic", "piping")
END = 10.0
"""mm that each cut costs: a slanting end, a melted one, or a straight cut after a wrong one [K]."""


class Goods(NamedTuple):
    """One kind of goods by the metre, and the lengths in mm that are cut from it, the longest first."""

    title: str
    size: str
    cuts: tuple[float, ...]

    @property
    def total(self) -> float:
        """mm off one roll, with what each cut costs."""
        return sum(self.cuts) + END * (len(self.cuts) - 1)


def by_the_metre(notions: Sequence[Notion], copies: int = 1, least: int = 2) -> list[Goods]:
    """The goods of which at least so many lengths are cut: bought as one, several come dearer apart."""
    groups: dict[tuple[str, str], list[float]] = {}
    for each in notions:
        if each.length is not None and (each.kind in _BY_LENGTH or "by the metre" in each.title):
            groups.setdefault((each.title, each.size), []).extend([each.length] * (each.count * copies))
    found = (Goods(title, size, tuple(sorted(cuts, reverse=True))) for (title, size), cuts in groups.items())
    return [goods for goods in found if len(goods.cuts) >= least]


def from_stock(cuts: Sequence[float], stock: float) -> list[tuple[tuple[float, ...], float]]:
    """The cuts of each stock length, with what is left of it; the longest cut first, each where it fits first.

    Raises ValueError when a cut is longer than the stock.
    """
    if any(cut > stock for cut in cuts):
        raise ValueError(f"a cut of {max(cuts):.0f} mm does not come out of {stock:.0f} mm")
    rolls: list[list[float]] = []
    left: list[float] = []
    for cut in sorted(cuts, reverse=True):
        place = next((index for index, rest in enumerate(left) if rest >= cut), None)
        if place is None:
            place = len(rolls)
            rolls.append([])
            left.append(stock)
        rolls[place].append(cut)
        left[place] = max(left[place] - cut - END, 0.0)
    return [(tuple(roll), rest) for roll, rest in zip(rolls, left, strict=True)]
