"""A metal frame with a kiss-lock, glued on to the rim: its groove takes shell and lining from hinge to hinge."""

from __future__ import annotations

from typing import ClassVar

from bagpattern.parts.tops._metal_frame import MetalFrame
from bagpattern.said import Length, Said
from bagpattern.values import value
from bagpattern.words import words


@value
class GluedFrame(MetalFrame):
    """A metal purse frame with a kiss-lock, glued on; the sides are sewn up to its hinges."""

    stock: ClassVar[str] = "purse-frame"

    @property
    def called(self) -> Said:
        """A frame for glue."""
        return words("Purse frame")

    @property
    def needs(self) -> Said:
        """Its cord, and glue."""
        return words("arms of {arm}, with its paper cord; textile glue", arm=Length(self.arm))

    @property
    def held(self) -> Said:
        """It is glued on."""
        return words("Glue the frame on")

    @property
    def how(self) -> Said:
        """One half, then the other."""
        return words(
            "Try the frame on, dry. Run glue into the groove of one half; push the rim of the front in, first the "
            "middle of the top, then both hinges, then all between, and press paper cord into the groove from inside "
            "with a blunt blade. Let it dry, and do the same with the back. Pinch the ends of both arms with padded "
            "pliers."
        )
