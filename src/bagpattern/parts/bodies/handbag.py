"""A body of a front and a back that narrow upward, end panels with curved tops, a base, and a zip panel over the top.

The zip panel lies on the curve of the end panels: it is as wide as that curve is long, measured on the drafted end, so
that it follows from them and cannot come out negative [S: freesewing-hortensia computes it the other way round].
Coordinates as seen from outside the bag.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.catalog.notions import Zip
from bagpattern.geometry.path import Path, arc_through, line_path
from bagpattern.geometry.points import SAME, point
from bagpattern.geometry.shapes import Sides, rectangle
from bagpattern.geometry.tapered import tapered_panel
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Task, sew, task
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.model.wall import Facet, Firmness, Wall
from bagpattern.parts.bodies.body import Body, Hollow, Opening
from bagpattern.parts.naming import ZIP, Naming
from bagpattern.parts.sewing.zips import zip_edge
from bagpattern.values import replace, value
from bagpattern.words import words

WALLS = {
    "front": words("front"),
    "end-left": words("left end"),
    "back": words("back"),
    "end-right": words("right end"),
}
"""The walls in their order round the bag, with their titles."""
_ENDS = {"end-left": Wall.LEFT, "end-right": Wall.RIGHT}
HALVES = {"front": (words("front zip panel"), -1j), "back": (words("back zip panel"), 1j)}
"""The halves of the zip panel: a piece each, with the notches of its own wall; their titles, and which way is up."""


@value
class HandbagBody(Body):
    """Finished sizes in mm: of the base; of the front and the ends where the zip panel begins; and the curve's rise.

    ``height`` is from the base to the zip, upright. ``chain`` is the zip.
    """

    width: float
    depth: float
    top_width: float
    top_depth: float
    height: float
    crown: float
    chain: Zip

    def smaller(self, inset: float) -> HandbagBody:
        """The same body for the layer inside."""
        less = {name: getattr(self, name) - 2 * inset for name in ("width", "depth", "top_width", "top_depth")}
        return replace(self, **less, height=self.height - 2 * inset, crown=max(self.crown - inset, 0.0))

    @property
    def panel_width(self) -> float:
        """mm across the zip panel: as long as the curve of an end panel."""
        return self._end().top.length

    def hollow(self) -> Hollow:
        """A front upright, up to the zip panel, and the lesser depth."""
        low, high = self.width / 2, self.top_width / 2
        middle, up = max(low, high), self.height - self.crown
        a, b = point(middle - low, 0), point(middle + low, 0)
        c, d = point(middle + high, up), point(middle - high, up)
        return Hollow(line_path(a, b, c, d, a), min(self.depth, self.top_depth))

    def opening(self, prefix: str) -> Opening:
        """The front half and the back half of the zip panel."""
        front, back = (f"{prefix}zip-panel-{face}" for face in HALVES)
        return Opening(((Run(front, "zip"),), (Run(back, "zip", reversed=True),)))

    def gap_seam(self, prefix: str) -> str:
        """Front to base."""
        return f"{prefix}front to base"

    def draft(self, named: Naming) -> Draft:
        """Four walls, the base, and both halves of the zip panel."""
        front, end = self._front(), self._end()
        walls = tuple(
            named.panel(wall, title, _edges(end), (Facet(_ENDS[wall]),))
            if wall in _ENDS
            else named.face(wall, title, _edges(front))
            for wall, title in WALLS.items()
        )
        base = named.panel("base", words("base"), self._base(), (Facet(Wall.BASE),))
        edges = self._half_zip_panel(end.top.length / 2)
        halves = (
            named.panel(f"zip-panel-{face}", title, edges, (Facet(Wall.TOP, up),), firmness=Firmness.BENT)
            for face, (title, up) in HALVES.items()
        )
        return Draft((*walls, base, *halves), tuple(self._seams(named.prefix)))

    def tasks(self) -> tuple[Task, ...]:
        """The zip panel between front and back, base and ends last."""
        tube = "front to zip panel", "back to zip panel"
        base = "front to base", "back to base"
        around = (
            ("end-right", "back to end-right", "end-right to front"),
            ("end-left", "front to end-left", "end-left to back"),
        )
        ends = tuple(
            name for end, before, after in around for name in (f"{end} to base", before, f"{end} to zip panel", after)
        )
        joined = words(
            "Right sides together, sew base to front and back. Stop one allowance short of each corner, and back-tack "
            "there."
        )
        text = words(
            "Set each end in, right sides together: match the corners and the ends of the curve, and sew from the base "
            "up, over the top and down again, the end below."
        )
        return (
            task(words("Sew front and back to the zip panel"), sew(*tube)),
            task(words("Sew front and back to the base"), sew(*base, how=joined)),
            task(words("Set in the ends"), sew(*ends, how=text)),
        )

    @property
    def _wall(self) -> float:
        """mm upright from the base to where the curve of the ends begins."""
        return self.height - self.crown

    def _front(self) -> Sides:
        slant = abs(point(self._wall, (self.top_depth - self.depth) / 2))
        return tapered_panel(self.width, self.top_width, slant, 0.0, 0.0)

    def _end(self) -> Sides:
        """A trapezoid with an arc on top."""
        slant = abs(point(self._wall, (self.top_width - self.width) / 2))
        sides = tapered_panel(self.depth, self.top_depth, slant, 0.0, 0.0)
        return sides._replace(top=_arched(sides.top, self.crown))

    def _base(self) -> tuple[Edge, ...]:
        """As seen from below, the front's edge on top; each edge is named after its wall."""
        sides = rectangle(self.width, self.depth)
        named = ("back", sides.bottom), ("end-right", sides.right), ("front", sides.top), ("end-left", sides.left)
        return tuple(Edge(name, path) for name, path in named)

    def _half_zip_panel(self, across: float) -> tuple[Edge, ...]:
        """From the seam of front or back to the zip's centre line."""
        strip = rectangle(self.top_width, across)
        on_zip = zip_edge("zip", strip.top, self.chain)
        return Edge("outer", strip.bottom), Edge("right end", strip.right), on_zip, Edge("left end", strip.left)

    def _seams(self, prefix: str) -> Iterator[Seam]:
        yield from _corners(prefix)
        for wall in WALLS:
            one, other = Run(f"{prefix}{wall}", "bottom"), Run(f"{prefix}base", wall, reversed=True)
            yield Seam(f"{prefix}{wall} to base", (one,), (other,), marked=True, double=wall == "back")
        for wall in HALVES:
            outer = (Run(f"{prefix}zip-panel-{wall}", "outer", reversed=True),)
            top = (Run(f"{prefix}{wall}", "top"),)
            yield Seam(f"{prefix}{wall} to zip panel", top, outer, marked=True, double=wall == "back")
        for end, halves in (
            ("end-right", (("back", "left end"), ("front", "right end"))),
            ("end-left", (("front", "left end"), ("back", "right end"))),
        ):
            across = tuple(Run(f"{prefix}zip-panel-{face}", edge, reversed=True) for face, edge in halves)
            yield Seam(f"{prefix}{end} to zip panel", (Run(f"{prefix}{end}", "top"),), across, marked=True)
        front, back = self.opening(prefix).sides
        yield Seam(f"{prefix}{ZIP}", front, back, SeamKind.ZIP, zip=ZIP, marked=True)


def _edges(sides: Sides) -> tuple[Edge, ...]:
    return tuple(Edge(name, path) for name, path in zip(Sides._fields, sides, strict=True))


def _corners(prefix: str) -> Iterator[Seam]:
    """Each wall's left edge to the right edge of the next."""
    for wall, after in zip(WALLS, (*list(WALLS)[1:], "front"), strict=True):
        one, other = Run(f"{prefix}{wall}", "left", reversed=True), Run(f"{prefix}{after}", "right")
        yield Seam(f"{prefix}{wall} to {after}", (one,), (other,), marked=True)


def _arched(top: Path, rise: float) -> Path:
    """The arc over a straight edge that rises so many mm above its middle; the edge itself when it does not."""
    if rise <= SAME:
        return top
    return arc_through(top.start, top.end, 4 * math.atan(2 * rise / top.length))
