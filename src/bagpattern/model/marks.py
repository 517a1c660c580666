"""Marks: what is on a panel but is no outline: inner lines, holes, notches."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from bagpattern.geometry.path import Path
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import SAME, Point
from bagpattern.model.closing import Closes
from bagpattern.model.edge import Titled, Was
from bagpattern.said import NOTHING, Said
from bagpattern.values import replace, value


class LineKind(StrEnum):
    """What an inner line tells the maker."""

    PLACEMENT = "placement"
    """Another part lies here."""
    FOLD = "fold"
    TOPSTITCH = "topstitch"
    STITCH = "stitch"
    """Where the needle goes when that is not the outline (beside a zip, whose centre line is the outline)."""
    SLIT = "slit"
    """Cut here, inside the piece."""


class StrapEnd(NamedTuple):
    """One end of a strap: the panel or the webbing that the strap is, the copy, and its edge, ``start`` or ``end``."""

    of: str
    copy: int
    edge: str


@value
class Line(Titled):
    """A named line inside a panel; it can be sewn to, like an edge. A closed line starts and ends at one point.

    ``owner`` is the key of the part of the bag whose line it is; the body's own lines have none. ``holds`` is the id of
    the panel or notion whose place it is, ``behind`` says that it lies on the wrong side there; ``end`` is the strap
    whose end lies there. A ``crease`` is a fold that stays in the finished bag, where the cloth goes on round a corner;
    other folds are folds of the making. One that goes ``inward`` lies within the bag when that is folded flat, as an
    accordion is. ``closes`` marks how far a rim is rolled down, or the lower end of a cord's channel; ``along`` is the
    edge beside which topstitching runs; ``was`` is the edge that was there before a flap was cut in one with its panel.
    ``back`` is a fold with the right side inside, as the ground of a pleat; a ``box`` of stitching with its cross holds
    the end of something. ``covers`` is the closed outline of what lies there, where the line is the top of it alone.
    """

    name: str
    path: Path
    kind: LineKind = LineKind.PLACEMENT
    title: Said = NOTHING
    owner: str = ""
    holds: str = ""
    behind: bool = False
    end: StrapEnd | None = None
    crease: bool = False
    inward: bool = False
    closes: Closes | None = None
    along: str = ""
    was: Was | None = None
    back: bool = False
    box: bool = False
    covers: Path | None = None

    def placed(self, placement: Placement) -> Line:
        """Its image."""
        covers = None if self.covers is None else self.covers.placed(placement)
        return replace(self, path=self.path.placed(placement), covers=covers)

    @property
    def length(self) -> float:
        """mm."""
        return self.path.length

    @property
    def closed(self) -> bool:
        """Whether the line comes back to its start."""
        return abs(self.path.end - self.path.start) <= SAME


@value
class Hole:
    """A hole or a hardware position: its centre and diameter in mm (0 for a mere mark).

    ``owner`` is the key of the part of the bag that it belongs to; ``holds`` is the id of the notion that sits there.
    """

    at: Point
    diameter: float
    label: Said
    owner: str = ""
    holds: str = ""


class NotchKind(StrEnum):
    """Single for the front, double for the back, so that they cannot be mistaken [construction 7.8]."""

    SINGLE = "single"
    DOUBLE = "double"


@value
class Notch:
    """A matching mark, ``at`` mm along an edge or line, put there by a seam.

    ``title`` is what is there, on this panel: its middle, a quarter, the end of a curve, a join of what is sewn to it,
    or what is caught in the seam. ``holds`` is the panel, copy and edge of what is caught between two such notches.
    """

    on: str
    at: float
    kind: NotchKind
    seam: str
    title: Said = NOTHING
    holds: tuple[str, int, str] | None = None
