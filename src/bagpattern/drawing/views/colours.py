"""The colours in which a bag is shown: those of a colourway, or those that its materials usually have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bagpattern.drawing.views.prints import SECOND
from bagpattern.errors import InputError, Problem, did_you_mean, quoted
from bagpattern.parameters import slug
from bagpattern.said import Name
from bagpattern.sewn.appearance import appearances
from bagpattern.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bagpattern.model.colourway import Colourway
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.appearance import Appearance


def colours_shown(pattern: Pattern, colourway: str | None) -> Mapping[str, str]:
    """'#c4b292' by slot or stuff; without a name those of the first colourway, if there is one.

    Raises InputError for a colourway that the pattern does not have.
    """
    looks = looks_shown(pattern, colourway)
    seconds = {f"{slot}{SECOND}": look.second for slot, look in looks.items() if look.second}
    return {slot: look.colour for slot, look in looks.items()} | seconds


def looks_shown(pattern: Pattern, colourway: str | None) -> Mapping[str, Appearance]:
    """Likewise all of how each looks."""
    named = colourways_named(pattern, colourway)
    return appearances(pattern, named[0] if named else None)


def colourways_named(pattern: Pattern, wanted: str | None) -> tuple[Colourway, ...]:
    """All colourways, or the one that is asked for. Raises InputError when the pattern does not have it."""
    found = tuple(each for each in pattern.colourways if wanted is None or slug(each.name) == slug(wanted))
    if wanted is None or found:
        return found
    advice = did_you_mean(wanted, [each.name for each in pattern.colourways])
    gaps = {"name": Name(pattern.name), "wanted": quoted(wanted)}
    told = words("{name} has no colourway {wanted}{advice}", **gaps, advice=advice or _NONE)
    raise InputError([Problem("colourway", told)])


_NONE = words(": it has none; write [[colourways]]")
