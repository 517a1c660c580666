"""A body of two faces and a band in two parts: a zip band over the top and a base band below [construction 2.3].

Coordinates as seen from outside the bag. The band's lengths are measured on the drafted faces, never computed from a
formula that assumes their shape.
"""

from __future__ import annotations

from typing import ClassVar

from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Operation, Task, Verb, sew, task
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.bodies.faced import FacedBody, Loop, face_edges
from bagpattern.parts.bodies.facets import along
from bagpattern.parts.naming import Naming
from bagpattern.parts.sewing.zips import zip_edge
from bagpattern.said import Said
from bagpattern.words import words


def matching(face: Said, *seams: str) -> Operation:
    """Sew a face all round to its bands."""
    text = words(
        "Lay the band on the {face}, right sides together: match the middle of top and base first, then the joins of "
        "the band and every notch. Sew all round, the band on top, where you see its clips.",
        face=face,
    )
    return sew(*seams, how=text)


class BandBody(FacedBody):
    """The zip runs along the middle of the band: each half of it follows its own face, and bears its notches."""

    BELOW: ClassVar[str] = "base band"
    """How the band from one end of the zip to the other is called: words of its seams; its id is made of them."""
    CALLED: ClassVar[Said] = words("base band")

    def draft(self, named: Naming) -> Draft:
        """Front, back, two half zip bands and the base band."""
        loop, behind = self._loops()
        if named.inside_out:  # what of the outer layer is the front's shape fits the back of the inner one
            loop, behind = behind, loop
        half = self._half_zip_band(loop.over)
        panels = (
            named.face("front", words("front"), face_edges(loop.stood)),
            named.face("back", words("back"), face_edges(behind.stood)),
            named.strip("zip-band-front", words("front zip band"), half, self._over_front(loop)),
            named.strip("zip-band-back", words("back zip band"), half, self._over_back(loop)),
            named.strip(self._below, self.CALLED, self._base_band(loop.under), self._under(loop)),
        )
        return Draft(panels, self._seams(named.prefix, loop, behind))

    def _loops(self) -> tuple[Loop, Loop]:
        """The ways round the front and round the back, each as seen from outside."""
        return Loop(self.size), Loop(self.size.from_behind)

    @property
    def _below(self) -> str:
        return self.BELOW.replace(" ", "-")

    def zip_sides(self, prefix: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """The front half and the back half of the zip band."""
        return (Run(f"{prefix}zip-band-front", "zip"),), (Run(f"{prefix}zip-band-back", "zip", reversed=True),)

    def gap_seam(self, prefix: str) -> str:
        """Front to base band."""
        return f"{prefix}front to {self.BELOW}"

    def tasks(self) -> tuple[Task, ...]:
        """The loop first, then front and back."""
        check = words("Check that the loop is as long as the front's stitching line.")
        return (
            task(
                words("Close the band to a loop"),
                sew("band right end", "band left end"),
                Operation(Verb.TELL, check, (f"front to {self.BELOW}", "front to zip band")),
            ),
            task(
                words("Sew the band to the front"),
                matching(words("front"), f"front to {self.BELOW}", "front to zip band"),
            ),
            task(
                words("Sew the band to the back"),
                matching(words("back"), f"back to {self.BELOW}", "back to zip band"),
            ),
        )

    def _over_front(self, loop: Loop) -> tuple[Facet, ...]:
        """The walls along the front half of the zip band."""
        up, top = loop.face.right.length - loop.on_right, loop.face.top.length
        left, right = ((Wall.BASE, long, -1j) for long in loop.beside)
        over = (Wall.LEFT, loop.on_left, 1), (Wall.TOP, top, -1j), (Wall.RIGHT, up, -1)
        return along(self.size.depth / 2, *((left, *over, right) if loop.onto else over))

    def _over_back(self, loop: Loop) -> tuple[Facet, ...]:
        """Those along the back half, which goes the other way round."""
        up, top = loop.face.right.length - loop.on_right, loop.face.top.length
        left, right = ((Wall.BASE, long, 1j) for long in loop.beside)
        over = (Wall.RIGHT, up, 1), (Wall.TOP, top, 1j), (Wall.LEFT, loop.on_left, -1)
        return along(self.size.depth / 2, *((right, *over, left) if loop.onto else over))

    def _under(self, loop: Loop) -> tuple[Facet, ...]:
        """The walls along the base band, the front's edge on top."""
        if loop.onto:
            return along(self.size.depth, (Wall.BASE, loop.under, 1j))
        left, right = loop.face.left.length - loop.on_left, loop.on_right
        base = Wall.BASE, loop.face.bottom.length, 1j
        return along(self.size.depth, (Wall.LEFT, left, -1), base, (Wall.RIGHT, right, 1))

    def _half_zip_band(self, length: float) -> tuple[Edge, ...]:
        """From the face's seam to the zip's centre line."""
        strip = rectangle(length, self.size.depth / 2)
        on_zip = zip_edge("zip", strip.top, self.size.zip)
        return Edge("outer", strip.bottom), Edge("right end", strip.right), on_zip, Edge("left end", strip.left)

    def _base_band(self, length: float) -> tuple[Edge, ...]:
        strip = rectangle(length, self.size.depth)
        ends = Edge("right end", strip.right), Edge("left end", strip.left)
        return Edge("back", strip.bottom), ends[0], Edge("front", strip.top), ends[1]

    def _seams(self, prefix: str, loop: Loop, behind: Loop) -> tuple[Seam, ...]:
        """Both faces to both bands, the bands' ends, and the zip."""
        front, back, base = (f"{prefix}{name}" for name in ("front", "back", self._below))

        def half(face: str, edge: str) -> Run:
            return Run(f"{prefix}zip-band-{face}", edge, reversed=True)

        def base_side(side: str) -> tuple[Run, ...]:
            return (Run(base, side, reversed=True),)

        return (
            Seam(f"{front} to {self.BELOW}", loop.lower(front), base_side("front"), marked=True),
            Seam(f"{front} to zip band", loop.upper(front), (half("front", "outer"),), marked=True),
            Seam(f"{back} to {self.BELOW}", behind.lower(back), base_side("back"), marked=True, double=True),
            Seam(f"{back} to zip band", behind.upper(back), (half("back", "outer"),), marked=True, double=True),
            Seam(
                f"{prefix}band right end",
                (Run(base, "right end"),),
                (half("back", "left end"), half("front", "right end")),
            ),
            Seam(
                f"{prefix}band left end",
                (Run(base, "left end"),),
                (half("front", "left end"), half("back", "right end")),
            ),
            Seam(f"{prefix}main zip", *self.zip_sides(prefix), SeamKind.ZIP, zip="main zip", marked=True),
        )
