"""The welded body brought into shape: coarse first, then fine, and posed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.sewn.accordion import apart, folded_up, folds_in
from bagpattern.sewn.body import found_in
from bagpattern.sewn.creases import bends, eased, flat_seams
from bagpattern.sewn.drawn import drawn, gather_of
from bagpattern.sewn.framed import braced
from bagpattern.sewn.one_thread import in_one_thread
from bagpattern.sewn.opening import opened_seams, parted
from bagpattern.sewn.pose import aims, posed
from bagpattern.sewn.relax import Cloth, Filling
from bagpattern.sewn.standing import grounded, standing
from bagpattern.sewn.start import start
from bagpattern.sewn.topology import Topology, topology
from bagpattern.sewn.tops import Top, held_of, is_sheet, ties_of, top_of
from bagpattern.sewn.weld import Glued, glued

if TYPE_CHECKING:
    from collections.abc import Callable

    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import Floats

GLIMPSE, COARSE, FINE = 160, 260, 900
"""Vertices, about."""
_BEND_COARSE, _BEND = 0.05, 0.03
"""Cloth bends over this share of the bag's size: so stiff that its shape is seen, not its wrinkles."""
_PRESS = 0.012
"""What presses in an open bag at most, times its size: one that cannot take all of it is not blown up."""
_SLACK = 0.0015
"""What slack cloth falls in by at most, times its size."""
_STANDS = 0.004
"""What presses in a bag that is let out or unrolled, times its size: it holds more then than when it is shut."""
_EASED = 3
"""How often the coarse mesh gets used to its turns."""
_FLAP = 3.0
"""mm from a sheet to the flap that is folded down before it."""
_FLAT_FULL = 0.55
"""A flat pouch is shown filled to this share of what it holds at most."""


class Shape(NamedTuple):
    """A body in shape: the mesh, what it makes, its points, and how many steps it took."""

    mesh: Glued
    surface: Topology
    rest: Floats
    points: Floats
    smooth: frozenset[str]
    top: Top
    steps: int


@in_one_thread
def shaped(pattern: Pattern, fine: bool, opened: bool = False) -> Shape:
    """The body as it stands; *opened*, so that one looks into it."""
    if is_sheet(pattern):
        return _sheet(pattern, FINE, opened)
    if folds_in(pattern.draft):
        return _accordion(pattern, FINE if fine else COARSE, opened)
    rough = _coarse(pattern, opened, COARSE)
    if opened:
        return _fine(pattern, rough, FINE if fine else COARSE, opened_seams(pattern.draft))
    return _fine(pattern, rough, FINE) if fine else rough


@in_one_thread
def glimpsed(pattern: Pattern, opened: bool = False) -> Shape:
    """The body as it stands, about, in a third of the time: for whoever drags at a size of it."""
    if is_sheet(pattern):
        return _sheet(pattern, GLIMPSE, opened)
    if folds_in(pattern.draft):
        return _accordion(pattern, GLIMPSE, opened)
    rough = _coarse(pattern, opened, GLIMPSE, times=1)
    return _fine(pattern, rough, GLIMPSE, opened_seams(pattern.draft)) if opened else rough


def _sheet(pattern: Pattern, target: int, opened: bool) -> Shape:
    """A sheet that holds nothing: it stands flat, its flap folded down unless it is *opened*."""
    mesh = glued(pattern.draft, target)
    surface, (cut,) = topology(mesh), mesh.sheets
    points = np.zeros((mesh.count, 3))
    points[cut.vertices, :2] = cut.flat
    placed = posed(points, surface.faces, aims(mesh))
    over = np.zeros(len(placed)) if opened else np.maximum(placed[:, 1] - pattern.finished.height, 0.0)
    placed += np.stack([np.zeros(len(over)), -2.0 * over, _FLAP * (over > 0.0)], axis=1)
    return Shape(mesh, surface, surface.rest, placed, frozenset(), Top.OPEN if opened else Top.SHUT, 0)


def _accordion(pattern: Pattern, target: int, opened: bool) -> Shape:
    """A bag with folded sides: it stands as its folds leave it."""
    mesh = glued(pattern.draft, target)
    surface = topology(mesh)
    points = folded_up(mesh, folds_in(pattern.draft), apart(pattern, opened))
    top = Top.OPEN if opened else top_of(pattern, surface)
    placed = posed(points, surface.faces, aims(mesh))
    return Shape(mesh, surface, surface.rest, placed, frozenset(), top, 0)


def _full(pattern: Pattern) -> float:
    """mm3 that the bag is filled with."""
    return pattern.finished.volume * 1e6 * (_FLAT_FULL if pattern.finished.depth < 5 else 1.0)


def _coarse(pattern: Pattern, opened: bool, target: int, times: int = _EASED) -> Shape:
    """The shape of about *target* vertices, from nothing; it gets used to its turns so many *times*."""
    mesh = glued(pattern.draft, target)
    surface = topology(mesh)
    top, full = top_of(pattern, surface), _full(pattern)
    size = full ** (1 / 3) / 2
    smooth = flat_seams(mesh, surface)
    stiff, scale = bends(mesh, surface, pattern, smooth), (_BEND_COARSE * size) ** 2
    ties = ties_of(mesh, surface, top, held_of(pattern))
    rest = surface.rest if opened else _rest(pattern, mesh, surface, top)
    cloth = Cloth(surface, scale * stiff, rest, ties)
    points, blown = cloth.relaxed(start(surface), 60, Filling(full, pressure=0.01 / size), 0.02 * mesh.step)
    if opened and top is Top.DRAWN:  # blown up, its rim is wide: no cord has drawn a waist into it
        return Shape(mesh, surface, rest, posed(points, surface.faces, aims(mesh)), smooth, top, blown)
    filling = Filling(full, _least(top, size), _PRESS / size if top is Top.DRAWN else 1.0)
    points, filled = cloth.relaxed(points, 160, filling, 0.003 * mesh.step)
    for _ in range(times):
        cloth = Cloth(surface, scale * eased(stiff, surface, points, size, evened=False), rest, ties)
        points, more = cloth.relaxed(points, 100, filling, 0.003 * mesh.step)
        filled += more
    return Shape(mesh, surface, rest, posed(points, surface.faces, aims(mesh)), smooth, top, blown + filled)


def _fine(pattern: Pattern, rough: Shape, target: int, opened: frozenset[str] | None = None) -> Shape:
    """The same of about *target* vertices; with the seams that are *opened*, None where the bag stands closed."""
    mesh = glued(pattern.draft, target, opened or frozenset())
    surface = topology(mesh)
    top = rough.top if opened is None else Top.OPEN
    full = _full(pattern)
    size = full ** (1 / 3) / 2
    rest = _rest(pattern, mesh, surface, top)
    points = _placed(rough, mesh)
    stiff = (_BEND * size) ** 2 * eased(bends(mesh, surface, pattern, rough.smooth), surface, points, size, evened=True)
    if opened is None:
        ties = ties_of(mesh, surface, top, held_of(pattern))
    else:
        points, ties = parted(mesh, surface, standing(mesh, points), rough.top is Top.SHUT)
        ties = braced(pattern.draft, mesh, ties)
    cloth = Cloth(surface, stiff, rest, ties)
    weights = None if top in (Top.CLOSED, Top.DRAWN) else _below(surface)
    filling = Filling(full, _least(top, size), _PRESS / size, weights)
    if opened is not None:  # a mouth that gapes makes room: what holds as much as before would suck the walls in
        pressure = _STANDS / size if rough.top in (Top.DRAWN, Top.SHUT) else None
        filling = filling._replace(least=0.0, pressure=pressure, grounded=grounded(mesh, points))
    points, steps = cloth.relaxed(points, 300, filling, 0.0015 * mesh.step)
    return Shape(mesh, surface, rest, posed(points, surface.faces, aims(mesh)), rough.smooth, top, rough.steps + steps)


def _least(top: Top, size: float) -> float:
    """The least pressure: cloth that is drawn in comes out round, and has more room than what its sizes tell.

    So much of that goes as its cloth lies slack; more of it would have to be sucked away, and the walls would cave in.
    """
    return -_SLACK / size if top is Top.DRAWN else -1.0


def _rest(pattern: Pattern, mesh: Glued, surface: Topology, top: Top) -> Floats:
    """e: how long each edge is to be."""
    return drawn(surface, gather_of(pattern, mesh, surface)) if top is Top.DRAWN else surface.rest


def _below(surface: Topology) -> Callable[[Floats], Floats]:
    """What is in an open bag presses the more, the lower: at the rim not at all."""

    def weights(points: Floats) -> Floats:
        up = points[surface.faces, 1].mean(axis=1)
        found: Floats = np.clip(1.15 * (points[:, 1].max() - up) / np.ptp(points[:, 1]), 0.0, 1.0)
        return found

    return weights


def _placed(rough: Shape, mesh: Glued) -> Floats:
    """Each vertex of a finer mesh where the coarse triangle of its own sheet has it."""
    total, times = np.zeros((mesh.count, 3)), np.zeros(mesh.count)
    for coarse, cut in zip(rough.mesh.sheets, mesh.sheets, strict=True):
        triangles, shares = found_in(coarse.flat, coarse.triangles, cut.flat)
        corners = rough.points[coarse.vertices[coarse.triangles[triangles]]]
        np.add.at(total, cut.vertices, (shares[:, :, None] * corners).sum(axis=1))
        np.add.at(times, cut.vertices, 1.0)
    return total / times[:, None]
