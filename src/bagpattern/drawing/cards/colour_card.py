"""A colour card: a bag in one colourway. Cloths and trimmings on the left; on the right the bag, and all pieces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bagpattern.catalog.colours import colour_of, is_dark
from bagpattern.drawing.cards.contact import PlacedPieces
from bagpattern.drawing.lettering import LEADING, TIMES, wrapped
from bagpattern.drawing.model import CLOTH, Drawing, Item, Look, Shape, Text, layered
from bagpattern.drawing.names import Names
from bagpattern.drawing.strokes import box_path
from bagpattern.drawing.views.beside import Beside, in_a_row, numbered_looks, titles
from bagpattern.drawing.views.colours import colours_shown, looks_shown
from bagpattern.drawing.views.looks import LINES as LINES_OF_VIEWS
from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.language import Teller
from bagpattern.model.colourway import Colourway, slot_of, slot_words
from bagpattern.model.panel import Role
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.said import Called, Figure, Said
from bagpattern.words import series, words

WIDTH, HEIGHT = 297.0, 210.0
"""mm: A4, lying."""
_MARGIN, _ASIDE = 12.0, 76.0
_TITLE, _TEXT, _SMALL = 7.0, 3.6, 2.6
_SWATCH = 20.0, 12.0
_ROW = 18.0
BAG_HIGH = 88.0
"""mm of the card for the bag as it looks when it is sewn."""
LINES = "inner-"
"""The prefix of the role of lines that show on a cloth of that slot."""
_NONE = words("No colours yet")
_HOW = words("A preset names some under [[colourways]]: name, shell, lining, zip, hardware.")
_UNKNOWN = words("no colour of that name is known: add its code, such as #c0392b")


class _Swatch(NamedTuple):
    """One cloth or trimming: its slot, its colour as it is written, and what it is."""

    slot: str
    written: str
    what: Said

    @property
    def colour(self) -> str | None:
        """As a screen shows it; None when it is not said, or not known."""
        return colour_of(self.written)


def colour_card(pattern: Pattern, colourway: Colourway | None) -> Drawing:
    """The card of one colourway; of none, the pieces without colours and how to add some."""
    tell = pattern.tell
    swatches = tuple(_swatches(pattern, colourway))
    colours = {each.slot: each.colour for each in swatches if each.colour}
    names = Names()
    items: list[Item] = [*_head(pattern, colourway), *_cards(swatches, names, tell)]
    prints = looks_shown(pattern, colourway.name) if colourway else None
    bag = Beside(in_a_row(pattern), titles(tell), WIDTH - 2 * _MARGIN - _ASIDE, BAG_HIGH, prints)
    items += bag.items(point(_MARGIN + _ASIDE, HEIGHT - _MARGIN), names)
    pieces = tuple(piece for piece in pattern.pieces if piece.panel.role is not Role.STIFFENING)
    room = WIDTH - 2 * _MARGIN - _ASIDE, HEIGHT - 2 * _MARGIN - 2 * _TITLE - bag.height
    placed = PlacedPieces(pieces, *room, lambda piece: _look(piece, colours), tell)
    items += placed.items(point(_MARGIN + _ASIDE, _MARGIN + _TITLE), names)
    note = words(
        "{scale}. The colours of a screen or a printer are near those of the cloth, not the same.",
        scale=words("1:{scale}", scale=Figure(placed.scale)),
    )
    items.append(Text(_MARGIN + _ASIDE, _MARGIN, _SMALL, tell(note)))
    title = f"{pattern.title}, {colourway.name}" if colourway else pattern.title
    shown = numbered_looks(colours_shown(pattern, colourway.name), range(2)) if colourway else LINES_OF_VIEWS
    return Drawing(WIDTH, HEIGHT, layered(items), title=title, name=pattern.name, styles=_styles(colours) | shown)


def _look(piece: Piece, colours: Mapping[str, str]) -> tuple[str, str]:
    """The roles of a piece's outline and of the lines inside it."""
    slot = piece.panel.material
    return (f"{CLOTH}{slot}", f"{LINES}{slot}") if slot in colours else ("laid", "leader")


def _styles(colours: Mapping[str, str]) -> dict[str, Look]:
    """Each cloth in its colour, with lines that show on it."""
    filled = {f"{CLOTH}{slot}": Look(0.25, filled=colour) for slot, colour in colours.items()}
    inner = {f"{LINES}{slot}": Look(0.2, (1.5, 1.0), 0.9 * is_dark(colour)) for slot, colour in colours.items()}
    return filled | inner


def _swatches(pattern: Pattern, colourway: Colourway | None) -> Iterator[_Swatch]:
    """The cloths that are cut, told or not, then the trimmings that the colourway speaks of."""
    written = colourway.colours if colourway else {}
    cut = {piece.panel.material for piece in pattern.pieces}
    cloths = {material.id: material.title for material in pattern.materials if material.id in cut}
    for slot in Colourway.slots():
        if slot in cloths:
            yield _Swatch(slot, written.get(slot, ""), cloths[slot])
        elif slot in written:
            bought = dict.fromkeys(notion.title for notion in pattern.notions if slot_of(notion.kind) == slot)
            yield _Swatch(slot, written[slot], series(bought, ", ") or words("this bag has none"))


def _head(pattern: Pattern, colourway: Colourway | None) -> Iterator[Text]:
    tell, y = pattern.tell, HEIGHT - _MARGIN - _TITLE
    yield Text(_MARGIN, y, _TITLE, colourway.name if colourway else tell(_NONE), bold=True)
    for line in wrapped(f"{pattern.title}, {tell(pattern.finished.seen(f' {TIMES} '))}", _ASIDE - 5.0, _TEXT):
        y -= _TEXT * LEADING
        yield Text(_MARGIN, y, _TEXT, line)
    for line in wrapped("" if colourway else tell(_HOW), _ASIDE - 5.0, _SMALL):
        y -= _SMALL * LEADING
        yield Text(_MARGIN, y, _SMALL, line)


def _cards(swatches: tuple[_Swatch, ...], names: Names, tell: Teller) -> Iterator[Item]:
    """A patch of each colour, from the top down, with its slot, its colour and what it is."""
    wide, high = _SWATCH
    x = _MARGIN + wide + 3.0
    for row, each in enumerate(swatches):
        top = HEIGHT - _MARGIN - 4 * _TITLE - row * _ROW
        box = (box_path(_MARGIN, top - high, _MARGIN + wide, top),)
        yield Shape(names("swatch", each.slot), f"{CLOTH}{each.slot}" if each.colour else "laid", box, title=each.slot)
        if each.written and not each.colour:
            cross = line_path(point(_MARGIN, top - high), point(_MARGIN + wide, top))
            yield Shape(names("swatch", each.slot, "unknown"), "leader", (cross,))
        what = each.what if each.colour or not each.written else _UNKNOWN
        y, room = top - _TEXT, _ASIDE - wide - 7.0
        colour = Called(each.written) if each.written else words("not said")
        head = words("{slot}: {cloth}", slot=slot_words(each.slot), cloth=colour)
        for line in wrapped(tell(head), room, _TEXT, bold=True)[:2]:
            yield Text(x, y, _TEXT, line, bold=True)
            y -= _TEXT * LEADING
        for text in wrapped(tell(what), room, _SMALL)[:2]:
            yield Text(x, y + 0.6, _SMALL, text)
            y -= _SMALL * LEADING
