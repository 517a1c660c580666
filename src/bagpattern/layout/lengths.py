"""Goods by the metre, webbing, zips, binding: which cut comes from which stock length, and what is left of each."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from bagpattern.model.notion import Notion, Sold
from bagpattern.said import Length, Said
from bagpattern.words import words

_BY_LENGTH = ("webbing", "binding", "cord", "elastic", "piping", "chain")
END = 10.0
"""mm that each cut costs: a slanting end, a melted one, or a straight cut after a wrong one [K]."""

_SLIP = 1e-7  # mm: the error of adding up lengths


class Goods(NamedTuple):
    """One kind of goods by the metre, and the lengths in mm that are cut from it, the longest first."""

    title: Said
    size: Said
    cuts: tuple[float, ...]
    sized: bool = False
    """Whether the title tells the size."""

    @property
    def total(self) -> float:
        """mm off one roll, with what each cut costs."""
        return sum(self.cuts) + END * (len(self.cuts) - 1)


def by_the_metre(notions: Sequence[Notion], copies: int = 1, least: int = 2) -> list[Goods]:
    """The goods of which at least so many lengths are cut: bought as one, several come dearer apart."""
    groups: dict[tuple[Said, Said, bool], list[float]] = {}
    for each in notions:
        if each.length is not None and (each.kind in _BY_LENGTH or each.stock is Sold.METRE):
            groups.setdefault((each.title, each.size, each.sized), []).extend([each.length] * (each.count * copies))
    found = (
        Goods(title, size, tuple(sorted(cuts, reverse=True)), sized) for (title, size, sized), cuts in groups.items()
    )
    return [goods for goods in found if len(goods.cuts) >= least]


def from_stock(cuts: Sequence[float], stock: float) -> list[tuple[tuple[float, ...], float]]:
    """The cuts of each stock length, with what is left of it, from as few as are found.

    The longest cut goes first, where it fits first; where that might take too many, a solver looks for fewer. Raises
    ValueError when a cut is longer than the stock.
    """
    if any(cut > stock for cut in cuts):
        ends = {"cut": Length(round(max(cuts))), "stock": Length(round(stock))}
        raise ValueError(words("a cut of {cut} does not come out of {stock}", **ends))
    rolls = _longest_first(cuts, stock)
    while len(rolls) > _at_least(cuts, stock):
        fewer = _from(len(rolls) - 1, cuts, stock)
        if not fewer:
            break
        rolls = fewer
    return [(tuple(roll), max(stock - _taken(roll), 0.0)) for roll in rolls]


def _taken(roll: Sequence[float]) -> float:
    """mm of a stock length that cuts take; the last one is free where nothing is left behind it."""
    return sum(roll) + END * len(roll)


def _at_least(cuts: Sequence[float], stock: float) -> int:
    return math.ceil((_taken(cuts) - _SLIP) / (stock + END))


def _longest_first(cuts: Sequence[float], stock: float) -> list[list[float]]:
    """Each where it fits first."""
    rolls: list[list[float]] = []
    for cut in sorted(cuts, reverse=True):
        roll = next((each for each in rolls if _taken([*each, cut]) <= stock + END + _SLIP), None)
        if roll is None:
            roll = []
            rolls.append(roll)
        roll.append(cut)
    return rolls


def _from(count: int, cuts: Sequence[float], stock: float) -> list[list[float]]:
    """The cuts of so many stock lengths; empty where they do not come out of them, or nobody knows how.

    How many of each length come out of each roll is a whole number; of all rolls there are enough, of none too many.
    """
    from bagpattern.layout.linear import solved  # a solver that hardly anything needs

    lengths, wanted = np.unique(cuts, return_counts=True)
    places = np.arange(len(lengths) * count).reshape(len(lengths), count)
    room = -np.tile(lengths + END, (count, 1))
    found = solved(
        np.zeros(places.size),
        np.zeros(places.size),
        np.repeat(wanted, count).astype(float),
        (places, places.T),
        (np.ones(places.shape), room),
        np.concatenate([wanted, np.full(count, -stock - END)]),
        whole=True,
    )
    return _dealt(found.round().astype(int).reshape(places.shape), lengths, wanted) if found is not None else []


def _dealt(numbers: Any, lengths: Any, wanted: Any) -> list[list[float]]:
    """Each roll's cuts, the longest first; what would be too many is left out."""
    spare = numbers.sum(axis=1) - wanted
    rolls: list[list[float]] = []
    for roll in numbers.T:
        fewer = np.minimum(roll, spare)
        spare = spare - fewer
        rolls.append(np.repeat(lengths, roll - fewer)[::-1].tolist())
    return rolls
