"""An offcut from above, to scale: its outline, the flaws in it, and where each piece is cut from it."""

from __future__ import annotations

import cmath
import math
import operator
from collections.abc import Iterator
from functools import partial

from bagpattern.drawing.cloth.lay import SCALES, Plan, drawn
from bagpattern.drawing.lettering import text_width
from bagpattern.drawing.model import Drawing, Item, Shape, Text
from bagpattern.geometry.cloths import area_of, calm_place, centre_of, less, mapped
from bagpattern.geometry.path import line_path
from bagpattern.layout.blanks import Blank
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.offcut import BEST, POOR, Zone
from bagpattern.layout.stash import Filled, as_lay
from bagpattern.model.pattern import Pattern
from bagpattern.said import Name
from bagpattern.units import number
from bagpattern.words import extent, words

_ROUND = 48  # corners of a flaw
_SMALL = 3.0
_QUALITIES = {BEST: words("best: fronts and flaps"), POOR: words("poor: what nobody sees")}


def offcut_drawing(pattern: Pattern, filled: Filled, cut: tuple[Blank, ...], on: Cloth) -> Drawing:
    """What is cut from one offcut, drawn like a lay plan."""
    return drawn(pattern, [_Offcut(pattern, filled, cut, on, scale) for scale in SCALES])


class _Offcut(Plan):
    """A plan on the rectangle round an offcut, with the offcut's own outline."""

    def __init__(self, pattern: Pattern, filled: Filled, cut: tuple[Blank, ...], on: Cloth, scale: float) -> None:
        super().__init__(pattern, as_lay(filled, cut, on), "", scale)
        self.filled, self.cut = filled, cut
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

        for zone in offcut.zones:
            yield from self._zone(zone)

    def _zone(self, zone: Zone) -> Iterator[Item]:
        """Its outline, and what it is for, where nothing is cut from it."""
        points = [self._at(p) for p in zone.outline]
        yield Shape(self.names("zone"), "placement", (line_path(*points, points[0]),))
        cut = (self.cut[each.blank].turned(each.degrees) + each.move for each in self.filled.spots)
        free = less(area_of(points), *(area_of(map(self._at, ring.tolist())) for ring in cut))
        said = self.tell(_QUALITIES[zone.quality])
        half = text_width(said, _SMALL) / 2 + 1.0
        for by in (-half, half):  # both of its ends lie there, too
            free = less(free, less(free, mapped(free, partial(operator.add, by))))
        place, room = calm_place(free)
        place = place if room else centre_of(area_of(points))
        yield Text(place.real, place.imag, _SMALL, said, "middle")

    def _at(self, place: complex) -> complex:
        moved = place - self.filled.offcut.corner
        return self.at(moved.real, moved.imag)
