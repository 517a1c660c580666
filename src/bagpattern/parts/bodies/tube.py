"""A body whose wall goes round a base: a cylinder, or whatever shape the base is [construction 2.8].

The wall is two halves, which may be cut in one, or a front and a back one of which wraps the sides. Its length is
measured on the drafted base, never computed from a formula that assumes its shape; where it leans out it is cut to a
curve.
Coordinates as seen from outside the bag.
"""

from __future__ import annotations

from bagpattern.geometry.path import Path, joined
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle, rectangle_path
from bagpattern.geometry.unrolled import unrolled
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.operation import Task, sew, task
from bagpattern.model.seam import Run, Seam
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.bodies.bases import Base, halves
from bagpattern.parts.bodies.body import Body, Hollow, Opening
from bagpattern.parts.bodies.facets import along
from bagpattern.parts.naming import Naming
from bagpattern.parts.sewing.in_one import Uncut
from bagpattern.values import replace, value
from bagpattern.words import words

HALVES, WRAPPED, FRONT_WRAPPED, ONE_PIECE = "halves", "wrapped", "front-wrapped", "one-piece"
WALLS = (HALVES, WRAPPED, FRONT_WRAPPED, ONE_PIECE)
"""How the wall is cut."""
WRAPS = {WRAPPED: "back", FRONT_WRAPPED: "front"}
"""Which panel goes round the sides, where one does."""
_CALLED = {"front": words("front"), "back": words("back")}


@value
class TubeBody(Body):
    """A base and a wall ``height`` mm high, open at the top."""

    base: Base
    height: float
    wall: str = HALVES
    above: float = 0.0
    """mm of the wall that lie above what is inside: rolled down, or drawn together."""
    lean: float = 0.0
    """mm that the rim lies farther out than the base, all round."""

    def smaller(self, inset: float) -> TubeBody:
        """The same body for the layer inside; its rim lies as high as this one's."""
        return replace(
            self, base=self.base.smaller(inset), height=self.height - inset, wall=self._seamed, lean=self._lean(inset)
        )

    def _lean(self, inset: float) -> float:
        """mm for the layer inside, which leans as much but is lower."""
        return self.lean * (self.height - inset) / self.height

    @property
    def _seamed(self) -> str:
        """How the wall of a lining is cut: with both of its seams."""
        return HALVES if self.wall == ONE_PIECE else self.wall

    def hollow(self) -> Hollow:
        """The largest upright box that stands on the base, and that base."""
        width, depth = self.base.room
        high = self.height - self.above
        return Hollow(rectangle_path(width, high, point(width / 2, high / 2)), depth, self.base.sides().closed)

    def opening(self, prefix: str) -> Opening:
        """The rim, from the front's right end on."""
        return Opening(((Run(f"{prefix}front", "top"), Run(f"{prefix}back", "top")),))

    def gap_seam(self, prefix: str) -> str:
        """A side seam: the base's is curved."""
        return f"{prefix}right side"

    def folds(self) -> tuple[Uncut, ...]:
        """The side at which a wall in one piece goes on."""
        if self.wall != ONE_PIECE:
            return ()
        title, fold = words("Wall, front and back"), words("side fold")
        return (Uncut("left side", "front-back", title, "side fold", fold, "build", _CALLED),)

    def draft(self, named: Naming) -> Draft:
        """The wall and the base."""
        around = dict(zip(("front", "back"), self._around(), strict=True))
        edges = tuple(Edge(name, path) for name, path in around.items())
        base = named.panel("base", words("base"), edges, (Facet(Wall.BASE),))
        walls = (
            named.panel(name, _CALLED[name], self._edges(path), self._facets(name), face=True)
            for name, path in around.items()
        )
        return Draft((*walls, base), self._seams(named.prefix))

    def tasks(self) -> tuple[Task, ...]:
        """The wall to a tube, then the base into it."""
        sides = ("right side",) if self.wall == ONE_PIECE else ("right side", "left side")
        text = words(
            "Lay the base into the wall, right sides together: match the quarters first, then every notch, and sew all "
            "round, the wall on top."
        )
        return (
            task(words("Close the wall to a tube"), sew(*sides)),
            task(words("Sew the base into the wall"), sew("front to base", "back to base", how=text)),
        )

    @property
    def across(self) -> float:
        """mm of the back."""
        return self._around()[1].length

    def _around(self) -> tuple[Path, Path]:
        """The base's outline along the front, right to left, and along the back, left to right."""
        sides = self.base.sides()
        if self.wall == WRAPPED:
            return sides.top, joined((sides.left, sides.bottom, sides.right))
        if self.wall == FRONT_WRAPPED:
            return joined((sides.right, sides.top, sides.left)), sides.bottom
        return halves(sides)

    def _edges(self, along: Path) -> tuple[Edge, ...]:
        wall = unrolled(along, self.height, self.lean) if self.lean else rectangle(along.length, self.height)
        top = Edge("top", wall.top, Finish.OPEN)
        return Edge("bottom", wall.bottom), Edge("right", wall.right), top, Edge("left", wall.left)

    def _facets(self, name: str) -> tuple[Facet, ...]:
        """A panel that wraps the others is the sides, too; one that leans is drawn to a curve, and not divided."""
        if WRAPS.get(self.wall) != name or self.lean:
            return (Facet(Wall(name)),)
        sides, up = self.base.sides(), 1j
        right, left = (Wall.RIGHT, sides.right.length, up), (Wall.LEFT, sides.left.length, up)
        if name == "front":
            return along(self.height, left, (Wall.FRONT, sides.top.length, up), right)
        return along(self.height, right, (Wall.BACK, sides.bottom.length, up), left)

    def _seams(self, prefix: str) -> tuple[Seam, ...]:
        front, back, base = f"{prefix}front", f"{prefix}back", f"{prefix}base"
        sides = tuple(
            Seam(f"{prefix}{side} side", (Run(front, side),), (Run(back, other, reversed=True),), marked=True)
            for side, other in (("right", "left"), ("left", "right"))
        )
        ends = (
            Seam(f"{wall} to base", (Run(wall, "bottom"),), (Run(base, name, reversed=True),), marked=True, double=last)
            for wall, name, last in ((front, "front", False), (back, "back", True))
        )
        return (*sides, *ends)
