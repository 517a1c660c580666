"""Panels as flat meshes, as they are drawn, and the strips of cloth that close what is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.geometry.triangles import spread, triangulated
from bagpattern.sewn.dress.mesh import Mesh, unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bagpattern.model.panel import Panel
    from bagpattern.sewn.bag import Floats, Whole
    from bagpattern.sewn.folds import Fold

_MESH = 10.0
_RING = 7.0


class Flat(NamedTuple):
    """A panel cut into triangles: k x 2 places as drawn, of which the first ``rim`` are its outline."""

    places: Floats
    triangles: Whole
    rim: int


def flat_of(panel: Panel, step: float = _MESH, lines: Iterable[Fold] = ()) -> Flat:
    """A panel as a mesh, its outline's corners kept; with vertices on straight *lines* in it, at which it is bent."""
    rim = rim_of(panel, step)
    inside = spread(rim, step, list(lines))
    return Flat(np.concatenate([rim, inside]), triangulated(rim, inside), len(rim))


def rim_of(panel: Panel, step: float = _MESH) -> Floats:
    """k x 2 places on a panel's outline, its corners kept."""
    ring: list[complex] = []
    for segment in panel.stitching_line.segments:
        count = max(1, round(segment.length / min(step, _RING)))
        ring += [segment.point_at(segment.length * each / count) for each in range(count)]
    return np.array([(each.real, each.imag) for each in ring])


def grain_uv(panel: Panel, places: Floats) -> Floats:
    """mm on the cloth: v along the grain."""
    turned = (places[:, 0] + 1j * places[:, 1]) * (1j / panel.grain)
    return np.stack([turned.real, turned.imag], axis=1)


def around(chain: Floats) -> Floats:
    """A closed chain that says its first point again."""
    return np.concatenate([chain, chain[:1]])


def vertex_normals(points: Floats, triangles: Whole) -> Floats:
    """Unit normals of a mesh at its points."""
    one, two, three = (points[triangles[:, corner]] for corner in range(3))
    faces = np.cross(two - one, three - one)
    found = np.zeros_like(points)
    for corner in range(3):
        np.add.at(found, triangles[:, corner], faces)
    return unit(found)


def wall(upper: Floats, lower: Floats, closed: bool = True) -> Mesh:
    """A strip of cloth between two chains of as many points, counter-clockwise seen from above; it looks outward."""
    if closed:
        upper, lower = around(upper), around(lower)
    count = len(upper)
    points = np.concatenate([upper, lower])
    here = np.arange(count - 1)
    quads = np.stack([here, here + count, here + count + 1, here + 1], axis=1)
    triangles = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    run = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(upper, axis=0), axis=1))])
    high = np.linalg.norm(upper - lower, axis=1)
    uv = np.concatenate([np.stack([run, high], axis=1), np.stack([run, 0.0 * high], axis=1)])
    return Mesh(points, vertex_normals(points, triangles), uv, triangles)
