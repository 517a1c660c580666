"""A drawing counted in another unit."""

from __future__ import annotations

from bagpattern.drawing.model import Drawing, Item, Layer, Look, Shape
from bagpattern.geometry.scale import scaled
from bagpattern.values import replace


def magnified(drawing: Drawing, factor: float) -> Drawing:
    """Every length of *drawing*, line widths and letters included, times *factor*."""
    roles = {item.role for item in drawing.items}
    return replace(
        drawing,
        width=drawing.width * factor,
        height=drawing.height * factor,
        layers=tuple(
            Layer(each.id, each.title, tuple(magnified_item(item, factor) for item in each.items))
            for each in drawing.layers
        ),
        styles={role: _style(drawing.style_of(role), factor) for role in roles},
    )


def magnified_item(item: Item, factor: float) -> Item:
    """A line or text seen from the lower left corner, *factor* times as large."""
    if isinstance(item, Shape):
        return item._replace(paths=tuple(scaled(path, factor) for path in item.paths))
    return item._replace(x=item.x * factor, y=item.y * factor, size=item.size * factor)


def _style(style: Look, factor: float) -> Look:
    return style._replace(width=style.width * factor, dash=tuple(each * factor for each in style.dash))
