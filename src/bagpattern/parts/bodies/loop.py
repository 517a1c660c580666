"""A body of two faces and one band all the way round, the zip set in the seam between front and band [jk-kanken].

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
from bagpattern.parts.bodies.body import Naming
from bagpattern.parts.bodies.faced import FacedBody, Loop, face_edges
from bagpattern.parts.bodies.facets import along
from bagpattern.parts.sewing.zips import zip_edge
from bagpattern.values import value
from bagpattern.words import words


@value
class LoopBody(FacedBody):
    """The front opens like a door; ``join_allowance`` (mm) is the cloth at the band's ends, None for the plain rule."""

    join_allowance: float | None = None

    def draft(self, named: Naming) -> Draft:
        """Front, back and band."""
        loop = Loop(self.size)
        panels = (
            named.face("front", words("front"), self._front_edges(loop)),
            named.face("back", words("back"), face_edges(loop.face)),
            named.strip("band", words("band"), self._band_edges(loop), self._around(loop)),
        )
        return Draft(panels, self._seams(named.prefix, loop))

    def zip_sides(self, prefix: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """The front's edges over the top, and the stretch of the band beside them."""
        front, band = f"{prefix}front", f"{prefix}band"
        over = tuple(Run(front, edge) for edge in ("right zip", "top", "left zip"))
        return over, (Run(band, "front zip", reversed=True),)

    def gap_seam(self, prefix: str) -> str:
        """Front to band, below the zip."""
        return f"{prefix}front to band"

    def tasks(self) -> tuple[Task, ...]:
        """The band to the back, then the front, opened."""
        return (
            task(words("Close the band to a loop"), sew("band ends")),
            task(words("Sew the band to the back"), matching(words("back"), "back to band")),
            task(words("Sew the band to the front, below the zip"), matching(words("front"), "front to band")),
        )

    def _zip_edge(self, name: str, path: Path) -> Edge:
        return zip_edge(name, path, self.size.zip)

    def _front_edges(self, loop: Loop) -> tuple[Edge, ...]:
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
        """A strip from the middle of the base, up the right side, over the top and down the left."""
        strip = rectangle(loop.face.length, self.size.depth)
        half = loop.under / 2
        top = strip.top
        stretches = top.part(0.0, half), top.part(half, half + loop.over), top.part(half + loop.over, top.length)
        return (
            Edge("back", strip.bottom),
            Edge("right end", strip.right, allowance=self.join_allowance),
            Edge("front left", stretches[0]),
            self._zip_edge("front zip", stretches[1]),
            Edge("front right", stretches[2]),
            Edge("left end", strip.left, allowance=self.join_allowance),
        )

    def _around(self, loop: Loop) -> tuple[Facet, ...]:
        """The walls along the band, the front's edge on top."""
        face, half = loop.face, (Wall.BASE, loop.face.bottom.length / 2, 1j)
        right, left = (Wall.RIGHT, face.right.length, 1), (Wall.LEFT, face.left.length, -1)
        return along(self.size.depth, half, right, (Wall.TOP, face.top.length, 1j), left, half)

    def _seams(self, prefix: str, loop: Loop) -> tuple[Seam, ...]:
        front, back, band = f"{prefix}front", f"{prefix}back", f"{prefix}band"
        middle = loop.face.bottom.length / 2
        under = Run(front, "left"), Run(front, "bottom"), Run(front, "right")
        band_under = Run(band, "front left", reversed=True), Run(band, "front right", reversed=True)
        around = (
            Run(back, "bottom", start=middle),
            *(Run(back, edge) for edge in ("right", "top", "left")),
            Run(back, "bottom", end=middle),
        )
        return (
            Seam(f"{front} to band", under, band_under, marked=True),
            Seam(f"{back} to band", around, (Run(band, "back", reversed=True),), marked=True, double=True),
            Seam(f"{prefix}band ends", (Run(band, "left end"),), (Run(band, "right end", reversed=True),)),
            Seam(f"{prefix}main zip", *self.zip_sides(prefix), SeamKind.ZIP, zip="main zip", marked=True),
        )
