"""Shapes that solids of bags are made of, by integration and by geometry: no function of the engine."""

from __future__ import annotations

import math
from collections.abc import Callable

SLICES = 4_000


def prismatoid(base: tuple[float, float], top: tuple[float, float], high: float) -> float:
    """mm3 between two rectangles, one above the other: Simpson's rule is exact for it."""
    middle = (base[0] + top[0]) * (base[1] + top[1])  # four times the area half-way up
    return high / 6 * (base[0] * base[1] + middle + top[0] * top[1])


class Face:
    """A face that is *wide* at its lower corners and *top* mm along its rim, its corners rounded."""

    def __init__(self, wide: float, top: float, high: float, radius: float) -> None:
        self.out, self.top, self.high, self.radius = wide / 2 - radius, top / 2, high, radius
        across, up = self.top - self.out, high - radius  # from the middle of the corner to the end of the rim
        self.lean = math.atan2(up, across) - math.acos(radius / math.hypot(across, up))
        self.straight = radius + radius * math.sin(self.lean)
        """Where the side begins to be straight."""

    def width(self, y: float) -> float:
        """mm across at a height."""
        if y >= self.straight:
            return 2 * (self.top + (self.high - y) * math.tan(self.lean))
        return 2 * (self.out + math.sqrt(self.radius**2 - (y - self.radius) ** 2))

    def volume(self, depth: Callable[[float], float], top_radius: float = 0.0) -> float:
        """mm3 by slices; rounded at the top each corner loses a kite less a sector there."""
        step, angle = self.high / SLICES, math.pi / 2 + self.lean
        levels = ((n + 0.5) * step for n in range(SLICES))
        lost = 2 * top_radius**2 * (1 / math.tan(angle / 2) - (math.pi - angle) / 2)
        return step * sum(self.width(y) * depth(y) for y in levels) - lost * depth(self.high)


def crescent(wide: float, high: float, radius: float, dip: float) -> float:
    """mm2 of a half-moon, by slices: one arc below touches both corners from outside, one above from within."""
    out, up = wide / 2 - radius, high - radius  # the middle of a corner
    below = (out**2 + up**2 - radius**2) / (2 * (up - radius))
    touch_low = out * below / (below - radius)
    above = (out**2 + (radius - dip) ** 2 - radius**2) / (2 * dip) if dip else math.inf
    touch_high = out * above / (above + radius) if dip else out

    def height(x: float) -> float:
        corner = math.sqrt(max(radius**2 - (x - out) ** 2, 0.0))
        low = below - math.sqrt(below**2 - x**2) if x < touch_low else up - corner
        if x >= touch_high:
            return up + corner - low
        return high - low - (dip - above + math.sqrt(above**2 - x**2) if dip else 0.0)

    step = wide / 2 / SLICES
    return 2 * step * sum(height((n + 0.5) * step) for n in range(SLICES))


def oval(wide: float, deep: float) -> tuple[float, float]:
    """mm2 and mm round an oval of four arcs, whose middles lie on its axes [construction 2.8], by slices."""
    a, b = wide / 2, deep / 2
    if a == b:
        return math.pi * a * a, 2 * math.pi * a
    slope = math.hypot(a, b)
    end, side = slope * (slope - (a - b)) / (2 * a), slope * (slope + (a - b)) / (2 * b)
    join = (a - end) * side / (side - end)
    turn = math.asin(join / side)

    def height(x: float) -> float:
        if x < join:
            return b - side + math.sqrt(side**2 - x**2)
        return math.sqrt(max(end**2 - (x - (a - end)) ** 2, 0.0))

    step = a / SLICES
    area = 4 * step * sum(height((n + 0.5) * step) for n in range(SLICES))
    return area, 4 * (side * turn + end * (math.pi / 2 - turn))


def pillow(width: float, height: float) -> float:
    """mm3, at the most, in two rectangles sewn all round [A. C. Robin, Paper Bag Problem, 2004]."""
    narrow, ratio = min(width, height), max(width, height) / min(width, height)
    return narrow**3 * (ratio / math.pi - 0.142 * (1 - 10**-ratio))
