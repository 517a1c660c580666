"""Cross-sections of what is made of triangles, and what a string round them runs along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats


def section(corners: Floats, at: Floats, across: Floats) -> Floats:
    """Where triangles cross the plane at a place that is square to *across*."""
    off = (corners - at) @ across
    found = [np.empty((0, 3))]
    for one, two in ((0, 1), (1, 2), (2, 0)):
        cut = off[:, one] * off[:, two] < 0
        share = (off[cut, one] / (off[cut, one] - off[cut, two]))[:, None]
        found.append(corners[cut, one] * (1 - share) + corners[cut, two] * share)
    return np.concatenate(found)


def hull(flat: Floats) -> Floats:
    """The convex hull of k x 2 places, counter-clockwise."""
    order = flat[np.lexsort((flat[:, 1], flat[:, 0]))].tolist()
    return np.array([*_chain(order), *_chain(order[::-1])])


def _chain(order: list[list[float]]) -> list[list[float]]:
    found: list[list[float]] = []
    for x, y in order:
        while len(found) > 1 and _turns_right(found[-2], found[-1], x, y):
            found.pop()
        found.append([x, y])
    return found[:-1]


def _turns_right(one: list[float], two: list[float], x: float, y: float) -> bool:
    return (two[0] - one[0]) * (y - one[1]) - (two[1] - one[1]) * (x - one[0]) <= 0.0
