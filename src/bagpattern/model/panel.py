"""A panel: one flat part of the bag at finished size, bounded by its edges, with its inner lines and holes."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from bagpattern.geometry.outline import Corner
from bagpattern.geometry.path import Path, joined
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import SAME, Point
from bagpattern.model.wall import Facet, Firmness, Wall
from bagpattern.said import NOTHING, Said, Words
from bagpattern.values import once, replace, value
from bagpattern.words import form

TERMS = (
    *(form("top"), form("bottom"), form("left"), form("right"), form("start"), form("end"), form("rim"), form("hinge")),
    *(form("left end"), form("right end"), form("left side"), form("right side"), form("front"), form("back")),
    *(form("inner"), form("outer"), form("panel"), form("face"), form("zip"), form("base"), form("outline")),
    *(form("upper"), form("lower"), form("side"), form("fold"), form("facing"), form("front zip"), form("top hem")),
    *(form("pleat left"), form("pleat right"), form("hook stitching")),
)
"""Terms of the trade for edges and inner lines: what is named so needs no title of its own."""


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


class Role(StrEnum):
    """What a panel does in the bag."""

    BODY = "body"
    LINING = "lining"
    POCKET = "pocket"
    STRAP = "strap"
    CLOSURE = "closure"
    STIFFENING = "stiffening"
    OTHER = "other"


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


class Was(NamedTuple):
    """What an edge was before its panel was cut in one with another: whose edge, under which name.

    ``panels`` are the panel that it was on and those that this had been cut from, the whole one first.
    """

    panels: tuple[str, ...]
    edge: str


@value
class Edge:
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
    def told(self) -> Said:
        """What it is called: its ``title``, or its name, which then is a standard term."""
        return self.title or Words(self.name.replace("-", " "))

    @property
    def length(self) -> float:
        """mm."""
        return self.path.length


class StrapEnd(NamedTuple):
    """One end of a strap: the panel or the webbing that the strap is, the copy, and its edge, ``start`` or ``end``."""

    of: str
    copy: int
    edge: str


@value
class Line:
    """A named line inside a panel; it can be sewn to, like an edge. A closed line starts and ends at one point.

    ``owner`` is the key of the part of the bag whose line it is; the body's own lines have none. ``holds`` is the id of
    the panel or notion whose place it is, ``behind`` says that it lies on the wrong side there; ``end`` is the strap
    whose end lies there. A ``crease`` is a fold that stays in the finished bag, where the cloth goes on round a corner;
    other folds are folds of the making.
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

    @property
    def told(self) -> Said:
        """What it is called: its ``title``, or its name, which then is a standard term."""
        return self.title or Words(self.name.replace("-", " "))

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
    """A matching mark, ``at`` mm along an edge or line, put there by a seam."""

    on: str
    at: float
    kind: NotchKind
    seam: str


@value
class Panel:
    """One flat part at finished size; edges counter-clockwise, each starting where the one before ends.

    ``grain`` is the direction of the cloth's grain on the panel; ``layers`` is how many times it lies on itself when it
    is folded up to be used (a strap folded in four: 4). ``same_as`` names the panel with the very same cutting line, by
    which this one can be cut; ``backing`` is the slot of a stiffening that is laid behind it, beside those that every
    panel of the body gets. ``cut_from`` names the panels that were divided to make this one, the whole one first.

    A panel is drawn as its right side is seen; that of the shell looks out of the bag, that of a lining into it.
    ``facets`` tell which walls of the finished bag it is; straps, tabs and what is sewn on to a wall have none. A
    ``face`` is a front or a back that parts lie on and style lines divide. ``second`` is what goes round the second
    full compartment. ``owner`` is the key of the part of the bag that it belongs to, none for the body and its lining;
    ``stiffens`` is the panel that a stiffening lies behind.
    Raises ValueError when the edges do not close, or two edges or lines share a name.
    """

    id: str
    title: Said
    material: str
    role: Role
    edges: tuple[Edge, ...]
    lines: tuple[Line, ...] = ()
    holes: tuple[Hole, ...] = ()
    notches: tuple[Notch, ...] = ()
    count: int = 1
    mirrored: int = 0
    grain: complex = 1j
    layers: int = 1
    same_as: str = ""
    backing: str = ""
    note: Said = NOTHING
    cut_from: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    firmness: Firmness = Firmness.BENT
    face: bool = False
    second: bool = False
    owner: str = ""
    stiffens: str = ""

    def __post_init__(self) -> None:
        if len(self._by_name) != len(self.edges) + len(self.lines):
            raise ValueError(f"{self.id}: two edges or lines share a name")
        for edge, after in zip(self.edges, (*self.edges[1:], self.edges[0]), strict=True):
            if abs(edge.path.end - after.path.start) > SAME:
                raise ValueError(f"{self.id}: edge {edge.name!r} does not end where {after.name!r} starts")

    @property
    def origin(self) -> str:
        """The id of the whole panel that it is, or that was divided to make it."""
        return (*self.cut_from, self.id)[0]

    def is_on(self, wall: Wall) -> bool:
        """Whether some of it is that wall of the finished bag."""
        return any(facet.wall is wall for facet in self.facets)

    @property
    def looks_forward(self) -> bool:
        """Whether who stands before the bag sees it as it is drawn: a front from outside, a lining's back from inside.

        What is seen from the other side is seen in a mirror.
        """
        return self.is_on(Wall.FRONT) is (self.role is Role.BODY)

    @once
    def stitching_line(self) -> Path:
        """The whole outline as one closed path."""
        return joined(edge.path for edge in self.edges)

    @once
    def _by_name(self) -> dict[str, Edge | Line]:
        return {each.name: each for each in self.edges} | {each.name: each for each in self.lines}

    def along(self, name: str) -> Edge | Line:
        """The edge or line of that name. Raises KeyError, naming the panel, when there is none."""
        try:
            return self._by_name[name]
        except KeyError:
            raise KeyError(f"{self.id} has no edge or line {name!r}") from None

    def edge(self, name: str) -> Edge:
        """The edge of that name. Raises KeyError when there is none."""
        found = self.along(name)
        if not isinstance(found, Edge):
            raise KeyError(f"{self.id}: {name!r} is a line, not an edge")
        return found

    def has(self, name: str) -> bool:
        """Whether there is an edge or line of that name."""
        return name in self._by_name

    def has_edge(self, name: str) -> bool:
        """Whether *name* is an edge of this panel, not an inner line."""
        return isinstance(self._by_name.get(name), Edge)

    def marked(self, lines: Iterable[Line] = (), holes: Iterable[Hole] = ()) -> Panel:
        """This panel with more lines and holes."""
        return replace(self, lines=(*self.lines, *lines), holes=(*self.holes, *holes))

    def placed(self, placement: Placement) -> Panel:
        """The image of this panel. A mirrored placement leaves its edges clockwise: ``mirror_image`` turns them."""
        return replace(
            self,
            edges=tuple(replace(edge, path=edge.path.placed(placement)) for edge in self.edges),
            lines=tuple(replace(line, path=line.path.placed(placement)) for line in self.lines),
            holes=tuple(replace(hole, at=placement(hole.at)) for hole in self.holes),
            grain=placement.direction(self.grain),
            facets=tuple(facet.placed(placement) for facet in self.facets),
        )

    def mirror_image(self) -> Panel:
        """This panel turned over (x to -x), its edges again counter-clockwise; mirroring twice gives the same panel."""
        image = self.placed(Placement(mirrored=True))
        edges = tuple(replace(edge, path=edge.path.reversed()) for edge in reversed(image.edges))
        lengths = {each.name: each.length for each in self.edges}
        notches = tuple(
            replace(notch, at=lengths[notch.on] - notch.at) if notch.on in lengths else notch for notch in self.notches
        )
        corners = [edge.corner for edge in self.edges]
        turned = (*reversed(corners[:-1]), corners[-1])
        return replace(
            image,
            edges=tuple(replace(edge, corner=_swapped(corner)) for edge, corner in zip(edges, turned, strict=True)),
            notches=notches,
        )


def _swapped(corner: Corner | None) -> Corner | None:
    return (
        {
            Corner.TRIMMED_BEFORE: Corner.TRIMMED_AFTER,
            Corner.TRIMMED_AFTER: Corner.TRIMMED_BEFORE,
        }.get(corner, corner)
        if corner
        else None
    )
