"""BP101: the two sides of a seam are equally long."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.making.runs import LENGTH_TOLERANCE, sound_seams
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.parts.workshop import Workshop
from bagpattern.said import NOTHING, Name
from bagpattern.words import words


class SeamLength(Check):
    """Both sides of a seam have the same length on the stitching line, but for the ease that is meant.

    Why: what is longer puckers or is cut off by eye, and the bag twists. Perimeters are matched on the stitching line,
    never on the raw edge [construction 1.3].
    How to fix: measure the longer panel and draft the other from that length, or say the difference as the seam's ease.
    """

    code = "BP101"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every seam whose sides differ by 0.1 mm or more beyond its ease."""
        draft = pattern.draft
        for seam in sound_seams(draft):
            one, other = draft.side_length(seam.a), draft.side_length(seam.b)
            off = other - one - seam.ease
            if abs(off) > LENGTH_TOLERANCE:
                longer = words("second") if off > 0 else words("first")
                eased = Name(f"{seam.ease:.1f}")
                yield self.error(
                    seam.id,
                    words(
                        "the sides are {one} and {other} mm{eased}: the {longer} is {off} mm too long",
                        one=Name(f"{one:.1f}"),
                        other=Name(f"{other:.1f}"),
                        eased=words(" with {ease} mm ease", ease=eased) if seam.ease else NOTHING,
                        longer=longer,
                        off=Name(f"{abs(off):.1f}"),
                    ),
                )
