"""An open hand, for scale beside what is no larger than that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bagpattern.geometry.areas import swollen
from bagpattern.geometry.points import point

if TYPE_CHECKING:
    from bagpattern.geometry.path import Path

SHARE = 0.108
"""Of the stature: the length of a hand, from the wrist to the tip of the middle finger [Drillis and Contini 1966]."""
_LIMBS = (
    # from, to, and how thick at either end: shares of the hand's length [K]
    ((-0.02, -0.10), (-0.02, 0.06), 0.140, 0.150),
    ((-0.10, 0.08), (-0.135, 0.40), 0.105, 0.070),
    ((0.08, 0.08), (0.125, 0.42), 0.110, 0.070),
    ((0.00, 0.08), (0.00, 0.42), 0.150, 0.090),
    ((0.125, 0.44), (0.165, 0.875), 0.054, 0.043),
    ((0.040, 0.46), (0.052, 0.957), 0.055, 0.043),
    ((-0.050, 0.45), (-0.068, 0.895), 0.053, 0.041),
    ((-0.135, 0.41), (-0.190, 0.735), 0.048, 0.037),
    ((0.100, 0.10), (0.255, 0.360), 0.085, 0.060),
    ((0.255, 0.360), (0.320, 0.545), 0.060, 0.045),
)
_SOFT = 0.018
"""Of the hand's length: the radius between two fingers."""


def hand(stature: float) -> Path:
    """The outline of a left hand, seen from its palm, for a wearer of that many mm; its wrist is at 0."""
    long = stature * SHARE
    limbs = [(point(*one) * long, point(*two) * long, thick * long, thin * long) for one, two, thick, thin in _LIMBS]
    return swollen(limbs, _SOFT * long)
