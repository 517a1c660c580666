"""Straps: how a strip, a tape or a cord is worn or held, and between which lengths."""

from __future__ import annotations

from enum import StrEnum

from bagpattern.values import value


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
    CLOSING = "closing"
    """Part of what closes the bag."""


@value
class Strap:
    """How a strap serves, and its finished ``width`` in mm.

    ``least`` and ``most`` are the mm between which it can be set, as it is worn or held: from where it leaves the bag
    to where it comes back. None where it is of one length. ``under`` is the strap whose underside this layer is.
    """

    mode: Mode
    width: float
    least: float | None = None
    most: float | None = None
    under: str = ""
