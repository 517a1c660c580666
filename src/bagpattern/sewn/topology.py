"""Edges, hinges and rims of a welded mesh, with what they measure on the flat sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.values import value

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats, Whole
    from bagpattern.sewn.weld import Glued

_STEEPEST = 4.0
"""A hinge of thin triangles pulls no harder than this."""


@value
class Topology:
    """A welded surface; n vertices, e edges, m triangles, h hinges (edges between two triangles).

    ``faces`` m x 3, ``sheet`` m, the sheet that each is of; ``corners`` m x 3, the edge from each corner to the next;
    ``edges`` e x 2; ``rest`` e, the edges' lengths, mm, ``uses`` e, how many triangles share them; ``areas`` m.
    ``hinges`` h x 4: the two ends of the edge and the two corners beyond it, ``weights`` h x 4 what bending makes of
    these (Bergou 2006), ``hinge_edges`` h. ``rims`` are the closed chains of vertices round the holes.
    """

    count: int
    faces: Whole
    sheet: Whole
    corners: Whole
    edges: Whole
    rest: Floats
    uses: Whole
    areas: Floats
    hinges: Whole
    weights: Floats
    hinge_edges: Whole
    hinge_areas: Floats
    rims: tuple[Whole, ...]
    angles: Floats

    @property
    def euler(self) -> int:
        """Vertices less edges plus faces."""
        return self.count - len(self.edges) + len(self.faces)

    @property
    def defects(self) -> Floats:
        """n: what the angles round a vertex lack of a full turn, in radians; 0 on rims."""
        around = np.bincount(self.faces.ravel(), self.angles.ravel(), self.count)
        found = np.array(2 * np.pi - around)
        for rim in self.rims:
            found[rim] = 0.0
        return found

    def numbers_of(self, chain: Whole) -> Whole:
        """The edges along a chain of vertices, those that there are."""
        ends = np.sort(np.stack([chain[:-1], chain[1:]], axis=1), axis=1)
        codes = self.edges[:, 0] * self.count + self.edges[:, 1]
        wanted = ends[:, 0] * self.count + ends[:, 1]
        at = np.minimum(np.searchsorted(codes, wanted), len(codes) - 1)
        found: Whole = at[codes[at] == wanted]
        return found


def topology(mesh: Glued) -> Topology:
    """What the welded sheets make."""
    faces = np.concatenate([cut.vertices[cut.triangles] for cut in mesh.sheets])
    sheet = np.repeat(np.arange(len(mesh.sheets)), [len(cut.triangles) for cut in mesh.sheets])
    flat = np.concatenate([cut.flat[cut.triangles] for cut in mesh.sheets])
    lengths = np.linalg.norm(np.roll(flat, -1, axis=1) - flat, axis=2)
    ends = np.stack([faces, np.roll(faces, -1, axis=1)], axis=2).reshape(-1, 2)
    ordered = np.sort(ends, axis=1)
    codes, first, uses = np.unique(ordered[:, 0] * mesh.count + ordered[:, 1], return_inverse=True, return_counts=True)
    rest = np.bincount(first, lengths.ravel()) / uses
    corners = first.reshape(-1, 3)
    sides = rest[corners]
    areas = _heron(sides)
    hinges, weights, hinge_edges, triangles = _hinges(faces, corners, sides, areas, uses)
    return Topology(
        mesh.count,
        faces,
        sheet,
        corners,
        np.stack([codes // mesh.count, codes % mesh.count], axis=1),
        rest,
        uses,
        areas,
        hinges,
        weights,
        hinge_edges,
        areas[triangles].sum(axis=1),
        _rims(ends[uses[first] == 1]),
        _angles(sides),
    )


def _heron(sides: Floats) -> Floats:
    """The areas of triangles, m, by their sides, m x 3."""
    half = sides.sum(axis=1) / 2
    found: Floats = np.sqrt(np.maximum(half * np.prod(half[:, None] - sides, axis=1), 1e-6))
    return found


def _angles(sides: Floats) -> Floats:
    """m x 3: the angle at each corner; side 0 goes from corner 0 to corner 1."""
    after, before, across = sides, np.roll(sides, 1, axis=1), np.roll(sides, -1, axis=1)
    found: Floats = np.arccos(np.clip((after**2 + before**2 - across**2) / (2 * after * before), -1.0, 1.0))
    return found


def _hinges(
    faces: Whole, corners: Whole, sides: Floats, areas: Floats, uses: Whole
) -> tuple[Whole, Floats, Whole, Whole]:
    """Hinges, their weights, their edges, and the two triangles at each."""
    order = np.argsort(corners.ravel(), kind="stable")
    start = np.concatenate([[0], np.cumsum(uses)])
    inner = np.flatnonzero(uses == 2)
    halves = np.stack([order[start[inner]], order[start[inner] + 1]], axis=1)
    triangles, at = halves // 3, halves % 3
    cotangents = 1.0 / np.tan(np.clip(_angles(sides), 1e-3, np.pi - 1e-3))
    i, j = faces[triangles[:, 0], at[:, 0]], faces[triangles[:, 0], (at[:, 0] + 1) % 3]
    k, other = (faces[triangles[:, side], (at[:, side] + 2) % 3] for side in (0, 1))
    turned = faces[triangles[:, 1], at[:, 1]] == i  # a sheet that lies the wrong way round runs the edge the same way
    near = [cotangents[triangles[:, side], at[:, side]] for side in (0, 1)]
    far = [cotangents[triangles[:, side], (at[:, side] + 1) % 3] for side in (0, 1)]
    at_i, at_j = near[0], far[0]
    other_i, other_j = np.where(turned, near[1], far[1]), np.where(turned, far[1], near[1])
    weights = np.stack([at_j + other_j, at_i + other_i, -at_i - at_j, -other_i - other_j], axis=1)
    # whole rows are scaled: one that no longer adds up to nothing would pull to the origin
    weights *= np.minimum(1.0, _STEEPEST / np.abs(weights).max(axis=1))[:, None]
    return np.stack([i, j, k, other], axis=1), weights, inner, triangles


def _rims(ends: Whole) -> tuple[Whole, ...]:
    """Closed chains of the edges that only one triangle has, as they run round it."""
    after = dict(ends.tolist())
    found = []
    while after:
        chain = [min(after)]
        while chain[-1] in after:
            chain.append(after.pop(chain[-1]))
        found.append(np.array(chain[:-1], np.int64))
    return tuple(found)
