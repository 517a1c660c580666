"""The body glued along its seams and not filled: the shape that its panels alone leave it.

Nothing of what the draft says of the finished bag is known here, neither its sizes nor its volume: it is blown up a
little to unfold, and let go. Then only the cloth speaks, which stays flat wherever it can.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.sewn.accordion import folded_up, folds_in, opens
from bagpattern.sewn.creases import creases, flat_seams
from bagpattern.sewn.one_thread import in_one_thread
from bagpattern.sewn.pose import aims, posed
from bagpattern.sewn.relax import Cloth, Filling
from bagpattern.sewn.start import start, volume
from bagpattern.sewn.topology import Topology, topology
from bagpattern.sewn.walls import places_of, up_the_side
from bagpattern.sewn.weld import Glued, glued

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.model.wall import Wall
    from bagpattern.sewn.bag import Floats

_VERTICES = 500
_BEND = 0.1
"""Cloth bends over this share of the bag's size: so stiff that walls are flat."""
_TURN = 0.05
"""Radians: a hinge that turns more is bent for good, and does not round off what lies beside it."""
_PRESSURE = 0.01
"""What blows the body up to unfold it, over its size."""
_LET_OFF = (9.0, 3.0, 1.0, 0.3, 0.1)
"""So many times that, one after the other, under which cloth gets used to its bends where walls may else cave in.
"""
_BENT = 2
"""How often the cloth gets used to its turns once it is let go."""
_LIMP = 0.02
"""Share of its stiffness that cloth has when only its seams are looked at."""
_STRAINED = 0.005
"""Share that cloth gives, from which on it is let go anew from what it was blown up to: darts make cups, and such a cup
is not forced to anything when it lies pressed flat on another one, where nothing tells it which way to rise.
"""
_CREASE = 1e-3


class Shell(NamedTuple):
    """The welded mesh, what it makes, and its points as they stand, n x 3 mm.

    ``limp`` are the points once its cloth bends at will: how far it is longer or shorter then, its seams force it to.
    """

    mesh: Glued
    surface: Topology
    points: Floats
    limp: Floats

    @property
    def volume(self) -> float:
        """mm3, by the divergence theorem; holes closed by flat triangles."""
        return volume(self.surface, self.points)

    def places(self, wall: Wall) -> Floats:
        """k x 3: the vertices of what is that wall."""
        return self.points[places_of(self.mesh, wall)]

    def up_the_side(self, wall: Wall) -> float:
        """mm from the lowest to the highest place of a wall along its cloth, laid flat; 0 where there is none."""
        return up_the_side(self.mesh, wall)

    def box(self) -> Floats:
        """3: width, height and depth."""
        found: Floats = np.ptp(self.points, axis=0)
        return found


@in_one_thread
def unfilled(pattern: Pattern, used: bool = False) -> Shell:
    """The body of a pattern, glued, blown up and let go; *used*, its cloth got used to its bends before that.

    Walls of a wide bag have no corners yet to stand on, and cave in: handbags of 600 mm lose 12 per cent. Used, they
    do not, but a slack bag then keeps the roundness that it was blown up to. One whose sides are folded is opened as
    far as they let it, for blown up its folds would turn out; its seams are looked at where it is folded flat.
    """
    mesh = glued(pattern.draft, _VERTICES)
    surface = topology(mesh)
    if folds := folds_in(pattern.draft):
        points, flat = (folded_up(mesh, folds, wide) for wide in (opens(mesh), 0.0))
        return Shell(mesh, surface, posed(points, surface.faces, aims(mesh)), flat)
    size = float(np.sqrt(surface.areas.sum() / 24))  # half the side of the cube of as much cloth
    stiff = (_BEND * size) ** 2 * _whole(mesh, surface, flat_seams(mesh, surface))
    blown, points = _unfolded(surface, stiff, _PRESSURE / size, mesh.step)
    points = _pressed(surface, stiff, points, _PRESSURE / size, mesh.step) if used else points
    points, bending = _let_off(surface, stiff, points, mesh.step)
    limp = _limp(surface, bending, points, 60, mesh.step)
    if _given(surface, limp) > _STRAINED:
        limp = min((limp, _limp(surface, stiff, blown, 200, mesh.step)), key=lambda each: _given(surface, each))
    return Shell(mesh, surface, posed(points, surface.faces, aims(mesh)), limp)


def _unfolded(surface: Topology, stiff: Floats, pressure: float, step: float) -> tuple[Floats, Floats]:
    """The points blown up a little, and let go from that."""
    cloth = Cloth(surface, stiff, surface.rest)
    blown, _ = cloth.relaxed(start(surface), 60, Filling(0.0, pressure=pressure), 0.02 * step)
    points, _ = cloth.relaxed(blown, 150, Filling(0.0, pressure=0.0), 0.001 * step)
    return blown, points


def _limp(surface: Topology, stiff: Floats, points: Floats, times: int, step: float) -> Floats:
    """The points once the cloth hardly resists its bends."""
    found, _ = Cloth(surface, _LIMP * stiff, surface.rest).relaxed(
        points, times, Filling(0.0, pressure=0.0), 0.0005 * step
    )
    return found


def _given(surface: Topology, points: Floats) -> float:
    """The share by which edges are longer or shorter than as cut, in the mean."""
    i, j = surface.edges.T
    return float(np.abs(np.linalg.norm(points[i] - points[j], axis=1) / surface.rest - 1.0).mean())


def _pressed(surface: Topology, stiff: Floats, points: Floats, pressure: float, step: float) -> Floats:
    """The points blown up, the cloth used to its bends under less and less of the pressure."""
    for share in _LET_OFF:
        cloth = Cloth(surface, _bent(stiff, surface, points), surface.rest)
        points, _ = cloth.relaxed(points, 60, Filling(0.0, pressure=share * pressure), 0.005 * step)
    return points


def _let_off(surface: Topology, stiff: Floats, points: Floats, step: float) -> tuple[Floats, Floats]:
    """The points once nothing presses on them, and how stiff each hinge is then."""
    bending = stiff
    for _ in range(_BENT):
        bending = _bent(stiff, surface, points)
        cloth = Cloth(surface, bending, surface.rest)
        points, _ = cloth.relaxed(points, 150, Filling(0.0, pressure=0.0), 0.0005 * step)
    return points, bending


def _whole(mesh: Glued, surface: Topology, smooth: frozenset[str]) -> Floats:
    """h: 1, and next to nothing where the bag has an edge."""
    found = np.ones(len(surface.edges))
    edges = creases(mesh, surface, smooth)
    for chain in (*edges.seams, *edges.folds):
        found[surface.numbers_of(chain)] = _CREASE
    return found[surface.hinge_edges]


def _bent(stiff: Floats, surface: Topology, points: Floats) -> Floats:
    """h: how stiff each hinge is, once what is bent stays bent."""
    power = 1 if surface.rims else 2  # what is bent holds the mouth of an open bag in shape
    i, j, k, other = (points[surface.hinges[:, corner]] for corner in range(4))
    one, two = np.cross(j - i, k - i), np.cross(other - i, j - i)
    turns = np.arctan2(np.linalg.norm(np.cross(one, two), axis=1), np.einsum("ij,ij->i", one, two))
    found: Floats = stiff / np.maximum(1.0, (turns / _TURN) ** power)
    return found
