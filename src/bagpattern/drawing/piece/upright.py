"""Pieces that can be laid the wrong way up without being seen to be: their outline is the same turned half round."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.piece.details import notch_places
from bagpattern.geometry import areas
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point, point
from bagpattern.model.panel import Role
from bagpattern.model.piece import Piece

TOP = "top"
"""The edge that a maker has to know."""
_TURNED = (Role.BODY, Role.LINING, Role.POCKET)
_ALIKE = 0.5
"""mm by which places may differ that a hand takes for the same, and mm2 of outline for each mm of it."""


def could_be_turned(piece: Piece) -> bool:
    """Whether only its marks tell which way up a piece is that has a top."""
    if piece.panel.role not in _TURNED or not piece.panel.has_edge(TOP):
        return False
    left, bottom, right, top = piece.cutting_path.bounds
    over = Placement(point(left + right, bottom + top), -1 + 0j)
    outline = areas.polygon(piece.cutting_path)
    turned = areas.polygon(piece.cutting_path.placed(over))
    if outline.symmetric_difference(turned).area > _ALIKE * piece.cutting_path.length:
        return False
    marks = [*_marks(piece)]
    return any(all(abs(over(mark) - other) > _ALIKE for other in marks) for mark in marks)


def _marks(piece: Piece) -> Iterator[Point]:
    """A place of everything that is marked."""
    yield from (each.at for each in notch_places(piece))
    yield from (hole.at for hole in piece.panel.holes)
    for line in piece.panel.lines:
        yield (line.path.start + line.path.end + 2 * line.path.point_at(line.length / 2)) / 4
