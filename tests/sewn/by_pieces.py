"""How large a bag is by its pieces and seams alone: no size that was asked for, no formula of the draft.

Its walls stay flat, or rise round a face, or do both, one above the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Pattern
from bagpattern.model.wall import Wall
from bagpattern.sewn.apart import hanging
from bagpattern.sewn.measure import across_of
from bagpattern.sewn.shell import Shell
from bagpattern.values import replace
from tests.sewn.flat_bags import flat_bag_agrees
from tests.sewn.flat_faces import solid
from tests.sewn.opened_folds import opened_of
from tests.sewn.ruled import Ruled, ruled
from tests.sewn.stacked import Stacked, collar_of, crown_of, hip_of

Floats = NDArray[np.float64]
AGREES, ONE_PLACE, SHORT = 0.001, 0.001, 0.999
"""Of sizes and volume; mm within which places of walls are one; what is less than that share may have caved in."""
FINER = 500
"""Places of the body from which no wall caves in that did so from fewer."""
LEVEL = 0.01
"""mm within which places are at the height of the bag."""


class Large(NamedTuple):
    """mm3; mm across, up and deep, each wherever it may be meant."""

    volume: float
    width: tuple[float, ...]
    height: tuple[float, ...]
    depth: tuple[float, ...]


def large(pattern: Pattern) -> Large | None:
    """The bag put together, up to where it is said to be closed; None where its pieces make no solid of these kinds."""
    draft = hanging(pattern).draft
    for way in (_unfolded, _collared, _crowned, _of_flat_walls, _on_a_face, _hipped):
        found = way(pattern, draft)
        if found is not None:
            return found
    return None


def _on_a_face(pattern: Pattern, draft: Draft) -> Large | None:
    """Walls all round a face: its plane is that of two sizes, what rises from it is the third."""
    on = ruled(draft)
    if on is None:
        return None
    wall = on.face.facets[0].wall
    rise = min(on.rise, pattern.finished.height) if wall is Wall.BASE else on.rise
    (low_across, low_up), (across, up) = (_extents(on, high) for high in (0.0, rise))
    along, upward, away = (low_across, across), (low_up, up), (rise,)
    if wall is Wall.FRONT:
        return Large(on.volume(rise), along, upward, away)
    return Large(on.volume(rise), *((along, away, upward) if wall is Wall.BASE else (away, upward, along)))


def _extents(on: Ruled, high: float) -> tuple[float, float]:
    """mm along and up a face, that high above it."""
    places = np.array(on.level(high)) * 1j / on.face.facets[0].up
    return float(np.ptp(places.real)), float(np.ptp(places.imag))


def _of_flat_walls(pattern: Pattern, draft: Draft) -> Large | None:
    """Walls that stay flat, up to where it is said to be high."""
    standing = replace(pattern, draft=draft)
    found = solid(standing)
    if found is None or found.apart > ONE_PLACE:
        return None
    large = _measured(found.shell, pattern.finished.height)
    if large.volume / 1e6 >= SHORT * pattern.finished.volume:
        return large
    finer = solid(standing, FINER)
    return None if finer is None else _measured(finer.shell, pattern.finished.height)


def _unfolded(pattern: Pattern, draft: Draft) -> Large | None:
    """Flat walls between which sides that fold are opened as far as these let them."""
    opened = opened_of(draft)
    return None if opened is None else _of_flat_walls(pattern, opened)


def _measured(shell: Shell, high: float) -> Large:
    wide, up, deep = shell.box().tolist()
    base = shell.places(Wall.BASE)
    low = (float(np.ptp(base[:, 0])), across_of(base)) if len(base) else (wide, deep)
    heights = (min(up, high), shell.up_the_side(Wall.FRONT))
    return Large(_below(shell, min(up, high)), (wide, low[0]), heights, (deep, low[1]))


def _below(shell: Shell, high: float) -> float:
    """mm3 up to a height: seen from a place at that level, what is cut off there adds nothing (divergence theorem)."""
    seat = [0.0, shell.points[:, 1].min() + high, 0.0]
    corners = shell.points[shell.surface.faces] - seat
    under = corners[corners[:, :, 1].max(axis=1) <= LEVEL]
    cut = [piece for each in corners[corners[:, :, 1].max(axis=1) > LEVEL] for piece in _cut(each)]
    filled = [piece for rim in shell.surface.rims for piece in _filled(shell.points[rim] - seat)]
    return float(np.linalg.det(np.concatenate([under, np.array(cut + filled).reshape(-1, 3, 3)])).sum()) / 6


def _filled(rim: Floats) -> Iterator[Floats]:
    """Where a rim dips below level 0, the triangles by which its wall would reach that."""
    level = np.flatnonzero(np.abs(rim[:, 1]) <= LEVEL)
    turned = np.roll(rim, -level[0], axis=0) if len(level) else rim[:0]
    seat = turned[:1]
    for here, after in zip(turned, np.roll(turned, -1, axis=0), strict=True):
        seat = here if abs(here[1]) <= LEVEL else seat
        if max(here[1], after[1]) <= LEVEL:
            yield np.array([seat, after, here])


def _cut(corners: Floats) -> Iterator[Floats]:
    """What of a triangle lies below level 0, as triangles."""
    kept: list[Floats] = []
    for one, other in pairwise([*corners, corners[0]]):
        if one[1] <= 0:
            kept.append(one)
        if (one[1] <= 0) is not (other[1] <= 0):
            kept.append(one + (other - one) * one[1] / (one[1] - other[1]))
    yield from (np.array([kept[0], *pair]) for pair in pairwise(kept[1:]))


def _crowned(pattern: Pattern, draft: Draft) -> Large | None:
    """Flat walls, and over their rim a strip that is bent round the arcs of two walls."""
    crown = crown_of(draft)
    return None if crown is None else _under(pattern, crown)


def _collared(pattern: Pattern, draft: Draft) -> Large | None:
    """Flat walls, and on their rim, which is a rectangle, a soft wall that stands upright."""
    collar = collar_of(draft)
    return None if collar is None else _under(pattern, collar)


def _under(pattern: Pattern, on: Stacked) -> Large | None:
    """What stands under something else, with that on it."""
    found = solid(replace(pattern, draft=on.under))
    if found is None or found.apart > ONE_PLACE:
        return None
    low = _measured(found.shell, found.shell.box()[1])
    top = found.shell.points[found.shell.points[:, 1] > found.shell.points[:, 1].max() - LEVEL]
    across, _, deep = np.ptp(top, axis=0).tolist()
    more = on.volume(across, deep)
    heights = tuple(each + on.rise for each in low.height)
    return None if more is None else Large(low.volume + more, low.width, heights, low.depth)


def _hipped(pattern: Pattern, draft: Draft) -> Large | None:
    """Two faces with rounded corners and a gusset that changes its width along their straight sides."""
    hip = hip_of(draft)
    return None if hip is None else Large(hip.volume, (hip.wide,), (hip.along,), (hip.deep,))


def put_together(pattern: Pattern) -> bool:
    """Whether a bag put together is as large as it is said to be, and holds as much."""
    said = pattern.finished
    if said.depth == 0.0:
        return flat_bag_agrees(pattern, AGREES)
    found = large(pattern)
    if found is None:
        return False
    sizes = ((said.width, found.width), (said.height, found.height), (said.depth, found.depth))
    kept = all(any(abs(each - meant) <= AGREES * meant for each in several) for meant, several in sizes)
    return kept and abs(found.volume / 1e6 - said.volume) <= AGREES * said.volume
