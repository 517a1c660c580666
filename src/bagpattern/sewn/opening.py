"""The bag opened: which of its seams a zip leaves open then, and how wide its mouth stands.

What closes an opening of the bag is opened; the zip of a pocket stays shut, for what is behind it is no inside.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from bagpattern.model.closing import Closes
from bagpattern.model.panel import Role
from bagpattern.model.seam import SeamKind
from bagpattern.sewn.relax import Ties
from bagpattern.sewn.tops import FLAT, Top, ties_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.draft import Draft
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import Floats, Whole
    from bagpattern.sewn.topology import Topology
    from bagpattern.sewn.weld import Glued

_SWING = 2.0 * math.sin(math.radians(24.0))
"""A zip that goes round three sides lets its lid turn so far: what it is apart, as a share of the way to the hinge."""
_BOOK = 2.0 * math.sin(math.radians(38.0))
"""Likewise the cover of what opens like a book, its hinge upright: so far that one looks at both covers."""
_UPRIGHT = 0.9
"""What rises more is upright."""
_GAPE = 0.34
"""A straight zip is held open to this share of its length [K]."""
_PARTED = 0.3
"""Share of that by which its two sides are moved apart to begin with: nothing pushes what lies in one place."""
_STRENGTH = 1.0
_FAR = 12
"""Edges from a rim to where the two sides of a bag that is shut there are apart for sure."""
_HELD = 0.6
"""Share of a rim that hands hold: nearer to its ends the cloth goes round as it likes."""


def can_be_opened(pattern: Pattern) -> bool:
    """Whether it looks another when it is opened: snaps hold no rim shut that one could not look into.

    The front and the back of a flat bag lie on each other, whatever closes it.
    """
    flat = pattern.finished.depth < FLAT
    return flat or any(each.kind is not Closes.SNAP for each in pattern.draft.closings)


def opened_seams(draft: Draft) -> frozenset[str]:
    """The ids of the seams of the body that are open once the bag is: those of the zips that close it."""
    zips = {each for closing in draft.closings if closing.kind is Closes.ZIP for each in closing.held_by}
    return frozenset(
        seam.id
        for seam in draft.seams
        if seam.kind is SeamKind.ZIP
        and seam.zip in zips
        and all(draft[run.panel].role is Role.BODY for run in (*seam.a, *seam.b))
    )


def parted(mesh: Glued, surface: Topology, points: Floats, shut: bool) -> tuple[Floats, Ties | None]:
    """The points with the two sides of each open zip moved apart, and the struts that hold the mouth open.

    *shut* says that they are those of a bag whose front and back lie on each other at the rim.
    """
    found = points.copy()
    pairs, rests = [], []
    for one, other in mesh.lips.values():
        apart = _apart(points[one], len(mesh.lips))[1:-1]
        one, other = one[1:-1], other[1:-1]
        away = _PARTED * apart[:, None] * _across(_away(surface, points, one, other), points[one])
        found[one] += away
        found[other] -= away
        pairs.append(np.stack([one, other], axis=1))
        rests.append(apart)
    for mouth, apart in _mouths(mesh, surface, points) if shut else ():
        away = _PARTED * apart[:, None] * _away(surface, points, mouth[:, 0], mouth[:, 1], _FAR)
        found[mouth[:, 0]] += away
        found[mouth[:, 1]] -= away
        pairs.append(mouth)
        rests.append(apart)
    if not pairs:
        return found, None
    whole, rest = np.concatenate(pairs), np.concatenate(rests)
    return found, Ties(whole, rest, np.full(len(rest), _STRENGTH), struts=True)


def _apart(line: Floats, zips: int) -> Floats:
    """How far apart the two sides of a zip along a line stand: as a lid that turns, and as lips between their ends.

    Several *zips* share what the bag opens.
    """
    chord = line[-1] - line[0]
    length = float(np.linalg.norm(chord))
    along = chord / max(length, 1e-9)
    arms = line - line[0]
    turned = _BOOK if abs(along[1]) > _UPRIGHT else _SWING
    swing = turned / zips * np.linalg.norm(arms - np.outer(arms @ along, along), axis=1)
    run = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    lips = _GAPE * length * np.sin(np.pi * run / max(run[-1], 1e-9))
    found: Floats = np.hypot(swing, lips)
    return found


def _away(surface: Topology, points: Floats, one: Whole, other: Whole, far: int = 1) -> Floats:
    """k x 3: from the cloth beside one side of a mouth to that beside the other, so *far* off; unit vectors."""
    (i, j), beside = surface.edges.T, points
    counts = np.bincount(surface.edges.ravel(), minlength=len(points))[:, None]
    for _ in range(far):
        sums = np.zeros_like(points)
        np.add.at(sums, i, beside[j])
        np.add.at(sums, j, beside[i])
        beside = sums / counts
    away = beside[one] - beside[other]
    found: Floats = away / np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-9)
    return found


def _across(away: Floats, line: Floats) -> Floats:
    """Directions off a zip without what of them goes along its *line*: that tells of the mesh, and not of the cloth."""
    along = np.gradient(line, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    found: Floats = away - (away * along).sum(axis=1, keepdims=True) * along
    return found


def _mouths(mesh: Glued, surface: Topology, points: Floats) -> Iterator[tuple[Whole, Floats]]:
    """Opposite places of a rim, and how far apart they stand."""
    ties = ties_of(mesh, surface, Top.SHUT)
    if ties is not None:
        at = points[ties.pairs].mean(axis=1)[:, 0]
        wide = max(float(np.ptp(at)), 1.0)
        share = 2.0 * np.abs(at - at.mean()) / wide
        free = share < _HELD
        yield ties.pairs[free], _GAPE * wide * np.sqrt(1.0 - share[free] ** 2)
