"""A patch pocket with a pleat in its middle, which opens for what is thick [construction 4.5]."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from bagpattern.errors import Problem
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Operation, Verb, done, sew
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.parameters import choice, measure
from bagpattern.parts.holding.contents import Wanted
from bagpattern.parts.part import refusal
from bagpattern.parts.pockets._patch import Patch
from bagpattern.parts.pockets._pleats import Folded, box_pleat
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
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length
from bagpattern.values import replace, value
from bagpattern.words import at_most, sentences, words

USUAL = 25.0
"""mm: a pleat whose width is left open, for which 50 mm more cloth is cut [construction 4.5]."""
BESIDE = 8.0
"""mm of flat cloth between the folded pleat and the pocket's sides, so that the foot passes [K]."""
OPEN = 20.0
"""mm of pleat below what is stitched down, or it could not open [K]."""
FORMS = {
    "box": (
        words("wrong sides together"),
        words("Press the pleat so that it lies on the front, both outer folds away from the middle."),
        words("Fold the pleat so that it lies on the front, both outer folds away from the middle, and crease it."),
    ),
    "inverted": (
        words("right sides together"),
        words("Press the pleat so that it lies behind, both inner folds meeting in the middle of the front."),
        words(
            "Fold the pleat so that it lies behind, both inner folds meeting in the middle of the front, and crease it."
        ),
    ),
}
"""How each pleat is made: which sides of the cloth lie together while it is stitched, how it is pressed, or creased."""


@value
class Pleated(Patch):
    """An open pocket with a pleat down its middle; flat when empty."""

    depth_key: ClassVar[str] = "pleat"

    form: str = choice("box", tuple(FORMS), "box: the pleat stands on the front; inverted: it lies behind")
    pleat: float | None = measure(
        None, "10 mm", "60 mm", "width of the folded pleat; left out: {25 mm}, or for what it holds"
    )
    closed: float = measure("25 mm", "0 mm", "150 mm", "how far the pleat is stitched down from the top; 0: not at all")

    def deep(self, held: Wanted | None) -> float:
        """mm: as much as the pleat's own width, for it opens by that on both sides."""
        return self.pleat or max(USUAL, held.thick if held else 0.0)

    def faults(self, spot: Spot, shop: Workshop) -> Iterator[Problem]:
        """A pleat that is wider than the pocket, or stitched down nearly all the way."""
        width, height = spot.inner
        most = width - 2 * BESIDE
        if over(spot.depth, most):
            fault = words(
                "a pleat of {depth} does not lie flat in a pocket {width} wide",
                depth=Length(spot.depth),
                width=Length(width),
            )
            key = "pleat" if self.pleat or not self.holds else "holds"
            wider = words("make the pocket wider")
            thinner = words("take thinner things: {bound} with ease", bound=at_most(most))
            mend = make_it(self, key, most=most, otherwise=wider) if key == "pleat" else thinner
            yield refusal(key, words("{fault}: {mend}", fault=fault, mend=mend))
        if over(self.closed, height - OPEN):
            fault = words("leaves nothing to open of a pleat {height} long", height=Length(height))
            mend = make_it(self, "closed", most=height - OPEN, otherwise=words("make the pocket higher"))
            yield refusal("closed", words("{fault}: {mend}", fault=fault, mend=mend))

    def made(self, spot: Spot, shop: Workshop) -> Draft:
        """The wide patch, its pleat, and the seam that sews it on with the pleat folded."""
        (width, height), slot = spot.inner, spot.host.material
        folded = box_pleat(width, spot.depth)
        edges = patch_edges(shop, rectangle(folded.cut, height), slot)
        sizes = {"depth": Length(spot.depth), "width": Length(spot.width)}
        box = words("box pleat {depth} wide: {width} wide when folded", **sizes)
        inverted = words("inverted pleat {depth} wide: {width} wide when folded", **sizes)
        note = box if self.form == "box" else inverted
        lines = tuple(self._lines(folded, height))
        pocket = Panel(self.id, self.called.capitalize(), slot, Role.POCKET, edges, lines, note=note)
        runs = Run(self.id, "left"), *folded.runs(self.id, "bottom"), Run(self.id, "right")
        seam = self.sewn_on(spot.host, runs, folded.caught(self.id, "bottom", height))
        closing = self._closing()
        making = self.sewing(spot.host, *self._making(spot, shop, closing, seam))
        return Draft((pocket,), (*closing, seam), tasks=(making,))

    def _lines(self, folded: Folded, height: float) -> Iterator[Line]:
        """The four folds; the outer two of them are stitching lines where the pleat is closed."""
        for line in folded.lines(0.0, height):
            x = line.path.start.real
            meets = x in (folded.folds[0], folded.folds[-1])
            if meets and self.closed:
                yield replace(line, path=line_path(point(x, 0), point(x, height - self.closed)))
                name = "pleat left" if x == folded.folds[0] else "pleat right"
                yield Line(name, line_path(point(x, height - self.closed), point(x, height)), LineKind.STITCH)
            else:
                yield line

    def _closing(self) -> tuple[Seam, ...]:
        """The stitching that closes the pleat at its top."""
        if not self.closed:
            return ()
        a, b = (Run(self.id, f"pleat {side}") for side in ("left", "right"))
        return (Seam(f"{self.id} pleat", (a,), (b,), SeamKind.TOPSTITCHED),)

    def _making(self, spot: Spot, shop: Workshop, closing: tuple[Seam, ...], on: Seam) -> Iterator[Operation]:
        slot, (together, pressed, creased) = spot.host.material, FORMS[self.form]
        yield from rim_done(shop, slot, self.id)
        yield done(Verb.FOLD, words("Fold the pocket down its middle, {together}.", together=together), self.id)
        if closing:
            stitched = words(
                "Stitch {closed} down from the top, {depth} from the fold, and back-tack there.",
                closed=Length(self.closed),
                depth=Length(spot.depth),
            )
            yield sew(*(seam.id for seam in closing), how=stitched)
        yield flattened(shop, (slot,), pressed, creased, self.id)
        yield replace(done(Verb.BASTE, words("Baste the pleat across the base."), self.id), goal=on.id)
        yield from lap_done(shop, slot, self.id, OTHER_EDGES)
        text = sewn_on_words(shop, slot, OTHER_EDGES, spot.host.title.lower())
        yield sew(on.id, how=sentences(text, BAR_TACKS), beside=shop.lap(slot))
