"""Straps round the tubes of a frame: each a ring that stands out from the webbing loop through which it is threaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.attached.built import thickness_bought
from bagpattern.model.strap import Mode
from bagpattern.sewn.bag import Stuff
from bagpattern.sewn.dress.mesh import ribbon, surface, unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.notion import Notion
    from bagpattern.sewn.bag import Floats, Surface
    from bagpattern.sewn.dress.ground import Ground

_TURNS = 48
"""Points round a tube."""
_LIFT = 0.8
"""mm of its middle above the cloth, under the webbing of its loop."""


def round_tubes(ground: Ground) -> tuple[list[Surface], set[str]]:
    """Every strap round a tube, and the ids of what is shown."""
    made: list[Surface] = []
    for notion in ground.draft.notions:
        if notion.strap is not None and notion.strap.mode is Mode.TUBE:
            rings = [ribbon(*each, notion.strap.width, thickness_bought(notion)) for each in _rings(ground, notion)]
            made += [surface(notion.id, Stuff.WEBBING, each, notion=notion.id) for each in rings]
    return made, {each.notion for each in made}


def _rings(ground: Ground, notion: Notion) -> Iterator[tuple[Floats, Floats]]:
    """The way of each strap, and its outer side there: a circle across the middle of its loop."""
    assert notion.strap is not None
    radius = (notion.strap.most or 0.0) / (2 * np.pi)
    for sheet in ground.body.sheets:
        for line in (each for each in sheet.panel.lines if each.holds and each.owner == notion.owner):
            ends = np.array([[each.real, each.imag] for each in (line.path.start, line.path.end)])
            spots = ground.on(sheet.panel.id, sheet.copy, np.vstack([ends, ends.mean(axis=0)]), _LIFT)
            at, out = spots.points[2], spots.normals[2]
            across = unit(np.cross(spots.points[1] - spots.points[0], out))
            angles = np.linspace(0.0, 2 * np.pi, _TURNS)[:, None]
            away = np.sin(angles) * across - np.cos(angles) * out
            yield at + radius * (out + away), away
