"""Projective dynamics (Bouaziz 2014) of springs and bending, with the volume held implicitly.

What resists is the same in every step, so that its matrix is inverted once; a step then projects every edge to its
length and solves. Pressure along the gradient of the volume is one more right side of that solve, and how much of it
there is to be follows from the volume that is wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.sewn.solve import Solver
from bagpattern.sewn.start import volume
from bagpattern.sewn.vectors import crossed

if TYPE_CHECKING:
    from collections.abc import Callable

    from bagpattern.sewn.bag import Floats, Whole
    from bagpattern.sewn.topology import Topology

_SPRING = 0.6
_STEP = 300.0
"""The time of a step: the longer, the less a vertex stays where it is."""


class Ties(NamedTuple):
    """Strings between vertices, t x 2, that pull when they are longer than ``rest``; ``strength`` of a spring.

    ``struts`` push as well when they are shorter. A tie whose number is not its own of the ``twins`` has no length of
    its own: it and its twin, at the other side of the bag's middle, are to come out alike.
    """

    pairs: Whole
    rest: Floats
    strength: Floats
    struts: bool = False
    twins: Whole | None = None


class Filling(NamedTuple):
    """What fills the bag to a ``volume`` in mm3, or at the constant ``pressure`` where that is not None.

    ``least`` and ``most`` bound what presses; ``weights`` say, of points, how much of it each triangle bears. The
    vertices ``grounded`` stay on the ground, y = 0.
    """

    volume: float
    least: float = -1.0
    most: float = 1.0
    weights: Callable[[Floats], Floats] | None = None
    pressure: float | None = None
    grounded: Whole | None = None


class _Sums:
    """Sums of rows by the vertex that they belong to."""

    def __init__(self, owners: Whole) -> None:
        self.order = np.argsort(owners, kind="stable")
        self.first = np.searchsorted(owners[self.order], np.arange(owners.max() + 1))

    def __call__(self, rows: Floats) -> Floats:
        found: Floats = np.add.reduceat(rows.take(self.order, axis=0), self.first, axis=0)
        return found


class Cloth:
    """The springs, the bending and the ties of a surface, ready to be relaxed."""

    def __init__(self, surface: Topology, bending: Floats, rest: Floats, ties: Ties | None = None) -> None:
        """*bending* h, *rest* e: the stiffness of each hinge, and how long each edge is to be."""
        self.surface = surface
        strength = _SPRING * np.bincount(surface.corners.ravel(), np.repeat(surface.areas, 3)) / surface.rest**2
        self.pairs, self.rest, self.strength = surface.edges, rest, strength
        self.tied = len(surface.edges)
        self.strings = slice(self.tied, 0 if ties is not None and ties.struts else None)
        self.twins = None if ties is None else ties.twins
        if ties is not None:
            self.pairs = np.concatenate([surface.edges, ties.pairs])
            self.rest, self.strength = np.append(rest, ties.rest), np.append(strength, ties.strength)
        masses = np.bincount(surface.faces.ravel(), np.repeat(surface.areas / 3, 3), surface.count) + 1e-3
        self.inertia = (masses / _STEP**2)[:, None]
        self.matrix = self._matrix(bending)
        self.solver: Solver | None = None
        self.ends, self.corners = (np.ascontiguousarray(each.T) for each in (self.pairs, surface.faces))
        self.at_ends, self.at_corners = _Sums(self.ends.ravel()), _Sums(self.corners.ravel())

    def _matrix(self, bending: Floats) -> Floats:
        count, hinges = self.surface.count, self.surface.hinges
        stiff = 3 * bending / self.surface.hinge_areas
        blocks = stiff[:, None, None] * self.surface.weights[:, :, None] * self.surface.weights[:, None, :]
        rows = np.repeat(hinges, 4, axis=1).ravel()
        codes = [rows * count + np.tile(hinges, 4).ravel()]
        values = [blocks.ravel()]
        i, j = self.pairs.T
        for one, other, sign in ((i, i, 1.0), (j, j, 1.0), (i, j, -1.0), (j, i, -1.0)):
            codes.append(one * count + other)
            values.append(sign * self.strength)
        sums = np.bincount(np.concatenate(codes), np.concatenate(values), count**2)
        return np.asarray(sums, float).reshape(count, count) + np.diag(self.inertia[:, 0])

    def relaxed(self, points: Floats, steps: int, filling: Filling, still: float) -> tuple[Floats, int]:
        """The points after so many steps, or once none moves farther than *still* mm; and how many there were."""
        self.solver = self.solver or Solver(self.matrix, points)
        for number in range(1, steps + 1):
            new = self._step(points, filling)
            moved = float(np.abs(new - points).max())
            points = new
            if moved < still:
                return points, number
        return points, steps

    def _step(self, points: Floats, filling: Filling) -> Floats:
        pulls = self._pulls(points)
        pushes = self._pushes(points, filling)
        assert self.solver
        solved = self.solver(np.concatenate([pulls, pushes], axis=1))
        still, filled = solved[:, :3], solved[:, 3:]
        new: Floats = still + self._pressure(points, still - points, pushes, filled, filling) * filled
        if filling.grounded is not None:
            new[filling.grounded, 1] = 0.0
        return new

    def _pressure(self, points: Floats, moves: Floats, pushes: Floats, filled: Floats, filling: Filling) -> float:
        """What is needed for the volume that is wanted, where *moves* come without any and *filled* with 1."""
        if filling.pressure is not None:
            return filling.pressure
        lacking = filling.volume - volume(self.surface, points) - float((pushes * moves).sum())
        pressure = lacking / max(float((pushes * filled).sum()), 1e-9)
        return min(max(pressure, filling.least), filling.most)

    def _pulls(self, points: Floats) -> Floats:
        """n x 3: what edges of their right lengths in their present directions ask for, and inertia."""
        along = points.take(self.ends[1], axis=0) - points.take(self.ends[0], axis=0)
        lengths = np.maximum(np.sqrt(np.einsum("ij,ij->i", along, along)), 1e-9)
        shares = self.rest / lengths
        shares[self.strings] = np.minimum(shares[self.strings], 1.0)
        if self.twins is not None:
            shares[self.tied :] = _alike(lengths[self.tied :], shares[self.tied :], self.twins)
        along *= (shares * self.strength)[:, None]
        return self.at_ends(np.concatenate([-along, along])) + self.inertia * points

    def _pushes(self, points: Floats, filling: Filling) -> Floats:
        """n x 3: where each vertex goes for the volume to grow."""
        a, b, c = (points.take(each, axis=0) for each in self.corners)
        outward = crossed(b - a, c - a) / 6
        if filling.weights is not None:
            outward *= filling.weights(points)[:, None]
        pushes = self.at_corners(np.concatenate([outward, outward, outward]))
        return pushes if filling.weights is None and not self.surface.rims else _balanced(points, pushes)


def _alike(lengths: Floats, shares: Floats, twins: Whole) -> Floats:
    """t: what share of its length each tie is to have, where those with a twin are to be as long as that is."""
    both: Floats = (lengths + lengths[twins]) / (2.0 * lengths)
    return np.where(twins == np.arange(len(twins)), shares, both)


def _balanced(points: Floats, pushes: Floats) -> Floats:
    """What neither moves nor turns the whole of it: what presses on an open bag is borne by what it stands on."""
    arms = points - points.mean(axis=0)
    pushes = pushes - pushes.mean(axis=0)
    twist = crossed(arms, pushes).sum(axis=0)
    inertia = np.einsum("ij,ij->", arms, arms) * np.eye(3) - arms.T @ arms
    found: Floats = pushes - crossed(np.linalg.solve(inertia, twist), arms)
    return found
