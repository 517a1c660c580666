"""A pouch of two panels with all four corners boxed, so that the zip lies in the middle of a top [construction 2.4].

The seam of each end stands upright from zip to base, as the sides of a tote do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from bagpattern.geometry.points import point
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Task, sew, task
from bagpattern.model.seam import Run, Seam
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.bodies.facets import part
from bagpattern.parts.bodies.two_panels import TwoPanels, both
from bagpattern.values import replace, value
from bagpattern.words import words


@value
class UprightEnds(TwoPanels):
    """Squares of half the depth are cut out of all four corners of both panels."""

    def smaller(self, inset: float) -> Self:
        """The same body for the layer inside."""
        size = {key: getattr(self, key) - 2 * inset for key in ("width", "height", "depth")}
        return replace(self, **size, uncut="")

    def _edges(self) -> tuple[Edge, ...]:
        half, wide, high = self.depth / 2, self.width + self.depth, self.height + self.depth
        return self._from_corners(
            (
                ("bottom", point(half, 0)),
                ("right corner base", point(wide - half, 0)),
                ("right corner side", point(wide - half, half)),
                ("right", point(wide, half)),
                ("right top side", point(wide, high - half)),
                ("right top end", point(wide - half, high - half)),
                ("top", point(wide - half, high)),
                ("left top end", point(half, high)),
                ("left top side", point(half, high - half)),
                ("left", point(0, high - half)),
                ("left corner side", point(0, half)),
                ("left corner base", point(half, half)),
            )
        )

    def _facets(self, face: Wall) -> tuple[Facet, ...]:
        """A wall with half of the base, of the top and of either end round it."""
        half, wide, high, front = self.depth / 2, self.width + self.depth, self.height + self.depth, face is Wall.FRONT
        left, right = (Wall.LEFT, Wall.RIGHT) if front else (Wall.RIGHT, Wall.LEFT)
        return (
            part(Wall.BASE, half, 0.0, wide - half, half, 1j if front else -1j),
            part(left, 0.0, half, half, high - half),
            part(face, half, half, wide - half, high - half),
            part(right, wide - half, half, wide, high - half),
            part(Wall.TOP, half, high - half, wide - half, high, -1j if front else 1j),
        )

    def _corners(self, prefix: str) -> Iterator[Seam]:
        for side, one, other in both(prefix):
            base = Run(one, "right corner base", reversed=True), Run(other, "left corner base", reversed=True)
            low = Run(one, "right corner side"), Run(other, "left corner side")
            end = Run(one, "right top end"), Run(other, "left top end")
            high = Run(one, "right top side", reversed=True), Run(other, "left top side", reversed=True)
            yield Seam(f"{prefix}{side} corner", base, low)
            yield Seam(f"{prefix}{side} top corner", end, high)

    def _corner_steps(self) -> tuple[Task, ...]:
        on = words("fold of the base") if self.uncut == "base" else words("base seam")
        text = words(
            "At each lower corner lay the side seam on the {on}, at each upper corner on the middle of the zip, right "
            "sides together; sew straight across, back-tacking at both ends.",
            on=on,
        )
        seams = ("right corner", "left corner", "right top corner", "left top corner")
        return (task(words("Box the four corners"), sew(*seams, how=text)),)
