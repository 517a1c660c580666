"""The messenger bag: front, back and a gusset round sides and base, a flap over the front, a strap from its ends."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import ClassVar

from bagpattern.errors import Problem, raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Where
from bagpattern.parameters import choice, part, table
from bagpattern.parts.bodies.box import CROSS, ONE_WALL, WRAP, BoxBody, Level
from bagpattern.parts.bodies.faces import RoundedFace, TaperedFace, leaning
from bagpattern.parts.bodies.gusset import GussetBody, slant_problems
from bagpattern.parts.carried import Carried
from bagpattern.parts.carrying.rings import Crossbody
from bagpattern.parts.naming import SHELL
from bagpattern.parts.part import BagPart
from bagpattern.parts.tops import TOPS, Top
from bagpattern.styles._boxed import SIDES, five_panel_size
from bagpattern.styles._faced import corner_radius, flat_radius, radius_problems, taper_problems, tightest_radius
from bagpattern.styles._gusseted import GUSSET_ENDS, Dimensions, gusset_size
from bagpattern.styles._sized import FROM_CONTENTS, SizedBag
from bagpattern.values import replace, value
from bagpattern.words import words

GUSSET = "gusset"
SQUARE = {"five-panel": "", WRAP: WRAP, CROSS: CROSS, ONE_WALL: ONE_WALL}
"""Builds of four walls and a base, and what of them is cut in one."""


@value
class Messenger(SizedBag):
    """A lined messenger bag with a flap, a gusset round sides and base in one piece, or a box of five panels."""

    lies: ClassVar[bool] = True

    dimensions: Dimensions = table(Dimensions, "the finished size", word=FROM_CONTENTS)
    build: str = choice(
        GUSSET,
        (GUSSET, *SQUARE),
        "of sides and base: one gusset round them; or square corners: five panels, front, base and back in one wrap, "
        "front, sides and base in one cross, or all four walls in one-wall",
    )
    closure: Top = part(TOPS, "flap", "how the rim is closed")
    crossbody: Crossbody = table(Crossbody, "rings at the gusset's ends and their strap")

    @property
    def top(self) -> Top:
        """What closes the rim, over its depth."""
        return self.closure.over(self.dimensions.at_rim)

    def body(self) -> GussetBody | BoxBody:
        """Two faces and a gusset, or five panels; the height is that of the front, also where it leans."""
        size, radius, inset = self.dimensions, self._radius, self.lining.inset_for(self.workshop)
        problems = [
            *radius_problems(size, {"bottom_radius": radius}, (size.width, size.height), tightest_radius(self)),
            *taper_problems(
                size, self._faces, (size.width, size.height), size.taper, {"": 0.0, "bottom_radius": radius}, inset
            ),
        ]
        if not problems:
            problems += slant_problems(size, self._faces(size.taper).sides(), size.depth, size.at_rim)
        problems += self._carried.faults(self.wearer)
        problems += self._square_faults()
        raise_together(problems)
        return self._box if self.build in SQUARE else GussetBody(self._faces(size.taper), size.depth, size.at_rim)

    @property
    def _box(self) -> BoxBody:
        size, high = self.dimensions, self.dimensions.height + self.top.rise
        upright = math.sqrt(high**2 - ((size.at_rim - size.depth) / 2) ** 2)
        base, rim = Level(size.width, size.depth), Level(size.width - size.taper, size.at_rim)
        return BoxBody(base, rim, upright, SQUARE[self.build], self.top.rise)

    def _square_faults(self) -> Iterator[Problem]:
        if self.build in SQUARE and self.dimensions.bottom_radius:
            fault = words('its walls meet in square corners: make it {0 mm}, or write build = "gusset"')
            yield Problem("dimensions.bottom_radius", fault)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it."""
        yield "closure", self.top

    def hung(self) -> Iterator[tuple[str, BagPart]]:
        """The strap."""
        ends = SIDES if self.build in SQUARE else GUSSET_ENDS
        yield "crossbody", replace(self._carried.strap(self.wearer), ends=ends)

    def finished(self, draft: Draft) -> Finished:
        """The height is that of the front, which leans where it is not as deep at the rim as at the base."""
        rise = self.top.rise
        height_at = Where.SIDE if self.dimensions.leans and not rise else self.top.height_at
        if self.build in SQUARE:
            return five_panel_size(draft, rise, height_at, Where.BASE)
        return gusset_size(draft if "gusset" in draft else self.body().draft(SHELL), rise, height_at)

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """What the rules make of it."""
        return {"bottom_radius": self._radius, "rim_depth": self.dimensions.at_rim}

    @property
    def _radius(self) -> float:
        size = self.dimensions
        if self.build in SQUARE:
            return 0.0
        return corner_radius(size.bottom_radius, min(size.width, size.height), flat_radius(self))

    def _faces(self, taper: float) -> RoundedFace | TaperedFace:
        size = self.dimensions
        return leaning(size.width, size.height + self.top.rise, taper, bottom=self._radius)

    @property
    def _carried(self) -> Carried:
        return Carried(None, None, self.crossbody)
