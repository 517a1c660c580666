"""What closes an opening of the bag, as far as outlines and seams do not tell."""

from __future__ import annotations

from enum import StrEnum

from bagpattern.values import value


class Closes(StrEnum):
    """The ways to close an opening."""

    ZIP = "zip"
    FLAP = "flap"
    """It comes over from the back and lies on the front."""
    ROLL = "roll"
    """The rim is laid flat and rolled down."""
    DRAWSTRING = "drawstring"
    """A cord draws the rim together."""
    TIES = "ties"
    """The whole of it is rolled up, and tied."""
    SNAP = "snap"
    """Front and back are held together inside the rim."""
    FRAME = "frame"
    """A metal frame holds the rim: in its groove, or in channels on front and back."""


@value
class Closing:
    """How one opening is closed.

    ``panels`` are what was drafted for it: both layers of a flap, the outer one first, the strips of a channel or of a
    zip. ``edge`` is a flap's hinge. ``over`` are the mm of it between hinge and front, of a roll those of its flap;
    ``rests_on`` is the panel that the rest lies on, as it was before it was divided. ``held_by`` are the ids of the
    notions that hold it: a zip, a lock, a buckle, a cord with its lock. ``turns`` is how often a rim is rolled down;
    lines that say ``closes`` tell how far. ``channel`` is the height in mm of what a cord runs in, 0 where it goes
    through eyelets. ``mouth`` are the mm of the wall below a roll or a cord that close the mouth: the height of the
    bag is told without them. ``owner`` is the key of the part of the bag that closes it.
    """

    kind: Closes
    panels: tuple[str, ...] = ()
    edge: str = ""
    over: float = 0.0
    rests_on: str = ""
    held_by: tuple[str, ...] = ()
    turns: int = 0
    channel: float = 0.0
    mouth: float = 0.0
    owner: str = ""
