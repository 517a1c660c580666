"""The first page: the finished bag, its sizes, what it holds, how long it takes, its colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bagpattern.catalog.items import items
from bagpattern.drawing.booklet.letters import Letters
from bagpattern.drawing.columns import Block, Row, paragraph, space
from bagpattern.drawing.guide.code import code
from bagpattern.drawing.guide.finished import finished_size
from bagpattern.drawing.logo import logo
from bagpattern.drawing.names import Names
from bagpattern.making.minutes import Hours, difficulty, hours
from bagpattern.model.colourway import slot_words
from bagpattern.model.pattern import Pattern
from bagpattern.said import Called, Figure, Said
from bagpattern.values import kept
from bagpattern.words import series, words

if TYPE_CHECKING:
    from bagpattern.drawing.views.beside import Beside

_LARGE, _SMALL = 0.53, 0.24
"""Shares of a page's height for the view that tells most, and for the others."""
_WHITE, _LEAST = 3.0, 60.0
"""mm of white below each, and of the page for all of them, at least."""
_ASIDE = ("back", "open")


def cover(pattern: Pattern, letters: Letters, width: float, height: float, link: str = "") -> list[Block]:
    """Everything on it, for a page with so many mm for it; a *link* as a code at its foot.

    Raises InputError for a link that makes no code.
    """
    tell, size = pattern.tell, letters.text
    name = paragraph(pattern.title, letters.title, bold=True, after=1.0)
    told = [paragraph(tell(each), size, after=0.8) for each in (*facts(pattern), *_colourways(pattern))]
    told += (*_published(pattern, letters), *code(link, tell))
    left = height - sum(each.make(width).height for each in (name, *told))
    return [name, *_pictures(pattern, width, height, left - 2 * _WHITE), *told]


def _published(pattern: Pattern, letters: Letters) -> Iterator[Block]:
    """The publisher's logo, name and lines, at the foot of the cover."""
    publisher = pattern.publisher
    if publisher.name or publisher.lines or publisher.drawn:
        yield space(3.0)
    yield from logo(publisher)
    if publisher.name:
        yield paragraph(publisher.name, letters.heading, bold=True, after=0.8)
    yield from (paragraph(each, letters.small, after=0.6) for each in publisher.lines)


def facts(pattern: Pattern) -> Iterator[Said]:
    """What one asks before one begins: how large, for what, how hard, how long."""
    yield finished_size(pattern.finished)
    held = series(_held(pattern), ", ")
    if held:
        yield words("It holds: {things}.", things=held)
    yield words("Difficulty: {grade} of {most}.", grade=difficulty(pattern), most=5)
    yield _time(hours(pattern))


def _held(pattern: Pattern) -> Iterator[Said]:
    """What the bag and its pockets are to hold, each thing once."""
    own = {each.id: each for space in pattern.draft.spaces for each in space.holds}
    listed = (items().get(name) for name in pattern.settings.get("holds", ()))
    for each in {**{found.id: found for found in listed if found}, **own}.values():
        yield each.title


def _time(taken: Hours) -> Said:
    return words(
        "Time, an estimate: {least} to {most} hours with cutting.",
        least=Figure(taken.least),
        most=Figure(taken.most),
    )


def _colourways(pattern: Pattern) -> Iterator[Said]:
    for each in pattern.colourways:
        colours = (series((slot_words(slot), Called(colour))) for slot, colour in each.colours.items())
        yield words("Colourway {name}: {colours}", name=Called(each.name), colours=series(colours, ", "))


def _pictures(pattern: Pattern, width: float, height: float, left: float) -> Iterator[Block]:
    """The bag as it stands, and smaller from the back and from above, in what the words leave of a page."""
    smaller = min(1.0, max(left, _LEAST) / (height * (_LARGE + _SMALL)))
    for views, share in ((("three-quarter",), _LARGE), (_ASIDE, _SMALL)):
        yield _picture(pattern, views, width, height * share * smaller)
        yield space(_WHITE)


def _picture(pattern: Pattern, views: tuple[str, ...], width: float, height: float) -> Block:
    return Block(lambda _: _drawn(pattern, views, width, height))


def _drawn(pattern: Pattern, views: tuple[str, ...], width: float, height: float) -> Row:
    kept_rows, key = _rows(pattern), (views, width, height)
    if key not in kept_rows:
        shown = _shown(pattern, views, width, height)
        kept_rows[key] = Row(shown.height, tuple(shown.items(0j, Names())))
    return kept_rows[key]


@kept
def _rows(pattern: Pattern) -> dict[tuple[tuple[str, ...], float, float], Row]:
    """The rows that have been drawn: the same bag is looked at in every language and size of page."""
    return {}


def _shown(pattern: Pattern, views: tuple[str, ...], width: float, height: float) -> Beside:
    from bagpattern.drawing.views.beside import Beside, chosen_views, titled

    return Beside(chosen_views(pattern, views), titled(pattern.tell, views), width, height)
