"""A slouching body: front and back widen downward, their rim hangs between two peaks, darts shape the lower corners.

Each dart is cut out as a wedge in the middle of a corner's curve, and sewn from the outline to its tip: the base stands
out there, and the sides lean in. Front, back, side and base seam meet where it is sewn.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.geometry.path import Path, arc_through, line_path
from bagpattern.geometry.points import Point
from bagpattern.geometry.shapes import Sides
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Task, sew, task
from bagpattern.model.seam import Run, Seam
from bagpattern.parts.bodies.body import Hollow
from bagpattern.parts.bodies.faces import RoundedFace, TaperedFace, leaning
from bagpattern.parts.bodies.two_panels import TwoPanels
from bagpattern.values import replace, value
from bagpattern.words import words


@value
class SlouchBody(TwoPanels):
    """``height`` mm up to the peaks, ``taper`` mm narrower there, the rim ``dip`` mm lower in its middle.

    A ``dart`` is so wide along the outline, 0 for none, and ``long`` mm to its tip; ``beside`` is the allowance of its
    edges in mm, None for that of any seam.
    """

    taper: float = 0.0
    radius: float = 0.0
    dip: float = 0.0
    dart: float = 0.0
    long: float = 0.0
    beside: float | None = None
    face: RoundedFace | TaperedFace | None = None
    """The face of the layer inside, where it is not the one of these sizes."""

    def smaller(self, inset: float) -> SlouchBody:
        """The same body for the layer inside; its peaks lie as high as this one's, its darts end where these do."""
        return replace(self, face=self.whole.below_rim(inset), long=self.long - inset)

    @property
    def whole(self) -> RoundedFace | TaperedFace:
        """Front or back with a straight rim and without darts."""
        return self.face or leaning(self.width, self.height, self.taper, bottom=self.radius)

    def hollow(self) -> Hollow:
        """As high as the middle of the rim, as wide as it is between the peaks."""
        wide, high = self.width - self.taper, self.height - self.dip
        return Hollow(RoundedFace(wide, high, 0.0, min(self.radius, wide / 2, high)).sides().closed, 0.0)

    def _edges(self) -> tuple[Edge, ...]:
        sides = self.whole.sides()
        top = self._top(self._rim(sides))
        if not self.dart:
            return Edge("bottom", sides.bottom), Edge("right", sides.right), top, Edge("left", sides.left)
        half, bottom = self.dart / 2, sides.bottom
        base = bottom.part(half, bottom.length - half)
        right, left = sides.right.part(half, sides.right.length), sides.left.part(0.0, sides.left.length - half)
        tips = self._tip(bottom, bottom.length), self._tip(bottom, 0.0)
        return (
            Edge("bottom", base),
            Edge("right dart base", line_path(base.end, tips[0]), allowance=self.beside),
            Edge("right dart side", line_path(tips[0], right.start), allowance=self.beside),
            Edge("right", right),
            top,
            Edge("left", left),
            Edge("left dart side", line_path(left.end, tips[1]), allowance=self.beside),
            Edge("left dart base", line_path(tips[1], base.start), allowance=self.beside),
        )

    def _tip(self, bottom: Path, at: float) -> Point:
        """Of the dart whose middle is an end of the base: straight in from there."""
        return bottom.point_at(at) + 1j * bottom.tangent_at(at) * self.long

    def _rim(self, sides: Sides) -> Path:
        """From the right peak to the left one, hanging."""
        start, end = sides.top.start, sides.top.end
        if not self.dip:
            return sides.top
        return arc_through(start, end, -4 * math.atan2(2 * self.dip, abs(end - start)))

    def _corners(self, prefix: str) -> Iterator[Seam]:
        """Every dart, from the outline to its tip."""
        if not self.dart:
            return
        for face in ("front", "back"):
            for side in ("right", "left"):
                panel, inward = f"{prefix}{face}", side == "right"
                base, up = Run(panel, f"{side} dart base", reversed=not inward), Run(panel, f"{side} dart side")
                yield Seam(f"{panel} {side} dart", (base,), (replace(up, reversed=inward),))

    def tasks(self) -> tuple[Task, ...]:
        """The darts while each panel lies flat, then sides and base."""
        if not self.dart:
            return super().tasks()
        seams = tuple(seam.id for seam in self._corners(""))
        text = words(
            "Fold each dart in its middle, right sides together, and sew it from the raw edge to the tip; leave long "
            "ends there and knot them. Lay the darts of the front to the sides and those of the back to the base, so "
            "that they lie beside each other."
        )
        return (task(words("Sew the darts"), sew(*seams, how=text)), *super().tasks())
