"""A strap with a swivel hook at either end and a slider: it clips to rings, and is taken off again."""

from __future__ import annotations

from bagpattern.model.draft import Draft
from bagpattern.model.marks import LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import described
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.model.strap import Mode, Strap
from bagpattern.parts.carrying.wearer import CLIP_FOLDS, SLIDER_FOLD, SWIVEL_FOLD, shortest
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.strips import Crossline, Strip, fold_of, swivel_hook, swivel_id
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Said, Scale
from bagpattern.values import replace, value
from bagpattern.words import form, words


@value
class ClipStrap:
    """A strap of cloth or webbing, ``length`` mm at its longest from swivel to swivel; ``note`` tells its range.

    ``name`` begins the ids of all that belongs to it, ``title`` is what it is called within a sentence. ``rings`` is
    the id of those that it clips to.
    """

    name: str
    title: Said
    of: str
    width: float
    length: float
    fold: str
    note: Said
    rings: str
    mode: Mode

    @property
    def id(self) -> str:
        """What is threaded through its hardware."""
        return f"{self.name}-strap"

    @property
    def _strap(self) -> Strap:
        return Strap(self.mode, self.width, shortest(self.length, CLIP_FOLDS), self.length)

    @property
    def _slider(self) -> str:
        return f"{self.name} slider"

    def draft(self, shop: Workshop) -> Draft:
        """The strap with its hardware and steps."""
        made = self._webbing(shop) if self.of == "webbing" else self._fabric(shop)
        return made + Draft(notions=self._hardware())

    def _fabric(self, shop: Workshop) -> Draft:
        total = self.length + CLIP_FOLDS
        crosslines = (
            Crossline(form("slider stitching"), SLIDER_FOLD, LineKind.STITCH, self._slider),
            Crossline(form("swivel stitching"), total - SWIVEL_FOLD, LineKind.STITCH, swivel_id(self.name)),
        )
        fold, bulk = fold_of(shop, self.fold), shop.thickness("shell")
        title = words("{name} strap", name=self.title.capitalize())
        strip = Strip(self.id, title, self.width, total, bulk, 1, crosslines, fold, self._strap)
        seams = tuple(
            Seam(f"{self.id} to {what}", (Run(strip.id, f"{what} stitching"),), (Run(strip.id, end),), SeamKind.HEM)
            for what, end in (("slider", "start"), ("swivel", "end"))
        )
        slide = words(
            "Sew one end round a swivel. Thread the other through the slider, the second swivel and back over the "
            "slider's bar; lay the ends flat on the strap, overcast them if they fray, and sew them down with a box."
        )
        making, fitting = (
            words("Make the {name} strap", name=self.title),
            words("Fit the {name} hardware", name=self.title),
        )
        steps = (
            described(making, strip.making(words("the strip")), strip.closing_ids),
            described(fitting, slide, tuple(seam.id for seam in seams), finishes=True),
        )
        return strip.draft() + Draft(seams=seams, tasks=steps)

    def _webbing(self, shop: Workshop) -> Draft:
        cut = self.length + CLIP_FOLDS + 2 * shop.seam_allowance
        text = words(
            "Sew one end of the webbing round a swivel. Thread the other through the slider, the "
            "second swivel and back over the slider's bar, and sew it down with a box. Seal cut ends "
            "with a flame."
        )
        note = words("for the {name} strap, {cut}", name=self.title, cut=Length(cut, Scale.CM))
        size = Length(self.width)
        webbing = Notion(self.id, "webbing", words("Webbing"), size, cut, self.width, note=note, buy=rounded_up(cut))
        webbing = replace(webbing, strap=self._strap)
        step = described(words("Fit the {name} strap", name=self.title), text, finishes=True)
        return Draft(notions=(webbing,), tasks=(step,))

    def _hardware(self) -> tuple[Notion, ...]:
        size, threads = Length(self.width), self.id
        swivel = swivel_hook(self.name, self.width, threads, 2, hooks=self.rings)
        return (
            Notion(
                self._slider,
                "slider",
                words("Slider"),
                size,
                width=self.width,
                note=self.note,
                threads=threads,
            ),
            swivel,
        )
