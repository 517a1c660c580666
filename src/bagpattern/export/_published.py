"""The publisher on pages of HTML: the logo with the name to be read in its place, and the page of the licence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bagpattern.drawing.logo import logo_drawing
from bagpattern.export._markup import escaped, quoted
from bagpattern.export.svg import inline_svg

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.model.publisher import Publisher


def logo_told(publisher: Publisher) -> Iterator[str]:
    """The logo as a paragraph; nothing where there is none."""
    drawn = logo_drawing(publisher)
    if drawn:
        svg = inline_svg(drawn, "logo", publisher.name or "")
        yield f'<p class="logo">{svg}</p>'


def licence_page(pattern: Pattern, told: str) -> str:
    """What is *told* of the licence, a paragraph for each line, below the logo."""
    lines = (f"<p>{escaped(each)}</p>" for each in told.splitlines() if each.strip())
    head = f'<head><meta charset="utf-8"><title>{escaped(pattern.title)}</title></head>'
    opened = f'<!DOCTYPE html>\n<html lang="{quoted(pattern.tell.language)}">\n{head}\n<body>'
    return "\n".join((opened, *logo_told(pattern.publisher), *lines, "</body></html>")) + "\n"
