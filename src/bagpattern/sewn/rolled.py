"""A top that is rolled down, for display: the cloth above the line that it is rolled to, wound to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.sewn.body import found_in
from bagpattern.sewn.tops import roll_lines

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.shape import Shape

_FOLD = 25.0
"""mm: about how high a roll is folded over [K]."""
_THICK = 9.0
"""mm from the middle of the roll to its outside, front to back."""
_FLAT = 0.12
"""What is left of the top's depth where it is rolled."""
_BELOW = 0.25
"""Share of the height below the line in which the bag goes flat."""


def rolled(shape: Shape, points: Floats) -> Floats:
    """The points with what is above the line wound up; the roll hangs from the line, where the finished bag ends."""
    line = height_of_line(shape)
    over = points[:, 1] - line
    if over.max() < 2.0:
        return points
    fold = over.max() / max(2, round(over.max() / _FOLD))
    deep = flattened(points, line)
    turns = np.pi * np.maximum(over, 0.0) / fold
    inward = 1.0 - 0.6 * turns / max(turns.max(), 1e-9)
    wound = over > 0
    up = np.where(wound, line - fold / 2 * (1.0 - inward * np.cos(turns)), points[:, 1])
    out = deep + np.where(wound, _THICK * (inward * np.sin(turns) + 0.5 * (1.0 - inward)), 0.0)
    return np.stack([points[:, 0], up, out], axis=1)


def flattened(points: Floats, line: float) -> Floats:
    """How far before the middle the points lie when the bag is flat from the *line* on, this many mm up."""
    flat = np.clip(1.0 + (points[:, 1] - line) / (_BELOW * line), 0.0, 1.0)
    deep: Floats = points[:, 2] * (1.0 - (1.0 - _FLAT) * flat * flat * (3.0 - 2.0 * flat))
    return deep


def height_of_line(shape: Shape) -> float:
    """How high the line is that the top is rolled down to."""
    found: list[float] = []
    for cut in shape.mesh.sheets:
        for line in roll_lines(cut.panel):
            places = np.array([[each.real, each.imag] for each in line.path.flat])
            triangles, shares = found_in(cut.flat, cut.triangles, places)
            corners = shape.points[cut.vertices[cut.triangles[triangles]]]
            found += (shares[:, :, None] * corners).sum(axis=1)[:, 1].tolist()
    return float(np.mean(found))
