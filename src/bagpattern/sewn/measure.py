"""What comes out once the bag is glued and filled: its size, its volume, and how much the cloth had to give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.sewn.bag import Measured
from bagpattern.sewn.start import volume

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.shape import Shape

_SLICES = 6
"""Stretches from side to side in which a base is measured from front to back."""


def measured(shape: Shape) -> Measured:
    """The figures of a shape, before it is smoothed for display."""
    surface = shape.surface
    width, height, depth = (float(each) for each in np.ptp(shape.points, axis=0))
    strains = strains_of(shape)
    worst = int(strains.argmax())
    face = int(np.flatnonzero((surface.corners == worst).any(axis=1))[0])
    return Measured(
        width,
        height,
        depth,
        volume(surface, shape.points) / 1e6,
        float(strains.mean()),
        (float(strains[worst]), shape.mesh.sheets[surface.sheet[face]].panel.id),
        surface.euler,
        len(surface.rims),
        shape.steps,
    )


def strains_of(shape: Shape) -> Floats:
    """e: by which share each edge is longer or shorter than it should be, once a cord has drawn it in."""
    i, j = shape.surface.edges.T
    found: Floats = np.abs(np.linalg.norm(shape.points[i] - shape.points[j], axis=1) / shape.rest - 1.0)
    return found


def across_of(base: Floats) -> float:
    """mm from front to back of a base, where that is most: an empty bag may bow, and is no deeper for it."""
    slices = np.linspace(base[:, 0].min(), base[:, 0].max() + 1e-6, _SLICES + 1)
    number = np.searchsorted(slices, base[:, 0], side="right")
    return max(float(np.ptp(base[number == each, 2])) for each in np.unique(number))
