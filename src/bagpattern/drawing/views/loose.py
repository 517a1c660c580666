"""Loose ends of lines: where the turn of cloth passes from one row of its triangles to the next, a line is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.geometry.nearness import touching

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bagpattern.drawing.views.scene import Flags
    from bagpattern.sewn.bag import Floats, Whole

_GAP, _ASIDE = 20.0, 5.0
"""mm of the bag between two ends that may be of one line, about a triangle of its cloth; and beside its direction."""
_ALIGNED = np.cos(np.radians(50.0))
"""Lines go on in one another when neither turns by more than this towards the other."""
_ALONG = 6.0
"""mm of a line by which its direction at its end is told."""
_DEEPER = 2.0
"""mm of depth for a mm of the picture: what is farther behind is of another wall."""
_ON = 1.0
"""mm: an end nearer than that to another line is on it."""
_TICK = 16.0
"""mm of the bag: a shorter line with two loose ends is a tick."""
_HAIR = 4.0
"""Likewise with one."""


class _Ends(NamedTuple):
    """Loose ends of lines: each one's ``line``, its place ``at``, e x 3, and the direction ``out`` of it, e x 2."""

    line: Whole
    at: Floats
    out: Floats

    @classmethod
    def of(cls, lines: Sequence[Floats], others: Sequence[Floats]) -> _Ends:
        """Those of some lines beside others."""
        numbers, ends = np.nonzero(_loose(lines, others))
        pairs = zip(numbers.tolist(), ends.tolist(), strict=True)
        chains = [lines[number][:: -1 if end else 1] for number, end in pairs]
        at = np.array([each[0] for each in chains]).reshape(-1, 3)
        return cls(numbers, at, np.array([_out(each[:, :2]) for each in chains]).reshape(-1, 2))


def gaps(lines: Sequence[Floats], others: Sequence[Floats]) -> Floats:
    """The straight stretches, s x 2 x 3, that are missing where two of some *lines*, k x 3 each, are one.

    The *others* are there as well: what ends on one of them goes no farther.
    """
    ends = _Ends.of(lines, others)
    one, other = np.triu_indices(len(ends.line), 1)
    way = ends.at[other] - ends.at[one]
    long = np.maximum(np.linalg.norm(way[:, :2], axis=1), 1e-9)
    ahead = np.minimum(*((side * way[:, :2] * ends.out[at]).sum(axis=1) for side, at in ((1, one), (-1, other))))
    near = (long < _GAP) & (np.abs(way[:, 2]) < _DEEPER * long) & (ends.line[one] != ends.line[other])
    aligned = (ahead > _ALIGNED * long) & (long**2 - ahead**2 < _ASIDE**2)
    free, found = np.ones(len(ends.line), bool), []
    for each in sorted(np.flatnonzero(near & aligned), key=lambda pair: long[pair]):
        pair = [one[each], other[each]]
        if free[pair].all():
            free[pair] = False
            found.append(ends.at[pair])
    return np.array(found).reshape(-1, 2, 3)


def ticks(lines: Sequence[Floats], others: Sequence[Floats]) -> Flags:
    """Which of some lines are short and lead from nowhere to nowhere, or are shorter still and lead nowhere."""
    longs, loose = np.array([_length(each) for each in lines]), _loose(lines, others)
    found: Flags = (longs < _TICK) & loose.all(axis=1) | (longs < _HAIR) & loose.any(axis=1)
    return found


def _loose(lines: Sequence[Floats], others: Sequence[Floats]) -> Flags:
    """Which of both ends of each line are on no other line, nor on another stretch of their own."""
    places = np.array([each[[0, -1], :2] for each in lines]).reshape(-1, 2)
    number, near = touching(places, [*lines, *others], _ON)
    on = np.bincount(number[number // 2 != near], minlength=len(places)) > 0
    closed = np.repeat([np.linalg.norm(each[0, :2] - each[-1, :2]) < _ON for each in lines], 2)
    found: Flags = ~(on | closed.astype(bool)).reshape(-1, 2)
    return found


def _out(chain: Floats) -> Floats:
    """The direction in which a line leads beyond its first place."""
    run = np.append(0.0, np.cumsum(np.linalg.norm(np.diff(chain, axis=0), axis=1)))
    back = np.array([np.interp(_ALONG, run, chain[:, axis]) for axis in (0, 1)])
    found: Floats = (chain[0] - back) / max(np.linalg.norm(chain[0] - back), 1e-9)
    return found


def _length(chain: Floats) -> float:
    return float(np.linalg.norm(np.diff(chain[:, :2], axis=0), axis=1).sum())
