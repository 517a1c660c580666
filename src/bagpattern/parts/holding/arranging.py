"""Things laid beside and behind each other, and how they stand in a space: pure arithmetic on items and outlines.

The rule is simple, so that a maker can follow it. Things stand upright side by side, or upright one behind the other,
or all lying on their long sides, in that order of preference. In a space with a depth of its own each lies in the first
of its six ways in which it goes in, and they stand in layers: the thickest first, each in the first layer that has room
beside the others. Nothing is put on top of anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.catalog.items import Item
from bagpattern.lengths import under
from bagpattern.model.space import Cloth, Space
from bagpattern.parts.holding.floor import Room, beside_round, on_floor
from bagpattern.parts.holding.laid import ALL_WAYS, FACING, FLAT, ON_EDGE, UPRIGHT, Arrangement, Laid, Way
from bagpattern.values import value

LEAST_SHARE = 0.7
"""Of a thing's length: less of it in an open pocket, and it falls out: 0.7 to 0.9 [construction 4.1]."""
BASE_STEP = 5.0
"""mm by which things are lifted off the base of a space until its rounded corners let them stand."""


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
    def deep(self) -> float:
        """mm from front to back that there are where it stands; 0 where nothing limits it."""
        return 0.0 if self.depth is None else self.depth + self.arrangement.thickness

    @property
    def missing(self) -> dict[str, float]:
        """mm by direction that are missing for it to go in at all."""
        return {key: -room for key, room in self._room(0.0).items() if under(room, 0.0)}

    @property
    def wanting(self) -> dict[str, float]:
        """mm by direction that are missing for it to go in with its ease."""
        return {key: -room for key, room in self._room(self.arrangement.ease).items() if under(room, 0.0)}

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


def best(space: Space, items: Sequence[Item], ways: Sequence[Way] = ALL_WAYS) -> Stand | None:
    """The first arrangement that has its ease, else the first that goes in, else the nearest; None without items.

    In a space with a depth of its own things lie in any of the *ways*.
    """
    tight: list[Stand] = []
    for each in arrangements(items, space, ways):
        tried = stand(space, each)
        if not tried.wanting:
            return tried
        tight.append(tried)
    going = (each for each in tight if not each.missing)
    return next(going, min(tight, key=lambda each: sum(each.wanting.values()), default=None))


def arrangements(
    items: Sequence[Item], space: Space | None = None, ways: Sequence[Way] = ALL_WAYS
) -> Iterator[Arrangement]:
    """The arrangements to try, in order of preference; layers where the *space* has a depth."""
    if not items:
        return
    deep = space if space is not None and space.cloth is Cloth.GUSSET else None
    if deep is not None:
        yield layered(deep, [_going(deep, item, ways) for item in items])
    for way in FACING:
        laid = tuple(Laid(item, way) for item in items)
        if deep is not None:
            yield layered(deep, laid)
            continue
        yield Arrangement((laid,))
        if len(laid) > 1:
            yield Arrangement(tuple((each,) for each in laid))


def _going(space: Space, item: Item, ways: Sequence[Way]) -> Laid:
    """A thing in the first of the *ways* in which it goes in by itself, whatever it has to pass; else upright."""
    tried = (Laid(item, way) for way in ways)
    inside = {"width", "height", "depth"}
    return next(
        (each for each in tried if not inside & {*stand(space, Arrangement(((each,),))).missing}), Laid(item, UPRIGHT)
    )


def layered(space: Space, laid: Sequence[Laid]) -> Arrangement:
    """The thickest first, each in the first layer that has room beside the others."""
    layers: list[tuple[Laid, ...]] = []
    for each in sorted(laid, key=lambda each: (-each.deep, -each.up)):
        found = (index for index, layer in enumerate(layers) if _has_room(space, (*layer, each)))
        index = next(found, None)
        if index is None:
            layers.append((each,))
        else:
            layers[index] = (*layers[index], each)
    return Arrangement(tuple(layers))


def _has_room(space: Space, layer: tuple[Laid, ...]) -> bool:
    """Whether things stand side by side; from an open space they may stick out."""
    here = stand(space, Arrangement((layer,)))
    return not under(here.width, here.arrangement.ease) and "height" not in here.missing


def stand(space: Space, arrangement: Arrangement) -> Stand:
    """*arrangement* in *space*: as low as the rounded corners let it stand with its ease."""
    bottom, high = space.levels.bottom, space.levels.top - space.levels.bottom
    reach = arrangement.up * LEAST_SHARE if space.open_top else arrangement.height(space.cloth)
    base, width = _standing(space, arrangement, bottom, high - reach)
    taken = arrangement.up if space.open_top else arrangement.height(space.cloth)
    room = _room(space, arrangement, width)
    return Stand(
        space,
        arrangement,
        base,
        room.width,
        height=high - base - taken,
        depth=room.depth if space.cloth is Cloth.GUSSET else None,
        mouth=None if space.mouth is None else space.mouth - arrangement.mouth,
        head=None if space.headroom is None else space.headroom - base - arrangement.up,
    )


def _room(space: Space, arrangement: Arrangement, width: float) -> Room:
    """What is left beside and before it: of the *width* of the face and the depth, or on a floor that is no rectangle.

    A single round thing is compared with a round room by their diameters: upright with the floor's, lying from front
    to back with the face's.
    """
    deep, rod = space.depth - arrangement.thickness, arrangement.rod
    rooms = [Room(width, deep)]
    if space.floor is not None:
        across, standing = arrangement.width(space.cloth), rod is not None and rod.way == UPRIGHT
        beside = beside_round(space.floor, across) if standing else on_floor(space.floor, across, arrangement.thickness)
        rooms.append(beside)
    if rod is not None and rod.way in (ON_EDGE[0], FLAT[0]):
        rooms.append(Room(beside_round(space.outline, rod.across).width, deep))
    return max(rooms, key=lambda each: min(each))


def _standing(space: Space, arrangement: Arrangement, bottom: float, room: float) -> tuple[float, float]:
    """How many mm above the base it stands, and the width left there: the first with its ease, else the widest."""
    found: list[tuple[float, float]] = []
    for lift in range(1 + int(max(room, 0.0) // BASE_STEP)):
        base = lift * BASE_STEP
        found.append((base, _beside(space, arrangement, bottom, base)))
        if not under(found[-1][1], arrangement.ease):
            return found[-1]
    return max(found, key=lambda each: each[1])


def _beside(space: Space, arrangement: Arrangement, bottom: float, base: float) -> float:
    """mm of width left where it is narrowest, the tallest standing in the middle."""
    ups = {0.0, *(each.up for each in arrangement.laid)}
    return min(space.levels.width(bottom + base + up) - _taken(arrangement, space.cloth, up) for up in ups)


def _taken(arrangement: Arrangement, cloth: Cloth, up: float) -> float:
    return arrangement.width(cloth, above=up - 1e-6)
