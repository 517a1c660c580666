"""A drawing laid on its side."""

from __future__ import annotations

from bagpattern.drawing.model import Drawing, Item, Layer, Shape
from bagpattern.geometry.placement import Placement
from bagpattern.values import replace


def turned_over(drawing: Drawing) -> Drawing:
    """The drawing's lines turned by a quarter; its texts, which stand upright always, are left out."""
    way = Placement(complex(drawing.height, 0), 1j)
    layers = tuple(_on_its_side(each, way) for each in drawing.layers)
    return replace(drawing, width=drawing.height, height=drawing.width, layers=layers)


def _on_its_side(layer: Layer, way: Placement) -> Layer:
    return layer._replace(items=tuple(_placed(each, way) for each in layer.items if isinstance(each, Shape)))


def _placed(shape: Shape, way: Placement) -> Item:
    return shape._replace(paths=tuple(path.placed(way) for path in shape.paths))
