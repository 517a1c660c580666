"""BP103: every outline can be cut."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks._check import Check
from bagpattern.geometry.measure import clear_inside, covers_path
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.model.piece import Piece
from bagpattern.parts.workshop import Workshop

_SLACK = 0.05


class Outline(Check):
    """Both outlines of a piece are simple and run counter-clockwise; its lines and holes lie inside the cutting line.

    Why: a line that crosses itself cannot be cut, and one that runs the wrong way has its allowance inside. A mark
    outside the cloth cannot be made.
    How to fix: look at the sizes that made the piece so narrow that its edges meet; move the mark inward.
    """

    code = "BP103"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every outline that is not simple or runs clockwise, every line or hole outside."""
        for piece in pattern.pieces:
            crossed = [self.error(piece.id, message) for message in _outline_faults(piece)]
            yield from crossed
            if not crossed:
                yield from (self.error(piece.id, message) for message in _mark_faults(piece))


def _outline_faults(piece: Piece) -> Iterator[str]:
    for name, area in (("stitching line", piece.stitching_line), ("cutting line", piece.cutting_line)):
        if not area.is_valid:
            yield f"the {name} crosses or touches itself"
        elif area.area <= 0:
            yield f"the {name} encloses nothing"
        elif not area.exterior.is_ccw:
            yield f"the {name} runs clockwise"


def _mark_faults(piece: Piece) -> Iterator[str]:
    for line in piece.panel.lines:
        if not covers_path(piece.cutting_line, line.path, _SLACK):
            yield f"the line {line.name!r} reaches beyond the cutting line"
    for hole in piece.panel.holes:
        if not clear_inside(piece.cutting_line, hole.at, hole.diameter / 2 - _SLACK):
            where = f"at {hole.at.real:.1f}, {hole.at.imag:.1f}"
            yield f"the hole {hole.label!r} {where} reaches beyond the cutting line"
