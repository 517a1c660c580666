"""Pages for a printer that is off: drawn larger or smaller by what it makes of 100 mm, and saying so."""

from __future__ import annotations

from bagpattern.drawing.model import Drawing, Item, Layer, Text
from bagpattern.geometry.placement import Placement
from bagpattern.language import Teller
from bagpattern.said import Figure, Length
from bagpattern.values import replace
from bagpattern.words import words

TRUE = 100.0
"""mm: what the side of the test square is meant to measure."""
_SIZE = 2.5


def corrected(page: Drawing, measured: float, tell: Teller) -> Drawing:
    """The page enlarged so that a printer which made *measured* mm of 100 prints it at true size."""
    by, layers = TRUE / measured, []
    for layer in page.layers:
        items = tuple(_larger(each, by) for each in layer.items)
        layers.append(Layer(layer.id, layer.title, items))
    wide, high = round(page.width * by, 6), round(page.height * by, 6)  # the very paper
    title = dict.fromkeys(each.title for each in page.layers if each.id == "text")
    noted = Layer("text", next(iter(title), "Text"), (_note(high, measured, by, tell),))
    return replace(page, width=wide, height=high, layers=_with(layers, noted))


def _note(high: float, measured: float, by: float, tell: Teller) -> Text:
    """Above what is drawn, where every printer prints: in the lower half of the margin."""
    said = words(
        "Drawn at {share} %, for a printer that makes {measured} of {true}: measure the test squares all the same.",
        share=Figure(100 * by, 2),
        measured=Length(measured),
        true=Length(TRUE),
    )
    return Text(10.0, high - 9.0, _SIZE, tell(said), bold=True)


def _with(layers: list[Layer], more: Layer) -> tuple[Layer, ...]:
    """The layers with these items on the one of the same id, which is the last if there is none yet."""
    if not any(each.id == more.id for each in layers):
        return (*layers, more)
    return tuple(
        Layer(each.id, each.title, (*each.items, *more.items)) if each.id == more.id else each for each in layers
    )


def _larger(item: Item, by: float) -> Item:
    if isinstance(item, Text):
        return item._replace(x=item.x * by, y=item.y * by, size=item.size * by)
    scaled = Placement(turn=complex(by))
    return item._replace(paths=tuple(path.placed(scaled) for path in item.paths))
