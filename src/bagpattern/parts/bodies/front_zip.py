"""A box whose zip runs across the front and round both sides to the back [construction 2.7, jk-pouch0.9].

The front with both sides is one band, cut in two along the zip. The lower part has the base as a flap, the upper part
the top: each is a T. The back is a plain rectangle.
"""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import Point, point
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.operation import CLIPPED_TO, Operation, Task, Verb, sew, task
from bagpattern.model.seam import Run, Seam
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.bodies.body import Opening
from bagpattern.parts.bodies.facets import part
from bagpattern.parts.bodies.two_panels import TwoPanels
from bagpattern.parts.naming import Naming
from bagpattern.parts.sewing.in_one import Uncut
from bagpattern.values import replace, value
from bagpattern.words import words


@value
class FrontZip(TwoPanels):
    """The zip lies ``level`` mm above the base; front is the lower part, upper the one above it."""

    level: float = 0.0

    def smaller(self, inset: float) -> FrontZip:
        """The same body for the layer inside."""
        width, height, depth = (each - 2 * inset for each in (self.width, self.height, self.depth))
        return replace(self, width=width, height=height, depth=depth, level=self.level - inset, uncut="")

    def opening(self, prefix: str) -> Opening:
        """The two tapes of the zip."""
        return Opening(((Run(f"{prefix}front", "top"),), (Run(f"{prefix}upper", "bottom", reversed=True),)))

    def draft(self, named: Naming) -> Draft:
        """Both parts of the front, and the back."""
        back = (Edge(name, path) for name, path in rectangle(self.width, self.height)._asdict().items())
        panels = (
            named.panel("front", words("lower front"), self._edges(), self._walls(self.level, Wall.BASE), face=True),
            named.panel("upper", words("upper front"), self._upper(), self._walls(self.height - self.level, Wall.TOP)),
            named.face("back", words("back"), tuple(back)),
        )
        prefix = named.prefix
        return Draft(panels, (*self._around(prefix), *_tees(prefix), *self._zip(prefix)))

    def folds(self) -> tuple[Uncut, ...]:
        """The base goes on into the back, round the corner between them."""
        return tuple(where._replace(crease=True) for where in super().folds())

    def _walls(self, high: float, flap: Wall) -> tuple[Facet, ...]:
        """The stretches of one part of the band, *high* mm up the bag, and its *flap*."""
        deep, wide = self.depth, self.width + 2 * self.depth
        low, up = (-deep, 1j) if flap is Wall.BASE else (high, -1j)
        return (
            part(Wall.LEFT, 0.0, 0.0, deep, high),
            part(Wall.FRONT, deep, 0.0, wide - deep, high),
            part(Wall.RIGHT, wide - deep, 0.0, wide, high),
            part(flap, deep, low, wide - deep, low + deep, up),
        )

    def tasks(self) -> tuple[Task, ...]:
        """The corners of both parts, then the back."""
        corner = words(
            "Right sides together, sew the sides of base and top to the band beside them, from the inner corners "
            "outward."
        )
        around = words(
            "Sew the back in, right sides together. Begin and end each seam where the stitching lines meet, and "
            "back-tack there."
        )
        seams = ("right side", "left side", "top seam", *(() if self.uncut else ("base seam",)))
        corners = tuple(seam.id for seam in _tees(""))
        clips = words("Clip to each inner corner of the T, {1 mm} short of the stitching.")
        cut_in = Operation(Verb.CLIP, clips, corners, beside=CLIPPED_TO)
        return (
            task(words("Sew top and base to the band"), cut_in, sew(*corners, how=corner)),
            task(words("Sew the back in"), sew(*seams, how=around)),
        )

    def _edges(self) -> tuple[Edge, ...]:
        """The lower part, its base hanging down."""
        deep, wide, level = self.depth, self.width + 2 * self.depth, self.level
        return self._from_corners(
            (
                ("bottom", point(deep, -deep)),
                ("right base end", point(wide - deep, -deep)),
                ("right base side", point(wide - deep, 0)),
                ("right", point(wide, 0)),
                ("top", point(wide, level)),
                ("left", point(0, level)),
                ("left base side", point(0, 0)),
                ("left base end", point(deep, 0)),
            )
        )

    def _upper(self) -> tuple[Edge, ...]:
        """The upper part, its top standing up; the zip along its lower edge."""
        deep, wide, high = self.depth, self.width + 2 * self.depth, self.height - self.level
        corners: tuple[tuple[str, Point], ...] = (
            ("bottom", point(0, 0)),
            ("right", point(wide, 0)),
            ("right top side", point(wide, high)),
            ("right top end", point(wide - deep, high)),
            ("top", point(wide - deep, high + deep)),
            ("left top end", point(deep, high + deep)),
            ("left top side", point(deep, high)),
            ("left", point(0, high)),
        )
        ends = [at for _, at in (*corners[1:], corners[0])]
        paths = [(name, line_path(at, end)) for (name, at), end in zip(corners, ends, strict=True)]
        return tuple(
            replace(self._top(path), name="bottom") if name == "bottom" else Edge(name, path) for name, path in paths
        )

    @staticmethod
    def _around(prefix: str) -> Iterator[Seam]:
        """The back's four edges."""
        front, upper, back = (f"{prefix}{name}" for name in ("front", "upper", "back"))
        sides = {
            "right side": ((Run(front, "right"), Run(upper, "right")), "left"),
            "left side": ((Run(upper, "left"), Run(front, "left")), "right"),
            "top seam": ((Run(upper, "top"),), "top"),
            "base seam": ((Run(front, "bottom"),), "bottom"),
        }
        for name, (runs, edge) in sides.items():
            yield Seam(f"{prefix}{name}", runs, (Run(back, edge, reversed=True),), marked=True)


def _tees(prefix: str) -> Iterator[Seam]:
    """The sides of the two flaps to the band beside them, from the inner corners out."""
    for panel, flap in (("front", "base"), ("upper", "top")):
        for side in ("right", "left"):
            outward = (side == "right") == (flap == "top")  # whether the flap's side runs from its inner corner
            end = Run(f"{prefix}{panel}", f"{side} {flap} end", reversed=not outward)
            band = Run(f"{prefix}{panel}", f"{side} {flap} side", reversed=outward)
            yield Seam(f"{prefix}{side} {flap} corner", (end,), (band,))
