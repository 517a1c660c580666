"""Which way up a print that has a top stands on the finished bag."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from bagpattern.geometry.points import dot
from bagpattern.model.panel import Panel, Role
from bagpattern.model.wall import Wall
from bagpattern.said import Said
from bagpattern.words import series, words

_UPRIGHT = 0.5
"""The cosine up to which a print leans and no more: 60 degrees [K]."""
_SEEN = (Wall.FRONT, Wall.BACK, Wall.LEFT, Wall.RIGHT, Wall.FLAP)
_WALLS = {
    Wall.FRONT: words("front"),
    Wall.BACK: words("back"),
    Wall.LEFT: words("left"),
    Wall.RIGHT: words("right"),
    Wall.FLAP: words("flap"),
}


class Stance(StrEnum):
    """How a print stands where it does not stand upright."""

    HEAD = "on its head"
    SIDE = "on its side"


def stances(panel: Panel) -> dict[Stance, tuple[Wall, ...]]:
    """The walls on which a print would not stand upright on a panel of the outside; inside nobody minds [K]."""
    found: dict[Stance, dict[Wall, None]] = {Stance.HEAD: {}, Stance.SIDE: {}}
    for facet in panel.facets if panel.role is Role.BODY else ():
        up = dot(facet.up, panel.grain) / (abs(facet.up) * abs(panel.grain))
        if facet.wall in _SEEN and up <= _UPRIGHT:
            found[Stance.HEAD if up < -_UPRIGHT else Stance.SIDE][facet.wall] = None
    return {stance: tuple(walls) for stance, walls in found.items() if walls}


def print_told(panel: Panel) -> Iterator[Said]:
    """'print on its head: back': a line for each way in which a print does not stand upright."""
    for stance, walls in stances(panel).items():
        where = series((_WALLS[wall] for wall in walls), ", ")
        if stance is Stance.HEAD:
            yield words("print on its head: {walls}", walls=where)
        else:
            yield words("print on its side: {walls}", walls=where)
