"""Drawings to cut by: how the pieces lie on each cloth."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.drawing.lay import lay_drawing
from bagpattern.drawing.model import Drawing
from bagpattern.drawing.options import Options
from bagpattern.drawing.purposes._purpose import Purpose
from bagpattern.layout.plans import lays
from bagpattern.model.pattern import Pattern


class Lay(Purpose):
    """Each material's first plan to scale, with the length of cloth that it takes; ``bagpattern lay`` betters it."""

    title = "to cut by"
    formats = ("svg",)

    def draw(self, pattern: Pattern, options: Options) -> Mapping[str, Drawing]:
        """One drawing a material. Raises InputError, naming the pieces, when a cloth is too narrow."""
        return {f"lay-{each.cloth.material}": lay_drawing(pattern, each) for each in lays(pattern)}
