"""A purse on a metal frame with a gusset round sides and base, which runs out to a tip at either hinge.

The two halves of a frame meet at its hinges: there the gusset has no width left. Its edges slant along the straight of
the sides and keep their true lengths, so its middle is shorter, as that of any gusset that narrows [construction 2.13].
"""

from __future__ import annotations

import math
from typing import Self

from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import Point, point
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.operation import CLIPPED_TO, Operation, Task, Verb, sew, task
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.bodies.body import Hollow
from bagpattern.parts.bodies.facets import along
from bagpattern.parts.bodies.framed import CLIPPED, FramedBody
from bagpattern.parts.bodies.gusset import gusset_seams, straight_side
from bagpattern.parts.naming import Naming
from bagpattern.said import Said
from bagpattern.values import replace, value
from bagpattern.words import words

STEEPEST = 0.7
"""mm that an edge of the gusset may slant for each mm along the side: a tip of 90 degrees is none any more [K]."""


@value
class FramedGusset(FramedBody):
    """Front and back as of a flat one, a gusset ``depth`` mm wide between them."""

    def smaller(self, inset: float) -> Self:
        """The same body for the layer inside."""
        return replace(super().smaller(inset), depth=self.depth - 2 * inset)

    @property
    def deepest(self) -> float:
        """mm of the widest gusset that runs out along the straight of the sides. Raises ValueError as ``below``."""
        return 2 * STEEPEST * straight_side(self.below)

    def hollow(self) -> Hollow:
        """As of a flat one, up into the frame; half as deep as its base half-way up."""
        return super().hollow()._replace(depth=self.depth / 2)

    def gap_seam(self, prefix: str) -> str:
        """Front to gusset; its middle is the base."""
        return f"{prefix}front to gusset"

    def draft(self, named: Naming) -> Draft:
        """Front, back and gusset."""
        edges = self._edges()
        panels = (
            named.face("front", words("front"), edges),
            named.face("back", words("back"), edges),
            named.strip("gusset", words("gusset"), self._gusset(), self._walls()),
        )
        return Draft(panels, gusset_seams(named.prefix))

    @property
    def slope(self) -> float:
        """mm along the gusset's middle from a tip to where it is as wide as at the base."""
        return math.sqrt(straight_side(self.below) ** 2 - (self.depth / 2) ** 2)

    def _gusset(self) -> tuple[Edge, ...]:
        """From the left hinge to the right one, the front's edge on top."""
        long, across, middle = sum(each.length for each in self._under), self.slope, self.depth / 2
        long -= 2 * (straight_side(self.below) - across)
        tips = point(0, middle), point(long, middle)

        def edge(aside: float) -> tuple[Point, ...]:
            return tips[0], point(across, middle + aside), point(long - across, middle + aside), tips[1]

        return Edge("back", line_path(*edge(-middle))), Edge("front", line_path(*reversed(edge(middle))))

    @property
    def _under(self) -> tuple[Path, ...]:
        below = self.below
        return below.left, below.bottom, below.right

    def _walls(self) -> tuple[Facet, ...]:
        left, base, right = (each.length for each in self._under)
        return along(self.depth, (Wall.LEFT, left, -1), (Wall.BASE, base, 1j), (Wall.RIGHT, right, 1))

    def tasks(self) -> tuple[Task, ...]:
        """The gusset to the front, then to the back."""
        clip = Operation(Verb.CLIP, CLIPPED, tuple(seam.id for seam in gusset_seams("")), beside=CLIPPED_TO)
        return (
            task(words("Sew the gusset to the front"), clip, sew("front to gusset", how=_round(words("front")))),
            task(words("Sew the gusset to the back"), sew("back to gusset", how=_round(words("back")))),
        )


def _round(face: Said) -> Said:
    return words(
        "Lay the gusset on the {face}, right sides together: match the middle of the base first, then its tips at the "
        "hinges and every notch. Sew from hinge to hinge, the gusset on top, back-tacking at both: the stitching ends "
        "exactly there.",
        face=face,
    )
