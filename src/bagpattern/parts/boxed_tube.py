"""A body of one piece: a tube with one side seam and a base seam, its two lower corners boxed [construction 2.4, 2.7].

Half of the depth is cut out at either end of the lower edge, and the whole depth in its middle, where the cloth goes
round the other side. Coordinates as seen from outside the bag; the front is on the left.
"""

from __future__ import annotations

from dataclasses import dataclass

from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.geometry.shapes import rectangle_path
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Edge, Finish
from bagpattern.model.seam import Run, Seam, Stage, Step
from bagpattern.parts.body import Body, Hollow, Naming, Opening


@dataclass(frozen=True)
class BoxedTube(Body):
    """Front and back in one, open at the top; finished sizes in mm."""

    width: float
    height: float
    depth: float
    above: float = 0.0
    """mm of it that lie above what is inside: rolled down, or drawn together."""

    def smaller(self, inset: float) -> BoxedTube:
        """The same body for the layer inside; its rim lies as high as this one's."""
        return BoxedTube(self.width - 2 * inset, self.height - inset, self.depth - 2 * inset, self.above)

    def hollow(self) -> Hollow:
        """Between the boxed corners."""
        high = self.height - self.above
        return Hollow(rectangle_path(self.width, high, point(self.width / 2, high / 2)), self.depth)

    def opening(self, prefix: str) -> Opening:
        """The rim."""
        return Opening(((Run(f"{prefix}front", "top"),),))

    def gap_seam(self, prefix: str) -> str:
        """The base seam."""
        return f"{prefix}base seam"

    def draft(self, named: Naming) -> Draft:
        """The one piece, sewn at its side and base, and boxed."""
        return Draft((named.panel("front", "body, all round", self._edges()),), self._seams(named.prefix))

    def steps(self) -> tuple[Step, ...]:
        """Side and base, then the corners."""
        box = "Lay each cut-out flat, right sides together, the base seam on the middle of the side, and sew across."
        return (
            Step(Stage.BODY, "Sew the side seam, then the base seam", "", ("side seam", "base seam")),
            Step(Stage.BODY, "Box the corners", box, ("right corner", "left corner")),
        )

    def _edges(self) -> tuple[Edge, ...]:
        half, high, wide = self.depth / 2, self.height + self.depth / 2, self.width + self.depth
        middle, far = half + self.width, 2 * wide - half
        corners = (
            ("left corner side", point(0, half)),
            ("left corner base", point(half, half)),
            ("bottom", point(half, 0)),
            ("right corner front", point(middle, 0)),
            ("right corner side", point(middle, half)),
            ("right corner back", point(middle + self.depth, half)),
            ("back bottom", point(middle + self.depth, 0)),
            ("far corner base", point(far, 0)),
            ("far corner side", point(far, half)),
            ("right", point(2 * wide, half)),
            ("top", point(2 * wide, high)),
            ("left", point(0, high)),
        )
        ends = [at for _, at in (*corners[1:], corners[0])]
        return tuple(
            Edge(name, line_path(at, end), Finish.OPEN if name == "top" else Finish.SEAM)
            for (name, at), end in zip(corners, ends, strict=True)
        )

    @staticmethod
    def _seams(prefix: str) -> tuple[Seam, ...]:
        def run(edge: str, back: bool = False) -> Run:
            return Run(f"{prefix}front", edge, reversed=back)

        down_and_up = run("right corner front", True), run("right corner back", True)
        ends = run("left corner side", True), run("far corner side", True)
        return (
            Seam(f"{prefix}side seam", (run("right"),), (run("left", True),), marked=True),
            Seam(f"{prefix}base seam", (run("bottom"),), (run("back bottom", True),), marked=True),
            Seam(f"{prefix}right corner", down_and_up, (run("right corner side"),)),
            Seam(f"{prefix}left corner", (run("left corner base"), run("far corner base")), ends),
        )
