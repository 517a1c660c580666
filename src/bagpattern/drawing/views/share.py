"""How much of a picture some things on a bag take: from where they are seen best."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

import numpy as np

from bagpattern.drawing.views.camera import camera
from bagpattern.drawing.views.samples import Samples
from bagpattern.drawing.views.scene import scene

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import SewnBag

_MORE = 1.15
"""So many times as much must a later view show to be better than one that is named before it."""
_LEAST = 0.0005
"""Share of a picture: what takes less nowhere is not seen."""


def best_view(pattern: Pattern, names: Sequence[str], things: Set[str]) -> str:
    """The first of the views, or one that shows far more of each of these pieces and notions; "" where none shows any.

    A thing counts by as much as it shows of what the best view does: a large one more, but not by its size.
    """
    found = np.array([_shares(pattern.sewn(opened=camera(name).opened), name, [*things]) for name in names])
    most = found.max(axis=0, initial=0.0)
    seen = most > _LEAST
    if not seen.any():
        return ""
    best, least = "", 0.0
    for name, share in zip(names, (found[:, seen] / np.sqrt(most[seen])).sum(axis=1).tolist(), strict=True):
        if share > least * _MORE:
            best, least = name, share
    return best


def _shares(bag: SewnBag, name: str, things: Sequence[str]) -> list[float]:
    """The share of a picture that each of these things takes."""
    samples = Samples.of(scene(bag, camera(name)))
    seen = samples.scene.surfaces[samples.triangles[samples.triangles >= 0]]
    of = np.bincount(seen, minlength=len(bag.surfaces)) / max(len(seen), 1)
    named = [(each.piece, each.notion) for each in bag.surfaces]
    return [float(sum(of[at] for at, ids in enumerate(named) if thing in ids)) for thing in things]
