"""The duffle: two ends, round, oval, domed or boxed, and a wrap with a zip along the top."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.errors import raise_together
from bagpattern.geometry import areas
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Role
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.model.wall import Wall
from bagpattern.parameters import choice, table
from bagpattern.parts.bodies.barrel import BarrelBody
from bagpattern.parts.carried import Carried
from bagpattern.parts.carrying.rings import Crossbody
from bagpattern.parts.carrying.wrap_handles import WrapHandles
from bagpattern.parts.closing.top_zip import TopZip
from bagpattern.parts.part import BagPart, parts_of
from bagpattern.styles._bag import Bag
from bagpattern.styles._ends import Dimensions, End
from bagpattern.styles._faced import corner_radius, flat_radius, tightest_radius
from bagpattern.values import replace, value

SEAMED, IN_ONE = "seamed", "one-piece"
RINGS_UP = 0.9
"""Of the way up the back: near the zip, so that the bag hangs upright from its strap [K]."""


@value
class Duffle(Bag):
    """A lined duffle or barrel bag with webbing handles round the body and a shoulder strap."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    build: str = choice(
        SEAMED,
        (SEAMED, IN_ONE),
        "of the way round, seamed: front, back and a base that is sewn in; one-piece: cut in one from zip to zip",
    )
    closure: TopZip = table(TopZip, "the main zip")
    handles: WrapHandles = table(WrapHandles, "webbing round the body")
    crossbody: Crossbody = table(Crossbody, "rings at the ends and their strap")

    def body(self) -> BarrelBody:
        """Two ends and a wrap."""
        size, end = self.dimensions, self._end
        problems = list(end.faults(size, tightest_radius(self)))
        problems += [] if problems else end.base_faults(size, self._base)
        problems += self._carried.faults(replace(self.wearer, carry=self._strapped))
        raise_together(problems)
        return BarrelBody(end.face, self.dimensions.width, self._base, self.closure.chain, self.build == IN_ONE)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """The handles, while the wrap lies flat, and the zip."""
        yield from (("handles", self.handles), ("closure", self.closure))

    def hung(self) -> Iterator[tuple[str, BagPart]]:
        """The rings."""
        yield "crossbody", replace(self._carried.strap(self.wearer), share=RINGS_UP)

    def finished(self, draft: Draft) -> Finished:
        """Measured on an end, and along the base of the front."""
        body = [panel for panel in draft.panels if panel.role is Role.BODY]
        end = [panel.stitching_line for panel in parts_of(draft, "end-left")]
        left, bottom, right, top = areas.bounds(end)
        fronts = areas.bounds([panel.stitching_line for panel in body if panel.is_on(Wall.FRONT)])
        wide = fronts[2] - fronts[0]
        volume = sum(map(areas.area, end)) * wide / 1e6
        return Finished(
            wide, top - bottom, right - left, volume, measured=Measured(Where.THROUGHOUT, Where.UPRIGHT, Where.WIDEST)
        )

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """What the rules make of it."""
        end = self._end
        return {"depth": end.deep, "radius": None if end.shape == "round" else end.corner, "base": self._base}

    @property
    def _end(self) -> End:
        size = self.dimensions
        corner = corner_radius(size.radius, min(size.deep, size.height), flat_radius(self), 0.2)
        if size.shape == "dome" and size.radius is None and corner > size.height - size.deep / 2:
            corner = 0.0  # the half circle leaves no room for another
        return End(size.shape, size.deep, size.height, corner)

    @property
    def _base(self) -> float:
        """mm of base: as given, or the flat of the end, or a quarter of the way round where there is little."""
        face = self._end.face
        flat, quarter = face.width - 2 * face.bottom_radius, face.sides().length / 4
        by_rule = flat if flat >= quarter / 2 else quarter
        return by_rule if self.dimensions.base is None else self.dimensions.base

    @property
    def _carried(self) -> Carried:
        return Carried(None, None, self.crossbody)

    @property
    def _strapped(self) -> tuple[str, ...]:
        """The ways to carry it that ask something of the strap; its handles serve the hand."""
        served = self.handles.kind != "none"
        return tuple(way for way in self.wearer.carry if way != "hand" or not served)
