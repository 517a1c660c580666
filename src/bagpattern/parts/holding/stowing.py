"""What a drafted bag carries: how everything stands in its pocket, and whether it all fits the depth of the bag.

Seen from the front, every layer of things is a rectangle. Where rectangles lie on each other, inside the bag, their
thicknesses add up, and the sum has to be less than the depth of the bag. What lies in a patch on the outside of the
shell, or in a compartment with a depth of its own, bulges outward and counts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bagpattern.catalog.items import Item
from bagpattern.geometry import areas
from bagpattern.geometry.placement import IDENTITY, MIRROR, Placement
from bagpattern.geometry.points import point
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.marks import LineKind
from bagpattern.model.panel import Panel
from bagpattern.model.space import Space
from bagpattern.parts.holding.arranging import Stand, best
from bagpattern.parts.holding.contents import MAIN, listed
from bagpattern.parts.holding.laid import Arrangement, Laid
from bagpattern.parts.part import parts_of
from bagpattern.said import Said
from bagpattern.values import value


class Block(NamedTuple):
    """One layer of a space as seen from the front, the middle of the base the origin; ``thickness`` in mm.

    ``room`` is the id of the full compartment whose depth it takes from.
    """

    space: str
    room: str
    left: float
    bottom: float
    right: float
    top: float
    thickness: float


@value
class Stowed:
    """A thing in its place. ``behind`` is the depth of the bag that is left there, in mm; None where it counts nothing.

    ``stand`` is how it stands with what else its pocket holds.
    """

    laid: Laid
    stand: Stand
    behind: float | None

    @property
    def width(self) -> float:
        """mm of ease to the sides, shared with what stands beside it."""
        return self.stand.width

    @property
    def length(self) -> float:
        """mm of ease above it; in an open pocket negative is what shows."""
        return self.stand.height + self.stand.arrangement.up - self.laid.up

    @property
    def thickness(self) -> float | None:
        """mm of ease from front to back: in the bag, or in a gusset of its own."""
        return self.behind if self.behind is not None else self.stand.depth

    @property
    def fits(self) -> bool:
        """Whether it goes in, and the bag is deep enough for all that lies there."""
        return not self.stand.missing and (self.behind is None or not under(self.behind, 0.0))


def stowed(draft: Draft) -> tuple[Stowed, ...]:
    """Everything that the spaces of *draft* hold, in their order."""
    stands = [stand for space in draft.spaces if (stand := best(space, space.holds)) is not None]
    blocks = [block for stand in stands for block in _blocks(draft, stand)]
    return tuple(each for stand in stands for each in _things(draft, stand, blocks))


class Shown(NamedTuple):
    """What sticks out of an open pocket and lies on a ``part`` above it; ``over`` is by how many mm."""

    titles: Said
    part: str
    over: float


def sticking_out(draft: Draft, stand: Stand) -> Iterator[Shown]:
    """What a pocket's things lie on where they stick out of it: the nearest part above each layer of them."""
    space = stand.space
    if not space.open_top or not space.panel:
        return
    left, bottom, right, top = areas.bounds([space.outline])
    above = list(_above(draft, space))
    for layer in stand.arrangement.layers:
        half, high = Arrangement((layer,)).width(space.cloth) / 2, bottom + stand.base + _up(layer)
        corners = point((left + right) / 2 - half, top), point((left + right) / 2 + half, high)
        met = (
            [each for each in above if _lies_on(each, _box(space.at(corners[0]), space.at(corners[1])))]
            if high > top
            else []
        )
        if met:
            lowest = min(met, key=lambda each: each.bottom)
            over = space.at(point(0, high)).imag - lowest.bottom
            yield Shown(listed([laid.item for laid in layer]), lowest.part, over)


_LYING = LineKind.PLACEMENT, LineKind.STITCH
"""The lines of what is sewn on."""


class _Above(NamedTuple):
    """A part on a panel, and the box that it takes there."""

    part: str
    left: float
    bottom: float
    right: float
    top: float


def _lies_on(part: _Above, box: tuple[float, float, float, float]) -> bool:
    """Whether what sticks out, its lower edge the rim of its pocket, reaches a part that begins above the rim."""
    left, rim, right, high = box
    return part.left < right and left < part.right and rim <= part.bottom < high


def _above(draft: Draft, space: Space) -> Iterator[_Above]:
    """The other parts that are sewn on to the pocket's panel, and the zips across it."""
    for panel in parts_of(draft, space.panel):
        others = (line for line in panel.lines if line.owner != space.owner and line.kind in _LYING)
        lines = [(line.name, line.path) for line in others]
        lines += [("zip", edge.path) for edge in panel.edges if edge.across]
        yield from (_Above(name, *areas.bounds([path])) for name, path in lines)


def with_more(draft: Draft, space: Space, item: Item) -> Stowed:
    """*item* in a space beside what that holds, and all else in its place."""
    stand = best(space, (*space.holds, item))
    if stand is None:
        raise ValueError("nothing is stowed")
    others = [each for other in draft.spaces if other != space and (each := best(other, other.holds)) is not None]
    blocks = [block for each in (*others, stand) for block in _blocks(draft, each)]
    return next(each for each in _things(draft, stand, blocks) if each.laid.item == item)


def main_space_of(draft: Draft) -> Space | None:
    """The bag itself; None for a style that tells nothing of it."""
    return next((space for space in draft.spaces if space.id == MAIN), None)


def room_of(draft: Draft, space: Space) -> Space | None:
    """The full compartment whose depth a space takes from: a second one, for what lies on its faces, or the bag."""
    on = _lies_against(draft, space)
    own = (each for each in draft.spaces if each.faces and (each == space or (on and on.origin in each.faces)))
    return next(own, main_space_of(draft))


def _lies_against(draft: Draft, space: Space) -> Panel | None:
    """The panel that a space lies against, or a part of it where that is divided; None of the bag itself."""
    return next(iter(parts_of(draft, space.panel)), None)


def _things(draft: Draft, stand: Stand, blocks: Sequence[Block]) -> Iterator[Stowed]:
    room = room_of(draft, stand.space)
    own = [block for block in blocks if block.space == stand.space.id]
    for index, layer in enumerate(stand.arrangement.layers):
        behind = None
        if room is not None and own and room.depth:  # a flat bag has no depth to be used up: it bulges
            deep = stand.deep if stand.space == room else room.depth  # before one that stands on a round floor is more
            behind = deep - _load(own[index], blocks)
        yield from (Stowed(laid, stand, behind) for laid in layer)


def _blocks(draft: Draft, stand: Stand) -> Iterator[Block]:
    """The layers of one space; none of what takes nothing from the depth of the bag, or lies on no face."""
    to_front = _to_front(draft, stand.space) if stand.space.inside else None
    if to_front is None:
        return
    left, bottom, right, _ = areas.bounds([stand.space.outline])
    room = room_of(draft, stand.space)
    for layer in stand.arrangement.layers:
        half = Arrangement((layer,)).width(stand.space.cloth) / 2
        low = bottom + stand.base
        corners = (point((left + right) / 2 - half, low), point((left + right) / 2 + half, low + _up(layer)))
        (a, b) = (to_front(stand.space.at(corner)) for corner in corners)
        thickness = max(laid.deep for laid in layer)
        yield Block(stand.space.id, room.id if room else MAIN, *_box(a, b), thickness)


def _up(layer: Iterable[Laid]) -> float:
    return max(laid.up for laid in layer)


def _box(a: complex, b: complex) -> tuple[float, float, float, float]:
    return min(a.real, b.real), min(a.imag, b.imag), max(a.real, b.real), max(a.imag, b.imag)


def _to_front(draft: Draft, space: Space) -> Placement | None:
    """From a face's own coordinates to those of the front; None for what lies on no face.

    The back is seen from behind, and the front of the lining from inside: both are mirrored.
    """
    if space.id == MAIN or space.faces:
        left, bottom, right, _ = areas.bounds([space.outline])
        return Placement(-point((left + right) / 2, bottom))
    if space.stands is not None:
        return space.stands
    on = _lies_against(draft, space)
    if on is None or not on.face:
        return None
    parts = [panel for panel in draft.panels if panel.face and panel.origin == on.origin]
    left, bottom, right, _ = areas.bounds([panel.stitching_line for panel in parts])
    return Placement(-point((left + right) / 2, bottom)).then(IDENTITY if on.looks_forward else MIRROR)


def _load(block: Block, blocks: Sequence[Block]) -> float:
    """mm of all that lies on each other, at the thickest place of a block."""
    here = [each for each in blocks if each.room == block.room and _overlap(each, block)]
    places = [(max(x.left, block.left), max(y.bottom, block.bottom)) for x in here for y in here]
    return max(sum(each.thickness for each in here if _covers(each, *place)) for place in places)


def _overlap(a: Block, b: Block) -> bool:
    return a.left < b.right and b.left < a.right and a.bottom < b.top and b.bottom < a.top


def _covers(block: Block, x: float, y: float) -> bool:
    return block.left <= x < block.right and block.bottom <= y < block.top
