"""Labels that are bought: flat on a face, in the place that is marked for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.sewn.bag import Stroke, StrokeKind, Stuff, Surface
from bagpattern.sewn.dress.mesh import ribbon, surface

if TYPE_CHECKING:
    from bagpattern.model.marks import Line
    from bagpattern.model.notion import Notion
    from bagpattern.sewn.dress.ground import Copy, Ground

_THICK, _LIFT = 0.8, 0.8
"""mm of a label, its ends folded under; mm of its middle off the face [K]."""
_STEP = 8.0


def woven(ground: Ground) -> tuple[list[Surface], list[Stroke], set[str]]:
    """All woven labels that lie on the ground, their stitching, and their ids."""
    surfaces: list[Surface] = []
    strokes: list[Stroke] = []
    for notion in (each for each in ground.draft.notions if each.kind == "label"):
        for panel in ground.draft.panels:
            for line in panel.lines:
                if line.holds == notion.id and ground.has(panel.id, 1):
                    surfaces.append(_label(ground, (panel.id, 1), line, notion))
                    strokes.append(_stitched(ground, (panel.id, 1), line))
    return surfaces, strokes, {each.notion for each in surfaces}


def _label(ground: Ground, key: Copy, line: Line, notion: Notion) -> Surface:
    """A strip across the middle of its place, as high as it is sold."""
    left, low, right, high = line.path.bounds
    wide, up = notion.sides
    middle = (left + right) / 2
    across = np.linspace(middle - wide / 2, middle + wide / 2, max(2, round(wide / _STEP)))
    spots = ground.on(*key, np.stack([across, np.full(len(across), (low + high) / 2)], axis=1), _LIFT)
    mesh = ribbon(spots.points, spots.normals, up, _THICK)
    return surface(notion.id, Stuff.WEBBING, mesh, notion=notion.id)


def _stitched(ground: Ground, key: Copy, line: Line) -> Stroke:
    """The stitching all round."""
    ats = np.linspace(0.0, line.length, max(8, round(line.length / _STEP)))
    places = np.array([line.path.point_at(float(at)) for at in ats])
    spots = ground.on(*key, np.stack([places.real, places.imag], axis=1), _LIFT + _THICK)
    return Stroke(StrokeKind.TOPSTITCH, spots.points, spots.normals, line.name)
