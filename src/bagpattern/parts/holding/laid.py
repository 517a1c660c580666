"""Things as they lie, and what of a space they take: pure arithmetic on items."""

from __future__ import annotations

import math
from typing import NamedTuple

from bagpattern.catalog.items import Item
from bagpattern.model.space import Cloth
from bagpattern.values import value

THROUGH = 10.0
"""mm of an opening that its slider and end stitching take from what passes through [K]."""

_BESIDE = {Cloth.SLEEVE: 1.0, Cloth.PATCH: 2.0, Cloth.GUSSET: 0.0}
"""How many of its thicknesses a thing takes from the width of a space [construction 4.1]."""
_ROUND = {Cloth.SLEEVE: math.pi / 2 - 1, Cloth.PATCH: math.pi / 2, Cloth.GUSSET: 0.0}
"""The same for a round thing, round half of which the cloth goes: half the girth less what lies straight across."""
_BELOW = {Cloth.SLEEVE: 1.0, Cloth.PATCH: 1.0, Cloth.GUSSET: 0.0}
"""How many thicknesses a thing takes from the height of a closed space [construction 4.1]."""


class Way(NamedTuple):
    """Which side of a thing lies across, stands up, and goes from front to back."""

    across: str
    up: str
    deep: str


UPRIGHT, LYING = Way("width", "length", "thickness"), Way("length", "width", "thickness")
ON_EDGE = Way("thickness", "width", "length"), Way("thickness", "length", "width")
FLAT = Way("width", "thickness", "length"), Way("length", "thickness", "width")
FACING, ALL_WAYS = (UPRIGHT, LYING), (UPRIGHT, LYING, *ON_EDGE, *FLAT)
"""With its broad side to the front, as in any pocket; and all six, where a space has a depth of its own."""


@value
class Laid:
    """A thing as it lies: upright, or in another of its six ways."""

    item: Item
    way: Way = UPRIGHT

    @property
    def across(self) -> float:
        """mm to the side."""
        return self._side(self.way.across)

    @property
    def up(self) -> float:
        """mm upward."""
        return self._side(self.way.up)

    @property
    def deep(self) -> float:
        """mm from front to back."""
        return self._side(self.way.deep)

    def _side(self, name: str) -> float:
        return float(getattr(self.item, name))

    def lost(self, cloth: Cloth) -> float:
        """mm of width that the cloth loses on its way round the thing."""
        round_cloth = self.item.round and self.way == UPRIGHT
        return self.item.thickness * (_ROUND if round_cloth else _BESIDE)[cloth]


@value
class Arrangement:
    """At least one thing, in layers one behind the other; the things of a layer stand side by side."""

    layers: tuple[tuple[Laid, ...], ...]

    @property
    def laid(self) -> tuple[Laid, ...]:
        """Everything."""
        return tuple(each for layer in self.layers for each in layer)

    @property
    def thickness(self) -> float:
        """mm from front to back."""
        return sum(max(each.deep for each in layer) for layer in self.layers)

    @property
    def rod(self) -> Laid | None:
        """The one thing that it is, if that is round."""
        alone = self.laid[0] if len(self.laid) == 1 else None
        return alone if alone is not None and alone.item.round else None

    @property
    def ease(self) -> float:
        """mm of room that is wanted beyond what is needed: the most that anything here wants, once."""
        return max(each.item.ease for each in self.laid)

    @property
    def up(self) -> float:
        """mm: the tallest."""
        return max(each.up for each in self.laid)

    def width(self, cloth: Cloth, above: float = 0.0) -> float:
        """mm of a space's width that everything taller than *above* mm takes, without ease."""
        across = max(sum(each.across for each in layer if each.up > above) for layer in self.layers)
        return across + sum(each.lost(cloth) for each in self.laid if each.up > above)

    def height(self, cloth: Cloth) -> float:
        """mm of a closed space's height that it takes, without ease."""
        return self.up + _BELOW[cloth] * self.thickness

    @property
    def mouth(self) -> float:
        """mm of opening that the bulkiest thing needs, put in end first: half its girth, and the slider's room."""
        return THROUGH + max(half_girth(each.item) for each in self.laid)


def half_girth(item: Item) -> float:
    """mm half round a thing's end."""
    return item.width * math.pi / 2 if item.round else item.width + item.thickness
