"""What all shoulder straps share: the anchor above, the ring tabs at the base, the sliders between."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar

from bagpattern.errors import raise_together
from bagpattern.geometry import areas
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Sheet, Task, Verb, done, sew, task
from bagpattern.model.strap import Mode, Strap, Way, Worn
from bagpattern.parameters import hardware, measure
from bagpattern.parts.carrying.anchor import ANCHOR, Ends
from bagpattern.parts.carrying.tabs import RingTabs, ring_of
from bagpattern.parts.carrying.wearer import SLIDER_FOLD, Wearer, ranging, shortest
from bagpattern.parts.part import BagPart, refused, unjudged
from bagpattern.parts.sewing.folds import OVERCAST
from bagpattern.parts.sewing.free_places import BULK, TabPlace, across_at, checked_places
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.registry import Family
from bagpattern.said import NOTHING, Length
from bagpattern.values import replace, value
from bagpattern.words import form, sentences, trade, words

SLIDER = "strap slider"
"""The id of the sliders."""
STRAP, TAB = "shoulder-strap", "strap-tab"
"""The ids of the straps of cloth or webbing, and of the tabs at the base."""
RINGS = ring_of(TAB)
"""The id of the rings in them."""
STRAPS = Family("bagpattern.parts.straps", "straps")


def worn_on_back(bag: Draft, wearer: Wearer) -> float:
    """mm of one shoulder strap as it is worn: over the shoulder and under the arm, and as far down as the back is."""
    if not bag["back"].has(ANCHOR):
        raise unjudged()
    _, bottom, _, _ = areas.bounds([bag["back"].stitching_line])
    _, top, _, _ = areas.bounds([bag["back"].along(ANCHOR).path])
    return wearer.over_shoulder + top - bottom


@value
class Straps(BagPart):
    """What the bag is worn by on the back: straps from the anchor to ring tabs at the base."""

    family: ClassVar[str] = "straps"
    clips_on: ClassVar[bool] = False
    """Whether the strap comes off its rings, and goes round the body as well."""
    worn: ClassVar[bool] = True
    """Whether there are any."""

    width: float = hardware("25 mm", "15 mm", "2 in", "finished, and the inner width of sliders and rings")
    length: float | None = measure(
        None,
        "30 cm",
        "120 cm",
        "each strap at its longest, from the anchor to the ring; left out: by the wearer's torso, or {75 cm}",
    )
    base_inset: float = measure("25 mm", "10 mm", "120 mm", "from the side of the back to the tab at the base")
    tab: float = measure("35 mm", "20 mm", "80 mm", "how far the base tabs show")
    wearer: Wearer = field(default_factory=Wearer)
    beside: float = 0.0
    """mm of the back on either side beyond the width that the tabs are set in from, as where a wall is wrapped."""

    def for_size(self, litres: float) -> Straps:
        """These straps, whatever a pack holds."""
        return self

    @property
    @abstractmethod
    def reach(self) -> float:
        """mm from the middle of the anchor to the far side of what ends there."""

    def on_width(self, width: float) -> Straps:
        """These straps on a back *width* mm wide."""
        return self

    def tabs(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the two tabs at the base of its back."""
        left, _, right, _ = areas.bounds([bag["back"].stitching_line])
        left, right = left + self.beside, right - self.beside
        most = (right - left) / 2 - self.width
        if over(self.base_inset, most):
            mend = make_it(self, "base_inset", most=most, otherwise=words("make the bag wider"))
            raise refused("base_inset", words("the base tabs would overlap: {mend}", mend=mend))

        def at(inset: float) -> tuple[TabPlace, ...]:
            middles = left + inset + self.width / 2, right - inset - self.width / 2
            found = [across_at(bag, "back", "bottom", x) for x in middles]
            return tuple(place for place in found if place is not None) if all(found) else ()

        places = checked_places(bag, at, self.base_inset, self.width / 2 + BULK, self, "base_inset", most)
        return self.tabs_at(places).add(bag, shop)

    def tabs_at(self, places: tuple[TabPlace, ...]) -> RingTabs:
        """The tabs at the base, in these places."""
        return RingTabs(TAB, words("Strap tab"), self.width, self.tab, places, "base_inset")


@value
class ShoulderStraps(Straps):
    """Two adjustable straps from the anchor to ring tabs at the base."""

    spacing: float | None = measure(
        None,
        "20 mm",
        "150 mm",
        "between the straps at the anchor; left out: {50 to 70 mm} by the torso, less on a narrow back",
    )

    @property
    def offset(self) -> float:
        """mm from the middle of the anchor to the middle of a strap."""
        return ((self.spacing or self.wearer.spacing) + self.width) / 2

    @property
    def reach(self) -> float:
        """mm from the middle of the anchor to the far side of a strap."""
        return self.offset + self.width / 2 + BULK

    def on_width(self, width: float) -> ShoulderStraps:
        """These straps on a back *width* mm wide, their spacing settled."""
        return (
            self if self.spacing is not None else replace(self, spacing=min(self.wearer.spacing, width * 0.27 // 5 * 5))
        )

    def tabs_at(self, places: tuple[TabPlace, ...]) -> RingTabs:
        """The tabs at the base, through whose rings the straps are led."""
        return replace(super().tabs_at(places), leads=STRAP)

    def ends(self, width: float) -> Ends:
        """Both upper ends under the anchor, each *width* mm across."""
        return Ends("strap", form("strap {number}"), width, (-self.offset, self.offset), "bottom", "spacing")

    @property
    def by_rule(self) -> Mapping[str, float]:
        """By the wearer, and the width of the back."""
        return {"length": self.longest, "spacing": self.spacing or self.wearer.spacing}

    @property
    def longest(self) -> float:
        """mm of each strap at its longest."""
        return self.length or self.wearer.strap

    @property
    def strip_length(self) -> float:
        """mm of strap from the anchor's stitching to its end at the slider."""
        return self.longest + SLIDER_FOLD

    def strap(self, bag: Draft) -> Strap:
        """How each serves on *bag*."""
        return self.serving(bag, Strap(Mode.SHOULDER, self.width, shortest(self.longest, SLIDER_FOLD), self.longest))

    def serving(self, bag: Draft, strap: Strap) -> Strap:
        """The *strap* as it is worn on the back."""
        return strap.serving(Worn(Way.BACKPACK, worn_on_back(bag, self.wearer)))

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with both straps, their tabs and hardware."""
        raise_together(check_hardware(self.width))
        return self._straps(self.tabs(bag, shop), shop) + Draft(notions=(self._sliders(),))

    @abstractmethod
    def _straps(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the two straps themselves."""

    def _sliders(self) -> Notion:
        lengths = ranging(self.longest, SLIDER_FOLD)
        note = words("straps from {range}, for {told}", range=lengths, told=self.wearer.told)
        return Notion(
            SLIDER,
            "slider",
            words("Slider"),
            trade(self.width),
            width=self.width,
            count=2,
            note=note,
            threads=STRAP,
        )


def fitted(strap: str, width: float, seams: tuple[str, ...] = ()) -> Task:
    """Both straps, *width* mm wide, led through sliders and rings; *seams* sew their ends down, of webbing none do."""
    tape, pieces = ((), (Sheet(strap),)) if seams else ((strap,), ())
    lead = words(_ROUTE, size=trade(width))
    fold = sentences(_FOLDED, OVERCAST if seams else NOTHING)
    how = words("Sew it down with a box and a cross, the bag out of the way.")
    return task(
        words("Fit the sliders"),
        Operation(Verb.THREAD, lead, pieces=pieces, notions=(SLIDER, RINGS, *tape)),
        Operation(Verb.FOLD, fold, pieces=pieces, around=SLIDER, turns=(SLIDER_FOLD,)),
        sew(*seams, how=how) if seams else done(Verb.TOPSTITCH, how, notions=tape),
        finishes=True,
    )


_ROUTE = form(
    "Lead the lower end of each strap up through its {size} slider, over the middle bar and down again; then, from the "
    "front, through the ring of its base tab, and back up to the slider. Watch that the strap is not twisted."
)
_FOLDED = words(
    "Lead the end round the middle bar once more, under the strap, and fold {end} of it to the wrong side.",
    end=Length(SLIDER_FOLD),
)
