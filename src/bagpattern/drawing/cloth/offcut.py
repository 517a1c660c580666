"""An offcut from above, to scale: its outline, the flaws in it, and where each piece is cut from it."""

from __future__ import annotations

import cmath
import math
import operator
from collections.abc import Iterator, Sequence
from functools import partial

from bagpattern.drawing.cloth.arranged import View
from bagpattern.drawing.cloth.lay import drawn
from bagpattern.drawing.cloth.plan import Plan, Room
from bagpattern.drawing.lettering import text_width
from bagpattern.drawing.model import Drawing, Shape, Text
from bagpattern.geometry.cloths import area_of, calm_place, centre_of, less, mapped
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import Point
from bagpattern.layout.blanks import Blank
from bagpattern.layout.cloth import Cloth
from bagpattern.layout.offcut import BEST, POOR
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
    return drawn(partial(_Offcut, pattern, filled, cut, on))


class _Offcut(Plan):
    """A plan on the rectangle round an offcut, with the offcut's own outline."""

    in_one = True

    def __init__(self, pattern: Pattern, filled: Filled, cut: tuple[Blank, ...], on: Cloth, room: Room) -> None:
        self.filled, self.cut = filled, cut
        super().__init__(pattern, as_lay(filled, cut, on), "", room)

    @property
    def title(self) -> str:
        """The material, and what is left of it."""
        return f"{super().title}, {self.filled.offcut.name}"

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

    def cloth(self, view: View) -> Iterator[Shape]:
        """Its outline, every flaw, and where it is better or worse."""
        offcut = self.filled.offcut
        yield Shape(self.names("cloth"), "leader", (self._closed(view, offcut.outline),))
        for centre, radius in offcut.flaws:
            ring = [centre + cmath.rect(radius, 2 * math.pi * step / _ROUND) for step in range(_ROUND)]
            yield Shape(self.names("flaw"), "topstitch", (self._closed(view, ring),))
        for zone in offcut.zones:
            yield Shape(self.names("zone"), "placement", (self._closed(view, zone.outline),))

    def written(self, view: View) -> Iterator[Text]:
        """What each zone is for, where nothing is cut from it."""
        cut = [self.cut[each.blank].turned(each.degrees) + each.move for each in self.filled.spots]
        taken = [area_of(self._at(view, p) for p in ring.tolist()) for ring in cut]
        for zone in self.filled.offcut.zones:
            area = area_of(self._at(view, p) for p in zone.outline)
            said = self.tell(_QUALITIES[zone.quality])
            free, half = less(area, *taken), text_width(said, _SMALL) / 2 + 1.0
            for by in (-half, half):  # both of its ends lie there, too
                free = less(free, less(free, mapped(free, partial(operator.add, by))))
            place, room = calm_place(free)
            place = place if room else centre_of(area)
            yield Text(place.real, place.imag, _SMALL, said, "middle")

    def _closed(self, view: View, ring: Sequence[Point]) -> Path:
        points = [self._at(view, p) for p in ring]
        return line_path(*points, points[0])

    def _at(self, view: View, place: Point) -> Point:
        moved = place - self.filled.offcut.corner
        return view.at(moved.real, moved.imag)
