"""The sling: crescent faces and a band with the zip in it, worn on the hip, across the chest or on the back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.errors import Problem
from bagpattern.parameters import measure, table
from bagpattern.parts.bodies.faces import CrescentFace, Face
from bagpattern.parts.carried import unserved
from bagpattern.parts.carrying.belt import Belt
from bagpattern.parts.part import BagPart
from bagpattern.styles._faced import (
    FacedBag,
    corner_radius,
    high_corner,
    hollow_problems,
    moon_problems,
    narrow_problems,
)
from bagpattern.values import replace, value
from bagpattern.words import words


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("30 cm", "14 cm", "50 cm", "across the front at its widest")
    height: float = measure("15 cm", "9 cm", "28 cm", "from the base to the highest point of the front")
    depth: float = measure("8 cm", "4 cm", "16 cm", "from front to back")
    dip: float = measure("15 mm", "0 mm", "60 mm", "how far the top is hollow, to follow the body; 0: straight")
    corner: float | None = measure(
        None, "10 mm", "120 mm", "radius of the two corners; left out: a sixth of the height, more if stiff or high"
    )

    def radius(self, least: float) -> float:
        """mm of the corners; a face that is high for its width is round there."""
        span, high = min(self.width, self.height), high_corner(self.width, self.height)
        return max(corner_radius(None, span, least), high) if self.corner is None else self.corner


@value
class Sling(FacedBag):
    """A lined sling or hip pack in the shape of a crescent, its strap caught where zip band and base band meet."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    belt: Belt = table(Belt, "the strap round hip or chest")

    def face(self) -> tuple[Face, float]:
        """A crescent, or a half-moon."""
        size = self.dimensions
        return CrescentFace(size.width, size.height, self._corner, size.dip), size.depth

    def faults(self) -> Iterator[Problem]:
        """What does not fit, and ways to carry the bag that it does not serve."""
        size = self.dimensions
        faults = [*narrow_problems(size)] or [*moon_problems(size, "corner", self._corner, self.tightest)]
        yield from faults or hollow_problems(size, self._corner)
        served = () if self.belt.kind == "none" else ("crossbody",)
        yield from unserved(self.wearer, served, words("a sling is worn with its strap round hip or chest"))

    def hung(self) -> Iterator[tuple[str, BagPart]]:
        """The strap."""
        yield "belt", replace(self.belt, wearer=self.wearer)

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """What the rules make of it."""
        return {"corner": self._corner}

    @property
    def _corner(self) -> float:
        return self.dimensions.radius(self.flat)
