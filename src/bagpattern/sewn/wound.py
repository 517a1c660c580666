"""A sheet that is rolled up whole, for display: wound from its left end, what lies before it inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats

_CORE, _PITCH = 10.0, 12.0
"""mm: the radius at which it begins, and what each turn adds: two layers, a pocket, and what lies in it [K]."""


def wound(points: Floats) -> Floats:
    """The points of a flat sheet, rolled up, its outside out."""
    along = points[:, 0].max() - points[:, 0]  # seen from the front, its right end comes to lie inside
    turn = (np.sqrt(_CORE**2 + _PITCH * along / np.pi) - _CORE) * 2 * np.pi / _PITCH
    radius = _CORE + _PITCH * turn / (2 * np.pi) - points[:, 2]
    angle = turn.max() - turn  # so that what is turned outward stays the right side
    found: Floats = np.stack([radius * np.sin(angle), points[:, 1], -radius * np.cos(angle)], axis=1)
    low, high = found.min(axis=0), found.max(axis=0)
    found -= [(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2]
    return found
