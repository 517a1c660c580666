"""A body of two faces and one band all round, the zip set in the seam between one of them and the band [jk-kanken].

The band's ends meet at the middle of the base. Coordinates as seen from outside the bag.
"""

from __future__ import annotations

from bagpattern.geometry.path import Path
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Task, sew, task
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.bodies.band import matching
from bagpattern.parts.bodies.faced import FacedBody, Loop, face_edges
from bagpattern.parts.bodies.facets import along
from bagpattern.parts.naming import Naming
from bagpattern.parts.sewing.zips import zip_edge
from bagpattern.values import value
from bagpattern.words import words

FRONT, BACK = "front", "back"
_CALLED = {FRONT: words("front"), BACK: words("back")}
_BAND = {FRONT: words("Sew the band to the front"), BACK: words("Sew the band to the back")}
_DOOR = {
    FRONT: words("Sew the band to the front, below the zip"),
    BACK: words("Sew the band to the back, below the zip"),
}


@value
class LoopBody(FacedBody):
    """The ``door``, front or back, opens; ``join_allowance`` (mm) is the cloth at the band's ends, None for the rule.

    It is drafted as seen from the side of the door: what is the bag's right there is its left where the back opens.
    """

    join_allowance: float | None = None
    door: str = FRONT

    @property
    def fixed(self) -> str:
        """The face that is sewn all round."""
        return BACK if self.door == FRONT else FRONT

    def draft(self, named: Naming) -> Draft:
        """Front, back and band."""
        loop = Loop(self.size)
        edges = {self.door: self._door_edges(loop), self.fixed: face_edges(loop.face)}
        faces = (named.face(face, _CALLED[face], edges[face]) for face in (FRONT, BACK))
        panels = (*faces, named.strip("band", words("band"), self._band_edges(loop), self._around(loop)))
        return Draft(panels, self._seams(named.prefix, loop))

    def zip_sides(self, prefix: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """The door's edges over the top, and the stretch of the band beside them."""
        door, band = f"{prefix}{self.door}", f"{prefix}band"
        over = tuple(Run(door, edge) for edge in ("right zip", "top", "left zip"))
        return over, (Run(band, f"{self.door} zip", reversed=True),)

    def gap_seam(self, prefix: str) -> str:
        """The door to the band, below the zip."""
        return f"{prefix}{self.door} to band"

    def tasks(self) -> tuple[Task, ...]:
        """The band to the fixed face, then the door, opened."""
        door, fixed = self.door, self.fixed
        return (
            task(words("Close the band to a loop"), sew("band ends")),
            task(_BAND[fixed], matching(_CALLED[fixed], f"{fixed} to band")),
            task(_DOOR[door], matching(_CALLED[door], f"{door} to band")),
        )

    def _zip_edge(self, name: str, path: Path) -> Edge:
        return zip_edge(name, path, self.size.zip)

    def _door_edges(self, loop: Loop) -> tuple[Edge, ...]:
        face, right, left = loop.face, loop.on_right, loop.on_left
        return (
            Edge("bottom", face.bottom),
            Edge("right", face.right.part(0.0, right)),
            self._zip_edge("right zip", face.right.part(right, face.right.length)),
            self._zip_edge("top", face.top),
            self._zip_edge("left zip", face.left.part(0.0, left)),
            Edge("left", face.left.part(left, face.left.length)),
        )

    def _band_edges(self, loop: Loop) -> tuple[Edge, ...]:
        """A strip from the middle of the base, up the door's right side, over the top and down its left."""
        strip = rectangle(loop.face.length, self.size.depth)
        half, top, door = loop.under / 2, strip.top, self.door
        stretches = top.part(0.0, half), top.part(half, half + loop.over), top.part(half + loop.over, top.length)
        return (
            Edge(self.fixed, strip.bottom),
            Edge("right end", strip.right, allowance=self.join_allowance),
            Edge(f"{door} left", stretches[0]),
            self._zip_edge(f"{door} zip", stretches[1]),
            Edge(f"{door} right", stretches[2]),
            Edge("left end", strip.left, allowance=self.join_allowance),
        )

    def _around(self, loop: Loop) -> tuple[Facet, ...]:
        """The walls along the band, the door's edge on top."""
        right, left, forward = (Wall.RIGHT, Wall.LEFT, 1j) if self.door == FRONT else (Wall.LEFT, Wall.RIGHT, -1j)
        face, half = loop.face, (Wall.BASE, loop.face.bottom.length / 2, forward)
        up, down = (right, face.right.length, 1), (left, face.left.length, -1)
        return along(self.size.depth, half, up, (Wall.TOP, face.top.length, forward), down, half)

    def _seams(self, prefix: str, loop: Loop) -> tuple[Seam, ...]:
        door, fixed, band = f"{prefix}{self.door}", f"{prefix}{self.fixed}", f"{prefix}band"
        middle = loop.face.bottom.length / 2
        under = Run(door, "left"), Run(door, "bottom"), Run(door, "right")
        band_under = Run(band, f"{self.door} left", reversed=True), Run(band, f"{self.door} right", reversed=True)
        around = (
            Run(fixed, "bottom", start=middle),
            *(Run(fixed, edge) for edge in ("right", "top", "left")),
            Run(fixed, "bottom", end=middle),
        )
        whole = (Run(band, self.fixed, reversed=True),)
        return (
            Seam(f"{door} to band", under, band_under, marked=True, double=self.door == BACK),
            Seam(f"{fixed} to band", around, whole, marked=True, double=self.fixed == BACK),
            Seam(f"{prefix}band ends", (Run(band, "left end"),), (Run(band, "right end", reversed=True),)),
            Seam(f"{prefix}main zip", *self.zip_sides(prefix), SeamKind.ZIP, zip="main zip", marked=True),
        )
