"""All pieces laid out: taken apart, turned, composed and packed, as a value that any paper can be cut from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bagpattern.drawing.beside import paper_room, side_label, side_size
from bagpattern.drawing.compose import Board, Composition, board, compose
from bagpattern.drawing.details import details, sewn_runs
from bagpattern.drawing.model import Item
from bagpattern.drawing.names import Names
from bagpattern.drawing.pieces import draw
from bagpattern.geometry.place import Points
from bagpattern.geometry.points import Point, point
from bagpattern.layout.sheet import Arrangement, Size, arrange, lies_down
from bagpattern.model.pattern import Pattern


@dataclass(frozen=True)
class Lying:
    """One piece, lying as it will be printed, with the room it needs."""

    ground: Board
    composed: Composition

    @property
    def size(self) -> Size:
        """The cutting line's bounds, and the label beside it if that is where the label must stand."""
        left, bottom, right, top = self.composed.bounds
        more, least = side_size(self.ground.details.piece) if self.composed.beside else (0.0, 0.0)
        return Size(right - left + more, max(top - bottom, least))


@dataclass(frozen=True)
class Spread:
    """Every piece with its move; ``width`` and ``height`` in mm, the origin at the lower left."""

    lying: tuple[Lying, ...]
    moves: tuple[Point, ...]
    width: float
    height: float

    def outlines(self) -> list[Points]:
        """The cutting lines as chains of points."""
        return [
            [p + move for p in each.ground.cut] for each, move in zip(self.lying, self.moves, strict=True)
        ]

    def items(self, names: Names, by: Point = 0j, fences: Sequence[Points] = ()) -> Iterator[Item]:
        """Every line and text, moved on the sheet *by*; *fences* are lines of the paper that no text may cross."""
        for each, move in zip(self.lying, self.moves, strict=True):
            composed = compose(each.ground, _shifted(fences, -move)) if fences else each.composed
            yield from draw(each.ground, composed, move + by, names)
        yield from (item.moved(by) for item in self._side_labels(names, fences))

    def _side_labels(self, names: Names, fences: Sequence[Points]) -> Iterator[Item]:
        needy = [(each, move) for each, move in zip(self.lying, self.moves, strict=True) if each.composed.beside]
        if not needy:
            return
        room = paper_room(self.width, self.height, self.outlines(), fences)
        for each, move in needy:
            left, bottom, right, top = each.composed.bounds
            bounds = (left + move.real, bottom + move.imag, right + move.real, top + move.imag)
            yield from side_label(each.ground.details.piece, bounds, room, names)


def _shifted(chains: Sequence[Points], by: Point) -> list[Points]:
    return [[p + by for p in chain] for chain in chains]


def lie(pattern: Pattern) -> tuple[Lying, ...]:
    """Every piece composed for itself: long strips lie down, all others stand as their grain does."""
    runs = sewn_runs(pattern)
    boards = (
        board(details(piece, runs.get(piece.id, ()), pattern.step_of), _turn(piece.cut_width, piece.cut_height))
        for piece in pattern.pieces
    )
    return tuple(Lying(each, compose(each)) for each in boards)


def _turn(width: float, height: float) -> complex:
    return -1j if lies_down(Size(width, height)) else 1 + 0j


def spread(lying: tuple[Lying, ...], width: float | None = None) -> Spread:
    """The pieces packed, into *width* mm or the width that suits them."""
    arranged = arrange([each.size for each in lying], width) if lying else Arrangement((), 0.0, 0.0)
    moves = tuple(place + _corner(each) for place, each in zip(arranged.places, lying, strict=True))
    return Spread(lying, moves, arranged.width, arranged.height)


def _corner(each: Lying) -> Point:
    """What moves the piece's bounds to the origin; a piece lower than its side label stands in the middle of it."""
    left, bottom, _, top = each.composed.bounds
    return point(-left, -bottom + (each.size.height - (top - bottom)) / 2)
