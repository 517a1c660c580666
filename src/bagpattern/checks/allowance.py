"""BP105: the cutting line lies at the allowance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.checks import Check
from bagpattern.geometry.measure import are_valid, cover, distance_to, distances, points_at
from bagpattern.geometry.points import Point
from bagpattern.model.edge import Edge
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.model.piece import Piece
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name
from bagpattern.words import words

_TOLERANCE = 0.05
_SHARES = (0.25, 0.5, 0.75)
_NEAR = 1.6
"""Nearer than this many times the widest allowance to another edge, or to a bend of its own, a corner decides."""


class Allowance(Check):
    """Away from the corners, the cutting line runs at each edge's allowance, and it never crosses the stitching line.

    Why: the maker sews at a fixed distance from the raw edge; where the allowance is wrong, so is the finished size.
    How to fix: an edge shorter than the allowances at its two ends leaves no room for its own: make the edge longer or
    the allowance narrower.
    """

    code = "BP105"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every edge whose cutting line is off by 0.05 mm or more, every piece cut inside its stitching line."""
        pieces = _simple(pattern.pieces)
        inside = cover([p.cutting_line for p in pieces], [p.stitching_line for p in pieces], _TOLERANCE)
        for piece, whole in zip(pieces, inside, strict=True):
            if not whole:
                yield self.error(piece.id, words("the cutting line runs inside the stitching line"))
        for piece, edge, distance in _off(pieces):
            meant = piece.allowances[edge.name]
            yield self.error(
                piece.id,
                words(
                    "edge {name} has an allowance of {meant} mm, but is cut {distance} mm away",
                    name=Name(f"{edge.name!r}"),
                    meant=Name(f"{meant:.1f}"),
                    distance=Name(f"{distance:.2f}"),
                ),
            )


def _simple(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces whose outlines can be measured; BP103 reports the others."""
    stitching, cutting = are_valid([p.stitching_line for p in pieces]), are_valid([p.cutting_line for p in pieces])
    return [piece for piece, *valid in zip(pieces, stitching, cutting, strict=True) if all(valid)]


def _off(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Edge, float]]:
    """The edges that are not cut at their allowance, each with the distance at which it is cut."""
    places = [
        (piece, edge, at) for piece in pieces for edge in piece.panel.edges for at in points_at(edge.path, _SHARES)
    ]
    found = distances([piece.cutting_line for piece, _, _ in places], [at for _, _, at in places])
    said: set[tuple[str, str]] = set()
    for (piece, edge, at), distance in zip(places, found, strict=True):
        off = abs(distance - piece.allowances[edge.name]) > _TOLERANCE
        if off and (piece.id, edge.name) not in said and not _near_corner(piece, edge, at):
            said.add((piece.id, edge.name))
            yield piece, edge, distance


def _near_corner(piece: Piece, edge: Edge, at: Point) -> bool:
    reach = _NEAR * max(piece.allowances.values())
    if any(abs(edge.path.point_at(bend) - at) < reach for bend in edge.path.bends):
        return True
    return any(distance_to(other.path, at) < reach for other in piece.panel.edges if other is not edge)
