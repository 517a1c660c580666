"""BP107: every piece is large enough to be sewn."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.lengths import under
from bagpattern.model.panel import Role
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.parts.part import LEAST_WIDTH
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name
from bagpattern.words import words


class PieceSize(Check):
    """No piece finishes narrower than {8 mm}, as it is once folded.

    Why: the foot and the feed hold the cloth over about that width; what is narrower wanders, and cannot be turned.
    How to fix: make the piece wider, or make it of webbing, tape or cord.
    """

    code = "BP107"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every piece that is too narrow; stiffening is not sewn by itself."""
        for piece in pattern.pieces:
            left, bottom, right, top = piece.panel.stitching_line.bounds
            width = min(right - left, top - bottom) / piece.panel.layers
            if piece.panel.role is not Role.STIFFENING and under(width, LEAST_WIDTH):
                yield self.error(
                    piece.id,
                    words(
                        "finishes {width} mm wide: under {least_width} mm it cannot be sewn",
                        width=Name(f"{width:.1f}"),
                        least_width=Name(f"{LEAST_WIDTH:.0f}"),
                    ),
                )
