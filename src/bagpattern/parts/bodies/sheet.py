"""A body that is one flat sheet of two layers, sewn to each other all round: it is rolled up, and holds nothing."""

from __future__ import annotations

from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Task
from bagpattern.model.panel import Role
from bagpattern.model.seam import Run
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.bodies.body import Body, Hollow, Opening
from bagpattern.parts.naming import Naming
from bagpattern.values import replace, value
from bagpattern.words import words

SHEET = "back"
"""The outer layer: the back of the roll as it lies open before who uses it."""
SIDES = ("right", "top", "left")
HINGE = "flap hinge"
"""The line along which what is above it is folded down."""


@value
class SheetBody(Body):
    """Finished sizes in mm; the uppermost ``flap`` of the height is folded down over what the pockets hold."""

    width: float
    height: float
    flap: float

    def smaller(self, inset: float) -> SheetBody:
        """Both layers are equally large."""
        return self

    def draft(self, named: Naming) -> Draft:
        """One layer."""
        whole = rectangle(self.width, self.height)
        finish = Finish.OPEN if named.role is Role.BODY else Finish.SEAM
        edges = tuple(Edge(name, path, finish) for name, path in zip(("bottom", *SIDES), whole, strict=True))
        panel = named.panel(SHEET, words("roll"), edges, (Facet(Wall.BACK),))
        return Draft((replace(panel, lines=self._lines()),))

    def _lines(self) -> tuple[Line, ...]:
        if not self.flap:
            return ()
        high = self.height - self.flap
        path = line_path(point(0, high), point(self.width, high))
        return (Line(HINGE, path, LineKind.TOPSTITCH, words("flap hinge"), crease=True),)

    def opening(self, prefix: str) -> Opening:
        """All round, but for the base."""
        return Opening((tuple(Run(f"{prefix}{SHEET}", side) for side in SIDES),))

    def gap_seam(self, prefix: str) -> str:
        """The base."""
        return "base seam"

    def hollow(self) -> Hollow:
        """What lies below the flap."""
        return Hollow(rectangle(self.width, self.height - self.flap).closed, 0.0)

    def tasks(self) -> tuple[Task, ...]:
        """All is told with the lining."""
        return ()
