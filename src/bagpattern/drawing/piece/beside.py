"""Labels of pieces that are too small to carry one: beside the piece, with a leader, on free paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.drawing.model import Item, Shape
from bagpattern.drawing.names import Names
from bagpattern.drawing.piece.details import Details
from bagpattern.drawing.piece.labels import side_setting
from bagpattern.drawing.strokes import circle
from bagpattern.geometry.path import line_path
from bagpattern.geometry.place import Box, Clearing, Points, box_at
from bagpattern.geometry.points import Point, point

LEADER = 6.0
"""mm between a piece and its side label."""


def side_size(details: Details) -> tuple[float, float]:
    """Width (leader included) and height of a side label, in mm."""
    setting = side_setting(details)
    return setting.width + LEADER + 3.0, setting.height


def side_label(details: Details, bounds: Box, room: Clearing, names: Names) -> Iterator[Item]:
    """The label right of *bounds* if that is free, else as near as free paper allows."""
    setting, piece = side_setting(details), details.piece.id
    at = _free(bounds, setting.width, setting.height, room)
    room.take(box_at(at, setting.width, setting.height))
    yield from setting.texts(at, piece, anchor="start")
    start, end = _leader(at, setting.width, setting.height, bounds)
    yield Shape(names(piece, "leader"), "leader", (line_path(start, end), circle(end, 0.4)), piece)


def _free(bounds: Box, width: float, height: float, room: Clearing) -> Point:
    """Right of the piece if that is free, else on another side or farther away."""
    left, bottom, right, top = bounds
    middle = point((left + right) / 2, (bottom + top) / 2)
    across, up = (right - left + width) / 2 + LEADER, (top - bottom + height) / 2 + 2.0
    wanted = (
        middle + side * (across if side.imag == 0 else up) * far + 1j * side * shift
        for far in (1.0, 1.3, 1.8, 2.6)
        for shift in (0.0, 8.0, -8.0, 20.0, -20.0)
        for side in (1 + 0j, -1 + 0j, 1j, -1j)
    )
    right_of_it = middle + across
    found = room.first(wanted, width, height)
    found = room.spot(width, height, right_of_it) if found is None else found
    return right_of_it if found is None else found


def _leader(at: Point, width: float, height: float, bounds: Box) -> tuple[Point, Point]:
    """From the label's near side to the nearest point of the piece's bounds."""
    left, bottom, right, top = bounds
    end = point(min(max(at.real, left), right), min(max(at.imag, bottom), top))
    start = point(
        min(max(end.real, at.real - width / 2 - 1.0), at.real + width / 2 + 1.0),
        min(max(end.imag, at.imag - height / 2), at.imag + height / 2),
    )
    return start, end


def paper_room(width: float, height: float, outlines: Sequence[Points], fences: Sequence[Points] = ()) -> Clearing:
    """The free paper of a sheet, between the pieces."""
    corners = (0j, complex(width, 0), complex(width, height), complex(0, height))
    return Clearing((*corners, corners[0]), [*outlines, *fences], clearance=1.0)
