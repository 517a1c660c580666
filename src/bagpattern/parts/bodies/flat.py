"""A flat body: two equal panels laid on each other, without depth, their lower corners square or rounded."""

from __future__ import annotations

import math

from bagpattern.geometry.shapes import Sides, rounded_panel
from bagpattern.geometry.tapered import tapered_panel
from bagpattern.model.edge import Edge
from bagpattern.parts.bodies.body import Hollow
from bagpattern.parts.bodies.two_panels import TwoPanels
from bagpattern.values import replace, value


@value
class FlatBody(TwoPanels):
    """Front and back; ``rim`` mm wide along the top, None for as wide as below; sewn round sides and base."""

    radius: float = 0.0
    rim: float | None = None

    def smaller(self, inset: float) -> FlatBody:
        """The same body for the layer inside; its top lies as high as this one's, and its base is sewn."""
        rim = None if self.rim is None else self.rim - 2 * inset
        width, height, radius = self.width - 2 * inset, self.height - inset, max(self.radius - inset, 0.0)
        return replace(self, width=width, height=height, radius=radius, rim=rim, uncut="")

    def hollow(self) -> Hollow:
        """The panel itself."""
        return Hollow(self._sides_of().closed, 0.0)

    def _edges(self) -> tuple[Edge, ...]:
        sides = self._sides_of()
        return Edge("bottom", sides.bottom), Edge("right", sides.right), self._top(sides.top), Edge("left", sides.left)

    def _sides_of(self) -> Sides:
        if self.rim is None:
            return rounded_panel(self.width, self.height, 0.0, self.radius)
        return tapered_panel(self.width, self.rim, self.height, 0.0, self.radius)


def pillow_volume(width: float, height: float) -> float:
    """Litres that two flat panels hold at the most when they are filled until they bulge; *width*, *height* in mm.

    An approximation for two rectangles sewn all round [A. C. Robin, Paper Bag Problem, Mathematics Today, 2004].
    """
    short, long = sorted((width, height))
    ratio = long / short
    return short**3 * (ratio / math.pi - 0.142 * (1 - 10**-ratio)) / 1e6
