"""The drawstring backpack: boxed corners, and two cords that close the mouth and are the shoulder straps."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.parameters import choice, measure, table
from bagpattern.parts.bodies.boxed import BoxedBody
from bagpattern.parts.bodies.flat import FlatBody, pillow_volume
from bagpattern.parts.bodies.two_panels import BASE, TwoPanels
from bagpattern.parts.carried import unserved
from bagpattern.parts.carrying.cord_straps import CordStraps
from bagpattern.parts.linings.lining import Lining, Unlined
from bagpattern.parts.part import BagPart
from bagpattern.parts.sewing.in_one import length_of
from bagpattern.proposals import sized
from bagpattern.said import Length
from bagpattern.styles._bag import Bag
from bagpattern.styles._flat import HALF_FULL, LAID_FLAT
from bagpattern.values import value
from bagpattern.words import words

LEAST_DEPTH = 40.0
"""mm: a boxed corner needs some cloth between its allowances [K]."""


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("32 cm", "10 cm", "60 cm", "across the base")
    height: float = measure("40 cm", "12 cm", "70 cm", "from the base to the rim; strips set on it stand above")
    depth: float = measure("8 cm", "0 mm", "30 cm", "from front to back; 0: a flat bag, without corners to box")


@value
class DrawstringBackpack(Bag):
    """A drawstring backpack: two cords draw it together and carry it; unlined."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    build: str = choice("boxed", ("boxed", "folded"), "boxed corners of two panels, or of one folded at the base")
    cords: CordStraps = table(CordStraps, "channels, cords and the rings that they are tied to")
    lining: Lining = table(Unlined, "the inside")

    def body(self) -> TwoPanels:
        """Two panels, flat or with boxed corners."""
        size, fold = self.dimensions, BASE if self.build == "folded" else ""
        problems = list(unserved(self.wearer, ("backpack",), words("its cords are worn on the back")))
        if 0 < size.depth < LEAST_DEPTH:
            fault = words("corners of {depth} are too small to box", depth=Length(size.depth))
            problems.append(sized(size, "depth", fault, least=LEAST_DEPTH, zero=True))
        raise_together(problems)
        if not size.depth:
            return FlatBody(size.width, size.height, 0.0, uncut=fold)
        return BoxedBody(size.width, size.height, size.depth, uncut=fold)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it, and carries it."""
        yield "cords", self.cords

    def finished(self, draft: Draft) -> Finished:
        """Measured on the sides and along the rim, and at both ends of a boxed corner; flat, it bulges."""
        height, depth = length_of(draft, "front", "right"), 2 * length_of(draft, "front", "right corner side")
        width = length_of(draft, "front", "top") - depth
        volume = width * height * depth / 1e6 if depth else pillow_volume(width, height)
        if not depth:
            return Finished(width, height, depth, volume, measured=LAID_FLAT, fullness=HALF_FULL)
        return Finished(width, height, depth, volume, measured=Measured(Where.RIM, Where.UPRIGHT, Where.BASE))
