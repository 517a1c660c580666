"""Drawings to print: one sheet, or pages to tape together."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.drawing.model import Drawing
from bagpattern.drawing.paper.sheets import on_paper
from bagpattern.drawing.paper.subject import Subject
from bagpattern.drawing.purposes import Sheets, paper_named
from bagpattern.errors import InputError, Problem
from bagpattern.options import FULL, Options


class Paper(Sheets):
    """The guide, the test squares and every piece with its labels, on the paper that ``--paper`` says."""

    title = "to print"
    formats = ("svg", "json")
    reads = ("paper", "rectangles", "measured", "link")
    on_pages = ("margin", "overlap", "bleed", "one_grid_per_piece", "figures", "plan")

    def called(self, options: Options) -> str:
        """By the paper, if it is one that a printer holds."""
        return paper_named(options.paper)

    def usual(self, paper: str) -> tuple[str, ...]:
        """Pages to tape together are one file, which prints itself in order."""
        return self.formats if paper == FULL else ("pdf", "json")

    def drawn(self, subject: Subject, options: Options) -> Mapping[str, Drawing]:
        """One drawing a page, numbered."""
        try:
            pages = on_paper(subject, options)
        except ValueError as error:
            raise InputError([Problem("paper", error.args[0])]) from None
        return self.numbered(pages, options)
