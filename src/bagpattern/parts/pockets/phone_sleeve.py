"""A padded sleeve: two layers with foam between, sewn to a panel; made for what it holds, most often a phone."""

from __future__ import annotations

from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel
from bagpattern.parameters import flag, measure
from bagpattern.parts.holding.contents import rounded
from bagpattern.parts.pockets._layers import LINED, Layers
from bagpattern.parts.pockets._patch import Patch
from bagpattern.parts.pockets._spots import Spot
from bagpattern.parts.workshop import PADDING, Workshop
from bagpattern.values import replace, value

LARGE_PHONE = "iphone-16-pro-max"
"""What a sleeve is made for that is said to hold nothing: most phones are smaller [construction 9]."""


@value
class PhoneSleeve(Patch):
    """A padded sleeve, open at the top, sized for the phone or other thing that it holds."""

    width: float | None = measure(None, "4 cm", "30 cm", "finished; left out: for what it holds, or for a large phone")
    height: float | None = measure(
        None, "4 cm", "30 cm", "finished; left out: a fifth shows of what it holds, or of a large phone"
    )
    padded: bool = flag(True, "with foam between its two layers: materials.padding")

    def lap(self, host: Panel, shop: Workshop) -> float:
        """mm from its edge to the stitching: two layers are sewn on a little inside their edge."""
        return shop.finishing.topstitch

    def spot(self, host: Panel, shop: Workshop) -> Spot:
        """Its place: for what it holds, or for a large phone."""
        sized = self if self.holds else replace(self, holds=(LARGE_PHONE,))
        return super(PhoneSleeve, sized).spot(host, shop)

    def wrapped(self, spot: Spot, shop: Workshop) -> Spot:
        """Larger than what it holds by the layers that go round it [construction 4.1: crafty-musings]."""
        stack = self.stack(spot.host, shop)
        width, height = rounded(spot.width + 2 * stack), rounded(spot.height + stack)
        return replace(spot, width=self.width or width, height=self.height or height)

    def stack(self, host: Panel, shop: Workshop) -> float:
        """mm of its layers, which go round a thing on either side and below it."""
        return shop.thickness(host.material, "lining", *((PADDING,) if self.padded else ()))

    def made(self, spot: Spot, shop: Workshop) -> Draft:
        """Two layers, the outer one backed with foam, sewn to the panel."""
        backing = PADDING if self.padded and PADDING in shop.materials else ""
        return Layers(self.id, self.called, spot, LINED, shop, backing).draft()

    def space(self, spot: Spot, shop: Workshop) -> Draft:
        """What its layers leave inside. Raises InputError when what it holds does not go in."""
        stack = self.stack(spot.host, shop)
        return super().space(replace(spot, width=spot.width - 2 * stack, height=spot.height - stack), shop)
