"""A patch pocket that stands out: its lower corners are darted, or boxed [construction 4.4, 4.5]."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem
from bagpattern.geometry.path import Path
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Operation, Verb, done, sew
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam
from bagpattern.parameters import choice, measure
from bagpattern.parts.holding.contents import Wanted
from bagpattern.parts.part import refusal
from bagpattern.parts.pockets._corners import Corners
from bagpattern.parts.pockets._patch import Patch
from bagpattern.parts.pockets._spots import Spot
from bagpattern.parts.sewing.edging import (
    AROUND,
    BAR_TACKS,
    OTHER_EDGES,
    flattened,
    lap_done,
    lapped,
    rim,
    rim_done,
    sewn_on_words,
)
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import Bounds, make_it
from bagpattern.said import Length
from bagpattern.values import replace, value
from bagpattern.words import sentences, words

DARTED, BOXED, BY_DEPTH = "darted", "boxed", "by-depth"
USUAL = {DARTED: 12.0, BOXED: 25.0}
"""mm: darts 17 wide where they are cut [construction 4.5: 10 to 20]; squares of 25 [construction 4.4]."""
WIDEST = 20.0
"""mm across a dart; a wider one puckers at its tip [construction 4.5, K]."""
SEWABLE = 5.0
"""mm of a boxed corner beyond its allowance, so that there is a square to cut [K]."""


@value
class Darted(Patch):
    """An open pocket with depth at its base: both lower corners darted, or squares cut out and sewn."""

    corners: str = choice(
        BY_DEPTH, (BY_DEPTH, DARTED, BOXED), "darted: soft; boxed: square; by-depth: darted up to {14 mm}, boxed beyond"
    )
    depth: float | None = measure(
        None, "7 mm", "60 mm", "how far it stands out; left out: {12 mm} (boxed: {25 mm}), or for what it holds"
    )

    def deep(self, held: Wanted | None) -> float:
        """mm: as given, for what it holds, or by rule."""
        usual = USUAL[BOXED if self.corners == BOXED else DARTED]
        return self.depth or max(usual, held.thick if held else 0.0)

    def faults(self, spot: Spot, shop: Workshop) -> Iterator[Problem]:
        """A dart that is too wide, a square that is too small to be cut, corners that meet."""
        made = self._corners(spot)
        key = "holds" if self.depth is None and self.holds else "depth"
        fault = words("a pocket {depth} deep", depth=Length(spot.depth))
        least, widest = shop.seam_allowance + SEWABLE, WIDEST / 2**0.5
        if made.darted and over(made.mouth, WIDEST):
            mend = words("take thinner things") if key == "holds" else make_it(self, key, most=widest)
            yield refusal(
                key,
                words('{fault} has darts that pucker: {mend}, or write corners = "boxed"', fault=fault, mend=mend),
            )
        elif not made.darted and under(spot.depth, least):
            what = words("{fault} has corners no larger than their allowance", fault=fault)
            bound = words("make the pocket higher and wider")
            mend = make_it(self, "depth", least=least, most=min(made.width, made.height), otherwise=bound)
            yield refusal("depth", words('{what}: {mend}, or write corners = "darted"', what=what, mend=mend))
        elif over(spot.depth, min(made.width, made.height)):
            most = min(made.width, made.height)
            larger = words("make the pocket wider or higher")
            bounds = (
                Bounds(most=most, otherwise=larger)
                if self._darted(most)
                else Bounds(least=least, most=most, otherwise=larger)
            )
            mend = words("take thinner things") if key == "holds" else make_it(self, key, **bounds)
            yield refusal(key, words("{fault} would be deeper than it is wide or high: {mend}", fault=fault, mend=mend))

    def _corners(self, spot: Spot) -> Corners:
        return Corners(*spot.inner, spot.depth, self._darted(spot.depth))

    def _darted(self, depth: float) -> bool:
        """Whether a pocket of that depth, in mm, has darts."""
        return not over(depth, WIDEST / 2**0.5) if self.corners == BY_DEPTH else self.corners == DARTED

    def made(self, spot: Spot, shop: Workshop) -> Draft:
        """The pocket, its corners, and the seam that sews it on."""
        corners, slot = self._corners(spot), spot.host.material
        note = words(
            "{width} x {height} on the panel, {depth} deep",
            width=Length(spot.width),
            height=Length(spot.height),
            depth=Length(spot.depth),
        )
        edges, lines = tuple(self._edges(corners, shop, slot)), tuple(corners.lines())
        pocket = Panel(self.id, self.called.capitalize(), slot, Role.POCKET, edges, lines, note=note)
        seam = self.sewn_on(spot.host, tuple(Run(self.id, side) for side in AROUND), corners.caught(self.id))
        closing = corners.seams(self.id)
        making = self.sewing(spot.host, *self._making(spot, shop, corners, closing, seam))
        return Draft((pocket,), (*closing, seam), tasks=(making,))

    def _edges(self, corners: Corners, shop: Workshop, slot: str) -> Iterator[Edge]:
        """Counter-clockwise from the base; the ends of darts are turned with the edges beside them."""
        yield lapped(shop, "bottom", corners.base(), slot)
        yield from (self._corner_edge(*each, corners, shop, slot) for each in corners.corner("right"))
        yield lapped(shop, "right", corners.right(), slot)
        yield rim(shop, "top", corners.top(), slot)
        yield lapped(shop, "left", corners.left(), slot)
        yield from (self._corner_edge(*each, corners, shop, slot) for each in corners.corner("left"))

    @staticmethod
    def _corner_edge(name: str, path: Path, corners: Corners, shop: Workshop, slot: str) -> Edge:
        return lapped(shop, name, path, slot) if corners.darted else Edge(name, path)

    def _making(
        self, spot: Spot, shop: Workshop, corners: Corners, closing: tuple[Seam, ...], on: Seam
    ) -> Iterator[Operation]:
        slot = spot.host.material
        yield from rim_done(shop, slot, self.id)
        if corners.darted:
            yield sew(*(seam.id for seam in closing), how=_DARTS)
            yield flattened(shop, (slot,), *_DARTS_LIE, self.id, seams=tuple(seam.id for seam in closing))
            ends = words("Baste the ends of the darts across the allowance.")
            yield replace(done(Verb.BASTE, ends, self.id), goal=on.id)
        else:
            yield sew(*(seam.id for seam in closing), how=_SQUARES)
            yield done(Verb.FOLD, words("Turn the corners out, and push them square."), self.id)
        yield from lap_done(shop, slot, self.id, OTHER_EDGES)
        text = sewn_on_words(shop, slot, OTHER_EDGES, spot.host.title.lower())
        text = sentences(text, words("Pivot where corner meets corner."), BAR_TACKS)
        yield sew(on.id, how=text, beside=shop.lap(slot))


_DARTS = words(
    "Sew both darts, right sides together, from the raw edge to the tip; leave long ends there and knot them."
)
_DARTS_LIE = words("Press both darts to the base."), words("Fold both darts to the base and crease them.")
_SQUARES = words("Sew both square corners, right sides together, from the inner corner outward; back-tack both ends.")
