"""What a camera sees of the lines and the teeth of a bag."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.drawing.views.stretches import Chains, stretches
from bagpattern.drawing.views.teeth import ticks
from bagpattern.sewn.bag import StrokeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bagpattern.drawing.views.samples import Samples
    from bagpattern.drawing.views.scene import Flags
    from bagpattern.sewn.bag import Floats, SewnBag, Stroke

_LIFT = 0.3
"""mm that a line is taken out of the cloth that it is on, to be seen."""
_BIAS = 0.5
"""mm that it still may lie under it: cloth in space is made of flat triangles."""
_AWAY, _TOWARDS = -0.05, 0.07
"""Below the first a surface looks away from the eye: so does what is sewn on its right side.

Stitches and teeth are seen from the second on: from its edge a surface shows none, they would stand beside it.
"""
_TEETH = 0.9
"""mm of paper from tooth to tooth, at least, and mm of the bag."""
_BOTH_SIDES = {StrokeKind.EDGE, StrokeKind.FOLD, StrokeKind.SEAM}
"""What is seen from inside as well: topstitching is drawn on the right side alone."""


def seen_of(strokes: Iterable[Stroke], samples: Samples) -> Iterator[tuple[Stroke, Floats]]:
    """The stretches of some lines that are seen, in the camera's axes."""
    kept = [each for each in strokes if len(each.points) > 1]
    if kept:
        chains = Chains.of([_facing(each, samples.scene.camera.axes) for each in kept])
        under = np.array([each.under for each in kept])
        found = stretches(chains, lambda points, chain: _is_seen(points, samples, under[chain]))
        for number, points in found.each():
            yield kept[number], points


def _facing(stroke: Stroke, axes: Floats) -> Floats:
    """A line in the camera's axes, k x 4: the last column says how much its surface looks to the eye."""
    facing, side = stroke.normals @ axes[2], np.ones(len(stroke.normals))
    if stroke.kind not in _BOTH_SIDES:
        facing = facing + _AWAY - _TOWARDS
    elif not stroke.lies:
        side, facing = np.where(facing < 0, -1.0, 1.0), np.abs(facing)
    return np.column_stack([(stroke.points + _LIFT * side[:, None] * stroke.normals) @ axes.T, facing])


def _is_seen(points: Floats, samples: Samples, under: Flags) -> Flags:
    """Whether lines are in front at k x 4 points; what lies *under* all that the body wears is not before any of it."""
    found: Flags = (points[:, 3] > _AWAY) & samples.free(points[:, :3], _BIAS)
    low = np.flatnonzero(found & under)
    found[low] = ~samples.scene.covered(points[low, :2])
    return found


def teeth_seen(bag: SewnBag, samples: Samples, scale: float) -> list[Floats]:
    """Every tooth of which the middle is seen; of one that would stand out beside the bag what does not."""
    teeth, normals = ticks(bag, max(_TEETH / scale, 2.0))
    axes = samples.scene.camera.axes
    middle = (teeth.mean(axis=1) + _LIFT * normals) @ axes.T
    shown = (normals @ axes[2] > _TOWARDS) & samples.free(middle, 2 * _BIAS)
    seen, middle = teeth[shown] @ axes.T, middle[shown]
    beside = samples.nothing(seen.reshape(-1, 3)).reshape(len(seen), 2, 1)
    return [*np.where(beside, middle[:, None], seen)]
