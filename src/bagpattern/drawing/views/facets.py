"""Where cloth turns sharply: its faces, each of which has a light of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats, SewnBag, Whole

_TURN = np.radians(48.0)
"""Cloth is round where it turns by less than this from one triangle to the next."""
SHARP = np.cos(_TURN / 2)
"""Likewise from a triangle to the mean of those that meet at a corner of it."""


def facets(bag: SewnBag) -> Whole:
    """For each triangle of all surfaces, one after the other, the number of the face that it is of."""
    parts = [each for each in bag.surfaces if len(each.triangles)]
    offsets = np.cumsum([0, *(len(each.points) for each in parts)])
    triangles = np.concatenate([each.triangles + low for each, low in zip(parts, offsets[:-1], strict=True)])
    normals = face_normals(np.concatenate([each.points for each in parts])[triangles])
    pairs = _neighbours(triangles)
    round_ones = (normals[pairs[:, 0]] * normals[pairs[:, 1]]).sum(1) > np.cos(_TURN)
    return _connected(len(triangles), pairs[round_ones])


def face_normals(corners: Floats) -> Floats:
    """The unit normals of m x 3 x 3 *corners*."""
    found = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-12)
    return found


def _neighbours(triangles: Whole) -> Whole:
    """Pairs of triangles that share two corners."""
    ends = np.sort(triangles[:, [[0, 1], [1, 2], [2, 0]]], axis=2).reshape(-1, 2)
    owner = np.repeat(np.arange(len(triangles)), 3)
    key = ends[:, 0] * (ends.max(initial=0) + 1) + ends[:, 1]
    order = np.argsort(key, kind="stable")
    same = np.flatnonzero(np.diff(key[order]) == 0)
    return np.column_stack([owner[order[same]], owner[order[same + 1]]])


def _connected(count: int, pairs: Whole) -> Whole:
    """For each of so many the least number among all that pairs connect it with."""
    least = np.arange(count)
    while len(pairs):
        low = least[pairs].min(axis=1)
        known = least.copy()
        for side in (0, 1):
            np.minimum.at(known, least[pairs[:, side]], low)
            np.minimum.at(known, pairs[:, side], low)
        known = known[known]
        if np.array_equal(known, least):
            break
        least = known
    return least
