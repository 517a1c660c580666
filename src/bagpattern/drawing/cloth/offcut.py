"""An offcut from above, to scale: its outline, the flaws in it, and where each piece is cut from it."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator

from bagpattern.drawing.cloth.lay import SCALES, Plan, drawn
from bagpattern.drawing.model import Drawing, Item, Shape
from bagpattern.geometry.path import line_path
from bagpattern.layout.blanks import Blank
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.stash import Filled, as_lay
from bagpattern.model.pattern import Pattern
from bagpattern.said import Name
from bagpattern.units import number
from bagpattern.words import extent, words

_ROUND = 48  # corners of a flaw


def offcut_drawing(pattern: Pattern, filled: Filled, cut: tuple[Blank, ...], on: Cloth) -> Drawing:
    """What is cut from one offcut, drawn like a lay plan."""
    return drawn(pattern, [_Offcut(pattern, filled, cut, on, scale) for scale in SCALES])


class _Offcut(Plan):
    """A plan on the rectangle round an offcut, with the offcut's own outline."""

    def __init__(self, pattern: Pattern, filled: Filled, cut: tuple[Blank, ...], on: Cloth, scale: float) -> None:
        super().__init__(pattern, as_lay(filled, cut, on), "", scale)
        self.filled = filled
        self.title = f"{self.title}, {filled.offcut.name}"

    def lines(self) -> list[str]:
        """How large it is, what is left of it, and how it lies."""
        plan = words(
            "{cloth}, {size}, of which {left} are left. Drawn {scale}.",
            cloth=self.lay.cloth.title,
            size=extent(*self.filled.offcut.size),
            left=Name(f"{number(self.filled.left / 100, 0)} cm2"),
            scale=self.scale_said(),
        )
        return [self.tell(plan), self.tell(self.lying())]

    def cloth(self) -> Iterator[Item]:
        """Its outline, and every flaw."""
        offcut = self.filled.offcut
        corners = [self._at(p) for p in (*offcut.outline, offcut.outline[0])]
        yield Shape(self.names("cloth"), "leader", (line_path(*corners),))
        for centre, radius in offcut.flaws:
            ring = [centre + cmath.rect(radius, 2 * math.pi * step / _ROUND) for step in (*range(_ROUND), 0)]
            yield Shape(self.names("flaw"), "topstitch", (line_path(*map(self._at, ring)),))

    def _at(self, place: complex) -> complex:
        moved = place - self.filled.offcut.corner
        return self.at(moved.real, moved.imag)
