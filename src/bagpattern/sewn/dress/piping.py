"""What is caught along a seam and shows as a line: piping; and the tabs over the ends of a zip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.attached.sliders import covers_an_end
from bagpattern.model.operation import Verb
from bagpattern.model.panel import Role
from bagpattern.model.seam import SeamKind, Stands
from bagpattern.sewn.bag import Stuff
from bagpattern.sewn.dress.mesh import Mesh, evenly, ribbon, surface, tube, unit
from bagpattern.sewn.dress.zips import shown_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.operation import Where
    from bagpattern.model.panel import Panel
    from bagpattern.model.seam import Run, Seam
    from bagpattern.sewn.bag import Surface
    from bagpattern.sewn.dress.ground import Ground, Met

_STEP = 6.0
_CORD = 4.0
"""mm of cord where none is named."""
_CLOTH = 0.7
_FLAT = 0.95
"""What comes out of a seam as much as that along the normal of its cloth goes across a wall, round no edge."""
_OVER = 2.2
"""mm from a zip's tape to a tab over it: the teeth lie between."""


def piping(ground: Ground) -> list[Surface]:
    """Strips that are caught along the seams of the body, both of their long edges, a cord in them; or bought so."""
    made = _bought(ground)
    for panel in ground.draft.panels:
        if panel.role is Role.OTHER:
            meshes = [mesh for seam in ground.draft.seams for mesh in _along(ground, seam, panel)]
            if meshes:
                made.append(surface(panel.id, panel.material, *meshes, piece=panel.id))
    return made


def _bought(ground: Ground) -> list[Surface]:
    """Piping without a piece of its own: where it is laid before the seams that hold it."""
    operations = [each for task in ground.draft.tasks for each in task.operations]
    made = []
    for notion in (each for each in ground.draft.notions if each.kind == "piping"):
        radius = (notion.width or _CORD) / 2
        laid = [each for each in operations if each.do is Verb.BASTE and notion.id in each.notions]
        places = [(ground.draft.seam(name), where) for each in laid for name in each.seams for where in each.on]
        meshes = [mesh for seam, where in places for mesh in _beside(ground, seam, where, radius)]
        if meshes:
            made.append(surface(notion.id, Stuff.CORD, *meshes, notion=notion.id))
    return made


def _beside(ground: Ground, seam: Seam, where: Where, radius: float) -> Iterator[Mesh]:
    """Piping along what of an edge is sewn in one seam."""
    for side in (seam.a, seam.b):
        scale, at = ground.draft.side_length(seam.a) / max(ground.draft.side_length(side), _STEP), 0.0
        for run in side:
            low, high = ground.draft.span(run)
            start = max(low if where.start is None else where.start, low)
            end = min(high if where.end is None else where.end, high)
            if (run.panel, run.copy, run.on) == (where.panel, where.copy or 1, where.on) and end - start > 2 * _STEP:
                first = high - end if run.reversed else start - low
                yield from _cord(ground, seam, (at + first) * scale, (end - start) * scale, radius)
            at += high - low


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
    places = [each.at + _stands(each) * radius * each.out for each in met if each is not None]
    return [tube(evenly(np.array(places), _STEP), radius)] if len(places) > 1 else []


def _stands(met: Met) -> float:
    """How far the middle of piping is out of its seam, in its radii: on a wall that goes on beyond it, it lies."""
    return 1.0 if met.out @ met.normal > _FLAT else 0.6


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
