"""BP118: a colourway speaks of what the bag is made of."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.errors import named
from bagpattern.model.colourway import slot_of
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.parts.workshop import Workshop
from bagpattern.words import words


class Coloured(Check):
    """A colourway speaks of cloths and bought things that the bag has.

    Why: whoever buys by the list looks in vain for the contrast cloth in mustard.
    How to fix: take the colour out, or give the bag what it is for (materials.contrast, straps of webbing).
    """

    code = "BP118"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every colour of something that the bag does not have."""
        cut = {piece.panel.material for piece in pattern.pieces}
        there = cut | {slot_of(notion.kind) for notion in pattern.notions}
        for each in pattern.colourways:
            unused = [slot for slot in each.colours if slot not in there]
            if unused:
                lacking = named(f"{slot} ({each.colours[slot]})" for slot in unused)
                has = named(slot for slot in each.slots() if slot in there)
                yield self.warning(
                    each.name,
                    words(
                        "colours what this bag does not have: {lacking}; it has {has}",
                        lacking=lacking,
                        has=has,
                    ),
                )
