"""A rolled top: the cloth above the line to which it is rolled down, as a roll, and the webbing that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.model.marks import LineKind
from bagpattern.model.panel import Role
from bagpattern.sewn.bag import Stroke, StrokeKind, Stuff, Surface
from bagpattern.sewn.dress.ground import UP, Ground, evenly_along
from bagpattern.sewn.dress.hanging import hanging, turning
from bagpattern.sewn.dress.mesh import framed, ribbon, surface, sweep
from bagpattern.sewn.dress.wings import buckled
from bagpattern.sewn.folds import folds_once

if TYPE_CHECKING:
    from bagpattern.model.marks import Line
    from bagpattern.model.notion import Notion
    from bagpattern.model.panel import Panel
    from bagpattern.sewn.bag import Floats

_HIGH, _DEEP = 15.0, 10.5
"""mm of half a roll: stiffened by its webbing, it is higher than it is deep [K]."""
_LAYERS = 2.4
"""How often the cloth's end is seen in the end of the roll."""
_OVER = 14.0
"""mm from the top of a roll to the buckle over it [K]."""


def rolled(ground: Ground) -> tuple[list[Surface], list[Stroke], set[str]]:
    """The roll, its webbing and its buckle, and the ids of what is shown."""
    line = _line(ground)
    if line is None:
        return [], [], set()
    across = np.linspace(-1.0, 1.0, 13)[:, None]
    low, high = line[np.argmin(line[:, 0])], line[np.argmax(line[:, 0])]
    front = line[:, 2].max() - line[:, 2].min()
    spine = (low + high) / 2 + across * (high - low) / 2 + np.array((0.0, 0.6 * _HIGH, 0.15 * front + 0.5 * _DEEP))
    material = next(each.panel.material for each in ground.body.sheets if _rolls(each.panel))
    turn = np.arange(20) * (2 * np.pi / 20)
    profile = np.stack([_DEEP * np.cos(turn), _HIGH * np.sin(turn)], axis=1)
    roll = sweep(spine, UP, profile)
    surfaces = [surface("roll", material, roll)]
    strokes = [_spiral(spine, -1), _spiral(spine, 1)]
    held, shown = _held(ground, spine)
    return surfaces + held, strokes, shown


def _rolls(panel: Panel) -> list[Line]:
    """The lines across a panel of the body to which a part of the bag folds it down."""
    if panel.role is not Role.BODY:
        return []
    return [each for each in panel.lines if each.kind is LineKind.FOLD and each.owner and not each.crease]


def _line(ground: Ground) -> Floats | None:
    """The places of the lines to which the top is rolled down, k x 3; None where it is not, or folded only once."""
    found: list[Floats] = []
    for sheet in () if folds_once(ground.draft) else ground.body.sheets:
        for line in _rolls(sheet.panel):
            at = evenly_along(line.length, 15.0)
            found.append(ground.along(sheet.panel.id, sheet.copy, line.name, at).points)
    return np.concatenate(found) if found else None


def _spiral(spine: Floats, end: int) -> Stroke:
    """The edges of the cloth in an end of the roll."""
    at = spine[0 if end < 0 else -1] + end * np.array((0.4, 0.0, 0.0))
    turn = np.linspace(0.0, 2 * np.pi * _LAYERS, 60)
    share = 0.15 + 0.85 * turn / turn[-1]
    places = at + np.outer(share * _HIGH * np.sin(turn), UP) + np.outer(share * _DEEP * np.cos(turn), (0, 0, 1))
    return Stroke(StrokeKind.EDGE, places, np.tile((float(end), 0.0, 0.0), (60, 1)), "roll")


def _held(ground: Ground, spine: Floats) -> tuple[list[Surface], set[str]]:
    """The webbing from either end of the roll up to its buckle."""
    notion, buckle = _closing(ground)
    if notion is None or buckle is None:
        return [], set()
    width = notion.width or 25.0
    middle = spine[len(spine) // 2] + (_HIGH + _OVER) * UP
    meshes = []
    for end, way in ((spine[0], -1.0), (spine[-1], 1.0)):
        start = end + np.array((-way * 6.0, 0.3 * _HIGH, _DEEP + 0.8))
        half, foot = float(np.linalg.norm(middle - start)), middle + np.array((way * 0.7 * width, 0.0, 0.0))
        curve = hanging(start, (way, 0.9, 0.2), foot, (way, 0.15, 0.0), 1.04 * half)
        meshes.append(ribbon(curve, turning(curve, (0.0, 0.3, 1.0), UP), width, 1.8))
    surfaces = [surface(notion.id, Stuff.WEBBING, *meshes, notion=notion.id)]
    surfaces += buckled(framed(middle - 4.0 * UP, (1.0, 0.0, 0.0), UP), buckle.id, width)
    return surfaces, {notion.id, buckle.id}


def _closing(ground: Ground) -> tuple[Notion | None, Notion | None]:
    """The webbing that lies along the rim, and the buckle on it."""
    held = {line.holds for sheet in ground.body.sheets for line in sheet.panel.lines if line.holds}
    for buckle in ground.draft.notions:
        if buckle.kind == "buckle" and buckle.threads in held:
            return next((each for each in ground.draft.notions if each.id == buckle.threads), None), buckle
    return None, None
