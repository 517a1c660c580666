"""BP112: what is caught in a seam lies within it."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.making.runs import LENGTH_TOLERANCE, sound_seams
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name
from bagpattern.words import words


class CaughtWithin(Check):
    """What is held between the two sides of a seam (a pocket's side, a strap's end) lies within that seam.

    Why: what reaches past the seam's end is sewn to nothing, or lies across the corner.
    How to fix: move the part along the seam, make it shorter, or catch its rest in the next seam.
    """

    code = "BP112"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every caught part that starts before its seam or ends after it."""
        draft = pattern.draft
        for seam in sound_seams(draft):
            length = draft.side_length(seam.a) if seam.caught else 0.0
            for caught in seam.caught:
                end = caught.at + draft.side_length(caught.runs) - caught.ease
                if caught.at < -LENGTH_TOLERANCE or end > length + LENGTH_TOLERANCE:
                    what = ", ".join(dict.fromkeys(run.panel for run in caught.runs)) or "something"
                    yield self.error(
                        seam.id,
                        words(
                            "holds {what} from {at} to {end} mm, but the seam is {length} mm long",
                            what=Name(what),
                            at=Name(f"{caught.at:.1f}"),
                            end=Name(f"{end:.1f}"),
                            length=Name(f"{length:.1f}"),
                        ),
                    )
