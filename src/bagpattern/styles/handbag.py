"""The handbag: front and back narrow upward, the ends curve at the top, and a zip panel lies over their curve."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from bagpattern.catalog.notions import ZIPS, Zip, zip_sizes
from bagpattern.errors import Problem, raise_together
from bagpattern.geometry import areas
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.parameters import listed, table
from bagpattern.parts.bodies.handbag import HandbagBody
from bagpattern.parts.carried import Carried
from bagpattern.parts.carrying.loop_handles import LoopHandles
from bagpattern.parts.carrying.rings import Crossbody
from bagpattern.parts.closing.end_zip import EndZip
from bagpattern.parts.part import BagPart, parts_of
from bagpattern.parts.sewing.clearing import first_that, up_from
from bagpattern.parts.sewing.in_one import length_of
from bagpattern.parts.sewing.zips import allowance_declared, gap_declared, gap_misfits, shown
from bagpattern.proposals import sized
from bagpattern.said import Length, Name
from bagpattern.styles._bag import Bag
from bagpattern.styles._handbag_sizes import MOST_TOP, Dimensions
from bagpattern.values import replace, value
from bagpattern.words import series, words


@value
class Handbag(Bag):
    """A handbag with two handles: a zip panel over the curve of its end panels, front and back narrowing upward."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    zip: str = listed("#5", zip_sizes, "the chain: #3 for pouches, #5 for bags, #8 and #10 for luggage")
    zip_gap: float | None = gap_declared()
    zip_allowance: float | None = allowance_declared()
    handles: LoopHandles = table(LoopHandles, "two loops to carry it by")
    crossbody: Crossbody = table(Crossbody, "side rings and their strap")

    def body(self) -> HandbagBody:
        """Front, back, ends, base and zip panel. Raises InputError when no cloth would be left beside the zip."""
        tightest = self.workshop.seam_allowance + self.lining.inset_for(self.workshop)
        by_strap = self._carried.faults(self.wearer.but(self.handles.serve))
        raise_together((*self.dimensions.faults(tightest), *by_strap))
        raise_together(self._zip_faults())
        return self.dimensions.body(self._chain)

    @property
    def _chain(self) -> Zip:
        """The measures of its zip."""
        return shown(self.zip, self.zip_gap, self.zip_allowance)

    @property
    def by_rule(self) -> Mapping[str, float | None]:
        """Those of every bag, and those of the zip."""
        return {**super().by_rule, "zip_gap": self._chain.gap, "zip_allowance": self._chain.beyond_centre}

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """What the rules make of it."""
        size = self.dimensions.settled()
        return {"top_width": size.top_width, "top_depth": size.top_depth, "crown": size.crown}

    def _zip_faults(self) -> Iterator[Problem]:
        """A zip panel narrower than the tape of its zip has no cloth to sew to it, in the lining least of all."""
        yield from gap_misfits(self, self._chain, "zip_gap")
        across, tape = self._across(self.dimensions), self._chain.tape
        if not under(across, tape):
            return
        fault = words("the zip panel would be {across} across, less than the tape of its zip", across=Length(across))
        fits = [size for size, chain in ZIPS.items() if not under(across, chain.tape)]
        if fits:
            mend = words("choose {names}, or a larger dimensions.top_depth", names=series(map(Name, fits), " or "))
            yield Problem("zip", words("{fault}: {mend}", fault=fault, mend=mend))
            return
        deep = self.dimensions.settled().top_depth or 0.0
        wide = up_from(deep, self.dimensions.depth * MOST_TOP)
        best = first_that(lambda each: not under(self._across(replace(self.dimensions, top_depth=each)), tape), wide)
        least = math.inf if best is None else best
        yield sized(self.dimensions, "top_depth", fault, least=least, otherwise=words("make the bag deeper"))

    def _across(self, size: Dimensions) -> float:
        """mm across the lining's zip panel, the narrower one."""
        return size.body(self._chain).smaller(self.lining.inset_for(self.workshop)).panel_width

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """The zip, and the handles."""
        yield "zip", EndZip(self._chain)
        yield "handles", replace(self.handles, wearer=self.wearer)

    def hung(self) -> Iterator[tuple[str, BagPart]]:
        """The side rings."""
        yield "crossbody", self._carried.strap(self.wearer)

    def finished(self, draft: Draft) -> Finished:
        """Measured on front, base and an end: what it narrows gives the lean, and that the height of a corner."""
        width, top, depth = (
            length_of(draft, *each) for each in (("front", "bottom"), ("front", "top"), ("base", "end-left"))
        )
        ends = parts_of(draft, "end-left")
        arch = next(panel.edge("top").path for panel in reversed(ends) if panel.has_edge("top"))
        deep = abs(arch.end - arch.start)
        corner = length_of(draft, "end-left", "right")
        wall = (corner**2 - ((width - top) / 2) ** 2 - ((depth - deep) / 2) ** 2) ** 0.5
        crown = arch.point_at(arch.length / 2).imag - arch.start.imag
        slant = (corner**2 - ((depth - deep) / 2) ** 2) ** 0.5
        raised = sum(areas.area(panel.stitching_line) for panel in ends) - (depth + deep) / 2 * slant
        middle = (width + top) / 2 * (depth + deep) / 2
        volume = wall / 6 * (width * depth + 4 * middle + top * deep) + raised * top
        return Finished(
            width, wall + crown, depth, volume / 1e6, measured=Measured(Where.BASE, Where.UPRIGHT, Where.BASE)
        )

    @property
    def _carried(self) -> Carried:
        return Carried(None, None, self.crossbody)
