"""What a pattern is drawn for, one purpose per file: each turns it into drawings, which every exporter can write."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from bagpattern.drawing.model import Drawing
from bagpattern.drawing.paper.subject import Bag, Subject
from bagpattern.drawing.sizes.nest import Nest
from bagpattern.errors import InputError, Problem
from bagpattern.model.pattern import Pattern
from bagpattern.options import FULL, Options
from bagpattern.registry import Family
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.drawing.sizes.nest import Nest

PURPOSES = Family("bagpattern.drawing.purposes", "purpose")
"""Every purpose, by file name: what ``--for`` takes."""


class Purpose:
    """``formats`` are written when none is asked for; ``reads`` names the options that the drawings depend on.

    ``on_pages`` names those that they depend on where they are on pages, not on one sheet as large as it needs.
    """

    family: ClassVar[str] = "purpose"
    title: ClassVar[str]
    formats: ClassVar[tuple[str, ...]]
    reads: ClassVar[tuple[str, ...]] = ()
    on_pages: ClassVar[tuple[str, ...]] = ()
    always: ClassVar[tuple[str, ...]] = ("layers",)
    """What is read from the options whatever the purpose: it is done to the finished drawings."""

    def called(self, options: Options) -> str:
        """What the file of all drawings together has in its name after the preset's; no two purposes have the same."""
        raise NotImplementedError

    def usual(self, paper: str) -> tuple[str, ...]:
        """The formats that are written on that *paper* when none is asked for."""
        return self.formats

    def draw(self, pattern: Pattern, options: Options) -> Mapping[str, Drawing]:
        """The drawings by what their file names have after the preset's, which begins with what they are ``called``.

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
            raise InputError([Problem("link", words("leads to one bag, not to several sizes: leave it out"))])
        from bagpattern.drawing.paper.nested import Nested  # most bags are drafted in one

        return self.drawn(Nested(nest), options)

    def drawn(self, subject: Subject, options: Options) -> Mapping[str, Drawing]:
        """The sheets of whatever is drawn. Raises InputError for options that cannot be used."""
        raise NotImplementedError

    def numbered(self, sheets: Sequence[Drawing], options: Options) -> Mapping[str, Drawing]:
        """Each with its number, unless there is but one."""
        called, digits = self.called(options), max(2, len(str(len(sheets))))
        if len(sheets) == 1:
            return {called: sheets[0]}
        return {f"{called}-{number:0{digits}}".lstrip("-"): each for number, each in enumerate(sheets, 1)}


def paper_named(paper: str) -> str:
    """A paper as file names have it: 'a4', '60x90cm', 'roll-36in'; nothing for one sheet as large as needed."""
    return "" if paper == FULL else re.sub(r"[^a-z0-9.]+", "-", paper.strip().lower()).strip("-")
