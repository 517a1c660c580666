"""Drawings to print: one sheet, or pages to tape together."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.drawing.model import Drawing
from bagpattern.drawing.paper.sheets import on_paper
from bagpattern.drawing.paper.subject import Subject
from bagpattern.drawing.purposes import Sheets
from bagpattern.errors import InputError, Problem
from bagpattern.options import Options


class Paper(Sheets):
    """The guide, the test squares and every piece with its labels, on the paper that ``--paper`` says."""

    title = "to print"
    formats = ("svg", "json")
    reads = ("paper", "rectangles", "margin", "overlap", "bleed", "one_grid_per_piece", "figures", "link")

    def drawn(self, subject: Subject, options: Options) -> Mapping[str, Drawing]:
        """One drawing a page, numbered."""
        try:
            pages = on_paper(subject, options)
        except ValueError as error:
            raise InputError([Problem("paper", str(error))]) from None
        if len(pages) == 1:
            return {"": pages[0]}
        digits = max(2, len(str(len(pages))))
        return {f"{number:0{digits}}": page for number, page in enumerate(pages, 1)}
