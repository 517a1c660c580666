"""Shoulder straps of webbing."""

from __future__ import annotations

from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.operation import task
from bagpattern.parts.carrying.anchor import under_anchor
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.straps import STRAP, ShoulderStraps, fitted
from bagpattern.parts.workshop import Workshop
from bagpattern.said import NOTHING, Length, Scale
from bagpattern.values import value
from bagpattern.words import trade, words


@value
class WebbingStraps(ShoulderStraps):
    """Straps of webbing, sewn under the anchor, turned round a slider."""

    def _straps(self, bag: Draft, shop: Workshop) -> Draft:
        ends, name = self.ends(self.width), STRAP
        bag = ends.marked(bag, name, (("end", 1), ("end", 2)))
        cut = self.strip_length + shop.seam_allowance + under_anchor(bag)
        webbing = Notion(
            name,
            "webbing",
            words("Webbing"),
            trade(self.width),
            cut,
            self.width,
            2,
            note=words("for the two shoulder straps, each {cut}", cut=Length(cut, Scale.CM)),
            buy=rounded_up(cut),
            strap=self.strap(bag),
        )
        lay = words(
            "Baste the upper end of each webbing on its mark, inside the outline of the strap anchor, the strap "
            "hanging down."
        )
        basting = task(NOTHING, ends.basted(name, lay))
        return bag + Draft(notions=(webbing,), tasks=(basting, fitted(name, self.width)))
