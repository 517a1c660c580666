"""Where a bag is on its wearer: against the body, as low as its straps let it hang."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.sewn.dress.mesh import run_of
from bagpattern.sewn.wearing.carrying import hand_at
from bagpattern.values import value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.wearing.carrying import Carrying
    from bagpattern.sewn.wearing.trunk import Trunk

_SUNK = 6.0
"""mm that a bag sinks in where it rests: both give way [K]."""
_BESIDE = 12.0
"""mm between a leg and a bag that hangs from the hand [K]."""
_ONE = 1.0
"""mm: the ends of a loop that are nearer to each other than that are in one place."""
_NEAR = 0.1
"""mm by which it may be nearer or farther."""
_TIMES = 8
_HALVINGS = 9
"""Of the heights between which a bag may be: less than 2 mm are left."""


class Run(NamedTuple):
    """A stretch of a strap that is worn, from place to place in the bag's space; ``of`` is its panel or notion."""

    of: str
    copy: int
    start: Floats
    end: Floats


@value
class Placed:
    """A bag on a trunk: its space turned and then moved by ``move`` is that of the figure; the hand is ``aside``."""

    trunk: Trunk
    carrying: Carrying
    move: Floats
    aside: float

    def there(self, points: Floats) -> Floats:
        """Places on the bag, in the space of the figure."""
        found: Floats = points @ self.carrying.turn.T + self.move
        return found

    def back(self, points: Floats) -> Floats:
        """Places on the figure, in the space of the bag."""
        found: Floats = (points - self.move) @ self.carrying.turn
        return found

    def routes(self, starts: Floats, ends: Floats, fine: bool = True) -> list[Floats]:
        """How straps run over the body, each between two places, r x 3; all in the space of the figure."""
        hand = hand_at(self.trunk.stature, self.aside)
        return self.carrying.route(self.trunk, starts, ends, hand, fine)

    def run(self, start: Floats, end: Floats) -> tuple[Floats, Floats]:
        """Likewise of one strap in the space of the bag, and the way out of the body along it."""
        (curve,) = self.routes(self.there(start[None]), self.there(end[None]))
        _, out = self.trunk.apart(curve)
        return self.back(curve), out @ self.carrying.turn


def placed(trunk: Trunk, carrying: Carrying, body: Floats, runs: Sequence[Run], worn: Mapping[str, float]) -> Placed:
    """A bag, n x 3 places of its *body*, so that each strap is as long as it is *worn*, mm by panel or notion."""
    high = min(carrying.highest, _under(trunk, carrying, body, runs))
    low = min(carrying.lowest, high) if runs else high
    grip = _grip(carrying, body, runs)
    for _ in range(_HALVINGS if high > low else 0):
        middle = (high + low) / 2
        if _longer(_at(trunk, carrying, body, middle, grip), runs, worn):
            low = middle
        else:
            high = middle
    return _at(trunk, carrying, body, (high + low) / 2, grip)


def hung_so(carrying: Carrying, body: Floats, runs: Sequence[Run]) -> Carrying:
    """How a bag is carried that hangs from one place alone: turned, so that its middle is below that."""
    if not runs or any(np.abs(each.start - each.end).max() > _ONE for each in runs):
        return carrying
    aside, above, _ = np.mean([each.start for each in runs], axis=0) - (body.min(axis=0) + body.max(axis=0)) / 2
    return carrying._replace(tilted=-float(np.degrees(np.arctan2(aside, above))))


def _grip(carrying: Carrying, body: Floats, runs: Sequence[Run]) -> Floats:
    """The middle between the ends of what holds the bag, or that of its body; turned as the bag is."""
    found = np.array([each for run in runs for each in (run.start, run.end)]) if runs else body
    turned = found @ carrying.turn.T
    middle: Floats = (turned.min(axis=0) + turned.max(axis=0)) / 2
    return middle


def _under(trunk: Trunk, carrying: Carrying, body: Floats, runs: Sequence[Run]) -> float:
    """The share of the stature at which the ends of straps are as high as what holds them."""
    ends = np.array([each for run in runs for each in (run.start, run.end)]).reshape(-1, 3) @ carrying.turn.T
    turned = body @ carrying.turn.T
    above = ends[:, 1].max() - (turned[:, 1].min() + turned[:, 1].max()) / 2 if len(ends) else 0.0
    return carrying.hangs - float(above) / trunk.stature


def _longer(bag: Placed, runs: Sequence[Run], worn: Mapping[str, float]) -> bool:
    """Whether straps would have to be longer than they are worn."""
    starts, ends = np.array([each.start for each in runs]), np.array([each.end for each in runs])
    needed = sum(float(run_of(each)[-1]) for each in bag.routes(bag.there(starts), bag.there(ends), fine=False))
    return needed > sum(worn[of] for of, _ in dict.fromkeys((each.of, each.copy) for each in runs))


def _at(trunk: Trunk, carrying: Carrying, body: Floats, middle: float, grip: Floats) -> Placed:
    """With the middle of the bag at a share of the stature's height; in the hand, its *grip* below that."""
    turned = body @ carrying.turn.T
    low, high = turned.min(axis=0), turned.max(axis=0)
    move = np.array((0.0, middle * trunk.stature, 0.0)) - (low + high) / 2
    if not carrying.rests:
        return _beside(trunk, carrying, float(move[1]), grip, float(low[0]))
    move = move + 0.14 * trunk.stature * carrying.out
    for _ in range(_TIMES):
        over = float(trunk.apart(turned + move)[0].min()) + _SUNK
        move = move - over * carrying.out
        if abs(over) < _NEAR:
            break
    return Placed(trunk, carrying, move, 0.0)


def _beside(trunk: Trunk, carrying: Carrying, high: float, grip: Floats, inner: float) -> Placed:
    """Under a hand that is as far out as what of the bag is on the leg's side of its grip asks for."""
    hand = hand_at(trunk.stature, 0.0)
    leg = 0.097 * trunk.stature
    aside = max(leg + _BESIDE + float(grip[0]) - inner - hand[0], 0.0)
    return Placed(trunk, carrying, np.array((hand[0] + aside - grip[0], high, hand[2] - grip[2])), aside)
