"""The tote: two panels with boxed corners, open at the top."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import measure, part, table
from bagpattern.parts.boxed_body import BoxedBody
from bagpattern.parts.part import BagPart, measured
from bagpattern.parts.top import TOPS, Top
from bagpattern.styles._bag import Bag
from bagpattern.values import value


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("34 cm", "12 cm", "70 cm", "across the base")
    height: float = measure("36 cm", "12 cm", "70 cm", "from the base to the rim")
    depth: float = measure("12 cm", "2 cm", "40 cm", "from front to back")


@dataclass(frozen=True)
class Tote(Bag):
    """A tote bag with boxed corners, open at the top."""

    dimensions: Dimensions = table(Dimensions, "the finished size")

    closure: Top = part(TOPS, "open", "how the rim is closed")

    def body(self) -> BoxedBody:
        """Two panels."""
        size = self.dimensions
        return BoxedBody(size.width, size.height + self.closure.rise, size.depth)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it."""
        yield "closure", self.closure

    def finished(self, draft: Draft) -> Finished:
        """Measured on the front: its base, its side, and both ends of a boxed corner."""
        width, depth = measured(draft, "front", "bottom"), 2 * measured(draft, "front", "right corner side")
        height = measured(draft, "front", "right")
        return Finished(width, height, depth, width * height * depth / 1e6)
