"""Pleats of what is laid on the bag: the folds in which cloth lies that is wider than its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.model.marks import LineKind
from bagpattern.model.panel import Role
from bagpattern.sewn.bag import Stroke, StrokeKind
from bagpattern.sewn.dress.ground import Layer, evenly_along
from bagpattern.sewn.dress.laid import line_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.marks import Line
    from bagpattern.sewn.dress.ground import Copy, Ground

_STEP, _LIFT = 4.0, 0.5
_NARROWER, _SAME = 0.98, 0.02
"""Shares: a panel that is laid narrower than that has pleats; what changes its length by no more runs along them."""


def pleats(ground: Ground, key: Copy) -> Iterator[Stroke]:
    """The folds across the side by which a pocket is drawn in to its place."""
    panel, layer = ground.draft[key[0]], ground.layers[key]
    if panel.role is not Role.POCKET or not isinstance(layer, Layer) or _is_rigid(layer):
        return
    for line in panel.lines:
        if line.kind is LineKind.FOLD and not line.behind and _runs_along(line, layer):
            points, normals = line_on(ground, key, line.name, evenly_along(line.length, _STEP), _LIFT)
            yield Stroke(StrokeKind.FOLD, points, normals, panel.id)


def _is_rigid(layer: Layer) -> bool:
    return abs(float(np.linalg.det(layer.turn))) > _NARROWER


def _runs_along(line: Line, layer: Layer) -> bool:
    """Whether a line is as long on the bag as it is drawn: pleats are; a hem is drawn in with what it ends."""
    way = line.path.end - line.path.start
    laid = layer.turn @ (way.real, way.imag)
    return bool(abs(way) > 1.0 and abs(float(np.linalg.norm(laid)) / abs(way) - 1.0) < _SAME)
