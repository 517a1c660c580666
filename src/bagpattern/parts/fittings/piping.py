"""Piping round a panel: a cord in a strip of cloth on the bias, caught in the seams of the panel."""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.catalog.materials import Material
from bagpattern.errors import raise_together
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.operation import Operation, Sheet, Side, Task, Verb, Where, task
from bagpattern.model.panel import Panel, Role
from bagpattern.parameters import choice, measure, text
from bagpattern.parts.fittings import Fitting
from bagpattern.parts.fittings._around import Chain, Stretch, chains
from bagpattern.parts.fittings._bias import CaughtStrip
from bagpattern.parts.part import host, refused
from bagpattern.parts.sewing.buying import rounded_up
from bagpattern.parts.sewing.slanting import joining, longest_bias
from bagpattern.parts.sewing.strips import check_hardware
from bagpattern.parts.workshop import Workshop
from bagpattern.said import NOTHING, Figure, Length, Name, Scale
from bagpattern.values import value
from bagpattern.words import sentences, series, trade, words

LONGEST_STRIP = 400.0
"""mm: bias strips are cut no longer, out of a corner of the cloth, and joined [K]."""
OVERLAP = 40.0
"""mm of bought piping, or of cord, beyond what is seen: the ends lie over each other, or run off into a seam [K]."""
_TOUCH = 0.1
"""mm: what is shorter is no stretch."""
BOUGHT = "bought"


@value
class Piping(Fitting):
    """Piping in the seams round a panel, which draws its outline: cloth round a cord, or bought by the metre."""

    panel: str = text("front", "the panel that it goes round: front, back or base")
    of: str = choice(
        "shell",
        ("shell", "contrast", "lining", BOUGHT),
        "the cloth round the cord, or bought with its tape",
    )
    cord: float = measure("4 mm", "2 mm", "10 mm", "thickness of the cord")

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with the piping in its seams. Raises InputError where no one strip can follow them."""
        raise_together(check_hardware(self.cord, "cord", ("cord",)))
        if self.of not in (*shop.materials, BOUGHT):
            raise refused("of", words('there is no {of}: write materials.{of} = "canvas"', of=Name(self.of)))
        panel = host(bag, self.panel)
        if panel.role is not Role.BODY:
            raise refused("panel", words("it goes on the outside of the bag: write front, back or base"))
        around = chains(bag, panel)
        if not around:
            fault = words("no plain seam joins the {id} to another panel", id=Name(panel.id))
            raise refused("panel", words("{fault}: choose front, back or base", fault=fault))
        strips = [] if self.of == BOUGHT else [self._strip(shop, each, place) for place, each in enumerate(around, 1)]
        joins: tuple[str, ...] = ()
        for strip in strips:
            cut = strip.draft()
            bag, joins = strip.caught(bag + cut), (*joins, *(seam.id for seam in cut.seams))
        step = self._task(bag, panel, around, strips, joins, shop)
        return bag + Draft(notions=(self._bought(panel, around),), tasks=(step,))

    def _strip(self, shop: Workshop, around: Chain, place: int) -> CaughtStrip:
        """Between its two seams it goes once round the cord, through the middle of its own thickness."""
        cloth = shop.materials[self.of]
        across = math.pi * (self.cord + cloth.thickness)
        longest = self._longest(cloth, across + 2 * shop.seam_allowance)
        count = max(1, math.ceil(around.length / longest)) if around.closed else 1
        number = Figure(place) if place > 1 else NOTHING
        name, title = "-".join(filter(None, (self.id, str(number)))), series((self.called, number))
        return CaughtStrip(name, title.capitalize(), self.of, across, around, count, cloth.frays)

    @staticmethod
    def _longest(cloth: Material, wide: float) -> float:
        """mm of one length round a closed chain, *wide* mm across when it is cut, with its slant and allowances."""
        if cloth.frays:
            return min(LONGEST_STRIP, longest_bias(cloth, wide) - 2 * wide)
        return max(max(cloth.widths), cloth.longest) - 2 * wide

    def _bought(self, panel: Panel, around: tuple[Chain, ...]) -> Notion:
        """The piping, or the cord in it."""
        used, size = sum(each.length + OVERLAP for each in around), trade(self.cord)
        if self.of == BOUGHT:
            note = words("round the {panel}, {used}", panel=panel.title.lower(), used=Length(used, Scale.CM))
            return Notion(self.id, "piping", words("Piping"), size, used, self.cord, note=note, buy=rounded_up(used))
        note = words("in the {name}, {used}", name=self.called, used=Length(used, Scale.CM))
        return Notion(self._cord_id, "cord", words("Cord"), size, used, self.cord, note=note, buy=rounded_up(used))

    def _task(
        self,
        bag: Draft,
        panel: Panel,
        around: tuple[Chain, ...],
        strips: list[CaughtStrip],
        joins: tuple[str, ...],
        shop: Workshop,
    ) -> Task:
        name = panel.title.lower()
        lay = words(
            "Baste the piping to the right side of the {panel}, the cord inward and its stitching on the stitching "
            "line. Clip its allowance in curves and at corners.",
            panel=name,
        )
        pieces = tuple(Sheet(strip.id) for strip in strips)
        notions = () if strips else (self.id,)
        how = sentences(lay, _ENDS[around[0].closed], words("Use a zip foot here, and for the seams that hold it."))
        held = tuple(dict.fromkeys(each.seam for chain in around for each in chain.stretches))
        on = tuple(each for chain in around for stretch in chain.stretches for each in _along(bag, panel, stretch))
        baste = Operation(Verb.BASTE, how, held, pieces, notions, on, Side.RIGHT)
        title = words("Baste the {name} to the {panel}", name=self.called, panel=name)
        return task(title, *(self._corded(pieces, joins, shop) if strips else ()), baste)

    def _corded(self, pieces: tuple[Sheet, ...], joins: tuple[str, ...], shop: Workshop) -> Iterator[Operation]:
        """The strips joined, and folded round their cord."""
        if joins:
            yield from joining(shop, self.of, joins, *(each.panel for each in pieces), ring=True)
        cord = self._cord_id
        fold = words("Fold the strip round the cord, right side out and edges even.")
        yield Operation(Verb.FOLD, fold, pieces=pieces, notions=(cord,), around=cord)
        close = words("Sew along the cord, close to it.")
        yield Operation(Verb.TOPSTITCH, close, pieces=pieces)

    @property
    def _cord_id(self) -> str:
        return f"{self.id} cord"


def _along(bag: Draft, panel: Panel, stretch: Stretch) -> Iterator[Where]:
    """A stretch of a seam on the edges of a panel."""
    for side in (bag.seam(stretch.seam).a, bag.seam(stretch.seam).b):
        at = 0.0
        for run in side:
            first, last = bag.span(run)
            low, high = max(stretch.at - at, 0.0), min(stretch.at + stretch.length - at, last - first)
            if run.panel == panel.id and over(high - low, _TOUCH):
                start, end = (last - high, last - low) if run.reversed else (first + low, first + high)
                yield Where(panel.id, run.copy, run.on, round(start, 4), round(end, 4))
            at += last - first


_ENDS = {
    True: words("Close it to a loop at the middle of the edge where it begins."),
    False: words("Let its ends run off into the allowance."),
}
