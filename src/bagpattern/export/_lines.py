"""Lines on the sewn bag as ends of short straight stretches, which is what 3D viewers draw: stitches, seams."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bagpattern.sewn.bag import StrokeKind

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats, Stroke

_LIFT = 0.3
"""mm above the cloth, or half of a line would be in it."""
_STITCH, _GAP = 3.0, 1.0
"""mm of thread that is seen, and from there to the next [K]."""


def line_ends(strokes: Iterable[Stroke]) -> Floats:
    """2k x 3, mm: from, to, from, to; topstitching as its single stitches."""
    import numpy as np

    found = [_stitches(each) if each.kind is StrokeKind.TOPSTITCH else _pairs(_lifted(each)) for each in strokes]
    return np.concatenate([np.zeros((0, 3)), *found])


def _lifted(stroke: Stroke) -> Floats:
    return stroke.points + units(stroke.normals) * _LIFT


def _pairs(points: Floats) -> Floats:
    """Every point but the ends twice: as the end of one stretch, and the start of the next."""
    import numpy as np

    return np.repeat(points, 2, axis=0)[1:-1]


def _stitches(stroke: Stroke) -> Floats:
    """As many whole stitches as go on the line, a little stretched so that it begins and ends with one."""
    import numpy as np

    points = _lifted(stroke)
    at = np.concatenate([[0.0], np.linalg.norm(np.diff(points, axis=0), axis=1).cumsum()])
    count = max(1, round((at[-1] + _GAP) / (_STITCH + _GAP)))
    pitch = (at[-1] + _GAP) / count
    starts = pitch * np.arange(count)
    places = np.stack([starts, starts + pitch - _GAP], axis=1).ravel()
    return np.stack([np.interp(places, at, points[:, axis]) for axis in range(3)], axis=1)


def units(vectors: Floats) -> Floats:
    """Of length 1; what has no length points up, so that every viewer can shade it."""
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    found: Floats = np.where(lengths > 1e-9, vectors / np.maximum(lengths, 1e-9), [[0.0, 1.0, 0.0]])
    return found
