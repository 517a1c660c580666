"""BP103: every outline can be cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.checks import Check
from bagpattern.geometry.measure import are_valid, clear_inside, cover_paths, run_left
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.model.piece import Piece
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name, Said
from bagpattern.words import words

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
        faults = list(_outline_faults(pattern.pieces))
        yield from (self.error(piece.id, message) for piece, message in faults)
        faulty = {piece.id for piece, _ in faults}
        sound = [piece for piece in pattern.pieces if piece.id not in faulty]
        yield from (self.error(piece.id, message) for piece, message in _mark_faults(sound))


def _outline_faults(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Said]]:
    for name, outlines in (
        (words("stitching line"), [piece.stitching_line for piece in pieces]),
        (words("cutting line"), [piece.cutting_line for piece in pieces]),
    ):
        valid = zip(are_valid(outlines), run_left(outlines), strict=True)
        for piece, (simple, left) in zip(pieces, valid, strict=True):
            if not simple:
                yield piece, words("the {name} crosses or touches itself", name=name)
            elif not left:
                yield piece, words("the {name} runs clockwise", name=name)


def _mark_faults(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Said]]:
    lines = [(piece, line) for piece in pieces for line in piece.panel.lines]
    inside = cover_paths([piece.cutting_line for piece, _ in lines], [line.path for _, line in lines], _SLACK)
    for (piece, line), held in zip(lines, inside, strict=True):
        if not held:
            yield piece, words("the line {name} reaches beyond the cutting line", name=Name(f"{line.name!r}"))
    for piece in pieces:
        for hole in piece.panel.holes:
            if not clear_inside(piece.cutting_line, hole.at, hole.diameter / 2 - _SLACK):
                where = words("at {real}, {imag}", real=Name(f"{hole.at.real:.1f}"), imag=Name(f"{hole.at.imag:.1f}"))
                yield (
                    piece,
                    words("the hole '{label}' {where} reaches beyond the cutting line", label=hole.label, where=where),
                )
