"""A zip pull: a folded strip of cloth, or a cord, in the slider of any zip of the bag."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from bagpattern.errors import quoted, raise_together
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.marks import LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Sheet, Verb, done, sew, task
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.model.strap import Mode, Strap
from bagpattern.parameters import choice, measure, remark
from bagpattern.parts.fittings import Fitting
from bagpattern.parts.part import refused
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.folds import fold_choice, fold_of
from bagpattern.parts.sewing.strips import Crossline, Strip, check_hardware
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length, Name
from bagpattern.values import replace, value
from bagpattern.words import form, series, trade, words

CORD = "cord"
STRIP_WIDTH, CORD_WIDTH = 8.0, 3.0
"""mm of a strip and of a cord that go through the pullers of most sliders; a narrower strip cannot be sewn [K]."""
KNOT = 60.0
"""mm of cord in the knot that ties its two ends, and beyond it [K]."""
TRIMMED = 4.0
"""mm that the ends of a strip reach beyond the stitching across them [K]."""
MAIN = "main zip"
"""The zip that is meant where none is named, if the bag has it."""


@value
class ZipPull(Fitting):
    """Pulls in the sliders of one zip, by which a hand finds it, in gloves too."""

    late: ClassVar[bool] = True

    zip: str | None = remark("the zip in whose sliders they hang, by its name; left out: the main zip, or the only one")
    of: str = choice("fabric", ("fabric", CORD), "a folded strip of the shell cloth, or a knotted cord")
    length: float = measure("45 mm", "25 mm", "120 mm", "how far it hangs from the slider, folded in half")
    width: float | None = measure(
        None, "3 mm", "15 mm", "of a strip, finished, or how thick a cord; left out: {8 mm}, or {3 mm} of cord"
    )
    fold: str = fold_choice()

    @property
    def across(self) -> float:
        """mm of width."""
        return self.width or (CORD_WIDTH if self.of == CORD else STRIP_WIDTH)

    @property
    def by_rule(self) -> Mapping[str, float]:
        """Of a strip, or of cord."""
        return {"width": self.across}

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with a pull for each slider of the zip. Raises InputError when there is no such zip, or cord."""
        if self.of == CORD:
            raise_together(check_hardware(self.across, kinds=("cord",), of=self))
        elif under(self.across, STRIP_WIDTH):
            fault = words("a strip {width} wide cannot be sewn", width=Length(self.across))
            least = make_it(self, "width", least=STRIP_WIDTH)
            raise refused("width", words('{fault}: {least}, or write of = "cord"', fault=fault, least=least))
        slider, count = self._sliders(bag)
        return bag + (self._corded(slider, count) if self.of == CORD else self._cut(slider, count, shop))

    def _sliders(self, bag: Draft) -> tuple[str, int]:
        """The notion that a pull hangs in, a ready-made zip or the sliders of one by the metre, and how many."""
        zips = [each.id for each in bag.notions if each.kind == "zip"]
        if not zips:
            raise refused("kind", words("the bag has no zip: take this out"))
        name = self.zip or (MAIN if MAIN in zips or zips[1:] else zips[0])
        if name not in zips:
            known = series(map(quoted, zips), ", ")
            raise refused(
                "zip", words("the bag has no zip {name}: write one of {known}", name=quoted(name), known=known)
            )
        by_metre = next((each for each in bag.notions if each.zip == name), None)
        found = (name, 1) if by_metre is None else (by_metre.id, by_metre.count)
        if _has_one(bag, found[0]):
            raise refused(
                "zip", words("the {name} has pulls already: choose another zip, or take this out", name=Name(name))
            )
        return found

    def _corded(self, slider: str, count: int) -> Draft:
        long, size = 2 * self.length + KNOT, trade(self.across)
        note = words("for the {name}", name=self.called)
        cord = Notion(self.id, CORD, words("Cord"), size, long, self.across, count, note, buy=rounded_up(long))
        loop = _LOOPED[count > 1]
        tie = words(
            "Draw both ends through the fold, and knot them together {length} below.", length=Length(self.length)
        )
        sealed = words("Trim the ends beyond the knot, and seal them with a flame.")
        making = (
            done(Verb.THREAD, loop, notions=(self.id, slider)),
            done(Verb.THREAD, tie, notions=(self.id,)),
            done(Verb.TRIM, sealed, notions=(self.id,)),
        )
        title = words("Tie the {name}", name=self.called)
        bought = replace(cord, hooks=slider)
        return Draft(notions=(bought,), tasks=(task(title, *making, finishes=True),))

    def _cut(self, slider: str, count: int, shop: Workshop) -> Draft:
        lines = (Crossline(form("slider fold"), self.length, LineKind.FOLD, slider),)
        strap = Strap(Mode.TAB, self.across, self.length, self.length)
        title, bulk, fold = self.called.capitalize(), shop.thickness("shell"), fold_of(shop, self.fold)
        ends = {"start": TRIMMED, "end": TRIMMED}
        strip = Strip(self.id, title, self.across, 2 * self.length, bulk, count, lines, fold, strap, ends)
        seams = tuple(self._closing(copy, count) for copy in range(1, count + 1))
        making = strip.making(shop)
        through, half = _LED[count > 1], words("Fold it in half round the puller, right side out, its ends even.")
        across = words(
            "Sew across both layers {trimmed} from the ends, back and forth, and seal or overcast the ends.",
            trimmed=Length(TRIMMED),
        )
        pieces = (Sheet(self.id),)
        fitted = (
            Operation(Verb.THREAD, through, pieces=pieces, notions=(slider,)),
            Operation(Verb.FOLD, half, pieces=pieces, around=slider),
            sew(*(seam.id for seam in seams), how=across),
        )
        made = task(words("Make the {name}", name=self.called), *making, *fitted, finishes=True)
        return strip.draft() + Draft(seams=seams, tasks=(made,))

    def _closing(self, copy: int, count: int) -> Seam:
        """The two ends of a strip, sewn to each other."""
        name = f"{self.id} {copy} ends" if count > 1 else f"{self.id} ends"
        a, b = (Run(self.id, edge, copy=copy, reversed=edge == "end") for edge in ("start", "end"))
        return Seam(name, (a,), (b,), SeamKind.TOPSTITCHED)


_LED = {
    False: words("Lead the strip through the hole of the slider's puller."),
    True: words("Lead each strip through the hole of a slider's puller."),
}
_LOOPED = {
    False: words("Fold the cord in half, and lead the fold through the hole of the slider's puller."),
    True: words("Fold each cord in half, and lead the fold through the hole of a slider's puller."),
}
"""By whether there are several."""


def _has_one(bag: Draft, slider: str) -> bool:
    """Whether something hangs in that slider already."""
    cut = any(line.holds == slider for panel in bag.panels if panel.strap is not None for line in panel.lines)
    return cut or any(each.hooks == slider for each in bag.notions)
