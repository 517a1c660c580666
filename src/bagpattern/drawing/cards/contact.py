"""A contact sheet: a small picture of each of many things, with its name and a line of help, for choosing."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from bagpattern.drawing.cards.shown import Shown
from bagpattern.drawing.lettering import LEADING, text_width, wrapped
from bagpattern.drawing.model import Drawing, Item, Look, Shape, Text, layered
from bagpattern.drawing.names import Names
from bagpattern.drawing.strokes import box_path, cross_at
from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point, point
from bagpattern.geometry.scale import scaled
from bagpattern.language import PLAIN, Teller
from bagpattern.layout.paper.sheet import Arrangement, Size, arrange, lies_down
from bagpattern.model.piece import Piece
from bagpattern.units import number

MARGIN = 10.0
_CELL = 132.0, 118.0
_GAP = 8.0
_PAD = 4.0
_TITLE, _TEXT, _SMALL = 5.0, 3.2, 2.6
_HEAD = 9.0
_ASIDE = 44.0
"""mm of a cell for pieces beside a bag."""
_HOLE = 1.5
"""mm on the sheet: half of the cross that marks a hole."""
_SCALES = (1.0, 2.0, 2.5, 4.0, 5.0, 6.0, 8.0, 10.0, 15.0, 20.0, 25.0, 40.0)


class Cell(NamedTuple):
    """One thing: its name, a line of help, the bag and the pieces that show it, and a note below them."""

    title: str
    help: str
    pieces: tuple[Piece, ...]
    note: str = ""
    shown: Shown | None = None


def contact_sheet(title: str, cells: Sequence[Cell], columns: int = 3) -> Drawing:
    """Every cell in rows of *columns*, each at the largest scale that fits it."""
    across, up = _CELL[0] + _GAP, _CELL[1] + _GAP
    rows = math.ceil(len(cells) / columns)
    width, height = columns * across - _GAP + 2 * MARGIN, rows * up - _GAP + _HEAD + 2 * MARGIN
    names = Names()
    items: list[Item] = [Text(MARGIN, height - MARGIN - _TITLE, 7.0, title, bold=True)]
    for index, cell in enumerate(cells):
        row, column = divmod(index, columns)
        corner = point(MARGIN + column * across, height - MARGIN - _HEAD - row * up - _CELL[1])
        items += _drawn(cell, corner, names, index)
    return Drawing(width, height, layered(items), title=title, name=title, styles=_styles(cells))


def card(cell: Cell, width: float, height: float) -> Drawing | None:
    """The bag of a cell alone, or its pieces where it has no bag, in so many mm; None where it has neither."""
    names = Names()
    if cell.shown is not None:
        bag = cell.shown.fitted(width, height, 0)
        return Drawing(width, bag.height, layered([*bag.items(1j * bag.height, names)]), styles=_styles([cell]))
    if not cell.pieces:
        return None
    placed = PlacedPieces(cell.pieces, width, height)
    return Drawing(width, height, layered([*placed.items(0j, names)]))


def _drawn(cell: Cell, corner: Point, names: Names, place: int) -> Iterator[Item]:
    """One cell, its lower left corner at *corner*: words above and below, the bag and the pieces between."""
    left, inside = corner.real + _PAD, _CELL[0] - 2 * _PAD
    low, high = corner.imag, corner.imag + _CELL[1]
    yield Shape(names(cell.title, "frame"), "frame", (box_path(corner.real, low, corner.real + _CELL[0], high),))
    y = high - _PAD - _TITLE
    size = min(_TITLE, _TITLE * inside / text_width(cell.title, _TITLE, bold=True))
    yield Text(left, y, size, cell.title, bold=True)
    for line in wrapped(cell.help, inside, _TEXT):
        y -= _TEXT * LEADING
        yield Text(left, y, _TEXT, line)
    notes = wrapped(f"1:{_SCALES[-1]:.1f}. {cell.note}" if cell.pieces else cell.note, inside, _SMALL)
    foot = low + _PAD + len(notes) * _SMALL * LEADING
    corner, room = point(left, foot + _SMALL * LEADING), y - _PAD - foot - _SMALL * LEADING
    placed = _placed(cell, inside, room)
    aside = _ASIDE if placed else 0.0
    if cell.shown is not None:
        bag = cell.shown.fitted(inside - aside, room, place)
        yield from bag.items(corner + 1j * (room + bag.height) / 2, names)
        corner += inside - aside
    if placed is not None:
        yield from placed.items(corner, names)
    notes = wrapped(f"1:{number(placed.scale)}. {cell.note}" if placed is not None else cell.note, inside, _SMALL)
    for count, line in enumerate(reversed(notes)):
        yield Text(left, low + _PAD + count * _SMALL * LEADING, _SMALL, line)


def _placed(cell: Cell, width: float, height: float) -> PlacedPieces | None:
    """The pieces of a cell, beside its bag if there is one; the first ones, where more do not stand there."""
    if cell.shown is None:
        return PlacedPieces(cell.pieces, width, height) if cell.pieces else None
    for count in range(len(cell.pieces), 0, -1):
        placed = PlacedPieces(cell.pieces[:count], _ASIDE, height)
        if placed.arranged.height <= height and placed.arranged.width <= _ASIDE:
            return placed
    return None


def _styles(cells: Sequence[Cell]) -> dict[str, Look]:
    shown = ((number, cell.shown) for number, cell in enumerate(cells) if cell.shown is not None)
    return {role: look for number, each in shown for role, look in each.looks(number).items()}


Looks = Callable[[Piece], tuple[str, str]]


def _plain(piece: Piece) -> tuple[str, str]:
    return "laid", ""


class PlacedPieces:
    """Pieces side by side, each with its name below it, at the largest scale at which they fit.

    *looks* gives the roles of a piece's cutting line and of the lines inside it.
    """

    def __init__(
        self, pieces: Sequence[Piece], width: float, height: float, looks: Looks = _plain, tell: Teller = PLAIN
    ) -> None:
        self.pieces, self.looks, self.tell = pieces, looks, tell
        for scale in _SCALES:
            self.scale, self.arranged = scale, self._arranged(scale, width)
            if self.arranged.width <= width and self.arranged.height <= height:
                break
        self.spare = point((width - self.arranged.width) / 2, (height - self.arranged.height) / 2)

    def _arranged(self, scale: float, width: float) -> Arrangement:
        return arrange([self._size(piece, scale) for piece in self.pieces], width)

    def _size(self, piece: Piece, scale: float) -> Size:
        wide, high = _lying(piece)
        return Size(max(wide / scale, text_width(self._name(piece), _SMALL)), high / scale + _SMALL * LEADING)

    def _name(self, piece: Piece) -> str:
        count = f" x {piece.panel.count}" if piece.panel.count > 1 else ""
        return f"{self.tell(piece.panel.title)}{count}"

    def items(self, corner: Point, names: Names) -> Iterator[Item]:
        """The outlines and inner lines, and the names."""
        for piece, place in zip(self.pieces, self.arranged.places, strict=True):
            at, size = corner + self.spare + place, self._size(piece, self.scale)
            yield Text(at.real + size.width / 2, at.imag, _SMALL, self._name(piece), "middle", piece=piece.id)
            left, bottom, _, _ = piece.cutting_line.bounds
            wide = _lying(piece).width
            down = wide != piece.cut_width
            turn, low = (-1j, point(bottom, -piece.cut_width - left)) if down else (1 + 0j, point(left, bottom))
            move = at + point((size.width - wide / self.scale) / 2, _SMALL * LEADING) - low / self.scale
            yield from self._outlines(piece, Placement(move, turn), names)

    def _outlines(self, piece: Piece, move: Placement, names: Names) -> Iterator[Item]:
        def small(path: Path) -> Path:
            return scaled(path, 1 / self.scale).placed(move)

        cut, inner = self.looks(piece)
        title = self.tell(piece.panel.title)
        yield Shape(names(piece.id, "cut"), cut, (small(piece.cutting_path),), piece.id, title)
        yield Shape(names(piece.id, "stitch"), inner or "leader", (small(piece.panel.stitching_line),), piece.id)
        for line in piece.panel.lines:
            role = inner or line.kind.value
            yield Shape(names(piece.id, line.name), role, (small(line.path),), piece.id, line.name)
        for hole in piece.panel.holes:
            cross = tuple(map(small, cross_at(hole.at, _HOLE * self.scale)))
            yield Shape(names(piece.id, "hole"), "drill", cross, piece.id, self.tell(hole.label))


def _lying(piece: Piece) -> Size:
    """mm across and up; a strip lies down."""
    size = Size(piece.cut_width, piece.cut_height)
    return Size(size.height, size.width) if lies_down(size) else size
