"""How near a place is to a path or a line, and where along it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from shapely import Point as Place

from bagpattern.geometry.path import Path
from bagpattern.geometry.points import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def nearest(path: Path, at: Point) -> float:
    """mm along an open path to what of it is nearest to a place."""
    return float(path.line_string.project(Place(at.real, at.imag), normalized=True)) * path.length


def depth(outline: Path, at: Point) -> float:
    """mm from a closed path to a place inside it; below 0 outside."""
    place = Place(at.real, at.imag)
    away = float(outline.ring.distance(place))
    return away if outline.polygon.contains(place) else -away


def inside(outline: Path, places: Floats) -> NDArray[np.bool_]:
    """Which of k x 2 places lie inside a closed path."""
    found: NDArray[np.bool_] = shapely.contains_xy(outline.polygon, places[:, 0], places[:, 1])
    return found


def away(path: Path, places: Floats) -> Floats:
    """mm of k x 2 places from an open path."""
    found: Floats = shapely.distance(path.line_string, shapely.points(places))
    return found


def touching(places: Floats, lines: Sequence[Floats], near: float) -> tuple[NDArray[np.int_], NDArray[np.int_]]:
    """The pairs of k x 2 places and lines, k x 2 or more each, that are no farther than *near* mm from each other.

    The numbers of the places, and those of the lines.
    """
    tree = shapely.STRtree([shapely.linestrings(each[:, :2]) for each in lines])
    place, line = tree.query(shapely.points(places), predicate="dwithin", distance=near)
    return place, line
