"""An offcut: a finite piece of cloth or leather, of any outline, with what is wrong with it."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely

from bagpattern.layout.blanks import polygon
from bagpattern.values import value


@value
class Offcut:
    """A piece of cloth: its outline in mm, x along the grain, and the places in it that must not be used."""

    name: str
    material: str
    outline: tuple[complex, ...]
    flaws: tuple[tuple[complex, float], ...] = ()
    """Centre and radius in mm of each."""

    @property
    def size(self) -> tuple[float, float]:
        """mm along and across the grain."""
        xs, ys = [p.real for p in self.outline], [p.imag for p in self.outline]
        return max(xs) - min(xs), max(ys) - min(ys)

    @property
    def corner(self) -> complex:
        """The corner of the rectangle round it."""
        return complex(min(p.real for p in self.outline), min(p.imag for p in self.outline))

    @property
    def sound(self) -> Any:
        """The area that can be used."""
        area = polygon(np.array(self.outline))
        for centre, radius in self.flaws:
            area = area.difference(shapely.Point(centre.real, centre.imag).buffer(radius))
        return area

    @property
    def plain(self) -> bool:
        """Whether it is a whole rectangle."""
        long, wide = self.size
        return not self.flaws and abs(float(shapely.area(polygon(np.array(self.outline)))) - long * wide) < 1.0
