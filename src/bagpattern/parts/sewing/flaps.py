"""Flaps: their outlines (straight, rounded, pointed), and what holds them shut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Self

from bagpattern.errors import Problem
from bagpattern.geometry.path import Path, joined, line_path
from bagpattern.geometry.points import Point, point
from bagpattern.geometry.shapes import rectangle_path, rounded_panel
from bagpattern.model.marks import Hole, Line, LineKind
from bagpattern.model.notion import Notion
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.part import BagPart, refusal
from bagpattern.parts.sewing.buying import BEHIND_LOCK, interfacing_patch, rounded_up
from bagpattern.proposals import make_it
from bagpattern.said import NOTHING, Figure, Length, Proposed, Said
from bagpattern.values import replace, value
from bagpattern.words import trade, words

SHAPES = ("straight", "rounded", "pointed")
NO_FASTENER = "none"
BETWEEN = 10.0
"""mm of cloth beside a fastener [K]."""


@value
class FlapShape:
    """A flap's outline at finished size: its hinge is its top edge, from 0 to ``width`` at the height ``depth``.

    ``radius`` is that of its lower corners; ``point`` is how much lower its middle reaches than its sides, ``slant``
    how much lower its right side than its left. All in mm.
    """

    width: float
    depth: float
    radius: float = 0.0
    point: float = 0.0
    slant: float = 0.0

    @property
    def free(self) -> tuple[tuple[str, Path], ...]:
        """The free edges by name, from the hinge's left end round to its right end."""
        if self.slant:
            low, high = point(self.width, 0), point(0, self.slant)
            return (
                ("left", line_path(point(0, self.depth), high)),
                ("bottom", line_path(high, low)),
                ("right", line_path(low, point(self.width, self.depth))),
            )
        if not self.point:
            sides = rounded_panel(self.width, self.depth, 0.0, self.radius)
            return ("left", sides.left), ("bottom", sides.bottom), ("right", sides.right)
        left, tip, right = point(0, self.point), point(self.width / 2, 0), point(self.width, self.point)
        return (
            ("left", line_path(left + 1j * (self.depth - self.point), left)),
            ("bottom left", line_path(left, tip)),
            ("bottom right", line_path(tip, right)),
            ("right", line_path(right, right + 1j * (self.depth - self.point))),
        )

    @property
    def hinge(self) -> Path:
        """The edge along which it is sewn on."""
        return line_path(point(self.width, self.depth), point(0, self.depth))

    @property
    def corners(self) -> tuple[tuple[str, str, str], ...]:
        """Free edges that are sewn to each other: the name of each corner, and its two edges, the first reversed."""
        return ()

    @property
    def facets(self) -> tuple[Facet, ...]:
        """What it is on the closed bag."""
        return (Facet(Wall.FLAP),)

    def inside(self, roll: float) -> Self:
        """The shape of its inner layer, *roll* mm smaller at the free edges."""
        low, radius = self.depth - roll, max(self.radius - roll, 0.0)
        return replace(self, width=self.width - 2 * roll, depth=low, radius=radius)

    def fasteners(self, count: int, inset: float) -> tuple[Point, ...]:
        """The middles of *count* fasteners, evenly spread, each *inset* mm above the edge below it."""
        outline = joined(path for _, path in self.free)
        across = (self.width * (number + 0.5) / count for number in range(count))
        return tuple(point(x, self._edge_at(outline, x) + inset) for x in across)

    def _edge_at(self, outline: Path, x: float) -> float:
        """mm: how high the free edge lies there."""
        through = point(x, 0)
        return min(outline.point_at(at).imag for at in outline.crossings(through, 1j))


@value
class Fastener:
    """What holds a flap: the ``kind`` of stock it is bought as, its usual ``size`` and the ``hole`` that it needs, mm.

    It is asked for by its ``title``, its place is marked with its ``label``. A ``through`` one is set through both
    layers of the flap; the others are fixed to its lining before it is closed. Behind both of its halves lies a square
    of interfacing of ``backing`` mm, if it has one. ``setting`` says how one is fixed, ``settings`` how several are.
    """

    kind: str
    title: Said
    label: Said
    usual: float
    hole: float
    through: bool
    setting: Said
    settings: Said
    backing: float = 0.0


FASTENERS = {
    # a cap shows on the flap; the post goes through a 4 mm hole [K]
    "snap": Fastener(
        "snap",
        words("Press stud"),
        words("snap"),
        12.5,
        4.0,
        True,
        words("Set the stud's cap through the flap, and its socket in the pocket."),
        words("Set the cap of each stud through the flap, and its socket in the pocket."),
    ),
    # the mark is the middle of the washer; both places are backed [construction 6]
    "magnetic-snap": Fastener(
        "magnetic-snap",
        words("Magnetic snap"),
        words("magnetic snap"),
        14.0,
        0.0,
        False,
        words(
            "Back both marks with {30 x 30 mm} of interfacing; fix the male half to the flap, the female half to the "
            "pocket."
        ),
        words(
            "Back each mark with {30 x 30 mm} of interfacing; fix the male halves to the flap, the female halves to "
            "the pocket."
        ),
        30.0,
    ),
    # 20 to 25 wide on pockets [construction 6]
    "hook-and-loop": Fastener(
        "hook-and-loop",
        words("Hook-and-loop tape"),
        words("hook and loop"),
        20.0,
        0.0,
        False,
        words("Sew the hook side to the flap and the loop side to the pocket, all round."),
        words("Sew the hook sides to the flap and the loop sides to the pocket, each all round."),
    ),
}
"""What flaps are closed with, by name."""


@value
class Fastening:
    """Fasteners of one ``kind``, ``size`` mm across, evenly spread, each ``inset`` mm above a flap's free edge."""

    kind: str
    size: float
    count: int
    inset: float

    @property
    def through(self) -> bool:
        """Whether they go through both layers of the flap."""
        return self.kind == NO_FASTENER or FASTENERS[self.kind].through

    @property
    def setting(self) -> Said:
        """How they are fixed; empty where there are none."""
        if self.kind == NO_FASTENER:
            return NOTHING
        return FASTENERS[self.kind].settings if self.count > 1 else FASTENERS[self.kind].setting

    def on(self, flap: FlapShape) -> tuple[Point, ...]:
        """Their middles on the flap; none where nothing holds it."""
        return () if self.kind == NO_FASTENER else flap.fasteners(self.count, self.inset)

    def long(self, width: float) -> float:
        """mm along the edge of a flap *width* mm wide: tape takes a third of it, 25 at least [K]."""
        return max(width / 3 // 5 * 5, 25.0) if self.kind == "hook-and-loop" else self.size

    def marks(self, name: str, places: Iterable[Point], width: float) -> tuple[tuple[Line, ...], tuple[Hole, ...]]:
        """What is drawn at these places: a hole each, round it the tape that is sewn on; *name* begins its id."""
        if self.kind == NO_FASTENER:
            return (), ()
        at, fastener, bought = tuple(places), FASTENERS[self.kind], self._bought(name)
        holes = tuple(Hole(each, fastener.hole, fastener.label, holds=bought) for each in at)
        if self.kind != "hook-and-loop":
            return (), holes
        outlines = (rectangle_path(self.long(width), self.size, each) for each in at)
        return tuple(_tape(number, path, bought) for number, path in enumerate(outlines, start=1)), holes

    def _bought(self, name: str) -> str:
        return f"{name} tape" if self.kind == "hook-and-loop" else f"{name} {self.kind}"

    def notions(self, name: str, width: float) -> tuple[Notion, ...]:
        """What is bought for a flap *width* mm wide."""
        if self.kind == NO_FASTENER:
            return ()
        title, size, long, bought = FASTENERS[self.kind].title, trade(self.size), self.long(width), self._bought(name)
        if self.kind != "hook-and-loop":
            sold, backed = Notion(bought, self.kind, title, size, count=self.count, sides=(self.size,)), 2 * self.count
            backing = FASTENERS[self.kind].backing
            return (sold, interfacing_patch(bought, backing, backed, BEHIND_LOCK)) if backing else (sold,)
        used, note = long * self.count, words("{count} x {long}, hook and loop", count=self.count, long=Length(long))
        return (Notion(bought, self.kind, title, size, used, self.size, note=note, buy=rounded_up(used)),)


def _tape(number: int, path: Path, bought: str) -> Line:
    """The place of a tape that is sewn on."""
    title = words("hook and loop {number}", number=number)
    return Line(f"hook and loop {number}", path, LineKind.PLACEMENT, title, holds=bought)


def crowded(part: BagPart, fastening: Fastening, width: float) -> Iterator[Problem]:
    """Why a flap *width* mm wide has no room for the fasteners of a part, whose keys are size and fasteners."""
    most = int(width // (fastening.long(width) + BETWEEN))
    if not most:
        fault = words("a flap {width} wide has no room for one", width=Length(width))
        mend = make_it(part, "size", most=width - BETWEEN, otherwise=words("take a smaller fastener"))
        yield refusal("size", words("{fault}: {mend}", fault=fault, mend=mend))
    elif fastening.count > most:
        fault = words("a flap {width} wide has no room for so many", width=Length(width))
        fewer = Proposed(words("make it at most {most}", most=most), Figure(most))
        yield refusal("fasteners", words("{fault}: {mend}", fault=fault, mend=fewer))
