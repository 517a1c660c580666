"""A strap with a swivel hook at either end: it clips to rings, and is taken off again.

One of cloth or webbing has a slider; a chain is of one length.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bagpattern.model.draft import Draft
from bagpattern.model.marks import LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Sheet, Task, Verb, done, sew, task
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.model.strap import Mode, Strap, Worn
from bagpattern.parts.carrying.wearer import CLIP_FOLDS, SLIDER_FOLD, SWIVEL_FOLD, shortest
from bagpattern.parts.part import refused
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.folds import OVERCAST, fold_of
from bagpattern.parts.sewing.strips import Crossline, Strip, hung, swivel_hook, swivel_id
from bagpattern.parts.workshop import Workshop
from bagpattern.said import NOTHING, Length, Said, Scale
from bagpattern.values import replace, value
from bagpattern.words import form, sentences, trade, words

BOUGHT_WHOLE = words("is for straps of folded cloth, not for webbing, chains or pads: leave it out")
CHAIN = "chain"
CHAIN_WIDTH = 8.0
"""mm of a link across: 7 to 9 on small bags [K]."""


def strap_id(name: str) -> str:
    """The id of the strap whose name is that."""
    return f"{name}-strap"


@value
class ClipStrap:
    """A strap of cloth, of webbing, or a chain, ``length`` mm at its longest from swivel to swivel.

    ``note`` tells its range.
    ``name`` begins the ids of all that belongs to it, ``title`` is what it is called within a sentence. ``rings`` is
    the id of those that it clips to, ``worn`` the ways in which it carries the bag; their lengths are those wanted.
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
    worn: tuple[Worn, ...]
    joins: int | None = None
    through: str = ""
    """The id of the ring that it is led through before it is clipped on, if there is one."""

    @property
    def id(self) -> str:
        """What is threaded through its hardware."""
        return strap_id(self.name)

    @property
    def _strap(self) -> Strap:
        strap = Strap(self.mode, self.width, shortest(self.length, CLIP_FOLDS), self.length)
        return strap.serving(*self.worn)

    @property
    def _slider(self) -> str:
        return f"{self.name} slider"

    def draft(self, shop: Workshop) -> Draft:
        """The strap with its hardware and steps. Raises InputError for joints in what is bought."""
        if self.joins is not None and self.of in (CHAIN, "webbing"):
            raise refused("joins", BOUGHT_WHOLE)
        if self.of == CHAIN:
            return self._chain()
        made = self._webbing(shop) if self.of == "webbing" else self._fabric(shop)
        return made + Draft(notions=self._hardware())

    def _fabric(self, shop: Workshop) -> Draft:
        total = self.length + CLIP_FOLDS
        crosslines = (
            Crossline(form("slider stitching"), SLIDER_FOLD, LineKind.STITCH, self._slider),
            Crossline(form("swivel stitching"), total - SWIVEL_FOLD, LineKind.STITCH, swivel_id(self.name)),
        )
        fold, bulk = fold_of(shop, self.fold), shop.thickness("shell")
        title = words("{name} strap", name=self.title).capitalize()
        strip = Strip(self.id, title, self.width, total, bulk, 1, crosslines, fold, self._strap)
        strip = replace(strip, joints=self.joins)
        seams = tuple(
            Seam(f"{self.id} to {what}", (Run(strip.id, f"{what} stitching"),), (Run(strip.id, end),), SeamKind.HEM)
            for what, end in (("slider", "start"), ("swivel", "end"))
        )
        made = task(words("Make the {name} strap", name=self.title), *strip.making(shop))
        return strip.draft() + Draft(seams=seams, tasks=(made, self._fitted(*(seam.id for seam in seams))))

    def _fitted(self, *seams: str) -> Task:
        """Its hardware: a swivel at one end, slider and second swivel at the other, sewn down by those *seams*."""
        swivels, pieces = swivel_id(self.name), (Sheet(self.id),) if seams else ()
        tape = () if seams else (self.id,)
        down, fold = sewn_down(self.id, seams), (OVERCAST if seams else NOTHING)
        title, size = words("Fit the {name} hardware", name=self.title), trade(self.width)
        slide = words("Slide a {size} swivel on to one end.", size=size)
        return task(
            title,
            Operation(Verb.THREAD, slide, pieces=pieces, notions=(swivels, *tape)),
            Operation(Verb.FOLD, sentences(_FOLDED, fold), pieces=pieces, around=swivels, turns=(SWIVEL_FOLD,)),
            down(1, words("Sew it down with a box and a cross.")),
            Operation(Verb.THREAD, words(_ROUTE, size=size), pieces=pieces, notions=(self._slider, *tape)),
            Operation(Verb.FOLD, sentences(_BACK, fold), pieces=pieces, around=self._slider, turns=(SLIDER_FOLD,)),
            down(0, words("Sew it down with a box and a cross, and try whether the slider runs.")),
            *([Operation(Verb.THREAD, _LED, pieces=pieces, notions=(self.through, *tape))] if self.through else []),
            hung(self.name, self.rings),
            finishes=True,
        )

    def _webbing(self, shop: Workshop) -> Draft:
        cut = self.length + CLIP_FOLDS + 2 * shop.seam_allowance
        note = words("for the {name} strap, {cut}", name=self.title, cut=Length(cut, Scale.CM))
        size = trade(self.width)
        webbing = Notion(self.id, "webbing", words("Webbing"), size, cut, self.width, note=note, buy=rounded_up(cut))
        webbing = replace(webbing, strap=self._strap)
        return Draft(notions=(webbing,), tasks=(self._fitted(),))

    def _chain(self) -> Draft:
        """The chain, and a hook in the link at either end of it."""
        note = words("for the {name} strap, {cut}", name=self.title, cut=Length(self.length, Scale.CM))
        title, buy = words("Chain"), rounded_up(self.length)
        strap = Strap(self.mode, CHAIN_WIDTH, self.length, self.length).serving(*self.worn)
        chain = Notion(self.id, CHAIN, title, trade(CHAIN_WIDTH), self.length, CHAIN_WIDTH, note=note, buy=buy)
        hooks = swivel_hook(self.name, self.width, self.id, 2, hooks=self.rings)
        making = Operation(Verb.THREAD, _LINKED, notions=(hooks.id, self.id))
        step = task(words("Hook the {name} chain", name=self.title), making, hung(self.name, self.rings), finishes=True)
        return Draft(notions=(replace(chain, strap=strap), hooks), tasks=(step,))

    def _hardware(self) -> tuple[Notion, ...]:
        size, threads = trade(self.width), self.id
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


def sewn_down(strap: str, seams: Sequence[str]) -> Callable[[int, Said], Operation]:
    """How an end of a strap is sewn down: by a seam of a strip of cloth, or topstitched where it is webbing."""

    def down(number: int, how: Said) -> Operation:
        return sew(seams[number], how=how) if seams else done(Verb.TOPSTITCH, how, notions=(strap,))

    return down


_LINKED = words(
    "Open the link at either end of the chain with two pairs of pliers, sideways, not apart. Hang the eye of a swivel "
    "hook in it, and close it until no gap is left."
)
_FOLDED = words("Fold {end} of the strap round its bar, to the wrong side.", end=Length(SWIVEL_FOLD))
_ROUTE = form(
    "Lead the other end up through the {size} slider, over its middle bar and down again; then round the bar of the "
    "second swivel and back to the slider. Watch that the strap is not twisted."
)
_LED = words(
    "Lead one end of the strap through the ring at the top of the back, until as much of it hangs on either side. "
    "Worn across the body, it is taken out of this ring, and clipped to a ring at either side of the bag."
)
_BACK = words(
    "Lead it round the middle bar of the slider once more, under the strap, and fold {end} of it to the wrong side.",
    end=Length(SLIDER_FOLD),
)
