"""Cloth that one sees through, as the trade draws it: hatched crosswise, in a picture in which its weave is told."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from bagpattern.catalog.materials import Weave

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bagpattern.drawing.views.samples import Samples
    from bagpattern.drawing.views.scene import Flags
    from bagpattern.sewn.appearance import Appearance
    from bagpattern.sewn.bag import Floats, SewnBag

_APART = 1.2
"""mm of paper from one line to the next: threads of true mesh lie closer than a line is wide."""


def netted(bag: SewnBag, samples: Samples, prints: Mapping[str, Appearance], scale: float) -> list[Floats]:
    """The lines over all mesh that is seen, 2 x 2 each."""
    meshes = [each.material in prints and prints[each.material].weave is Weave.MESH for each in bag.surfaces]
    if not any(meshes):
        return []
    seen = np.append(np.array(meshes)[samples.scene.surfaces], False)[samples.triangles]
    apart = max(2, round(_APART / scale * math.sqrt(2.0) / samples.step))
    return [*_diagonals(samples, seen, apart, False), *_diagonals(samples, seen, apart, True)]


def _diagonals(samples: Samples, seen: Flags, apart: int, falling: bool) -> Iterator[Floats]:
    """Along every so manyth diagonal of the samples the stretches that are seen."""
    rows, columns = seen.shape
    grid = seen[:, ::-1] if falling else seen
    for off in range(-rows + 1, columns, apart):
        ends = np.flatnonzero(np.diff(np.concatenate([[False], np.diagonal(grid, off), [False]])))
        for begin, end in ends.reshape(-1, 2).tolist():
            along = np.array([begin, end - 1])
            across = along + max(off, 0)
            yield samples.places(along + max(-off, 0), columns - 1 - across if falling else across)
