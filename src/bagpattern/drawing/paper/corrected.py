"""Pages for a printer that is off: drawn larger or smaller by what it makes of 100 mm, and saying so."""

from __future__ import annotations

from bagpattern.drawing.magnified import magnified
from bagpattern.drawing.model import LAYERS, Drawing, Layer, Text
from bagpattern.language import Teller
from bagpattern.said import Figure, Length
from bagpattern.values import replace
from bagpattern.words import words

TRUE = 100.0
"""mm: what the side of the test square is meant to measure."""
_SIZE = 2.5


def corrected(page: Drawing, measured: float, tell: Teller) -> Drawing:
    """The page enlarged so that a printer which made *measured* mm of 100 prints it at true size."""
    by = TRUE / measured
    larger = magnified(page, by)
    note = Layer("text", LAYERS["text"], (_note(larger.height, measured, by, tell),))
    wide, high = round(larger.width, 6), round(larger.height, 6)  # the very paper
    return replace(larger, width=wide, height=high, layers=_with(larger.layers, note))


def _note(high: float, measured: float, by: float, tell: Teller) -> Text:
    """Above what is drawn, where every printer prints: in the lower half of the margin."""
    said = words(
        "Drawn at {share} %, for a printer that makes {measured} of {true}: measure the test squares all the same.",
        share=Figure(100 * by, 2),
        measured=Length(measured),
        true=Length(TRUE),
    )
    return Text(10.0, high - 9.0, _SIZE, tell(said), bold=True)


def _with(layers: tuple[Layer, ...], more: Layer) -> tuple[Layer, ...]:
    """The layers with these items on the one of the same id, which is the last if there is none yet."""
    if not any(each.id == more.id for each in layers):
        return (*layers, more)
    return tuple(
        Layer(each.id, each.title, (*each.items, *more.items)) if each.id == more.id else each for each in layers
    )
