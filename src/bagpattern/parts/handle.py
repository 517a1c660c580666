"""The grab handle: a strip folded in four, both ends under the anchor's upper edge [construction 5.11]."""

from __future__ import annotations

from dataclasses import dataclass

from bagpattern.model.draft import Draft
from bagpattern.model.seam import Stage, Step
from bagpattern.parameters import choice, measure
from bagpattern.parts.anchor import hold
from bagpattern.parts.part import BagPart, refusal
from bagpattern.parts.strips import Strip
from bagpattern.parts.workshop import Workshop
from bagpattern.units import millimetres


@dataclass(frozen=True)
class Handle(BagPart):
    """A loop to carry and hang the bag by."""

    kind: str = choice("fabric", ("fabric", "none"), "of the shell cloth folded in four, or no handle")
    width: float = measure("25 mm", "15 mm", "50 mm", "finished")
    length: float = measure("180 mm", "120 mm", "300 mm", "from stitching to stitching")
    spacing: float = measure("80 mm", "40 mm", "200 mm", "between the middles of its ends")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the handle. Raises InputError when its ends do not fit or it would be stretched flat."""
        if self.kind == "none":
            return bag
        if self.length < self.spacing + 40:
            raise refusal(
                "length",
                f"ends {millimetres(self.spacing)} apart leave no loop: at least {millimetres(self.spacing + 40)}",
            )
        strip = Strip("handle", "Grab handle", self.width, self.length, shop.thickness("shell"))
        text = "Press the strip in four along its length and topstitch both long edges."
        bag = bag + strip.draft() + Draft(steps=(Step(Stage.STRAPS, "Make the grab handle", text, strip.closing_ids),))
        half = self.spacing / 2
        return hold(bag, strip, (-half, half), (("start", 1), ("end", 1)), "top", "spacing")
