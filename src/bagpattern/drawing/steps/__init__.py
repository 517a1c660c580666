"""Figures of the steps: what each operation does, drawn from the pattern's data."""

from __future__ import annotations

from collections.abc import Mapping

from bagpattern.drawing.model import Drawing
from bagpattern.model.pattern import Pattern
from bagpattern.said import Said
from bagpattern.values import kept, value


@value
class Figure:
    """A drawing of ``width`` x ``height`` mm. ``alt`` says what it shows, ``operations`` are the ids of what it shows;
    ``kind`` is the kind of figure that it is.
    """

    drawing: Drawing
    width: float
    height: float
    alt: Said
    operations: tuple[str, ...]
    kind: str


@kept
def figures(pattern: Pattern) -> Mapping[int, tuple[Figure, ...]]:
    """The figures of each step, by its number; of a step without any, none."""
    return {}
