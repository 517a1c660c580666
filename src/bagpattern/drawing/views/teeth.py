"""The teeth of a zip: short ticks across the line along their middle, true in space, so that they turn with the bag."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.sewn.bag import StrokeKind

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats, SewnBag

WIDE = 5.0
"""mm across the teeth, of a zip of the usual size 5 [K]."""


def ticks(bag: SewnBag, apart: float) -> tuple[Floats, Floats]:
    """The teeth of all zips, *apart* mm from each other: t x 2 x 3 in the bag's space, and their normals, t x 3."""
    found = [_of_one(each.points, each.normals, apart) for each in bag.strokes if each.kind is StrokeKind.ZIP]
    if not found:
        return np.zeros((0, 2, 3)), np.zeros((0, 3))
    return np.concatenate([teeth for teeth, _ in found]), np.concatenate([normals for _, normals in found])


def _of_one(points: Floats, normals: Floats, apart: float) -> tuple[Floats, Floats]:
    run = np.append(0.0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1)))
    at = np.arange(apart / 2, run[-1], apart)
    middle, normal, along = (_at(at, run, each) for each in (points, normals, np.gradient(points, axis=0)))
    across = np.cross(normal, along)
    across *= WIDE / 2 / np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-9)
    return np.stack([middle - across, middle + across], axis=1), normal


def _at(at: Floats, run: Floats, of: Floats) -> Floats:
    return np.stack([np.interp(at, run, of[:, axis]) for axis in range(3)], axis=1)
