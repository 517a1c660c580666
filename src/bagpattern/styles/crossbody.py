"""The crossbody bag: two faces with rounded corners or half-moons, a zip band over the top, side rings and a strap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from bagpattern.errors import Problem
from bagpattern.parameters import choice, measure, table
from bagpattern.parts.bodies.faces import CrescentFace, Face, leaning
from bagpattern.parts.carried import Carried
from bagpattern.parts.carrying.rings import Crossbody as Strap
from bagpattern.parts.part import BagPart
from bagpattern.styles._faced import (
    FacedBag,
    corner_radius,
    high_corner,
    moon_problems,
    narrow_problems,
    radius_problems,
    taper_problems,
)
from bagpattern.styles._sized import FROM_CONTENTS
from bagpattern.values import replace, value
from bagpattern.words import words


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("24 cm", "9 cm", "45 cm", "across the front at its widest")
    height: float = measure("17 cm", "8 cm", "40 cm", "from the base to the top of the front")
    depth: float = measure("6 cm", "3 cm", "20 cm", "from front to back")
    shape: str = choice("rounded", ("rounded", "half-moon"), "rounded: four corners; half-moon: one arc below")
    taper: float = measure(
        "0 mm", "0 mm", "20 cm", "how much narrower the front is above than below; not of a half-moon"
    )
    top_radius: float | None = measure(
        None, "0 mm", "225 mm", "of the upper corners; 0: square; left out: a sixth of the smaller side, more if stiff"
    )
    bottom_radius: float | None = measure(
        None, "0 mm", "225 mm", "of the lower corners; 0: square; left out: a third of the smaller side"
    )

    from_contents: bool = False
    """Whether the sizes are to follow from what the bag is to hold."""

    @property
    def radii(self) -> Mapping[str, float | None]:
        """mm of each radius."""
        return {"top_radius": self.top_radius, "bottom_radius": self.bottom_radius}

    def settled(self, least: float) -> Dimensions:
        """These sizes with the radii that were left open; where the face is wide enough the cloth lies flat in them."""
        span = min(self.width, self.height)
        top = corner_radius(self.top_radius, span, least)
        if self.shape == "half-moon" and self.top_radius is None:
            top = max(top, high_corner(self.width, self.height))
        bottom = corner_radius(self.bottom_radius, span, least, 0.3)
        return replace(self, top_radius=top, bottom_radius=bottom)


@value
class Crossbody(FacedBag):
    """A lined crossbody bag with a zip over the top; its lower corners are curved, or it is a half-moon."""

    lies: ClassVar[bool] = True

    dimensions: Dimensions = table(Dimensions, "the finished size", word=FROM_CONTENTS)
    crossbody: Strap = table(Strap, "side rings and their strap")

    def face(self) -> tuple[Face, float]:
        """Half-moon, trapezoid or rectangle."""
        size = self._size
        if size.shape == "half-moon":
            return CrescentFace(size.width, size.height, size.top_radius or 0.0, 0.0), size.depth
        return leaning(
            size.width, size.height, size.taper, size.top_radius or 0.0, size.bottom_radius or 0.0
        ), size.depth

    def faults(self) -> Iterator[Problem]:
        """What does not fit, and ways to carry the bag that it does not serve."""
        size, inset = self._size, self.lining.inset_for(self.workshop)
        if size.shape == "half-moon":
            yield from self._moon_faults()
        else:
            top, bottom = size.top_radius or 0.0, size.bottom_radius or 0.0
            yield from radius_problems(size, size.radii, (size.width, size.height), self.tightest)
            faces = partial(leaning, size.width, size.height, top=top, bottom=bottom)
            yield from taper_problems(size, faces, (size.width, size.height), size.taper, size.radii, inset)
        yield from Carried(None, None, self.crossbody).faults(self.wearer)

    def _moon_faults(self) -> Iterator[Problem]:
        size, given = self._size, self.dimensions
        narrow = list(narrow_problems(size))
        yield from narrow
        corner = size.top_radius or 0.0
        if not narrow:
            yield from moon_problems(given, "top_radius", corner, self.tightest)
        if given.bottom_radius is not None:
            message = words('one arc is the bottom of a half-moon: leave this out, or write shape = "rounded"')
            yield Problem("dimensions.bottom_radius", message)
        if given.taper:
            yield Problem("dimensions.taper", words("a half-moon has no sides to lean: leave this out"))

    def hung(self) -> Iterator[tuple[str, BagPart]]:
        """The side rings."""
        yield "crossbody", Carried(None, None, self.crossbody).strap(self.wearer)

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """What the rules make of it."""
        return self._size.radii

    @property
    def _size(self) -> Dimensions:
        return self.dimensions.settled(self.flat)
