"""A pocket that opens like bellows: a face on a gusset, or sides that fold like an accordion [construction 4.4]."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle, rectangle_path
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.operation import Operation, Verb, done, sew
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam
from bagpattern.parameters import choice, measure
from bagpattern.parts.holding.contents import Wanted, rounded
from bagpattern.parts.part import refusal
from bagpattern.parts.pockets._patch import Patch
from bagpattern.parts.pockets._pleats import accordion
from bagpattern.parts.pockets._spots import Spot
from bagpattern.parts.sewing.edging import (
    BAR_TACKS,
    OTHER_EDGES,
    flattened,
    lap_done,
    patch_edges,
    rim_done,
    sewn_on_words,
)
from bagpattern.parts.sewing.gussets import Gusseted
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length
from bagpattern.values import replace, value
from bagpattern.words import sentences, words

USUAL = 30.0
"""mm: a pocket whose depth is left open [construction 4.4]."""
ROUND = 25.0
"""mm: the corner of thin cloth at a 10 mm allowance [construction 2.14, K]."""
BESIDE = 10.0
"""mm between the folds of both sides, where they lie under the face, so that the foot passes [K]."""
STRIP, ACCORDION = "strip", "accordion"


@value
class BellowsPocket(Patch):
    """An open pocket that lies flat and opens deep: a gusset round three sides, or sides folded in."""

    sides: str = choice(
        STRIP,
        (STRIP, ACCORDION),
        "strip: a gusset round sides and base; accordion: cut in one with the face, folded under it at both sides",
    )
    depth: float | None = measure(
        None, "15 mm", "80 mm", "how far it opens, finished; left out: {30 mm}, or for what it holds"
    )
    radius: float | None = measure(
        None, "0 mm", "80 mm", "of the lower corners on a strip; 0: square; left out: the least that its cloth lies in"
    )

    def deep(self, held: Wanted | None) -> float:
        """mm: as given, for what it holds, or by rule."""
        return self.depth or max(USUAL, held.thick if held else 0.0)

    def lap(self, host: Panel, shop: Workshop) -> float:
        """mm: a gusset is sewn on beside the pocket, not on its edge."""
        return 0.0 if self.sides == STRIP else super().lap(host, shop)

    def spot(self, host: Panel, shop: Workshop) -> Spot:
        """Its place, with rounded corners on a strip."""
        square = super().spot(host, shop)
        if self.sides == ACCORDION:
            return square
        least = max(ROUND, shop.materials[host.material].least_radius)
        by_rule = min(least, square.width / 2, square.height)
        radius = by_rule if self.radius is None else self.radius
        fits = radius <= min(square.width / 2, square.height)
        return replace(square, radius=radius if fits else 0.0)

    def wrapped(self, spot: Spot, shop: Workshop) -> Spot:
        """Higher where it unfolds: what it holds comes forward, and sinks in."""
        higher = rounded(spot.depth / 2) if self.sides == ACCORDION and self.holds and self.height is None else 0.0
        return replace(spot, height=spot.height + higher)

    def faults(self, spot: Spot, shop: Workshop) -> Iterator[Problem]:
        """Corners that do not fit or cannot be sewn, folds that meet."""
        if self.sides == ACCORDION:
            yield from self._fold_faults(spot)
            return
        most, least = min(spot.width / 2, spot.height), shop.seam_allowance
        if self.radius is not None and over(self.radius, most):
            fault = words("{radius} does not fit the pocket", radius=Length(self.radius))
            yield refusal("radius", words("{fault}: {mend}", fault=fault, mend=make_it(self, "radius", most=most)))
        elif spot.radius > 0 and under(spot.radius, least):  # construction 2.14
            fault = words("{radius} is tighter than the allowance", radius=Length(spot.radius))
            mend = make_it(self, "radius", least=least, most=most, zero=True)
            yield refusal("radius", words("{fault}: {mend}", fault=fault, mend=mend))

    def _fold_faults(self, spot: Spot) -> Iterator[Problem]:
        if self.radius is not None:
            yield refusal(
                "radius", words('folded sides end in square corners: take this line out, or write sides = "strip"')
            )
        width, height = spot.inner
        most = min(width - BESIDE, height)
        if over(spot.depth, most):
            fault = words(
                "sides {depth} deep do not fold under a face of {width} x {height}",
                depth=Length(spot.depth),
                width=Length(width),
                height=Length(height),
            )
            key = "holds" if self.depth is None and self.holds else "depth"
            strip = words('write sides = "strip"')
            deep = make_it(self, "depth", most=most, otherwise=strip)
            mend = deep if key == "depth" else words("take thinner things, or {strip}", strip=strip)
            yield refusal(key, words("{fault}: {mend}", fault=fault, mend=mend))

    def hollow(self, spot: Spot) -> Path:
        """The inside; folded sides are sewn flat to the base, and open fully half their depth above it."""
        width, height = spot.inner
        lost = spot.depth / 2 if self.sides == ACCORDION else 0.0
        return rectangle_path(width, height - lost, point(0, (height + lost) / 2))

    def made(self, spot: Spot, shop: Workshop) -> Draft:
        """The pieces, sewn together and to the panel."""
        if self.sides == STRIP:
            return Gusseted(self.id, self.name, spot.host, spot.sides(), spot.depth, shop, folding=True).open()
        (width, height), slot = spot.inner, spot.host.material
        folded = accordion(width, spot.depth)
        edges = patch_edges(shop, rectangle(folded.cut, height), slot)
        note = words("sides folded in: {width} wide when folded", width=Length(spot.width))
        lines = tuple(folded.lines(0.0, height))
        pocket = Panel(self.id, self.called.capitalize(), slot, Role.POCKET, edges, lines, note=note)
        runs = Run(self.id, "left"), *folded.runs(self.id, "bottom"), Run(self.id, "right")
        seam = self.sewn_on(spot.host, runs, folded.caught(self.id, "bottom", height))
        return Draft((pocket,), (seam,), tasks=(self.sewing(spot.host, *self._making(spot, shop, seam)),))

    def _making(self, spot: Spot, shop: Workshop, seam: Seam) -> Iterator[Operation]:
        """Sides folded in, and sewn on."""
        slot = spot.host.material
        yield from rim_done(shop, slot, self.id)
        pressed = words("Press the folds: both sides lie under the face, and forward again to its edge.")
        creased = words("Crease the folds with clips: both sides lie under the face, and forward again to its edge.")
        yield flattened(shop, (slot,), pressed, creased, self.id)
        yield from lap_done(shop, slot, self.id, OTHER_EDGES)
        yield replace(done(Verb.BASTE, words("Baste all folds across the base."), self.id), goal=seam.id)
        text = sewn_on_words(shop, slot, words("the sides, then the base through all folds"), spot.host.title.lower())
        text = sentences(text, words("Keep the face out of the way at the sides."), BAR_TACKS)
        yield sew(seam.id, how=text, beside=shop.lap(slot))
