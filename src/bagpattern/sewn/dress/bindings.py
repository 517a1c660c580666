"""Binding: tape folded over the edges of pockets, and over the seams within a bag that has no lining."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bagpattern.model.edge import Finish
from bagpattern.model.panel import Role
from bagpattern.model.seam import SeamKind
from bagpattern.sewn.bag import Stuff, Surface
from bagpattern.sewn.dress.mesh import at_runs, ribbon, run_of, surface, tangents, unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bagpattern.model.notion import Notion
    from bagpattern.sewn.bag import Floats
    from bagpattern.sewn.dress.ground import Ground
    from bagpattern.sewn.dress.mesh import Mesh

_STEP = 6.0
_THICK = 2.4
_OVER = 0.8
"""mm from an edge's cloth to the middle of its binding, which goes round it."""
_CLEAR = 2.0 * _THICK
"""mm from the ends of a seam, at corners of the bag, that its binding does not reach."""


def bindings(ground: Ground, inner: bool) -> list[Surface]:
    """The binding of all edges that can be seen, and of the seams where the bag is looked into: *inner*."""
    made = []
    for notion in ground.draft.notions:
        if notion.kind == "binding":
            meshes = [*_edges(ground, notion), *(_seams(ground, notion) if inner and not notion.owner else ())]
            if meshes:
                made.append(surface(notion.id, Stuff.WEBBING, *meshes, notion=notion.id))
    return made


def _edges(ground: Ground, notion: Notion) -> Iterator[Mesh]:
    """Along the bound edges of its part's panels, half of the tape on either side; at a rim both sides are seen."""
    wide = (notion.width or 20.0) / 2
    for panel in ground.draft.panels:
        own = panel.owner == notion.owner and panel.role is not Role.LINING and ground.has(panel.id)
        for edge in panel.edges if own else ():
            if edge.finish is Finish.BOUND and edge.length > wide:
                at = np.linspace(0.0, edge.length, max(2, round(edge.length / _STEP)))
                places = [edge.path.point_at(each) + 0.5j * wide * edge.path.tangent_at(each) for each in at]
                xy = np.array([(each.real, each.imag) for each in places])
                for over in (_OVER, -_OVER) if panel.role is Role.BODY else (_OVER,):
                    spots = ground.on(panel.id, 1, xy, over)
                    yield ribbon(spots.points, spots.normals, wide, _THICK)


def _seams(ground: Ground, notion: Notion) -> Iterator[Mesh]:
    """Along the seams of an unlined body that can be looked into: allowances not closed in stand up, bound."""
    if not ground.body.rims or any(panel.role is Role.LINING for panel in ground.draft.panels):
        return
    wide = (notion.width or 20.0) / 2
    for seam in ground.draft.seams:
        if seam.kind is SeamKind.PLAIN and seam.enclosed is None and len(ground.body.seams.get(seam.id, ())) > 1:
            curve, inward = _inside(ground, seam.id)
            ups = np.cross(tangents(curve), inward)
            yield ribbon(curve + (wide / 2 + _THICK) * inward, unit(ups), wide, _THICK)


def _inside(ground: Ground, seam: str) -> tuple[Floats, Floats]:
    """The line of a seam, and the way into the bag along it."""
    chain = ground.body.seams[seam]
    curve, sums = ground.body.points[chain], np.zeros_like(ground.body.points)
    for sheet in ground.body.sheets:
        np.add.at(sums, sheet.vertices, sheet.normals)
    along, inward = tangents(curve), -unit(sums[chain])
    inward = unit(inward - (inward * along).sum(axis=1, keepdims=True) * along)
    return (curve, inward) if chain[0] == chain[-1] else _within(curve, inward)


def _within(curve: Floats, inward: Floats) -> tuple[Floats, Floats]:
    """A line from corner to corner of the bag without its ends: there the tape is closed in by other seams."""
    runs = run_of(curve)
    clear = min(_CLEAR, runs[-1] / 4)
    at = np.concatenate([[clear], runs[(runs > clear) & (runs < runs[-1] - clear)], [runs[-1] - clear]])
    return at_runs(curve, at), unit(at_runs(curve, at, inward))
