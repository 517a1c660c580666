"""BP105: the cutting line lies at the allowance."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks._check import Check
from bagpattern.geometry.measure import covers, distance_to, distances
from bagpattern.geometry.points import Point
from bagpattern.model.panel import Edge
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.model.piece import Piece
from bagpattern.parts.workshop import Workshop

_TOLERANCE = 0.05
_SHARES = (0.25, 0.5, 0.75)
_NEAR = 1.6
"""Nearer to another edge than this many times the widest allowance, a corner decides where the cutting line runs."""


class Allowance(Check):
    """Away from the corners, the cutting line runs at each edge's allowance, and it never crosses the stitching line.

    Why: the maker sews at a fixed distance from the raw edge; where the allowance is wrong, so is the finished size.
    How to fix: an edge shorter than the allowances at its two ends leaves no room for its own: make the edge longer or
    the allowance narrower.
    """

    code = "BP105"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every edge whose cutting line is off by 0.05 mm or more, every piece cut inside its stitching line."""
        for piece in pattern.pieces:
            if not (piece.stitching_line.is_valid and piece.cutting_line.is_valid):
                continue
            if not covers(piece.cutting_line, piece.stitching_line, _TOLERANCE):
                yield self.error(piece.id, "the cutting line runs inside the stitching line")
            yield from (self.error(piece.id, message) for message in _faults(piece))


def _faults(piece: Piece) -> Iterator[str]:
    places = [(edge, edge.path.point_at(edge.length * share)) for edge in piece.panel.edges for share in _SHARES]
    found = distances(piece.cutting_line, [at for _, at in places])
    said = set()
    for (edge, at), distance in zip(places, found, strict=True):
        meant = piece.allowances[edge.name]
        if abs(distance - meant) > _TOLERANCE and edge.name not in said and not _near_corner(piece, edge, at):
            said.add(edge.name)
            yield f"edge {edge.name!r} has an allowance of {meant:.1f} mm, but is cut {distance:.2f} mm away"


def _near_corner(piece: Piece, edge: Edge, at: Point) -> bool:
    reach = _NEAR * max(piece.allowances.values())
    return any(distance_to(other.path, at) < reach for other in piece.panel.edges if other is not edge)
