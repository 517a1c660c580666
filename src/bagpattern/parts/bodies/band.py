"""A body of two faces and a band in two parts: a zip band over the top and a base band below [construction 2.3].

Coordinates as seen from outside the bag. The band's lengths are measured on the drafted faces, never computed from a
formula that assumes their shape.
"""

from __future__ import annotations

from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Task, described
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.model.wall import Facet, Firmness, Wall
from bagpattern.parts.bodies.body import Naming
from bagpattern.parts.bodies.faced import FacedBody, Loop, face_edges
from bagpattern.parts.bodies.facets import along
from bagpattern.parts.sewing.zips import zip_edge
from bagpattern.words import sentences, words

BENT = Firmness.BENT
MATCH = words(
    "Match the centre of top and base, the band's joins and every notch; clip the band where the face curves."
)


class BandBody(FacedBody):
    """The zip runs along the middle of the band; copy 1 of the half zip band lies to the front."""

    def draft(self, named: Naming) -> Draft:
        """Front, back, two half zip bands and the base band."""
        loop = Loop(self.size)
        panels = (
            named.face("front", words("front"), face_edges(loop.face)),
            named.face("back", words("back"), face_edges(loop.face)),
            named.panel(
                "zip-band", words("zip band"), self._half_zip_band(loop.over), self._over(loop), 2, firmness=BENT
            ),
            named.panel("base-band", words("base band"), self._base_band(loop.under), self._under(loop), firmness=BENT),
        )
        return Draft(panels, self._seams(named.prefix, loop))

    def zip_sides(self, prefix: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """The front half and the back half of the zip band."""
        return (Run(f"{prefix}zip-band", "zip"),), (Run(f"{prefix}zip-band", "zip", reversed=True, copy=2),)

    def gap_seam(self, prefix: str) -> str:
        """Front to base band."""
        return f"{prefix}front to base band"

    def tasks(self) -> tuple[Task, ...]:
        """The loop first, then front and back."""
        join = words("Sew the base band to both ends of the zip band, catching the zip tabs.")
        check = words("Check that the loop is as long as the front's stitching line.")
        opened = words("The zip must be open: the bag is turned through it.")
        return (
            described(
                words("Close the band to a loop"),
                sentences(join, check),
                ("band right end", "band left end"),
            ),
            described(words("Sew the band to the front"), MATCH, ("front to base band", "front to zip band")),
            described(
                words("Open the zip, then sew the band to the back"),
                sentences(MATCH, opened),
                ("back to base band", "back to zip band"),
            ),
        )

    def _over(self, loop: Loop) -> tuple[Facet, ...]:
        """The walls along both halves of the zip band; the one at the back goes the other way round."""
        up, deep = loop.face.right.length - loop.on_right, self.size.depth / 2
        left, top, right = (Wall.LEFT, loop.on_left, 1), (Wall.TOP, loop.face.top.length), (Wall.RIGHT, up, -1)
        back = (Wall.RIGHT, up, 1), (*top, 1j), (Wall.LEFT, loop.on_left, -1)
        return along(deep, left, (*top, -1j), right, copy=1) + along(deep, *back, copy=2)

    def _under(self, loop: Loop) -> tuple[Facet, ...]:
        """The walls along the base band, the front's edge on top."""
        left, right = loop.face.left.length - loop.on_left, loop.on_right
        base = Wall.BASE, loop.face.bottom.length, 1j
        return along(self.size.depth, (Wall.LEFT, left, -1), base, (Wall.RIGHT, right, 1))

    def _half_zip_band(self, length: float) -> tuple[Edge, ...]:
        """From the face's seam to the zip's centre line."""
        strip = rectangle(length, self.size.depth / 2)
        on_zip = zip_edge("zip", strip.top, self.size.zip, self.size.beyond_zip)
        return Edge("outer", strip.bottom), Edge("right end", strip.right), on_zip, Edge("left end", strip.left)

    def _base_band(self, length: float) -> tuple[Edge, ...]:
        strip = rectangle(length, self.size.depth)
        ends = Edge("right end", strip.right), Edge("left end", strip.left)
        return Edge("back", strip.bottom), ends[0], Edge("front", strip.top), ends[1]

    def _seams(self, prefix: str, loop: Loop) -> tuple[Seam, ...]:
        """Both faces to both bands, the bands' ends, and the zip."""
        front, back, zip_band, base = (f"{prefix}{name}" for name in ("front", "back", "zip-band", "base-band"))

        def half(copy: int, edge: str) -> Run:
            return Run(zip_band, edge, reversed=True, copy=copy)

        def base_side(side: str) -> tuple[Run, ...]:
            return (Run(base, side, reversed=True),)

        return (
            Seam(f"{front} to base band", loop.lower(front), base_side("front"), marked=True),
            Seam(f"{front} to zip band", loop.upper(front), (half(1, "outer"),), marked=True),
            Seam(f"{back} to base band", loop.lower(back), base_side("back"), marked=True, double=True),
            Seam(f"{back} to zip band", loop.upper(back), (half(2, "outer"),), marked=True, double=True),
            Seam(f"{prefix}band right end", (Run(base, "right end"),), (half(2, "left end"), half(1, "right end"))),
            Seam(f"{prefix}band left end", (Run(base, "left end"),), (half(1, "left end"), half(2, "right end"))),
            Seam(f"{prefix}main zip", *self.zip_sides(prefix), SeamKind.ZIP, zip="main zip", marked=True),
        )
