"""A body of two panels whose lower corners are boxed: the ends of side and base seam are laid on each other and sewn.

The square that is cut out of each lower corner is half the depth, measured on the stitching lines. Measured between raw
edges it is a square only where base, side and corner have one allowance; beside a fold it is lower [construction 2.4].
"""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.geometry.points import point
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Task, sew, task
from bagpattern.model.seam import Run, Seam
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.bodies.body import Hollow
from bagpattern.parts.bodies.facets import part
from bagpattern.parts.bodies.two_panels import TwoPanels, both
from bagpattern.values import replace, value
from bagpattern.words import words


@value
class BoxedBody(TwoPanels):
    """Front and back; ``rim`` is the width of each along its top, None for as wide as the sides are upright."""

    rim: float | None = None

    def smaller(self, inset: float) -> BoxedBody:
        """The same body for the layer inside; its rim lies as high as this one's, and its base is sewn."""
        width, depth = self.width - 2 * inset, self.depth - 2 * inset
        rim = None if self.rim is None else self.rim - 4 * inset
        return replace(self, width=width, height=self.height - inset, depth=depth, rim=rim, uncut="")

    def hollow(self) -> Hollow:
        """Between the boxed corners; one that closes to a wedge is half as deep at half of its height."""
        face, depth = super().hollow()
        return Hollow(face, depth / 2 if self.chain else depth)

    @property
    def top(self) -> float:
        """mm along the rim of one panel: it lies flat as wide as base and depth together [construction 2.4]."""
        return self.width + self.depth if self.rim is None else self.rim

    def _edges(self) -> tuple[Edge, ...]:
        half, high, wide = self.depth / 2, self.height + self.depth / 2, self.width + self.depth
        aside = (self.top - wide) / 2
        return self._from_corners(
            (
                ("bottom", point(half, 0)),
                ("right corner base", point(half + self.width, 0)),
                ("right corner side", point(half + self.width, half)),
                ("right", point(wide, half)),
                ("top", point(wide + aside, high)),
                ("left", point(-aside, high)),
                ("left corner side", point(0, half)),
                ("left corner base", point(half, half)),
            )
        )

    def _facets(self, face: Wall) -> tuple[Facet, ...]:
        """A wall, half of the base below it and, in a bag that stands open, half of either side beside it."""
        half, high, wide = self.depth / 2, self.height + self.depth / 2, self.width + self.depth
        base = part(Wall.BASE, half, 0.0, half + self.width, half, 1j if face is Wall.FRONT else -1j)
        if self.chain:
            return base, part(face, 0.0, half, wide, high)
        left, right = (Wall.LEFT, Wall.RIGHT) if face is Wall.FRONT else (Wall.RIGHT, Wall.LEFT)
        beside = part(left, 0.0, half, half, high), part(right, half + self.width, half, wide, high)
        return base, beside[0], part(face, half, half, half + self.width, high), beside[1]

    def _corners(self, prefix: str) -> Iterator[Seam]:
        """From the inner corner of the panel whose side it is, over where base and side seam meet, to the other's."""
        for side, one, other in both(prefix):
            base = Run(one, "right corner base", reversed=True), Run(other, "left corner base", reversed=True)
            up = Run(one, "right corner side"), Run(other, "left corner side")
            yield Seam(f"{prefix}{side} corner", base, up)

    def _corner_steps(self) -> tuple[Task, ...]:
        on = words("fold of the base") if self.uncut == "base" else words("base seam")
        text = words(
            "Open each lower corner and lay the side seam on the {on}, right sides together, the allowances to either "
            "side; sew straight across, back-tacking at both ends.",
            on=on,
        )
        return (task(words("Box the corners"), sew("right corner", "left corner", how=text)),)
