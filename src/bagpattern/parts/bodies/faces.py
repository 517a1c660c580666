"""The outline of a body's face as a value: what is asked for in finished sizes, and its image for the layer inside."""

from __future__ import annotations

import math
from typing import Protocol, Self

from bagpattern.geometry.shapes import Sides, rounded_panel
from bagpattern.values import replace, value


class Face(Protocol):
    """The outline of a face. Finished sizes in mm."""

    def sides(self) -> Sides:
        """Its four sides. Raises ValueError when there is no such outline."""

    def smaller(self, inset: float) -> Self:
        """The parallel outline *inset* mm within."""

    def from_behind(self) -> Self:
        """The outline of the face at the back, which lies behind this one: its mirror image."""


class Symmetric:
    """A face whose left half is like its right one."""

    def from_behind(self) -> Self:
        """The same again."""
        return self


@value
class RoundedFace(Symmetric):
    """A rectangle with rounded corners: a dome, a circle or a stadium where the radii are half its width."""

    width: float
    height: float
    top_radius: float
    bottom_radius: float

    def below_rim(self, inset: float) -> RoundedFace:
        """The parallel outline on three sides, open at the top, which lies as high as this one's."""
        inner = self.smaller(inset)
        return replace(inner, height=self.height - inset)

    def sides(self) -> Sides:
        """Bottom, right, top, left."""
        return rounded_panel(self.width, self.height, self.top_radius, self.bottom_radius)

    def smaller(self, inset: float) -> RoundedFace:
        """The parallel outline; a corner that is tighter than the inset becomes a sharp one."""
        return replace(
            self,
            width=self.width - 2 * inset,
            height=self.height - 2 * inset,
            top_radius=max(self.top_radius - inset, 0.0),
            bottom_radius=max(self.bottom_radius - inset, 0.0),
        )


@value
class TaperedFace(Symmetric):
    """A trapezoid with rounded corners: its sharp corners would be ``base`` mm apart below and ``top`` mm above."""

    base: float
    top: float
    height: float
    top_radius: float
    bottom_radius: float

    @classmethod
    def of_width(cls, width: float, height: float, taper: float, top_radius: float, bottom_radius: float) -> Self:
        """The face that is *width* mm at its widest, at its lower corners, and *taper* less along its top.

        Where they are rounded, the sharp corners below lie outside of that: by r (t - 1) each, t the tangent of 45
        degrees and half the lean. Raises ValueError when no side touches such a corner.
        """
        more = 2 * bottom_radius - taper
        root = more**2 + 4 * height * (height - 2 * bottom_radius)
        if root < 0 or more + math.sqrt(root) <= 0:
            raise ValueError("the corner radii do not fit the panel")
        tangent = 2 * height / (more + math.sqrt(root))
        return cls(width + 2 * bottom_radius * (tangent - 1), width - taper, height, top_radius, bottom_radius)

    def sides(self) -> Sides:
        """Bottom, right, top, left."""
        from bagpattern.geometry.tapered import tapered_panel  # a shape that few bags have

        return tapered_panel(self.base, self.top, self.height, self.top_radius, self.bottom_radius)

    @property
    def lean(self) -> float:
        """Radians from upright to the sides."""
        return math.atan2((self.base - self.top) / 2, self.height)

    def below_rim(self, inset: float) -> TaperedFace:
        """The parallel outline on three sides, open at the top, which lies as high as this one's."""
        top = self.top - 2 * inset / math.cos(self.lean)
        return replace(self.smaller(inset), top=top, height=self.height - inset)

    def smaller(self, inset: float) -> TaperedFace:
        """The parallel outline; a corner that is tighter than the inset becomes a sharp one."""
        lean = self.lean
        low, high = ((1 + share * math.sin(lean)) / math.cos(lean) * inset for share in (1, -1))
        return TaperedFace(
            self.base - 2 * low,
            self.top - 2 * high,
            self.height - 2 * inset,
            max(self.top_radius - inset, 0.0),
            max(self.bottom_radius - inset, 0.0),
        )


def leaning(
    width: float, height: float, taper: float, top: float = 0.0, bottom: float = 0.0
) -> RoundedFace | TaperedFace:
    """The face of these radii whose sides lean in by *taper* mm in all, 0 for upright ones."""
    if taper:
        return TaperedFace.of_width(width, height, taper, top, bottom)
    return RoundedFace(width, height, top, bottom)


@value
class CrescentFace(Symmetric):
    """One deep arc below, round corners, and a top that is straight (a half-moon) or ``dip`` mm hollow."""

    width: float
    height: float
    corner: float
    dip: float

    def sides(self) -> Sides:
        """Bottom, right, top, left."""
        from bagpattern.geometry.crescents import crescent  # a shape that few bags have

        return crescent(self.width, self.height, self.corner, self.dip)

    def smaller(self, inset: float) -> CrescentFace:
        """The parallel outline, of circles round the same middles."""
        less = 2 * inset
        return CrescentFace(self.width - less, self.height - less, self.corner - inset, self.dip)
