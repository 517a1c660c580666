"""A slip pocket: a patch with a hem, topstitched to its panel on three sides [construction 4.2]."""

from __future__ import annotations

from dataclasses import dataclass

from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run
from bagpattern.parts.edging import lap_words, lapped, rim, rim_words
from bagpattern.parts.patches import AROUND, Patch, Spot
from bagpattern.parts.workshop import Workshop


@dataclass(frozen=True)
class Slip(Patch):
    """An open pocket with a hemmed top, topstitched on along its sides and base."""

    def made(self, spot: Spot, shop: Workshop) -> Draft:
        """The patch, sewn to the panel."""
        slot, sides = spot.host.material, rectangle(*spot.inner)
        edges = (
            lapped(shop, "bottom", sides.bottom, slot),
            lapped(shop, "right", sides.right, slot),
            rim(shop, "top", sides.top, slot),
            lapped(shop, "left", sides.left, slot),
        )
        note = lap_words(shop, slot, "sides and base")
        patch = Panel(self.id, self.name.capitalize(), slot, Role.POCKET, edges, note=note)
        seam = self.sewn_on(spot.host, tuple(Run(self.id, name) for name in AROUND))
        words = lap_words(shop, slot, "the other edges").capitalize()
        text = f"{rim_words(shop, slot)} {words} and topstitch them on the placement line; bar-tack the top corners."
        return Draft((patch,), (seam,), steps=(self.sewing_step(spot.host, text, seam),))
