"""What becomes of an open top: it stands open, a flap or a roll holds it shut, or a cord draws it in."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.model.closing import Closes
from bagpattern.model.wall import Wall
from bagpattern.sewn.folds import is_rolled
from bagpattern.sewn.relax import Ties
from bagpattern.sewn.walls import places_of

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import Floats, Whole
    from bagpattern.sewn.topology import Topology
    from bagpattern.sewn.weld import Glued

FLAT = 5.0
"""mm: a bag less deep than this is flat."""


class Top(StrEnum):
    """How the bag is open."""

    CLOSED = "closed"
    OPEN = "open"
    SHUT = "shut"
    """Its front and its back lie on each other at the rim."""
    HELD = "held"
    """A flap keeps them no farther apart than the bag is deep."""
    DRAWN = "drawn"


def top_of(pattern: Pattern, surface: Topology) -> Top:
    """How this bag is open at its rim."""
    if not surface.rims:
        return Top.CLOSED
    if is_drawn(pattern):
        return Top.DRAWN
    if is_rolled(pattern) or is_framed(pattern) or pattern.finished.depth < FLAT:
        return Top.SHUT
    return Top.HELD if any(panel.is_on(Wall.FLAP) for panel in pattern.draft.panels) else Top.OPEN


def is_sheet(pattern: Pattern) -> bool:
    """Whether all of it is one sheet, which is rolled up and tied."""
    return any(each.kind is Closes.TIES for each in pattern.draft.closings)


def is_drawn(pattern: Pattern) -> bool:
    """Whether a cord draws its top in."""
    return any(each.kind is Closes.DRAWSTRING for each in pattern.draft.closings)


def is_framed(pattern: Pattern) -> bool:
    """Whether a metal frame holds its rim."""
    return any(each.kind is Closes.FRAME for each in pattern.draft.closings)


class Held(NamedTuple):
    """What holds a rim: mm ``apart`` that it leaves front and back, over ``half`` of a width from their middles."""

    apart: float
    half: float


def ties_of(mesh: Glued, surface: Topology, top: Top, held: Held | None = None) -> Ties | None:
    """The strings between front and back of the rim, where the top is shut, or *held*."""
    if top not in (Top.SHUT, Top.HELD):
        return None
    rim = max(surface.rims, key=len)
    lengths = surface.rest[surface.numbers_of(np.append(rim, rim[0]))]
    around, at = float(lengths.sum()), np.append(0.0, np.cumsum(lengths[:-1]))
    middles = [_middle(mesh, wall, rim, at, around) for wall in (Wall.FRONT, Wall.BACK)]
    if middles[0] is None or middles[1] is None:
        return None
    gaps = _round_from((middles[0] + middles[1] - at)[:, None], at[None, :], around)
    other = gaps.argmin(axis=1)
    apart = _round_from(at, at[other], around)
    held = held if top is Top.HELD else None
    pairs = np.flatnonzero(apart > max(mesh.step, 0.6 * held.apart if held else 0.0))
    ends, strength = np.stack([rim[pairs], rim[other[pairs]]], axis=1), np.full(len(pairs), 0.5)
    if held is None:
        return Ties(ends, gaps[pairs, other[pairs]], strength)
    far = _round_from(at[pairs], middles[0], around), _round_from(at[pairs], middles[1], around)
    free = np.minimum(*far) > max(held.half, mesh.step / 2)
    twins = _round_from((2.0 * middles[0] - at[pairs])[:, None], at[None, pairs], around).argmin(axis=1)
    alike = np.where(free, twins, np.arange(len(pairs)))
    return Ties(ends, np.full(len(pairs), max(held.apart, 2.0)), strength, twins=alike if free.any() else None)


def _round_from(one: Floats, other: Floats | float, around: float) -> Floats:
    """mm from one place of a rim to another, the shorter way round."""
    gaps = np.abs(one - other) % around
    found: Floats = np.minimum(gaps, around - gaps)
    return found


def held_of(pattern: Pattern) -> Held:
    """How a flap holds the rim: a tab draws it together in the middle, as far as it reaches."""
    draft, depth = pattern.draft, pattern.finished.depth
    for each in draft.closings:
        if each.kind is Closes.FLAP and each.edge:
            return Held(min(each.over, depth), draft[each.panels[0]].edge(each.edge).length / 2)
    return Held(depth, math.inf)


def _middle(mesh: Glued, wall: Wall, rim: Whole, at: Floats, around: float) -> float | None:
    """mm along the rim to the middle of what of it is that wall."""
    angles = 2j * np.pi * at[np.isin(rim, places_of(mesh, wall))] / around
    return float(np.angle(np.exp(angles).sum()) / (2 * np.pi) * around) if len(angles) else None
