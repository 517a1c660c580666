"""BP115: nothing is ironed on to what no iron may touch."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.parts.workshop import Workshop
from bagpattern.words import words

_FUSED = ("interfacing", "foam")
"""The slots of what is laid on the shell; padding lies loose between two layers."""


class Heat(Check):
    """An interfacing that is ironed on goes on a cloth that may be ironed hot or at medium heat.

    Why: glue melts at the heat of a medium iron; wax, vinyl and laminates melt before it does, leather shrinks.
    How to fix: a stiffening that is sewn in, or none: such cloths are stiff enough by themselves.
    """

    code = "BP115"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """One finding for every stiffening that would be fused to the wrong cloth."""
        shell = shop.materials["shell"]
        for slot in _FUSED:
            if slot in shop.materials and shop.materials[slot].fusible and shell.iron in ("no", "cool"):
                message = words(
                    '{stiffening} is ironed on, and {cloth} {heat}: choose "none" or a stiffening that is sewn in',
                    stiffening=shop.materials[slot].title.lower(),
                    cloth=shell.title.lower(),
                    heat=words("must not be ironed") if shell.iron == "no" else words("must be ironed cool"),
                )
                yield self.warning(slot, message)
