"""A publisher's logo on a page: as large as there is room for it, each of its marks in a role of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bagpattern.drawing.columns import Block, Row
from bagpattern.drawing.model import FLAT, Drawing, Item, Layer, Look, Shape
from bagpattern.drawing.strokes import box_path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import point
from bagpattern.geometry.scale import scaled
from bagpattern.model.logo import Logo
from bagpattern.model.publisher import Publisher

_WIDE, _HIGH = 50.0, 16.0
"""mm, the largest that a logo is."""
_BELOW = 2.0
_WHITE = 0.5
_ROLE = f"{FLAT}logo-"


def logo(publisher: Publisher) -> Iterator[Block]:
    """The logo in a row of its own; nothing where there is none."""
    if publisher.drawn:
        own = publisher.drawn
        yield Block(lambda _: Row(own.height * _scale(own) + _BELOW, tuple(_items(own))), keeps=True)


def logo_drawing(publisher: Publisher) -> Drawing | None:
    """The logo by itself, with some white for its lines; None where there is none."""
    own = publisher.drawn
    if own is None:
        return None
    wide, high = (each * _scale(own) + 2 * _WHITE for each in (own.width, own.height))
    items = tuple(each.moved(point(_WHITE, high - _WHITE)) for each in _items(own))
    return Drawing(wide, high, (Layer("info", "Information", items),), styles=logo_looks(publisher, items))


def logo_looks(publisher: Publisher, items: Iterable[Item]) -> dict[str, Look]:
    """How its marks look, where they are among some items."""
    if publisher.drawn is None:
        return {}
    scale, used = _scale(publisher.drawn), {item.role for item in items}
    looks = {_ROLE: Look(0.0)}
    for at, each in enumerate(publisher.drawn.marks):
        look = Look(each.width * scale, round_ends=each.round_ends, colour=each.colour, filled=each.filled)
        looks[f"{_ROLE}{at}"] = look._replace(sharp=not each.round_corners)
    return {role: look for role, look in looks.items() if role in used}


def _scale(own: Logo) -> float:
    return min(_WIDE / own.width, _HIGH / own.height)


def _items(own: Logo) -> Iterator[Item]:
    """Everything, hanging from its upper left corner."""
    scale = _scale(own)
    down = Placement(point(0.0, -own.height * scale))
    for at, mark in enumerate(own.marks):
        paths = tuple(scaled(path, scale).placed(down) for path in mark.paths)
        yield Shape(f"logo-{at}", f"{_ROLE}{at}", paths)
    if own.raster:
        box = box_path(0.0, -own.height * scale, own.width * scale, 0.0)
        yield Shape("logo", _ROLE, (box,), picture=own.raster)
