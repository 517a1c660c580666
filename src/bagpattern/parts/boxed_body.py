"""A body of two panels whose lower corners are boxed: the ends of side and base seam are laid on each other and sewn.

The square that is cut out of each lower corner is half the depth, measured on the stitching lines [construction 2.2].
"""

from __future__ import annotations

from dataclasses import dataclass

from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Edge, Finish
from bagpattern.model.seam import Run, Seam, Stage, Step
from bagpattern.parts.body import Body, Hollow, Naming, Opening


@dataclass(frozen=True)
class BoxedBody(Body):
    """Front and back, open at the top; finished sizes in mm."""

    width: float
    height: float
    depth: float

    def smaller(self, inset: float) -> BoxedBody:
        """The same body for the layer inside; its rim lies as high as this one's."""
        return BoxedBody(self.width - 2 * inset, self.height - inset, self.depth - 2 * inset)

    def hollow(self) -> Hollow:
        """Between the boxed corners."""
        sides = rectangle(self.width, self.height)
        return Hollow(Path(tuple(segment for side in sides for segment in side.segments)), self.depth)

    def opening(self, prefix: str) -> Opening:
        """The rim, from the front's right end on."""
        return Opening(((Run(f"{prefix}front", "top"), Run(f"{prefix}back", "top")),))

    def gap_seam(self, prefix: str) -> str:
        """The base seam."""
        return f"{prefix}base seam"

    def draft(self, named: Naming) -> Draft:
        """Front and back, sewn at sides and base, and boxed."""
        panels = (named.panel("front", "front", self._edges()), named.panel("back", "back", self._edges()))
        return Draft(panels, self._seams(named.prefix))

    def steps(self) -> tuple[Step, ...]:
        """Sides and base, then the corners."""
        box = "At each lower corner lay the side seam on the base seam, right sides together, and sew straight across."
        return (
            Step(Stage.BODY, "Sew the sides and the base", "", ("right side", "left side", "base seam")),
            Step(Stage.BODY, "Box the corners", box, ("right corner", "left corner")),
        )

    def _edges(self) -> tuple[Edge, ...]:
        half, high, wide = self.depth / 2, self.height + self.depth / 2, self.width + self.depth
        corners = (
            ("bottom", point(half, 0)),
            ("right corner base", point(half + self.width, 0)),
            ("right corner side", point(half + self.width, half)),
            ("right", point(wide, half)),
            ("top", point(wide, high)),
            ("left", point(0, high)),
            ("left corner side", point(0, half)),
            ("left corner base", point(half, half)),
        )
        ends = [at for _, at in (*corners[1:], corners[0])]
        return tuple(
            Edge(name, line_path(at, end), Finish.OPEN if name == "top" else Finish.SEAM)
            for (name, at), end in zip(corners, ends, strict=True)
        )

    def _seams(self, prefix: str) -> tuple[Seam, ...]:
        front, back = f"{prefix}front", f"{prefix}back"
        return (
            Seam(f"{prefix}base seam", (Run(front, "bottom"),), (Run(back, "bottom", reversed=True),), marked=True),
            *(
                Seam(f"{prefix}{side} side", (Run(front, side),), (Run(back, other, reversed=True),), marked=True)
                for side, other in (("right", "left"), ("left", "right"))
            ),
            self._box(prefix, "right", front, back),
            self._box(prefix, "left", back, front),
        )

    @staticmethod
    def _box(prefix: str, side: str, one: str, other: str) -> Seam:
        """From the inner corner of the panel whose right it is, over where base and side seam meet, to the other's."""
        base = Run(one, "right corner base", reversed=True), Run(other, "left corner base", reversed=True)
        up = Run(one, "right corner side"), Run(other, "left corner side")
        return Seam(f"{prefix}{side} corner", base, up)
