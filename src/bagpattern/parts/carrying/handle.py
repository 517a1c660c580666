"""The grab handle: a strip, webbing or a rolled tube [construction 5.11].

Its ends lie under the anchor's upper edge, or are caught in the seam along the top of the back, the loop standing up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from bagpattern.errors import raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.path import line_path
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line, StrapEnd
from bagpattern.model.operation import Operation, Side, Verb, task
from bagpattern.model.strap import Mode
from bagpattern.parameters import choice, measure
from bagpattern.parts.carrying.anchor import Ends, under_anchor
from bagpattern.parts.carrying.grips import KINDS, LEAST_LOOP, Grip
from bagpattern.parts.carrying.wearer import Wearer
from bagpattern.parts.naming import RIM
from bagpattern.parts.part import BagPart, parts_of, refused
from bagpattern.parts.sewing.folds import fold_choice
from bagpattern.parts.sewing.free_places import BULK, TabPlace, across_at, checked_places
from bagpattern.parts.sewing.joinery import catching, place_on
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import NOTHING, Length, Name
from bagpattern.values import replace, value
from bagpattern.words import form, words

SPACING = 80.0
"""mm between the handle's ends: anchors spaced 70 to 100 [construction 5.11, K]."""


ID = "handle"
ANCHORED, CAUGHT = "anchor", "seam"
TICK = 12.0
"""mm of an end's place that is marked below the seam which catches it [K]."""


@value
class Handle(BagPart):
    """A loop to carry and hang the bag by."""

    kind: str = choice("fabric", (*KINDS, "none"), "of the shell cloth, of webbing, rolled round a cord, or no handle")
    place: str = choice(
        ANCHORED, (ANCHORED, CAUGHT), "its ends under the strap anchor, or caught in the seam along the top of the back"
    )
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
    def by_rule(self) -> Mapping[str, float]:
        """By the wearer, and the width of the back."""
        return {"length": self.loop, "spacing": self.apart}

    @property
    def reach(self) -> float:
        """mm from the middle of the anchor to the far side of an end; 0 where none lies under it."""
        if self.place == CAUGHT:
            return 0.0
        width = max(self.width, 2 * self.cord) if self.kind == "rolled" else self.width
        return 0.0 if self.kind == "none" else (self.apart + width) / 2 + BULK

    def on_width(self, width: float) -> Handle:
        """This handle on a back *width* mm wide, its spacing settled."""
        return self if self.spacing is not None else replace(self, spacing=min(SPACING, width * 0.36 // 5 * 5))

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the handle. Raises InputError when its ends do not fit or it would be stretched flat."""
        if self.kind == "none":
            return bag
        if under(self.loop, self.apart + LEAST_LOOP):
            mend = make_it(self, "length", least=self.apart + LEAST_LOOP, otherwise=words("bring the ends closer"))
            raise refused(
                "length", words("ends {apart} apart leave no loop: {mend}", apart=Length(self.apart), mend=mend)
            )
        title = words("Grab handle")
        grip = Grip(ID, title, self.kind, self.width, self.loop, 1, self.fold, self.cord, mode=Mode.GRAB)
        raise_together(grip.faults(shop))
        return self._caught(bag, grip, shop) if self.place == CAUGHT else self._anchored(bag, grip, shop)

    def _anchored(self, bag: Draft, grip: Grip, shop: Workshop) -> Draft:
        """*bag* with the ends of the handle under its anchor."""
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

    def _caught(self, bag: Draft, grip: Grip, shop: Workshop) -> Draft:
        """*bag* with the ends in the seam along the top of its back; what is bought is no piece, and basted there."""
        strip, half = grip.strip(shop), grip.layer(shop) / 2
        places = self._places(bag, half)
        bag = bag + grip.draft(shop)
        for number, (place, edge) in enumerate(zip(places, ("end", "start"), strict=True), start=1):
            found = place_on(bag, place.panel, place.edge, place.at - half, place.at + half)
            if found is None:
                raise LookupError(f"no one seam sews the top of the {place.panel} there")
            if strip is None:
                bag = bag.marking(place.panel, [_mark(bag, place, number, edge)])
                bag = bag + Draft(tasks=(task(NOTHING, _basted(grip.id, number, found.seam.id)),))
            else:
                bag = catching(bag, found.seam.id, *strip.end_caught(edge, found.low))
        return bag

    def _places(self, bag: Draft, half: float) -> tuple[TabPlace, ...]:
        """The right end and the left. Raises InputError when the top of the back is no seam, or not free there."""
        left, _, right, _ = areas.bounds([panel.stitching_line for panel in parts_of(bag, "back")])
        middle = (left + right) / 2

        def at(spacing: float) -> tuple[TabPlace, ...]:
            found = [across_at(bag, "back", "top", middle + sign * spacing / 2) for sign in (1, -1)]
            return tuple(place for place in found if place is not None) if all(found) else ()

        held = [place_on(bag, each.panel, each.edge, each.at, each.at) for each in at(self.apart)]
        if any(each is None or each.seam.id == RIM for each in held):
            fault = words("the top of the back is the rim of the bag, and no seam that could hold it")
            raise refused(
                "place",
                words('{fault}: leave this out, or write place = "{anchored}"', fault=fault, anchored=Name(ANCHORED)),
            )
        return checked_places(bag, at, self.apart, half, self, "spacing", right - left)


def _mark(bag: Draft, place: TabPlace, number: int, edge: str) -> Line:
    """The mark at the seam, where the middle of an end of webbing lies."""
    path = bag[place.panel].edge(place.edge).path
    foot, inward = path.point_at(place.at), 1j * path.tangent_at(place.at)
    title = words("handle end {number}", number=number)
    return Line(f"handle end {number}", line_path(foot, foot + inward * TICK), title=title, end=StrapEnd(ID, 1, edge))


def _basted(grip: str, number: int, seam: str) -> Operation:
    how = words(
        "Baste end {number} of the webbing on its mark, right sides together and even with the raw edge, the loop "
        "hanging down and not twisted.",
        number=number,
    )
    return Operation(Verb.BASTE, how, notions=(grip,), side=Side.RIGHT, goal=seam)
