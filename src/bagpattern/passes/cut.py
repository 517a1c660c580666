"""The cut list: every piece with its cut size, allowance included, so that plain rectangles need no printing."""

from __future__ import annotations

from bagpattern.model.pattern import CutRow, Pattern
from bagpattern.model.piece import Piece
from bagpattern.parts.workshop import Workshop
from bagpattern.values import replace


def cut_list(pattern: Pattern, shop: Workshop) -> Pattern:
    """*pattern* with a row for each piece, in the order of their numbers."""
    pieces = sorted(pattern.pieces, key=lambda piece: piece.number)
    return replace(pattern, cut_list=tuple(_row(piece) for piece in pieces))


def _row(piece: Piece) -> CutRow:
    return CutRow(
        piece=piece.id,
        number=piece.number,
        title=piece.panel.title,
        material=piece.panel.material,
        count=piece.panel.count,
        mirrored=piece.panel.mirrored,
        width=piece.cut_width,
        height=piece.cut_height,
        shape="rectangle" if piece.is_rectangle else "shaped",
    )
