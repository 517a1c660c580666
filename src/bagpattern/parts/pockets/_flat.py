"""What pockets that are sewn flat on a face share: the ways to make them, and stitched divisions."""

from __future__ import annotations

from collections.abc import Sequence

from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line
from bagpattern.model.panel import Panel
from bagpattern.parameters import choice
from bagpattern.parts.pockets._layers import HEMMED, LAYERS, Layers
from bagpattern.parts.pockets._patch import Patch
from bagpattern.parts.pockets._spots import Spot
from bagpattern.parts.sewing.edging import placement
from bagpattern.parts.workshop import Workshop
from bagpattern.values import value


@value
class FlatPocket(Patch):
    """An open pocket sewn flat on its panel along its sides and base."""

    made_of: str = choice(
        HEMMED,
        LAYERS,
        "hemmed: one layer; self-lined: cut twice as high, folded at the top; lined: a second layer of lining cloth",
    )

    def lap(self, host: Panel, shop: Workshop) -> float:
        """mm from its edge to the stitching: two layers are sewn on a little inside their edge."""
        return shop.lap(host.material) if self.made_of == HEMMED else shop.finishing.topstitch

    def made(self, spot: Spot, shop: Workshop) -> Draft:
        """The pocket, sewn to the panel along its sides and base, and where it is divided."""
        layers = self.layers(spot, shop)
        return layers.draft(layers.divisions(self.divisions(spot, shop)))

    def marks(self, spot: Spot, shop: Workshop) -> tuple[Line, ...]:
        """Where it is sewn on, and where it is divided."""
        lines = self.layers(spot, shop).divisions(self.divisions(spot, shop))
        on_host = (line.placed(spot.at) for line in lines)
        return (*placement(self.id, spot.lap, spot.around, self.called), *on_host)

    def layers(self, spot: Spot, shop: Workshop) -> Layers:
        """How it is made."""
        return Layers(self.id, self.called, spot, self.made_of, shop)

    def divisions(self, spot: Spot, shop: Workshop) -> Sequence[float]:
        """Where it is sewn through from base to top, in mm to the right of its left stitching."""
        return ()
