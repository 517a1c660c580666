"""A wall that stands across a lining of which one panel goes round front, sides and base.

The side seams of such a lining lie at its back, where a wall would lie flat on that. So the wall is closed and turned,
and sewn on along its sides and base, a little inside its edge, on lines across that one panel while it lies flat.
"""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.geometry import areas
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import Point, point
from bagpattern.geometry.shapes import rectangle
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Operation, sew
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam, SeamKind
from bagpattern.model.wall import Wall
from bagpattern.parts.compartments import AS_SLEEVE, Compartment, too_high, top_edge
from bagpattern.parts.part import refused
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.edging import BAR_TACKS
from bagpattern.said import Length, Said
from bagpattern.values import once, value
from bagpattern.words import form, sentences, words

SIDES = ("left", "bottom", "right")
"""A wall's edges in the order in which they are sewn on."""
_BELOW_TOP = 10.0
"""mm from the zip above down to the wall [K]."""
_LEAST_HIGH = 40.0
"""mm of side that hold a wall: less is a strip, no wall [K]."""


@value
class Across:
    """A ``host`` that goes round front, sides and base, seen as it is cut; the bounds of its walls in mm.

    The base hangs below the front, its lower edge at the bag's back; the sides' outer edges are there, too.
    """

    host: Panel
    side: tuple[float, float, float, float]
    other: tuple[float, float, float, float]
    base: tuple[float, float, float, float]

    @property
    def deep(self) -> float:
        """mm from back to front."""
        return self.side[2] - self.side[0]

    @property
    def most(self) -> float:
        """mm: the highest wall that its sides hold."""
        return self.side[3] - self.side[1] - _BELOW_TOP

    @once
    def wide(self) -> float:
        """mm from side to side."""
        return self.base[2] - self.base[0]

    def high(self, of: Compartment, height: float | None, by_rule: float) -> float:
        """mm of the wall: the *height* that is given, or as much of that *by_rule* as its sides hold.

        Raises InputError for ``height``, or for ``kind`` when they hold no wall.
        """
        if under(self.most, _LEAST_HIGH):
            message = form("the sides hold {most} of it, and it takes {least}: {mend}")
            most, least = Length(max(self.most, 0.0)), Length(_LEAST_HIGH)
            raise refused("kind", words(message, most=most, least=least, mend=AS_SLEEVE))
        if height is not None and over(height, self.most):
            fault = words("{height} is higher than the sides that hold it", height=Length(height))
            raise too_high(of, fault, self.most)
        return height or max(min(by_rule, self.most) // STEP * STEP, _LEAST_HIGH)

    def lines(self, wall: Standing) -> Iterator[Line]:
        """Where the *wall* is sewn on, so many mm from the back, each from its lower or left end."""
        left, right, base = self.side[0] + wall.at, self.other[2] - wall.at, self.base[1] + wall.at
        low, high = self.side[1], self.side[1] + wall.high
        ends = {
            "left": (point(left, low), point(left, high)),
            "bottom": (point(self.base[0], base), point(self.base[2], base)),
            "right": (point(right, low), point(right, high)),
        }
        for name, both in ends.items():
            title = words(_TOLD[name], name=wall.title)
            yield Line(f"{wall.id} {name}", line_path(*both), LineKind.PLACEMENT, title, holds=wall.id)


_TOLD = {"left": form("{name} left side"), "bottom": form("{name} base"), "right": form("{name} right side")}


def across(bag: Draft, back: Panel) -> Across | None:
    """The panel of the lining that goes round front, sides and base before its *back*; None when there is none."""
    if any(each.wall in (Wall.LEFT, Wall.RIGHT) for each in back.facets):
        return None  # the side seams lie between back and front, and hold a wall there
    for panel in bag.panels:
        bounds = {each.wall: areas.bounds([each.outline]) for each in panel.facets if each.outline is not None}
        if panel.role is Role.LINING and panel.id != back.id and {Wall.LEFT, Wall.RIGHT, Wall.BASE} <= bounds.keys():
            side, other = sorted((bounds[Wall.LEFT], bounds[Wall.RIGHT]))
            return Across(panel, side, other, bounds[Wall.BASE])
    return None


@value
class Standing:
    """A wall ``wide`` x ``high`` mm where it is sewn on, ``at`` mm from the back, ``flange`` mm inside its edge."""

    id: str
    title: Said
    wide: float
    high: float
    at: float
    flange: float

    def panel(self, slot: str, zip_size: str) -> Panel:
        """The wall, cut from the material in *slot*, with the lines along which it is sewn on; its top on a zip."""
        sides = rectangle(self.wide + 2 * self.flange, self.high + self.flange)
        bottom, right, left = (Edge(name, getattr(sides, name)) for name in ("bottom", "right", "left"))
        top = top_edge(sides.top, zip_size)
        edges = (bottom, right, top, left)
        return Panel(self.id, self.title.capitalize(), slot, Role.POCKET, edges, tuple(self._lines()))

    def _lines(self) -> Iterator[Line]:
        left, right, low, high = self.flange, self.flange + self.wide, self.flange, self.flange + self.high
        ends: dict[str, tuple[Point, Point]] = {
            "left": (point(left, low), point(left, high)),
            "bottom": (point(left, low), point(right, low)),
            "right": (point(right, low), point(right, high)),
        }
        for name, both in ends.items():
            yield Line(stitching(name), line_path(*both), LineKind.STITCH)

    def seams(self, host: str, back: str) -> tuple[Seam, ...]:
        """What sews it on to *host*, its second layer *back* held as well."""
        return tuple(self._seam(name, host, back) for name in SIDES)

    def _seam(self, name: str, host: str, back: str) -> Seam:
        held = Caught((Run(back, stitching(name)),), 0.0)
        a, b = (Run(host, f"{self.id} {name}"),), (Run(self.id, stitching(name)),)
        return Seam(f"{self.id} {name} to {host}", a, b, SeamKind.PLACEMENT, (held,))

    def sewing(self, seams: tuple[Seam, ...], host: Said, gaps: tuple[str, ...]) -> Iterator[Operation]:
        """Its base first, with the *gaps* in it, then both sides."""
        left, base, right = (seam.id for seam in seams)
        inside = Length(self.flange)
        first = words(
            "Lay the base of the wall on its line on the {host}, the wall toward the front, and topstitch it {inside} "
            "inside its edge; back-tack both ends.",
            host=host,
            inside=inside,
        )
        yield sew(base, *gaps, how=first, beside=self.flange)
        then = words(
            "Stand the wall up. Fold each side of the {host} up to it, lay the edge of the wall on its line, and "
            "topstitch it {inside} inside the edge, from the base up.",
            host=host,
            inside=inside,
        )
        yield sew(left, right, how=sentences(then, BAR_TACKS), beside=self.flange)


def stitching(name: str) -> str:
    """The line on a wall along which one of its edges is sewn on."""
    return f"{name} stitching"
