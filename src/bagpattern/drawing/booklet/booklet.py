"""All of a booklet: cover, what is needed, pieces, key, steps, words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.drawing.booklet.cover import cover
from bagpattern.drawing.booklet.glossary import glossary
from bagpattern.drawing.booklet.looks import LOOKS, in_order
from bagpattern.drawing.booklet.needs import needs, swatch_looks
from bagpattern.drawing.booklet.pages import Leaf, filled, footed, imposed, layer, leaf
from bagpattern.drawing.booklet.signs import key
from bagpattern.drawing.booklet.steps import steps
from bagpattern.drawing.booklet.thumbnails import pieces
from bagpattern.drawing.columns import Block, space
from bagpattern.drawing.figured import looks_within
from bagpattern.drawing.logo import logo_looks
from bagpattern.drawing.model import Drawing, Item, Look
from bagpattern.drawing.titled import drawing_of
from bagpattern.drawing.views.looks import LINES
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.said import Figure
from bagpattern.values import replace
from bagpattern.words import words

_APART = 6.0
"""mm of white between two parts."""


def booklet(pattern: Pattern, options: Options) -> tuple[Drawing, ...]:
    """Its pages in order, or, imposed, its sheets. Raises InputError for a paper that it is not made for."""
    page = leaf(options, pattern.units)
    pages = [*footed(page, filled(page, _chapters(pattern, page, options.link or "")), pattern.signed)]
    looks = {**LINES, **LOOKS, **swatch_looks(pattern), **looks_within(pattern, page.column[0], page.letters.words)}
    drawn = tuple(_page(pattern, page, items, number, looks) for number, items in enumerate(pages, 1))
    return tuple(imposed(drawn)) if options.imposed else drawn


def _chapters(pattern: Pattern, page: Leaf, link: str) -> Iterator[list[Block]]:
    """The cover; then all the rest, each part below the one before it: no page stands half empty for a heading."""
    letters, (width, height) = page.letters, page.column
    yield cover(pattern, letters, width, height, link)
    parts = (needs, pieces, key, steps, glossary)
    yield [block for part in parts for block in (*part(pattern, letters, width), space(_APART))]


def _page(pattern: Pattern, page: Leaf, items: list[Item], number: int, looks: Mapping[str, Look]) -> Drawing:
    told = pattern.tell(words("booklet, page {number}", number=Figure(number)))
    used = {item.role for item in items}
    styles = {role: look for role, look in looks.items() if role in used} | logo_looks(pattern.publisher, items)
    drawing = drawing_of(pattern, page.width, page.height, [], told, styles)
    return replace(drawing, layers=layer(in_order(items)))
