"""Side rings and a strap of their own: they turn the backpack into a crossbody bag [construction 5.10]."""

from __future__ import annotations

from dataclasses import dataclass

from bagpattern.geometry import areas
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.panel import LineKind
from bagpattern.model.seam import Run, Seam, SeamKind, Stage, Step
from bagpattern.parameters import choice, measure
from bagpattern.parts.free_places import checked_places, is_free, up_at
from bagpattern.parts.part import BagPart, parts_of, refusal
from bagpattern.parts.room import down_from, first_that
from bagpattern.parts.shoulder import BULK, SLIDER_FOLD
from bagpattern.parts.strips import Strip, check_hardware, fold_choice, fold_of, raise_together
from bagpattern.parts.tabs import RingTabs, TabPlace
from bagpattern.parts.workshop import Workshop
from bagpattern.units import millimetres

SHARE_UP = 0.66
"""Of the back's height: where side rings hang, above the middle so that the bag stays upright [K]."""
SWIVEL_FOLD = 35.0
"""mm of strap folded round a swivel and sewn down: 25 to 40 [construction 5.3]."""


@dataclass(frozen=True)
class Crossbody(BagPart):
    """D-ring tabs on both sides, and a strap that clips to them."""

    kind: str = choice(
        "fabric", ("fabric", "rings-only", "none"), "rings with a strap of the shell cloth, rings alone, or neither"
    )
    width: float = measure("20 mm", "15 mm", "38 mm", "finished, and the inner width of rings and swivels")
    length: float = measure("125 cm", "60 cm", "170 cm", "the strap at its longest, from swivel to swivel")
    height: float | None = measure(
        None,
        "3 cm",
        "60 cm",
        "from the base of the back up to the tabs; left out: about two thirds up, clear of the band's join",
    )
    tab: float = measure("25 mm", "20 mm", "60 mm", "how far the tabs show")
    fold: str = fold_choice()

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the side rings. Raises InputError when the tabs meet no side seam or their width is not sold."""
        if self.kind == "none":
            return bag
        raise_together(check_hardware(self.width))
        bag = RingTabs("side-tab", "Side tab", self.width, self.tab, self._settled(bag), "height").add(bag, shop)
        return bag if self.kind == "rings-only" else bag + self._strap(shop)

    def _settled(self, bag: Draft) -> tuple[TabPlace, ...]:
        """The places at the given height, or else at the first free one below two thirds of the back's."""
        _, bottom, _, top = areas.bounds([panel.stitching_line for panel in parts_of(bag, "back")])

        def at(height: float) -> tuple[TabPlace, ...]:
            found = [up_at(bag, "back", edge, bottom + height) for edge in ("right", "left")]
            return tuple(place for place in found if place is not None) if all(found) else ()

        half, high = self.width / 2 + BULK, top - bottom
        if self.height is not None:
            return checked_places(bag, at, self.height, half, "height", high)
        best = first_that(lambda each: is_free(bag, at(each), half), down_from(high * SHARE_UP, 30.0))
        if best is None:
            raise refusal("height", "no place on the sides of the back is free for the tabs: use narrower tabs")
        return at(best)

    def _strap(self, shop: Workshop) -> Draft:
        total = self.length + SLIDER_FOLD + SWIVEL_FOLD
        crosslines = (
            ("slider stitching", SLIDER_FOLD, LineKind.STITCH),
            ("swivel stitching", total - SWIVEL_FOLD, LineKind.STITCH),
        )
        fold, bulk = fold_of(shop, self.fold), shop.thickness("shell")
        strip = Strip("crossbody-strap", "Crossbody strap", self.width, total, bulk, 1, crosslines, fold)
        seams = tuple(
            Seam(
                f"crossbody-strap to {what}", (Run(strip.id, f"{what} stitching"),), (Run(strip.id, end),), SeamKind.HEM
            )
            for what, end in (("slider", "start"), ("swivel", "end"))
        )
        return strip.draft() + Draft(seams=seams, notions=self._hardware(), steps=self._steps(strip, seams))

    def _hardware(self) -> tuple[Notion, ...]:
        size = millimetres(self.width)
        return (
            Notion("crossbody slider", "slider", "Slider", size, width=self.width, threads="crossbody-strap"),
            Notion(
                "crossbody swivel", "swivel", "Swivel hook", size, width=self.width, count=2, threads="crossbody-strap"
            ),
        )

    @staticmethod
    def _steps(strip: Strip, seams: tuple[Seam, ...]) -> tuple[Step, ...]:
        slide = (
            "Sew one end round a swivel. Thread the other through the slider, the second swivel and back over the "
            "slider's bar; lay the ends flat on the strap, overcast them if they fray, and sew them down with a box."
        )
        return (
            Step(Stage.STRAPS, "Make the crossbody strap", strip.making("the strip"), strip.closing_ids),
            Step(Stage.FINISH, "Fit the crossbody hardware", slide, tuple(seam.id for seam in seams)),
        )
