"""Finding the places for what is written on a piece: label, grain arrow, captions of lines and holes, seam tags.

Everything is tried by real geometry: no text or arrow touches a line of the piece, nor another text. Coordinates are
the piece's own, turned as it will lie on the sheet but not yet moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

from bagpattern.drawing.model import Text, sized
from bagpattern.drawing.piece.boards import Board
from bagpattern.drawing.piece.captions import captions, notch_names, top_name
from bagpattern.drawing.piece.details import TAG_DEPTHS, TAG_SHARES, Tag
from bagpattern.drawing.piece.labels import Setting, number_settings, settings
from bagpattern.geometry.place import Box, Clearing, Points, bounds_of, box_at, ring_round
from bagpattern.geometry.points import Point, point, unit

_ARROW_HALF = 1.3
_ARROWS = (110.0, 70.0, 40.0, 20.0, 12.0, 9.0)
_LEAST_ARROWS = (20.0, 12.0, 0.0)
_ATTEMPTS = 4  # labels of one lot that are tried with an arrow; if none takes one, the largest goes without
_TAG = 2.3
_AROUND = 3.8  # mm outside of the largest size that belong to a piece: less than half of what lies between two


class PlacedTag(NamedTuple):
    """The small circle that says which step sews this edge."""

    centre: Point
    number: int
    seam: str


class Composition(NamedTuple):
    """What was placed; ``size`` is the label's largest letter in mm.

    ``beside`` says that the whole label must stand outside the piece.
    """

    texts: tuple[Text, ...]
    size: float
    arrow: tuple[Point, Point] | None
    tags: tuple[PlacedTag, ...]
    bounds: Box
    beside: bool


def compose(ground: Board, fences: Sequence[Points] = ()) -> Composition:
    """The best places on one piece; *fences* are lines of the paper that no text may cross."""
    piece = ground.details.piece
    ink = [*ground.ink, *fences]
    room = Clearing(ground.needle, ink)
    for slit in ground.slits:
        room.take(bounds_of(slit))
    texts, arrow, beside = _label_and_arrow(ground, room)
    size = max((text.size for text in texts), default=0.0)
    texts += list(_of_sizes(ground, ink, room) if ground.versions else captions(ground, room))
    texts += [*top_name(ground, room), *notch_names(ground, room)]
    return Composition(tuple(texts), size, arrow, tuple(_tags(ground, room)), ground.bounds, beside or not piece.number)


def _of_sizes(ground: Board, ink: Sequence[Points], room: Clearing) -> Iterator[Text]:
    """The captions of all sizes, and the labels of their cutting lines, which reach beyond the smallest."""
    from bagpattern.drawing.piece.size_labels import size_labels  # most bags are drafted in one size

    around = Clearing(ring_round(ground.bounds, _AROUND), ink, clearance=0.5)
    around.taken = room.taken
    yield from size_labels(ground.versions, around, ground.details.piece.id)
    for each in ground.versions:
        for text in captions(each.ground, around, each.shift, f" {each.label}"):
            yield text._replace(role=sized(text.role, each.size))


# label and arrow ------------------------------------------------------------------------------------------------------


def _label_and_arrow(ground: Board, room: Clearing) -> tuple[list[Text], tuple[Point, Point] | None, bool]:
    """The largest label that leaves room for an arrow; else the label alone; else the number alone."""
    found: tuple[Setting, Point] | None = None
    for setting, at, least in _settings_that_fit(ground, room):
        found = found or (setting, at)
        arrow = _arrow(ground, room, (box_at(at, setting.width, setting.height),), least)
        if arrow:
            return _settled(ground, room, setting, at, arrow)
    if found:
        return _settled(ground, room, *found, None)
    return _number_and_arrow(ground, room)


def _settings_that_fit(ground: Board, room: Clearing) -> Iterator[tuple[Setting, Point, float]]:
    """Settings with their places, and the shortest arrow that will do beside them: whole labels want a good one."""
    width, height = (side - 2 * room.clearance for side in room.lane)
    top = complex(room.centre.real, room.bounds[3])
    lots = settings(ground.details, width, height)
    for least, near, options in zip(_LEAST_ARROWS, (room.calm, room.calm, top), lots, strict=True):
        tried = ((option, room.spot(option.width, option.height, near)) for option in options)
        fitting = ((option, at) for option, at in tried if at is not None)
        yield from ((option, at, least) for option, at in islice(fitting, _ATTEMPTS))


def _settled(
    ground: Board, room: Clearing, setting: Setting, at: Point, arrow: tuple[Point, Point] | None
) -> tuple[list[Text], tuple[Point, Point] | None, bool]:
    room.take(box_at(at, setting.width, setting.height))
    if arrow:
        room.take(_arrow_box(*arrow))
    return list(setting.texts(at, ground.details.piece.id)), arrow, False


def _number_and_arrow(ground: Board, room: Clearing) -> tuple[list[Text], tuple[Point, Point] | None, bool]:
    """Too small for words: a number and a short arrow, and the words beside the piece."""
    for option in number_settings(ground.details):
        at = room.spot(option.width, option.height, room.centre)
        if at is not None:
            box = box_at(at, option.width, option.height)
            texts, arrow, _ = _settled(ground, room, option, at, _arrow(ground, room, (box,), 0))
            return texts, arrow, True
    return [], _arrow(ground, room, (), 0), True


def _arrow(ground: Board, room: Clearing, boxes: Sequence[Box], least: float) -> tuple[Point, Point] | None:
    """The longest grain arrow that fits beside the label."""
    along = unit(ground.details.piece.panel.grain) * ground.turn
    near: Point | None = None
    taken, room.taken = room.taken, [*room.taken, *boxes]
    try:
        for length in _lengths(room, along, least):
            width, height = abs(along.real) * length + 2 * _ARROW_HALF, abs(along.imag) * length + 2 * _ARROW_HALF
            near = _beside(room, boxes, along, width, height) if near is None else near
            at = room.spot(width, height, near)
            if at is not None:
                return at - along * length / 2, at + along * length / 2
        return None
    finally:
        room.taken = taken


def _lengths(room: Clearing, along: complex, least: float) -> list[float]:
    """An arrow takes at most 60 % of the piece, and is no shorter than *least* where the piece allows that."""
    width, height = room.size
    reach = abs(along.real) * width + abs(along.imag) * height
    return [length for length in _ARROWS if length <= max(0.6 * reach, 9.0) and length >= min(least, 0.35 * reach)]


def _beside(room: Clearing, boxes: Sequence[Box], along: complex, width: float, height: float) -> Point:
    """Left of the label for an upright arrow, below it for one that lies."""
    if not boxes:
        return room.centre
    left, bottom, right, top = boxes[-1]
    if abs(along.imag) >= abs(along.real):
        return point(left - width / 2 - 3 - 2 * room.clearance, (bottom + top) / 2)
    return point((left + right) / 2, bottom - height / 2 - 2 - 2 * room.clearance)


def _arrow_box(start: Point, end: Point) -> Box:
    return (
        min(start.real, end.real) - _ARROW_HALF,
        min(start.imag, end.imag) - _ARROW_HALF,
        max(start.real, end.real) + _ARROW_HALF,
        max(start.imag, end.imag) + _ARROW_HALF,
    )


# tags ---------------------------------------------------------------------------------------------------------------


def _tags(ground: Board, room: Clearing) -> Iterator[PlacedTag]:
    """Each tag at the first of its places that is free: all are tried at one share of their edge, then at the next."""
    waiting: Sequence[Tag] = ground.details.tags
    placed: list[Point] = []
    for deeper, share in product(TAG_DEPTHS, TAG_SHARES):
        left = []
        for tag in waiting:
            centre = tag.place(share, deeper) * ground.turn
            apart = all(abs(centre - other) > 2 * _TAG + 1 for other in placed)
            if apart and room.is_free(centre, 2 * _TAG, 2 * _TAG):
                placed.append(centre)
                yield PlacedTag(centre, tag.number, tag.seam)
            else:
                left.append(tag)
        waiting = left
