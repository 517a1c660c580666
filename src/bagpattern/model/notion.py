"""Bought things: what to ask for in the shop, and how long it has to be."""

from __future__ import annotations

from enum import StrEnum

from bagpattern.model.strap import Strap
from bagpattern.said import NOTHING, ByUnits, Length, Said, Scale
from bagpattern.values import value


class Sold(StrEnum):
    """How a zip is sold."""

    METRE = "metre"
    """Cut from a roll; its sliders are bought apart."""
    CLOSED = "closed"
    """Ready-made, of one length: a slider is on it, a stop at its end."""


_SHORTER = 1.0
"""mm: a zip that is longer by less is left as it is [K]."""


@value
class Notion:
    """A bought thing; ``length``, ``width``, ``opening`` and ``buy`` in mm.

    ``length`` is what is used of goods sold by length (of a zip: its tape); ``buy`` is that rounded up the way shops
    sell. ``opening`` is the clear run of a zip's slider, between its stops. ``width`` of hardware is its inner bar;
    ``threads`` names the folded panel or the webbing that goes through it, ``leads`` the strap that is led through a
    ring which hangs in a tab.

    ``inches`` is mm to ask for where shops sell in inches: of a ready-made zip it is another one.

    ``stock`` is how a zip is sold; ``zip`` names the zip that sliders are for. ``sized`` says that the title tells the
    size, which is not to be told again. ``sides`` are the measures of what is sold by another one than ``width``: of a
    board two, of a snap one. ``hooks`` names the ring that a swivel is hooked on to, or a cord tied to. ``owner`` is
    the key of the part of the bag that asks for it; ``strap`` says of webbing or cord that is a strap how it serves.
    ``also`` is the id that its own bag has for it, where several bags are bought for as one, and another has that id.
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
    inches: float | None = None
    threads: str = ""
    stock: Sold | None = None
    zip: str = ""
    sized: bool = False
    sides: tuple[float, ...] = ()
    hooks: str = ""
    leads: str = ""
    owner: str = ""
    strap: Strap | None = None
    also: str = ""

    @property
    def asked_for(self) -> float | None:
        """mm to ask for in a shop."""
        return self.length if self.buy is None else self.buy

    @property
    def ask_for(self) -> Said:
        """The length to ask for in a shop, in the steps in which it sells; nothing of what has none."""
        if self.asked_for is None:
            return NOTHING
        inches = self.asked_for if self.length is None else self.length
        return ByUnits(
            Length(self.asked_for, Scale.SHOP), Length(inches if self.inches is None else self.inches, Scale.SHOP)
        )

    @property
    def measures(self) -> tuple[float, ...]:
        """mm of its size, by which its mass goes; none of what is of one size."""
        return self.sides or (() if self.width is None else (self.width,))

    @property
    def shortened(self) -> bool:
        """Whether it is a ready-made zip that has to be made shorter."""
        return self.stock is Sold.CLOSED and (self.buy or 0.0) - (self.opening or 0.0) >= _SHORTER
