"""From mm of cloth to mm of paper: turned, made smaller, fitted into a box."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bagpattern.geometry.cloths import Area, mapped, together, turned
from bagpattern.geometry.place import Box
from bagpattern.geometry.points import Point


class View:
    """``scale`` is mm of paper for a mm of cloth, at most *limit*."""

    def __init__(self, areas: Iterable[Area], box: Box, turn: complex = 1 + 0j, limit: float = 1.0) -> None:
        left, bottom, right, top = box
        low_x, low_y, high_x, high_y = mapped(together(areas), lambda p: p * turn).bounds
        wide, high = max(high_x - low_x, 1e-6), max(high_y - low_y, 1e-6)
        self.scale, self.turn = min((right - left) / wide, (top - bottom) / high, limit), turn
        middle = complex(low_x + high_x, low_y + high_y) / 2
        self.by = complex(left + right, bottom + top) / 2 - middle * self.scale

    def __call__(self, at: Point) -> Point:
        """A point of the cloth on paper."""
        image: Point = at * self.turn * self.scale + self.by
        return image

    def way(self, direction: complex) -> complex:
        """A direction, of the same size."""
        return direction * self.turn

    def area(self, area: Area) -> Area:
        """An area on paper."""
        return turned(area, self.turn * self.scale, self.by)

    def points(self, points: Sequence[Point]) -> list[Point]:
        """A chain on paper."""
        return [self(p) for p in points]
