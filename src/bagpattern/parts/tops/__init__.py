"""What every way to close the rim of an open bag shares."""

from __future__ import annotations

from typing import ClassVar

from bagpattern.catalog.notions import Zip
from bagpattern.model.pattern import Where
from bagpattern.parts.bodies.framed import FrameShape
from bagpattern.parts.part import BagPart
from bagpattern.parts.workshop import Workshop
from bagpattern.registry import Family
from bagpattern.values import value

TOPS = Family("bagpattern.parts.tops", "top")


@value
class Top(BagPart):
    """How the rim of an open bag is closed. It is added when the body stands, and its lining is sewn to the rim."""

    family: ClassVar[str] = "top"
    on_curve: ClassVar[bool] = False
    """Whether it goes on a rim that curves, as where it hangs down in its middle, and needs no hem there."""

    @property
    def rise(self) -> float:
        """mm that the body is drafted higher than it is when it is closed, as for a rim that is rolled down."""
        return 0.0

    @property
    def height_at(self) -> Where:
        """How the height of the closed bag is measured."""
        return Where.UPRIGHT

    @property
    def top_zip(self) -> Zip | None:
        """The zip that is to join the rims of front and back; None where they stay apart."""
        return None

    @property
    def frame(self) -> FrameShape | None:
        """The metal frame that holds the rim; the body is drafted round it."""
        return None

    @property
    def over_sides(self) -> float:
        """mm of the sides, from the rim down, that lie under it when the bag is closed."""
        return 0.0

    def least_rim(self, mouth: float) -> float:
        """mm of the shortest rim that opens *mouth* mm."""
        return mouth

    def turned(self, shop: Workshop) -> float:
        """mm that are turned to the inside at a rim without a lining."""
        return shop.hem_allowance("shell")

    def over(self, depth: float) -> Top:
        """This top on a body *depth* mm deep, with what depends on that settled."""
        return self

    def across_round(self, width: float) -> Top:
        """This top on a body *width* mm wide whose wall goes round, with what depends on that settled."""
        return self

    def over_closed(self, thick: float) -> Top:
        """This top on a body that is *thick* mm at its rim when it is closed, and is drawn no further together."""
        return self.over(thick)

    def closing(self, depth: float) -> Top:
        """This top on a sack *depth* mm deep, whose mouth it is to close altogether."""
        return self.over(depth)
