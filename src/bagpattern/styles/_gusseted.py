"""The sizes of a bag with a gusset round sides and base, and how large it is as drafted."""

from __future__ import annotations

from bagpattern.geometry import areas
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.parameters import measure
from bagpattern.parts.bodies.gusset import across_middle, held
from bagpattern.parts.part import parts_of
from bagpattern.values import value

GUSSET_ENDS = (("gusset", "right end"), ("gusset", "left end"))
"""Where rings hang."""


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("36 cm", "9 cm", "60 cm", "across the front at its widest")
    height: float = measure("28 cm", "8 cm", "50 cm", "from the base to the rim, along the front")
    depth: float = measure("10 cm", "2 cm", "30 cm", "from front to back, at the base")
    rim_depth: float | None = measure(
        None, "2 cm", "30 cm", "of the gusset at the rim; left out: as at the base; less: the sides narrow upward"
    )
    taper: float = measure("0 mm", "0 mm", "20 cm", "how much narrower front and back are at the rim than at the base")
    bottom_radius: float | None = measure(
        None, "0 mm", "25 cm", "of the lower corners; 0: square; left out: a sixth of the smaller side, more if stiff"
    )

    from_contents: bool = False
    """Whether the sizes are to follow from what the bag is to hold."""

    @property
    def at_rim(self) -> float:
        """mm of the gusset's ends."""
        return self.depth if self.rim_depth is None else self.rim_depth

    @property
    def leans(self) -> bool:
        """Whether front and back lean, as it is not as deep at the rim as at the base."""
        return over(abs(self.depth - self.at_rim), 0.0)


def gusset_size(draft: Draft, rise: float, height_at: Where) -> Finished:
    """Measured on the front, and across the gusset in the middle of the base; the volume level by level.

    *rise* mm of the front are taken up by what closes its rim. A gusset that style lines or a zip have divided is to be
    given as it was before.
    """
    fronts = [panel.stitching_line for panel in parts_of(draft, "front")]
    left, bottom, right, top = areas.bounds(fronts)
    depth = across_middle(draft["gusset"].stitching_line)
    return Finished(
        right - left,
        top - bottom - rise,
        depth,
        held(draft, depth, rise) / 1e6,
        measured=Measured(Where.WIDEST, height_at, Where.BASE),
    )
