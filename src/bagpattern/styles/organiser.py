"""The organiser: two covers joined by a spine, a zip round the other three sides, pockets and card slots inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from bagpattern.errors import Problem, raise_together
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Role
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.model.wall import Wall
from bagpattern.parameters import measure, table
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.bodies.book import upright
from bagpattern.parts.bodies.faced import BodySize
from bagpattern.parts.bodies.faces import RoundedFace
from bagpattern.parts.carried import unserved
from bagpattern.parts.closing.book_zip import BookZip
from bagpattern.parts.part import BagPart, keyed
from bagpattern.proposals import sized
from bagpattern.styles._faced import corner_radius, flat_radius, radius_problems, tightest_radius
from bagpattern.styles._sized import FROM_CONTENTS, SizedBag
from bagpattern.values import value
from bagpattern.words import words

LEAST_STRAIGHT = 60.0
"""mm of top and base between the spine and the corners: the zip ends there, and runs straight for a hand to draw it
over the corner [K]."""


@value
class Dimensions:
    """The finished size, seam to seam, closed."""

    width: float = measure("17 cm", "10 cm", "40 cm", "from the spine to the side that opens")
    height: float = measure("23 cm", "8 cm", "45 cm", "along the spine")
    depth: float = measure("35 mm", "25 mm", "12 cm", "of the spine, from front to back")
    radius: float | None = measure(
        None, "0 mm", "12 cm", "of the corners away from the spine; 0: square; left out: a sixth of the smaller side"
    )

    from_contents: bool = False
    """Whether the sizes are to follow from what the organiser is to hold."""


@value
class Organiser(SizedBag):
    """A lined organiser that opens flat like a book: two covers, a spine, and a zip round the other three sides."""

    lies: ClassVar[bool] = False

    dimensions: Dimensions = table(Dimensions, "the finished size", word=FROM_CONTENTS)
    closure: BookZip = table(BookZip, "the zip")

    def body(self) -> Body:
        """Two covers, the zip's bands and the spine."""
        raise_together(self._faults())
        lying, size = self._lying, self.dimensions
        with keyed("closure"):
            stop = self.closure.stop_between(0.0, size.width - self._radius, size.width)
        return self.closure.body(BodySize(lying, size.depth, stop, self.closure.chain))

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """The corners of a cover."""
        return {"radius": self._radius}

    @property
    def _radius(self) -> float:
        size = self.dimensions
        return corner_radius(size.radius, min(size.width, size.height), flat_radius(self))

    @property
    def _lying(self) -> RoundedFace:
        """A cover on its spine."""
        return RoundedFace(self.dimensions.height, self.dimensions.width, self._radius, 0.0)

    def _faults(self) -> Iterator[Problem]:
        size = self.dimensions
        most = min(size.height / 2, size.width - LEAST_STRAIGHT)
        if over(self._radius, most):
            yield sized(size, "radius", words("leaves top and base no straight for the zip to end on"), most=most)
        else:
            yield from radius_problems(size, {"radius": self._radius}, (size.height, size.width), tightest_radius(self))
        yield from unserved(self.wearer, ("hand",), words("an organiser is carried in the hand"))

    def face_inside(self, width: float, height: float) -> Path:
        """Round a cover of the lining of an organiser of that size."""
        _, most = self.bounds()
        made = self.sized(most._replace(width=width, height=height))
        return upright(made._lying.smaller(self.lining.inset_for(self.workshop)).sides().closed)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """The zip."""
        yield "closure", self.closure

    def finished(self, draft: Draft) -> Finished:
        """Measured on the front cover, and across the spine."""
        body = [panel for panel in draft.panels if panel.role is Role.BODY]
        covers = [panel.stitching_line for panel in body if panel.is_on(Wall.FRONT)]
        left, bottom, right, top = areas.bounds(covers)
        depth = draft.side_length(draft.seam("band right end").a)
        return Finished(
            right - left,
            top - bottom,
            depth,
            sum(map(areas.area, covers)) * depth / 1e6,
            measured=Measured(Where.WIDEST, Where.UPRIGHT, Where.THROUGHOUT),
        )
