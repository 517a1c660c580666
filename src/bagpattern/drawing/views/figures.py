"""The lines of who carries the bag: where a limb, the head or the trunk ends, as the picture has it.

Round solids have no edges of their own; those of their triangles are many, and none is where the solid turns away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.drawing.views.regions import Borders
from bagpattern.sewn.bag import FIGURE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.drawing.views.samples import Samples
    from bagpattern.drawing.views.scene import Flags
    from bagpattern.sewn.bag import Floats, SewnBag, Whole

_ASIDE = 1.5
"""mm to either side of a border at which is looked which of the two is in front."""
_BEFORE = 10.0
"""mm by which a part of the figure is in front of another where a line is between them: where they meet is none."""
_SPECK = 24
"""Samples around a part that is seen: what is smaller is a speck between two others."""
_SHORT = 30.0
"""mm: a shorter line is where two parts meet."""


def figure_lines(bag: SewnBag, samples: Samples) -> list[Floats]:
    """Stretches of the borders of all parts of a figure, k x 2: where they are in front of what is beside them."""
    parts = np.array([number if each.material == FIGURE else -1 for number, each in enumerate(bag.surfaces)])
    if (parts < 0).all():
        return []
    seen = np.append(np.append(parts, -1)[samples.scene.surfaces], -1)
    borders = Borders.of(samples, lambda _, triangles: seen[triangles])
    loops = (
        (number, loop)
        for number in parts[parts >= 0].tolist()
        for loop in borders.around(borders.colours == number, _SPECK)
    )
    return [each for number, loop in loops for each in _kept(loop, _in_front(samples, seen, loop, number))]


def _in_front(samples: Samples, seen: Whole, loop: Floats, number: int) -> Flags:
    """At which points of a border, its inside on the left, a part of the figure is in front of what is beside it."""
    along = np.roll(loop, -2, axis=0) - np.roll(loop, 2, axis=0)
    inwards = np.column_stack([-along[:, 1], along[:, 0]])
    inwards *= _ASIDE / np.maximum(np.linalg.norm(inwards, axis=1, keepdims=True), 1e-9)
    inner, outer = (samples.scene.top(loop + side * inwards) for side in (1, -1))
    least = np.where(seen[outer.triangle] >= 0, _BEFORE, 0.0)
    found: Flags = (seen[inner.triangle] == number) & (inner.depth > outer.depth + least)
    return found


def _kept(loop: Floats, kept: Flags) -> Iterator[Floats]:
    """Those stretches of a closed line that are kept."""
    if kept.all():
        yield np.vstack([loop, loop[:1]])
        return
    first = int(np.argmin(kept))
    loop, kept = np.roll(loop, -first, axis=0), np.roll(kept, -first)
    ends = np.flatnonzero(np.diff(np.concatenate([[False], kept, [False]])))
    stretches = [loop[begin:end] for begin, end in ends.reshape(-1, 2)]
    yield from (each for each in stretches if np.linalg.norm(np.diff(each, axis=0), axis=1).sum() > _SHORT)
