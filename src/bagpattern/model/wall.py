"""Where a panel is in the finished bag: which wall it is, which way is up there, and how firmly it stands."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point
from bagpattern.lengths import between
from bagpattern.values import replace, value


class Wall(StrEnum):
    """The walls of a bag as it stands, seen by who stands before it; the right one is on that person's right."""

    FRONT = "front"
    BACK = "back"
    LEFT = "left"
    RIGHT = "right"
    BASE = "base"
    TOP = "top"
    FLAP = "flap"
    """Over the opening, down the front: it hangs, and its hinge is above."""


class Firmness(IntEnum):
    """How a panel of the shell stands in the finished bag: it bears the stiffening of its rank and of those below."""

    SOFT = 0
    """Drawn together or rolled down: nothing goes behind it [K]."""
    BENT = 1
    """A band that turns corners: interfacing, but no foam, which would have to turn with it [construction 2.14]."""
    FLAT = 2
    """A wall, an end, a base: foam, too."""


@value
class Facet:
    """A stretch of a panel that is a wall of the finished bag, or part of one.

    ``up`` is the direction on the panel that is up there; on base and top, where nothing is, the one that leads to the
    front. ``outline`` is what of the panel it is, None the whole; ``copy`` the copy of the panel, 0 every one.
    ``whole`` is the id of the panel that this was before it was cut in one with others.
    """

    wall: Wall
    up: complex = 1j
    outline: Path | None = None
    copy: int = 0
    whole: str = ""

    def placed(self, placement: Placement) -> Facet:
        """Its image."""
        outline = None if self.outline is None else self.outline.placed(placement)
        return replace(self, up=placement.direction(self.up), outline=outline)

    def has(self, at: Point) -> bool:
        """Whether a place of its panel is in the box of what of that it is."""
        if self.outline is None:
            return True
        left, bottom, right, top = self.outline.bounds
        return between(at.real, left, right) and between(at.imag, bottom, top)
