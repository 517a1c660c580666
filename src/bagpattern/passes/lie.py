"""How strips lie on the cloth: along it or across it, where the maker decides; else either way, as takes less of it."""

from __future__ import annotations

from bagpattern.model.panel import Lie, Panel
from bagpattern.model.pattern import Pattern
from bagpattern.parts.workshop import Workshop
from bagpattern.values import replace

_GRAIN = {Lie.LENGTHWISE: 1j, Lie.CROSSWISE: 1 + 0j}


def lie(pattern: Pattern, shop: Workshop) -> Pattern:
    """*pattern* with the grain of its folded strips as the maker wants it."""
    wanted = Lie(shop.finishing.strips)
    if wanted is Lie.EITHER:
        return pattern
    panels = tuple(_lying(each, wanted) if each.either else each for each in pattern.draft.panels)
    return replace(pattern, draft=replace(pattern.draft, panels=panels))


def _lying(panel: Panel, wanted: Lie) -> Panel:
    """A strip is drafted along its length: its grain is that, or a quarter turn from it."""
    return replace(panel, grain=_GRAIN[wanted], lie=wanted)
