"""The shortest way of straps round a trunk, from place to place."""

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


def taut(trunk: Trunk, legs: Sequence[Floats], held: Held | None = None, fine: bool = True) -> list[Floats]:
    """The curves of r straps along *legs*, each r x k x 3: chains of places, of which the first and the last are kept.

    The others are a first guess. A strap is pulled tight, stays off the trunk, and is *held* where that puts it.
    """
    parts = [_pulled(trunk, np.asarray(leg, float), held, _COUNTS if fine else _COUNTS[:1]) for leg in legs]
    curves = np.concatenate([parts[0], *(each[:, 1:] for each in parts[1:])], axis=1)
    return [evenly(each, _STEP) for each in curves] if fine else [*curves]


def _pulled(trunk: Trunk, guess: Floats, held: Held | None, counts: Sequence[int]) -> Floats:
    curves = guess
    for count in counts:
        curves = np.stack([at_runs(each, np.linspace(0.0, float(run_of(each)[-1]), count)) for each in curves])
        for _ in range(_TIMES):
            inner = (curves[:, :-2] + curves[:, 2:]) / 2
            inner = _outside(trunk, inner if held is None else held(inner))
            moved = float(np.abs(inner - curves[:, 1:-1]).max())
            curves[:, 1:-1] = inner
            if moved < _STILL:
                break
    return curves


def _outside(trunk: Trunk, curves: Floats) -> Floats:
    apart, out = trunk.apart(curves.reshape(-1, 3))
    found: Floats = curves + (np.maximum(OFF - apart, 0.0)[:, None] * out).reshape(curves.shape)
    return found
