"""A metal frame round the rim of a purse: a band of metal on front and back, and the two balls of its kiss-lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.sewn.bag import Stuff, Surface
from bagpattern.sewn.dress.ground import UP, evenly_along
from bagpattern.sewn.dress.mesh import framed, ribbon, surface, tube, turned_solid

if TYPE_CHECKING:
    from bagpattern.model.marks import Line
    from bagpattern.model.notion import Notion
    from bagpattern.model.panel import Panel
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.body import Spots
    from bagpattern.sewn.dress.ground import Ground
    from bagpattern.sewn.dress.mesh import Mesh

_RIGID = frozenset({"purse-frame", "sew-in-frame"})
"""Kinds of stock that are frames on the rim; sprung ones lie in channels, and are not seen."""
_STEP = 4.0
_THICK = 2.0
"""mm of the metal, and half of what is bent over the rim."""
_BALL, _STEM = 4.5, 3.0
"""mm: radius of a ball of the lock, and how far it stands off the frame [K]."""
_ASIDE = 3.0
"""mm from the middle to either ball: they snap past each other [K]."""


def frames(ground: Ground) -> tuple[list[Surface], set[str]]:
    """The frames whose lines are on the bag, and the ids of the notions that are shown."""
    made: list[Surface] = []
    shown: set[str] = set()
    for notion in ground.draft.notions:
        for number, (panel, line) in enumerate(_lines(ground, notion)):
            half = _half(ground, panel, line, 1.0 if number else -1.0)
            made.append(surface(notion.id, Stuff.METAL, *half, notion=notion.id))
            shown.add(notion.id)
    return made, shown


def _lines(ground: Ground, notion: Notion) -> list[tuple[Panel, Line]]:
    """Where the inner edge of a frame lies on panels of the body."""
    if notion.kind not in _RIGID:
        return []
    panels = [panel for panel in ground.draft.panels if ground.body.has(panel.id)]
    return [(panel, line) for panel in panels for line in panel.lines if line.holds == notion.id]


def _half(ground: Ground, panel: Panel, line: Line, side: float) -> list[Mesh]:
    """One half of the frame: what lies on the panel, its bent edge, and a ball on the *side* of the middle."""
    rim = panel.edge("top").path
    groove = abs(rim.point_at(rim.length / 2) - line.path.point_at(line.length / 2))
    on, edge = (_beside(ground, panel, line, share * groove) for share in (0.5, 1.0))
    middle = len(edge.points) // 2
    along = edge.points[middle + 1] - edge.points[middle - 1]
    foot = framed(edge.points[middle] + side * _ASIDE * along / np.linalg.norm(along), along, UP)
    return [
        ribbon(on.points, on.normals, groove, _THICK),
        tube(edge.points, _THICK),
        turned_solid(foot, _ball()),
    ]


def _beside(ground: Ground, panel: Panel, line: Line, out: float) -> Spots:
    """Places along a line, *out* mm outward of it."""
    at = evenly_along(line.length, _STEP)
    places = [line.path.point_at(float(each)) - 1j * line.path.tangent_at(float(each)) * out for each in at]
    return ground.on(panel.id, 1, np.array([(each.real, each.imag) for each in places]), _THICK / 2)


def _ball() -> Floats:
    """Its outline on the lathe: a stem, and the ball on it."""
    turn = np.linspace(-0.8 * np.pi / 2, np.pi / 2, 9)
    ball = np.stack([_STEM + _BALL + _BALL * np.sin(turn), np.maximum(_BALL * np.cos(turn), 0.05)], axis=1)
    return np.concatenate([[(0.0, _BALL / 3), (_STEM, _BALL / 3)], ball])
