"""A patch pocket: a slip pocket whose lower corners are rounded [construction 4.2]."""

from __future__ import annotations

from bagpattern.errors import InputError
from bagpattern.geometry.path import Path, joined
from bagpattern.geometry.placement import moved
from bagpattern.lengths import over, under
from bagpattern.model.panel import Panel
from bagpattern.parameters import measure
from bagpattern.parts.holding.arranging import best
from bagpattern.parts.part import refused
from bagpattern.parts.pockets._flat import FlatPocket
from bagpattern.parts.pockets._spots import Spot
from bagpattern.parts.sewing.clearing import first_that, up_from
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length
from bagpattern.values import replace, value
from bagpattern.words import words


@value
class PatchPocket(FlatPocket):
    """An open pocket with rounded lower corners, topstitched on along its sides and base."""

    radius: float = measure("25 mm", "0 mm", "80 mm", "of its lower corners; 0: square")

    def spot(self, host: Panel, shop: Workshop) -> Spot:
        """Its place, with rounded corners. Raises InputError when they do not fit, or cannot be turned under."""
        square = super().spot(host, shop)
        most, least = min(square.width / 2, square.height), shop.seam_allowance
        if over(self.radius, most):
            mend = make_it(self, "radius", most=most)
            raise refused(
                "radius", words("{radius} does not fit the pocket: {mend}", radius=Length(self.radius), mend=mend)
            )
        if self.radius > 0 and under(self.radius, least):
            fault = words("{radius} is tighter than the allowance", radius=Length(self.radius))
            mend = make_it(self, "radius", least=least, most=most, zero=True)  # construction 2.14
            raise refused("radius", words("{fault}: {mend}", fault=fault, mend=mend))
        rounded = replace(square, radius=self.radius)
        if self.height is not None or not self.holds:
            return rounded
        higher = (replace(rounded, height=each) for each in up_from(square.height, square.height + self.radius))
        return first_that(lambda each: self._takes_all(each, shop), higher) or rounded

    def _takes_all(self, spot: Spot, shop: Workshop) -> bool:
        """Whether what it holds goes in with its ease, above the rounded corners."""
        try:
            (space,) = self.space(spot, shop).spaces
        except InputError:
            return False
        stand = best(space, space.holds)
        return stand is None or "width" not in stand.wanting

    def hollow(self, spot: Spot) -> Path:
        """The inside, rounded as its stitching is."""
        sides = spot.sides(spot.lap)
        return joined((sides.bottom, sides.right, sides.top, sides.left)).placed(moved(-spot.inner[0] / 2, 0))
