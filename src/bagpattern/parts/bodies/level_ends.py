"""A pouch of two panels whose ends are closed by level seams: the tube is laid flat, its zip in the middle of the top.

Base and top may differ: the walls then lean, and each end is a trapezoid of which base and top each carry a part. A
corner is as long on the face as both slanting edges of the notch beside it are together [construction 2.11, jenswirf].
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import NamedTuple

from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Task, sew, task
from bagpattern.model.seam import Run, Seam
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.bodies.body import Hollow
from bagpattern.parts.bodies.box import Level
from bagpattern.parts.bodies.facets import cornered, part
from bagpattern.parts.bodies.two_panels import TwoPanels, both
from bagpattern.values import replace, value
from bagpattern.words import words


class _Measures(NamedTuple):
    """mm up a panel: of the face's lower and upper edge, what the ends reach beside base and top, of the zip.

    Then mm across: of the ends' lower and upper parts, and of the left and the right end of the top.
    """

    low: float
    high: float
    half: float
    zip_level: float
    below: float
    above: float
    left: float
    right: float


@value
class LevelEnds(TwoPanels):
    """Out of each side of a panel is cut a notch, as high as the face; width and depth are those of the base.

    ``top`` is the level of the zip, None for one like the base; ``share`` how much of the ends hangs from the base.
    """

    top: Level | None = field(default=None, kw_only=True)
    share: float = field(default=0.5, kw_only=True)

    @property
    def above_all(self) -> Level:
        """The level of the zip."""
        return self.top or Level(self.width, self.depth)

    def smaller(self, inset: float) -> LevelEnds:
        """The same body for the layer inside."""
        size = {key: getattr(self, key) - 2 * inset for key in ("width", "height", "depth")}
        top = self.top and Level(self.top.width - 2 * inset, self.top.depth - 2 * inset)
        return replace(self, **size, top=top, uncut="")

    def hollow(self) -> Hollow:
        """Upright, as far as it is nowhere narrower."""
        wide, deep = min(self.width, self.above_all.width), min(self.depth, self.above_all.depth)
        a, b, c, d = 0j, point(wide, 0), point(wide, self.height), point(0, self.height)
        return Hollow(line_path(a, b, c, d, a), deep)

    def _edges(self) -> tuple[Edge, ...]:
        """From the middle of the base, the face between half of the base and half of the top."""
        low, high, half, zip_level, below, above, left, right = self._measures
        return self._from_corners(
            (
                ("bottom", point(0, 0)),
                ("right lower end", point(self.width + 2 * below, 0)),
                ("right lower notch", point(self.width + 2 * below, half)),
                ("right", point(self.width + below, low)),
                ("right upper notch", point(right, high)),
                ("right upper end", point(right + above, zip_level - half)),
                ("top", point(right + above, zip_level)),
                ("left upper end", point(left - above, zip_level)),
                ("left upper notch", point(left - above, zip_level - half)),
                ("left", point(left, high)),
                ("left lower notch", point(below, low)),
                ("left lower end", point(0, half)),
            )
        )

    @property
    def _measures(self) -> _Measures:
        top = self.above_all
        in_width, in_depth = (self.width - top.width) / 2, (self.depth - top.depth) / 2
        face, end = abs(complex(self.height, in_depth)), abs(complex(self.height, in_width))
        low, below = self.depth / 2, self.share * end
        return _Measures(
            low,
            low + face,
            low - self.share * in_depth,
            low + face + top.depth / 2,
            below,
            (1 - self.share) * end,
            below + in_width,
            below + self.width - in_width,
        )

    def _facets(self, face: Wall) -> tuple[Facet, ...]:
        """A wall between half of the base and half of the top, and on either side of these their parts of the ends."""
        low, high, half, zip_level, below, above, left, right = self._measures
        ends = (Wall.LEFT, Wall.RIGHT) if face is Wall.FRONT else (Wall.RIGHT, Wall.LEFT)
        top, down = point(0, zip_level), point(0, half)
        forward, wide = 1j if face is Wall.FRONT else -1j, below + self.width
        return (
            part(Wall.BASE, below, 0.0, wide, low, forward),
            cornered(ends[0], -1, 0, below, point(below, low), point(0, half)),
            cornered(ends[1], 1, wide, wide + below, point(wide + below, half), point(wide, low)),
            cornered(face, 1j, point(below, low), point(wide, low), point(right, high), point(left, high)),
            part(Wall.TOP, left, high, right, zip_level, -forward),
            cornered(ends[0], 1, point(left, high), top + left, top + left - above, top + left - above - down),
            cornered(ends[1], -1, point(right, high), top + right + above - down, top + right + above, top + right),
        )

    def _sides(self, prefix: str) -> Iterator[Seam]:
        """Each end, from the fold of one panel over the base to that of the other, on itself."""
        for side, one, other in both(prefix):
            low = Run(one, "right lower end", reversed=True), Run(other, "left lower end", reversed=True)
            high = Run(one, "right upper end"), Run(other, "left upper end")
            yield Seam(f"{prefix}{side} end", low, high)

    def _corners(self, prefix: str) -> Iterator[Seam]:
        """Four corners, each a notch closed on itself."""
        for panel in ("front", "back"):
            for side in ("right", "left"):
                notch = tuple(Run(f"{prefix}{panel}", f"{side} {at} notch", reversed=True) for at in _ALONG[side])
                yield Seam(f"{prefix}{panel} {side} corner", (Run(f"{prefix}{panel}", side),), notch)

    def _side_step(self) -> Task:
        text = words(
            "Lay the tube flat, wrong side out, the zip over the middle of the base, and sew across each end, "
            "back-tacking at both ends."
        )
        ends = sew("right end", "left end", how=text)
        if self.uncut:
            return task(words("Close the ends"), ends)
        return task(words("Sew the base, then close the ends"), sew("base seam"), ends)

    def _corner_steps(self) -> tuple[Task, ...]:
        text = words(
            "Pull the notch at each corner open until the end seam meets the mark on its inner edge, and sew straight "
            "across."
        )
        seams = tuple(f"{panel} {side} corner" for panel in ("front", "back") for side in ("right", "left"))
        return (task(words("Box the four corners"), sew(*seams, how=text)),)


_ALONG = {"right": ("lower", "upper"), "left": ("upper", "lower")}
"""The two edges of a notch beside its upright one, in the order in which that is sewn to them."""
