"""Pouches of two panels with all four corners boxed, so that the zip lies in the middle of a top [construction 2.4].

The seam of each end stands upright from zip to base, as the sides of a tote do; or it lies level, where the tube is
laid flat with the zip in its middle and closed straight across.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from bagpattern.geometry.points import point
from bagpattern.model.panel import Edge
from bagpattern.model.seam import Run, Seam, Stage, Step
from bagpattern.parts.two_panels import TwoPanels, both
from bagpattern.values import replace, value


@value
class CorneredBody(TwoPanels):
    """Boxed at all four corners: the zip lies as far inside of its top as the base lies inside of its own."""

    def smaller(self, inset: float) -> Self:
        """The same body for the layer inside."""
        size = {key: getattr(self, key) - 2 * inset for key in ("width", "height", "depth")}
        return replace(self, **size, uncut="")


@value
class UprightEnds(CorneredBody):
    """Squares of half the depth are cut out of all four corners of both panels."""

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

    def _corners(self, prefix: str) -> Iterator[Seam]:
        for side, one, other in both(prefix):
            base = Run(one, "right corner base", reversed=True), Run(other, "left corner base", reversed=True)
            low = Run(one, "right corner side"), Run(other, "left corner side")
            end = Run(one, "right top end"), Run(other, "left top end")
            high = Run(one, "right top side", reversed=True), Run(other, "left top side", reversed=True)
            yield Seam(f"{prefix}{side} corner", base, low)
            yield Seam(f"{prefix}{side} top corner", end, high)

    def _corner_steps(self) -> tuple[Step, ...]:
        on = "fold of the base" if self.uncut == "base" else "base seam"
        text = (
            f"At each lower corner lay the side seam on the {on}, at each upper corner on the middle of the zip, right "
            "sides together, and sew straight across."
        )
        seams = ("right corner", "left corner", "right top corner", "left top corner")
        return (Step(Stage.BODY, "Box the four corners", text, seams),)


@value
class LevelEnds(CorneredBody):
    """Out of the middle of each side of a panel is cut a notch, as high as the pouch and half as deep."""

    def _edges(self) -> tuple[Edge, ...]:
        low, deep, wide = self.depth / 2, self.height / 2, self.width + self.height
        up, high = low + self.height, self.height + self.depth
        return self._from_corners(
            (
                ("bottom", point(0, 0)),
                ("right lower end", point(wide, 0)),
                ("right lower notch", point(wide, low)),
                ("right", point(wide - deep, low)),
                ("right upper notch", point(wide - deep, up)),
                ("right upper end", point(wide, up)),
                ("top", point(wide, high)),
                ("left upper end", point(0, high)),
                ("left upper notch", point(0, up)),
                ("left", point(deep, up)),
                ("left lower notch", point(deep, low)),
                ("left lower end", point(0, low)),
            )
        )

    def _sides(self, prefix: str) -> Iterator[Seam]:
        """Each end, from the fold of one panel over the base to that of the other, on itself."""
        for side, one, other in both(prefix):
            low = Run(one, "right lower end", reversed=True), Run(other, "left lower end", reversed=True)
            high = Run(one, "right upper end"), Run(other, "left upper end")
            yield Seam(f"{prefix}{side} end", low, high)

    def _corners(self, prefix: str) -> Iterator[Seam]:
        """Four corners, each a notch closed on itself."""
        for panel in ("front", "back"):
            for side in ("right", "left"):
                notch = tuple(Run(f"{prefix}{panel}", f"{side} {at} notch", reversed=True) for at in _ALONG[side])
                yield Seam(f"{prefix}{panel} {side} corner", (Run(f"{prefix}{panel}", side),), notch)

    def _side_step(self) -> Step:
        text = "Right sides together, the zip in the middle and open: it lies over the middle of the base."
        base = () if self.uncut else ("base seam",)
        title = "Close the ends" if self.uncut else "Sew the base, then close the ends"
        return Step(Stage.BODY, title, text, (*base, "right end", "left end"))

    def _corner_steps(self) -> tuple[Step, ...]:
        text = "At each corner pull the notch open until the end seam meets its middle, and sew straight across."
        seams = tuple(f"{panel} {side} corner" for panel in ("front", "back") for side in ("right", "left"))
        return (Step(Stage.BODY, "Box the four corners", text, seams),)


_ALONG = {"right": ("lower", "upper"), "left": ("upper", "lower")}
"""The two level edges of a notch, in the order in which its upright one is sewn to them."""
