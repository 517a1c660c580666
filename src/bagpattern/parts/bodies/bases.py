"""The base of a tube: its outline seen from below, of exact lines and arcs, the front's side on top.

Every shape is symmetrical on both axes and given as four sides, so that walls find the same edges in all of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.errors import Problem
from bagpattern.geometry.path import Path, joined
from bagpattern.geometry.points import SAME, point, unit
from bagpattern.geometry.segments import Arc
from bagpattern.geometry.shapes import Sides, rounded_panel
from bagpattern.lengths import over, under
from bagpattern.parameters import choice, measure
from bagpattern.parts.sewing.clearing import STEP, first_that, up_from
from bagpattern.proposals import make_it, sized
from bagpattern.said import Length, Said
from bagpattern.values import replace, value
from bagpattern.words import words

SHAPES = ("round", "oval", "stadium", "rounded", "rectangular")
"""What a base can be."""
SHARE = 0.6
"""Of the width: how deep a base is that is not round, where that is left open [K]."""
CORNER_SHARE = 0.25
"""Of the shorter side: the radius of a rounded base, where that is left open [K]."""
LEAST_DEPTH = 50.0
"""mm."""


@value
class Base:
    """A base in mm; ``inset`` is how far its outline lies inside that of the shape, on all sides."""

    shape: str
    width: float
    depth: float
    radius: float = 0.0
    inset: float = 0.0

    def smaller(self, inset: float) -> Base:
        """The base of the layer inside, parallel to this one."""
        return replace(self, inset=self.inset + inset)

    def sides(self) -> Sides:
        """The outline, counter-clockwise; a rounded corner belongs half to each neighbour."""
        width, depth = self.width - 2 * self.inset, self.depth - 2 * self.inset
        if self._is_oval:
            return _oval(self.width / 2, self.depth / 2, self.inset)
        corner = max(self._corner - self.inset, 0.0)
        return rounded_panel(width, depth, corner, corner)

    @property
    def _is_oval(self) -> bool:
        """Whether it has four arcs: an oval as deep as it is wide is a circle."""
        return self.shape == "oval" and self.width - self.depth > SAME

    @property
    def _corner(self) -> float:
        whole = min(self.width, self.depth) / 2
        return {"rounded": self.radius, "rectangular": 0.0}.get(self.shape, whole)

    @property
    def tightest(self) -> float:
        """mm: the least radius of its curves; 0 where it has square corners."""
        return _arcs(self.width / 2, self.depth / 2)[0] if self._is_oval else self._corner

    @property
    def room(self) -> tuple[float, float]:
        """mm across and from front to back of the largest upright box on it: from corner to corner."""
        bottom, right = self.sides()[:2]
        return bottom.end.real - bottom.start.real, right.end.imag - right.start.imag


def halves(sides: Sides) -> tuple[Path, Path]:
    """The front half of an outline, right to left, and its back half, left to right, cut in the middle of its sides."""
    bottom, right, top, left = sides
    middle = right.length / 2, left.length / 2
    front = joined((right.part(middle[0], right.length), top, left.part(0.0, middle[1])))
    return front, joined((left.part(middle[1], left.length), bottom, right.part(0.0, middle[0])))


def _arcs(a: float, b: float) -> tuple[float, float]:
    """The radii of an oval's ends and of its sides: the four-centred oval on the half axes *a* and *b* [D]."""
    slope = math.hypot(a, b)
    return slope / a * (slope - (a - b)) / 2, slope / b * (slope + (a - b)) / 2


def _oval(a: float, b: float, inset: float) -> Sides:
    """Four arcs that pass into each other, *inset* mm inside the oval on the half axes *a* and *b*."""
    end, side = _arcs(a, b)
    out = unit(complex(a - end, side - b))  # from the centre of a long arc to where it passes into a short one
    join = complex(a - end, 0) + out * end
    angle = math.atan2(out.imag, out.real)
    corner = join - out * inset
    middle = point(a - inset, b - inset)
    low_left, low_right = middle - corner, middle + corner.conjugate()
    top_right, top_left = middle + corner, middle - corner.conjugate()
    wide, narrow = math.pi - 2 * angle, 2 * angle
    around = ((low_left, low_right, wide), (low_right, top_right, narrow))
    over = ((top_right, top_left, wide), (top_left, low_left, narrow))
    return Sides(*(Path((Arc(*each),)) for each in (*around, *over)))


@value
class Footprint:
    """The finished size of a bag on a base of one of these shapes. Styles redeclare what has other defaults."""

    base: str = choice(
        "round", SHAPES, "round; oval: of four arcs; stadium: straight with round ends; rounded: a rectangle with them"
    )
    width: float = measure("20 cm", "8 cm", "60 cm", "across; of a round base its diameter")
    height: float = measure("26 cm", "12 cm", "90 cm", "from the base to the rim when the bag is closed")
    depth: float | None = measure(
        None, "5 cm", "60 cm", "from front to back, at most the width; left out: 0.6 of the width, or round"
    )
    radius: float | None = measure(
        None,
        "5 mm",
        "25 cm",
        "of the corners of a rounded base; left out: a quarter of its depth, more if stiff",
    )
    flare: float = measure(
        "0 mm",
        "0 mm",
        "12 cm",
        "how much farther out the rim lies than the base, all round; 0: an upright wall",
    )

    def settled(self, least: float) -> Base:
        """The base, with what was left open settled; *least* mm is the radius in which the cloth lies flat."""
        usual = self.width if self.base == "round" else max(self.width * SHARE // STEP * STEP, LEAST_DEPTH)
        depth = self.depth or usual
        corner = min(max(depth * CORNER_SHARE // STEP * STEP, least), depth / 2)
        return Base(self.base, self.width, depth, self.radius or corner)

    def faults(self, least: float, tightest: float) -> Iterator[Problem]:
        """Why there is no such base; no curve may be tighter than *tightest* mm, or its allowance cannot be turned."""
        depth = self.settled(least).depth
        if over(depth, self.width):
            yield sized(self, "depth", words("{depth} is more than the width", depth=Length(depth)), most=self.width)
        elif self.base == "round" and depth != self.width:
            fault = words("a round base is as deep as it is wide, {width}", width=Length(self.width))
            yield _wrong("depth", words('{fault}: leave this out, or write base = "oval"', fault=fault))
        elif self.base == "rectangular":
            yield from self._lean_faults()
        else:
            yield from self._curve_faults(self.settled(least), tightest)
        if self.radius is not None and self.base != "rounded":
            yield _wrong("radius", words('is for corners: leave it out, or write base = "rounded"'))

    def _lean_faults(self) -> Iterator[Problem]:
        if self.flare:
            fault = words("a wall leans out of a curve only, and this base has sharp corners")
            mend = words('make it {0 mm}, or write base = "rounded", or style = "basket-bag"')
            yield _wrong("flare", words("{fault}: {mend}", fault=fault, mend=mend))

    def _curve_faults(self, base: Base, tightest: float) -> Iterator[Problem]:
        curve, most = base.tightest, base.depth / 2
        fault = words("it would curve in {curve}, tighter than its allowance", curve=Length(curve))
        if self.base == "rounded" and over(curve, most):
            fault = words("{curve} is more than half of the depth", curve=Length(curve))
            yield sized(self, "radius", fault, most=most)
        elif under(curve, tightest) and self.base == "rounded":
            mend = make_it(self, "radius", least=tightest, most=most, otherwise=words("make the base deeper"))
            yield _wrong("radius", words('{fault}: {mend}, or write base = "rectangular"', fault=fault, mend=mend))
        elif under(curve, tightest):
            deeper = first_that(
                lambda each: replace(base, depth=each).tightest >= tightest, up_from(base.depth, self.width)
            )
            least = math.inf if deeper is None else deeper
            yield sized(self, "depth", fault, least=least, otherwise=words("choose another base"))


def _wrong(name: str, message: Said) -> Problem:
    return Problem(f"dimensions.{name}", message)
