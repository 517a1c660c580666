"""Colour cards: the bag in each of its colourways."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.drawing.cards.colour_card import colour_card
from bagpattern.drawing.model import Drawing
from bagpattern.drawing.purposes import Purpose
from bagpattern.drawing.views.colours import colourways_named
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.parameters import slug


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
        wanted = colourways_named(pattern, options.colourway)
        return {f"colourway-{slug(each.name)}": colour_card(pattern, each) for each in wanted}
