"""BP125: a loop that the bag is carried by reaches over what closes it."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.lengths import under
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.model.strap import LEAST_HAND, Strap
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Rounding
from bagpattern.words import words


class Loops(Check):
    """Handles leave room for a hand above the closed bag.

    Why: a handle is measured from the rim that holds it. A collar stands above that; a hand takes 60 mm more [K].
    How to fix: a larger handles.drop, or neither it nor handles.length (the rule knows the collar), or a lower collar.
    """

    code = "BP125"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every loop that is too short."""
        found = [(each.id, each.strap) for each in pattern.draft.panels]
        found += [(each.id, each.strap) for each in pattern.notions]
        for name, strap in found:
            if strap is not None and strap.drop is not None:
                yield from self._short(name, strap, strap.drop)

    def _short(self, name: str, strap: Strap, drop: float) -> Iterator[Finding]:
        if strap.over and under(drop, strap.over + LEAST_HAND):
            message = words(
                "rises {drop} above the rim, where the closed bag rises {over}, and a hand does not go in: make the "
                "drop at least {least}, or leave it and the length out",
                drop=Length(drop),
                over=Length(strap.over),
                least=Length(strap.over + LEAST_HAND, rounding=Rounding.UP),
            )
            yield self.warning(name, message)
