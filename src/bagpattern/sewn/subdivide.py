"""Triangles divided in four for display: round where the cloth is round, flat where it is flat, crisp at creases."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Flags, Floats, Whole
    from bagpattern.sewn.topology import Topology

_ROUND = 0.65
"""How much of the way to the curved surface a new vertex is moved (Boubekeur 2008: 3/4)."""
_STRAIGHT = 0.7
"""Cosine: sharp edges that turn more than this at a vertex meet in a corner there."""


class Normals(NamedTuple):
    """Which corners of m triangles share a normal: the number of it, m x 3, and the unit normals."""

    of: Whole
    units: Floats


def quartered(corners: Whole, middles: Whole) -> Whole:
    """4m x 3: triangles of the m x 3 corners and the middles of the edges from each to the next, by four, in order."""
    (a, b, c), (ab, bc, ca) = corners.T, middles.T
    four = [np.stack(each, axis=1) for each in ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))]
    return np.stack(four, axis=1).reshape(-1, 3)


def halved(chain: Whole, surface: Topology) -> Whole:
    """A chain of vertices with the middles of its edges between them."""
    numbers = surface.numbers_of(chain)
    if len(numbers) != len(chain) - 1:
        return chain
    found = np.empty(2 * len(chain) - 1, np.int64)
    found[::2], found[1::2] = chain, surface.count + numbers
    return found


def normals(points: Floats, faces: Whole, sharp: Whole) -> Normals:
    """The normals of a surface that is smooth but at the *sharp* edges, k x 2 vertices."""
    count = len(points)
    ends = np.sort(np.stack([faces, np.roll(faces, -1, axis=1)], axis=2).reshape(-1, 2), axis=1)
    codes = ends[:, 0] * count + ends[:, 1]
    crisp = np.sort(sharp, axis=1)
    soft = ~np.isin(codes, crisp[:, 0] * count + crisp[:, 1])
    labels = _shared(faces, codes, soft)
    a, b, c = (points[faces[:, corner]] for corner in range(3))
    across = np.cross(b - a, c - a)
    _, of = np.unique(labels, return_inverse=True)
    sums = np.stack([np.bincount(of, np.repeat(across[:, axis], 3)) for axis in range(3)], axis=1)
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    return Normals(of.reshape(-1, 3), sums / np.maximum(lengths, 1e-12))


def _shared(faces: Whole, codes: Whole, soft: Flags) -> Whole:
    """3m: for each corner the least number of those that it shares its vertex with, over soft edges."""
    order = np.argsort(codes, kind="stable")
    two = np.flatnonzero((codes[order][1:] == codes[order][:-1]) & soft[order][1:])
    one, other = order[two], order[two + 1]
    one_next, other_next = one - one % 3 + (one + 1) % 3, other - other % 3 + (other + 1) % 3
    flat = faces.ravel()
    crossed = flat[one] != flat[other]  # as it should be: the two triangles run their edge in opposite ways
    first = np.concatenate([one, one_next])
    second = np.concatenate([np.where(crossed, other_next, other), np.where(crossed, other, other_next)])
    labels = np.arange(faces.size)
    while True:
        new = labels.copy()
        np.minimum.at(new, first, labels[second])
        np.minimum.at(new, second, labels[first])
        if (new == labels).all():
            return labels
        labels = new


def middles(surface: Topology, points: Floats, sharp: Whole) -> Floats:
    """e x 3: the new vertices, one an edge; *sharp* are the numbers of the edges that are creases or rims."""
    found = _bulged(surface, points, normals(points, surface.faces, surface.edges[sharp]))
    found[sharp] = _along(points, surface.edges[sharp])
    return found


def _bulged(surface: Topology, points: Floats, shared: Normals) -> Floats:
    """Middles of edges, moved towards the planes at both ends."""
    at, units = points[surface.faces], shared.units[shared.of]
    after, after_units = np.roll(at, -1, axis=1), np.roll(units, -1, axis=1)
    middle = (at + after) / 2
    rise = ((middle - at) * units).sum(axis=2, keepdims=True) * units
    rise += ((middle - after) * after_units).sum(axis=2, keepdims=True) * after_units
    places = (middle - _ROUND / 2 * rise).reshape(-1, 3)
    numbers = surface.corners.ravel()
    sums = np.stack([np.bincount(numbers, places[:, axis]) for axis in range(3)], axis=1)
    found: Floats = sums / surface.uses[:, None]
    return found


def _along(points: Floats, edges: Whole) -> Floats:
    """Middles of sharp edges, on the curve (Hermite) through them and those that they go on in."""
    i, j = edges.T
    ways = points[j] - points[i]
    lengths = np.maximum(np.linalg.norm(ways, axis=1, keepdims=True), 1e-9)
    ways = ways / lengths
    out, times = np.zeros_like(points), np.bincount(edges.ravel(), minlength=len(points))
    np.add.at(out, i, ways)
    np.add.at(out, j, -ways)
    start = _tangent(ways, -(out[i] - ways), times[i] == 2)
    end = _tangent(ways, out[j] + ways, times[j] == 2)
    found: Floats = (points[i] + points[j]) / 2 + (start - end) * lengths / 8
    return found


def _tangent(ways: Floats, other: Floats, goes_on: Whole) -> Floats:
    """The direction at an end of each edge: between its own and that of the *other* one, where there is one."""
    smooth = goes_on & ((ways * other).sum(axis=1) > _STRAIGHT)
    mean = ways + np.where(smooth[:, None], other, ways)
    found: Floats = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    return found
