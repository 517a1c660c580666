"""How a pocket on a face is made: of one layer with a hemmed top, folded over as its own lining, or lined.

What has two layers is sewn right sides together, turned, and topstitched on a little inside its edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.geometry.path import joined, line_path
from bagpattern.geometry.placement import IDENTITY, Placement, moved
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import Sides, rounded_panel
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Operation, Sheet, Verb, done, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam, SeamKind
from bagpattern.parts.pockets._spots import Spot
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.edging import (
    AROUND,
    BAR_TACKS,
    OTHER_EDGES,
    flattened,
    lap_done,
    lap_words,
    patch_edges,
    rim_done,
    sewn_on_words,
)
from bagpattern.parts.sewing.joinery import cut_seam
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Said
from bagpattern.values import replace, value
from bagpattern.words import sentences, words

HEMMED, SELF_LINED, LINED = "hemmed", "self-lined", "lined"
LAYERS = (HEMMED, SELF_LINED, LINED)
"""One, its rim finished as rims are; two, folded at the top [construction 4.2]; two, the inner of lining cloth."""
GAP = 60.0
"""mm left open in the base to turn a pocket through; half of the base where that is shorter [K]."""
STITCHING = "topstitching"
"""The line on a pocket of two layers along which it is sewn on."""


@value
class Layers:
    """A pocket on its spot, made in one of the ways of ``LAYERS``.

    ``backing`` is the slot of what lies between two layers. The seams that hold it are measured from the lower left
    corner of its stitching, in mm.
    """

    id: str
    name: Said
    spot: Spot
    how: str
    shop: Workshop
    backing: str = ""

    @property
    def slot(self) -> str:
        """What it is cut from: the material of its host."""
        return self.spot.host.material

    @property
    def corner(self) -> Placement:
        """Where the lower left corner of the stitching lies on the pocket's own panel."""
        return IDENTITY if self.how == HEMMED else moved(self.spot.lap, self.spot.lap)

    def divisions(self, places: Sequence[float]) -> tuple[Line, ...]:
        """Lines from base to top, so many mm to the right."""
        high = self.spot.inner[1]
        return tuple(
            Line(
                f"{self.id} division {number}",
                line_path(point(x, 0), point(x, high)),
                LineKind.STITCH,
                words("{pocket} division {number}", pocket=self.name, number=number),
            )
            for number, x in enumerate(places, start=1)
        )

    def draft(self, lines: tuple[Line, ...] = ()) -> Draft:
        """Its pieces, the seams that make it, those that hold it along its sides and base and along *lines*."""
        own = tuple(line.placed(self.corner) for line in lines)
        made = self._hemmed(own) if self.how == HEMMED else self._turned(own)
        return made + self._sewn_on(lines)

    # sewn on ----------------------------------------------------------------------------------------------------------

    def _sewn_on(self, lines: tuple[Line, ...]) -> Draft:
        host = self.spot.host
        runs = tuple(Run(self.id, name) for name in AROUND) if self.how == HEMMED else (Run(self.id, STITCHING),)
        around = Seam(f"{self.id} to {host.id}", (Run(host.id, self.id),), runs, SeamKind.PLACEMENT)
        through = (
            Seam(each.name, (Run(host.id, each.name),), (Run(self.id, each.name),), around.kind) for each in lines
        )
        seams = tuple(self._through_lining(seam) for seam in (around, *through))
        title = words("Sew the {name} to the {title}", name=self.name, title=host.title.lower())
        return Draft(seams=seams, tasks=(task(title, *self._sewing(seams)),))

    def _sewing(self, seams: tuple[Seam, ...]) -> Iterator[Operation]:
        """How it is sewn on: all round, then through where it is divided."""
        around, divisions, host = seams[0].id, tuple(seam.id for seam in seams[1:]), self.spot.host.title.lower()
        if self.how == HEMMED:
            yield from rim_done(self.shop, self.slot, self.id)
            yield from lap_done(self.shop, self.slot, self.id, OTHER_EDGES)
            text = sewn_on_words(self.shop, self.slot, OTHER_EDGES, host)
            yield sew(around, how=sentences(text, BAR_TACKS), beside=self.shop.lap(self.slot))
        else:
            text = words(
                "Lay it on its line on the {host}, right side up, and topstitch sides and base {inside} inside the "
                "edge, on the marked line: that closes the gap, too.",
                host=host,
                inside=Length(self.spot.lap),
            )
            yield sew(around, f"{self.id} base gap", how=sentences(text, BAR_TACKS))
        if divisions:
            yield sew(*divisions, how=words("Stitch the divisions from the base up, and back-tack at the top."))

    def _through_lining(self, seam: Seam) -> Seam:
        """A lining is held by the same stitching."""
        if self.how != LINED:
            return seam
        return replace(seam, caught=(Caught(tuple(replace(run, panel=self.inner) for run in seam.b), 0.0),))

    # the pieces -------------------------------------------------------------------------------------------------------

    @property
    def inner(self) -> str:
        """The id of the inner layer, if it is a piece of its own."""
        return f"{self.id}-lining"

    def _hemmed(self, lines: tuple[Line, ...]) -> Draft:
        sides, shop, slot = self.spot.sides(self.spot.lap), self.shop, self.slot
        edges = patch_edges(shop, sides, slot)
        note = lap_words(shop, slot, words("sides and base"))
        return Draft((Panel(self.id, self.name.capitalize(), slot, Role.POCKET, edges, lines, note=note),))

    def _turned(self, lines: tuple[Line, ...]) -> Draft:
        """Two layers, sewn right sides together and turned through a gap in the base."""
        inside = self.spot.sides(self.spot.lap)
        stitching = joined((inside.left, inside.bottom, inside.right)).placed(self.corner)
        lines = (Line(STITCHING, stitching, LineKind.STITCH), *lines)
        made = Draft((self._folded(lines),) if self.how == SELF_LINED else self._lined(lines))
        base, *others = self._closing()
        before, gap, after = self._gapped(made, base)
        sewn = (before, *others, after)
        making = task(words("Make the {name}", name=self.name), *self._turning(sewn, gap))
        return made + Draft(seams=(*sewn, gap), tasks=(making,))

    def _folded(self, lines: tuple[Line, ...]) -> Panel:
        """One piece, twice as high, its fold the top."""
        spot = self.spot
        sides = rounded_panel(spot.width, 2 * spot.height, spot.radius, spot.radius)
        fold = Line("fold", line_path(point(0, spot.height), point(spot.width, spot.height)), LineKind.FOLD)
        return Panel(self.id, self.name.capitalize(), self.slot, Role.POCKET, _edges(sides), (fold, *lines), layers=2)

    def _lined(self, lines: tuple[Line, ...]) -> tuple[Panel, Panel]:
        edges, title = _edges(self.spot.sides()), words("{title} lining", title=self.name).capitalize()
        outer = Panel(self.id, self.name.capitalize(), self.slot, Role.POCKET, edges, lines, backing=self.backing)
        return outer, Panel(self.inner, title, "lining", Role.POCKET, edges, lines)

    def _closing(self) -> Iterator[Seam]:
        """The seams between the two layers, the base's first."""
        if self.how == SELF_LINED:
            middle = self.spot.sides().right.length
            yield Seam(f"{self.id} base", (Run(self.id, "bottom"),), (Run(self.id, "top", reversed=True),))
            for side in ("left", "right"):
                halves = (Run(self.id, side, end=middle),), (Run(self.id, side, start=middle, reversed=True),)
                yield Seam(f"{self.id} {side} side", *halves)
            return
        for name, on in (("base", "bottom"), ("left side", "left"), ("right side", "right"), ("top", "top")):
            yield Seam(f"{self.id} {name}", (Run(self.id, on),), (Run(self.inner, on),))

    @staticmethod
    def _gapped(made: Draft, base: Seam) -> tuple[Seam, Seam, Seam]:
        """The base seam in three, the middle one left open to turn the pocket through."""
        length = made.side_length(base.a)
        wide = min(GAP, length / 2 // STEP * STEP)
        before, gap, after = cut_seam(made, base, (length - wide) / 2, (length + wide) / 2)
        return replace(before, marked=True), replace(gap, kind=SeamKind.GAP), replace(after, marked=True)

    def _turning(self, sewn: tuple[Seam, ...], gap: Seam) -> Iterator[Operation]:
        """Both layers are sewn together, right sides in, and turned."""
        folded = self.how == SELF_LINED
        layers, slots = (self.id,) if folded else (self.id, self.inner), (self.slot, "lining", self.backing)
        sheets = tuple(map(Sheet, layers))
        seams = tuple(seam.id for seam in sewn)
        yield sew(*seams, how=_FOLDED if folded else _LAYERED)
        yield Operation(Verb.TRIM, words("Trim the allowances at the corners."), seams, sheets)
        turned = words("Turn it right side out through the gap, and push out the corners.")
        yield Operation(Verb.FOLD, turned, pieces=sheets, through=gap.id)
        yield flattened(self.shop, slots[: 1 if folded else 3], _PRESSED, _CREASED, *layers)
        top = words("Topstitch the top {inside} from its edge.", inside=Length(self.shop.finishing.topstitch))
        yield done(Verb.TOPSTITCH, top, *layers)


_FOLDED = words(
    "Fold the piece at its middle, right side in, and sew the sides and the base. Leave the gap in the base open, and "
    "back-tack at both of its ends."
)
_LAYERED = words(
    "Lay both layers right sides together and sew all round. Leave the gap in the base open, and back-tack at both of "
    "its ends."
)
_PRESSED = words("Press it flat, the edges of the gap turned in.")
_CREASED = words("Crease the edges flat with your fingers, those of the gap turned in.")


def _edges(sides: Sides) -> tuple[Edge, ...]:
    return tuple(Edge(name, getattr(sides, name)) for name in ("bottom", "right", "top", "left"))
