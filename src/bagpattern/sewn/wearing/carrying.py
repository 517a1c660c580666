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

    Route = Callable[["Trunk", "Floats", "Floats", "Floats", bool], "Floats"]

_HAND = np.array((0.1565, 0.4300, 0.022))
"""Shares of the stature: where a hand that hangs holds a handle."""
_OVER_BACKPACK, _OVER_CROSSBODY, _OVER_SHOULDER, _OVER_CHEST = 0.062, -0.052, 0.080, -0.080
"""Shares of the stature: how far from the neck's middle a strap goes over a shoulder."""
_ARMPIT, _ARM = 0.750, 0.092
"""Shares of the stature: the armpit's height; what is farther from the middle goes below it."""


class Carrying(NamedTuple):
    """One way to carry a bag on a figure that faces z.

    The bag's front looks to ``front`` degrees round it from there to its left, ``tilted`` by degrees clockwise in the
    picture; it rests against the trunk where ``rests``. Looked at from ``seen`` degrees. ``route`` leads a strap from
    a start to an end. The middle of the bag is between ``highest`` and ``lowest``, shares of the stature; where these
    are one, it is there whatever its straps are. What holds its straps is ``hangs``, a share of the stature, high.
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
    wide, _, middle = trunk.sections(heights).T
    at = np.flatnonzero(wide >= abs(aside) * trunk.stature)[-1]
    return np.array((aside * trunk.stature, heights[at] + OFF, middle[at]))


def _leg(trunk: Trunk, start: Floats, shares: Sequence[tuple[float, float, float]], end: Floats) -> Floats:
    return np.array([start, *(np.array(each) * trunk.stature for each in shares), end])


def _on_back(trunk: Trunk, start: Floats, end: Floats, _: Floats, fine: bool) -> Floats:
    """From the upper end over the shoulder, down before it, and under the arm to the lower end."""
    upper, lower = (start, end) if start[1] >= end[1] else (end, start)
    side = 1.0 if max((start[0], end[0]), key=abs) > 0 else -1.0
    top = over(trunk, side * _OVER_BACKPACK)
    under = (side * 0.072, 0.77, 0.075), (side * 0.088, 0.73, 0.06), (side * 0.112, 0.73, 0.0)

    def held(points: Floats) -> Floats:
        """Under the arm, where it is beside the trunk."""
        beside = side * points[:, 0] > _ARM * trunk.stature
        low = np.minimum(points[:, 1], _ARMPIT * trunk.stature)
        return np.column_stack([points[:, 0], np.where(beside, low, points[:, 1]), points[:, 2]])

    above = taut(trunk, [np.array([upper, top])], None, fine)
    below = taut(trunk, [_leg(trunk, top, under, lower)], held, fine)
    return _from(np.concatenate([above, below[1:]]), start)


def _across(trunk: Trunk, start: Floats, end: Floats, _: Floats, fine: bool) -> Floats:
    """Over the other shoulder: one half over the chest, the other over the back."""
    front, rear = (start, end) if start[2] >= end[2] else (end, start)
    top = over(trunk, _OVER_CROSSBODY)
    chest = _leg(trunk, front, [(0.05, 0.62, 0.085), (-0.02, 0.74, 0.085)], top)
    back = _leg(trunk, top, [(-0.02, 0.74, -0.09), (0.06, 0.62, -0.09), (0.115, 0.56, -0.03)], rear)
    return _from(taut(trunk, [chest, back], None, fine), start)


def _from_shoulder(trunk: Trunk, start: Floats, end: Floats, _: Floats, fine: bool) -> Floats:
    """Over the shoulder above it, one half before the arm, the other behind."""
    top = over(trunk, _OVER_SHOULDER)
    return taut(trunk, [np.array([start, top]), np.array([top, end])], None, fine)


def _in_hand(_: Trunk, start: Floats, end: Floats, hand: Floats, fine: bool) -> Floats:
    """Straight up to the hand, over its breadth, and down."""
    along = (end - start) * (1, 0, 1)
    long = float(np.linalg.norm(along))
    half = along / max(long, 1e-6) * min(long / 2, 35.0)
    curve = np.array([start, hand - half, hand + half, end])
    return _resampled(curve) if fine else curve


def _round(trunk: Trunk, start: Floats, end: Floats, _: Floats, fine: bool) -> Floats:
    """Round the hip, level."""
    high = (start[1] + end[1]) / 2 / trunk.stature
    side = 1.0 if start[0] > 0 else -1.0
    around = (0.13, 0.0), (0.06, -0.11), (-0.06, -0.11), (-0.13, 0.0)
    behind = [(side * aside, high, before) for aside, before in around]

    def level(points: Floats) -> Floats:
        return np.column_stack([points[:, 0], np.full(len(points), high * trunk.stature), points[:, 2]])

    return taut(trunk, [_leg(trunk, start, behind, end)], level, fine)


def _over_chest(trunk: Trunk, start: Floats, end: Floats, _: Floats, fine: bool) -> Floats:
    """From the upper end over the shoulder, down the back, and under the other arm to the lower end."""
    upper, lower = (start, end) if start[1] >= end[1] else (end, start)
    top = over(trunk, _OVER_CHEST)
    behind = [(-0.01, 0.74, -0.09), (0.07, 0.66, -0.08), (0.118, 0.62, 0.0)]
    return _from(taut(trunk, [np.array([upper, top]), _leg(trunk, top, behind, lower)], None, fine), start)


def _from(curve: Floats, start: Floats) -> Floats:
    """The same curve, from *start* on."""
    near = [float(np.linalg.norm(curve[at] - start)) for at in (0, -1)]
    return curve if near[0] <= near[1] else curve[::-1]


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
