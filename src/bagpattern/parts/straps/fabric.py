"""Shoulder straps of the shell's own cloth, folded."""

from __future__ import annotations

from bagpattern.model.draft import Draft
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import Task, task
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.parts.carrying.anchor import under_anchor
from bagpattern.parts.carrying.wearer import SLIDER_FOLD
from bagpattern.parts.sewing.folds import fold_choice, fold_of
from bagpattern.parts.sewing.strips import Crossline, Strip, joins
from bagpattern.parts.straps import SLIDER, STRAP, ShoulderStraps, fitted
from bagpattern.parts.workshop import Workshop
from bagpattern.values import value
from bagpattern.words import form, words


@value
class FabricStraps(ShoulderStraps):
    """Straps of the shell cloth, folded, sewn under the anchor, turned round a slider."""

    fold: str = fold_choice()
    joins: int | None = joins()

    def _straps(self, bag: Draft, shop: Workshop) -> Draft:
        strip = Strip(
            STRAP,
            words("Shoulder strap"),
            self.width,
            self.strip_length,
            shop.thickness("shell"),
            2,
            (Crossline(form("slider stitching"), SLIDER_FOLD, LineKind.STITCH, SLIDER),),
            fold_of(shop, self.fold),
            self.strap(bag),
            {"end": under_anchor(bag)},
            self.joins,
        )
        ends = tuple(self._end(copy) for copy in (1, 2))
        bag = bag + strip.draft() + Draft(seams=ends, tasks=self._tasks(strip, shop, ends))
        return self.ends(strip.layer).held(bag, strip, (("end", 1), ("end", 2)))

    @staticmethod
    def _end(copy: int) -> Seam:
        """The strap's lower end, folded round the slider's bar and sewn down."""
        a, b = Run(STRAP, "slider stitching", copy=copy), Run(STRAP, "start", copy=copy)
        return Seam(f"shoulder-strap {copy} to slider", (a,), (b,), SeamKind.HEM)

    @staticmethod
    def _tasks(strip: Strip, shop: Workshop, ends: tuple[Seam, ...]) -> tuple[Task, ...]:
        seams = tuple(seam.id for seam in ends)
        return task(words("Make the shoulder straps"), *strip.making(shop)), fitted(strip.id, strip.width, seams)
