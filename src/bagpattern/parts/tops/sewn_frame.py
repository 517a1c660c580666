"""A metal frame with a kiss-lock and holes along its groove: the rim is sewn in by hand, from hinge to hinge."""

from __future__ import annotations

from typing import ClassVar

from bagpattern.parts.tops._metal_frame import MetalFrame
from bagpattern.said import Length, Said, Scale
from bagpattern.values import value
from bagpattern.words import words

THREAD = 8.0
"""Times the way round one half of the frame: back stitches take four times their way, and both halves are sewn [K]."""
CUT = 50.0
"""mm to which that is told."""
HOLES = 5.0
"""mm from hole to hole [K]. Each takes one stitch: through every other hole out, through the rest on the way back
[S: cutoutandkeep.net/projects/frame-purse]."""


@value
class SewnFrame(MetalFrame):
    """A metal purse frame with a kiss-lock, sewn on by hand through the holes along it; the sides end at its hinges."""

    stock: ClassVar[str] = "sew-in-frame"

    @property
    def called(self) -> Said:
        """A frame with holes."""
        return words("Sew-in purse frame")

    @property
    def needs(self) -> Said:
        """Its holes, and thread for them."""
        thread = Length(-(-THREAD * self._half // CUT) * CUT, Scale.CM)
        return words("arms of {arm}, with holes along it; {long} of strong thread", arm=Length(self.arm), long=thread)

    @property
    def _half(self) -> float:
        """mm round one half of it, from hinge to hinge."""
        around = self.frame.sides(0j)
        return around.right.length + around.top.length + around.left.length

    @property
    def stitches(self) -> int:
        """One for each hole of both halves."""
        return 2 * round(self._half / HOLES)

    @property
    def held(self) -> Said:
        """It is sewn on."""
        return words("Sew the frame on")

    @property
    def how(self) -> Said:
        """From the middle of one half to its hinges, then the other."""
        return words(
            "Push the rim of the front into the groove of one half of the frame, and tie it there through the holes at "
            "the middle of its top and at both hinges. Sew it in by hand with strong thread and back stitches, from "
            "the middle to either hinge, through every hole and all layers; hide the knots between frame and lining. "
            "Do the same with the back."
        )
