"""The messenger bag: front, back and a gusset round sides and base, a flap over the front, a strap from its ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from bagpattern.errors import raise_together
from bagpattern.geometry import areas
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.parameters import measure, part, table
from bagpattern.parts.bodies.body import SHELL
from bagpattern.parts.bodies.faces import RoundedFace, TaperedFace, leaning
from bagpattern.parts.bodies.gusset import GussetBody, across_middle, held, slant_problems
from bagpattern.parts.carried import Carried
from bagpattern.parts.carrying.rings import Crossbody
from bagpattern.parts.part import BagPart, parts_of
from bagpattern.parts.tops import TOPS, Top
from bagpattern.styles._faced import corner_radius, flat_radius, radius_problems, taper_problems, tightest_radius
from bagpattern.styles._sized import FROM_CONTENTS, SizedBag
from bagpattern.values import replace, value

GUSSET_ENDS = (("gusset", "right end"), ("gusset", "left end"))


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("36 cm", "14 cm", "60 cm", "across the front at its widest")
    height: float = measure("28 cm", "12 cm", "50 cm", "from the base to the rim, along the front")
    depth: float = measure("10 cm", "3 cm", "30 cm", "from front to back, at the base")
    rim_depth: float | None = measure(
        None, "3 cm", "30 cm", "of the gusset at the rim; left out: as at the base; less: the sides narrow upward"
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


@value
class Messenger(SizedBag):
    """A lined messenger bag with a flap, its gusset in one piece round sides and base."""

    lies: ClassVar[bool] = True

    dimensions: Dimensions = table(Dimensions, "the finished size", word=FROM_CONTENTS)
    closure: Top = part(TOPS, "flap", "how the rim is closed")
    crossbody: Crossbody = table(Crossbody, "rings at the gusset's ends and their strap")

    def body(self) -> GussetBody:
        """Two faces and a gusset."""
        size, radius, inset = self.dimensions, self._radius, self.lining.inset_for(self.workshop)
        problems = [
            *radius_problems(size, {"bottom_radius": radius}, size.width, tightest_radius(self)),
            *taper_problems(
                size, self._faces, (size.width, size.height), size.taper, {"": 0.0, "bottom_radius": radius}, inset
            ),
        ]
        if not problems:
            problems += slant_problems(size, self._faces(size.taper).sides(), size.depth, size.at_rim)
        problems += self._carried.faults(self.wearer)
        raise_together(problems)
        return GussetBody(self._faces(size.taper), size.depth, size.at_rim)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it."""
        yield "closure", self.closure.over(self.dimensions.at_rim)

    def hung(self) -> Iterator[tuple[str, BagPart]]:
        """The strap."""
        yield "crossbody", replace(self._carried.strap(self.wearer), ends=GUSSET_ENDS)

    def finished(self, draft: Draft) -> Finished:
        """Measured on the front, and across the gusset in the middle of the base; the volume level by level.

        A gusset that style lines or a zip have divided is measured as it was before. The height is that of the front,
        which leans where the gusset is not as wide at the rim as at the base.
        """
        draft = draft if "gusset" in draft else self.body().draft(SHELL)
        fronts = [panel.stitching_line for panel in parts_of(draft, "front")]
        left, bottom, right, top = areas.bounds(fronts)
        leans = over(abs(self.dimensions.depth - self.dimensions.at_rim), 0.0) and not self.closure.rise
        depth, rise = across_middle(draft["gusset"].stitching_line), self.closure.rise
        return Finished(
            right - left,
            top - bottom - rise,
            depth,
            held(draft, depth, rise) / 1e6,
            measured=Measured(Where.WIDEST, Where.SIDE if leans else self.closure.height_at, Where.BASE),
        )

    @property
    def _radius(self) -> float:
        size = self.dimensions
        return corner_radius(size.bottom_radius, min(size.width, size.height), flat_radius(self))

    def _faces(self, taper: float) -> RoundedFace | TaperedFace:
        size = self.dimensions
        return leaning(size.width, size.height + self.closure.rise, taper, bottom=self._radius)

    @property
    def _carried(self) -> Carried:
        return Carried(None, None, self.crossbody)
