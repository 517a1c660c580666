"""How easily the bag bends at each hinge: hardly within a sheet, freely at the edges of its shape."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.catalog.materials import Bend
from bagpattern.model.panel import Role

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import Floats, Whole
    from bagpattern.sewn.topology import Topology
    from bagpattern.sewn.weld import Glued

_SHARP = math.radians(32)
"""A seam that carries less than this, or a fold that ends in less, is smooth."""
_CREASE = 0.01
_CREASED = 0.1
"""What is less stiff than this is a crease."""
_SLACK = 20.0
"""Turns tighter than this many times the size of the bag ease."""
_FIRM = {Bend.LIMP: 0.4, Bend.SOFT: 0.8, Bend.FIRM: 1.4, Bend.STIFF: 2.5}
"""How stiff cloth is for what it is said to be; what lies behind it adds its own [K]."""


def flat_seams(mesh: Glued, surface: Topology) -> frozenset[str]:
    """The ids of the seams in which the cloth goes on smoothly: those that take no turn out of it, nor end in a corner.

    Where edges of a box meet, less than a full turn is left round the point; along a shaped seam a little is missing
    all the way.
    """
    defects = np.abs(surface.defects)
    return frozenset(
        seam
        for seam, chain in mesh.seams.items()
        if max(defects[chain[1:-1]].sum(), defects[chain[0]], defects[chain[-1]]) < _SHARP
    )


def bends(mesh: Glued, surface: Topology, pattern: Pattern, smooth: frozenset[str]) -> Floats:
    """h: the stiffness of each hinge, 1 for middling cloth."""
    firm = _firmness(pattern)
    by_sheet = np.array([firm[cut.panel.id] for cut in mesh.sheets])
    by_edge = np.bincount(surface.corners.ravel(), np.repeat(by_sheet[surface.sheet], 3)) / surface.uses
    found = creases(mesh, surface, smooth)
    for chain in (*found.seams, *found.folds):
        by_edge[surface.numbers_of(chain)] *= _CREASE
    return by_edge[surface.hinge_edges]


def eased(bending: Floats, surface: Topology, points: Floats, size: float, evened: bool) -> Floats:
    """h: as *bending*, of ``bends``, once the cloth is used to its turns: the tighter one is, the less it resists.

    What resists every turn alike would round a bag off; so a profile may have corners, while what is flat stays flat,
    and what is straight stays straight though it is round the other way.
    """
    i, j, k, other = (points[surface.hinges[:, corner]] for corner in range(4))
    one, two = np.cross(j - i, k - i), np.cross(other - i, j - i)
    turns = np.arctan2(np.linalg.norm(np.cross(one, two), axis=1), np.einsum("ij,ij->i", one, two))
    turned = np.where(bending > _CREASED, turns, 0.0) * surface.rest[surface.hinge_edges]
    along, across = j - i, other - k
    across -= (across * along).sum(axis=1, keepdims=True) / (along * along).sum(axis=1, keepdims=True) * along
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-9)
    curves = _curved(surface, turned, across) if evened else turned / surface.hinge_areas
    found: Floats = bending / np.maximum(1.0, curves * _SLACK * size)
    return found


def _curved(surface: Topology, turned: Floats, across: Floats) -> Floats:
    """h: the curvature across each hinge, evened over what lies around it: a hinge alone tells more of its mesh.

    Each adds what it turns, in its own direction, to a tensor at its vertices (Cohen-Steiner 2003).
    """
    at = surface.hinges.ravel()
    areas = np.maximum(np.bincount(at, np.repeat(surface.hinge_areas, 4), surface.count), 1e-9)
    tensors = turned[:, None, None] * across[:, :, None] * across[:, None, :]
    sums = [np.bincount(at, np.repeat(each, 4), surface.count) for each in tensors.reshape(-1, 9).T]
    here = (np.stack(sums, axis=1) / areas[:, None])[surface.hinges].mean(axis=1).reshape(-1, 3, 3)
    found: Floats = np.einsum("hi,hij,hj->h", across, here, across)
    return found


class Creases(NamedTuple):
    """Chains of vertices at which the bag has an edge: along seams, and inside sheets."""

    seams: tuple[Whole, ...]
    folds: tuple[Whole, ...]


def creases(mesh: Glued, surface: Topology, smooth: frozenset[str]) -> Creases:
    """Where the bag has an edge: seams that are not smooth, folds that end in a corner."""
    defects = np.abs(surface.defects)
    folds = [fold for cut in mesh.sheets for fold in cut.folds if len(fold) > 1]
    return Creases(
        tuple(chain for seam, chain in mesh.seams.items() if seam not in smooth),
        tuple(_going_on(folds, {int(each) for each in np.flatnonzero(defects > _SHARP)})),
    )


def _going_on(folds: list[Whole], corners: set[int]) -> list[Whole]:
    """The folds that end in a corner, and those that go on from them beyond a seam."""
    found: list[Whole] = []
    while new := [fold for fold in folds if {int(fold[0]), int(fold[-1])} & corners]:
        found += new
        folds = [fold for fold in folds if not any(fold is each for each in new)]
        corners = corners | {int(end) for fold in new for end in (fold[0], fold[-1])}
    return found


def _firmness(pattern: Pattern) -> dict[str, float]:
    """How stiff each panel of the body is, with what lies behind it."""
    slots = {material.id: _FIRM[material.bend] for material in pattern.materials}
    middling = _FIRM[Bend.SOFT]
    found = {p.id: slots.get(p.material, middling) for p in pattern.draft.panels if p.role is Role.BODY}
    for panel in pattern.draft.panels:
        if panel.stiffens in found:
            found[panel.stiffens] += slots.get(panel.material, 0.0)
    return found
