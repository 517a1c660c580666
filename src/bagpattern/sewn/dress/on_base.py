"""What lies loose on the base, inside: the cover of a board. It is of the wall that it lies on, and sewn to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.model.panel import Role
from bagpattern.model.wall import Wall
from bagpattern.sewn.bag import Stroke, StrokeKind
from bagpattern.sewn.dress.flats import around, flat_of, grain_uv
from bagpattern.sewn.dress.ground import UP
from bagpattern.sewn.dress.mesh import Mesh, surface

if TYPE_CHECKING:
    from bagpattern.model.panel import Panel
    from bagpattern.sewn.bag import Floats, Surface
    from bagpattern.sewn.dress.ground import Ground

_OFF = 2.0
"""mm from the base to the upper side of a board in its cover [K]."""
_NEAR = 20.0
"""mm within which the base is looked for below a place of the outline."""


def on_base(ground: Ground) -> tuple[list[Surface], list[Stroke]]:
    """The upper sides of all that lies so, and their edges."""
    surfaces, edges = [], []
    for panel in ground.draft.panels:
        if panel.role is Role.OTHER and any(each.wall is Wall.BASE for each in panel.facets):
            flat = flat_of(panel)
            points = _places(panel, flat.places)
            points[:, 1] = _level(ground, points[: flat.rim]) + _OFF
            normals = np.tile(UP, (len(points), 1))
            cloth = Mesh(points, normals, grain_uv(panel, flat.places), flat.triangles)
            surfaces.append(surface(panel.id, panel.material, cloth, piece=panel.id))
            edges.append(Stroke(StrokeKind.EDGE, around(points[: flat.rim]), around(normals[: flat.rim]), panel.id))
    return surfaces, edges


def _places(panel: Panel, drawn: Floats) -> Floats:
    """k x 3: where places of the panel lie, its middle on that of the base, and what leads to the front there."""
    facet = next(each for each in panel.facets if each.wall is Wall.BASE)
    left, low, right, high = panel.stitching_line.bounds
    turned = (drawn[:, 0] + 1j * drawn[:, 1] - complex(left + right, low + high) / 2) * (1j / facet.up)
    return np.stack([turned.real, np.zeros(len(drawn)), turned.imag], axis=1)


def _level(ground: Ground, rim: Floats) -> float:
    """mm from the ground up to where the base is at its highest below an outline: on a round one a board lies so."""
    body = ground.body.points
    found = [0.0]
    for x, _, z in rim.tolist():
        below = body[(np.abs(body[:, 0] - x) < _NEAR) & (np.abs(body[:, 2] - z) < _NEAR), 1]
        found.append(float(below.min(initial=np.inf)))
    return max(each for each in found if np.isfinite(each))
