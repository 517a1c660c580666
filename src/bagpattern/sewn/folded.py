"""A top that is folded down over the front once, for display: both of its layers hang from the fold, before the bag."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.sewn.rolled import flattened, height_of_line

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.shape import Shape

_LEVELS = 60
"""Levels at which the front of the bag is measured."""
_OFF = 3.0
"""mm between the front and the layers that hang before it, and half of what lies between these."""
_ROUND = 12.0
"""mm of cloth that go round the fold."""
_MIDDLE = 0.3
"""Of the width: the middle of the front, down which the length of what hangs is measured."""
_NEAR = 4.0
"""mm from the line within which a point is on it, so that the fold is straight."""


def folded(shape: Shape, points: Floats) -> Floats:
    """The points with what is above the line turned down to the front, along which it hangs as long as it is."""
    line = height_of_line(shape)
    over = points[:, 1] - line
    if over.max() < 2.0:
        return points
    over = np.where(np.abs(over) < _NEAR, 0.0, over)
    deep = flattened(points, line)
    levels, front = _front(points[:, 1], deep, line)
    aside = np.abs(points[:, 0] - points[:, 0].mean())
    _, middle = _front(points[:, 1], np.where(aside < _MIDDLE * aside.max(), deep, 0.0), line)
    run = np.append(0.0, np.cumsum(np.hypot(np.diff(levels), np.diff(middle))))
    hung = over > 0
    before = np.interp(over, run, front) + _OFF * (2.0 - np.clip(deep / _OFF, -1.0, 1.0))
    turn = np.pi * np.clip(over / _ROUND, 0.0, 1.0)
    out = deep + (before - deep) * np.sin(turn / 2)
    up = np.where(hung, np.interp(over, run, levels) + 0.5 * (before - deep) * np.sin(turn), line + over)
    inner = line - np.clip(deep, 0.0, _OFF)
    return np.stack([points[:, 0], np.minimum(up, inner), np.where(hung, out, deep)], axis=1)


def _front(heights: Floats, deep: Floats, line: float) -> tuple[Floats, Floats]:
    """How far before the middle the bag reaches at each level, from the line down; never less than further up."""
    levels = np.linspace(line, 0.0, _LEVELS)
    step = levels[0] - levels[1]
    found = [deep[(np.abs(heights - each) <= step) & (heights <= line)].max(initial=0.0) for each in levels]
    return levels, np.maximum.accumulate(np.array(found))
