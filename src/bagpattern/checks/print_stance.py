"""BP119: a print that has a top stands upright."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.model.prints import print_told
from bagpattern.parts.workshop import Workshop
from bagpattern.words import series


class PrintStance(Check):
    """A print of which the maker says that it has a top stands upright on every wall of the outside.

    Why: where a piece runs from the front over the base to the back, or a band runs all round, the print goes with it,
    and trees grow downwards on the back [construction 7.10].
    How to fix: a body whose pieces are cut apart at the base or at the sides, another cloth for the band (a style
    line's contrast), or a print that may stand any way up (directional = false).
    """

    code = "BP119"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """One finding for each piece."""
        prints = {each.id for each in pattern.materials if each.printed}
        for piece in pattern.pieces:
            told = series(tuple(print_told(piece.panel)), "; ")
            if piece.panel.material in prints and told:
                yield self.warning(piece.id, told)
