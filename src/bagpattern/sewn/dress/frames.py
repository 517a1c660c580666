"""A metal frame round the rim of a purse: a band of metal on front and back, and the two balls of its kiss-lock."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bagpattern.sewn.bag import Stroke, StrokeKind, Stuff, Surface
from bagpattern.sewn.dress.ground import UP, evenly_along
from bagpattern.sewn.dress.mesh import framed, ribbon, surface, tube, turned_solid, unit
from bagpattern.sewn.framed import rigid_lines, stiff
from bagpattern.values import replace

if TYPE_CHECKING:
    from bagpattern.model.marks import Line
    from bagpattern.model.notion import Notion
    from bagpattern.model.panel import Panel
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.dress.ground import Ground
    from bagpattern.sewn.dress.mesh import Mesh

_STEP = 4.0
_THICK = 2.0
"""mm of the metal, and half of what is bent over the rim."""
_BALL, _STEM = 4.5, 3.0
"""mm: radius of a ball of the lock, and how far it stands off the frame [K]."""
_ASIDE = 3.0
"""mm from the middle to either ball: they snap past each other [K]."""
_HOLES = 2.0
"""mm from the inner edge of a frame to the holes along it [K]."""


def frames(ground: Ground) -> tuple[list[Surface], list[Stroke], set[str]]:
    """The frames whose lines are on the bag, the stitches that hold them, and the ids of the notions that are shown."""
    made: list[Surface] = []
    rows: list[Stroke] = []
    shown: set[str] = set()
    by_hand = {each for task in ground.draft.tasks for do in task.operations if do.stitches for each in do.notions}
    for notion in ground.draft.notions:
        for number, (panel, line) in enumerate(_lines(ground, notion)):
            half = _Half.of(ground, panel, line)
            metal = surface(notion.id, Stuff.METAL, *half.meshes(1.0 if number else -1.0), notion=notion.id)
            made.append(replace(metal, rims=True))
            rows += [half.stitches(notion.id)] if notion.id in by_hand else []
            shown.add(notion.id)
    return made, rows, shown


def _lines(ground: Ground, notion: Notion) -> list[tuple[Panel, Line]]:
    """Where the inner edge of a frame lies on panels of the body."""
    panels = [panel for panel in ground.draft.panels if ground.body.has(panel.id)]
    return [(each, line) for each in panels for line in rigid_lines(ground.draft, each) if line.holds == notion.id]


class _Half(NamedTuple):
    """One half of a frame, which lies in a plane: its inner edge and its outer one, k x 3 each, and its ``normal``.

    ``groove`` is the mm between them.
    """

    inner: Floats
    outer: Floats
    normal: Floats
    groove: float

    @classmethod
    def of(cls, ground: Ground, panel: Panel, line: Line) -> _Half:
        """That on the rim of a panel: metal stays flat, however the cloth in it bulges."""
        rim = panel.edge("top").path
        groove = abs(rim.point_at(rim.length / 2) - line.path.point_at(line.length / 2))
        flat = np.stack([_beside(line, share) for share in (0.0, groove)])
        spots = ground.on(panel.id, 1, flat.reshape(-1, 2), _THICK / 2)
        middle, across = stiff(flat.reshape(-1, 2), spots.points, np.ones(len(spots.points)))
        inner, outer = middle + (flat - flat.mean(axis=(0, 1))) @ across
        return cls(inner, outer, np.cross(*across), groove)

    def meshes(self, side: float) -> list[Mesh]:
        """What lies on the panel, its bent edge, and a ball on the *side* of the middle."""
        middle = len(self.outer) // 2
        along = unit(self.outer[middle + 1] - self.outer[middle - 1])
        foot = framed(self.outer[middle] + side * _ASIDE * along, along, UP)
        on = (self.inner + self.outer) / 2
        normals = np.broadcast_to(self.normal, on.shape)
        return [ribbon(on, normals, self.groove, _THICK), tube(self.outer, _THICK), turned_solid(foot, _ball())]

    def stitches(self, owner: str) -> Stroke:
        """Those through its holes, along its inner edge."""
        share = _HOLES / self.groove
        points = self.inner + share * (self.outer - self.inner) + (_THICK / 2 + 0.2) * self.normal
        return Stroke(StrokeKind.TOPSTITCH, points, np.broadcast_to(self.normal, points.shape), owner)


def _beside(line: Line, out: float) -> Floats:
    """Places along a line, *out* mm outward of it, k x 2."""
    at = evenly_along(line.length, _STEP)
    places = [line.path.point_at(float(each)) - 1j * line.path.tangent_at(float(each)) * out for each in at]
    return np.array([(each.real, each.imag) for each in places])


def _ball() -> Floats:
    """Its outline on the lathe: a stem, and the ball on it."""
    turn = np.linspace(-0.8 * np.pi / 2, np.pi / 2, 9)
    ball = np.stack([_STEM + _BALL + _BALL * np.sin(turn), np.maximum(_BALL * np.cos(turn), 0.05)], axis=1)
    return np.concatenate([[(0.0, _BALL / 3), (_STEM, _BALL / 3)], ball])
