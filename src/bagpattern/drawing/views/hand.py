"""An open hand, for scale beside what is no larger than that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bagpattern.geometry.areas import swollen
from bagpattern.geometry.path import arc_through
from bagpattern.geometry.points import point

if TYPE_CHECKING:
    from bagpattern.geometry.path import Path

SHARE = 0.108
"""Of the stature: the length of a hand, from the wrist to the tip of the middle finger [Drillis and Contini 1966]."""
_LIMBS = (
    # from, to, and how thick at either end: shares of the hand's length [K]
    ((-0.105, -0.170), (0.105, -0.170), 0.030, 0.030),
    ((-0.105, -0.170), (-0.100, -0.020), 0.030, 0.040),
    ((0.105, -0.170), (0.100, -0.020), 0.030, 0.040),
    ((-0.100, -0.020), (-0.095, 0.120), 0.040, 0.080),
    ((0.100, -0.020), (0.100, 0.140), 0.040, 0.085),
    ((0.000, -0.100), (0.000, 0.120), 0.100, 0.150),
    ((-0.095, 0.120), (-0.148, 0.400), 0.080, 0.052),
    ((0.000, 0.120), (-0.050, 0.420), 0.150, 0.100),
    ((0.000, 0.120), (0.085, 0.430), 0.150, 0.105),
    ((0.100, 0.140), (0.142, 0.460), 0.085, 0.055),
    ((0.148, 0.430), (0.172, 0.655), 0.054, 0.048),
    ((0.172, 0.655), (0.205, 0.866), 0.048, 0.039),
    ((0.045, 0.450), (0.052, 0.700), 0.054, 0.049),
    ((0.052, 0.700), (0.062, 0.960), 0.049, 0.040),
    ((-0.056, 0.440), (-0.072, 0.670), 0.052, 0.047),
    ((-0.072, 0.670), (-0.092, 0.887), 0.047, 0.038),
    ((-0.150, 0.390), (-0.194, 0.560), 0.052, 0.043),
    ((-0.194, 0.560), (-0.232, 0.722), 0.043, 0.034),
    ((0.090, 0.120), (0.205, 0.290), 0.095, 0.070),
    ((0.205, 0.290), (0.275, 0.430), 0.070, 0.053),
    ((0.275, 0.430), (0.318, 0.555), 0.053, 0.041),
)
_SOFT = 0.012
"""Of the hand's length: the radius between two fingers."""
_CREASES = (
    # from, to, and by how much they turn
    ((0.195, 0.415), (0.010, 0.075), 0.9),
    ((-0.190, 0.400), (0.085, 0.485), 0.7),
    ((0.120, 0.360), (-0.125, 0.270), -0.4),
)
"""The lines of its palm: round the thumb, below the fingers, and between these two."""


def hand(stature: float) -> Path:
    """The outline of a right hand, seen from its palm, for a wearer of that many mm; its wrist is at 0."""
    long = stature * SHARE
    limbs = [(point(*one) * long, point(*two) * long, thick * long, thin * long) for one, two, thick, thin in _LIMBS]
    return swollen(limbs, _SOFT * long)


def creases(stature: float) -> tuple[Path, ...]:
    """The lines of its palm."""
    long = stature * SHARE
    return tuple(arc_through(point(*one) * long, point(*two) * long, turn) for one, two, turn in _CREASES)
