"""Two webbing handles that go on round the body: up the front, over, down again, under the base and up the back.

One closed loop of webbing carries the load; nothing hangs from a seam.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Side, Task, Verb, task
from bagpattern.model.panel import Panel
from bagpattern.model.strap import Mode, Strap, Worn
from bagpattern.parameters import choice, hardware, measure
from bagpattern.parts.carrying.wearer import loop_ways
from bagpattern.parts.part import BagPart, host, refusal, ruled
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length, Scale, Words
from bagpattern.values import replace, value
from bagpattern.words import form, trade, words

_WEBBING = "handles"
"""The id of what is bought."""
OVERLAP = 50.0
"""mm of webbing laid over itself where the loop is closed, on the base [K]."""
BESIDE_ENDS = 20.0
"""mm from webbing to the seams of the ends, at the least [K]."""
LEAST_APART = 80.0
"""mm between the middles of the webbing: a hand goes through [K]."""
SPACING_SHARE = 0.36
"""Of the width: between the middles of the webbing [K]."""
LEAST_SEWN = 40.0
"""mm of webbing sewn to front and back, at the least: a box with a cross [construction 5.9, K]."""


@value
class WrapHandles(BagPart):
    """Handles of one loop of webbing that is sewn round the bag."""

    kind: str = choice("webbing", ("webbing", "none"), "one loop of webbing round the bag, or no handles")
    width: float = hardware("38 mm", "3/4 in", "2 in", "of the webbing")
    drop: float = measure("14 cm", "6 cm", "40 cm", "from where it leaves the bag up to the hand")
    spacing: float | None = measure(
        None, "8 cm", "60 cm", "between the middles of the webbing; left out: about a third of the width"
    )
    below: float = measure("60 mm", "20 mm", "300 mm", "from the zip down to where the webbing is sewn on")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the webbing marked on it. Raises InputError when it does not lie on front and back."""
        if self.kind == "none":
            return bag
        front, back = host(bag, "front", "kind"), host(bag, "back", "kind")
        wide, high = front.edge("top").length, front.edge("right").length
        apart = self.spacing or max(wide * SPACING_SHARE // STEP * STEP, LEAST_APART)
        raise_together(self._faults(wide, high, apart))
        low = bag["base"].edge("left").length if "base" in bag else 0.0
        for panel in (front, back):
            bag = bag.marking(panel.id, self._bands(panel, apart, high - self.below))
        if low:
            bag = bag.marking("base", self._across(bag["base"], apart))
        return (
            bag
            + Draft(notions=(self._webbing(apart, high, low),), tasks=(_sewn_on(bag, shop),))
            + ruled({"spacing": apart})
        )

    def _faults(self, wide: float, high: float, apart: float) -> Iterator[Problem]:
        yield from check_hardware(self.width, kinds=("webbing",), of=self)
        most = wide - self.width - 2 * BESIDE_ENDS
        if under(most, LEAST_APART):
            yield refusal("kind", words('the bag is too narrow for handles round it: write kind = "none"'))
        elif over(apart, most):
            mend = make_it(self, "spacing", most=most, otherwise=words("make the bag wider"))
            yield refusal("spacing", words("the webbing would lie on the seams of the ends: {mend}", mend=mend))
        elif under(apart, 2 * self.width):
            mend = make_it(self, "spacing", least=2 * self.width, most=most, otherwise=words("take narrower webbing"))
            yield refusal("spacing", words("leaves no handle to hold: {mend}", mend=mend))
        if under(high - self.below, LEAST_SEWN):
            mend = make_it(self, "below", most=high - LEAST_SEWN, otherwise=words("make the bag higher"))
            yield refusal("below", words("leaves no front to sew it to: {mend}", mend=mend))

    def _bands(self, panel: Panel, apart: float, high: float) -> Iterator[Line]:
        """Two bands from the base up."""
        for number, x in enumerate(self._middles(panel, apart), start=1):
            one, other = x - self.width / 2, x + self.width / 2
            corners = point(one, 0), point(one, high), point(other, high), point(other, 0)
            title = words("handle webbing {number}", number=number)
            yield Line(f"handle webbing {number}", line_path(*corners), title=title, holds=_WEBBING)

    def _across(self, base: Panel, apart: float) -> Iterator[Line]:
        """Both sides of either band, from the front's edge to the back's."""
        deep = base.edge("left").length
        for number, x in enumerate(self._middles(base, apart), start=1):
            for side, at in ((form("left"), x - self.width / 2), (form("right"), x + self.width / 2)):
                path = line_path(point(at, 0), point(at, deep))
                title = words("handle webbing {number} {side}", number=number, side=Words(side))
                yield Line(f"handle webbing {number} {side}", path, title=title, holds=_WEBBING)

    @staticmethod
    def _middles(panel: Panel, apart: float) -> tuple[float, float]:
        name = "top" if panel.has_edge("top") else "front"
        middle = panel.edge(name).length / 2
        return middle - apart / 2, middle + apart / 2

    def _webbing(self, apart: float, high: float, low: float) -> Notion:
        """All the way round: four times up the walls, twice under the base, and two handles [construction 5.2]."""
        grip = 2 * math.hypot(self.drop, apart / 2)
        worn = tuple(Worn(way, grip) for way in loop_ways(self.drop))
        cut = 4 * (high - self.below) + 2 * low + 2 * grip + OVERLAP
        note = words(
            "for the handles, one loop of {cut}, each handle {grip}; seal cut ends",
            cut=Length(cut, Scale.CM),
            grip=Length(grip, Scale.CM),
        )
        return Notion(
            _WEBBING,
            "webbing",
            words("Webbing"),
            trade(self.width),
            cut,
            self.width,
            note=note,
            buy=rounded_up(cut),
            strap=Strap(Mode.HANDLE, self.width, grip, grip, worn=worn),
        )


def _sewn_on(bag: Draft, shop: Workshop) -> Task:
    """The webbing is laid along its lines, and sewn on."""
    under = words("across the base") if "base" in bag else words("over the seam below")
    along = words(
        "Begin on the base. Lay the webbing along its marks: up the front, down the front again with a handle left "
        "free above, {under}, up and down the back in the same way, and on to its beginning. Lay the sealed end "
        "{overlap} over that. Watch that no handle is twisted, and hold the webbing with clips or tape.",
        under=under,
        overlap=Length(OVERLAP),
    )
    sewn = words(
        "Topstitch both edges of the webbing, {edge} from the edge, and a box with a cross where each handle begins.",
        edge=Length(shop.finishing.topstitch),
    )
    laid, stitched = (
        Operation(verb, how, notions=(_WEBBING,), side=Side.RIGHT)
        for verb, how in ((Verb.LAY, along), (Verb.TOPSTITCH, sewn))
    )
    stitched = replace(stitched, beside=shop.finishing.topstitch)
    return task(words("Sew the handles on round the wrap"), replace(laid, turns=(OVERLAP,)), stitched)
