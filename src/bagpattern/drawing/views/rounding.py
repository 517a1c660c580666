"""Lines on round cloth, which is made of flat triangles, without the corners of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats

_CORNER = np.cos(np.radians(40.0))
"""A line that turns by more than this at a point has a corner there."""
_TIMES = 2


def rounded(chain: Floats) -> Floats:
    """A chain of k x 2 or more with the corners cut that it has for being made of straight pieces; real ones stay.

    No point of it is moved by more than an eighth of its neighbours' distance, and its ends stay.
    """
    if len(chain) < 3:
        return chain
    chain = chain[np.append(True, np.any(np.diff(chain[:, :2], axis=0) != 0.0, axis=1))]
    closed = len(chain) > 3 and np.allclose(chain[0, :2], chain[-1, :2], atol=1e-6)
    for _ in range(_TIMES):
        if len(chain) > 2:
            chain = _cut(chain, closed)
    return chain


def _cut(chain: Floats, closed: bool) -> Floats:
    """Every soft corner replaced by two, a quarter of the way to its neighbours."""
    before, after = np.roll(chain, 1, axis=0), np.roll(chain, -1, axis=0)
    if closed:  # it says its first point again at its end
        before[0], after[-1] = chain[-2], chain[1]
    ways = [each[:, :2] for each in (chain - before, after - chain)]
    lengths = np.prod([np.linalg.norm(each, axis=1) for each in ways], axis=0)
    soft = (ways[0] * ways[1]).sum(axis=1) > _CORNER * np.maximum(lengths, 1e-12)
    if not closed:
        soft[[0, -1]] = False
    cut = np.stack([chain + 0.25 * (before - chain), chain + 0.25 * (after - chain)], axis=1)
    sharp = np.repeat(chain[:, None], 2, axis=1)
    found = np.where(soft[:, None, None], cut, sharp).reshape(-1, chain.shape[1])
    kept = np.ones(len(found), bool)
    kept[1::2] = soft
    if closed and soft[0]:  # begins and ends in the middle of what was cut there
        kept[[0, -1]] = False
        found = found[kept]
        return np.concatenate([found, found[:1]])
    return found[kept]
