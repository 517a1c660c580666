"""Padded shoulder straps: shaped pads with foam inside, a ladder lock at their lower ends [construction 5.5]."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.errors import Problem, raise_together
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.strap import Mode, Strap
from bagpattern.parameters import choice, flag, hardware, measure
from bagpattern.parts.carrying.anchor import Ends, under_anchor
from bagpattern.parts.carrying.tabs import RingTabs
from bagpattern.parts.part import refusal
from bagpattern.parts.sewing.clearing import STEP, down_from, first_that
from bagpattern.parts.sewing.free_places import BULK, TabPlace
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.straps import ShoulderStraps
from bagpattern.parts.straps._pad import STEEPEST, PadShape
from bagpattern.parts.straps._padded_making import EDGES, PadMaking, Sternum
from bagpattern.parts.straps._padded_tasks import WEBBING
from bagpattern.parts.workshop import BY_MATERIAL, Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length, Name, Said, Scale
from bagpattern.values import replace, value
from bagpattern.words import between, form, trade, words

PAD_SHARE = 0.5
"""Of the strap at its longest: 380 mm for an adult of torso M, 345 and 435 for S and L, 265 for a child of 115 cm;
published are 380 to 430, 330 to 360 and 260 to 300 [construction 5.5]."""
LOCK = 50.0
"""mm from the pad's lower end to the webbing in its ladder lock: the loop that shows and the lock itself [K]."""
LEAST_WEBBING = 80.0
"""mm of webbing between lock and tab: with less, the strap cannot be let out and taken in [K]."""
TAIL = 100.0
"""mm of webbing beyond the lock, to pull at [K]; with it, an adult's webbing is 350 to 450 mm [construction 5.5]."""
BESIDE_WEBBING = 5.0
"""mm of pad on either side of the webbing loop in its lower end, at the least [K]."""


@value
class Padded(ShoulderStraps):
    """Two shaped straps with foam inside; webbing from the base tabs runs through a ladder lock at their lower ends."""

    width: float = hardware("20 mm", "15 mm", "2 in", "of the lower webbing, and the inner width of the ladder locks")
    pad_length: float | None = measure(
        None, "15 cm", "60 cm", "of the padded strap, along its middle; left out: half of the strap at its longest"
    )
    pad_width: float = measure(
        "50 mm", "30 mm", "90 mm", "in the middle; {45 to 50 mm} on a small bag, 55 to 65 on a large"
    )
    top_width: float = measure("45 mm", "30 mm", "80 mm", "where it ends under the anchor")
    lower_width: float = measure("35 mm", "25 mm", "80 mm", "at its lower end")
    curve: float = measure("30 mm", "0 mm", "120 mm", "how far its lower end is set out, in an S; 0: a straight strap")
    unpadded: float = measure("50 mm", "20 mm", "100 mm", "of its upper end, without foam")
    underside: str = choice("shell", ("shell", "contrast", "lining", "mesh"), "the cloth that lies on the shoulder")
    edges: str = choice(
        BY_MATERIAL,
        (BY_MATERIAL, *EDGES),
        "bound with tape, sewn right sides together and turned, or raw; by-material: raw where edges are left raw",
    )
    padded: bool = flag(True, "with foam inside: materials.padding")
    sternum: bool = flag(False, "with a strap and buckle across the chest")
    sternum_drop: float | None = measure(
        None, "60 mm", "300 mm", "from the anchor down to the sternum strap; left out: two fifths of the pad"
    )

    @property
    def takes(self) -> tuple[str, ...]:
        """Mesh, if the underside is of it."""
        return ("mesh",) if self.underside == "mesh" else ()

    @property
    def offset(self) -> float:
        """mm from the middle of the anchor to the middle of a pad."""
        return ((self.spacing or self.wearer.spacing) + self.top_width) / 2

    @property
    def reach(self) -> float:
        """mm from the middle of the anchor to the far side of a pad."""
        return self.offset + self.top_width / 2 + BULK

    def on_width(self, width: float) -> Padded:
        """These straps on a back *width* mm wide, their spacing settled: room for both beside each other."""
        beside = max(20.0, (width * 0.75 - 2 * self.top_width) // STEP * STEP)
        return self if self.spacing is not None else replace(self, spacing=min(self.wearer.spacing, beside))

    @property
    def by_rule(self) -> Mapping[str, float]:
        """Those of all straps, and what follows from their length."""
        chest = {"sternum_drop": self._chest} if self.sternum else {}
        return {**super().by_rule, "pad_length": self.pad, **chest}

    @property
    def _chest(self) -> float:
        """mm from the anchor down to the sternum strap."""
        return self.sternum_drop or self.pad * 0.4 // STEP * STEP

    @property
    def pad(self) -> float:
        """mm along the middle of the pad."""
        return self.pad_length or self.longest * PAD_SHARE // STEP * STEP

    def tabs_at(self, places: tuple[TabPlace, ...]) -> RingTabs:
        """Tabs that hold the ends of the lower webbing."""
        return replace(super().tabs_at(places), webbing=WEBBING)

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with both straps, their webbing and tabs. Raises InputError with all that cannot be made of them."""
        raise_together((*check_hardware(self.width, kinds=("webbing", "ladder-lock")), *self._misfits(shop)))
        return self._straps(self.tabs(bag, shop), shop)

    def _straps(self, bag: Draft, shop: Workshop) -> Draft:
        making = self._making(shop, bag)
        pads = making.layers()
        bag = bag + making.draft()
        ends = Ends("strap", form("strap {number}"), self.top_width, (-self.offset, self.offset), "bottom", "spacing")
        return ends.held(bag, pads, (("upper", 1), ("upper", 2)))

    def _shape(self) -> PadShape:
        return PadShape(self.pad, self.lower_width, self.pad_width, self.top_width, self.curve)

    def _making(self, shop: Workshop, bag: Draft) -> PadMaking:
        webbing = self.longest - self.pad - LOCK
        sternum = Sternum(self._chest) if self.sternum else None
        tuck = self.tabs_at(()).tuck
        return PadMaking(
            shop,
            self._shape(),
            self.width,
            webbing + TAIL + tuck,
            self.underside,
            self.edges,
            self.unpadded if self.padded else None,
            sternum,
            self._lengths(),
            self.serving(bag, Strap(Mode.SHOULDER, self.pad_width, *self._range)),
            under_anchor(bag),
        )

    @property
    def _range(self) -> tuple[float, float]:
        """mm of a strap at its shortest and at its longest."""
        return self.pad + LOCK + LEAST_WEBBING, self.longest

    def _lengths(self) -> Said:
        """How short and how long the straps are, and for whom."""
        short, long = (round(each / 10) * 10.0 for each in self._range)
        return words("straps from {range}, for {told}", range=between(short, long, Scale.CM), told=self.wearer.told)

    def _misfits(self, shop: Workshop) -> Iterator[Problem]:
        most = self.longest - LOCK - LEAST_WEBBING
        if over(self.pad, most):
            key = "pad_length" if self.pad_length else "length"
            fault = words(
                "a pad of {pad} leaves no webbing to adjust in {longest} of strap",
                pad=Length(self.pad),
                longest=Length(self.longest),
            )
            longer = words("make the strap longer")
            mend = make_it(self, "pad_length", most=most, otherwise=longer) if self.pad_length else longer
            yield refusal(key, words("{fault}: {mend}", fault=fault, mend=mend))
        least = self.width + 2 * BESIDE_WEBBING
        if under(self.lower_width, least):
            mend = make_it(self, "lower_width", least=least, otherwise=words("take narrower webbing"))
            fault = words("webbing of {width} is sewn in there: {mend}", width=trade(self.width), mend=mend)
            yield refusal("lower_width", fault)
        if self.underside not in shop.materials:
            yield refusal(
                "underside",
                words(
                    'there is no {underside}: write materials.{underside} = "spacer-mesh"',
                    underside=Name(self.underside),
                ),
            )
        else:
            yield from self._too_bent(shop)
            yield from self._too_long(shop)
        yield from self._sternum_misfit()

    def _too_long(self, shop: Workshop) -> Iterator[Problem]:
        """A pad is shaped and has foam in it: it is cut in one, and not joined as straight straps are [K]."""
        cloths = [shop.materials[slot] for slot in dict.fromkeys(("shell", self.underside))]
        longest = {each: each.longest if each.grain else max(each.longest, *each.widths) for each in cloths}
        shortest = min(cloths, key=lambda each: longest[each])
        most = longest[shortest] - 3 * shop.seam_allowance  # one below, and what lies under the anchor
        if over(self.pad, most):
            told = form("a pad of {pad} is cut in one, and {cloth} is no longer than {longest}: {mend}")
            gaps = {"pad": Length(self.pad), "cloth": shortest.title, "longest": Length(longest[shortest])}
            mend = make_it(self, "pad_length", most=most, otherwise=words("take longer cloth"))
            yield refusal("pad_length", words(told, mend=mend, **gaps))

    def _too_bent(self, shop: Workshop) -> Iterator[Problem]:
        slots = {"shell", self.underside, *({"padding"} if self.padded else ())} & set(shop.materials)
        stiffest = max((shop.materials[slot] for slot in sorted(slots)), key=lambda each: each.least_radius)

        def lies(curve: float) -> bool:
            shape = replace(self._shape(), curve=curve)
            return curve <= STEEPEST * self.pad and shape.tightest() >= stiffest.least_radius

        if not lies(self.curve):
            best = first_that(lies, down_from(min(self.curve, STEEPEST * self.pad), 0.0))
            fault = words(
                "set out by {curve}, a pad of {pad} is too bent for", curve=Length(self.curve), pad=Length(self.pad)
            )
            mend = make_it(self, "curve", most=best or 0.0)
            yield refusal(
                "curve",
                words(
                    "{fault} {title}: {mend}, or the pad longer", fault=fault, title=stiffest.title.lower(), mend=mend
                ),
            )

    def _sternum_misfit(self) -> Iterator[Problem]:
        most = self.pad - 60.0
        if self.sternum and self.sternum_drop is not None and over(self.sternum_drop, most):
            mend = make_it(self, "sternum_drop", most=most, otherwise=words("make the pad longer"))
            yield refusal(
                "sternum_drop", words("it lies off the pad of {pad}: {mend}", pad=Length(self.pad), mend=mend)
            )
