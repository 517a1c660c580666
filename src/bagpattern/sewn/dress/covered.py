"""What lies between the shell and its lining: nobody sees it, neither from outside nor in an opened bag."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.model.panel import Role

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Flags, Floats, Whole
    from bagpattern.sewn.dress.ground import Ground

_DEEP = 8.0
"""mm: what is farther inside is no end that the lining covers, but hangs in the bag."""
_ASIDE = 7.0
"""mm beside the nearest vertex of the cloth: what is farther off is beyond its rim."""
_REACH = 40.0
"""mm from the nearest vertex of the cloth beyond which nothing is said of a place."""
_OUT = 0.12
"""mm outside of the cloth, where its lining hides it."""


def uncovered(ground: Ground, points: Floats, near: Flags) -> tuple[Floats, Flags]:
    """The points, those *near* the cloth that lie under its lining laid on the shell instead; and which these were.

    A bag without a lining shows what is sewn to its inside.
    """
    under = np.zeros(len(points), bool)
    if not near.any() or all(panel.role is not Role.LINING for panel in ground.draft.panels):
        return points, under
    at = np.flatnonzero(near)
    nearest = _nearest(ground.body.points, points[at])
    deep, out = _depths(ground, points[at], nearest)
    aside = np.linalg.norm(points[at] - ground.body.points[nearest] + deep[:, None] * out, axis=1)
    kept = (deep > 0.0) & (deep < _DEEP) & (aside < _ASIDE)
    found = points.copy()
    found[at[kept]] += (deep[kept, None] + _OUT) * out[kept]
    under[at[kept]] = True
    return found, under


def _nearest(cloth: Floats, points: Floats) -> Whole:
    """The number of the vertex that is nearest to each point."""
    squares = (cloth**2).sum(axis=1)[None] - 2.0 * points @ cloth.T
    found: Whole = squares.argmin(axis=1)
    return found


def _depths(ground: Ground, points: Floats, nearest: Whole) -> tuple[Floats, Floats]:
    """How far inside each point is, below 0 outside, and the shortest way out there: at an edge, over either sheet."""
    deep, out = np.full(len(points), np.inf), np.zeros((len(points), 3))
    for sheet in ground.body.sheets:
        number = np.full(len(ground.body.points), -1)
        number[sheet.vertices] = np.arange(len(sheet.vertices))
        own = number[nearest]
        normals = np.where((own >= 0)[:, None], sheet.normals[own], 0.0)
        found = -((points - ground.body.points[nearest]) * normals).sum(axis=1)
        less = (own >= 0) & (found < deep)
        deep[less], out[less] = found[less], normals[less]
    return deep, out


def within_walls(ground: Ground, points: Floats, off: float | Floats) -> Floats:
    """The points, those nearer to the cloth than *off* mm, one or each its own, or outside, moved that far inside."""
    nearest = _nearest(ground.body.points, points)
    deep, out = _depths(ground, points, nearest)
    near = np.linalg.norm(points - ground.body.points[nearest], axis=1) < _REACH
    moved: Floats = points - np.where(near, np.maximum(off - deep, 0.0), 0.0)[:, None] * out
    return moved


def outside(ground: Ground, place: Floats) -> float:
    """How far outside of the cloth a place is, mm; less than 0 within."""
    deep, _ = _depths(ground, place[None], _nearest(ground.body.points, place[None]))
    return -float(deep[0])


def off_walls(ground: Ground, points: Floats, off: float) -> Floats:
    """The points, those nearer to the cloth than *off* mm, or within it, moved that far out of it."""
    nearest = _nearest(ground.body.points, points)
    deep, out = _depths(ground, points, nearest)
    near = np.linalg.norm(points - ground.body.points[nearest], axis=1) < _REACH
    moved: Floats = points + np.where(near, np.maximum(off + deep, 0.0), 0.0)[:, None] * out
    return moved
