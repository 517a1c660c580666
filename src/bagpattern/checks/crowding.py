"""BP117: straps and tabs that are caught in a seam keep clear of everything else that is bulky there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.checks import Check
from bagpattern.making.runs import sound_seams
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.model.seam import SURFACE_ONLY
from bagpattern.parts.sewing.free_places import CLEAR, Bulk, bulks
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Said
from bagpattern.words import at_least, words

_EDGE = 0.5
"""mm of what is wanted that nobody misses."""


class Crowding(Check):
    """Straps and tabs in a seam lie {15 mm} or more from the edges of pockets, from style lines and from each other.

    Why: where bulky places meet, the foot climbs, the needle breaks and the seam is pulled.
    How to fix: move the tab or the other part along the seam, by as much as the message says.
    """

    code = "BP117"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every strap or tab with something bulky too near to it, which may have come after it."""
        told: set[tuple[str, Said]] = set()
        for seam in sound_seams(pattern.draft):
            if seam.caught and seam.kind not in SURFACE_ONLY:
                found = list(bulks(pattern.draft, seam))
                for tab, message in _crowded(found):
                    if (tab, message) not in told:
                        told.add((tab, message))
                        yield self.warning(tab, message)


def _crowded(found: Sequence[Bulk]) -> Iterator[tuple[str, Said]]:
    for tab in (each for each in found if each.strap):
        for other in (each for each in found if each.part and not _same(each, tab)):
            gap = max(other.low - tab.high, tab.low - other.high, 0.0)
            if gap < CLEAR - _EDGE:
                message = words(
                    "lies {gap} from {name}, where two bulky places keep {clear}: move one of them by {bound}",
                    gap=Length(gap),
                    name=other.name,
                    clear=Length(CLEAR),
                    bound=at_least(CLEAR - gap),
                )
                yield tab.strap, message


def _same(one: Bulk, other: Bulk) -> bool:
    """Whether these are layers of one tab: they lie on each other."""
    return one.strap == other.strap and one.low < other.high + _EDGE and other.low < one.high + _EDGE
