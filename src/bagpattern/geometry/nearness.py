"""How near a place is to a path, and where along it."""

from __future__ import annotations

from shapely import Point as Place

from bagpattern.geometry.path import Path
from bagpattern.geometry.points import Point


def nearest(path: Path, at: Point) -> float:
    """mm along an open path to what of it is nearest to a place."""
    return float(path.line_string.project(Place(at.real, at.imag), normalized=True)) * path.length


def depth(outline: Path, at: Point) -> float:
    """mm from a closed path to a place inside it; below 0 outside."""
    place = Place(at.real, at.imag)
    away = float(outline.ring.distance(place))
    return away if outline.polygon.contains(place) else -away
