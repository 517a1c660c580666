"""Lines on round cloth, which is made of flat triangles, without the corners and the waver that come from these."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats, Whole

_STEP = 2.5
"""mm of the bag from place to place of a faired line."""
_STIFF = 60.0
"""How stiff the line is: of a wave of 25 mm a tenth is left, an arc of 15 mm radius loses 0.6 mm, where it may."""
_REACH = 6.0
"""mm before and after a place by which its turn is told: what wavers turns back within them."""
_CORNER = np.cos(np.radians(30.0))
"""A line that turns by more than this has a corner."""
_MOST = 400
"""Steps between two corners; those of a longer line are longer."""


def faired(chain: Floats, most: float) -> Floats:
    """A chain of k x 2 or more as a thin batten would lie along it: k x 2, nowhere more than *most* mm aside.

    Its ends and its corners stay.
    """
    chain = chain[np.append(True, np.any(np.diff(chain[:, :2], axis=0) != 0.0, axis=1)), :2]
    if len(chain) < 3:
        return chain
    ring = bool(np.allclose(chain[0], chain[-1], atol=1e-6))
    sharp = _corners(chain, ring)
    if ring and len(sharp):
        chain, sharp = np.concatenate([chain[sharp[0] :], chain[1 : sharp[0] + 1]]), sharp[1:] - sharp[0]
    ends = [0, *sharp.tolist(), len(chain) - 1]
    loop = ring and len(ends) == 2
    parts = [_fair(_even(chain[low : high + 1]), most, loop) for low, high in pairwise(ends)]
    return np.concatenate([parts[0], *(each[1:] for each in parts[1:])])


def _corners(chain: Floats, ring: bool) -> Whole:
    """The numbers of the points where it turns most, each within a reach, if that is sharply; the ends are none."""
    run = _run(chain)
    period = run[-1] if ring else None
    before, after = (
        np.column_stack([np.interp(run + step, run, each, period=period) for each in chain.T])
        for step in (-_REACH, _REACH)
    )
    lengths = np.linalg.norm(chain - before, axis=1) * np.linalg.norm(after - chain, axis=1)
    turn = ((chain - before) * (after - chain)).sum(axis=1) / np.maximum(lengths, 1e-9)
    turn[[-1] if ring else [0, -1]] = 1.0
    near = np.abs(run[:, None] - run) < _REACH
    found: Whole = np.flatnonzero((turn < _CORNER) & (turn <= np.where(near, turn, 1.0).min(axis=1)))
    return found


def _run(chain: Floats) -> Floats:
    return np.append(0.0, np.cumsum(np.linalg.norm(np.diff(chain, axis=0), axis=1)))


def _even(chain: Floats) -> Floats:
    """Places at equal steps along it, its ends among them."""
    run = _run(chain)
    at = np.linspace(0.0, run[-1], min(int(np.ceil(run[-1] / _STEP)), _MOST) + 1)
    return np.column_stack([np.interp(at, run, each) for each in chain.T])


def _fair(placed: Floats, most: float, ring: bool) -> Floats:
    """The line that is least away from where it was and, times its stiffness, least bent; *ring*: it has no ends."""
    places = placed[:-1] if ring else placed
    one = np.eye(len(places))
    bend = np.roll(one, 1, axis=0) - 2 * one + np.roll(one, -1, axis=0)
    if not ring:
        bend[[0, -1]] = 0.0
    pull = one + _STIFF * bend.T @ bend
    if not ring:
        pull[[0, -1]] = one[[0, -1]]
    aside = np.linalg.solve(pull, places) - places
    found = places + aside * np.minimum(1.0, most / np.maximum(np.linalg.norm(aside, axis=1, keepdims=True), 1e-9))
    return np.concatenate([found, found[:1]]) if ring else found
