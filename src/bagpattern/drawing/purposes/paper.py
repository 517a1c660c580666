"""Drawings to print: one sheet, or pages to tape together."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.drawing.model import Drawing
from bagpattern.drawing.options import Options
from bagpattern.drawing.purposes._purpose import Purpose
from bagpattern.drawing.sheets import printed
from bagpattern.errors import InputError, Problem
from bagpattern.model.pattern import Pattern


class Paper(Purpose):
    """The guide, the test squares and every piece with its labels, on the paper that ``--paper`` says."""

    title = "to print"
    formats = ("svg", "json")
    reads = ("paper", "rectangles", "margin", "overlap", "bleed", "one_grid_per_piece")

    def draw(self, pattern: Pattern, options: Options) -> Mapping[str, Drawing]:
        """One drawing a page, numbered."""
        try:
            pages = printed(pattern, options)
        except ValueError as error:
            raise InputError([Problem("", str(error), "--paper")]) from None
        if len(pages) == 1:
            return {"": pages[0]}
        digits = max(2, len(str(len(pages))))
        return {f"{number:0{digits}}": page for number, page in enumerate(pages, 1)}
