"""How near a place is to a path, and where along it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from shapely import Point as Place

from bagpattern.geometry.path import Path
from bagpattern.geometry.points import Point

if TYPE_CHECKING:
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
