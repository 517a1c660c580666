"""A strap with a swivel hook at either end and a slider: it clips to rings, and is taken off again."""

from __future__ import annotations

from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.panel import LineKind
from bagpattern.model.seam import Run, Seam, SeamKind, Stage, Step
from bagpattern.parts.carrying.wearer import CLIP_FOLDS, SLIDER_FOLD, SWIVEL_FOLD
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.strips import Strip, fold_of, swivel_hook
from bagpattern.parts.workshop import Workshop
from bagpattern.units import centimetres, millimetres
from bagpattern.values import value


@value
class ClipStrap:
    """A strap of cloth or webbing, ``length`` mm at its longest from swivel to swivel; ``note`` tells its range.

    ``rings`` is the id of those that it clips to.
    """

    name: str
    of: str
    width: float
    length: float
    fold: str
    note: str
    rings: str

    @property
    def id(self) -> str:
        """What is threaded through its hardware."""
        return f"{self.name}-strap"

    def draft(self, shop: Workshop) -> Draft:
        """The strap with its hardware and steps."""
        made = self._webbing(shop) if self.of == "webbing" else self._fabric(shop)
        return made + Draft(notions=self._hardware())

    def _fabric(self, shop: Workshop) -> Draft:
        total = self.length + CLIP_FOLDS
        crosslines = (
            ("slider stitching", SLIDER_FOLD, LineKind.STITCH),
            ("swivel stitching", total - SWIVEL_FOLD, LineKind.STITCH),
        )
        fold, bulk = fold_of(shop, self.fold), shop.thickness("shell")
        strip = Strip(self.id, f"{self.name.capitalize()} strap", self.width, total, bulk, 1, crosslines, fold)
        seams = tuple(
            Seam(f"{self.id} to {what}", (Run(strip.id, f"{what} stitching"),), (Run(strip.id, end),), SeamKind.HEM)
            for what, end in (("slider", "start"), ("swivel", "end"))
        )
        slide = (
            "Sew one end round a swivel. Thread the other through the slider, the second swivel and back over the "
            "slider's bar; lay the ends flat on the strap, overcast them if they fray, and sew them down with a box."
        )
        steps = (
            Step(Stage.STRAPS, f"Make the {self.name} strap", strip.making("the strip"), strip.closing_ids),
            Step(Stage.FINISH, f"Fit the {self.name} hardware", slide, tuple(seam.id for seam in seams)),
        )
        return strip.draft() + Draft(seams=seams, steps=steps)

    def _webbing(self, shop: Workshop) -> Draft:
        cut = self.length + CLIP_FOLDS + 2 * shop.seam_allowance
        text = (
            "Sew one end of the webbing round a swivel. Thread the other through the slider, the second swivel and "
            "back over the slider's bar, and sew it down with a box. Seal cut ends with a flame."
        )
        note = f"for the {self.name} strap, {centimetres(cut)}"
        size = millimetres(self.width)
        webbing = Notion(self.id, "webbing", "Webbing", size, cut, self.width, note=note, buy=rounded_up(cut))
        return Draft(notions=(webbing,), steps=(Step(Stage.FINISH, f"Fit the {self.name} strap", text),))

    def _hardware(self) -> tuple[Notion, ...]:
        size, threads = millimetres(self.width), self.id
        return (
            Notion(f"{self.name} slider", "slider", "Slider", size, width=self.width, note=self.note, threads=threads),
            swivel_hook(self.name, self.width, threads, 2, hooks=self.rings),
        )
