"""A top that is folded down over the front once, for display: both of its layers hang from the fold, before the bag."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.sewn.rolled import flattened, line_of

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
_PRESSED = 0.03
"""What is left of the top's depth at its fold: it is pressed, and no layer stands out through the one over it."""
_EDGE = 0.8
"""Of half the width: what is farther out is the end of what hangs."""
_STEP = 12.0
"""mm from one level to the next at which that is measured."""
_SAME = 0.1
"""mm: places of the fold that are nearer to the middle are of the front and of the back."""
_NEAR = 4.0
"""mm from the line within which a point is on it, so that the fold is straight."""


def folded(shape: Shape, points: Floats) -> Floats:
    """The points with what is above the line turned down to the front, along which it hangs as long as it is."""
    fold = line_of(shape)
    line = float(fold[:, 1].mean())
    points = _level(points, fold, line)
    over = points[:, 1] - line
    if over.max() < 2.0:
        return points
    over = np.where(np.abs(over) < _NEAR, 0.0, over)
    return np.stack([_straight(points[:, 0], over), *_hung(points, over, line)], axis=1)


def _hung(points: Floats, over: Floats, line: float) -> tuple[Floats, Floats]:
    """How high the points are, and how far before the middle, when what is *over* the line hangs down from it."""
    deep = flattened(points, line, _PRESSED)
    levels, front, run = _way_down(points, deep, line)
    under = np.clip(points[:, 2] / _OFF, -1.0, 1.0)  # the layer of the front lies under that of the back
    before = np.interp(over, run, front) + _OFF * (2.0 - under)
    turn = np.pi * np.clip(over / _ROUND, 0.0, 1.0)
    out = deep + (before - deep) * np.sin(turn / 2)
    hung = np.interp(over, run, levels) + 0.5 * (before - deep) * np.sin(turn)
    up = np.minimum(np.where(over > 0, hung, line + over), line - _OFF * np.clip(under, 0.0, 1.0))
    return up, np.where(over > 0, out, deep)


def _way_down(points: Floats, deep: Floats, line: float) -> tuple[Floats, Floats, Floats]:
    """Levels from the line down, how far the front reaches there, and the mm of cloth down its middle to each."""
    levels, front = _front(points[:, 1], deep, line)
    aside = np.abs(points[:, 0] - points[:, 0].mean())
    _, middle = _front(points[:, 1], np.where(aside < _MIDDLE * aside.max(), deep, 0.0), line)
    return levels, front, np.append(0.0, np.cumsum(np.hypot(np.diff(levels), np.diff(middle))))


def _level(points: Floats, fold: Floats, line: float) -> Floats:
    """The points, what is above the ground moved so that the *fold*, k x 3 places on it, is level: as it is pressed."""
    order, found = fold[np.argsort(fold[:, 0])], points.copy()
    for side in (1.0, -1.0):
        on, own = order[side * order[:, 2] >= -_SAME], side * points[:, 2] >= 0.0
        off = np.interp(points[own, 0], on[:, 0], on[:, 1]) - line
        found[own, 1] = points[own, 1] - off * np.clip(points[own, 1] / line, 0.0, 1.0)
    return found


def _straight(aside: Floats, over: Floats) -> Floats:
    """Places to the side, those of what hangs drawn out or in so that its ends are straight: nothing bends them."""
    middle, reach = aside.mean(), np.ptp(aside[over >= 0.0]) / 2
    edge = (over >= 0.0) & (np.abs(aside - middle) > _EDGE * reach)
    levels = np.linspace(0.0, over.max(), max(2, round(over.max() / _STEP)))
    found = [np.abs(aside[edge & (np.abs(over - each) <= _STEP)] - middle).max(initial=0.0) for each in levels]
    slope, start = np.polyfit(levels, found, 1)
    now = np.interp(over, levels, found)
    share = np.where((over > 0.0) & (now > 1.0), (start + slope * over) / np.maximum(now, 1.0), 1.0)
    moved: Floats = middle + (aside - middle) * share
    return moved


def _front(heights: Floats, deep: Floats, line: float) -> tuple[Floats, Floats]:
    """How far before the middle the bag reaches at each level, from the line down; never less than further up."""
    levels = np.linspace(line, 0.0, _LEVELS)
    step = levels[0] - levels[1]
    found = [deep[(np.abs(heights - each) <= step) & (heights <= line)].max(initial=0.0) for each in levels]
    return levels, np.maximum.accumulate(np.array(found))
