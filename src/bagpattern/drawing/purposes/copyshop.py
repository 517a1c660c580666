"""Drawings for a plotter: large sheets or a roll, paid by the sheet."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.drawing.model import Drawing
from bagpattern.drawing.paper.plotted import plotted
from bagpattern.drawing.paper.subject import Subject
from bagpattern.drawing.purposes import Sheets, paper_named
from bagpattern.errors import InputError, Problem
from bagpattern.options import Options


class Copyshop(Sheets):
    """The guide and every piece, whole, on as few sheets as it takes: ``--paper a0``, ``arch-e``, ``36in``."""

    title = "to plot at a copy shop"
    formats = ("pdf",)
    reads = ("paper", "rectangles", "margin")

    def called(self, options: Options) -> str:
        """By the sheet, or the roll."""
        return "-".join(filter(None, ("copyshop", paper_named(options.paper))))

    def drawn(self, subject: Subject, options: Options) -> Mapping[str, Drawing]:
        """One drawing a sheet, numbered."""
        try:
            sheets = plotted(subject, options)
        except ValueError as error:
            raise InputError([Problem("paper", error.args[0])]) from None
        return self.numbered(sheets, options)
