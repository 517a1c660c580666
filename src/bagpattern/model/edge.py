"""Edges: named stretches of a panel's stitching line, and what becomes of each."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from bagpattern.geometry.outline import Corner
from bagpattern.geometry.path import Path
from bagpattern.said import NOTHING, Said, Words
from bagpattern.values import value
from bagpattern.words import form

TERMS = (
    *(form("top"), form("bottom"), form("left"), form("right"), form("start"), form("end"), form("rim"), form("hinge")),
    *(form("left end"), form("right end"), form("left side"), form("right side"), form("front"), form("back")),
    *(form("inner"), form("outer"), form("panel"), form("face"), form("zip"), form("base"), form("outline")),
    *(form("upper"), form("lower"), form("side"), form("fold"), form("facing"), form("front zip"), form("top hem")),
    *(form("back zip"),),
    *(form("pleat left"), form("pleat right"), form("hook stitching")),
    *(form("left corner base"), form("left corner side"), form("right corner base"), form("right corner side")),
    *(form("left corner front"), form("right corner front"), form("left back"), form("right back")),
    *(form("left dart base"), form("left dart side"), form("right dart base"), form("right dart side")),
    *(form("left lower end"), form("left upper end"), form("right lower end"), form("right upper end")),
    *(form("left stitching"), form("bottom stitching"), form("right stitching")),
)
"""Terms of the trade for edges and inner lines: what is named so needs no title of its own."""


class Titled:
    """What is named, and may have a title."""

    name: str
    title: Said

    @property
    def told(self) -> Said:
        """What it is called: its ``title``, or its name, which then is a standard term."""
        return self.title or Words(self.name.replace("-", " "))


class Finish(StrEnum):
    """What becomes of an edge."""

    SEAM = "seam"
    """Sewn, on every copy, along its whole length."""
    HEM = "hem"
    """Turned over; a rim of the bag or of a pocket."""
    FOLD = "fold"
    """Not cut: the cloth goes on, folded."""
    RAW = "raw"
    """Cut on the line and left, or turned in where it lies (the long edges of a folded strap)."""
    BOUND = "bound"
    """Covered by a binding."""
    OPEN = "open"
    """A rim that is not hemmed: left as it is, or turned in, its lining sewn to it; no allowance unless given."""


class Was(NamedTuple):
    """What an edge was before its panel was cut in one with another: whose edge, under which name.

    ``panels`` are the panel that it was on and those that this had been cut from, the whole one first.
    """

    panels: tuple[str, ...]
    edge: str


@value
class Edge(Titled):
    """A named stretch of a panel's stitching line, from one corner to the next.

    ``allowance`` in mm overrides the rule for its finish; ``corner`` is the rule for the cutting line at its end.
    ``zip`` marks an edge that lies on a zip's centre line and holds the zip's visible width: the needle goes
    ``zip`` / 2 inside it; one ``across`` a wall is on either side of a zip in it. ``was`` tells where an edge of panels
    cut in one comes from; ``behind`` is the panel and the edge of the shell that one of a basted lining lies behind.
    """

    name: str
    path: Path
    finish: Finish = Finish.SEAM
    allowance: float | None = None
    corner: Corner | None = None
    zip: float = 0.0
    title: Said = NOTHING
    across: bool = False
    was: Was | None = None
    behind: tuple[str, str] | None = None

    @property
    def length(self) -> float:
        """mm."""
        return self.path.length
