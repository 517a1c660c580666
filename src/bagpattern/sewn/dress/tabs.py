"""Tabs: strips folded in half, with a ring in the fold, and how they stand in the seams that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.model.strap import Way
from bagpattern.sewn.dress import hardware
from bagpattern.sewn.dress.ground import UP
from bagpattern.sewn.dress.mesh import Frame, framed, unit
from bagpattern.sewn.dress.strapping import GROUND, Strapping
from bagpattern.sewn.tops import is_sheet
from bagpattern.values import value

if TYPE_CHECKING:
    from bagpattern.sewn.dress.ends import End, Strap

_TOGETHER = 25.0
"""mm: a strap whose ends are nearer than that is a loop."""
_BACK = np.array((0.0, 0.0, -1.0))
"""The way from a bag to whoever wears it on the back."""
_DRAWN = np.array((0.7, 0.7, 0.0))
"""Aside, up and to the front: where the lower end of a shoulder strap draws its tab [K]."""
_OFF = 3.0
"""mm from the middle of such a tab to the back of the bag."""
_ROOT = 1.0
"""mm out of its seam where a tab begins to be seen: nothing of it shows inside."""
_RINGS = ("ring",)
_BESIDE = 16.0
"""mm round a tab's tip in which a wall would be in its way."""
_TURN = 4.0
"""mm from one turn of a roll to the next, at the least."""
STEEP = 0.6
"""What rises more is no way into the bag, nor a wall to rest on, but the way up along one."""
LEAN = 0.15
"""How far what is in a seam at an upper edge leans the way in which that points: it is pressed with its seam [K]."""


@value
class Tabs(Strapping):
    """The tabs of the bag."""

    def tab(self, strap: Strap, ends: list[End]) -> None:
        """A folded tab, and the ring in its fold."""
        reach = max(strap.length / 2 - 2.0, 6.0)
        if is_sheet(self.ground.body.pattern) and self._rolled_up(ends[0].frame):
            for key in (strap.key[0], *(each.id for each in self.threading(strap.key[0]))):
                self.hung.notes[key] = "it is rolled up in the bag, out of sight"
            return
        frame = self._on_ground(self._clear(self._drawn(_stood_up(ends)), reach), reach)
        curve = np.array([frame(along) for along in np.linspace(_ROOT, reach, 6)])
        self.ribbon(strap, curve, np.tile(frame.up, (6, 1)), 2 * strap.thickness, False)
        tip = frame.moved(along=reach)
        self.hung.tabs.setdefault(strap.owner, []).append(tip)
        for notion in self.threading(strap.key[0]):
            if notion.kind in _RINGS:
                width = notion.width or strap.width
                self.show(notion, hardware.d_ring(tip, width))
                self.hung.rings.setdefault(notion.id, []).append(tip.moved(along=hardware.ring_reach(width)))

    def _rolled_up(self, frame: Frame) -> bool:
        """Whether another turn of a roll lies round a place; a sheet that lies flat has none."""
        if np.ptp(self.ground.body.points[:, 2]) < 2.0 * _TURN:
            return False
        out = unit((frame.at - self.ground.middle) * (1, 0, 1))
        away = self.ground.body.points - frame.at
        beyond = away @ out
        beside = np.linalg.norm(away - np.outer(beyond, out), axis=1)
        return bool(((beside < _BESIDE) & (beyond > _TURN)).any())

    def _drawn(self, frame: Frame) -> Frame:
        """A tab's frame; of a pack on a back one of its lower half lies on that, drawn aside and up by its strap."""
        carried = self.ground.carried
        worn = carried is not None and carried.path is not None and carried.way is Way.BACKPACK
        if not worn or frame.at[1] > self.ground.middle[1]:
            return frame
        aside = np.copysign(1.0, frame.at[0] - self.ground.middle[0])
        return framed(frame.at + _OFF * _BACK, _DRAWN * (aside, 1.0, 1.0), _BACK)

    def _clear(self, frame: Frame, reach: float) -> Frame:
        """A tab's frame, turned off the wall where that comes out to where its tip would be."""
        away = self.ground.body.points - frame(along=reach)
        off = away @ frame.up
        near = (np.linalg.norm(away - np.outer(off, frame.up), axis=1) < _BESIDE) & (np.abs(off) < reach + _BESIDE)
        out = float(off[near].max()) + 3.0 if near.any() else 0.0
        return framed(frame.at, reach * frame.along + out * frame.up, frame.up) if 0.0 < out < reach else frame

    def _on_ground(self, frame: Frame, reach: float) -> Frame:
        """A tab's frame, where the bag stands: what would go into the ground lies on that, away from the bag."""
        carried = self.ground.carried
        drop = max(frame.at[1], GROUND) - GROUND
        if (carried is not None and carried.path is not None) or frame(along=reach)[1] >= GROUND:
            return frame
        level = frame.along * (1, 0, 1)
        if np.linalg.norm(level) < 0.1:
            level = frame.up * (1, 0, 1)
        fall = min(drop / reach, 0.95)
        return framed(frame.at, np.sqrt(1.0 - fall**2) * unit(level) - fall * UP, frame.up)


def is_tab(ends: list[End]) -> bool:
    """Whether a strap is folded in half: both of its ends lie at one place."""
    return len(ends) > 1 and float(np.linalg.norm(ends[0].frame.at - ends[-1].frame.at)) < _TOGETHER


def _stood_up(ends: list[End]) -> Frame:
    """The frame of a tab, both of whose ends lie at one place; in a seam at an upper edge of the bag it stands up."""
    frame = ends[0].frame._replace(at=np.mean([end.frame.at for end in ends], axis=0))
    if ends[0].in_edge and frame.along[1] > STEEP:
        return framed(frame.at, LEAN * frame.along + UP, frame.up)
    return frame
