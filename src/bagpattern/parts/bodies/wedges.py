"""The face of a wedge: the corner between two tubes of a frame, its tip cut off, its third side above."""

from __future__ import annotations

import math

from bagpattern.geometry.points import Point, point, unit
from bagpattern.geometry.shapes import Sides
from bagpattern.lengths import under
from bagpattern.values import replace, value


@value
class WedgeFace:
    """``left`` and ``right`` mm along the two tubes, which meet at ``angle`` degrees below; ``tip`` mm across the cut.

    The cut is parallel to the top. Tip and top have corners of the ``radius`` before them; they lie level.
    """

    left: float
    right: float
    angle: float
    tip: float
    radius: float
    inset: float = 0.0
    """mm that the outline lies within the one of these sizes."""

    @property
    def top(self) -> float:
        """mm from end to end of both tubes: the side across the angle between them [law of cosines]."""
        return math.sqrt(self.left**2 + self.right**2 - 2 * self.left * self.right * math.cos(math.radians(self.angle)))

    @property
    def high(self) -> float:
        """mm from the tip to the top: of the whole triangle twice its area by its top, less what is cut off."""
        whole = self.left * self.right * math.sin(math.radians(self.angle)) / self.top
        return whole * (1 - self.tip / self.top)

    def sides(self) -> Sides:
        """Tip, right, top, left. Raises ValueError when there is no such outline."""
        from bagpattern.geometry.tapered import four_sided  # a shape that few bags have

        corners = _within(self.corners(), self.inset)
        low = min(each.real for each in corners) + 1j * corners[0].imag
        radius = max(self.radius - self.inset, 0.0)
        return four_sided([each - low for each in corners], (radius,) * 4)

    def smaller(self, inset: float) -> WedgeFace:
        """The parallel outline; a corner that is tighter than the inset becomes a sharp one."""
        return replace(self, inset=self.inset + inset)

    def from_behind(self) -> WedgeFace:
        """Left and right change places."""
        return replace(self, left=self.right, right=self.left)

    def corners(self) -> list[Point]:
        """The sharp ones, from the left end of the tip on. Raises ValueError where the cut leaves no face."""
        if not under(self.tip, self.top):
            raise ValueError("the tip is cut off above the top")
        before = (self.left**2 - self.right**2) / (2 * self.top) + self.top / 2  # mm of the top left of the corner
        left = self.tip * before / self.top
        low = point(before - left, 0)
        return [low, low + self.tip, point(self.top, self.high), point(0, self.high)]


def _within(corners: list[Point], inset: float) -> list[Point]:
    """The corners of the outline *inset* mm within one that runs counter-clockwise."""
    found = []
    for number, at in enumerate(corners):
        come, go = unit(at - corners[number - 1]), unit(corners[(number + 1) % len(corners)] - at)
        half = (1j * come + 1j * go) / (1 + (come.conjugate() * go).real)
        found.append(at + inset * half)
    return found
