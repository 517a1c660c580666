"""Shoulder straps of webbing."""

from __future__ import annotations

from dataclasses import dataclass

from bagpattern.geometry import areas
from bagpattern.geometry.path import line_path
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Line, LineKind
from bagpattern.model.seam import Stage, Step
from bagpattern.parts.anchor import ANCHOR, MARGIN
from bagpattern.parts.buying import rounded_up
from bagpattern.parts.part import refusal, unjudged
from bagpattern.parts.shoulder import ShoulderStraps
from bagpattern.parts.workshop import Workshop
from bagpattern.units import centimetres, millimetres


@dataclass(frozen=True)
class WebbingStraps(ShoulderStraps):
    """Straps of webbing, sewn under the anchor, turned round a slider."""

    def _straps(self, bag: Draft, shop: Workshop) -> Draft:
        if ANCHOR not in bag:
            raise unjudged()
        patch = bag[ANCHOR].edge("bottom").length
        need = 2 * (self.offset + self.width / 2 + MARGIN)
        if need > patch:
            raise refusal(
                "spacing", f"the straps need a strap anchor at least {millimetres(need)} wide, not {millimetres(patch)}"
            )
        cut = self.strip_length + shop.seam_allowance
        webbing = Notion(
            "shoulder-strap",
            "webbing",
            "Webbing",
            millimetres(self.width),
            cut,
            self.width,
            2,
            note=f"for the shoulder straps, 2 x {centimetres(cut)}",
            buy=rounded_up(2 * cut),
        )
        text = (
            "Sew the upper ends under the strap anchor. Thread each strap through its slider, the ring of its base tab "
            "and back over the slider's bar, fold 4 cm and sew it down. Seal cut ends with a flame."
        )
        bag = bag.marking("back", self._places(bag))
        return bag + Draft(notions=(webbing,), steps=(Step(Stage.FINISH, "Fit the straps", text),))

    def _places(self, bag: Draft) -> tuple[Line, ...]:
        """Short lines below the anchor that show where each strap leaves it."""
        left, bottom, right, _ = areas.bounds([bag["back"].along(ANCHOR).path])
        middle, half = (left + right) / 2, self.width / 2
        return tuple(
            Line(
                f"strap {side}",
                line_path(complex(x - half, bottom - 3), complex(x + half, bottom - 3)),
                LineKind.PLACEMENT,
            )
            for side, x in (("left", middle - self.offset), ("right", middle + self.offset))
        )
