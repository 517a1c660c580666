"""Things laid beside and behind each other, and how they stand in a space: pure arithmetic on items and outlines.

The rule is simple, so that a maker can follow it. Things stand upright side by side, or upright one behind the other,
or all lying on their long sides, in that order of preference. In a space with a depth of its own they stand in layers:
the thickest first, each in the first layer that has room beside the others. Nothing is put on top of anything.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from bagpattern.catalog.items import Item
from bagpattern.geometry import areas
from bagpattern.model.space import Cloth, Space
from bagpattern.values import value

THROUGH = 10.0
"""mm of an opening that its slider and end stitching take from what passes through [K]."""
LEAST_SHARE = 0.7
"""Of a thing's length: less of it in an open pocket, and it falls out: 0.7 to 0.9 [construction 4.1]."""
BASE_STEP = 5.0
"""mm by which things are lifted off the base of a space until its rounded corners let them stand."""

_BESIDE = {Cloth.SLEEVE: 1.0, Cloth.PATCH: 2.0, Cloth.GUSSET: 0.0}
"""How many of its thicknesses a thing takes from the width of a space [construction 4.1]."""
_ROUND = {Cloth.SLEEVE: math.pi / 2 - 1, Cloth.PATCH: math.pi / 2, Cloth.GUSSET: 0.0}
"""The same for a round thing, round half of which the cloth goes: half the girth less what lies straight across."""
_BELOW = {Cloth.SLEEVE: 1.0, Cloth.PATCH: 1.0, Cloth.GUSSET: 0.0}
"""How many thicknesses a thing takes from the height of a closed space [construction 4.1]."""


@value
class Laid:
    """A thing as it lies: upright, or ``turned`` on its long side."""

    item: Item
    turned: bool = False

    @property
    def across(self) -> float:
        """mm to the side."""
        return self.item.length if self.turned else self.item.width

    @property
    def up(self) -> float:
        """mm upward."""
        return self.item.width if self.turned else self.item.length

    def lost(self, cloth: Cloth) -> float:
        """mm of width that the cloth loses on its way round the thing."""
        round_cloth = self.item.round and not self.turned
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
        return sum(max(each.item.thickness for each in layer) for layer in self.layers)

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


@value
class Stand:
    """How an arrangement stands in a space: what room it leaves in each direction, in mm; negative is what is missing.

    ``height`` of an open pocket is down to its edge: negative is what shows. ``depth``, ``mouth`` and ``head`` are
    None where nothing limits them.
    """

    space: Space
    arrangement: Arrangement
    base: float
    width: float
    height: float
    depth: float | None
    mouth: float | None
    head: float | None

    @property
    def shows(self) -> float:
        """mm of the tallest thing above the edge of an open pocket."""
        return max(-self.height, 0.0) if self.space.open_top else 0.0

    @property
    def missing(self) -> dict[str, float]:
        """mm by direction that are missing for it to go in at all."""
        return {key: -room for key, room in self._room(0.0).items() if room < -1e-6}

    @property
    def wanting(self) -> dict[str, float]:
        """mm by direction that are missing for it to go in with its ease."""
        return {key: -room for key, room in self._room(self.arrangement.ease).items() if room < -1e-6}

    def _room(self, ease: float) -> dict[str, float]:
        stuck = (1 - LEAST_SHARE) * self.arrangement.up
        found = {
            "width": self.width - ease,
            "height": self.height + stuck if self.space.open_top else self.height - ease,
            "depth": None if self.depth is None else self.depth - ease,
            "mouth": self.mouth,
            "head": self.head,
        }
        return {key: room for key, room in found.items() if room is not None}


def best(space: Space, items: Sequence[Item]) -> Stand | None:
    """The first arrangement that has its ease, else the first that goes in, else the nearest; None without items."""
    tight: list[Stand] = []
    for each in arrangements(items, space):
        tried = stand(space, each)
        if not tried.wanting:
            return tried
        tight.append(tried)
    going = (each for each in tight if not each.missing)
    return next(going, min(tight, key=lambda each: sum(each.wanting.values()), default=None))


def arrangements(items: Sequence[Item], space: Space | None = None) -> Iterator[Arrangement]:
    """The arrangements to try, in order of preference; layers where the *space* has a depth."""
    if not items:
        return
    if space is not None and space.cloth is Cloth.GUSSET:
        yield layered(space, [Laid(item, _too_tall(space, item)) for item in items])
    for turned in (False, True):
        laid = tuple(Laid(item, turned) for item in items)
        if space is not None and space.cloth is Cloth.GUSSET:
            yield layered(space, laid)
            continue
        yield Arrangement((laid,))
        if len(laid) > 1:
            yield Arrangement(tuple((each,) for each in laid))


def _too_tall(space: Space, item: Item) -> bool:
    """Whether a thing goes in lying on its side, but not upright."""
    left, bottom, right, top = areas.bounds([space.outline])
    return item.length > top - bottom and item.length <= right - left


def layered(space: Space, laid: Sequence[Laid]) -> Arrangement:
    """The thickest first, each in the first layer that has room beside the others."""
    layers: list[tuple[Laid, ...]] = []
    for each in sorted(laid, key=lambda each: (-each.item.thickness, -each.up)):
        found = (index for index, layer in enumerate(layers) if _has_room(space, (*layer, each)))
        index = next(found, None)
        if index is None:
            layers.append((each,))
        else:
            layers[index] = (*layers[index], each)
    return Arrangement(tuple(layers))


def _has_room(space: Space, layer: tuple[Laid, ...]) -> bool:
    here = stand(space, Arrangement((layer,)))
    return here.width >= here.arrangement.ease and "height" not in here.missing  # from an open one it may stick out


def stand(space: Space, arrangement: Arrangement) -> Stand:
    """*arrangement* in *space*: as low as the rounded corners let it stand with its ease."""
    bottom, high = space.levels.bottom, space.levels.top - space.levels.bottom
    reach = arrangement.up * LEAST_SHARE if space.open_top else arrangement.height(space.cloth)
    base, width = _standing(space, arrangement, bottom, high - reach)
    taken = arrangement.up if space.open_top else arrangement.height(space.cloth)
    return Stand(
        space,
        arrangement,
        base,
        width,
        height=high - base - taken,
        depth=space.depth - arrangement.thickness if space.cloth is Cloth.GUSSET else None,
        mouth=None if space.mouth is None else space.mouth - arrangement.mouth,
        head=None if space.headroom is None else space.headroom - base - arrangement.up,
    )


def _standing(space: Space, arrangement: Arrangement, bottom: float, room: float) -> tuple[float, float]:
    """How many mm above the base it stands, and the width left there: the first with its ease, else the widest."""
    found: list[tuple[float, float]] = []
    for lift in range(1 + int(max(room, 0.0) // BASE_STEP)):
        base = lift * BASE_STEP
        found.append((base, _beside(space, arrangement, bottom, base)))
        if found[-1][1] >= arrangement.ease:
            return found[-1]
    return max(found, key=lambda each: each[1])


def _beside(space: Space, arrangement: Arrangement, bottom: float, base: float) -> float:
    """mm of width left where it is narrowest, the tallest standing in the middle."""
    ups = {0.0, *(each.up for each in arrangement.laid)}
    return min(space.levels.width(bottom + base + up) - _taken(arrangement, space.cloth, up) for up in ups)


def _taken(arrangement: Arrangement, cloth: Cloth, up: float) -> float:
    return arrangement.width(cloth, above=up - 1e-6)
