"""An offcut: a finite piece of cloth or leather, of any outline, with what is wrong with it."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import shapely

from bagpattern.layout.blanks import Grade, polygon
from bagpattern.values import value

BEST, POOR = "best", "poor"
"""What a zone of a hide is: the butt beside its back, or belly and legs, which are loose and stretch [K]."""


class Zone(NamedTuple):
    """Part of a hide, of a quality that is not that of the rest."""

    quality: str
    outline: tuple[complex, ...]


@value
class Offcut:
    """A piece of cloth: its outline in mm, x along the grain, and the places in it that must not be used."""

    name: str
    material: str
    outline: tuple[complex, ...]
    flaws: tuple[tuple[complex, float], ...] = ()
    """Centre and radius in mm of each."""
    zones: tuple[Zone, ...] = ()

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

    def area_for(self, grade: Grade) -> Any:
        """The area that a piece may come from: faces from the best, where some is; the poor is for what nobody sees."""
        area = self.sound
        best = [polygon(np.array(each.outline)) for each in self.zones if each.quality == BEST]
        if grade is not Grade.HIDDEN:
            for each in self.zones:
                area = area.difference(polygon(np.array(each.outline))) if each.quality == POOR else area
        return area.intersection(shapely.union_all(best)) if best and grade is Grade.FACE else area

    @property
    def plain(self) -> bool:
        """Whether it is a whole rectangle."""
        long, wide = self.size
        return (
            not self.flaws
            and not self.zones
            and abs(float(shapely.area(polygon(np.array(self.outline)))) - long * wide) < 1.0
        )
