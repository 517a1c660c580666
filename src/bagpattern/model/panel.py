"""A panel: one flat part of the bag at finished size, bounded by its edges, with its inner lines and holes."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from bagpattern.errors import did_you_mean, quoted
from bagpattern.geometry.outline import Corner
from bagpattern.geometry.path import Path, joined
from bagpattern.geometry.placement import Placement
from bagpattern.geometry.points import SAME, Point
from bagpattern.model.edge import Edge
from bagpattern.model.marks import Hole, Line, Notch
from bagpattern.model.strap import Strap
from bagpattern.model.wall import Facet, Firmness, Wall
from bagpattern.said import NOTHING, Said
from bagpattern.values import once, replace, value


class Role(StrEnum):
    """What a panel does in the bag."""

    BODY = "body"
    LINING = "lining"
    POCKET = "pocket"
    STRAP = "strap"
    CLOSURE = "closure"
    STIFFENING = "stiffening"
    OTHER = "other"


ON_ZIPS = frozenset({Role.LINING, Role.CLOSURE})
"""What is sewn to a zip together with the panel that it lies behind: a lining, that of a strip."""


class Lie(StrEnum):
    """How a strip lies on cloth with a grain."""

    EITHER = "either"
    LENGTHWISE = "lengthwise"
    CROSSWISE = "crosswise"


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
    ``stiffens`` is the panel that a stiffening lies behind; ``strap`` says of a strap how it serves, and ``lie`` of a
    strip how it is to lie on the cloth. ``joints`` is how many lengths more than one a strip is joined of: as many as
    its cloth or hide needs where that is None; the lengths themselves have none. What is ``quilted`` is cut larger all
    round by so many mm, quilted, and then trimmed to its cutting line.
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
    strap: Strap | None = None
    lie: Lie = Lie.EITHER
    joints: int | None = 0
    quilted: float = 0.0

    @property
    def either(self) -> bool:
        """Whether it may be cut along or across woven cloth: folded strips, whose layers hold them [K]."""
        return self.role is Role.STRAP and self.layers > 1 and self.lie is Lie.EITHER

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

    def facet_at(self, at: Point) -> Facet | None:
        """What of the finished bag a place on it is; None where that is no wall."""
        return next((each for each in self.facets if each.has(at)), None)

    def is_on(self, wall: Wall) -> bool:
        """Whether some of it is that wall of the finished bag."""
        return any(facet.wall is wall for facet in self.facets)

    @property
    def folds_in(self) -> bool:
        """Whether it is folded into the bag when that is shut, as a side like an accordion: nothing lies flat on it."""
        return any(line.inward for line in self.lines)

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
        """The edge or line of that name. Raises KeyError, naming the panel and a near one, when there is none."""
        try:
            return self._by_name[name]
        except KeyError:
            near = did_you_mean(str(name), self._by_name)
            raise KeyError(f"{self.id} has no edge or line {quoted(name)}{near}") from None

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
            lines=tuple(line.placed(placement) for line in self.lines),
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
