"""Boards: a piece lying as on the sheet, with all its lines, on which the places of texts are sought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bagpattern.drawing.piece.details import Details
from bagpattern.geometry.path import Path
from bagpattern.geometry.place import Box, Points, bounds_of
from bagpattern.geometry.points import Point
from bagpattern.model.marks import LineKind

COARSE = 0.3
"""mm: how far an obstacle may be flattened; less than the clearance round every text."""


class Version(NamedTuple):
    """One size of a piece that lies in others, moved by ``shift`` from its own place to where they meet."""

    size: str
    label: str
    ground: Board
    shift: Point

    def moved(self, chain: Points) -> Points:
        """Some of its points where they lie among the other sizes."""
        return [p + self.shift for p in chain]


class Board(NamedTuple):
    """A piece lying as on the sheet, its lines flattened: the ground on which places are sought.

    Where several sizes lie in each other, it is the smallest, which all text keeps within, and ``versions`` are all.
    """

    details: Details
    turn: complex
    cut: Points
    needle: Points
    lines: Sequence[Points]
    versions: tuple[Version, ...] = ()

    @property
    def outlines(self) -> list[Points]:
        """The cutting line, or those of all sizes."""
        return [each.moved(each.ground.cut) for each in self.versions] or [self.cut]

    @property
    def bounds(self) -> Box:
        """Of the cutting lines."""
        return bounds_of([p for outline in self.outlines for p in outline])

    @property
    def ink(self) -> Iterator[Points]:
        """Every line, of every size."""
        yield from self.outlines
        yield from self.lines
        for each in self.versions:
            yield from map(each.moved, each.ground.lines)

    @property
    def slits(self) -> Iterator[Points]:
        """What is cut out of the piece, of every size."""
        for line in self.details.piece.panel.lines:
            if line.kind is LineKind.SLIT:
                yield [p * self.turn for p in line.path.flattened(COARSE)]
        for each in self.versions:
            yield from map(each.moved, each.ground.slits)


def board(details: Details, turn: complex) -> Board:
    """The piece turned by the unit number *turn*."""

    def flat(path: Path) -> Points:
        return [p * turn for p in path.flattened(COARSE)] if turn != 1 else path.flattened(COARSE)

    return Board(
        details, turn, flat(details.piece.cutting_path), flat(details.needle), [flat(path) for path in details.paths]
    )
