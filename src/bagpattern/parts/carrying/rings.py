"""Side rings and a strap of their own: they turn the backpack into a crossbody bag [construction 5.10]."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import ClassVar

from bagpattern.catalog.notions import STRAP_HARDWARE
from bagpattern.errors import raise_together
from bagpattern.geometry import areas
from bagpattern.model.draft import Draft
from bagpattern.model.strap import Mode, Way, Worn
from bagpattern.parameters import choice, hardware, measure
from bagpattern.parts.carrying.clip_strap import CHAIN, ClipStrap
from bagpattern.parts.carrying.tabs import RingTabs
from bagpattern.parts.carrying.wearer import CLIP_FOLDS, SHOULDER, Wearer, ranging
from bagpattern.parts.part import BagPart, parts_of, refused
from bagpattern.parts.sewing.clearing import down_from, first_that
from bagpattern.parts.sewing.folds import fold_choice
from bagpattern.parts.sewing.free_places import BULK, TabPlace, checked_places, is_free, up_at
from bagpattern.parts.sewing.strips import check_hardware, joins
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Said
from bagpattern.values import replace, value
from bagpattern.words import words

_TAB = "side-tab"
RINGS = f"{_TAB} ring"
"""The id of the side rings."""
_KINDS = "auto", "fabric", "webbing", CHAIN, "rings-only", "none"
AUTO = _KINDS[0]
"""The kind of crossbody strap that the shoulder straps leave to do."""
USUAL_WIDTH = 20.0
"""mm [construction 5.8]."""
CHAIN_RINGS = 15.0
"""mm: a chain is narrow, and its hooks look clumsy in wide rings [K]."""
NARROWEST = 10.0
"""mm: rings are sold from this width on."""
WIDE, HUNG = 38.0, 800.0
"""mm of a strap that carries a bag from one shoulder: it is wider [K], and let out hangs somewhat lower than the 24 to
28 in of [construction 5.1]."""
LOWEST = 30.0
"""mm above the base: the lowest place for a tab, which is also the least that its parameter allows [K]."""
SHARE_UP = 0.66
"""Of the back's height: where side rings hang, above the middle so that the bag stays upright [K]."""


def clipped_on(wearer: Wearer, usual: Way = Way.CROSSBODY) -> tuple[Worn, ...]:
    """How a strap serves from side ring to side ring: as one asks for, or the *usual* way."""
    ways = Worn(Way.CROSSBODY, wearer.worn_crossbody, RINGS), Worn(Way.SHOULDER, SHOULDER, RINGS)
    asked = {Way(each) for each in wearer.carry} & {Way.CROSSBODY, Way.SHOULDER} or {usual}
    return tuple(each for each in ways if each.way in asked)


@value
class Crossbody(BagPart):
    """D-ring tabs on both sides, and a strap that clips to them."""

    kind: str = choice(
        AUTO,
        _KINDS,
        "rings with a strap of the shell cloth, of webbing, or a chain; rings alone, or neither; auto: fabric, but "
        "rings-only beside a convertible strap",
    )
    width: float | None = hardware(
        None,
        "15 mm",
        "2 in",
        "finished, and the inner width of rings and swivels; left out: {20 mm}, {15 mm} with a chain, or that of a "
        "convertible strap",
    )
    length: float | None = measure(
        None,
        "60 cm",
        "170 cm",
        "the strap at its longest, swivel to swivel; left out: three quarters of the wearer's height, or {125 cm}, "
        "of a chain as it is worn",
    )
    height: float | None = measure(
        None,
        "3 cm",
        "60 cm",
        "from the base of the back up to the tabs; left out: two thirds up, clear of joins, or at a gusset's ends",
    )
    tab: float = measure("25 mm", "20 mm", "60 mm", "how far the tabs show")
    fold: str = fold_choice()
    joins: int | None = joins()
    way: ClassVar[Way] = Way.CROSSBODY
    """How the strap is worn, where the wearer does not ask for another."""
    called: ClassVar[Said] = words("crossbody")
    usual: ClassVar[str] = "fabric"
    """What auto is, where neither straps nor the wearer ask for more."""
    wearer: Wearer = field(default_factory=Wearer)
    share: float = SHARE_UP
    """Of the back's height: where the tabs hang by rule, at the highest."""
    ends: tuple[tuple[str, str], ...] = ()
    """Panels and edges in whose middle the tabs hang by rule, if they are sewn: the ends of a gusset."""

    @property
    def across(self) -> float:
        """mm of width."""
        return self.width or (CHAIN_RINGS if self.kind == CHAIN else USUAL_WIDTH)

    @property
    def longest(self) -> float:
        """mm of the strap at its longest."""
        worn = self.wearer.chain if self.kind == CHAIN else self.wearer.crossbody
        return self.length or worn

    @property
    def by_rule(self) -> Mapping[str, float]:
        """By the wearer, and the kind of strap."""
        return {"width": self.across, "length": self.longest}

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the side rings. Raises InputError when the tabs meet no side seam or their width is not sold."""
        if self.kind == "none":
            return bag
        raise_together(check_hardware(self.across, kinds=("ring", "swivel") if self.kind == CHAIN else STRAP_HARDWARE))
        tabs = RingTabs(_TAB, words("Side tab"), self.across, self.tab, self._settled(bag), "height")
        bag = tabs.add(bag, shop)
        return bag if self.kind == "rings-only" else bag + self._strap().draft(shop)

    def _strap(self) -> ClipStrap:
        of = self.kind if self.kind in ("webbing", CHAIN) else "fabric"
        note = words("strap from {range}, for {told}", range=ranging(self.longest, CLIP_FOLDS), told=self.wearer.told)
        mode, worn = Mode.CROSSBODY, clipped_on(self.wearer, self.way)
        strap = ClipStrap("crossbody", self.called, of, self.across, self.longest, self.fold, note, RINGS, mode, worn)
        return replace(strap, joins=self.joins)

    def _settled(self, bag: Draft) -> tuple[TabPlace, ...]:
        """The places at the given height, or else at the first free one below two thirds of the back's."""
        _, bottom, _, top = areas.bounds([panel.stitching_line for panel in parts_of(bag, "back")])

        def at(height: float) -> tuple[TabPlace, ...]:
            found = [up_at(bag, "back", edge, bottom + height) for edge in ("right", "left")]
            return tuple(place for place in found if place is not None) if height >= LOWEST and all(found) else ()

        half, high = self.across / 2 + BULK, top - bottom
        ends = self._at_ends(bag)
        if self.height is None and is_free(bag, ends, half):
            return ends
        if self.height is not None:
            return checked_places(bag, at, self.height, half, self, "height", high)
        best = first_that(lambda each: is_free(bag, at(each), half), down_from(high * self.share, LOWEST))
        if best is None:
            raise refused(
                "height",
                words(
                    "no place on the sides of the back is free for the tabs: {narrower}",
                    narrower=self._narrower(bag, at, high),
                ),
            )
        return at(best)

    def _narrower(self, bag: Draft, at: Callable[[float], tuple[TabPlace, ...]], high: float) -> Said:
        """The widest tabs for which there is a place."""

        def free(across: float) -> bool:
            half = across / 2 + BULK
            return any(is_free(bag, at(each), half) for each in down_from(high * self.share, LOWEST))

        found = first_that(free, down_from(self.across, NARROWEST))
        return (
            words("make the bag higher")
            if found is None
            else words("there is room for tabs {found} wide", found=Length(found))
        )

    def _at_ends(self, bag: Draft) -> tuple[TabPlace, ...]:
        if any(panel not in bag for panel, _ in self.ends):
            return ()  # it has been divided
        return tuple(TabPlace(panel, edge, bag[panel].edge(edge).length / 2) for panel, edge in self.ends)


@value
class OnDemand(Crossbody):
    """The same on a bag that has something else to carry it by: it has none unless one asks for it."""

    usual: ClassVar[str] = "none"

    kind: str = choice(
        AUTO,
        _KINDS,
        "rings with a strap of the shell cloth, of webbing, or a chain; rings alone, or neither; auto: neither, but "
        "fabric where wearer.carry names crossbody, and rings-only beside a convertible strap",
    )


@value
class ShoulderSling(Crossbody):
    """The same for a bag that hangs from one shoulder, close under the arm: a wider and shorter strap."""

    way: ClassVar[Way] = Way.SHOULDER
    called: ClassVar[Said] = words("shoulder")

    width: float | None = hardware(
        None,
        "15 mm",
        "2 in",
        "finished, and the inner width of rings and swivels; left out: {38 mm}, or {15 mm} of chain",
    )
    length: float | None = measure(
        None,
        "50 cm",
        "170 cm",
        "the strap at its longest, swivel to swivel; left out: {80 cm}, more where wearer.carry names crossbody",
    )

    @property
    def across(self) -> float:
        """mm of width."""
        return self.width or (CHAIN_RINGS if self.kind == CHAIN else WIDE)

    @property
    def longest(self) -> float:
        """mm of the strap at its longest."""
        return self.length or (HUNG if "crossbody" not in self.wearer.carry and self.kind != CHAIN else super().longest)
