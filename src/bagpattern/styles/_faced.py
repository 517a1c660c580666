"""Bags of two equal faces and a band with the zip in it: a crossbody bag, a pouch, a sling; their faces differ."""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping

from bagpattern.errors import InputError, Problem
from bagpattern.geometry import areas
from bagpattern.geometry.segments import Straight
from bagpattern.geometry.shapes import Sides
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Role
from bagpattern.model.pattern import Finished
from bagpattern.parameters import part
from bagpattern.parts.body import Body
from bagpattern.parts.closure import CLOSURES, JOIN, Closure
from bagpattern.parts.faced_body import BodySize
from bagpattern.parts.faces import Face, RoundedFace, TaperedFace
from bagpattern.parts.part import BagPart, keyed
from bagpattern.parts.room import STEP, down_from, first_that
from bagpattern.styles._bag import Bag
from bagpattern.units import at_least, at_most, millimetres
from bagpattern.values import value

Leaning = Callable[[float], RoundedFace | TaperedFace]
"""The face that leans in by so many mm."""
Radii = Mapping[str, float | None]
"""mm of each radius, by the name of its value."""
LEAST_ARC = 40.0
"""mm of a half-moon's height below its corners: with less the zip's ends would meet in the base [K]."""


@value
class FacedBag(Bag):
    """A style says what its faces are, how deep its band is, and what cannot be made of its values."""

    closure: Closure = part(CLOSURES, "zip-band", "the main zip")

    @abstractmethod
    def face(self) -> tuple[Face, float]:
        """The outline of front and back, and the depth of the band in mm."""

    @abstractmethod
    def problems(self) -> Iterator[Problem]:
        """Every reason why there is no such face."""

    @property
    def tightest(self) -> float:
        """mm: the tightest radius that turns the allowance."""
        return tightest_radius(self)

    @property
    def flat(self) -> float:
        """mm: the tightest radius in which the cloth lies flat."""
        return flat_radius(self)

    def body(self) -> Body:
        """Two faces and a band; the zip ends on the straight stretch of the sides, or where they rise."""
        problems = list(self.problems())
        if problems:
            raise InputError(problems)
        face, depth = self.face()
        sides = face.sides()
        _, low, _, high = areas.bounds([sides.closed])
        with keyed("closure"):
            stop = self.closure.stop_between(*upright(sides), high - low)
        return self.closure.body(BodySize(face, depth, stop, self.closure.chain))

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """The zip."""
        yield "closure", self.closure

    def finished(self, draft: Draft) -> Finished:
        """Measured on the front and across the band below the zip."""
        return faces_finished(draft)


_BANDS = "band", "base-band", "second-base-band"
"""Panels that are as wide as a compartment is deep."""


def faces_finished(draft: Draft, because: tuple[str, ...] = ()) -> Finished:
    """The size of a bag of faces and bands, each whole or in parts."""
    body = [panel for panel in draft.panels if panel.role is Role.BODY]
    faces = [panel.stitching_line for panel in body if panel.id.startswith("front")]
    left, bottom, right, top = areas.bounds(faces)
    bands = (panel for panel in body if panel.id.startswith(_BANDS))
    depth = sum(band.edge("right end").length for band in bands)
    return Finished(right - left, top - bottom, depth, sum(map(areas.area, faces)) * depth / 1e6, because)


def upright(face: Sides) -> tuple[float, float]:
    """mm above the base, where the right side begins and ends: its straight stretch, if a zip can end there."""
    low, high = face.right.start.imag, face.right.end.imag
    straight = next((each for each in face.right.segments if isinstance(each, Straight)), None)
    if straight is not None and straight.end.imag - straight.start.imag >= 2 * JOIN:
        low, high = straight.start.imag, straight.end.imag
    return low, high


def tightest_radius(bag: Bag) -> float:
    """mm: the tightest radius that turns the allowance, in shell and lining."""
    return bag.workshop.seam_allowance + bag.lining.inset_for(bag.workshop)


def flat_radius(bag: Bag) -> float:
    """mm: the tightest radius of the shell in which it and the lining, further inside, lie flat."""
    shop = bag.workshop
    return max(shop.least_radius, shop.materials["lining"].least_radius + bag.lining.inset_for(shop))


def corner_radius(given: float | None, span: float, least: float, share: float = 0.16) -> float:
    """mm: as given, or a *share* of the face's smaller side; where that is wide enough, the cloth lies flat in it."""
    flat = math.ceil(least / STEP - 1e-9) * STEP
    return max(span * share // STEP * STEP, min(flat, span * 0.3 // STEP * STEP)) if given is None else given


def high_corner(width: float, height: float) -> float:
    """mm: the least corner of a half-moon so high for its width; it is that much more like a U."""
    return math.ceil((height - width / 2) / STEP - 1e-9) * STEP


def radius_problems(radii: Radii, width: float, least: float) -> Iterator[Problem]:
    """Radii that do not fit, or that are too tight to turn the allowance: below it only a square corner can be sewn."""
    for name, radius in radii.items():
        if radius is not None and radius > width / 2:
            message = f"{millimetres(radius)} is more than half the width: make it {at_most(width / 2)}"
            yield Problem(f"dimensions.{name}", message)
        elif radius is not None and 0 < radius < least:
            message = f"{millimetres(radius)} is tighter than the allowance: make it 0 mm, or {at_least(least)}"
            yield Problem(f"dimensions.{name}", message)


def taper_problems(
    face: Leaning, size: tuple[float, float], taper: float, radii: Radii, inset: float
) -> Iterator[Problem]:
    """Corners that do not fit a *face* of this width and height that leans by *taper*; its lining is *inset* inside."""
    width, height = size
    (low, small), (high, large) = sorted(radii.items(), key=lambda each: each[1] or 0.0)
    small, large = small or 0.0, large or 0.0

    def fits(lean: float) -> bool:
        try:
            one = face(lean)
            _ = one.sides(), one.smaller(inset).sides(), one.below_rim(inset).sides()
        except ValueError:
            return False
        return True

    if large > width / 2:
        return  # which is told by itself
    most = height - max(small, inset)
    if large > most:
        mend = f"make it {at_most(most)}" if most > 0 else f"make it smaller, and {low} as well"
        yield Problem(f"dimensions.{high}", f"does not fit the height of {millimetres(height)}: {mend}")
    elif not fits(taper):
        yield Problem(
            "dimensions.taper",
            f"leaves no room for the corners: make it {at_most(first_that(fits, down_from(taper, 0.0)) or 0.0)}",
        )


def moon_problems(size: tuple[float, float], given: float | None, corner: float, least: float) -> Iterator[str]:
    """Why there are no corners like that on a half-moon of this width and height, to go with their key.

    *given* is the radius as given, *corner* as it would be; *least* turns the allowance.
    """
    width, height = size
    highest, lowest = (height - LEAST_ARC) / 2, height - width / 2
    if corner < least:
        yield f"a half-moon has round corners: make it {at_least(least)}"
    elif given is not None and given < lowest:
        yield f"a half-moon so high for its width has rounder corners: make it {at_least(lowest)}"
    elif given is not None and given > highest:
        yield f"leaves no arc below the corners: make it {at_most(highest)}"


def narrow_problems(width: float, height: float) -> Iterator[Problem]:
    """A half-moon that is too high for its width, whatever its corners are."""
    if width < height + LEAST_ARC + 2 * STEP:
        least = at_least(height + LEAST_ARC + 2 * STEP)
        yield Problem("dimensions.width", f"is too narrow for a half-moon of {millimetres(height)}: make it {least}")


def hollow_problems(height: float, corner: float, dip: float) -> Iterator[Problem]:
    """A hollow top that reaches too far down."""
    most = max(height - 2 * corner - LEAST_ARC, 0.0)
    if most < dip:
        yield Problem("dimensions.dip", f"leaves too little height below the hollow: make it {at_most(most)}")
