"""A body of two panels whose lower corners are boxed: the ends of side and base seam are laid on each other and sewn.

The square that is cut out of each lower corner is half the depth, measured on the stitching lines. Measured between raw
edges it is a square only where base, side and corner have one allowance; beside a fold it is lower [construction 2.4].

Where a zip closes it to a wedge, front and back lean from the edges of the base to the zip over its middle: their cloth
is sqrt(H^2 + (D/2)^2) high. The side seam stands in the middle, sqrt(H^2 + a^2) from the corner to the end of the zip,
which lies a mm further out.

The side seam meets the cut-out in a right angle, for in space it rises from the middle of the base's end. With a rim or
a zip that is longer or shorter than base and depth together the cut-out opens or closes a little, so that all of the
bag lies flat in its walls.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator

from bagpattern.geometry.points import SAME, Point, point, polar
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Task, sew, task
from bagpattern.model.seam import Run, Seam
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.bodies.body import Hollow
from bagpattern.parts.bodies.facets import cornered, part
from bagpattern.parts.bodies.two_panels import TwoPanels, both
from bagpattern.values import replace, value
from bagpattern.words import words


@value
class BoxedBody(TwoPanels):
    """Front and back; ``rim`` is the width of each along its top, None for as wide as the sides are upright.

    ``height`` is upright: from the base to the rim, or to a zip over the middle of it.
    """

    rim: float | None = None

    def smaller(self, inset: float) -> BoxedBody:
        """The same body for the layer inside; its rim lies as high as this one's, and its base is sewn."""
        width, depth = self.width - 2 * inset, self.depth - 2 * inset
        rim = None if self.rim is None else self.rim - 4 * inset
        return replace(self, width=width, height=self.height - inset, depth=depth, rim=rim, uncut="")

    def hollow(self) -> Hollow:
        """Between the boxed corners; one that closes to a wedge is half as deep at half of its height."""
        face, depth, _ = super().hollow()
        return Hollow(face, depth / 2 if self.chain else depth)

    @property
    def top(self) -> float:
        """mm along the rim of one panel: it lies flat as wide as base and depth together [construction 2.4]."""
        return self.width + self.depth if self.rim is None else self.rim

    @property
    def face_height(self) -> float:
        """mm of front and back from the base to their tops, along the cloth."""
        return math.hypot(self.height, self.depth / 2) if self.chain else self.height

    def _edges(self) -> tuple[Edge, ...]:
        return self._from_corners(self._places())

    def _places(self) -> tuple[tuple[str, Point], ...]:
        """The edges, and the corner at which each begins."""
        half, wide, high = self.depth / 2, self.width + self.depth, self.depth / 2 + self.face_height
        aside, inner = (self.top - wide) / 2, point(half + self.width, half)
        outer = inner + self._cut_out(aside)
        return (
            ("bottom", point(half, 0)),
            ("right corner base", point(half + self.width, 0)),
            ("right corner side", inner),
            ("right", outer),
            ("top", point(wide + aside, high)),
            ("left", point(-aside, high)),
            ("left corner side", point(wide - outer.real, outer.imag)),
            ("left corner base", point(half, half)),
        )

    def _cut_out(self, aside: float) -> Point:
        """From the inner corner of a cut-out to the side seam, whose upper end lies *aside* mm further out than that.

        It is half as long as the base is deep, and square to the side seam.
        """
        half = self.depth / 2
        if abs(aside) <= SAME:
            return point(half, 0)
        up = point(half + aside, self.face_height)
        return polar(half, cmath.phase(up) - math.acos(half / abs(up)))

    def _facets(self, face: Wall) -> tuple[Facet, ...]:
        """A wall, half of the base below it and half of either side beside it."""
        half = self.depth / 2
        base = part(Wall.BASE, half, 0.0, half + self.width, half, 1j if face is Wall.FRONT else -1j)
        left, right = (Wall.LEFT, Wall.RIGHT) if face is Wall.FRONT else (Wall.RIGHT, Wall.LEFT)
        return base, *(self._wedge if self.chain else self._upright)(left, face, right)

    def _upright(self, left: Wall, face: Wall, right: Wall) -> tuple[Facet, ...]:
        """A wall that is wider at the rim by as much as the sides lean, and these beside it, as deep all the way up."""
        corner = dict(self._places())
        inner, outer, low, tip = (corner[name] for name in ("right corner side", "right", "left corner base", "left"))
        along = corner["top"] - outer
        fold = inner + along * (self.height / along.imag)
        other = point(self.width + self.depth - fold.real, fold.imag)
        return (
            cornered(left, 1j, corner["left corner side"], low, other, tip),
            cornered(face, 1j, low, inner, fold, other),
            cornered(right, 1j, inner, outer, corner["top"], fold),
        )

    def _wedge(self, left: Wall, face: Wall, right: Wall) -> tuple[Facet, ...]:
        """A wall that is wider at the zip, and the sides, which end there in a tip."""
        corner = dict(self._places())
        tips = corner["left"], corner["top"]
        low = corner["left corner base"], corner["right corner side"]
        return (
            cornered(left, 1j, low[0], tips[0], corner["left corner side"]),
            cornered(face, 1j, *low, *reversed(tips)),
            cornered(right, 1j, low[1], corner["right"], tips[1]),
        )

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
