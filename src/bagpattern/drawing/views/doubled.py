"""Short lines that lie on long ones: two sides of one sliver of cloth, of which a thick pen would make a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.drawing.views.scene import spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bagpattern.drawing.views.scene import Flags
    from bagpattern.sewn.bag import Floats, Whole

_SHORT = 30.0
"""mm of the bag: a longer line stands for itself."""
_NEAR = 0.8
"""mm of the bag: what is nearer to a long line is on it."""
_STEP = 0.6
_FAR = 1 << 20
"""More cells than a picture has beside each other."""


def alone(lines: Sequence[Floats]) -> Flags:
    """Which of several lines, k x 2 or more each, are long, or do not lie on one that is."""
    lengths = np.array([np.linalg.norm(np.diff(each[:, :2], axis=0), axis=1).sum() for each in lines])
    long = lengths > _SHORT
    if long.all() or not long.any():
        return np.ones(len(lines), bool)
    taken = _around(_places([each for each, is_long in zip(lines, long, strict=True) if is_long])[0])
    places, owner = _places(lines)
    cells = _cells(places)
    off = taken[np.searchsorted(taken[:-1], cells)] != cells
    found: Flags = long | (np.bincount(owner, off, len(lines)) > 0)
    return found


def _places(lines: Sequence[Floats]) -> tuple[Floats, Whole]:
    """Places along lines, close to each other, and the number of each one's line."""
    ends = np.concatenate([np.stack([each[:-1, :2], each[1:, :2]], axis=1) for each in lines])
    owner = np.repeat(np.arange(len(lines)), [len(each) - 1 for each in lines])
    many = (np.linalg.norm(ends[:, 1] - ends[:, 0], axis=1) / _STEP).astype(int) + 2
    of, step = spread(many)
    share = (step / (many[of] - 1))[:, None]
    return ends[of, 0] * (1 - share) + ends[of, 1] * share, owner[of]


def _cells(places: Floats) -> Whole:
    """The number of the cell of a grid in which each place is."""
    column, row = np.floor(places / _NEAR).astype(np.int64).T
    found: Whole = row * _FAR + column
    return found


def _around(places: Floats) -> Whole:
    """The cells in which they are, and all beside these."""
    steps = (-1, 0, 1)
    cells = np.unique(_cells(places))
    return np.unique(np.concatenate([cells + up * _FAR + right for up in steps for right in steps]))
