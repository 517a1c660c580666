"""A tab from the back's rim that a snap holds on the front."""

from __future__ import annotations

from bagpattern.model.draft import Draft
from bagpattern.parameters import choice, measure
from bagpattern.parts.part import ruled
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.flaps import FlapShape
from bagpattern.parts.tops import Top
from bagpattern.parts.tops._locks import Locking
from bagpattern.parts.tops._rim_flap import RimFlap
from bagpattern.parts.tops._rims import faces_under
from bagpattern.parts.workshop import Workshop
from bagpattern.values import replace, value
from bagpattern.words import words

DRAWN_TOGETHER = 1 / 3
"""Of the depth: how far front and back stay apart where a tab draws the rim together [K]."""


@value
class SnapTab(Top):
    """A tab in the middle of the rim, with a snap."""

    width: float = measure("45 mm", "30 mm", "12 cm", "finished")
    cover: float = measure("70 mm", "45 mm", "20 cm", "how much of it lies on the front")
    reach: float | None = measure(
        None,
        "0 mm",
        "40 cm",
        "from rim to rim, when it is closed; left out: a third of the depth, the rim drawn together",
    )
    lock: str = choice("snap", ("snap", "magnetic-snap"), "a press stud, or a magnetic snap")
    size: float | None = measure(None, "10 mm", "20 mm", "of the snap; left out: press stud {15 mm}, magnetic {18 mm}")
    depth: float = 0.0

    def over(self, depth: float) -> SnapTab:
        """This tab on a bag *depth* mm deep."""
        return replace(self, depth=depth)

    def over_closed(self, thick: float) -> SnapTab:
        """This tab on a body *thick* mm at its closed rim: it reaches over that."""
        return replace(self, depth=thick, reach=thick if self.reach is None else self.reach)

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the tab. Raises InputError when there is no seam in the rim that would hold it."""
        faces_under(bag)
        reach = self.depth * DRAWN_TOGETHER // STEP * STEP if self.reach is None else self.reach
        shape = FlapShape(self.width, self.cover + reach, self.width / 3)
        locking = Locking(self.lock, self.size, None)
        tab = RimFlap(self, "snap-tab", words("snap tab"), shape, reach, 0.0, locking, "kind")
        return tab.add(bag, shop) + ruled({"reach": reach, "size": locking.across})
