"""BP108: rings, sliders and swivels fit what goes through them."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.checks import Check
from bagpattern.lengths import over, under
from bagpattern.model.edge import Finish
from bagpattern.model.notion import Notion
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Name
from bagpattern.words import words

_TOO_WIDE = 0.5
"""mm: a strap wider than the bar by this bunches up in a slider [K]."""
_TOO_NARROW = 3.0
"""mm: a strap narrower than the bar by this slips askew and slides through [K]."""


class Hardware(Check):
    """The inner bar of a ring, slider or swivel is as wide as the strap or tab that goes through it.

    Why: hardware is bought, cloth is cut: a strap wider than the bar bunches, a narrower one slips [construction 5.8].
    How to fix: choose a strap width that hardware is sold in, and hardware of that width.
    """

    code = "BP108"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every piece of hardware that does not fit what it threads."""
        for notion in pattern.notions:
            if notion.threads:
                yield from self._misfit(pattern, notion, shop)

    def _misfit(self, pattern: Pattern, notion: Notion, shop: Workshop) -> Iterator[Finding]:
        strap = _strap_width(pattern, notion, shop)
        if strap is None:
            yield self.error(
                notion.id,
                words(
                    "threads {threads}, which is neither a piece nor a bought strap",
                    threads=Name(f"{notion.threads!r}"),
                ),
            )
        elif notion.width is None:
            yield self.error(
                notion.id, words("has no width, but {threads} goes through it", threads=Name(notion.threads))
            )
        elif over(strap, notion.width + _TOO_WIDE):
            yield self.error(
                notion.id,
                words(
                    "is {width} mm wide inside, too narrow for {threads} of {strap} mm",
                    width=Name(f"{notion.width:.1f}"),
                    threads=Name(notion.threads),
                    strap=Name(f"{strap:.1f}"),
                ),
            )
        elif under(strap, notion.width - _TOO_NARROW) and not _is_linked(pattern, notion):
            message = words(
                "is {width} wide inside, loose on {strap} of {across}",
                width=Length(notion.width),
                strap=Name(notion.threads),
                across=Length(strap),
            )
            yield self.warning(notion.id, message)


def _is_linked(pattern: Pattern, hardware: Notion) -> bool:
    """Whether it hangs in the last link of a chain, which slips nowhere."""
    return any(each.kind == "chain" for each in pattern.notions if each.id == hardware.threads)


def _strap_width(pattern: Pattern, hardware: Notion, shop: Workshop) -> float | None:
    """mm across what goes through it: a folded panel, or a bought strap, of the same part as the hardware.

    A maker may call a pocket "belt", and the webbing of the bag's belt has that id, too.
    """
    name = hardware.threads
    if name in pattern.draft and pattern.draft[name].owner == hardware.owner:
        return _finished_width(pattern.draft[name], shop)
    return next((notion.width for notion in pattern.notions if notion.id == name), None)


def _finished_width(panel: Panel, shop: Workshop) -> float:
    """mm across a strip once folded: its end over its layers, less the cloth that each fold takes."""
    ends = [edge.length for edge in panel.edges if edge.finish is not Finish.RAW]
    across = min(ends or [edge.length for edge in panel.edges]) / panel.layers
    return across - shop.thickness(panel.material) if panel.layers > 1 else across
