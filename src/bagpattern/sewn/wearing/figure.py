"""The figure: head, trunk, arms and legs, each a smooth solid, like the lay figures that draughtsmen have.

It has no sex, no face and no clothes. Measures are shares of the stature; see ``trunk`` for where they are from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.sewn.bag import FIGURE, Surface
from bagpattern.sewn.dress.mesh import Mesh, carried, run_of, surface, sweep
from bagpattern.sewn.wearing.trunk import LEVELS, ring, through

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bagpattern.sewn.bag import Floats

    Arm = Sequence[tuple[float, float, float]]

_AROUND = 28
"""Corners of a cross-section."""
_HEAD = np.array(
    [
        # height, half breadth, half depth, middle
        (0.8660, 0.0040, 0.006, 0.022),
        (0.8690, 0.0140, 0.018, 0.019),
        (0.8760, 0.0235, 0.031, 0.013),
        (0.8900, 0.0315, 0.043, 0.007),
        (0.9100, 0.0385, 0.051, 0.003),
        (0.9350, 0.0430, 0.056, 0.000),
        (0.9600, 0.0425, 0.056, -0.003),
        (0.9800, 0.0350, 0.047, -0.005),
        (0.9930, 0.0210, 0.029, -0.006),
        (0.9985, 0.0100, 0.014, -0.006),
        (1.0000, 0.0020, 0.003, -0.006),
    ]
)
_LEG = np.array(
    [
        # height, middle to the side, middle to the front, half breadth, half depth
        (0.030, 0.0620, -0.012, 0.0165, 0.0210),
        (0.055, 0.0610, -0.013, 0.0170, 0.0200),
        (0.120, 0.0590, -0.012, 0.0225, 0.0260),
        (0.200, 0.0570, -0.014, 0.0300, 0.0330),
        (0.285, 0.0540, -0.004, 0.0290, 0.0310),
        (0.380, 0.0510, 0.000, 0.0390, 0.0430),
        (0.450, 0.0490, -0.005, 0.0460, 0.0530),
        (0.480, 0.0480, -0.008, 0.0440, 0.0540),
        (0.510, 0.0460, -0.008, 0.0340, 0.0420),
        (0.520, 0.0450, -0.008, 0.0100, 0.0120),
    ]
)
_FOOT = np.array(
    [
        # before the heel, middle to the side, height of the middle, half breadth, half height
        (0.000, 0.0600, 0.0181, 0.0040, 0.0060),
        (0.006, 0.0602, 0.0201, 0.0120, 0.0160),
        (0.030, 0.0610, 0.0231, 0.0175, 0.0210),
        (0.070, 0.0640, 0.0201, 0.0205, 0.0180),
        (0.110, 0.0690, 0.0136, 0.0250, 0.0115),
        (0.140, 0.0730, 0.0096, 0.0220, 0.0075),
        (0.150, 0.0745, 0.0081, 0.0120, 0.0060),
        (0.152, 0.0748, 0.0081, 0.0040, 0.0030),
    ]
)
_HEEL = -0.038
_ARM = np.array(
    [
        # along it from the shoulder, half breadth, half depth
        (0.000, 0.0040, 0.0060),
        (0.012, 0.0130, 0.0190),
        (0.035, 0.0215, 0.0270),
        (0.060, 0.0240, 0.0285),
        (0.100, 0.0230, 0.0260),
        (0.190, 0.0195, 0.0215),
        (0.235, 0.0205, 0.0220),
        (0.335, 0.0125, 0.0155),
        (0.365, 0.0120, 0.0185),
        (0.395, 0.0125, 0.0215),
        (0.425, 0.0110, 0.0180),
        (0.440, 0.0060, 0.0100),
        (0.443, 0.0020, 0.0030),
    ]
)
HANGING = (
    (0.0900, 0.8060, -0.013),
    (0.1060, 0.7960, -0.012),
    (0.1180, 0.7700, -0.012),
    (0.1300, 0.7100, -0.012),
    (0.1420, 0.6300, -0.012),
    (0.1500, 0.5600, 0.000),
    (0.1560, 0.4850, 0.014),
    (0.1570, 0.4350, 0.022),
    (0.1550, 0.3820, 0.026),
)
"""An arm that hangs: from the shoulder over elbow and wrist to the fingers."""
GRIPPING = (*HANGING[:-2], (0.1570, 0.4400, 0.022), (0.1568, 0.4190, 0.022))
"""An arm that hangs, its hand closed round a handle: it reaches no farther into the bag than the handle lets it."""
BEHIND = (
    (0.0900, 0.8060, -0.013),
    (0.1060, 0.7960, -0.014),
    (0.1180, 0.7700, -0.018),
    (0.1320, 0.7100, -0.036),
    (0.1460, 0.6320, -0.066),
    (0.1560, 0.5620, -0.072),
    (0.1630, 0.4880, -0.066),
    (0.1640, 0.4380, -0.060),
    (0.1620, 0.3850, -0.054),
)
"""An arm that hangs behind what is at the hip."""
HOLDING = (
    (0.0900, 0.8060, -0.013),
    (0.1060, 0.7970, -0.008),
    (0.1200, 0.7780, 0.010),
    (0.1360, 0.7350, 0.060),
    (0.1440, 0.6980, 0.102),
    (0.1420, 0.6900, 0.122),
    (0.1320, 0.7100, 0.128),
    (0.1180, 0.7450, 0.112),
    (0.1080, 0.7750, 0.092),
    (0.1010, 0.7980, 0.070),
)
"""An arm that is bent: the hand holds a strap before the shoulder."""


def figure(stature: float, arm: Arm = HANGING, away: float = 0.0) -> tuple[Surface, ...]:
    """A figure of that many mm; its left *arm* as given, moved *away* from the trunk by a share of its length."""
    limbs = [_leg(side) for side in (1, -1)] + [_foot(side) for side in (1, -1)]
    parts = [_trunk(), _head(), *limbs, _limb(_spread(arm, away), 1), _limb(HANGING, -1)]
    return tuple(_sized(part, stature) for part in parts)


def _sized(mesh: Mesh, stature: float) -> Surface:
    return surface(FIGURE, FIGURE, mesh._replace(points=mesh.points * stature))


def _trunk() -> Mesh:
    at = np.linspace(LEVELS[0, 0], LEVELS[-1, 0], 48)
    return _upright(at, np.insert(through(LEVELS, at), 2, 0.0, axis=1))


def _head() -> Mesh:
    at = _close(_HEAD, 22)
    return _upright(at, np.insert(through(_HEAD, at), 2, 0.0, axis=1))


def _close(keys: Floats, count: int) -> Floats:
    """Values of the first column of *keys*, closer to each other towards both ends, where solids are round."""
    found: Floats = keys[0, 0] + (keys[-1, 0] - keys[0, 0]) * (1 - np.cos(np.linspace(0, np.pi, count))) / 2
    return found


def _upright(at: Floats, sections: Floats) -> Mesh:
    """A solid along a line that rises: half breadth, half depth, middle to the side and to the front at heights."""
    wide, deep, aside, before = sections.T
    return _solid(np.stack([aside, at, before], axis=-1), np.array((0.0, 0.0, 1.0)), wide, deep)


def _leg(side: int) -> Mesh:
    at = np.linspace(_LEG[0, 0], _LEG[-1, 0], 30)
    aside, before, wide, deep = through(_LEG, at).T
    return _upright(at, np.stack([wide, deep, side * aside, before], axis=-1))


def _foot(side: int) -> Mesh:
    at = _close(_FOOT, 16)
    aside, high, wide, deep = through(_FOOT, at).T
    return _solid(np.stack([side * aside, high, _HEEL + at], axis=-1), np.array((0.0, 1.0, 0.0)), wide, deep)


def _spread(arm: Arm, away: float) -> Floats:
    """The arm turned about the shoulder, out to its side."""
    found = np.array(arm)
    found[:, 0] += away * (found[0, 1] - found[:, 1])
    return found


def _limb(arm: Arm | Floats, side: int) -> Mesh:
    keys = np.asarray(arm, float) * (side, 1, 1)
    run = run_of(keys)
    at = np.linspace(0.0, run[-1], 44)
    curve = through(np.column_stack([run, keys]), at)
    wide, deep = through(_ARM, at * _ARM[-1, 0] / run[-1]).T
    return _solid(curve, carried(curve, (0.0, 0.0, 1.0)), wide, deep)


def _solid(curve: Floats, normals: Floats, wide: Floats, deep: Floats) -> Mesh:
    """Round cross-sections along a curve, *wide* to its sides and *deep* along its normals."""
    profile = ring(_AROUND)[None] * np.stack([wide, deep], axis=-1)[:, None]
    return sweep(curve, normals, profile)
