"""Wedges: a frame wedge, a triangle of two tubes, its tip cut off, its corners rounded; a bag that opens at its rim."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.contract.solids import Sizes


def wedge_angles(size: Sizes) -> tuple[float, float, float, float]:
    """mm along the top of a triangle of two tubes, and its corners: at the left and right end of that, and below."""
    left = size.left if "left" in size.asked else along_left(size)
    right, below = size.given("right", left), math.radians(float(size.asked.get("angle", 60)))
    at_left = math.atan2(right * math.sin(below), left - right * math.cos(below))  # from the ends of both sides
    at_right = math.pi - below - at_left
    return left * math.sin(below) / math.sin(at_right), at_left, at_right, below


def along_left(size: Sizes) -> float:
    """mm along the tube on the left, where a rule decides it: read off the straights of both sides, up to the top."""
    front = size.pattern["front"].panel
    sides = [max(front.edge(name).path.segments, key=lambda each: each.length) for name in ("left", "right")]
    (one, way), (other, across) = ((each.start, each.end - each.start) for each in sides)
    below = one + way * ((other - one).conjugate() * across).imag / (way.conjugate() * across).imag
    high = max(point.imag for point in front.edge("top").path.flat)
    return abs((high - below.imag) / way.imag * way)


def wedge_box(size: Sizes) -> tuple[float, float, float]:
    """A rounded corner that is sharper than a right one ends before its sharp one, by r (1 / tan of its half - 1)."""
    (top, left, right, _), radius = wedge_angles(size), size.arc("radius", "back")
    less = sum(radius * (1 / math.tan(each / 2) - 1) for each in (left, right) if each < math.pi / 2)
    high = top / (1 / math.tan(left) + 1 / math.tan(right))
    return top - less, high * (1 - size.given("tip", 50.0) / top), size.depth


def wedge(size: Sizes) -> float:
    """A triangle less the one at its tip, a kite less a sector at each of four corners."""
    (top, left, right, _), radius = wedge_angles(size), size.arc("radius", "back")
    area = top**2 / (1 / math.tan(left) + 1 / math.tan(right)) / 2 * (1 - (size.given("tip", 50.0) / top) ** 2)
    corners = left, right, math.pi - left, math.pi - right
    lost = sum(radius**2 * (1 / math.tan(each / 2) - (math.pi - each) / 2) for each in corners)
    return (area - lost) * size.depth


def opened(size: Sizes) -> float:
    """A triangle on its tip, as deep as its rim opens, between two faces as long as the bag is high."""
    wide, high, deep = size.three()
    half = math.asin(deep / 2 / high)
    return wide * high**2 * math.sin(2 * half) / 2
