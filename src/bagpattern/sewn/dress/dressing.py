"""The whole dress of a bag: everything on it but the cloth of its body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bagpattern.sewn.dress.closing import zipped
from bagpattern.sewn.dress.fittings import fittings
from bagpattern.sewn.dress.flap import flaps
from bagpattern.sewn.dress.ground import Ground
from bagpattern.sewn.dress.laid import laid, patch, stitching
from bagpattern.sewn.dress.stitches import topstitching
from bagpattern.sewn.dress.straps import carried
from bagpattern.sewn.dress.webbing import webbings
from bagpattern.sewn.dress.wings import wings

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import Stroke, Surface
    from bagpattern.sewn.body import Body

Dress = tuple[tuple["Surface", ...], tuple["Stroke", ...], dict[str, str]]


def dressed(pattern: Pattern, body: Body) -> Dress:
    """What lies on the body and hangs from it: surfaces, lines, and what could not be shown, with the reason."""
    ground, held = laid(Ground(body))
    surfaces: list[Surface] = []
    strokes: list[Stroke] = []
    for key, seam in held.items():
        cloth, edge = patch(ground, key)
        surfaces.append(cloth)
        strokes += [edge, *stitching(ground, key, seam, 0.6)]
    for seam in pattern.draft.seams:
        if seam.zip:
            made, lines = zipped(ground, seam, seam.zip)
            surfaces += made
            strokes += lines
    ground, cloths, edges = flaps(ground)
    surfaces += cloths
    strokes += edges
    for panel in pattern.draft.panels:
        for copy in range(1, panel.count + 1):
            if ground.has(panel.id, copy):
                strokes += topstitching(ground, panel, copy)
    ground, fins, outlines = wings(ground)
    surfaces += fins
    strokes += outlines
    hung = carried(ground)
    strips, rows, _ = webbings(ground)
    sitting, _ = fittings(ground)
    return (*surfaces, *strips, *sitting, *hung.surfaces), (*strokes, *rows, *hung.strokes), hung.notes
