"""The bar that tells how large things are drawn: a round length in the maker's units."""

from __future__ import annotations

from bagpattern.drawing.steps.canvas import Canvas
from bagpattern.drawing.steps.signs import scale_bar
from bagpattern.geometry.points import Point
from bagpattern.model.pattern import Pattern
from bagpattern.said import Length, Scale

_METRIC = (10.0, 20.0, 50.0, 100.0, 200.0)
_INCHES = (12.7, 25.4, 50.8, 101.6, 203.2)


def scaled(canvas: Canvas, pattern: Pattern, scale: float, at: Point) -> None:
    """A bar of such a length."""
    lengths = _METRIC if pattern.units.metric else _INCHES
    scale_bar(canvas, scale, {each: pattern.tell(Length(each, Scale.CM)) for each in lengths}, at)
