"""Topstitching beside the zips and along a lined rim, marked where the needle goes."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.geometry.path import Path
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.panel import Panel, Role
from bagpattern.parts.naming import RIM
from bagpattern.parts.workshop import Workshop


def topstitched(bag: Draft, shop: Workshop) -> Draft:
    """*bag* with a topstitching line along every zip edge and lined rim of the shell, as far as finishing says."""
    rims = {(run.panel, run.on) for seam in bag.seams if seam.id == RIM for run in seam.a}
    for panel in bag.panels:
        if panel.role is Role.BODY:
            bag = bag.marking(panel.id, _lines(panel, rims, shop.finishing.topstitch))
    return bag


def _lines(panel: Panel, rims: set[tuple[str, str]], distance: float) -> Iterator[Line]:
    for edge in panel.edges:
        if edge.zip or (panel.id, edge.name) in rims:
            inside = edge.zip / 2 + distance
            if edge.length > 4 * inside:  # a shorter one shows where its stitching lies
                yield Line(f"{edge.name} topstitching", _inside(edge, inside), LineKind.TOPSTITCH, along=edge.name)


def _inside(edge: Edge, distance: float) -> Path:
    """The edge's path *distance* mm inside, as much shorter at either end, so that it stays on the panel."""
    moved = Path(tuple(part for segment in edge.path.segments for part in segment.offset(-distance)))
    return moved.part(distance, moved.length - distance)
