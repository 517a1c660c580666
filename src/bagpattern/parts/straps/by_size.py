"""Shoulder straps as a maker chooses them: of folded cloth on a small bag, padded on one that can be filled heavily."""

from __future__ import annotations

from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.parts.carrying.clip_strap import BOUGHT_WHOLE
from bagpattern.parts.part import refused
from bagpattern.parts.sewing.strips import joins
from bagpattern.parts.straps import ShoulderStraps, Straps
from bagpattern.parts.straps.fabric import FabricStraps
from bagpattern.parts.straps.padded import BESIDE_WEBBING, Padded
from bagpattern.parts.workshop import Workshop
from bagpattern.values import replace, value

HEAVY = 10.0
"""Litres: a pack that holds more hangs from the shoulders by padded straps [K; packs of published patterns]."""


@value
class BySize(ShoulderStraps):
    """Of folded cloth, or padded where width x height x depth is above 10 l."""

    joins: int | None = joins()

    @property
    def reach(self) -> float:
        """mm from the middle of the anchor to the far side of a strap of cloth, the narrower kind."""
        return self.for_size(0.0).reach

    def for_size(self, litres: float) -> Straps:
        """The straps for a pack of so many *litres*, with all that was said of them."""
        said = {name: getattr(self, name) for name in ("width", "length", "base_inset", "tab", "spacing")}
        if not over(litres, HEAVY):
            return FabricStraps(**said, joins=self.joins)
        if self.joins is not None:
            raise refused("straps.joins", BOUGHT_WHOLE)
        straps = Padded(**said)
        return replace(straps, lower_width=max(straps.lower_width, self.width + 2 * BESIDE_WEBBING))

    def _straps(self, bag: Draft, shop: Workshop) -> Draft:
        """A bag that has no size of its own to go by has straps of cloth."""
        return self.for_size(0.0).add(bag, shop)
