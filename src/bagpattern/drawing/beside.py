"""Labels of pieces that are too small to carry one: beside the piece, with a leader, on free paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.drawing.labels import side_setting
from bagpattern.drawing.model import Item, Shape
from bagpattern.drawing.names import Names
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.path import line_path
from bagpattern.geometry.place import Box, Points, Room
from bagpattern.geometry.points import Point, point
from bagpattern.model.piece import Piece

LEADER = 6.0
"""mm between a piece and its side label."""


def side_size(piece: Piece) -> tuple[float, float]:
    """Width (leader included) and height of a side label, in mm."""
    setting = side_setting(piece)
    return setting.width + LEADER + 3.0, setting.height


def side_label(piece: Piece, bounds: Box, room: Room, names: Names) -> Iterator[Item]:
    """The label right of *bounds* if that is free, else as near as free paper allows."""
    setting = side_setting(piece)
    left, bottom, right, top = bounds
    wanted = point(right + LEADER + setting.width / 2, (bottom + top) / 2)
    at = room.spot(setting.width, setting.height, wanted)
    if at is None:
        at = wanted
    room.take((at.real - setting.width / 2, at.imag - setting.height / 2, at.real + setting.width / 2,
               at.imag + setting.height / 2))
    yield from setting.texts(at, piece.id, anchor="start")
    start, end = _leader(at, setting.width, setting.height, bounds)
    yield Shape(names(piece.id, "leader"), "leader", (line_path(start, end), circle(end, 0.4)), piece.id)


def _leader(at: Point, width: float, height: float, bounds: Box) -> tuple[Point, Point]:
    """From the label's near side to the nearest point of the piece's bounds."""
    left, bottom, right, top = bounds
    end = point(min(max(at.real, left), right), min(max(at.imag, bottom), top))
    start = point(
        min(max(end.real, at.real - width / 2 - 1.0), at.real + width / 2 + 1.0),
        min(max(end.imag, at.imag - height / 2), at.imag + height / 2),
    )
    return start, end


def paper_room(width: float, height: float, outlines: Sequence[Points], fences: Sequence[Points] = ()) -> Room:
    """The free paper of a sheet, between the pieces."""
    corners = (0j, complex(width, 0), complex(width, height), complex(0, height))
    return Room((*corners, corners[0]), [*outlines, *fences], clearance=1.0)
