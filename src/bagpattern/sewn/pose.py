"""How the bag stands: its front to the front, upright, by what its panels say of the walls that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.geometry.nearness import inside
from bagpattern.model.wall import Facet, Wall

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats, Whole
    from bagpattern.sewn.weld import Glued

_OUT = {
    Wall.FRONT: (0.0, 0.0, 1.0),
    Wall.BACK: (0.0, 0.0, -1.0),
    Wall.LEFT: (-1.0, 0.0, 0.0),
    Wall.RIGHT: (1.0, 0.0, 0.0),
    Wall.BASE: (0.0, -1.0, 0.0),
    Wall.TOP: (0.0, 1.0, 0.0),
}
"""Where each wall looks."""
_NONE = 1e-3
"""mm2: a triangle smaller than this is none."""
_UP = (0.0, 1.0, 0.0)
_FORWARD = (0.0, 0.0, 1.0)


class Aims(NamedTuple):
    """For each of k triangles that are of a wall: its number, where it is to look, k x 3, and to be up, k x 3.

    ``shares`` k x 2 x 3 are the corners' parts in the direction that is up there, and in the one across, per mm.
    """

    triangles: Whole
    out: Floats
    up: Floats
    shares: Floats
    areas: Floats


def aims(mesh: Glued) -> Aims:
    """What the facets ask of the triangles, sheet by sheet."""
    parts, first = [], 0
    for cut in mesh.sheets:
        corners = cut.flat[cut.triangles]
        middles = corners.mean(axis=1)
        for facet in (each for each in cut.panel.facets if each.copy in (0, cut.copy) and each.wall in _OUT):
            own = np.flatnonzero(inside(facet.outline, middles)) if facet.outline else np.arange(len(middles))
            parts.append(_aims(facet, corners[own], first + own, 1j if cut.mirrored else -1j))
        first += len(cut.triangles)
    if not parts:
        return Aims(np.zeros(0, int), *(np.zeros((0, 3)),) * 2, np.zeros((0, 2, 3)), np.zeros(0))
    return Aims(*(np.concatenate(each) for each in zip(*parts, strict=True)))


def _aims(facet: Facet, corners: Floats, numbers: Whole, right: complex) -> Aims:
    level = facet.wall in (Wall.BASE, Wall.TOP)
    edges = np.stack([corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]], axis=2)
    areas = np.abs(np.linalg.det(edges)) / 2
    edges[areas < _NONE] = np.eye(2)  # a triangle of three places in a row tells no direction
    across = right * facet.up
    wanted = np.array([[facet.up.real, across.real], [facet.up.imag, across.imag]])
    two = (np.linalg.inv(edges) @ wanted).transpose(0, 2, 1) if len(corners) else np.zeros((0, 2, 2))
    shares = np.concatenate([-two.sum(axis=2, keepdims=True), two], axis=2)
    count = len(numbers)
    return Aims(
        numbers,
        np.tile(_OUT[facet.wall], (count, 1)),
        np.tile(_FORWARD if level else _UP, (count, 1)),
        shares,
        areas,
    )


def posed(points: Floats, faces: Whole, asked: Aims) -> Floats:
    """The points turned so that the walls look where they should, the middle of the base at the origin."""
    turned = points @ _turn(points, faces, asked).T
    low, high = turned.min(axis=0), turned.max(axis=0)
    found: Floats = turned - [(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2]
    return found


def _turn(points: Floats, faces: Whole, asked: Aims) -> Floats:
    """The rotation that brings what the walls are nearest to what they should be (Kabsch 1976).

    How far the sides, the base and the top slope they do not say; front and back stand as upright as they were drafted.
    """
    corners = points[faces[asked.triangles]]
    lengths = asked.shares @ corners
    out = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    weights = asked.areas[:, None, None]
    now = np.stack([out, lengths[:, 0], lengths[:, 1]], axis=1)
    right = np.cross(asked.up, asked.out)
    wanted = np.stack([asked.out, asked.up, right], axis=1)
    u, _, vt = np.linalg.svd(((wanted * weights).transpose(0, 2, 1) @ now).sum(axis=0))
    turn = np.diag([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    nearest = u @ turn @ vt
    upright = asked.out[:, 2] != 0.0
    found: Floats = _rolled(asked.areas[upright] @ lengths[upright, 0] @ nearest.T) @ nearest
    return found


def _rolled(up: Floats) -> Floats:
    """The turn about the way to the front that sets *up* upright; none where nothing is up."""
    x, y, _ = up
    long = float(np.hypot(x, y))
    return np.eye(3) if long < _NONE else np.array([[y, -x, 0.0], [x, y, 0.0], [0.0, 0.0, long]]) / long
