"""A body of two faces and a band all the way round: a zip band over the top and a base band below [construction 2.3].

Coordinates as seen from outside the bag. The band's lengths are measured on the drafted faces, never computed from a
formula that assumes their shape.
"""

from __future__ import annotations

from dataclasses import dataclass

from bagpattern.catalog.notions import Zip
from bagpattern.geometry.shapes import Sides, rectangle, rounded_panel
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Edge, Panel, Role
from bagpattern.model.seam import Run, Seam, SeamKind, Stage, Step


@dataclass(frozen=True)
class BandBody:
    """The finished size in mm. The zip band meets the base band on the sides, ``zip_stop`` mm above the base."""

    width: float
    height: float
    depth: float
    top_radius: float
    bottom_radius: float
    zip_stop: float
    zip: Zip

    def smaller(self, inset: float) -> BandBody:
        """The same body for the layer inside, every panel's stitching line *inset* mm within this one's."""
        return BandBody(
            self.width - 2 * inset,
            self.height - 2 * inset,
            self.depth - 2 * inset,
            max(self.top_radius - inset, 0.0),
            max(self.bottom_radius - inset, 0.0),
            self.zip_stop - inset,
            self.zip,
        )

    def draft(self, role: Role, material: str, prefix: str = "", title: str = "") -> Draft:
        """The four panels and the seams that join them; ids begin with *prefix*, titles with *title*."""
        face = rounded_panel(self.width, self.height, self.top_radius, self.bottom_radius)
        loop = _Loop(face, self.zip_stop)

        def panel(name: str, words: str, edges: tuple[Edge, ...], count: int = 1) -> Panel:
            return Panel(f"{prefix}{name}", f"{title}{words}", material, role, edges, count=count)

        panels = (
            panel("front", "front", _face_edges(face)),
            panel("back", "back", _face_edges(face)),
            panel("zip-band", "zip band", self._zip_band(loop.over), count=2),
            panel("base-band", "base band", _base_band(loop.under, self.depth)),
        )
        return Draft(panels, loop.seams(prefix))

    def _zip_band(self, length: float) -> tuple[Edge, ...]:
        """Half the zip band, from the face's seam to the zip's centre line."""
        strip = rectangle(length, self.depth / 2)
        zip_edge = Edge("zip", strip.top, allowance=self.zip.beyond_centre, zip=self.zip.coil)
        return Edge("outer", strip.bottom), Edge("right end", strip.right), zip_edge, Edge("left end", strip.left)


def body_steps() -> tuple[Step, ...]:
    """How the shell's band is sewn to its faces, once the band is a loop."""
    sew = "Match the centre of top and base, the band's joins and every notch; clip the band where the face curves."
    return (
        Step(Stage.BODY, "Sew the band to the front", sew, ("front to base band", "front to zip band")),
        Step(
            Stage.BODY,
            "Open the zip, then sew the band to the back",
            f"{sew} The zip must be open: the bag is turned through it.",
            ("back to base band", "back to zip band"),
        ),
    )


def _face_edges(face: Sides) -> tuple[Edge, ...]:
    return Edge("bottom", face.bottom), Edge("right", face.right), Edge("top", face.top), Edge("left", face.left)


def _base_band(length: float, depth: float) -> tuple[Edge, ...]:
    strip = rectangle(length, depth)
    return (
        Edge("back", strip.bottom),
        Edge("right end", strip.right),
        Edge("front", strip.top),
        Edge("left end", strip.left),
    )


class _Loop:
    """The band round a face, divided where the zip band meets the base band."""

    def __init__(self, face: Sides, stop: float) -> None:
        self.on_right = face.right.crossings(complex(0, stop), 1 + 0j)[0]
        self.on_left = face.left.crossings(complex(0, stop), 1 + 0j)[0]
        self.over = face.right.length - self.on_right + face.top.length + self.on_left
        self.under = face.length - self.over

    def upper(self, panel: str) -> tuple[Run, ...]:
        """The face's edge along the zip band, right to left."""
        return Run(panel, "right", start=self.on_right), Run(panel, "top"), Run(panel, "left", end=self.on_left)

    def lower(self, panel: str) -> tuple[Run, ...]:
        """The face's edge along the base band, left to right."""
        return Run(panel, "left", start=self.on_left), Run(panel, "bottom"), Run(panel, "right", end=self.on_right)

    def seams(self, prefix: str) -> tuple[Seam, ...]:
        """Both faces to both bands, the bands' ends, and the zip. Copy 1 of the zip band lies to the front."""
        front, back, zip_band, base = (f"{prefix}{name}" for name in ("front", "back", "zip-band", "base-band"))

        def half(copy: int, edge: str) -> Run:
            return Run(zip_band, edge, reversed=True, copy=copy)

        return (
            Seam(f"{front} to base band", self.lower(front), (Run(base, "front", reversed=True),), marked=True),
            Seam(f"{front} to zip band", self.upper(front), (half(1, "outer"),), marked=True),
            Seam(
                f"{back} to base band", self.lower(back), (Run(base, "back", reversed=True),), marked=True, double=True
            ),
            Seam(f"{back} to zip band", self.upper(back), (half(2, "outer"),), marked=True, double=True),
            Seam(f"{prefix}band right end", (Run(base, "right end"),), (half(2, "left end"), half(1, "right end"))),
            Seam(f"{prefix}band left end", (Run(base, "left end"),), (half(1, "left end"), half(2, "right end"))),
            Seam(
                f"{prefix}main zip",
                (Run(zip_band, "zip"),),
                (half(2, "zip"),),
                SeamKind.ZIP,
                zip="main zip",
                marked=True,
            ),
        )
