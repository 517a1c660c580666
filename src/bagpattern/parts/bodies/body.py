"""What every body is: panels that close round a space, an opening, and a seam in which a lining leaves its gap.

A body is drafted for the shell and again, smaller, for the lining: a lining is measured, never copied.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, NamedTuple

from bagpattern.model.edge import Edge
from bagpattern.model.panel import Panel, Role
from bagpattern.model.wall import Facet, Firmness, Wall
from bagpattern.said import NOTHING, Said
from bagpattern.values import replace, value
from bagpattern.words import form, words

if TYPE_CHECKING:
    from typing import Self

    from bagpattern.geometry.path import Path
    from bagpattern.model.draft import Draft
    from bagpattern.model.operation import Task
    from bagpattern.model.seam import Run
    from bagpattern.parts.sewing.in_one import Uncut


@value
class Naming:
    """How a body's panels are called and what they are cut from.

    Ids begin with ``prefix``; what is called so in the outer layer is put into the ``forms``. ``layer`` is what all of
    its panels together are.
    """

    role: Role
    material: str
    prefix: str = ""
    forms: tuple[str, ...] = ()
    layer: Said = NOTHING
    second: bool = False
    """Whether it is the body of the second full compartment."""

    @property
    def inside_out(self) -> bool:
        """Whether its right side looks into the bag: its front is as the outer one is seen in a mirror."""
        return self.role is Role.LINING

    def panel(
        self,
        name: str,
        called: Said,
        edges: tuple[Edge, ...],
        facets: tuple[Facet, ...],
        count: int = 1,
        *,
        firmness: Firmness = Firmness.FLAT,
        face: bool = False,
    ) -> Panel:
        """One panel of the body, *called* so in the outer layer of the bag itself.

        ``facets`` are the walls of the finished bag that it is, ``firmness`` is how it stands there. A lining that is
        dropped in is turned inside out: what is drawn on the left of the shell is on the bag's right.
        """
        facets = tuple(map(_turned, facets)) if self.inside_out else facets
        return Panel(
            f"{self.prefix}{name}",
            self.titled(called),
            self.material,
            self.role,
            edges,
            count=count,
            facets=facets,
            firmness=firmness,
            face=face,
            second=self.second,
        )

    def titled(self, called: Said) -> Said:
        """The title of what is *called* so in the outer layer."""
        for each in self.forms:
            called = words(each, piece=called.lower())
        return called.capitalize()

    def strip(self, name: str, called: Said, edges: tuple[Edge, ...], facets: tuple[Facet, ...]) -> Panel:
        """A strip that bends round the bag, drawn lying: the warp runs along it, where it is pulled [K].

        It may be joined of lengths.
        """
        return replace(self.panel(name, called, edges, facets, firmness=Firmness.BENT), grain=1 + 0j, joints=None)

    def face(self, name: str, called: Said, edges: tuple[Edge, ...]) -> Panel:
        """The front or the back, by its *name*: a wall that parts lie on and that style lines divide."""
        return self.panel(name, called, edges, (Facet(Wall(name)),), face=True)


def _turned(facet: Facet) -> Facet:
    return replace(facet, wall=_TURNED.get(facet.wall, facet.wall))


_TURNED = {Wall.LEFT: Wall.RIGHT, Wall.RIGHT: Wall.LEFT}

SHELL = Naming(Role.BODY, "shell")
LINING = Naming(Role.LINING, "lining", "lining-", (form("Lining {piece}"),), words("lining"))

SECOND = Naming(Role.BODY, "shell", "second-", (form("Second {piece}"),), second=True)
SECOND_LINING = Naming(
    Role.LINING,
    "lining",
    "second-lining-",
    (form("Lining {piece}"), form("Second {piece}")),
    words("second lining"),
    second=True,
)
"""What goes round a second full compartment."""

ZIP, SECOND_ZIP = form("main zip"), form("second zip")
"""The id of the seam, and of the notion, of the zip that closes a body, or its second compartment."""
RIM = "rim"
"""The id of the seam in which a lining is sewn to the rim of an open body."""
RIM_HEM = "rim hem"
"""The key of the step that hems the rim of an unlined one."""


class Opening(NamedTuple):
    """Where a body is open: along the two sides of its ``zip``, or all round its rim, sewn as one length.

    The runs of a rim follow each other as seen from outside the bag; those of the lining, seen from inside, are the
    same edges in the same order, each the other way round.
    """

    sides: tuple[tuple[Run, ...], ...]

    @property
    def zipped(self) -> bool:
        """Whether a zip closes it."""
        return len(self.sides) == 2


class Hollow(NamedTuple):
    """The space in a body: its closed ``face``, upright, seen from the front, and its ``depth`` in mm.

    ``floor`` is the closed outline on which things stand, where that is no rectangle; face and depth are then those of
    the largest box on it.
    """

    face: Path
    depth: float
    floor: Path | None = None


@value
class Body:
    """A body that can be drafted for the shell and, smaller, for the lining.

    Panels that parts are put on are called front and back, in every body that has them.
    """

    @abstractmethod
    def smaller(self, inset: float) -> Self:
        """The same body for the layer inside, every panel's stitching line *inset* mm within this one's."""

    @abstractmethod
    def draft(self, named: Naming) -> Draft:
        """The panels and the seams that join them. A zip that closes the body is a seam called ``main zip``.

        A rim's edges have the finish open; ``parts.lining`` hems them, or sews the lining to them.
        """

    @abstractmethod
    def opening(self, prefix: str) -> Opening:
        """Where the body whose panels' ids begin with *prefix* is open."""

    @abstractmethod
    def gap_seam(self, prefix: str) -> str:
        """The id of the seam in which a lining leaves its gap: long, straight, and out of sight."""

    def folds(self) -> tuple[Uncut, ...]:
        """The seams that the shell does without, its panels cut in one there once everything lies on them."""
        return ()

    @abstractmethod
    def hollow(self) -> Hollow:
        """The space inside."""

    @abstractmethod
    def tasks(self) -> tuple[Task, ...]:
        """How the shell is closed."""
