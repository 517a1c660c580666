"""What is left of a floor, or of any round outline, beside what stands on it: measured on the outline, not its box."""

from __future__ import annotations

from typing import NamedTuple

from bagpattern.geometry import areas
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import Point, point


class Room(NamedTuple):
    """mm that are left to the sides, and from front to back; negative is what is missing."""

    width: float
    depth: float


def on_floor(floor: Path, across: float, deep: float) -> Room:
    """Beside a rectangle of *across* by *deep* mm in the middle of a *floor*, whose halves are alike.

    Each is measured where the corners of the rectangle stand: across at its front, from front to back at its side.
    """
    left, bottom, right, top = areas.bounds([floor])
    middle = point((left + right) / 2, (bottom + top) / 2)
    wide, long = _chord(floor, middle + 1j * deep / 2, 1 + 0j), _chord(floor, middle + across / 2, 1j)
    return Room(wide - across, long - deep)


def beside_round(outline: Path, across: float) -> Room:
    """Beside a round thing of *across* mm in the widest circle of an *outline*."""
    left = 2 * areas.inner_radius(outline) - across
    return Room(left, left)


def _chord(outline: Path, through: Point, along: complex) -> float:
    """mm of an endless line inside a convex outline; 0 where it passes by."""
    met = [outline.point_at(at) for at in outline.crossings(through, along)]
    return abs(met[-1] - met[0]) if met else 0.0
