"""The walls of the finished bag on a panel that is several of them: a band's stretches, the parts beside a crease."""

from __future__ import annotations

from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import Point, point
from bagpattern.model.wall import Facet, Wall


def part(wall: Wall, left: float, bottom: float, right: float, top: float, up: complex = 1j) -> Facet:
    """A wall between these mm on its panel."""
    return cornered(wall, up, point(left, bottom), point(right, bottom), point(right, top), point(left, top))


def cornered(wall: Wall, up: complex, *corners: Point) -> Facet:
    """A wall with these corners."""
    return Facet(wall, up, line_path(*corners, corners[0]))


def along(across: float, *stretches: tuple[Wall, float, complex]) -> tuple[Facet, ...]:
    """The walls that a strip *across* mm wide goes along, from its left end: each with its mm and what is up there."""
    facets: list[Facet] = []
    at = 0.0
    for wall, long, up in stretches:
        facets.append(part(wall, at, 0.0, at + long, across, up))
        at += long
    return tuple(facets)
