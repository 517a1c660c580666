"""A first place for every vertex: the bag whose straight distances are as near as can be to the ways over its cloth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.sewn.vectors import crossed

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.topology import Topology

_SHRINK = 0.75
"""Ways over the cloth go round; the straight distances are shorter."""
_ROUND = 5.0
"""A rim's length over the way from it to the middle of its hole: somewhat less than that of a circle."""


def start(surface: Topology) -> Floats:
    """n x 3 points, the surface's outside out: classical scaling of the shortest ways over it (Torgerson 1952)."""
    squares = _ways(surface) ** 2
    across = squares.mean(axis=0)
    products = -0.5 * (squares - across[None, :] - across[:, None] + squares.mean())
    values, vectors = np.linalg.eigh(products)
    found = vectors[:, :-4:-1] * np.sqrt(np.maximum(values[:-4:-1], 1.0))
    found = _signed(found[: surface.count]) * _SHRINK
    return found if volume(surface, found) > 0 else found * [1.0, 1.0, -1.0]


def _signed(points: Floats) -> Floats:
    """An axis may point either way: the coordinate farthest out, the first of those as far, is made positive."""
    sizes = np.abs(points)
    first = (sizes > sizes.max(axis=0) - 1e-3).argmax(axis=0)
    return points * np.where(points[first, range(3)] < 0, -1.0, 1.0)


def _ways(surface: Topology) -> Floats:
    """All shortest ways along edges and across hinges; each hole has a middle, as if it were closed."""
    count = surface.count
    total = count + len(surface.rims)
    ways = np.full((total, total), np.inf)
    np.fill_diagonal(ways, 0.0)
    diagonals = surface.hinges[:, 2:]
    np.minimum.at(ways, (diagonals[:, 0], diagonals[:, 1]), _across(surface))
    np.minimum.at(ways, (surface.edges[:, 0], surface.edges[:, 1]), surface.rest)
    for number, rim in enumerate(surface.rims):
        around = surface.rest[surface.numbers_of(np.append(rim, rim[0]))].sum()
        ways[count + number, rim] = around / _ROUND
    ways = np.minimum(ways, ways.T)
    by_middle = np.empty_like(ways)
    for middle in range(total):  # Floyd 1962
        np.add(ways[:, middle, None], ways[None, middle, :], out=by_middle)
        np.minimum(ways, by_middle, out=ways)
    far = ways[np.isfinite(ways)].max()
    found: Floats = np.where(np.isfinite(ways), ways, far)
    return found


def _across(surface: Topology) -> Floats:
    """h: the way between the far corners of the two triangles at each hinge, laid flat."""
    codes = surface.edges[:, 0] * surface.count + surface.edges[:, 1]

    def length(one: int, other: int) -> Floats:
        ends = np.sort(surface.hinges[:, [one, other]], axis=1)
        found: Floats = surface.rest[np.searchsorted(codes, ends[:, 0] * surface.count + ends[:, 1])]
        return found

    base = length(0, 1)
    ups = []
    for tip in (2, 3):
        along = (base**2 + length(0, tip) ** 2 - length(1, tip) ** 2) / (2 * base)
        ups.append(along + 1j * np.sqrt(np.maximum(length(0, tip) ** 2 - along**2, 0.0)))
    found: Floats = np.abs(ups[0] - ups[1].conjugate())
    return found


def volume(surface: Topology, points: Floats) -> float:
    """mm3 inside; each hole is closed by triangles to its middle."""
    a, b, c = (points.take(surface.faces[:, corner], axis=0) for corner in range(3))
    inside = float(np.einsum("ij,ij->", a, crossed(b, c)))
    for rim in surface.rims:
        here, after = points[rim], points[np.roll(rim, -1)]
        inside += float(np.einsum("j,ij->", here.mean(axis=0), crossed(after, here)))
    return inside / 6
