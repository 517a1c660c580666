"""The drawstring backpack: boxed corners, and two cords that close the mouth and are the shoulder straps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bagpattern.errors import InputError
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import choice, measure, table
from bagpattern.parts.boxed_body import BoxedBody
from bagpattern.parts.carrying import unserved
from bagpattern.parts.cord_straps import CordStraps
from bagpattern.parts.in_one import length_of
from bagpattern.parts.lining import Lining, Unlined
from bagpattern.parts.part import BagPart
from bagpattern.parts.two_panels import BASE
from bagpattern.styles._bag import Bag
from bagpattern.values import value


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("32 cm", "14 cm", "60 cm", "across the base")
    height: float = measure("40 cm", "16 cm", "70 cm", "from the base to the channels")
    depth: float = measure("8 cm", "4 cm", "30 cm", "from front to back")


@dataclass(frozen=True)
class DrawstringBackpack(Bag):
    """A drawstring backpack: two cords draw it together and carry it; unlined."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    build: str = choice("boxed", ("boxed", "folded"), "boxed corners of two panels, or of one folded at the base")
    cords: CordStraps = table(CordStraps, "channels, cords and the rings that they are tied to")
    lining: Lining = table(Unlined, "the inside")

    def body(self) -> BoxedBody:
        """Two panels with boxed corners."""
        problems = list(unserved(self.wearer, ("backpack",), "its cords are worn on the back"))
        if problems:
            raise InputError(problems)
        size = self.dimensions
        return BoxedBody(size.width, size.height, size.depth, uncut=BASE if self.build == "folded" else "")

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it, and carries it."""
        yield "cords", self.cords

    def finished(self, draft: Draft) -> Finished:
        """Measured on the sides and along the rim, and at both ends of a boxed corner."""
        height, depth = length_of(draft, "front", "right"), 2 * length_of(draft, "front", "right corner side")
        width = length_of(draft, "front", "top") - depth
        return Finished(width, height, depth, width * height * depth / 1e6)
