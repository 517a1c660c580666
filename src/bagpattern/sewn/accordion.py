"""A bag whose sides fold like an accordion: front and back meet at the base and open at the rim, the folds between.

It is not blown up, which would turn its folds out: its panels stay flat, and are laid where their folds leave them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.model.panel import Role
from bagpattern.model.wall import Wall
from bagpattern.sewn.walls import facets_of, upright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.draft import Draft
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import Floats, Whole
    from bagpattern.sewn.weld import Glued

_SHUT, _WIDE = 0.2, 0.8
"""Of the depth: how far a rim stands open that no flap holds; and one that is looked into, its folds still seen [K]."""
_BELLY, _LOW, _PLACES = 7.5, 0.25, 200
"""mm that front and back are off the middle from this share of their height on, for what lies between them [K]."""
_LEAST = 3.0
"""mm: a rim that is drawn together is no thinner, its layers lie between."""


class _Stretch(NamedTuple):
    """What of a sheet is a wall: k vertices, and how far each is to the right, seen from outside, and up, mm."""

    vertices: Whole
    right: Floats
    up: Floats


def folds_in(draft: Draft) -> int:
    """How many times each side of the body is folded into the bag; 0 where none is."""
    return max((sum(line.inward for line in each.lines) for each in draft.panels if each.role is Role.BODY), default=0)


def apart(pattern: Pattern, opened: bool) -> float:
    """mm from front to back at the rim."""
    depth, flaps = pattern.finished.depth, [each.over for each in pattern.draft.closings if each.edge]
    return _WIDE * depth if opened else min(max(_LEAST, *flaps) if flaps else _SHUT * depth, depth)


def opens(mesh: Glued) -> float:
    """mm from front to back at the rim when its sides are pulled flat there."""
    return min(float(np.ptp(each.right)) for wall in (Wall.LEFT, Wall.RIGHT) for each in _stretches(mesh, wall))


def folded_up(mesh: Glued, folds: int, wide: float) -> Floats:
    """The points, n x 3, of a body whose sides have so many *folds* inward, its rim open *wide* mm."""
    points = np.zeros((mesh.count, 3))
    faces = [(way, each) for wall, way in ((Wall.FRONT, 1.0), (Wall.BACK, -1.0)) for each in _stretches(mesh, wall)]
    flat = _aligned(mesh.count, [each._replace(right=way * each.right) for way, each in faces])
    half, rise = float(np.nanmax(flat[:, 0])), _rise(float(np.nanmax(flat[:, 1])), wide / 2)
    for way, each in faces:
        across, along = flat[each.vertices].T
        points[each.vertices] = np.stack([across, rise.up(along), way * rise.out(along)], axis=1)
    for wall, way in ((Wall.LEFT, -1.0), (Wall.RIGHT, 1.0)):
        for each in _stretches(mesh, wall):
            along = each.up - each.up.min()
            inward, right = _zigzag(each.right - each.right.min(), folds, rise.out(along))
            points[each.vertices] = np.stack([way * (half - inward), rise.up(along), -way * right], axis=1)
    return points


class _Rise(NamedTuple):
    """How front and back go from the base to the rim: at k places, mm along the cloth, how far up and out they are."""

    along: Floats
    upright: Floats
    outward: Floats

    def up(self, along: Floats) -> Floats:
        """mm above the base."""
        return np.interp(along, self.along, self.upright)

    def out(self, along: Floats) -> Floats:
        """mm from the middle."""
        return np.interp(along, self.along, self.outward)


def _rise(high: float, half: float) -> _Rise:
    """*half* mm out at *high* mm; what is in it lifts front and back off each other from the base on."""
    along, belly = np.linspace(0.0, high, _PLACES), min(_BELLY, half)
    out = belly * np.sin(np.pi / 2 * np.minimum(along / (_LOW * high), 1.0)) + (half - belly) * along / high
    steps = np.sqrt(np.diff(along) ** 2 - np.diff(out) ** 2)
    return _Rise(along, np.append(0.0, np.cumsum(steps)), out)


def _zigzag(right: Floats, folds: int, out: Floats) -> tuple[Floats, Floats]:
    """How far places of a side lie within the bag, and how far to its right: from its left edge, front and back *out*.

    A layer keeps its width: the farther it goes from fold to fold toward the front, the less deep it lies in the bag.
    """
    share, layer = right / right.max(), right.max() / (2 * folds)
    deep = np.sqrt(np.maximum(layer**2 - (out / folds) ** 2, 0.0))
    at = (2 * folds * share) % 2.0
    return deep * np.minimum(at, 2.0 - at), (2.0 * share - 1.0) * out


def _stretches(mesh: Glued, wall: Wall) -> Iterator[_Stretch]:
    for cut, on, facet in facets_of(mesh, wall):
        yield _Stretch(cut.vertices[on], *upright(cut, facet)[on].T)


def _aligned(count: int, parts: list[_Stretch]) -> Floats:
    """n x 2: front and back laid on each other where they share vertices, from the middle and from the base."""
    found, waiting = np.full((count, 2), np.nan), list(parts)
    while waiting:
        known = [number for number, each in enumerate(waiting) if np.isfinite(found[each.vertices, 0]).any()]
        each = waiting.pop(known[0] if known else 0)
        places = np.stack([each.right, each.up], axis=1)
        if known:
            places += np.nanmean(found[each.vertices] - places, axis=0)
        found[each.vertices] = places
    middle = (np.nanmin(found[:, 0]) + np.nanmax(found[:, 0])) / 2
    moved: Floats = found - [middle, np.nanmin(found[:, 1])]
    return moved
