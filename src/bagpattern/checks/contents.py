"""BP116: what the bag is to hold goes into it, and the bag is deep enough for all of it together."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.lengths import under
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.parts.holding.contents import MAIN, grown
from bagpattern.parts.holding.stowing import Shown, Stowed, sticking_out, stowed
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Name, Said
from bagpattern.words import at_least, series, words

_BAG = "the bag itself"
"""The subject of what is said of no pocket."""


class Contents(Check):
    """What the bag is to hold goes into it, all of it together.

    Why: a bag that is full to the seams bulges, and its zip is forced.
    How to fix: hold less, make the bag as much larger as the message says, or write dimensions = "from contents".
    """

    code = "BP116"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Everything in the bag itself that does not go in, and every pocket whose things leave too little depth."""
        told: set[tuple[str, Said]] = set()
        for each in stowed(pattern.draft):
            message = _misfit(each)
            subject = _BAG if each.stand.space.id == MAIN else each.stand.space.id
            messages = [message] if message is not None else []
            for more in (*messages, *map(_covers, sticking_out(pattern.draft, each.stand))):
                if (subject, more) not in told:
                    told.add((subject, more))
                    yield self.warning(subject, more)


def _covers(shown: Shown) -> Said:
    return words(
        "lets the {things} stick out over the {part} above it: move one of the two by {bound}",
        things=shown.titles,
        part=Name(shown.part),
        bound=at_least(shown.over),
    )


def _misfit(each: Stowed) -> Said | None:
    space = each.stand.space
    if space.id == MAIN and each.stand.missing:
        wanting = each.stand.wanting
        more = series((grown(key, wanting[key]) for key in each.stand.missing), ", ")
        return words("does not take all that it is to hold: it would have to be {more}", more=more)
    if each.behind is not None and under(each.behind, 0.0):
        what = words("compartment") if space.faces else words("bag")
        return words(
            "lies on so much else that the {what} would have to be {behind} deeper",
            what=what,
            behind=Length(-each.behind),
        )
    return None
