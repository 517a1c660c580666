"""Quilting: panels that are cut larger, quilted on wadding, and trimmed to their cutting lines."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.errors import Problem, did_you_mean, quoted, raise_together
from bagpattern.model.panel import Panel, Role
from bagpattern.model.pattern import Pattern
from bagpattern.parts.workshop import Workshop
from bagpattern.values import replace
from bagpattern.words import words

LARGER = 25.0
"""mm all round: quilting draws cloth in, the more the closer its lines are, and shifts its edges; bag makers leave an
inch [K]."""
_WALLS = (Role.BODY, Role.LINING, Role.POCKET)
"""What is quilted with its material, and flaps: not strips, which are folded, nor small parts of closures."""


def quilt(pattern: Pattern, shop: Workshop) -> Pattern:
    """*pattern* with those panels quilted that are named, alone or with all of their material.

    Raises InputError for names of none.
    """
    names = shop.finishing.quilted
    if not names:
        return pattern
    raise_together(_unknown(pattern, names))
    wanted = {*names}
    panels = tuple(replace(each, quilted=LARGER) if wanted & {*_names(each)} else each for each in pattern.draft.panels)
    return replace(pattern, draft=replace(pattern.draft, panels=panels))


def _names(panel: Panel) -> tuple[str, ...]:
    """Its own, that of the panel that it was divided from, and its material's; none of what is not quilted."""
    if panel.role in _WALLS or (panel.facets and panel.role is not Role.OTHER):
        return panel.id, panel.origin, panel.material
    return ()


def _unknown(pattern: Pattern, names: tuple[str, ...]) -> Iterator[Problem]:
    known = {name for each in pattern.draft.panels for name in _names(each)}
    for name in names:
        if name not in known:
            message = words(
                "nothing that can be quilted is called {name}{advice}",
                name=quoted(name),
                advice=did_you_mean(name, known),
            )
            yield Problem("finishing.quilted", message)
