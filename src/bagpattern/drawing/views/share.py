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
"""So many times as much must each view show as the one that is named before it, to be as good."""
_LEAST = 0.0005
"""Share of a picture: what takes less nowhere is not seen."""


def best_view(pattern: Pattern, names: Sequence[str], things: Set[str]) -> str:
    """The view that shows most of these pieces and notions, an earlier one where two are alike; "" where none does.

    A thing counts by as much as it shows of what the best view does: a large one more, but not by its size.
    """
    found = np.array([_shares(pattern.sewn(opened=camera(name).opened), name, [*things]) for name in names])
    most = found.max(axis=0, initial=0.0)
    seen = most > _LEAST
    if not seen.any():
        return ""
    shown = (found[:, seen] / np.sqrt(most[seen])).sum(axis=1)
    return names[int(np.argmax(shown / _MORE ** np.arange(len(names))))]


def _shares(bag: SewnBag, name: str, things: Sequence[str]) -> list[float]:
    """The share of a picture that each of these things takes."""
    samples = Samples.of(scene(bag, camera(name)))
    seen = samples.scene.surfaces[samples.triangles[samples.triangles >= 0]]
    of = np.bincount(seen, minlength=len(bag.surfaces)) / max(len(seen), 1)
    named = [(each.piece, each.notion) for each in bag.surfaces]
    return [float(sum(of[at] for at, ids in enumerate(named) if thing in ids)) for thing in things]
