"""The trunk of a figure as a solid: how far from it a place is, and which way is out.

Heights and breadths are shares of the stature: those of landmarks after Drillis and Contini, Body segment parameters
(1966), as Winter, Biomechanics and motor control of human movement, prints them: chin .870, shoulder .818, hip .530,
knee .285, ankle .039 high, shoulders .259 and hips .191 broad, upper arm .186, forearm .146, hand .108 long. What they
do not tell, such as depths, is a draughtsman's [K]; it is nobody's body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.values import once, value

if TYPE_CHECKING:
    from typing import Any

    from bagpattern.sewn.bag import Floats

LEVELS = np.array(
    [
        # height, half breadth, half depth, middle before the axis
        (0.430, 0.006, 0.006, -0.006),
        (0.436, 0.030, 0.026, -0.006),
        (0.460, 0.076, 0.056, -0.008),
        (0.500, 0.0955, 0.068, -0.010),
        (0.540, 0.0940, 0.066, -0.006),
        (0.580, 0.0835, 0.057, 0.000),
        (0.615, 0.0790, 0.053, 0.002),
        (0.660, 0.0840, 0.058, 0.002),
        (0.710, 0.0930, 0.066, 0.000),
        (0.750, 0.1000, 0.065, -0.004),
        (0.785, 0.1060, 0.056, -0.010),
        (0.806, 0.0960, 0.047, -0.014),
        (0.822, 0.0720, 0.040, -0.016),
        (0.836, 0.0450, 0.036, -0.014),
        (0.850, 0.0330, 0.034, -0.011),
        (0.890, 0.0300, 0.033, -0.002),
    ]
)
"""The trunk's cross-sections, from the crotch to below the chin."""
_SQUARE = 2.3
"""The exponent of its cross-sections: 2 for an ellipse, more for what is squarer."""
_FINE = 400
_MIDDLE = 1e-3
"""The share within which a place is in the middle of the trunk, where no way out is the shortest."""


def through(keys: Any, at: Any) -> Floats:
    """A smooth curve through *keys*, k x c, of which the first column rises: its other columns *at* values of that."""
    keys, at = np.asarray(keys, float), np.asarray(at, float)
    x, y = keys[:, 0], keys[:, 1:]
    slopes = np.gradient(y, x, axis=0)
    i = np.clip(np.searchsorted(x, at, side="right") - 1, 0, len(x) - 2)
    wide = (x[i + 1] - x[i])[:, None]
    u = np.clip((at - x[i])[:, None] / wide, 0.0, 1.0)
    rest = 1.0 - u
    found: Floats = (
        (1 + 2 * u) * rest**2 * y[i]
        + u**2 * (3 - 2 * u) * y[i + 1]
        + (u * rest**2 * slopes[i] - u**2 * rest * slopes[i + 1]) * wide
    )
    return found


def ring(count: int) -> Floats:
    """A cross-section of half breadth and half depth 1, counter-clockwise: count x 2."""
    turn = np.arange(count) * (2 * np.pi / count)
    sides = np.stack([np.cos(turn), np.sin(turn)], axis=-1)
    found: Floats = np.sign(sides) * np.abs(sides) ** (2 / _SQUARE)
    return found


@value
class Trunk:
    """The trunk of a figure of ``stature`` mm, with neither head nor limbs."""

    stature: float

    @once
    def _fine(self) -> tuple[Floats, Floats]:
        """Heights and cross-sections in mm, close enough to be joined by straight lines; and how these change."""
        at = np.linspace(LEVELS[0, 0], LEVELS[-1, 0], _FINE) * self.stature
        sections = through(LEVELS, at / self.stature) * self.stature
        growth = np.gradient(sections, at, axis=0)
        growth[[0, -1]] = 0.0  # beyond its ends it goes on as it is there
        return at, np.hstack([sections, growth])

    def sections(self, heights: Any) -> Floats:
        """Half breadth, half depth and middle at heights in mm, and how much they grow for a mm of height: k x 6."""
        at, sections = self._fine
        place = np.clip((np.asarray(heights, float) - at[0]) / (at[1] - at[0]), 0.0, len(at) - 1.0)
        below = np.minimum(place.astype(int), len(at) - 2)
        share = (place - below)[..., None]
        found: Floats = (1.0 - share) * sections[below] + share * sections[below + 1]
        return found

    def apart(self, points: Floats) -> tuple[Floats, Floats]:
        """About how many mm n x 3 points are off the trunk, less than 0 inside, and the way out there: n x 3.

        A share of the way from its middle is 0 there and 1 on its surface; its slope tells the way, and how far it is.
        """
        wide, deep, middle, wider, deeper, further = self.sections(points[:, 1]).T
        x, z = points[:, 0] / wide, (points[:, 2] - middle) / deep
        steep = [np.sign(each) * np.abs(each) ** (_SQUARE - 1.0) for each in (x, z)]
        share = (steep[0] * x + steep[1] * z) ** (1.0 / _SQUARE)
        across, before = (each / np.maximum(share, _MIDDLE) ** (_SQUARE - 1.0) for each in steep)
        up = -across * x * wider / wide - before * (z * deeper + further) / deep
        slope = np.stack([across / wide, up, before / deep], axis=-1)
        much = np.maximum(np.sqrt((slope * slope).sum(axis=1)), 1e-6)
        return (share - 1.0) / much, slope / much[:, None]
