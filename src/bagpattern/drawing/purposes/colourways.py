"""Colour cards: the bag in each of its colourways."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.drawing.cards.colour_card import colour_card
from bagpattern.drawing.model import Drawing
from bagpattern.drawing.purposes import Purpose
from bagpattern.errors import InputError, Problem, did_you_mean, quoted
from bagpattern.model.colourway import Colourway
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.parameters import slug
from bagpattern.said import Name
from bagpattern.words import words


class Colourways(Purpose):
    """A card for each colourway: its cloths and trimmings, and all pieces in their colours."""

    title = "to choose colours by"
    formats = ("svg",)
    reads = ("colourway",)

    def called(self, options: Options) -> str:
        """The same whatever the options."""
        return "colourways"

    def draw(self, pattern: Pattern, options: Options) -> Mapping[str, Drawing]:
        """One drawing a colourway. Raises InputError for a colourway that the pattern does not have."""
        if options.colourway is None and not pattern.colourways:
            return {"colourways": colour_card(pattern, None)}
        return {f"colourway-{slug(each.name)}": colour_card(pattern, each) for each in wanted(pattern, options)}


def wanted(pattern: Pattern, options: Options) -> tuple[Colourway, ...]:
    """All colourways, or the one that is asked for. Raises InputError when the pattern does not have it."""
    wanted = options.colourway
    found = tuple(each for each in pattern.colourways if wanted is None or slug(each.name) == slug(wanted))
    if not found and wanted is not None:
        known = [each.name for each in pattern.colourways]
        advice = did_you_mean(wanted, known) or words(": it has none; write [[colourways]]")
        raise InputError(
            [
                Problem(
                    "colourway",
                    words(
                        "{name} has no colourway {wanted}{advice}",
                        name=Name(pattern.name),
                        wanted=quoted(wanted),
                        advice=advice,
                    ),
                )
            ]
        )
    return found
