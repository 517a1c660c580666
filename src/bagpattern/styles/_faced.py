"""Bags of two equal faces and a band with the zip in it: a crossbody bag, a pouch, a sling; their faces differ."""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path
from bagpattern.geometry.segments import Straight
from bagpattern.geometry.shapes import Sides
from bagpattern.lengths import over, under
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Role
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.model.wall import Wall
from bagpattern.parameters import part
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.bodies.faced import BodySize, FacedBody
from bagpattern.parts.bodies.faces import Face, RoundedFace, TaperedFace
from bagpattern.parts.closures import CLOSURES, JOIN, Closure
from bagpattern.parts.part import BagPart, keyed
from bagpattern.parts.sewing.clearing import STEP, down_from, first_that
from bagpattern.proposals import sized
from bagpattern.said import Length, Name
from bagpattern.styles._bag import Bag
from bagpattern.styles._sized import SizedBag
from bagpattern.values import value
from bagpattern.words import words

Leaning = Callable[[float], RoundedFace | TaperedFace]
"""The face that leans in by so many mm."""
Radii = Mapping[str, float | None]
"""mm of each radius, by the name of its value."""


class Sized(Protocol):
    """The declared width and height of a face, in mm."""

    @property
    def width(self) -> float: ...

    @property
    def height(self) -> float: ...


class Hollow(Sized, Protocol):
    """Those of a face whose top dips."""

    @property
    def dip(self) -> float: ...


LEAST_ARC = 40.0
"""mm of a half-moon's height below its corners: with less the zip's ends would meet in the base [K]."""


@value
class FacedBag(SizedBag):
    """A style says what its faces are, how deep its band is, and what cannot be made of its values."""

    closure: Closure = part(CLOSURES, "zip-band", "the main zip")

    @abstractmethod
    def face(self) -> tuple[Face, float]:
        """The outline of front and back, and the depth of the band in mm."""

    @abstractmethod
    def faults(self) -> Iterator[Problem]:
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
        raise_together(self.faults())
        face, depth = self.face()
        sides = face.sides()
        _, low, _, high = areas.bounds([sides.closed])
        with keyed("closure"):
            stop = self.closure.stop_between(*upright(sides), high - low)
        body = self.closure.body(BodySize(face, depth, stop, self.closure.chain))
        with keyed("closure"):
            raise_together(self.closure.curve_faults(body, self.lining.inset_for(self.workshop)))
        return body

    @property
    def by_rule(self) -> Mapping[str, float | None]:
        """Those of every bag, and where its zip ends on the sides, if it does."""
        return {**super().by_rule, **zip_stop(self.body())}

    def face_inside(self, width: float, height: float) -> Path:
        """Round a face of the lining of a bag of that size."""
        _, most = self.bounds()
        face, _ = self.sized(most._replace(width=width, height=height)).face()
        return face.smaller(self.lining.inset_for(self.workshop)).sides().closed

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """The zip."""
        yield "closure", self.closure

    def finished(self, draft: Draft) -> Finished:
        """Measured on the front and across the band below the zip."""
        return faces_finished(draft)


def faces_finished(draft: Draft) -> Finished:
    """The size of a bag of faces and bands, each whole or in parts."""
    body = [panel for panel in draft.panels if panel.role is Role.BODY]
    faces = [panel.stitching_line for panel in body if panel.is_on(Wall.FRONT)]
    left, bottom, right, top = areas.bounds(faces)
    below = (panel for panel in body if panel.is_on(Wall.BASE) and not panel.has_edge("outer"))  # no zip band
    bands = (panel for panel in below if panel.has_edge("right end"))  # of lengths that are joined, one
    depth = sum(band.edge("right end").length for band in bands)  # each as wide as its compartment is deep
    return Finished(
        right - left,
        top - bottom,
        depth,
        sum(map(areas.area, faces)) * depth / 1e6,
        measured=Measured(Where.WIDEST, Where.UPRIGHT, Where.THROUGHOUT),
    )


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


def radius_problems(size: object, radii: Radii, face: tuple[float, float], least: float) -> Iterator[Problem]:
    """Radii that do not fit, or that are too tight to turn the allowance: below it only a square corner can be sewn.

    *face* is in mm: the side that has two corners of one radius, and the side that has one of each.
    """
    for name, radius in radii.items():
        others = sum(max(other, least) for at, other in radii.items() if at != name and other)
        most = min(face[0] / 2, face[1] - others)
        if radius is not None and over(radius, face[0] / 2):
            fault = words("{radius} is more than half the width", radius=Length(radius))
            yield sized(size, name, fault, most=face[0] / 2)
        elif radius is not None and radius > 0 and under(radius, least):
            fault = words("{radius} is tighter than the allowance", radius=Length(radius))
            yield sized(size, name, fault, least=least, most=most, zero=True)


def taper_problems(
    of: object, face: Leaning, size: tuple[float, float], taper: float, radii: Radii, inset: float
) -> Iterator[Problem]:
    """Corners that do not fit a *face* of this width and height that leans by *taper*; its lining is *inset* inside.

    *of* declares the radii and ``taper``.
    """
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
    if over(large, most):
        fault = words("does not fit the height of {height}", height=Length(height))
        yield sized(of, high, fault, most=most, otherwise=words("make it smaller, and {low} as well", low=Name(low)))
    elif not fits(taper):
        most = first_that(fits, down_from(taper, 0.0)) or 0.0
        yield sized(of, "taper", words("leaves no room for the corners"), most=most)


def moon_problems(size: Sized, key: str, corner: float, least: float) -> Iterator[Problem]:
    """Why there are no corners like that on a half-moon of this *size*, which declares their radius as *key*.

    *corner* is the radius as it would be; *least* turns the allowance.
    """
    width, height, given = size.width, size.height, getattr(size, key)
    highest, lowest = (height - LEAST_ARC) / 2, height - width / 2
    if under(corner, least):
        yield sized(size, key, words("a half-moon has round corners"), least=least)
    elif given is not None and under(given, lowest):
        yield sized(size, key, words("a half-moon so high for its width has rounder corners"), least=lowest)
    elif given is not None and over(given, highest):
        yield sized(size, key, words("leaves no arc below the corners"), most=highest)


def narrow_problems(size: Sized) -> Iterator[Problem]:
    """A half-moon that is too high for its width, whatever its corners are."""
    least = size.height + LEAST_ARC + 2 * STEP
    if under(size.width, least):
        fault = words("is too narrow for a half-moon of {height}", height=Length(size.height))
        yield sized(size, "width", fault, least=least, otherwise=words("make the bag lower"))


def hollow_problems(size: Hollow, corner: float) -> Iterator[Problem]:
    """A hollow top that reaches too far down."""
    most = max(size.height - 2 * corner - LEAST_ARC, 0.0)
    if under(most, size.dip):
        yield sized(size, "dip", words("leaves too little height below the hollow"), most=most)


def zip_stop(body: Body) -> Mapping[str, float | None]:
    """mm above the base at which a zip ends on the sides, by its key; None where it goes on."""
    return {"closure.stop": body.size.stop or None} if isinstance(body, FacedBody) else {}
