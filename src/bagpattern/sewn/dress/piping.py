"""What is caught along a seam and shows as a line: piping; and the tabs over the ends of a zip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.attached.sliders import covers_an_end
from bagpattern.model.panel import Role
from bagpattern.model.seam import SeamKind, Stands
from bagpattern.sewn.dress.mesh import Mesh, evenly, ribbon, surface, tube, unit
from bagpattern.sewn.dress.zips import shown_in

if TYPE_CHECKING:
    from bagpattern.model.panel import Panel
    from bagpattern.model.seam import Run, Seam
    from bagpattern.sewn.bag import Surface
    from bagpattern.sewn.dress.ground import Ground

_STEP = 6.0
_CORD = 4.0
"""mm of cord where none is named."""
_CLOTH = 0.7
_OVER = 2.2
"""mm from a zip's tape to a tab over it: the teeth lie between."""


def piping(ground: Ground) -> list[Surface]:
    """Strips that are caught along the seams of the body, both of their long edges: a cord lies in them."""
    made = []
    for panel in ground.draft.panels:
        if panel.role is Role.OTHER:
            meshes = [mesh for seam in ground.draft.seams for mesh in _along(ground, seam, panel)]
            if meshes:
                made.append(surface(panel.id, panel.material, *meshes, piece=panel.id))
    return made


def _along(ground: Ground, seam: Seam, panel: Panel) -> list[Mesh]:
    """The stretches of one seam in which a strip is caught, each once though both its edges are."""
    cords = [each.width for each in ground.draft.notions if each.owner == panel.owner and each.width]
    radius = (cords[0] if cords else _CORD) / 2 + _CLOTH
    stretches = {}
    for caught in seam.caught:
        length = ground.draft.side_length(caught.runs)
        mine = (caught.runs[0].panel, caught.runs[0].on) == (panel.id, panel.edges[0].name)
        if caught.stands is Stands.BETWEEN and mine and length > 2 * _STEP:
            stretches[round(caught.at, 1)] = length
    return [mesh for at, length in stretches.items() for mesh in _cord(ground, seam, at, length, radius)]


def _cord(ground: Ground, seam: Seam, at: float, length: float, radius: float) -> list[Mesh]:
    met = [ground.met(seam, each) for each in np.linspace(at, at + length, max(2, round(length / _STEP)))]
    places = [each.at + 0.6 * radius * each.out for each in met if each is not None]
    return [tube(evenly(np.array(places), _STEP), radius)] if len(places) > 1 else []


def zip_tabs(ground: Ground) -> list[Surface]:
    """Folded tabs that cover the ends of a zip."""
    made, taken = [], set()
    for seam in ground.draft.seams:
        for caught in seam.caught if seam.kind is SeamKind.ZIP else ():
            for run in caught.runs:
                panel = ground.draft[run.panel]
                new = covers_an_end(panel) and (run.panel, run.copy) not in taken
                if new and ground.has(seam.a[0].panel, seam.a[0].copy):
                    taken.add((run.panel, run.copy))
                    made.append(_tab(ground, seam, panel, run, caught.at))
    return made


def _tab(ground: Ground, seam: Seam, panel: Panel, run: Run, at: float) -> Surface:
    """A tab over the zip, as long as it is caught beside it, as wide as it is across between the zip's two seams."""
    length = ground.draft.run_length(run)
    found = (ground.met(seam, each) for each in np.linspace(at, at + length, 5))
    met = [each for each in found if each is not None]
    up = unit(np.median([each.out for each in met], axis=0))  # at its end the bag turns away under it
    curve, ups = np.array([each.at for each in met]) + _OVER * up, np.tile(up, (len(met), 1))
    across = float(panel.stitching_line.polygon.area) / panel.edge(run.on).length
    wide = min(across, shown_in(ground.draft, seam))
    return surface(panel.id, panel.material, ribbon(curve, ups, wide, 2 * _CLOTH), piece=panel.id, copy=run.copy)
