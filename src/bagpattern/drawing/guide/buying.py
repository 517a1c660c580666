"""What to ask for in the shop, thing by thing."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.drawing.columns import Block, item
from bagpattern.drawing.lettering import TIMES
from bagpattern.drawing.sizes.graded import united
from bagpattern.drawing.sizes.nest import Nest
from bagpattern.layout.purchase import together
from bagpattern.model.notion import Notion, Sold
from bagpattern.model.pattern import Pattern
from bagpattern.said import Figure, Length, Name, Rounding, Said, Scale
from bagpattern.words import series, trade, words

_LONG = 2000.0
"""mm: what is longer is told in metres, or in yards."""


def things_to_buy(nest: Nest) -> Iterator[Block]:
    """Every notion with its count; where counts differ, each size says its own."""
    things = nest.each(_by_key)
    for key in united([[*own] for own in things.values()]):
        own = {size: each[key] for size, each in things.items() if key in each}
        first = next(iter(own.values()))
        alike = all(notion.count == first.count for notion in own.values())
        for line in nest.told({size: _said(notion, nest.patterns[size], not alike) for size, notion in own.items()}):
            yield item(f"{first.count}{TIMES}" if alike else "", line)


def _by_key(pattern: Pattern) -> dict[tuple[str, int], Notion]:
    """The notions by their ids, and by which of that id they are."""
    seen: dict[str, int] = {}
    found = {}
    for each in together(pattern.notions):
        seen[each.id] = seen.get(each.id, 0) + 1
        found[each.id, seen[each.id]] = each
    return found


def _said(notion: Notion, pattern: Pattern, counted: bool) -> Said:
    told = series(asked_for(notion, pattern), ", ")
    return series((Figure(notion.count), Name(TIMES), told)) if counted else told


def asked_for(notion: Notion, pattern: Pattern) -> Iterator[Said]:
    """Its name, its sizes, as far as no other tells them, and what else is to be known."""
    tell = pattern.tell
    yield pattern.coloured(notion.title, notion.kind)
    if notion.size and not notion.sized:
        yield notion.size
    if notion.width and tell(trade(notion.width)) != tell(notion.size) and notion.stock is None:
        yield words("{width} wide", width=trade(notion.width))
    # of a zip one length alone: what is cut off its tape the note says, and the step
    if notion.length and notion.stock is None:
        scale = Scale.CM if notion.length < _LONG else Scale.SHOP
        yield words("{length} long", length=Length(notion.length, scale, Rounding.UP))
    if notion.buy and notion.stock is not Sold.CLOSED:
        yield words("buy {length}", length=notion.ask_for)
    yield notion.note
