"""Ties of a roll: round it and down, where it is rolled up; straight out and down, where it lies open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.sewn.dress.ground import UP
from bagpattern.sewn.dress.hanging import STEP
from bagpattern.sewn.dress.mesh import evenly, run_of, unit

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.dress.mesh import Frame

_FLAT = 5.0
"""mm: what is less deep is not rolled up."""
_OUT = 60.0
"""mm by which a tie stands out before it hangs, at the most [K]."""
_OFF = 2.0
"""mm from the cloth to the middle of a tie that is pulled tight round it."""
_BESIDE = 25.0
"""mm above and below a tie in which the roll is what it runs round."""
_GROUND = 3.0


def tied(points: Floats, start: Frame, length: float) -> tuple[Floats, Floats]:
    """The way of a tie *length* mm long from where it leaves the body, whose *points* are given, and its normals."""
    low, high = points.min(axis=0), points.max(axis=0)
    if high[2] - low[2] < _FLAT:
        return _hung(start, length)
    middle = (low + high) / 2
    arm = (start.at - middle) * (1.0, 0.0, 1.0)
    way = np.cross(arm, UP) @ start.along
    turns = np.linspace(0.0, 2 * np.pi, 90)[:, None] * (1.0 if way > 0 else -1.0)
    away = np.cos(turns) * unit(arm) + np.sin(turns) * unit(np.cross(arm, UP))
    near = points[np.abs(points[:, 1] - start.at[1]) < _BESIDE]
    radius = np.max((np.vstack([near, start.at]) - middle) @ away.T, axis=0)[:, None] + _OFF
    ring = middle * (1.0, 0.0, 1.0) + start.at[1] * UP + radius * away
    rest = max(min(length - float(run_of(ring)[-1]), start.at[1] - _GROUND), 10.0)
    tail = np.linspace(0.0, rest, 20)[1:, None]
    curve = evenly(np.vstack([ring, ring[-1] + (_OFF + 1.0) * unit(arm) - tail * UP]), STEP)
    return curve, _outward(curve, middle)


def _outward(curve: Floats, middle: Floats) -> Floats:
    found: Floats = unit((curve - middle) * (1.0, 0.0, 1.0))
    return found


def _hung(start: Frame, length: float) -> tuple[Floats, Floats]:
    run = np.linspace(0.0, length, 80)[:, None]
    out = _OUT * (1.0 - np.exp(-run / _OUT))
    curve = start.at + out * start.along - (run - out) * UP
    curve[:, 1] = np.maximum(curve[:, 1], _GROUND)
    return curve, np.tile(start.up, (len(curve), 1))
