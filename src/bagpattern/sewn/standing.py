"""What a bag stands on: its base lies flat on the ground, however full it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.model.wall import Wall
from bagpattern.sewn.walls import places_of

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats, Whole
    from bagpattern.sewn.weld import Glued

_LOW = 0.02
"""Of a bag's height: what of its base lies less high is on the ground."""
_WALLS = (Wall.FRONT, Wall.BACK, Wall.LEFT, Wall.RIGHT)


def standing(mesh: Glued, points: Floats) -> Floats:
    """The points with what of the base sags below its edges pressed up to them; the lowest is at 0 again.

    For display: nothing is measured on it. A bag of which no base meets its walls stays as it is.
    """
    base, edges = _base(mesh)
    if not len(edges):
        return points
    found = points.copy()
    found[base, 1] = np.maximum(points[base, 1], points[edges, 1].min())
    found[:, 1] -= found[:, 1].min()
    return found


def grounded(mesh: Glued, points: Floats) -> Whole:
    """The vertices of the base that lie on the ground, of points as they stand; none of a bag that does not stand."""
    base, edges = _base(mesh)
    return base[points[base, 1] < _LOW * np.ptp(points[:, 1])] if len(edges) else base[:0]


def _base(mesh: Glued) -> tuple[Whole, Whole]:
    """What of the mesh is the base, and what of that meets a wall."""
    base = places_of(mesh, Wall.BASE)
    return base, np.intersect1d(base, np.concatenate([places_of(mesh, wall) for wall in _WALLS]))
