"""A booklet of the making: every step with its figures, on small pages."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.drawing.model import Drawing
from bagpattern.drawing.purposes import Purpose
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options


class BookletPages(Purpose):
    """Cover, what is needed, pieces, signs, steps and words, on A5 or half Letter pages."""

    title = "to make it by, step by step"
    formats = ("pdf",)
    reads = ("paper", "margin", "imposed", "large", "link")

    def called(self, options: Options) -> str:
        """The same whatever the options."""
        return "booklet"

    def draw(self, pattern: Pattern, options: Options) -> Mapping[str, Drawing]:
        """One drawing a page, or a side of a sheet, numbered. Raises InputError for a paper that it is not made for."""
        from bagpattern.drawing.booklet.booklet import booklet  # the views of the bag need numpy

        return {f"booklet-{number:02}": page for number, page in enumerate(booklet(pattern, options), 1)}
