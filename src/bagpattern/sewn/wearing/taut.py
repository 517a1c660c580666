"""The shortest way of a strap round a trunk, from place to place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.sewn.dress.mesh import at_runs, evenly, run_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.wearing.trunk import Trunk

    Held = Callable[[Floats], Floats]

OFF = 9.0
"""mm from the trunk to the middle of a strap on it: clothes, and a strap that does not bend across [K]."""
_COUNTS = (12, 24, 48)
"""Points of a curve, from the first rough one on."""
_TIMES = 50
_STILL = 0.1
"""mm: what moves less from one time to the next is tight."""
_STEP = 6.0
"""mm between the points of a strap in the end."""


def taut(trunk: Trunk, legs: Sequence[Floats], held: Held | None = None, fine: bool = True) -> Floats:
    """The curve along *legs*, each a chain of places of which its first and last are kept and the others a first guess.

    It is pulled tight, stays off the trunk, and is *held* where that puts it.
    """
    parts = [_pulled(trunk, np.asarray(leg, float), held, _COUNTS if fine else _COUNTS[:1]) for leg in legs]
    curve = np.concatenate([parts[0], *(each[1:] for each in parts[1:])])
    return evenly(curve, _STEP) if fine else curve


def _pulled(trunk: Trunk, guess: Floats, held: Held | None, counts: Sequence[int]) -> Floats:
    curve = guess
    for count in counts:
        curve = at_runs(curve, np.linspace(0.0, float(run_of(curve)[-1]), count))
        for _ in range(_TIMES):
            inner = (curve[:-2] + curve[2:]) / 2
            inner = _outside(trunk, inner if held is None else held(inner))
            moved = float(np.abs(inner - curve[1:-1]).max())
            curve = np.concatenate([curve[:1], inner, curve[-1:]])
            if moved < _STILL:
                break
    return curve


def _outside(trunk: Trunk, points: Floats) -> Floats:
    apart, out = trunk.apart(points)
    found: Floats = points + np.maximum(OFF - apart, 0.0)[:, None] * out
    return found
