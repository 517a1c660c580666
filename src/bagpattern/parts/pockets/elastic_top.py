"""A pocket of more cloth than its place, drawn in by elastic in a channel at its top [construction 4.1, 4.7]."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from bagpattern.errors import Problem
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle
from bagpattern.lengths import between, over, under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Operation, Verb, done, sew
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam
from bagpattern.model.space import Cloth
from bagpattern.parameters import choice, measure, sold
from bagpattern.parts.holding.contents import Wanted
from bagpattern.parts.part import refusal
from bagpattern.parts.pockets._elastic import (
    STRETCHED,
    channel,
    channel_allowance,
    channel_done,
    elastic,
    elastic_id,
    elastic_sizes,
)
from bagpattern.parts.pockets._patch import Patch
from bagpattern.parts.pockets._pleats import box_pleat, pleat_done
from bagpattern.parts.pockets._spots import Spot
from bagpattern.parts.sewing.edging import BAR_TACKS, OTHER_EDGES, lap_done, patch_edges, sewn_on_words
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import either, make_it
from bagpattern.said import NOTHING, Length
from bagpattern.values import replace, value
from bagpattern.words import sentences, words

FULLNESS = 1.75
"""Times the width: its cloth, 1.5 to 2 [construction 4.1: mermaids, saltymom]."""
BESIDE = 8.0
"""mm of flat cloth between the folded pleat and the pocket's sides, so that the foot passes [K]."""


@value
class ElasticTop(Patch):
    """An open pocket that stands off its panel and is drawn in by elastic along its top."""

    depth_key: ClassVar[str] = "opens"

    opens: float | None = measure(
        None,
        "5 mm",
        "80 mm",
        "how far it stands off; its cloth is twice that wider; left out: 1.75 times the width, or for what it holds",
    )
    elastic: str = sold("10 mm", elastic_sizes, "the elastic in its top")
    drawn_to: float | None = measure(
        None, "30 mm", "60 cm", "length of the elastic between the sides; left out: the pocket's width"
    )
    gather: str = choice("pleat", ("pleat", "gathers"), "how the base is taken in: a box pleat, or gathered")

    def cloth(self, host: Panel) -> Cloth:
        """It stands off, and loses nothing to a thing's thickness."""
        return Cloth.GUSSET

    def deep(self, held: Wanted | None) -> float:
        """mm that it stands off, as given or for what is held."""
        return self.opens or (held.thick if held else 0.0)

    def spot(self, host: Panel, shop: Workshop) -> Spot:
        """Its place; by rule it stands off as its fullness lets it."""
        spot = super().spot(host, shop)
        full = (FULLNESS - 1) * spot.inner[0] / 2 // 1
        return spot if self.opens else replace(spot, depth=max(spot.depth, full))

    def faults(self, spot: Spot, shop: Workshop) -> Iterator[Problem]:
        """A pleat wider than the pocket, elastic that is too short or too long, a channel that fills the pocket."""
        width, height = spot.inner
        if self.gather == "pleat" and over(spot.depth, width - 2 * BESIDE):
            fault = words(
                "its pleat of {depth} does not lie flat in {width}", depth=Length(spot.depth), width=Length(width)
            )
            flatter = make_it(self, "opens", most=width - 2 * BESIDE, otherwise=NOTHING) if self.opens else NOTHING
            mend = either(flatter, words('write gather = "gathers"'))
            yield refusal("opens" if self.opens else "gather", words("{fault}: {mend}", fault=fault, mend=mend))
        length, cut = self._length(spot), width + 2 * spot.depth
        if not between(length, width / STRETCHED, cut):
            fault = words(
                "elastic of {length} does not draw in {cut} of cloth to {width}",
                length=Length(length),
                cut=Length(cut),
                width=Length(width),
            )
            mend = make_it(
                self, "drawn_to", least=width / STRETCHED, most=cut, otherwise=words("make the pocket narrower")
            )
            yield refusal("drawn_to", words("{fault}: {mend}", fault=fault, mend=mend))
        least = self.least_height(spot.lap)
        if under(height, least - spot.lap):
            fault = words("the channel takes {channel}", channel=Length(channel(self.elastic)))
            otherwise = words("choose another panel, or narrower elastic")
            mend = make_it(self, "height", least=least, most=spot.most["height"], otherwise=otherwise)
            yield refusal("height", words("{fault} of the pocket's height: {mend}", fault=fault, mend=mend))

    def least_height(self, lap: float) -> float:
        """As much again as the channel takes: a hand goes in below it [K]."""
        return 2 * channel(self.elastic) + lap

    def _length(self, spot: Spot) -> float:
        """mm of elastic between the sides: as the panel is wide there [construction 4.7: saltymom]."""
        return self.drawn_to or spot.inner[0]

    def lengths(self, spot: Spot, shop: Workshop) -> dict[str, float]:
        """Those of every patch, and the elastic."""
        return {**super().lengths(spot, shop), "drawn_to": self._length(spot)}

    def made(self, spot: Spot, shop: Workshop) -> Draft:
        """The wide pocket, its elastic, and the seam that sews it on."""
        (width, height), slot = spot.inner, spot.host.material
        cut = width + 2 * spot.depth
        sides = rectangle(cut, height)
        bottom, right, _, left = patch_edges(shop, sides, slot)
        top = Edge("top", sides.top, Finish.HEM, channel_allowance(self.elastic, shop, slot))
        note = words("drawn in to {width}", width=Length(spot.width))
        lines = tuple(self._lines(spot, cut))
        title, edges = self.called.capitalize(), (bottom, right, top, left)
        pocket = Panel(self.id, title, slot, Role.POCKET, edges, lines, note=note)
        seam = self._seam(spot)
        making = self.sewing(spot.host, *self._making(spot, shop, seam))
        inside = words("in the top of the {name}", name=self.called)
        tape = elastic(elastic_id(self.id), self.elastic, self._length(spot), shop, inside)
        return Draft((pocket,), (seam,), (tape,), (making,))

    def _lines(self, spot: Spot, cut: float) -> Iterator[Line]:
        """Where the channel is stitched, and where the base is folded."""
        y = spot.inner[1] - channel(self.elastic)
        yield Line("channel", line_path(point(0, y), point(cut, y)), LineKind.STITCH)
        if self.gather == "pleat":
            yield from box_pleat(spot.inner[0], spot.depth).lines(0.0, min(y, spot.depth))

    def _seam(self, spot: Spot) -> Seam:
        left, right = Run(self.id, "left"), Run(self.id, "right")
        if self.gather == "pleat":
            folded = box_pleat(spot.inner[0], spot.depth)
            runs = left, *folded.runs(self.id, "bottom"), right
            return self.sewn_on(spot.host, runs, folded.caught(self.id, "bottom", spot.inner[1]))
        return replace(self.sewn_on(spot.host, (left, Run(self.id, "bottom"), right)), ease=2 * spot.depth)

    def _making(self, spot: Spot, shop: Workshop, on: Seam) -> Iterator[Operation]:
        slot, wide = spot.host.material, spot.inner[0]
        yield from channel_done(shop, slot, self.id, self.elastic, self._length(spot))
        if self.gather == "pleat":
            yield from pleat_done(shop, slot, self.id, wide, on.id)
        else:
            gathered = words(
                "Sew two rows of long stitches along the base, inside the allowance; draw them up to {wide} and knot "
                "the threads.",
                wide=Length(wide),
            )
            yield done(Verb.FOLD, gathered, self.id)
        yield from lap_done(shop, slot, self.id, OTHER_EDGES)
        text = sewn_on_words(shop, slot, OTHER_EDGES, spot.host.title.lower())
        yield sew(on.id, how=sentences(text, BAR_TACKS), beside=shop.lap(slot))
