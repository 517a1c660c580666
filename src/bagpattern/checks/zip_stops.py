"""BP109: a zip's slider stays clear of the seams across its ends."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.lengths import over, under
from bagpattern.making.runs import sound_seams
from bagpattern.model.notion import Notion
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.model.seam import Seam, SeamKind
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name, Said
from bagpattern.words import words

CLEAR = 6.0
"""mm from a zip's stop to the seam across its end, at the least [construction 3.3, 3.4]."""


class ZipStops(Check):
    """A zip opens, and its stops lie {6 mm} or more from the seams that cross its ends.

    Why: a needle that meets a tooth or a metal stop breaks, and a slider needs room to turn.
    How to fix: a shorter opening, longer tabs over the zip's ends, or a longer zip band.
    """

    code = "BP109"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every zip without an opening, longer than its seam allows, or missing from the shopping list."""
        zips = {notion.id: notion for notion in pattern.notions if notion.kind == "zip"}
        for notion in zips.values():
            yield from (self.error(notion.id, message) for message in _faults(notion))
        for seam in sound_seams(pattern.draft):
            if seam.kind is SeamKind.ZIP:
                message = _misfit(seam, zips, pattern.draft.side_length(seam.a))
                if message is not None:
                    yield self.error(seam.id, message)


def _faults(notion: Notion) -> Iterator[Said]:
    if notion.opening is None or notion.opening <= 0:
        yield words("does not open: its slider runs {at} mm", at=Name(f"{notion.opening or 0:.1f}"))
    elif notion.length is not None and under(notion.length, notion.opening):
        yield words(
            "opens {opening} mm but is {length} mm long",
            opening=Name(f"{notion.opening:.1f}"),
            length=Name(f"{notion.length:.1f}"),
        )


def _misfit(seam: Seam, zips: dict[str, Notion], length: float) -> Said | None:
    if seam.zip is None:
        return words("is sewn to a zip, but names none")
    if seam.zip not in zips:
        return words(
            "is to be sewn with the zip {zip}, which is not among the things to buy", zip=Name(f"{seam.zip!r}")
        )
    opening, most = zips[seam.zip].opening or 0.0, length - 2 * CLEAR
    if over(opening, most):
        return words(
            "opens {opening} mm in a seam of {length} mm: {most} mm leave {clear} mm at either end",
            opening=Name(f"{opening:.1f}"),
            length=Name(f"{length:.1f}"),
            most=Name(f"{most:.1f}"),
            clear=Name(f"{CLEAR:.0f}"),
        )
    return None
