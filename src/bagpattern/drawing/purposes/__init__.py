"""What a pattern is drawn for, one purpose per file: each turns it into drawings, which every exporter can write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from bagpattern.drawing.model import Drawing
from bagpattern.drawing.paper.subject import Bag, Subject
from bagpattern.drawing.sizes.nest import Nest
from bagpattern.errors import InputError, Problem
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.registry import Family

if TYPE_CHECKING:
    from bagpattern.drawing.sizes.nest import Nest

PURPOSES = Family("bagpattern.drawing.purposes", "purpose")
"""Every purpose, by file name: what ``--for`` takes."""


class Purpose:
    """``formats`` are written when none is asked for; ``reads`` names the options that the drawings depend on."""

    family: ClassVar[str] = "purpose"
    title: ClassVar[str]
    formats: ClassVar[tuple[str, ...]]
    reads: ClassVar[tuple[str, ...]] = ()
    named: ClassVar[str] = ""
    """What the file of all drawings together has in its name after the preset's."""
    always: ClassVar[tuple[str, ...]] = ("layers",)
    """What is read from the options whatever the purpose: it is done to the finished drawings."""

    def draw(self, pattern: Pattern, options: Options) -> Mapping[str, Drawing]:
        """The drawings by what their file names have after the preset's; "" for the only one.

        Raises InputError for options that cannot be used.
        """
        raise NotImplementedError

    def draw_sizes(self, nest: Nest, options: Options) -> Mapping[str, Drawing]:
        """As ``draw``, for several sizes: each for itself, where they cannot lie in each other."""
        return {
            f"{part}-{size}" if part else size: drawing
            for size, pattern in nest.patterns.items()
            for part, drawing in self.draw(pattern, options).items()
        }


class Sheets(Purpose):
    """A purpose that lays the sizes of a piece in each other."""

    def draw(self, pattern: Pattern, options: Options) -> Mapping[str, Drawing]:
        """Of one bag."""
        return self.drawn(Bag(pattern, options.link or ""), options)

    def draw_sizes(self, nest: Nest, options: Options) -> Mapping[str, Drawing]:
        """Of all sizes. Raises InputError for a link, which holds one bag."""
        if options.link:
            raise InputError([Problem("link", "leads to one bag, not to several sizes: leave it out")])
        from bagpattern.drawing.paper.nested import Nested  # most bags are drafted in one

        return self.drawn(Nested(nest), options)

    def drawn(self, subject: Subject, options: Options) -> Mapping[str, Drawing]:
        """The sheets of whatever is drawn. Raises InputError for options that cannot be used."""
        raise NotImplementedError
