"""How each way to carry a bag goes: how the bag is turned, what holds it, by which places its straps run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.model.strap import Way
from bagpattern.sewn.dress.mesh import at_runs, run_of
from bagpattern.sewn.wearing.figure import BEHIND, GRIPPING, HANGING, HOLDING
from bagpattern.sewn.wearing.taut import OFF, taut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.wearing.trunk import Trunk

    Route = Callable[["Trunk", "Floats", "Floats", "Floats", bool], list["Floats"]]

_HAND = np.array((0.1565, 0.4300, 0.022))
"""Shares of the stature: where a hand that hangs holds a handle."""
_OVER_BACKPACK, _OVER_CROSSBODY, _OVER_SHOULDER, _OVER_CHEST = 0.062, -0.052, 0.080, -0.080
"""Shares of the stature: how far from the neck's middle a strap goes over a shoulder."""
_ARMPIT, _ARM = 0.750, 0.092
"""Shares of the stature: the armpit's height; what is farther from the middle goes below it."""


class Carrying(NamedTuple):
    """One way to carry a bag on a figure that faces z.

    The bag's front looks to ``front`` degrees round it from there to its left, ``tilted`` by degrees clockwise in the
    picture; it rests against the trunk where ``rests``. Looked at from ``seen`` degrees. ``route`` leads straps from
    starts to ends, each r x 3. The middle of the bag is between ``highest`` and ``lowest``, shares of the stature;
    where these are one, it is there whatever its straps are. What holds its straps is ``hangs``, a share of the
    stature, high.
    """

    front: float
    tilted: float
    rests: bool
    seen: float
    route: Route
    arm: Sequence[tuple[float, float, float]]
    highest: float
    lowest: float
    hangs: float = 1.0

    @property
    def turn(self) -> Floats:
        """Columns: the axes of the bag in the figure's space."""
        angle, tilt = np.radians(self.front), np.radians(self.tilted)
        about_y = np.array([[np.cos(angle), 0, np.sin(angle)], [0, 1, 0], [-np.sin(angle), 0, np.cos(angle)]])
        about_z = np.array([[np.cos(tilt), np.sin(tilt), 0], [-np.sin(tilt), np.cos(tilt), 0], [0, 0, 1]])
        found: Floats = about_y @ about_z
        return found

    @property
    def out(self) -> Floats:
        """The way from the figure to the bag."""
        found: Floats = self.turn @ (0.0, 0.0, 1.0)
        return found


def over(trunk: Trunk, aside: float) -> Floats:
    """The place on a shoulder where a strap goes over it, that share of the stature *aside*."""
    heights = np.linspace(0.70, 0.88, 181) * trunk.stature
    wide, _, middle, *_ = trunk.sections(heights).T
    at = np.flatnonzero(wide >= abs(aside) * trunk.stature)[-1]
    return np.array((aside * trunk.stature, heights[at] + OFF, middle[at]))


def _leg(*places: Floats) -> Floats:
    """Chains of places, r x k x 3; each place is that of one strap or of all."""
    found: Floats = np.stack(np.broadcast_arrays(*places), axis=1)
    return found


def _at(trunk: Trunk, *shares: Sequence[float | Floats]) -> list[Floats]:
    """Places of all straps, shares of the stature; one for each where those of a share are."""
    return [np.column_stack(np.broadcast_arrays(*each)) * trunk.stature for each in shares]


def _sorted(start: Floats, end: Floats, axis: int) -> tuple[Floats, Floats]:
    """The ends of each strap, that which is farther along an axis first."""
    first = (start[:, axis] >= end[:, axis])[:, None]
    return np.where(first, start, end), np.where(first, end, start)


def _on_back(trunk: Trunk, start: Floats, end: Floats, _: Floats, fine: bool) -> list[Floats]:
    """From the upper end over the shoulder, down before it, and under the arm to the lower end."""
    upper, lower = _sorted(start, end, 1)
    farthest = np.where(np.abs(start[:, 0]) >= np.abs(end[:, 0]), start[:, 0], end[:, 0])
    side = np.where(farthest > 0, 1.0, -1.0)
    top = over(trunk, _OVER_BACKPACK) * np.column_stack(np.broadcast_arrays(side, 1.0, 1.0))
    under = _at(trunk, (side * 0.072, 0.77, 0.075), (side * 0.088, 0.73, 0.06), (side * 0.112, 0.73, 0.0))

    def held(points: Floats) -> Floats:
        """Under the arm, where it is beside the trunk."""
        found = points.copy()
        beside = side[:, None] * points[..., 0] > _ARM * trunk.stature
        found[beside, 1] = np.minimum(points[beside, 1], _ARMPIT * trunk.stature)
        return found

    above = taut(trunk, [_leg(upper, top)], None, fine)
    below = taut(trunk, [_leg(top, *under, lower)], held, fine)
    return _from([np.concatenate([one, other[1:]]) for one, other in zip(above, below, strict=True)], start)


def _across(trunk: Trunk, start: Floats, end: Floats, _: Floats, fine: bool) -> list[Floats]:
    """Over the other shoulder: one half over the chest, the other over the back."""
    front, rear = _sorted(start, end, 2)
    top = over(trunk, _OVER_CROSSBODY)
    chest = _leg(front, *_at(trunk, (0.05, 0.62, 0.085), (-0.02, 0.74, 0.085)), top)
    back = _leg(top, *_at(trunk, (-0.02, 0.74, -0.09), (0.06, 0.62, -0.09), (0.115, 0.56, -0.03)), rear)
    return _from(taut(trunk, [chest, back], None, fine), start)


def _from_shoulder(trunk: Trunk, start: Floats, end: Floats, _: Floats, fine: bool) -> list[Floats]:
    """Over the shoulder above it, one half before the arm, the other behind."""
    top = over(trunk, _OVER_SHOULDER)
    return taut(trunk, [_leg(start, top), _leg(top, end)], None, fine)


def _in_hand(_: Trunk, start: Floats, end: Floats, hand: Floats, fine: bool) -> list[Floats]:
    """Straight up to the hand, over its breadth, and down."""
    along = (end - start) * (1, 0, 1)
    long = np.maximum(np.linalg.norm(along, axis=1), 1e-6)
    half = along * (np.minimum(long / 2, 35.0) / long)[:, None]
    curves = _leg(start, hand - half, hand + half, end)
    return [_resampled(each) for each in curves] if fine else [*curves]


def _round(trunk: Trunk, start: Floats, end: Floats, _: Floats, fine: bool) -> list[Floats]:
    """Round the hip, level."""
    high = (start[:, 1] + end[:, 1]) / 2 / trunk.stature
    side = np.where(start[:, 0] > 0, 1.0, -1.0)
    around = (0.13, 0.0), (0.06, -0.11), (-0.06, -0.11), (-0.13, 0.0)
    behind = _at(trunk, *((side * aside, high, before) for aside, before in around))

    def level(points: Floats) -> Floats:
        found = points.copy()
        found[..., 1] = high[:, None] * trunk.stature
        return found

    return taut(trunk, [_leg(start, *behind, end)], level, fine)


def _over_chest(trunk: Trunk, start: Floats, end: Floats, _: Floats, fine: bool) -> list[Floats]:
    """From the upper end over the shoulder, down the back, and under the other arm to the lower end."""
    upper, lower = _sorted(start, end, 1)
    top = over(trunk, _OVER_CHEST)
    behind = _at(trunk, (-0.01, 0.74, -0.09), (0.07, 0.66, -0.08), (0.118, 0.62, 0.0))
    return _from(taut(trunk, [_leg(upper, top), _leg(top, *behind, lower)], None, fine), start)


def _from(curves: list[Floats], starts: Floats) -> list[Floats]:
    """The same curves, each from its start on."""
    found = []
    for curve, start in zip(curves, starts, strict=True):
        near = [float(np.linalg.norm(curve[at] - start)) for at in (0, -1)]
        found.append(curve if near[0] <= near[1] else curve[::-1])
    return found


def _resampled(curve: Floats) -> Floats:
    return at_runs(curve, np.linspace(0.0, float(run_of(curve)[-1]), 46))


CARRYING = {
    Way.BACKPACK: Carrying(180.0, 0.0, True, 208.0, _on_back, HANGING, 0.80, 0.45),
    Way.CROSSBODY: Carrying(62.0, 0.0, True, 32.0, _across, BEHIND, 0.66, 0.25),
    Way.SHOULDER: Carrying(90.0, 0.0, True, 42.0, _from_shoulder, HOLDING, 0.76, 0.30, 0.81),
    Way.CHEST: Carrying(0.0, 52.0, True, 14.0, _over_chest, HANGING, 0.69, 0.69),
    Way.HIP: Carrying(12.0, 0.0, True, 26.0, _round, HANGING, 0.545, 0.545),
    Way.HAND: Carrying(90.0, 0.0, False, 40.0, _in_hand, GRIPPING, 0.43, 0.05, 0.43),
}
"""By way: on the back, from the other shoulder before the hip, under the arm, before the chest, at the hip, in hand."""


def hand_at(stature: float, aside: float) -> Floats:
    """Where a hand is that is moved *aside* by so many mm."""
    return _HAND * stature + (aside, 0.0, 0.0)
