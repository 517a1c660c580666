"""Bought things: what to ask for in the shop, and how long it has to be."""

from __future__ import annotations

from bagpattern.said import NOTHING, Said
from bagpattern.values import value


@value
class Notion:
    """A bought thing; ``length``, ``width``, ``opening`` and ``buy`` in mm.

    ``length`` is what is used of goods sold by length (of a zip: its tape); ``buy`` is that rounded up the way shops
    sell. ``opening`` is the clear run of a zip's slider, between its stops. ``width`` of hardware is its inner bar;
    ``threads`` names the folded panel or the webbing that goes through it.
    """

    id: str
    kind: str
    title: Said
    size: Said = NOTHING
    length: float | None = None
    width: float | None = None
    count: int = 1
    note: Said = NOTHING
    opening: float | None = None
    buy: float | None = None
    threads: str = ""

    @property
    def asked_for(self) -> float | None:
        """mm to ask for in a shop."""
        return self.length if self.buy is None else self.buy
