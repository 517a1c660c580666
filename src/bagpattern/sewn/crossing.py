"""Where a surface goes through itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats, Whole
    from bagpattern.sewn.topology import Topology

_INSIDE = 0.02
"""Share of a triangle and of an edge that does not count: what only touches does not go through."""


def crossings(surface: Topology, points: Floats, shut: Whole | None = None) -> tuple[tuple[int, int], ...]:
    """The pairs of sheets of which an edge of one goes through a triangle of the other, or of its own.

    Where a rim is *shut*, these vertices lie on each other: what is at it on both sides does not count.
    """
    edges, faces = _candidates(surface, points)
    if shut is not None:
        apart = ~(np.isin(surface.edges[edges], shut).any(axis=1) & np.isin(surface.faces[faces], shut).any(axis=1))
        edges, faces = edges[apart], faces[apart]
    start, way = points[surface.edges[edges, 0]], np.diff(points[surface.edges[edges]], axis=1)[:, 0]
    corners = points[surface.faces[faces]]
    one, two, out = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0], start - corners[:, 0]
    across, turned = np.cross(way, two), np.cross(out, one)
    whole = (one * across).sum(axis=1)
    whole = np.where(np.abs(whole) < 1e-9, np.inf, whole)
    u, v, at = (
        (out * across).sum(axis=1) / whole,
        (way * turned).sum(axis=1) / whole,
        (two * turned).sum(axis=1) / whole,
    )
    inside = (np.minimum(np.minimum(u, v), 1.0 - u - v) > _INSIDE) & (at > _INSIDE) & (at < 1.0 - _INSIDE)
    owner = np.empty(len(surface.edges), np.int64)
    owner[surface.corners.ravel()] = np.repeat(surface.sheet, 3)
    pairs = np.sort(np.stack([owner[edges[inside]], surface.sheet[faces[inside]]], axis=1), axis=1)
    return tuple((one, other) for one, other in np.unique(pairs, axis=0).tolist())


def _candidates(surface: Topology, points: Floats) -> tuple[Whole, Whole]:
    """Edges and triangles whose boxes overlap, and that share no vertex."""
    ends, corners = points[surface.edges], points[surface.faces]
    overlap = np.ones((len(ends), len(corners)), bool)
    for axis in range(3):
        low, high = ends[:, :, axis].min(axis=1), ends[:, :, axis].max(axis=1)
        overlap &= low[:, None] <= corners[:, :, axis].max(axis=1)
        overlap &= high[:, None] >= corners[:, :, axis].min(axis=1)
    edges, faces = np.nonzero(overlap)
    apart = (surface.edges[edges][:, :, None] != surface.faces[faces][:, None, :]).all(axis=(1, 2))
    return edges[apart], faces[apart]
