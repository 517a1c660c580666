"""A wall between the folds of an accordion: both of its sides lie in folds that come out to the edge of the bag.

So it is as wide as front and back, and goes along when the sides are folded. Each such fold holds one wall: of sides
that are folded inward twice there is one, of those folded three times there are two.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle
from bagpattern.lengths import between, over
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Operation, sew
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam, SeamKind
from bagpattern.model.wall import Wall
from bagpattern.parts.compartments import Compartment, too_high, top_edge
from bagpattern.parts.compartments._standing_wall import stitching
from bagpattern.parts.part import refused
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.parts.sewing.edging import BAR_TACKS
from bagpattern.parts.sewing.joinery import opposite
from bagpattern.said import Length, Said
from bagpattern.values import value
from bagpattern.words import sentences, series, words

ABOVE_BASE, BELOW_RIM = 5.0, 10.0
"""mm from the lower end of a side up to the wall, and from the wall up to the rim, which stay out of its bulk [K]."""
HOLDING = {"left": Wall.LEFT, "right": Wall.RIGHT}
"""The edges of a wall, with the side of the bag that holds each."""


class Fold(NamedTuple):
    """A fold that comes out to the edge of the bag, on either side of it: how far from the back, and its two lines."""

    at: float
    lines: dict[Wall, tuple[Panel, Line]]

    @property
    def high(self) -> float:
        """mm from the base to the rim."""
        return min(line.path.length for _, line in self.lines.values())


def folds(bag: Draft, back: Panel) -> list[Fold] | None:
    """Where walls may be put into folded sides, from the *back* of the lining on; None where its sides are not so."""
    sides = [(each, panel) for panel in bag.panels for each in HOLDING.values() if _is_folded(panel, each)]
    found: dict[float, dict[Wall, tuple[Panel, Line]]] = {}
    for wall, panel in sides:
        taken = {line.path.start.real for line in panel.lines if line.holds}
        for line in panel.lines:
            if line.crease and not line.inward and line.path.start.real not in taken:
                found.setdefault(round(_from(bag, back, panel, line), 3), {})[wall] = panel, line
    every = [Fold(at, lines) for at, lines in sorted(found.items()) if len(lines) == len(HOLDING)]
    return every if sides else None


def _is_folded(panel: Panel, wall: Wall) -> bool:
    return panel.role is Role.LINING and panel.is_on(wall) and any(line.crease for line in panel.lines)


def _from(bag: Draft, back: Panel, side: Panel, line: Line) -> float:
    """mm along the rim of a side, from the edge that is sewn to the back to a fold."""
    edge = side.edge("left")
    beside = opposite(bag, side.id, edge.name, edge.length / 2)
    from_left, wide = line.path.start.real, side.edge("top").length
    return from_left if beside is not None and beside[0].panel == back.id else wide - from_left


def chosen(every: list[Fold], depth: float | None) -> Fold:
    """The fold that is *depth* mm from the back; left out, the middle one. Raises InputError where there is none."""
    if not every:
        fault = words("it lies in folds that come out to the edge of the bag, and no fold of its sides is free for it")
        raise refused("kind", words("{fault}: fold them once more (dimensions.folds), or leave it out", fault=fault))
    if depth is None:
        return every[len(every) // 2]
    found = next((each for each in every if between(depth, each.at, each.at)), None)
    if found is None:
        places = series([Length(each.at) for each in every], " or ")
        raise refused("depth", words("no fold holds it there: make it {places}, or leave this out", places=places))
    return found


@value
class Folded:
    """A wall ``wide`` x ``high`` mm, its sides held ``flange`` mm inside its edges."""

    id: str
    title: Said
    wide: float
    high: float
    flange: float

    def panel(self, slot: str, zip_size: str) -> Panel:
        """The wall, cut from the material in *slot*, with the lines along which it is sewn; its top on a zip."""
        sides = rectangle(self.wide, self.high)
        bottom, right, left = (Edge(name, getattr(sides, name)) for name in ("bottom", "right", "left"))
        top = top_edge(sides.top, zip_size)
        return Panel(
            self.id, self.title.capitalize(), slot, Role.POCKET, (bottom, right, top, left), tuple(self._lines())
        )

    def _lines(self) -> Iterator[Line]:
        for name, x in (("left", self.flange), ("right", self.wide - self.flange)):
            yield Line(stitching(name), line_path(point(x, 0), point(x, self.high)), LineKind.STITCH)

    def on(self, bag: Draft, fold: Fold) -> Draft:
        """*bag* with the place of the wall on both of its lining's sides."""
        for name, wall in HOLDING.items():
            panel, line = fold.lines[wall]
            path = line.path.part(ABOVE_BASE, ABOVE_BASE + self.high)
            title = words("{name} in the fold", name=self.title)
            place = Line(f"{self.id} {name}", path, LineKind.PLACEMENT, title, holds=self.id)
            bag = bag.marking(panel.id, (place,))
        return bag

    def seams(self, fold: Fold) -> tuple[Seam, ...]:
        """What holds it in the *fold*, its second layer as well."""
        return tuple(self._seam(name, fold.lines[wall][0].id) for name, wall in HOLDING.items())

    def _seam(self, name: str, side: str) -> Seam:
        held = Caught((Run(f"{self.id}-back", stitching(name)),), 0.0)
        a, b = (Run(side, f"{self.id} {name}"),), (Run(self.id, stitching(name)),)
        return Seam(f"{self.id} {name} to {side}", a, b, SeamKind.PLACEMENT, (held,))

    def sewing(self, seams: tuple[Seam, ...], gaps: tuple[str, ...]) -> Iterator[Operation]:
        """The *gaps* in its base, then both sides."""
        inside = Length(self.flange)
        if gaps:
            base = words("Topstitch its base {inside} from the edge, which closes the gap.", inside=inside)
            yield sew(*gaps, how=base)
        into = words(
            "Fold each side of the lining on its line, right sides together, with an edge of the {name} in the fold, "
            "and topstitch {inside} beside the fold through all layers, from the base up.",
            name=self.title,
            inside=inside,
        )
        yield sew(*(each.id for each in seams), how=sentences(into, BAR_TACKS))


def high(of: Compartment, fold: Fold, height: float | None) -> float:
    """mm of the wall *of* that kind: as given, or up to near the rim. Raises InputError when the fold is lower."""
    most = fold.high - ABOVE_BASE - BELOW_RIM
    if height is not None and over(height, most):
        raise too_high(of, words("{height} is higher than the folds that hold it", height=Length(height)), most)
    return height or most // STEP * STEP
