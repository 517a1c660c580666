"""Bought things whose sizes the geometry bends to: zips by gauge, and the widths that webbing hardware is sold in."""

from __future__ import annotations

from typing import NamedTuple


class Zip(NamedTuple):
    """A zip chain: ``coil`` is the visible closed width, ``tape`` the whole width, both in mm."""

    size: str
    coil: float
    tape: float

    @property
    def allowance(self) -> float:
        """mm from the stitching to the raw edge, which lies even with the tape's: (T - g) / 2 [construction 3.1]."""
        return (self.tape - self.coil) / 2

    @property
    def beyond_centre(self) -> float:
        """mm from the zip's centre line to the raw edge: half the coil less [construction 3.1, jk-pouch0.9]."""
        return self.allowance - self.coil / 2


ZIPS = {
    # coil widths [S: freesewing-hortensia]; tape widths [S: learnmyog zippers]
    "#3": Zip("#3", coil=4.8, tape=25.4),
    "#5": Zip("#5", coil=6.2, tape=31.8),
    "#8": Zip("#8", coil=8.0, tape=38.1),
}
"""Zip chains by size."""

HARDWARE_WIDTHS = (15.0, 20.0, 25.0, 32.0, 38.0, 50.0)
"""Inner bar widths in mm that rings, sliders and webbing are sold in [construction 5.8]."""


def nearest_widths(width: float) -> tuple[float, ...]:
    """The one or two stock widths on either side of *width*."""
    below = [stock for stock in HARDWARE_WIDTHS if stock < width][-1:]
    return (*below, *[stock for stock in HARDWARE_WIDTHS if stock > width][:1])
