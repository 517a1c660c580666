"""All pieces laid out: taken apart, turned, composed and packed, as a value that any paper can be cut from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bagpattern.drawing.model import Item
from bagpattern.drawing.names import Names
from bagpattern.drawing.piece.beside import paper_room, side_label, side_size
from bagpattern.drawing.piece.boards import Board, board
from bagpattern.drawing.piece.compose import Composition, compose
from bagpattern.drawing.piece.details import Details, details, sewn_runs
from bagpattern.drawing.piece.pieces import draw
from bagpattern.geometry.place import Box, Points
from bagpattern.geometry.points import Point, point
from bagpattern.layout.paper.sheet import GAP, Arrangement, Size, arrange, lies_down
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece


class Lying(NamedTuple):
    """One piece, lying as it will be printed, with the room it needs."""

    ground: Board
    composed: Composition

    @property
    def size(self) -> Size:
        """The cutting line's bounds, and the label beside it if that is where the label must stand."""
        left, bottom, right, top = self.composed.bounds
        more, least = side_size(self.ground.details) if self.composed.beside else (0.0, 0.0)
        return Size(right - left + more, max(top - bottom, least))


class Named(NamedTuple):
    """A piece's outlines, one for each size, and what it is called: its number, and that with its name."""

    outlines: list[Points]
    number: str
    name: str


def _named(ground: Board, outlines: list[Points]) -> Named:
    taken = ground.details
    number = str(taken.piece.number or "")
    return Named(outlines, number, f"{number} {taken.tell(taken.piece.panel.title)}".strip())


class Spread(NamedTuple):
    """Every piece with its move; ``width`` and ``height`` in mm, the origin at the lower left."""

    lying: tuple[Lying, ...]
    moves: tuple[Point, ...]
    width: float
    height: float

    def outlines(self) -> list[Points]:
        """The cutting lines as chains of points."""
        pairs = zip(self.lying, self.moves, strict=True)
        return [[p + move for p in outline] for each, move in pairs for outline in each.ground.outlines]

    def named(self) -> list[Named]:
        """The cutting lines of each piece, where they lie, with its number and its name."""
        pairs = zip(self.lying, self.moves, strict=True)
        return [_named(each.ground, _shifted(each.ground.outlines, move)) for each, move in pairs]

    def side_boxes(self) -> list[Box]:
        """The room that was kept for labels beside their pieces."""
        boxes = []
        for each, move in zip(self.lying, self.moves, strict=True):
            if each.composed.beside:
                left, bottom, right, top = _moved(each.composed.bounds, move)
                middle, half = (bottom + top) / 2, each.size.height / 2
                boxes.append((right, middle - half, left + each.size.width, middle + half))
        return boxes

    def items(self, names: Names, by: Point = 0j, fences: Sequence[Points] = ()) -> Iterator[Item]:
        """Every line and text, moved on the sheet *by*; *fences* are lines of the paper that no text may cross."""
        composed = [
            compose(each.ground, _shifted(fences, -move)) if fences else each.composed
            for each, move in zip(self.lying, self.moves, strict=True)
        ]
        for each, move, places in zip(self.lying, self.moves, composed, strict=True):
            yield from draw(each.ground, places, move + by, names)
        yield from (item.moved(by) for item in self._side_labels(composed, names, fences))

    def _side_labels(self, composed: Sequence[Composition], names: Names, fences: Sequence[Points]) -> Iterator[Item]:
        needy = [(places, taken) for places, taken in zip(composed, self._placed(), strict=True) if places.beside]
        if not needy:
            return
        room = paper_room(self.width, self.height, self.outlines(), fences)
        for _, (taken, bounds) in needy:
            yield from side_label(taken, bounds, room, names)

    def _placed(self) -> Iterator[tuple[Details, Box]]:
        """Every piece with the bounds of its cutting line on the sheet."""
        for each, move in zip(self.lying, self.moves, strict=True):
            yield each.ground.details, _moved(each.composed.bounds, move)


def _moved(box: Box, by: Point) -> Box:
    return box[0] + by.real, box[1] + by.imag, box[2] + by.real, box[3] + by.imag


def _shifted(chains: Sequence[Points], by: Point) -> list[Points]:
    return [[p + by for p in chain] for chain in chains]


def lie(pattern: Pattern, left_out: frozenset[str] = frozenset(), widest: float = float("inf")) -> tuple[Lying, ...]:
    """Every piece composed for itself: long strips lie down, others stand as their grain does if their label allows.

    A piece that is cut by another's outline is not drawn again: that other's label asks for it. Nor are those that are
    *left_out*, by id. What would lie wider than the *widest* mm stands.
    """
    runs = sewn_runs(pattern)
    drawn = (piece for piece in pattern.pieces if not piece.panel.same_as and piece.id not in left_out)
    taken = (details(piece, runs.get(piece.id, ()), pattern.step_of, pattern.tell) for piece in drawn)
    return tuple(lying(each, widest) for each in taken)


def lying(taken: Details, widest: float) -> Lying:
    """One piece composed for itself."""
    ground = board(taken, way(taken.piece, widest))
    return Lying(ground, compose(ground))


def way(piece: Piece, widest: float) -> complex:
    """The unit number that turns a piece to lie as it is drawn."""
    size = Size(piece.cut_width, piece.cut_height)
    return -1j if lies_down(size, _lines_stand(piece)) and size.height <= widest else 1 + 0j


def _lines_stand(piece: Piece) -> bool:
    """Whether the inner lines run up the piece rather than across it."""
    spans = [line.path.end - line.path.start for line in piece.panel.lines]
    return sum(abs(span.imag) for span in spans) > sum(abs(span.real) for span in spans)


def spread(lying: tuple[Lying, ...], width: float | None = None, gap: float = GAP) -> Spread:
    """The pieces packed *gap* mm from each other, into *width* mm or the width that suits them."""
    return placed(lying, arrange([each.size for each in lying], width, gap) if lying else Arrangement((), 0.0, 0.0))


def placed(lying: tuple[Lying, ...], arranged: Arrangement) -> Spread:
    """The pieces where an arrangement of their sizes puts them."""
    moves = tuple(place + _corner(each) for place, each in zip(arranged.places, lying, strict=True))
    return Spread(lying, moves, arranged.width, arranged.height)


def _corner(each: Lying) -> Point:
    """What moves the piece's bounds to the origin; a piece lower than its side label stands in the middle of it."""
    left, bottom, _, top = each.composed.bounds
    return point(-left, -bottom + (each.size.height - (top - bottom)) / 2)
