"""The ends of a duffle: their outlines by name, and what cannot be made of them."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem
from bagpattern.lengths import over, under
from bagpattern.parameters import choice, measure
from bagpattern.parts.bodies.faces import RoundedFace
from bagpattern.proposals import sized
from bagpattern.said import Length, Name
from bagpattern.values import value
from bagpattern.words import words

SHAPES = ("round", "oval", "dome", "box")
LEAST_WALL, LEAST_BASE = 60.0, 40.0
"""mm of front and back from base to zip, and of a base that is worth its two seams [K]."""
BELOW_TOP = 20.0
"""mm from where a base ends to where the top of an end begins, at the least [K]."""


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("48 cm", "12 cm", "90 cm", "from end to end")
    height: float = measure("26 cm", "8 cm", "50 cm", "of the ends")
    depth: float | None = measure(None, "8 cm", "50 cm", "of the ends, front to back; left out: as high as they are")
    shape: str = choice(
        "round",
        SHAPES,
        "of the ends: round; oval: two half circles and straight between; dome: flat below; box: four corners",
    )
    radius: float | None = measure(
        None, "0 mm", "20 cm", "of the lower corners of a dome, of all of a box; 0: square; left out: by size and cloth"
    )
    base: float | None = measure(
        None, "0 mm", "60 cm", "of the way round that is a panel below; 0: a seam; left out: the flat, or a quarter"
    )

    @property
    def deep(self) -> float:
        """mm of the ends, front to back."""
        return self.height if self.depth is None else self.depth


@value
class End:
    """An end ``deep`` mm from front to back; ``corner`` is the radius of a dome's lower corners, of all of a box's."""

    shape: str
    deep: float
    high: float
    corner: float

    @property
    def face(self) -> RoundedFace:
        """Its outline. A radius that does not fit has been told before."""
        if self.shape == "dome":
            return RoundedFace(self.deep, self.high, self.deep / 2, self.corner)
        radius = self.corner if self.shape == "box" else min(self.deep, self.high) / 2
        return RoundedFace(self.deep, self.high, radius, radius)

    def faults(self, size: Dimensions, least: float) -> Iterator[Problem]:
        """Why there is no such end; its *size* as given, *least* mm the tightest radius that can be sewn."""
        curved = self.shape in ("round", "oval")
        if self.shape == "round" and size.depth is not None and size.depth != self.high:
            fault = words("a round end is as deep as it is high, {high}", high=Length(self.high))
            yield Problem("dimensions.depth", words('{fault}: leave this out, or write shape = "oval"', fault=fault))
        if curved and size.radius is not None:
            yield Problem(
                "dimensions.radius", words("{shape} ends have no corners: leave this out", shape=Name(self.shape))
            )
        if not curved:
            yield from self._corner_faults(size, least)

    def _corner_faults(self, size: Dimensions, least: float) -> Iterator[Problem]:
        """Below the half circle of a dome, or on a box."""
        room = self.high - self.deep / 2
        most = min(self.deep / 2, room if self.shape == "dome" else self.high / 2)
        if most < 0:
            fault = words("the half circle over it is higher than {high}", high=Length(self.high))
            yield sized(size, "depth", fault, most=2 * self.high)
        elif over(self.corner, most):
            yield sized(size, "radius", words("the end has no room for it"), most=most, zero=True)
        elif self.corner > 0 and under(self.corner, least):
            fault = words("{corner} is tighter than the allowance", corner=Length(self.corner))
            yield sized(size, "radius", fault, least=least, most=most, zero=True)

    def base_faults(self, size: Dimensions, base: float) -> Iterator[Problem]:
        """A base that leaves no front and back, or is too narrow to be sewn in."""
        sides = self.face.sides()
        most = sides.length - 2 * LEAST_WALL
        most = min(most, sides.length - sides.top.length - 2 * BELOW_TOP)  # it ends below the corners of the top
        if over(base, most):
            yield sized(size, "base", words("leaves no front and back beside the zip"), most=most, zero=True)
        elif base > 0 and under(base, LEAST_BASE):
            yield sized(size, "base", words("is too narrow for its seams"), least=LEAST_BASE, most=most, zero=True)
