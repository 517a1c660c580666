"""Drawings to cut by: how the pieces lie on each cloth."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.drawing.cloth.lay import lay_drawings
from bagpattern.drawing.model import Drawing
from bagpattern.drawing.purposes import Purpose
from bagpattern.layout.plans import lays
from bagpattern.layout.saved import recalled
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options


class LayDrawings(Purpose):
    """Each material's plan to scale, with the length of cloth that it takes: the first one, or what is kept of
    ``bagpattern lay``, which betters it."""

    title = "to cut by"
    formats = ("svg",)
    reads = ("plan",)

    def called(self, options: Options) -> str:
        """The same whatever the options."""
        return "lay"

    def draw(self, pattern: Pattern, options: Options) -> Mapping[str, Drawing]:
        """One drawing a material. Raises InputError, naming the pieces, when a cloth is too narrow."""
        return lay_drawings(pattern, recalled(lays(pattern), options.plan))
