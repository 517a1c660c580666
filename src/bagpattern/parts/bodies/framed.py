"""A purse on a metal frame: front and back are sewn from hinge to hinge; what is above the hinges goes into the frame.

The frame is traced on the outside, its hinges marked, and the shape of the purse is drawn on from there [S:
yours.co.uk, kiss clasp purse; lilli-tutorial.blogspot.com]: its two arms stand upright, its corners are rounded. Below
the hinges the sides lean outward to the width of the purse.
"""

from __future__ import annotations

from typing import Self

from bagpattern.geometry.path import joined
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import Point, point
from bagpattern.geometry.shapes import Sides, rounded_panel
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.operation import CLIPPED_TO, Operation, Task, Verb, sew, task
from bagpattern.model.seam import Run
from bagpattern.parts.bodies.body import Hollow, Opening
from bagpattern.parts.bodies.faces import TaperedFace
from bagpattern.parts.bodies.two_panels import TwoPanels
from bagpattern.values import replace, value
from bagpattern.words import words

ARMS = ("right arm", "left arm")
"""The edges that go into the arms of a frame."""
CLIPPED = words(
    "Clip the allowance of front and back, and of their linings, once at each hinge, {1 mm} short of the "
    "stitching: the rim turns outward there."
)
"""What is done before the sides are sewn."""


@value
class FrameShape:
    """A frame, ``width`` mm from arm to arm, its ``arm`` mm from the top down to a hinge, its corners rounded."""

    width: float
    arm: float
    radius: float

    def sides(self, middle: Point, inside: float = 0.0) -> Sides:
        """Right arm, top and left arm, *inside* mm within its outer edge; *middle* is that of its top."""
        wide, radius = self.width - 2 * inside, max(self.radius - inside, 0.0)
        sides = rounded_panel(wide, self.arm - inside, radius, 0.0)
        move = Placement(middle - point(wide / 2, self.arm))
        return Sides(*(path.placed(move) for path in sides))


@value
class FramedBody(TwoPanels):
    """Front and back, ``width`` mm across below; lower corners of this ``radius``; the top in a ``frame``."""

    radius: float = 0.0
    frame: FrameShape = FrameShape(0.0, 0.0, 0.0)

    def smaller(self, inset: float) -> Self:
        """The same body for the layer inside; its hinges and its top lie as high as this one's."""
        radius = max(self.radius - inset, 0.0)
        frame = replace(self.frame, width=self.frame.width - 2 * inset, radius=max(self.frame.radius - inset, 0.0))
        width, height = self.width - 2 * inset, self.height - inset
        return replace(self, width=width, height=height, radius=radius, frame=frame, uncut="")

    @property
    def below(self) -> Sides:
        """What is below the hinges. Raises ValueError when its corners do not fit."""
        high, taper = self.height - self.frame.arm, self.width - self.frame.width
        return TaperedFace.of_width(self.width, high, taper, 0.0, self.radius).sides()

    def hollow(self) -> Hollow:
        """The whole panel: what lies in the purse reaches up into its frame."""
        return Hollow(joined(edge.path for edge in self._edges()), 0.0)

    def opening(self, prefix: str) -> Opening:
        """Round both halves of the frame, from the front's top on."""
        front, back = f"{prefix}front", f"{prefix}back"
        right, left = ARMS
        runs = (front, "top"), (front, left), (back, right), (back, "top"), (back, left), (front, right)
        return Opening((tuple(Run(*each) for each in runs),))

    def _edges(self) -> tuple[Edge, ...]:
        below = self.below
        across = (below.top.start + below.top.end) / 2
        top = self.frame.sides(across + point(0, self.frame.arm))
        right, left = ARMS
        return (
            Edge("bottom", below.bottom),
            Edge("right", below.right),
            Edge(right, top.right, Finish.OPEN),
            Edge("top", top.top, Finish.OPEN),
            Edge(left, top.left, Finish.OPEN),
            Edge("left", below.left),
        )

    def _side_step(self) -> Task:
        text = words(
            "Right sides together, sew from hinge to hinge, down one side, along the base and up the other, "
            "back-tacking at both hinges: the stitching ends exactly there."
        )
        sewn = sew("right side", "base seam", "left side", how=text)
        clip = Operation(Verb.CLIP, CLIPPED, ("right side", "left side"), beside=CLIPPED_TO)
        return task(words("Sew sides and base up to the hinges"), clip, sewn)
