"""The outline of a box's lid: a top with lips at the front and at both sides, cut in one, its back edge the hinge."""

from __future__ import annotations

from typing import Self

from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import Point, point
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.bodies.facets import part
from bagpattern.parts.sewing.flaps import FlapShape
from bagpattern.values import replace, value
from bagpattern.words import words


@value
class LidShape(FlapShape):
    """``width`` mm across its top, ``depth`` from hinge to the lower edge of the front lip, of which ``lip`` hang down.

    ``aside`` mm at either end of its back edge are no hinge: they stand beside the back that it is sewn to.
    """

    lip: float = 0.0
    aside: float = 0.0

    @property
    def free(self) -> tuple[tuple[str, Path], ...]:
        """From the hinge's left end round the three lips, whose ends are notched out of the front corners."""
        wide, lip = self.width, self.lip
        left = (
            ("left back", point(self.aside, self.depth)),
            ("left", point(-lip, self.depth)),
            ("left corner side", point(-lip, lip)),
            ("left corner front", point(0, lip)),
        )
        right = (
            ("right corner front", point(wide, 0)),
            ("right corner side", point(wide, lip)),
            ("right", point(wide + lip, lip)),
            ("right back", point(wide + lip, self.depth)),
        )
        return _between((*left, ("bottom", 0j), *right), point(wide - self.aside, self.depth))

    @property
    def hinge(self) -> Path:
        """The part of the back edge that is sewn on."""
        return line_path(point(self.width - self.aside, self.depth), point(self.aside, self.depth))

    @property
    def corners(self) -> tuple[tuple[str, str, str], ...]:
        """The lips are sewn to each other at the front corners."""
        return tuple((f"{side} corner", f"{side} corner side", f"{side} corner front") for side in ("left", "right"))

    @property
    def facets(self) -> tuple[Facet, ...]:
        """A top, and what hangs from it."""
        wide, lip, deep = self.width, self.lip, self.depth
        return (
            part(Wall.TOP, 0.0, lip, wide, deep, -1j),
            part(Wall.FLAP, 0.0, 0.0, wide, lip),
            part(Wall.FLAP, -lip, lip, 0.0, deep, 1 + 0j),
            part(Wall.FLAP, wide, lip, wide + lip, deep, -1 + 0j),
        )

    @property
    def folds(self) -> tuple[Line, ...]:
        """Where the lips hang from the top."""
        wide, lip, deep = self.width, self.lip, self.depth
        corners = point(0, deep), point(0, lip), point(wide, lip), point(wide, deep)
        called = ("left fold", words("left")), ("front fold", words("front")), ("right fold", words("right"))
        return tuple(
            Line(name, line_path(start, end), LineKind.FOLD, words("{wall} fold", wall=wall), crease=True)
            for (name, wall), start, end in zip(called, corners[:-1], corners[1:], strict=True)
        )

    def inside(self, roll: float) -> Self:
        """Its lining: the top smaller in front and at the sides, the lips lower."""
        return replace(self, width=self.width - 2 * roll, depth=self.depth - 2 * roll, lip=self.lip - roll)


def _between(corners: tuple[tuple[str, Point], ...], end: Point) -> tuple[tuple[str, Path], ...]:
    """Straight edges, each with its name and the place where it starts."""
    ends = (*(at for _, at in corners[1:]), end)
    return tuple((name, line_path(at, to)) for (name, at), to in zip(corners, ends, strict=True))
