"""How far a cord draws a top in, and what is left of the cloth's width there: the rest lies in folds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.model.closing import Closes
from bagpattern.model.pattern import Where
from bagpattern.model.wall import Wall
from bagpattern.sewn.walls import up_the_side

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.topology import Topology
    from bagpattern.sewn.weld import Glued

_LEFT, _WORN, _CLOSED = 0.55, 0.3, 0.12
"""What is left of a rim's length: of one that stays open, of one that its cords pull shut when they carry the bag, and
of one that closes over the bag [K]."""
_SLOPE = 1.41
"""mm of cloth that are drawn in for each that it comes inward: it falls at half a right angle [K]."""
_FAR = 1.5
"""Times as far as that folds reach down in a sack that hangs from its cords: its weight pulls them long [K]."""
_LEAST = 0.15
"""Share of the bag's height that is drawn in at least: cloth bears no sharper bend at once [K]."""


class Gather(NamedTuple):
    """What a cord does to a top: the share ``left`` of its rim, and the mm of cloth from there that are drawn in."""

    left: float
    reach: float

    def share(self, away: Floats) -> Floats:
        """What is left of the cloth's width, *away* mm from the rim."""
        near = np.minimum(away / self.reach, 1.0)
        found: Floats = self.left + (1.0 - self.left) * near * near * (3.0 - 2.0 * near)
        return found


def gather_of(pattern: Pattern, mesh: Glued, surface: Topology) -> Gather:
    """How far the top of a bag that a cord closes is drawn in."""
    finished, closes, worn = pattern.finished, closes_over(pattern), _is_worn(pattern)
    left = _CLOSED if closes else _WORN if worn else _LEFT
    inward = finished.width / 2 - left * _around(surface) / (2 * np.pi)
    if closes:
        return Gather(left, max(up_the_side(mesh, Wall.FRONT) - finished.height, inward))
    return Gather(left, max((_FAR if worn else 1.0) * _SLOPE * inward, _LEAST * finished.height))


def closes_over(pattern: Pattern) -> bool:
    """Whether there is wall for the mouth to close over the bag."""
    measured = pattern.finished.measured
    return measured is not None and measured.height is Where.DRAWN


def _is_worn(pattern: Pattern) -> bool:
    """Whether the cord that closes it carries it, too: it runs on to rings."""
    notions = pattern.draft.notions
    held = {each for closing in pattern.draft.closings if closing.kind is Closes.DRAWSTRING for each in closing.held_by}
    owners = {each.owner for each in notions if each.kind == "cord" and each.id in held}
    return any(each.kind == "ring" and each.owner in owners for each in notions)


def _around(surface: Topology) -> float:
    """mm round the longest rim."""
    return max(float(surface.rest[surface.numbers_of(np.append(rim, rim[0]))].sum()) for rim in surface.rims)


def from_rim(surface: Topology) -> Floats:
    """n: the way over the cloth to the nearest rim, mm."""
    found = np.full(surface.count, 1e9)
    found[np.concatenate(surface.rims)] = 0.0
    i, j = surface.edges.T
    for _ in range(surface.count):
        new = found.copy()
        np.minimum.at(new, i, found[j] + surface.rest)
        np.minimum.at(new, j, found[i] + surface.rest)
        if (new == found).all():
            break
        found = new
    return found


def drawn(surface: Topology, gather: Gather) -> Floats:
    """e: how long each edge is once the cord is drawn: shorter across, the nearer to the rim; it lies in folds."""
    away = from_rim(surface)
    i, j = surface.edges.T
    share = gather.share((away[i] + away[j]) / 2)
    upright = np.minimum(np.abs(away[i] - away[j]), surface.rest)
    found: Floats = np.sqrt((surface.rest**2 - upright**2) * share**2 + upright**2)
    return found
