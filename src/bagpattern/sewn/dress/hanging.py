"""How a strap hangs: a smooth curve of its length between its two ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from bagpattern.sewn.dress.mesh import evenly, run_of, unit

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats

_STEPS = 64
_HALVINGS = 40
STEP = 6.0
"""mm between the points of a hanging strap."""


def hanging(start: Any, leaving: Any, end: Any, arriving: Any, length: float) -> Floats:
    """A curve of that many mm from *start*, leaving it along *leaving*, to *end*, leaving that along *arriving*.

    When the ends lie farther apart than the strap is long, it is straight, and as long as it must be.
    """
    start, end = np.asarray(start, float), np.asarray(end, float)
    leaving, arriving = unit(leaving), unit(arriving)
    low, high = 0.0, 3.0 * length
    for _ in range(_HALVINGS):
        reach = (low + high) / 2
        if run_of(_curve(start, reach * leaving, end, reach * arriving))[-1] < length:
            low = reach
        else:
            high = reach
    return evenly(_curve(start, low * leaving, end, low * arriving), STEP)


def _curve(start: Floats, out: Floats, end: Floats, back: Floats) -> Floats:
    """The cubic of Bezier whose handles are *out* and *back*."""
    u = np.linspace(0.0, 1.0, _STEPS)[:, None]
    v = 1.0 - u
    found: Floats = v**3 * start + 3 * u * v**2 * (start + out) + 3 * u**2 * v * (end + back) + u**3 * end
    return found


def aside(curve: Floats, middle: float, room: float, wide: float) -> Floats:
    """A handle's curve on its own side of a bag, *room* mm off the *middle* of that from front to back.

    Two handles that lean together meet there, and do not go through each other. A handle that leans is *wide* that way,
    too.
    """
    side = np.sign(curve[0, 2] - middle)
    away = side * (curve[:, 2] - middle)
    top = int(np.argmax(curve[:, 1]))
    over, up = away[0] - away[top], curve[top, 1] - curve[0, 1]
    room += wide / 2 * max(over, 0.0) / max(float(np.hypot(over, up)), 1.0)
    least, foot = float(away.min()), float(min(away[0], away[-1]))
    if foot <= room or least >= room:
        return curve
    share = (foot - room) / (foot - least)
    found = curve.copy()
    found[:, 2] = middle + side * np.where(away < foot, foot - share * (foot - away), away)
    return found


def turning(curve: Floats, first: Any, last: Any) -> Floats:
    """Normals along a curve that turn evenly from the *first* to the *last*, always square to it."""
    along = unit(np.gradient(curve, axis=0))
    share = (run_of(curve) / run_of(curve)[-1])[:, None]
    share = share * share * (3.0 - 2.0 * share)
    given = (1.0 - share) * np.asarray(first, float) + share * np.asarray(last, float)
    return unit(given - (given * along).sum(axis=1, keepdims=True) * along)
