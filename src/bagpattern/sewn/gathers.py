"""The folds in which cloth lies that a cord draws in: for display alone, the body beneath is smooth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.model.seam import SeamKind
from bagpattern.sewn.drawn import from_rim

if TYPE_CHECKING:
    from bagpattern.model.draft import Draft
    from bagpattern.sewn.bag import Floats, Whole
    from bagpattern.sewn.drawn import Gather
    from bagpattern.sewn.topology import Topology
    from bagpattern.sewn.weld import Glued

_APART = 6.0
"""Edges of the rim that make one fold: fewer would be seen as corners."""
_MOST = 24
_STIFF = 45.0
"""mm beside a zip in which cloth gets back to its folds [K]."""


def gathered(surface: Topology, points: Floats, faces: Whole, gather: Gather, left: Floats) -> Floats:
    """The points of the finer mesh, n + e, moved in and out so that what is missing round the rim lies in folds.

    So much of them as is *left* at each of the mesh's n points: none where something stiff keeps the cloth flat.
    There is an even number of folds, and their unevenness goes by twice the angle: left is the image of right.
    """
    rim = max(surface.rims, key=len)
    count = min(_MOST, 2 * round(2 * len(rim) / _APART / 2))
    around = points - points[rim].mean(axis=0)
    angles = np.arctan2(around[:, 2], around[:, 0])
    share = gather.share(_finer(surface, from_rim(surface)))
    waves = 2 * np.pi * np.hypot(around[:, 0], around[:, 2]) / count
    deep = waves / np.pi * np.sqrt(1.0 / share - 1.0)
    folds = np.cos(count * angles + 0.8 * np.sin(2 * angles)) * (1.0 + 0.2 * np.cos(4 * angles))
    found: Floats = points + _outward(points, faces) * (_finer(surface, left) * deep * folds)[:, None]
    return found


def calm(draft: Draft, mesh: Glued) -> Floats:
    """n: what is left of folds at each place of a mesh: none at a zip in a window, whose tape keeps it flat."""
    left = np.ones(mesh.count)
    windows = [each.a[0] for each in draft.seams if each.zip and each.kind is SeamKind.PLACEMENT]
    for cut in mesh.sheets:
        for run in (each for each in windows if (each.panel, each.copy) == (cut.panel.id, cut.copy)):
            low_x, low_y, high_x, high_y = cut.panel.along(run.on).path.bounds
            x, y = cut.flat.T
            away = np.max([low_x - x, x - high_x, low_y - y, y - high_y], axis=0)
            np.minimum.at(left, cut.vertices, np.clip(away / _STIFF, 0.0, 1.0))
    return left


def _finer(surface: Topology, values: Floats) -> Floats:
    return np.concatenate([values, values[surface.edges].mean(axis=1)])


def _outward(points: Floats, faces: Whole) -> Floats:
    a, b, c = (points[faces[:, corner]] for corner in range(3))
    across = np.repeat(np.cross(b - a, c - a), 3, axis=0)
    sums = np.stack([np.bincount(faces.ravel(), across[:, axis], len(points)) for axis in range(3)], axis=1)
    sums[:, 1] = 0.0  # level, or a rim that leans would go up and down with its folds
    found: Floats = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-12)
    return found
