"""The grab handle: a strip, webbing or a rolled tube, both ends under the anchor's upper edge [construction 5.11]."""

from __future__ import annotations

from dataclasses import field

from bagpattern.errors import raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.operation import task
from bagpattern.model.strap import Mode
from bagpattern.parameters import choice, measure
from bagpattern.parts.carrying.anchor import Ends, under_anchor
from bagpattern.parts.carrying.grips import KINDS, LEAST_LOOP, Grip
from bagpattern.parts.carrying.wearer import Wearer
from bagpattern.parts.part import BagPart, refused
from bagpattern.parts.sewing.folds import fold_choice
from bagpattern.parts.sewing.free_places import BULK
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import NOTHING, Length
from bagpattern.values import replace, value
from bagpattern.words import english, form, words

SPACING = 80.0
"""mm between the handle's ends: anchors spaced 70 to 100 [construction 5.11, K]."""


@value
class Handle(BagPart):
    """A loop to carry and hang the bag by."""

    kind: str = choice("fabric", (*KINDS, "none"), "of the shell cloth, of webbing, rolled round a cord, or no handle")
    width: float = measure("25 mm", "15 mm", "2 in", "finished; a rolled handle is as wide as its cord makes it")
    length: float | None = measure(
        None, "120 mm", "300 mm", "from stitching to stitching; left out: {160 to 200 mm}, by the wearer's height"
    )
    spacing: float | None = measure(
        None, "40 mm", "200 mm", "between the middles of its ends; left out: {80 mm}, less on a narrow back"
    )

    fold: str = fold_choice()
    cord: float = measure("8 mm", "4 mm", "12 mm", "thickness of the cord in a rolled handle")
    wearer: Wearer = field(default_factory=Wearer)

    @property
    def apart(self) -> float:
        """mm between the middles of the ends."""
        return self.spacing or SPACING

    @property
    def loop(self) -> float:
        """mm from stitching to stitching."""
        return self.length or self.wearer.handle

    @property
    def reach(self) -> float:
        """mm from the middle of the anchor to the far side of an end."""
        width = max(self.width, 2 * self.cord) if self.kind == "rolled" else self.width
        return 0.0 if self.kind == "none" else (self.apart + width) / 2 + BULK

    def on_width(self, width: float) -> Handle:
        """This handle on a back *width* mm wide, its spacing settled."""
        return self if self.spacing is not None else replace(self, spacing=min(SPACING, width * 0.36 // 5 * 5))

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the handle. Raises InputError when its ends do not fit or it would be stretched flat."""
        if self.kind == "none":
            return bag
        if self.loop < self.apart + LEAST_LOOP:
            mend = make_it(self, "length", least=self.apart + LEAST_LOOP, otherwise="bring the ends closer")
            raise refused(
                "length", english("ends {apart} apart leave no loop: {mend}", apart=Length(self.apart), mend=mend)
            )
        title = words("Grab handle")
        grip = Grip("handle", title, self.kind, self.width, self.loop, 1, self.fold, self.cord, mode=Mode.GRAB)
        raise_together(grip.faults())
        grip = replace(grip, under=under_anchor(bag))
        half = self.apart / 2
        ends = Ends("handle end", form("handle end {number}"), grip.layer(shop), (-half, half), "top", "spacing")
        strip = grip.strip(shop)
        bag = bag + grip.draft(shop)
        both = ("start", 1), ("end", 1)
        if strip is not None:
            return ends.held(bag, strip, both)
        lay = words(
            "Baste both sealed ends of the webbing on their marks, inside the outline of the strap anchor, the loop "
            "pointing up and not twisted."
        )
        step = task(NOTHING, ends.basted(grip.id, lay))
        return ends.marked(bag, grip.id, both) + Draft(tasks=(step,))
