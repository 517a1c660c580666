"""Solving with one matrix again and again: taken apart into regions that meet only in what lies between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.sewn.bag import Floats, Whole

_WHOLE = 240
"""Rows of which the inverse is taken at once."""


class Solver:
    """Solves ``matrix @ found = wanted`` for a symmetric, sparse matrix, n x n, whose rows are places in space.

    The inverse of a region takes the cube of its size; what lies between them is solved for first (Schur 1917).
    """

    def __init__(self, matrix: Floats, points: Floats) -> None:
        """*points*, n x 3, only tell what is near to what."""
        self.regions, self.between = _apart(matrix, points)
        self.inverses = [np.linalg.inv(matrix[np.ix_(own, own)]) for own in self.regions]
        crossing = [matrix[np.ix_(own, self.between)] for own in self.regions]
        self.across = [inverse @ each for inverse, each in zip(self.inverses, crossing, strict=True)]
        rest = matrix[np.ix_(self.between, self.between)]
        for one, other in zip(crossing, self.across, strict=True):
            rest = rest - one.T @ other
        self.middle = np.linalg.inv(rest)

    def __call__(self, wanted: Floats) -> Floats:
        """What solves it, for each column of what is wanted, n x k."""
        rest, found = wanted[self.between], np.empty_like(wanted)
        for own, across in zip(self.regions, self.across, strict=True):
            rest = rest - across.T @ wanted[own]
        between = self.middle @ rest
        found[self.between] = between
        for own, inverse, across in zip(self.regions, self.inverses, self.across, strict=True):
            found[own] = inverse @ wanted[own] - across @ between
        return found


def _apart(matrix: Floats, points: Floats) -> tuple[list[Whole], Whole]:
    """Regions between which no row has to do with another, and what is left of the rows."""
    regions = list(_halved(np.arange(len(points)), points))
    label = np.empty(len(points), np.int64)
    for number, own in enumerate(regions):
        label[own] = number
    one, other = np.nonzero(matrix)
    left = np.zeros(len(points), bool)
    left[one[label[other] > label[one]]] = True
    return [own[~left[own]] for own in regions], np.flatnonzero(left)


def _halved(own: Whole, points: Floats) -> Iterator[Whole]:
    """The places, halved across their longest direction until the parts are small."""
    if len(own) <= _WHOLE:
        yield own
        return
    along = points[own, np.ptp(points[own], axis=0).argmax()]
    order = np.argsort(along, kind="stable")
    yield from _halved(np.sort(own[order[: len(own) // 2]]), points)
    yield from _halved(np.sort(own[order[len(own) // 2 :]]), points)
