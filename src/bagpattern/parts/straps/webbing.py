"""Shoulder straps of webbing."""

from __future__ import annotations

from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.operation import described
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.straps import ShoulderStraps
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Scale
from bagpattern.values import value
from bagpattern.words import words


@value
class WebbingStraps(ShoulderStraps):
    """Straps of webbing, sewn under the anchor, turned round a slider."""

    def _straps(self, bag: Draft, shop: Workshop) -> Draft:
        bag = self.ends(self.width).marked(bag, "shoulder-strap", (("end", 1), ("end", 2)))
        cut = self.strip_length + shop.seam_allowance
        webbing = Notion(
            "shoulder-strap",
            "webbing",
            words("Webbing"),
            Length(self.width),
            cut,
            self.width,
            2,
            note=words("for the two shoulder straps, each {cut}", cut=Length(cut, Scale.CM)),
            buy=rounded_up(cut),
            strap=self.strap,
        )
        text = words(
            "Sew the upper ends under the strap anchor. Thread each strap through its slider, the "
            "ring of its base tab and back over the slider's bar, fold {4 cm} and sew it down. Seal "
            "cut ends with a flame."
        )
        return bag + Draft(notions=(webbing,), tasks=(described(words("Fit the straps"), text, finishes=True),))
