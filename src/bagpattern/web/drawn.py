"""Drawings as lists that a page makes its own SVG of: no text of anybody's is ever markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.drawing.cloth.lay import lay_drawing
from bagpattern.drawing.model import Drawing, Layer, Shape, Text, layered, plain
from bagpattern.drawing.names import Names
from bagpattern.drawing.paper.spread import Lying, lie, spread
from bagpattern.drawing.steps import Figure, figures
from bagpattern.export._svg_paths import path_data
from bagpattern.export.svg import inline_svg
from bagpattern.export.view import view_drawing
from bagpattern.geometry.points import point
from bagpattern.layout.lay import Lay
from bagpattern.layout.plans import numbers
from bagpattern.model.pattern import Pattern
from bagpattern.web.answers import Row
from bagpattern.web.moves import part_key

_MARGIN = 10.0
"""mm round the pieces."""


def pieces_row(pattern: Pattern) -> Row:
    """Every piece with its lines and labels, beside each other; mm, y downward."""
    laid = spread(lie(pattern))
    items = tuple(laid.items(Names(), point(_MARGIN, _MARGIN)))
    drawn = drawing_row(Drawing(laid.width + 2 * _MARGIN, laid.height + 2 * _MARGIN, layered(items)))
    return {**drawn, "places": [place for each in laid.lying for place in _places(each, pattern)]}


def _places(lying: Lying, pattern: Pattern) -> Iterator[Row]:
    """The lines on a piece that are a part's own: whose they are, and which way is up on the piece, y downward."""
    piece, up = lying.ground.details.piece, 1j * lying.ground.turn
    for line in piece.panel.lines:
        if line.owner:
            part = part_key(pattern, line.owner)
            yield {"piece": piece.id, "line": line.name, "part": part, "up": [up.real, -up.imag]}


def figures_row(pattern: Pattern) -> Row:
    """The figures of every step as pictures of their own, in words beside; mm."""
    return {
        "steps": [
            {
                "number": number,
                "figures": [_figure(pattern, each, f"figure-{number}-{at}") for at, each in enumerate(found)],
            }
            for number, found in figures(pattern).items()
        ]
    }


def _figure(pattern: Pattern, figure: Figure, prefix: str) -> Row:
    told = pattern.tell(figure.alt)
    size = {"width": round(figure.width, 2), "height": round(figure.height, 2)}
    return {**size, "alt": told, "svg": inline_svg(figure.drawing, prefix, told)}


def company_row(pattern: Pattern, name: str, colourway: str | None) -> Row:
    """One picture of the bag in company, in colour; mm."""
    drawing = view_drawing(pattern, name, "colour", colourway)
    size = {"width": round(drawing.width, 2), "height": round(drawing.height, 2)}
    return {**size, "name": name, "svg": inline_svg(drawing, name, pattern.name)}


def lay_rows(pattern: Pattern, plans: Sequence[Lay]) -> list[Row]:
    """The plan of each material, as it is drawn."""
    return [
        {"material": plan.cloth.material, "drawing": drawing_row(lay_drawing(pattern, plan, which))}
        for plan, which in zip(plans, numbers(plans), strict=True)
    ]


def drawing_row(drawing: Drawing) -> Row:
    """A drawing's layers, and how its roles look."""
    roles = dict.fromkeys(item.role for item in drawing.items)
    return {
        "width": round(drawing.width, 3),
        "height": round(drawing.height, 3),
        "looks": {plain(role): drawing.style_of(role)._asdict() for role in roles},
        "layers": [_layer(each, drawing) for each in drawing.layers],
    }


def _layer(layer: Layer, drawing: Drawing) -> Row:
    return {
        "id": layer.id,
        "title": layer.title,
        "shapes": list(_shapes(layer, drawing)),
        "texts": list(_texts(layer, drawing.height)),
    }


def _shapes(layer: Layer, drawing: Drawing) -> Iterator[Row]:
    for each in layer.items:
        if isinstance(each, Shape):
            data = " ".join(path_data(path, drawing.height) for path in each.paths)
            look = drawing.style_of(each.role)._asdict()
            facts = {"piece": each.piece, "title": each.title, **dict(each.data)}
            yield {"d": data, "role": plain(each.role), "look": look, **facts}


def _texts(layer: Layer, height: float) -> Iterator[Row]:
    for each in layer.items:
        if isinstance(each, Text):
            place = {"x": round(each.x, 3), "y": round(height - each.y, 3), "size": each.size}
            yield {**place, "content": each.content, "anchor": each.anchor, "bold": each.bold, "piece": each.piece}
