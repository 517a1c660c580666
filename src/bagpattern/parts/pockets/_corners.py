"""Lower corners that give a flat pocket depth: a square cut out of each, or a dart [construction 4.4, 4.5].

A pocket that is to be ``width`` x ``height`` where it is sewn on is cut wider by twice ``depth``, and higher by it.
What is too much at its corners is taken out there. The sides and the base are sewn on, the corners to themselves.
"""

from __future__ import annotations

import cmath
from collections.abc import Iterator

from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.placement import MIRROR, moved
from bagpattern.geometry.points import Point, point
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.seam import Caught, Run, Seam
from bagpattern.said import Name
from bagpattern.values import once, value
from bagpattern.words import words

LONG = 3.0
"""Times its depth: how far the tip of a dart lies from the corner, in either direction [K]."""
SIDES = ("left", "right")


@value
class Corners:
    """The corners of a pocket, ``darted`` or boxed; all in mm. The cut outline begins at the origin."""

    width: float
    height: float
    depth: float
    darted: bool

    @property
    def cut(self) -> tuple[float, float]:
        """Width and height of the whole."""
        return self.width + 2 * self.depth, self.height + self.depth

    @once
    def apex(self) -> Point:
        """The tip of the left dart, or the inner corner of the left square."""
        wide, high = self.cut
        at = min(LONG * self.depth, 0.4 * wide, 0.6 * high) if self.darted else self.depth
        return point(at, at)

    @once
    def _cap(self) -> Point:
        """Where the left dart's fold meets the raw edge: folded toward the base, its end lies along that."""
        foot = point(self.depth, 0)
        folded = ((self.apex - foot) / abs(self.apex - foot)) ** 2  # the base's direction, mirrored in the dart's leg
        return foot + folded * self.depth / (folded.imag - folded.real)

    @property
    def intake(self) -> float:
        """mm of the base's seam in which the end of a folded dart is caught."""
        return abs(self._cap - self.depth)

    @property
    def mouth(self) -> float:
        """mm across a dart where it is widest."""
        return abs(cmath.rect(self.depth, 0) - 1j * self.depth)

    def base(self) -> Path:
        """The edge that is sewn on along the base."""
        return line_path(point(self.depth, 0), point(self.depth + self.width, 0))

    def right(self) -> Path:
        """The right side, upward."""
        wide, high = self.cut
        return line_path(point(wide, self.depth), point(wide, high))

    def left(self) -> Path:
        """The left side, downward."""
        return line_path(point(0, self.cut[1]), point(0, self.depth))

    def top(self) -> Path:
        """The rim, right to left."""
        wide, high = self.cut
        return line_path(point(wide, high), point(0, high))

    def corner(self, side: str) -> tuple[tuple[str, Path], tuple[str, Path]]:
        """The two edges between side and base, counter-clockwise, by name."""
        inner = self._cap if self.darted else self.apex
        upper, lower = line_path(1j * self.depth, inner), line_path(inner, point(self.depth, 0))
        if side == "left":
            return ("left corner 1", upper), ("left corner 2", lower)
        return ("right corner 1", self._mirrored(lower).reversed()), (
            "right corner 2",
            self._mirrored(upper).reversed(),
        )

    def lines(self) -> Iterator[Line]:
        """The legs and the fold of each dart, from the raw edge to its tip."""
        if not self.darted:
            return
        ends = ("1", 1j * self.depth, LineKind.STITCH), ("2", point(self.depth, 0), LineKind.STITCH)
        for what, start, kind in (*ends, ("fold", self._cap, LineKind.FOLD)):
            path, told = line_path(start, self.apex), words("fold") if kind is LineKind.FOLD else Name(what)
            yield Line(f"left dart {what}", path, kind, words("left dart {what}", what=told))
            yield Line(f"right dart {what}", self._mirrored(path), kind, words("right dart {what}", what=told))

    def seams(self, panel: str) -> tuple[Seam, ...]:
        """What closes each corner, from its inner end or its tip outward."""
        if self.darted:
            return tuple(
                Seam(f"{panel} {side} dart", (Run(panel, f"{side} dart 1"),), (Run(panel, f"{side} dart 2"),))
                for side in SIDES
            )
        return tuple(
            Seam(
                f"{panel} {side} corner",
                (Run(panel, f"{side} corner 2"),),
                (Run(panel, f"{side} corner 1", reversed=True),),
            )
            for side in SIDES
        )

    def caught(self, panel: str) -> tuple[Caught, ...]:
        """The ends of the folded darts in the seam that runs down the left side, along the base and up the right."""
        if not self.darted:
            return ()
        left, right = self.height, self.height + self.width - self.intake
        ends = {"left": (left, ("2", "1")), "right": (right, ("1", "2"))}
        return tuple(
            Caught((Run(panel, f"{side} corner {on}", reversed=turned),), at)
            for side, (at, both) in ends.items()
            for on, turned in zip(both, (True, False), strict=True)
        )

    def _mirrored(self, path: Path) -> Path:
        return path.placed(MIRROR).placed(moved(self.cut[0], 0))
