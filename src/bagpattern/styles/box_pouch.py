"""The box pouch: two panels, or one, with a zip over the top and boxed corners."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import InputError
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import choice, measure, table
from bagpattern.parts.boxed_body import BoxedBody
from bagpattern.parts.cornered_body import LevelEnds, UprightEnds
from bagpattern.parts.front_zip_body import FrontZip
from bagpattern.parts.in_one import length_of
from bagpattern.parts.part import BagPart
from bagpattern.parts.pouch_zip import PouchZip
from bagpattern.parts.two_panels import BASE, TwoPanels
from bagpattern.proposals import sized
from bagpattern.styles._bag import Bag
from bagpattern.values import value

BUILDS = {"two-panels": "", "folded": BASE}
FRONT_ZIP = "front-zip"
SHAPES: dict[str, type[TwoPanels]] = {
    "upright-ends": UprightEnds,
    "level-ends": LevelEnds,
    "wedge": BoxedBody,
    FRONT_ZIP: FrontZip,
}
BESIDE_ZIP = 15.0
"""mm of front above and below a zip that runs across it, to be sewn on either side of it [K]."""


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("20 cm", "8 cm", "50 cm", "along the base")
    height: float = measure("9 cm", "3 cm", "40 cm", "from the base to the zip")
    depth: float = measure("8 cm", "2 cm", "30 cm", "from front to back, at the base")
    zip_height: float | None = measure(
        None, "15 mm", "38 cm", "from the base up to a zip across the front; left out: four fifths of the height"
    )


@value
class BoxPouch(Bag):
    """A zip pouch with boxed corners: all four, as a box, or the lower two, as a wedge that is flat at the zip."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    shape: str = choice(
        "level-ends",
        tuple(SHAPES),
        "a box whose end seams lie level, or stand upright; a wedge, which only its lower corners make deep; or a box "
        "whose zip runs across the front and both sides",
    )
    build: str = choice("two-panels", tuple(BUILDS), "front and back, or one piece folded at the base")
    closure: PouchZip = table(PouchZip, "the zip")

    def body(self) -> TwoPanels:
        """Two panels with boxed corners."""
        size, least = self.dimensions, 2 * self.workshop.seam_allowance + 2 * self.lining.inset_for(self.workshop)
        keys = {"level-ends": "height"}
        key = keys.get(self.shape, "depth")
        if getattr(size, key) < least:
            raise InputError([sized(size, key, "is too little for its corners to be sewn and turned", least=least)])
        if self.shape == FRONT_ZIP:
            level, uncut = self._zip_level(), BUILDS[self.build]
            return FrontZip(size.width, size.height, size.depth, self.closure.chain, uncut, level=level)
        return SHAPES[self.shape](size.width, size.height, size.depth, self.closure.chain, BUILDS[self.build])

    def _zip_level(self) -> float:
        """mm from the base up to a zip across the front."""
        size = self.dimensions
        level = size.height * 4 / 5 if size.zip_height is None else size.zip_height
        if not BESIDE_ZIP <= level <= size.height - BESIDE_ZIP:
            most = size.height - BESIDE_ZIP
            fault, otherwise = "leaves no front above or below the zip", "make the bag higher"
            raise InputError([sized(size, "zip_height", fault, least=BESIDE_ZIP, most=most, otherwise=otherwise)])
        return level

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """The zip."""
        yield "closure", self.closure

    def finished(self, draft: Draft) -> Finished:
        """Measured along the zip and the seams that make the corners."""
        if self.shape == FRONT_ZIP:
            lengths = (
                draft.side_length(draft.seam(f"{each}").a) for each in ("top seam", "right side", "right top corner")
            )
            return _box(*lengths)
        zip_long, side = draft.side_length(draft.seam("main zip").a), length_of(draft, "front", "right")
        if self.shape == "upright-ends":
            width, depth = zip_long, draft.side_length(draft.seam("right corner").a)
        elif self.shape == "level-ends":
            width, depth = zip_long - side, draft.side_length(draft.seam("right end").a)
        else:
            depth = draft.side_length(draft.seam("right corner").a)
            width = zip_long - depth
        return Finished(width, side, depth, self._volume(width, side, depth))

    def _volume(self, width: float, height: float, depth: float) -> float:
        """Litres; a wedge is a base of width by depth below, and a line of width and depth together on top."""
        mean = depth * (width / 2 + depth / 6) if self.shape == "wedge" else width * depth
        return mean * height / 1e6


def _box(width: float, height: float, depth: float) -> Finished:
    return Finished(width, height, depth, width * height * depth / 1e6)
