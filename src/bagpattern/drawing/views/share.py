"""How much of a picture some things on a bag take: from where they are seen best."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

import numpy as np

from bagpattern.drawing.views.camera import camera
from bagpattern.drawing.views.samples import Samples
from bagpattern.drawing.views.scene import scene

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import SewnBag

_MORE = 2.5
"""So many times as much must a later view show to be better than one that is named before it."""


def best_view(pattern: Pattern, names: Iterable[str], pieces: Set[str], notions: Set[str]) -> str:
    """The first of the views, or one that shows far more of these pieces and notions; "" where none shows any."""
    best, most = "", 0.0
    for name in names:
        share = _share(pattern.sewn(opened=camera(name).opened), name, pieces, notions)
        if share > most * _MORE:
            best, most = name, share
    return best


def _share(bag: SewnBag, name: str, pieces: Set[str], notions: Set[str]) -> float:
    samples = Samples.of(scene(bag, camera(name)))
    wanted = np.array([each.piece in pieces or each.notion in notions for each in bag.surfaces])
    seen = samples.scene.surfaces[samples.triangles[samples.triangles >= 0]]
    return float(wanted[seen].mean())
