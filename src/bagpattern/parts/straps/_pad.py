"""The shape of a padded strap: a strip along an S of two equal arcs, its width eased [construction 5.5].

The lower end lies to the left of the upper one, as on the left strap of a bag seen from the wearer's side.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from itertools import pairwise

from bagpattern.geometry.measure import tightest_radii
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import Point
from bagpattern.geometry.segments import Cubic
from bagpattern.geometry.shapes import Sides
from bagpattern.values import once, value

STEEPEST = 0.5
"""Of the strap's length: a lower end set out by more would turn the strap back on itself [K]."""


@value
class PadShape:
    """A strap ``length`` mm along its middle, whose lower end is set out by ``curve`` mm.

    ``lower``, ``widest`` and ``top`` are its widths in mm at the lower end, in the middle and at the upper end.
    """

    length: float
    lower: float
    widest: float
    top: float
    curve: float

    def sides(self) -> Sides:
        """The outline; its ends are level."""
        return self.within(0.0, self.length, 0.0)

    def within(self, low: float, high: float, inset: float) -> Sides:
        """The outline of the stretch from *low* to *high* mm along the middle, *inset* mm inside both long sides."""
        quarters = (self.length * share for share in (0.25, 0.5, 0.75))
        stations = (low, *(at for at in quarters if low < at < high), high)
        right, left = (self._side(stations, side, inset) for side in (-1, 1))
        return Sides(line_path(left.start, right.start), right, line_path(right.end, left.end), left.reversed())

    def middle(self, at: float) -> Point:
        """The point *at* mm up the middle line."""
        return self._centre(at)

    def tightest(self) -> float:
        """mm: the least radius of its long sides; infinite when they are straight."""
        sides = self.sides()
        radii = (abs(radius) for path in (sides.left, sides.right) for radius in tightest_radii(path))
        return min(radii, default=math.inf)

    @once
    def _sweep(self) -> float:
        """Radians that each arc turns by: (1 - cos t) / t is the share of the length that the end is set out by."""
        share, low, high = self.curve / self.length, 0.0, math.pi / 2
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if (1 - math.cos(middle)) / middle < share else (low, middle)
        return (low + high) / 2 if share > 0 else 0.0

    @property
    def _bend(self) -> float:
        """1/mm, of each arc."""
        return 2 * self._sweep / self.length

    def _direction(self, at: float) -> complex:
        """Upward along the middle: it leans to the right as far as the middle, then back."""
        half = self.length / 2
        return 1j * cmath.rect(1, -self._sweep * (1 - abs(at - half) / half))

    def _centre(self, at: float) -> Point:
        half = self.length / 2
        if at <= half:
            return self._along(at)
        return 2 * self._along(half) - self._along(self.length - at)

    def _along(self, at: float) -> Point:
        """The point *at* mm up the lower arc, which turns right from straight up."""
        if self._bend * at < 1e-12:
            return 1j * at
        radius, angle = 1 / self._bend, self._bend * at
        return complex(radius * (1 - math.cos(angle)), radius * math.sin(angle))

    def _half_width(self, at: float) -> tuple[float, float]:
        """Half the width at a place, and how fast it grows there: smooth steps from end to middle to end."""
        half = self.length / 2
        start, end, share = (
            (self.lower, self.widest, at / half) if at <= half else (self.widest, self.top, (at - half) / half)
        )
        eased, slope = share * share * (3 - 2 * share), 6 * share * (1 - share) / half
        return (start + (end - start) * eased) / 2, (end - start) * slope / 2

    def _side(self, stations: Sequence[float], side: int, inset: float) -> Path:
        """The left (1) or right (-1) side from below, a cubic between each two stations."""
        return Path(tuple(self._cubic(low, high, side, inset) for low, high in pairwise(stations)))

    def _cubic(self, low: float, high: float, side: int, inset: float) -> Cubic:
        bend = -self._bend if high <= self.length / 2 else self._bend
        reach = (high - low) / 3
        (start, from_start), (end, to_end) = (self._moving(at, side, inset, bend) for at in (low, high))
        return Cubic(start, start + from_start * reach, end - to_end * reach, end)

    def _moving(self, at: float, side: int, inset: float, bend: float) -> tuple[Point, complex]:
        """A point of a side, and how it moves with the middle."""
        along = self._direction(at)
        width, growth = self._half_width(at)
        aside = 1j * along * side
        place = self._centre(at) + aside * (width - inset)
        return place, along * (1 - bend * side * (width - inset)) + aside * growth
