"""The boxes that a zip pouch can be: their sizes, what cannot be made of them, and how large they are as drafted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bagpattern.catalog.notions import Zip
from bagpattern.errors import Problem
from bagpattern.lengths import between, under
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.parameters import measure
from bagpattern.parts.bodies.box import Level
from bagpattern.parts.bodies.boxed import BoxedBody
from bagpattern.parts.bodies.front_zip import FrontZip
from bagpattern.parts.bodies.level_ends import LevelEnds
from bagpattern.parts.bodies.two_panels import TwoPanels
from bagpattern.parts.bodies.upright_ends import UprightEnds
from bagpattern.parts.sewing.in_one import edges_of, length_of
from bagpattern.proposals import sized
from bagpattern.said import Name
from bagpattern.styles._boxed import boxed_size
from bagpattern.values import value
from bagpattern.words import words

UPRIGHT, LEVEL, WEDGE, FRONT_ZIP = "upright-ends", "level-ends", "wedge", "front-zip"
BESIDE_ZIP = 15.0
"""mm of front above and below a zip that runs across it, to be sewn on either side of it [K]."""
LEAST_TOP, MOST_TOP = 0.5, 1.6
"""Of the base: walls that lean more fall in, or over [K]."""
STEEPEST = 0.25
"""mm that a wall may lean for each mm of height: beyond, the notch beside a corner gets too narrow to be sewn [K]."""


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("20 cm", "8 cm", "50 cm", "along the base")
    height: float = measure("9 cm", "3 cm", "40 cm", "from the base to the zip, upright")
    depth: float = measure("8 cm", "2 cm", "30 cm", "from front to back, at the base")
    top_width: float | None = measure(
        None, "5 cm", "60 cm", "along the zip, where the ends are level; left out: as at the base"
    )
    top_depth: float | None = measure(
        None, "2 cm", "40 cm", "from front to back at the zip, where the ends are level; left out: as at the base"
    )
    zip_height: float | None = measure(
        None,
        "15 mm",
        "38 cm",
        "from the base up to a zip across the front; left out: four fifths of the height. Or up to where the zip ends "
        "on level ends; left out: half of it",
    )

    @property
    def top(self) -> Level:
        """The level of the zip."""
        return Level(self.top_width or self.width, self.top_depth or self.depth)

    def level(self, shape: str) -> float:
        """mm from the base up to where the zip is, or ends."""
        usual = self.height / 2 if shape == LEVEL else self.height * 4 / 5
        return usual if self.zip_height is None else self.zip_height

    def by_rule(self, shape: str) -> dict[str, float | None]:
        """mm of what a box of that shape may leave open, by name; None for what it has not."""
        top = self.top if shape == LEVEL else None
        level = self.level(shape) if shape in (LEVEL, FRONT_ZIP) else None
        return {"top_width": top and top.width, "top_depth": top and top.depth, "zip_height": level}

    def faults(self, shape: str, corner: float) -> Iterator[Problem]:
        """Why there is no such box; *corner* mm are the least from which a corner can be sewn and turned."""
        key = "height" if shape == LEVEL else "depth"
        if under(getattr(self, key), corner):
            yield sized(self, key, words("is too little for its corners to be sewn and turned"), least=corner)
        for name, top, base in (("width", self.top_width, self.width), ("depth", self.top_depth, self.depth)):
            if top is not None and shape != LEVEL:
                fault = words("only a box with level ends has a top of its own")
                yield Problem(
                    f"dimensions.top_{name}",
                    words('{fault}: leave this out, or write shape = "{level}"', fault=fault, level=Name(LEVEL)),
                )
            elif top is not None:
                yield from self._lean_faults(name, top, base)
        yield from self._zip_faults(shape, corner / 2 if shape == LEVEL else BESIDE_ZIP)

    def _lean_faults(self, name: str, top: float, base: float) -> Iterator[Problem]:
        """Walls that lean too far, for their length or for their height."""
        most = 2 * STEEPEST * self.height
        low, high = max(LEAST_TOP * base, base - most), min(MOST_TOP * base, base + most)
        if not between(top, low, high):
            fault = words("leans too far from the base below it")
            yield sized(self, f"top_{name}", fault, least=low, most=high, otherwise=words("leave it out"))

    def _zip_faults(self, shape: str, beside: float) -> Iterator[Problem]:
        """A zip that leaves no cloth above or below it; *beside* mm are needed."""
        if shape not in (LEVEL, FRONT_ZIP):
            if self.zip_height is not None:
                yield Problem("dimensions.zip_height", words("the zip of this shape lies on top of it: leave this out"))
        elif not between(self.level(shape), beside, self.height - beside):
            where = words("the front") if shape == FRONT_ZIP else words("the ends")
            fault = words("leaves no part of {where} above or below it", where=where)
            most = self.height - beside
            yield sized(self, "zip_height", fault, least=beside, most=most, otherwise=words("make the bag higher"))

    def box(self, shape: str, chain: Zip, uncut: str) -> TwoPanels:
        """The body."""
        size = self.width, self.height, self.depth, chain, uncut
        if shape == LEVEL:
            return LevelEnds(*size, top=self.top, share=self.level(shape) / self.height)
        if shape == FRONT_ZIP:
            return FrontZip(*size, level=self.level(shape))
        return UprightEnds(*size) if shape == UPRIGHT else BoxedBody(*size)


def _upright(draft: Draft) -> Finished:
    """Along the zip, up a side, and along the seam of a corner."""
    width, depth = draft.side_length(draft.seam("main zip").a), draft.side_length(draft.seam("right corner").a)
    return _box(width, length_of(draft, "front", "right"), depth)


def _front(draft: Draft) -> Finished:
    """Along three seams of the back."""
    seams = "top seam", "right side", "right top corner"
    return _box(*(draft.side_length(draft.seam(each).a) for each in seams))


def _box(width: float, height: float, depth: float) -> Finished:
    return Finished(
        width,
        height,
        depth,
        width * height * depth / 1e6,
        measured=Measured(Where.THROUGHOUT, Where.UPRIGHT, Where.THROUGHOUT),
    )


def _level(draft: Draft) -> Finished:
    """Between the corners of the front: how far apart they are, and how far from the middles of base and top."""
    right, left = (_ends(draft, side) for side in ("right", "left"))
    zip_level = max(at.imag for edge in edges_of(draft, "front", "top") for at in edge.path.flat)
    low = min(at.imag for edge in edges_of(draft, "front", "right lower end") for at in edge.path.flat)
    width, wide = (a.real - b.real for a, b in zip(right, left, strict=True))
    depth, deep = 2 * (right[0].imag - low), 2 * (zip_level - right[1].imag)
    height = ((right[1].imag - right[0].imag) ** 2 - ((depth - deep) / 2) ** 2) ** 0.5
    middle = (width + wide) * (depth + deep)
    return Finished(
        width,
        height,
        depth,
        (width * depth + middle + wide * deep) * height / 6e6,
        measured=Measured(Where.BASE, Where.UPRIGHT, Where.BASE),
    )


def _ends(draft: Draft, side: str) -> tuple[complex, complex]:
    """The lower and the upper end of a side of the front, wherever its edge is now."""
    found = [at for edge in edges_of(draft, "front", side) for at in edge.path.flat]
    return min(found, key=lambda at: at.imag), max(found, key=lambda at: at.imag)


MEASURED: dict[str, Callable[[Draft], Finished]] = {
    LEVEL: _level,
    UPRIGHT: _upright,
    WEDGE: boxed_size,
    FRONT_ZIP: _front,
}
"""The size of each shape, as it is drafted."""
