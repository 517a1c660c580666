"""The band pouch: two faces and a band with the zip in it, for the hand or for what lies in a larger bag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from bagpattern.errors import Problem
from bagpattern.parameters import measure, table
from bagpattern.parts.bodies.faces import RoundedFace
from bagpattern.parts.carried import unserved
from bagpattern.styles._faced import FacedBag, corner_radius, radius_problems, taper_problems
from bagpattern.styles._sized import FROM_CONTENTS
from bagpattern.values import value
from bagpattern.words import words


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("20 cm", "8 cm", "45 cm", "across the front")
    height: float = measure("13 cm", "6 cm", "35 cm", "from the base to the top of the front")
    depth: float = measure("6 cm", "3 cm", "25 cm", "from front to back")
    top_radius: float | None = measure(
        None, "0 mm", "175 mm", "of the upper corners; 0: square; left out: a sixth of the smaller side, more if stiff"
    )
    bottom_radius: float | None = measure(
        None, "0 mm", "175 mm", "of the lower corners; 0: square; left out: as the upper corners by rule"
    )

    from_contents: bool = False
    """Whether the sizes are to follow from what the bag is to hold."""

    def radii(self, least: float) -> Mapping[str, float | None]:
        """mm of each radius, by rule where it was left out: *least* lies flat."""
        span = min(self.width, self.height)
        given = {"top_radius": self.top_radius, "bottom_radius": self.bottom_radius}
        return {name: corner_radius(radius, span, least) for name, radius in given.items()}


@value
class BandPouch(FacedBag):
    """A lined pouch of two faces and a band, the zip in the band."""

    lies: ClassVar[bool] = True

    dimensions: Dimensions = table(Dimensions, "the finished size", word=FROM_CONTENTS)

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """What the rules make of it."""
        return self._radii

    def face(self) -> tuple[RoundedFace, float]:
        """A rectangle with rounded corners."""
        size, radii = self.dimensions, self._radii
        top, bottom = radii["top_radius"] or 0.0, radii["bottom_radius"] or 0.0
        return RoundedFace(size.width, size.height, top, bottom), size.depth

    def faults(self) -> Iterator[Problem]:
        """What does not fit, and ways to carry the pouch that it does not serve."""
        size = self.dimensions
        yield from radius_problems(size, self._radii, (size.width, size.height), self.tightest)
        inset = self.lining.inset_for(self.workshop)
        yield from taper_problems(size, lambda _: self.face()[0], (size.width, size.height), 0.0, self._radii, inset)
        yield from unserved(self.wearer, ("hand",), words("a pouch is carried in the hand"))

    @property
    def _radii(self) -> Mapping[str, float | None]:
        return self.dimensions.radii(self.flat)
