"""Pieces as thumbnails: the list of them, and what is taken for a step."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.booklet.letters import Letters
from bagpattern.drawing.booklet.looks import EARLIER, shape, tone_of
from bagpattern.drawing.booklet.pictures import Cell, Line, Picture, in_columns, ringed
from bagpattern.drawing.columns import Block, paragraph
from bagpattern.drawing.lettering import TIMES
from bagpattern.drawing.model import Item
from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import point
from bagpattern.geometry.scale import scaled
from bagpattern.layout.paper.sheet import Size, lies_down
from bagpattern.model.colourway import slot_words
from bagpattern.model.operation import Sheet
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.said import Said
from bagpattern.words import extent, words

_WIDE, _HIGH = 26.0, 16.0
"""mm, the largest that a thumbnail is."""
_LEAST = 2.0
"""mm: a narrow strip is drawn at least as wide."""
_NUMBER, _ASIDE = 3.0, 7.5


def thumbnail(piece: Piece, mirrored: bool = False, wide: float = _WIDE, high: float = _HIGH) -> Picture:
    """The piece within so many mm, with its cutting and stitching lines; a strip lies down."""
    size = Size(piece.cut_width, piece.cut_height)
    down = lies_down(size)
    long, up = (size.height, size.width) if down else (size.width, size.height)
    scale = min(wide / long, high / up)
    tall = max(up * scale, _LEAST)
    turn = Placement(turn=-1j if down else 1 + 0j, mirrored=mirrored)
    outline = piece.cutting_path.placed(turn)
    left, _, _, top = outline.bounds

    def small(path: Path) -> Path:
        return scaled(path.placed(turn).placed(Placement(-point(left, top))), scale)

    cut = shape(tone_of(piece.panel.material), small(piece.cutting_path))
    return Picture(long * scale, tall, (cut, shape(EARLIER, small(piece.panel.stitching_line))))


def numbered_thumbnail(piece: Piece, high: float = _HIGH) -> Picture:
    """The thumbnail with the piece's number before it; where some copies are mirrored, one of these beside it."""
    wide = _WIDE if not piece.panel.mirrored else _WIDE / 2
    one = thumbnail(piece, wide=wide, high=high)
    pictures = [one, thumbnail(piece, True, wide, high)] if piece.panel.mirrored else [one]
    items, x = list[Item](), _ASIDE
    for each in pictures:
        items += each.at(point(x, 0))
        x += each.width + 1.5
    middle = point(_ASIDE / 2 - 0.5, -max(one.height / 2, _NUMBER))
    return Picture(x, max(one.height, 2 * _NUMBER), (*items, *ringed(piece.number, middle, _NUMBER)))


def pieces(pattern: Pattern, letters: Letters, width: float) -> Iterator[Block]:
    """Every piece with its number, its material, its count and its size."""
    tell = pattern.tell
    yield paragraph(tell(words("The pieces")), letters.title, bold=True, after=2.0, keeps=True)
    yield from in_columns(listed(pattern), 3, letters, width, grown=True)


def listed(pattern: Pattern) -> list[Cell]:
    """A cell for each piece, by their numbers."""
    return [_cell(pattern, each) for each in sorted(pattern.pieces, key=lambda each: each.number)]


def _cell(pattern: Pattern, piece: Piece) -> Cell:
    tell, panel = pattern.tell, piece.panel
    told = words("{slot}, {count}", slot=slot_words(panel.material), count=_count(piece))
    size = extent(piece.cut_width, piece.cut_height, times=f" {TIMES} ")
    return Cell(numbered_thumbnail(piece), (Line(tell(piece.called), bold=True), Line(tell(told)), Line(tell(size))))


def _count(piece: Piece) -> Said:
    panel = piece.panel
    if panel.mirrored:
        return words("cut {plain} and {mirrored} mirrored", plain=panel.count - panel.mirrored, mirrored=panel.mirrored)
    return words("cut {count}", count=panel.count)


def named_pieces(pattern: Pattern, sheets: Iterator[Sheet]) -> dict[str, int]:
    """How many copies of each piece some sheets are; every copy counts where none is named."""
    found: dict[str, set[int]] = {}
    for each in sheets:
        if each.panel in pattern:
            every = range(1, pattern[each.panel].panel.count + 1)
            found.setdefault(each.panel, set()).update([each.copy] if each.copy else every)
    return {name: len(copies) for name, copies in found.items()}
