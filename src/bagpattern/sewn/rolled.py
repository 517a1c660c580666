"""A top that is rolled down, for display: the cloth above the line that it is rolled to, wound to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.sewn.body import found_in
from bagpattern.sewn.folds import roll_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.geometry.path import Path
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.shape import Shape

_FOLD = 25.0
"""mm: about how high a roll is folded over [K]."""
_WITHIN = 5.0
"""mm from the middle of the wound cloth to its outside: what is dressed as the roll hides it."""
_FLAT = 0.12
"""What is left of the top's depth where it is rolled."""
_PLACES = 25
"""On each line that a top is rolled down to."""
_SETTLES = 5.0
"""mm: what is higher by less stays so."""
_LEVELS = 60
"""Heights at which the depth of a bag is taken."""
_SQUARE = 5.0
"""The power of the squarest superellipse as which stiff cloth turns in below a roll."""
_BELOW = 0.25
"""Share of the height below the line in which the bag goes flat."""


def rolled(shape: Shape, points: Floats, told: float) -> Floats:
    """The points with what is above the line wound up; the roll stands on the line, where the finished bag ends.

    That is *told* mm high: filled, the walls of a deep bag would meet higher than that, as a roof.
    """
    line = height_of_line(shape)
    points, line = settled(points, line, told), min(line, told)
    over = points[:, 1] - line
    if over.max() < 2.0:
        return points
    half = over.max() / max(2, round(over.max() / _FOLD))
    deep = flattened(points, line)
    turns = np.pi * np.maximum(over, 0.0) / half
    inward = 1.0 - 0.6 * turns / max(turns.max(), 1e-9)
    wound = over > 0
    up = np.where(wound, line + _WITHIN * (1.0 - inward * np.cos(turns)), points[:, 1])
    ahead = inward * np.abs(np.sin(turns)) + 0.5 * (
        1.0 - inward
    )  # nowhere behind the wall, through which it would show
    out = deep + np.where(wound, _WITHIN * ahead, 0.0)
    return np.stack([points[:, 0], up, out], axis=1)


def settled(points: Floats, line: float, told: float) -> Floats:
    """The points with the *line* *told* mm high: the walls stand up farther, and turn in below the roll more sharply.

    Their cloth keeps its length from front to back, as far as a roof no steeper than square bears that.
    """
    if line - told < _SETTLES:
        return points
    heights = np.linspace(0.0, line, _LEVELS)
    half = _half_depths(points, heights)
    low = int(np.searchsorted(heights, told - 0.5 * half.max()))
    up, wide = _turned_in(heights[low:], half[low:], told)
    at = np.clip(points[:, 1], heights[low], line)
    high = np.where(points[:, 1] > line, told + points[:, 1] - line, np.interp(at, heights[low:], up))
    settles, found = points[:, 1] > heights[low], points.copy()
    found[:, 1] = np.where(settles, high, points[:, 1])
    found[:, 2] *= np.where(settles, np.interp(at, heights[low:], wide), 1.0)
    return found


def _turned_in(heights: Floats, half: Floats, told: float) -> tuple[Floats, Floats]:
    """Where walls that are *half* as deep at *heights* come to be when their top is *told* mm up, and how much wider.

    Their cloth is as long as before.
    """
    runs = np.append(0.0, np.cumsum(np.hypot(np.diff(heights), np.diff(half))))
    up, deep = _roof(runs, told - heights[0], half[0] - half[-1])
    return heights[0] + up, (half[-1] + deep) / np.maximum(half, 1.0)


def _half_depths(points: Floats, heights: Floats) -> Floats:
    """How far the middle of the front is from that of the bag at each height."""
    front = points[(np.abs(points[:, 0]) < 0.25 * np.ptp(points[:, 0])) & (points[:, 2] > 0.0)]
    step = heights[1] - heights[0]
    found = [front[np.abs(front[:, 1] - each) < step][:, 2].max(initial=0.0) for each in heights]
    smooth = np.convolve(np.pad(found, 2, mode="edge"), np.full(5, 0.2), mode="valid")
    return np.asarray(smooth, float)


def _roof(runs: Floats, high: float, deep: float) -> tuple[Floats, Floats]:
    """Places *runs* mm up a quarter of a superellipse that is so *high* and *deep*: mm up, and mm before its top.

    Of those that are no squarer than cloth bends, the one that is as long as the cloth.
    """
    turn = np.linspace(0.0, np.pi / 2, 200)
    for power in np.linspace(1.0, _SQUARE, 40):
        up, out = high * np.sin(turn) ** (2 / power), deep * np.cos(turn) ** (2 / power)
        along = np.append(0.0, np.cumsum(np.hypot(np.diff(up), np.diff(out))))
        if along[-1] >= runs[-1]:
            break
    share = runs / runs[-1] * along[-1]
    return np.interp(share, along, up), np.interp(share, along, out)


def flattened(points: Floats, line: float, left: float = _FLAT) -> Floats:
    """How far before the middle the points lie when the bag is flat from the *line* on, this many mm up.

    *left* is the share of its depth that is left there.
    """
    flat = np.clip(1.0 + (points[:, 1] - line) / (_BELOW * line), 0.0, 1.0)
    deep: Floats = points[:, 2] * (1.0 - (1.0 - left) * flat * flat * (3.0 - 2.0 * flat))
    return deep


def height_of_line(shape: Shape) -> float:
    """How high the line is that the top is rolled down to."""
    return float(line_of(shape)[:, 1].mean())


def line_of(shape: Shape) -> Floats:
    """Places on the lines that the top is rolled down to, k x 3."""
    found: list[Floats] = []
    for cut in shape.mesh.sheets:
        for line in roll_lines(cut.panel):
            places = np.array([[each.real, each.imag] for each in evenly(line.path, _PLACES)])
            triangles, shares = found_in(cut.flat, cut.triangles, places)
            corners = shape.points[cut.vertices[cut.triangles[triangles]]]
            found.append((shares[:, :, None] * corners).sum(axis=1))
    return np.concatenate(found)


def evenly(path: Path, count: int) -> Iterator[complex]:
    """*count* places along a path, its ends among them."""
    return (path.point_at(path.length * share) for share in np.linspace(0.0, 1.0, count))
