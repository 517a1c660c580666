"""Straps: how a strip, a tape or a cord is worn or held, and between which lengths."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import NamedTuple

from bagpattern.values import replace, value


class Mode(StrEnum):
    """What a strap does on the finished bag."""

    SHOULDER = "shoulder"
    """One of two, over a shoulder, the bag on the back."""
    CROSSBODY = "crossbody"
    """Over one shoulder and across the body; it clips on."""
    CONVERTIBLE = "convertible"
    """One for both: through a ring at the top as two shoulder straps, or from side to side."""
    HANDLE = "handle"
    """A loop above the opening, for hand or shoulder."""
    GRAB = "grab"
    """A short loop to hang or carry a backpack by."""
    CORD = "cord"
    """One of two that draw the mouth together and carry the bag on the back."""
    BELT = "belt"
    """Round the hip, or across the chest, with a buckle."""
    STERNUM = "sternum"
    """Across the chest, between two shoulder straps."""
    WRIST = "wrist"
    """A closed loop on a hook."""
    LEASH = "leash"
    """Inside, with a hook for keys."""
    TAB = "tab"
    """Folded round a ring, or round the end of webbing, both of its own ends in one place."""
    TUBE = "tube"
    """Round a tube of a frame, through a loop on the bag."""
    TIE = "tie"
    """Caught by one end, to be knotted round what is rolled up."""
    CLOSING = "closing"
    """Part of what closes the bag."""


class Way(StrEnum):
    """How a bag is carried; the words are those of a preset's ``wearer.carry``, and more."""

    BACKPACK = "backpack"
    CROSSBODY = "crossbody"
    SHOULDER = "shoulder"
    """Hung from one shoulder."""
    CHEST = "chest"
    """Across chest and back, close to the body."""
    HIP = "hip"
    HAND = "hand"


class Worn(NamedTuple):
    """One way to carry a bag by a strap, and the mm of the strap then, as it is usually set for its wearer.

    ``length`` is that from where it leaves the bag to where it comes back: of a strap that is two loops then, of both.
    ``rings`` is the notion that it is clipped to for it, where that is another one than its swivels name.
    """

    way: Way
    length: float
    rings: str = ""


LEAST_HAND = 60.0
"""mm of a loop above the closed bag that a hand takes, at the least [K]."""


@value
class Strap:
    """How a strap serves, and its finished ``width`` in mm.

    ``least`` and ``most`` are the mm between which it can be set, as it is worn or held: from where it leaves the bag
    to where it comes back. None where it is of one length. ``under`` is the strap whose underside this layer is.
    ``worn`` are the ways to carry the bag by it, the usual one first; none of what nobody carries a bag by. ``drop``
    are the mm that a loop rises above the rim on which it hangs, ``over`` those that the closed bag rises above that.
    """

    mode: Mode
    width: float
    least: float | None = None
    most: float | None = None
    under: str = ""
    worn: tuple[Worn, ...] = ()
    drop: float | None = None
    over: float = 0.0

    def length_for(self, way: Way) -> float | None:
        """mm of it as it is worn that way; None where it does not serve so."""
        return next((each.length for each in self.worn if each.way is way), None)

    def serving(self, *ways: Worn) -> Strap:
        """This strap as it is worn in these ways: each as near to the length that is wanted as it can be set."""
        least, most = self.least or 0.0, math.inf if self.most is None else self.most
        set_so = (each._replace(length=min(max(each.length, least), most)) for each in ways)
        return replace(self, worn=(*self.worn, *set_so))
