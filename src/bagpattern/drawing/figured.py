"""Figures of steps on a sheet that shows other things, too: moved, and in roles of their own.

A writer draws all of a role at once, where it first meets it: what lies on top in one figure would lie below in the
next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bagpattern.drawing.magnified import magnified
from bagpattern.drawing.model import FIGURE, Drawing, Item, Look
from bagpattern.drawing.steps import Figure, figures
from bagpattern.geometry.points import Point
from bagpattern.model.pattern import Pattern
from bagpattern.values import kept

LARGEST = 2.0
"""Times as large as it is meant: a figure is not drawn larger."""


class Placeable(NamedTuple):
    """A figure with its place among those of the pattern, which is part of its roles: 'figure-3-1' is that of step 3.

    ``scale`` is 1 where the figure is as large as it is meant.
    """

    figure: Figure
    name: str
    scale: float = 1.0

    @property
    def width(self) -> float:
        """mm."""
        return self.figure.width * self.scale

    @property
    def height(self) -> float:
        """mm."""
        return self.figure.height * self.scale

    def within(self, width: float, grown: bool = False) -> Placeable:
        """As large as it is meant, or smaller where *width* mm are not enough; larger, if it may be *grown*."""
        fitting = width / self.figure.width
        return self._replace(scale=min(fitting, LARGEST if grown else 1.0))

    def items(self, corner: Point) -> Iterator[Item]:
        """All of it, its upper left corner at *corner*."""
        drawing = self._drawing()
        for number, layer in enumerate(drawing.layers):
            for item in layer.items:
                role = f"{self._prefix(number)}{item.role}"
                yield item._replace(role=role).moved(corner - 1j * drawing.height)

    def looks(self) -> Mapping[str, Look]:
        """How its roles are drawn."""
        drawing = self._drawing()
        return {
            f"{self._prefix(number)}{item.role}": drawing.style_of(item.role)
            for number, layer in enumerate(drawing.layers)
            for item in layer.items
        }

    def _drawing(self) -> Drawing:
        drawn = self.figure.drawing
        return drawn if self.scale == 1.0 else magnified(drawn, self.scale)

    def _prefix(self, layer: int) -> str:
        return f"{self.name}-{layer}-"


@kept
def placeable(pattern: Pattern) -> Mapping[int, tuple[Placeable, ...]]:
    """The figures of each step by its number, to be placed."""
    return {
        step: tuple(Placeable(each, f"{FIGURE}{step}-{number}") for number, each in enumerate(found, 1))
        for step, found in figures(pattern).items()
    }


def looks_within(pattern: Pattern, width: float, grown: bool = False) -> Mapping[str, Look]:
    """How the roles of all figures look, as they are placed in so many mm."""
    every = (each for found in placeable(pattern).values() for each in found)
    return {role: look for each in every for role, look in each.within(width, grown).looks().items()}
