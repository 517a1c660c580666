"""How the panels of a body are called in each layer, and the names of what any body has: its zip, its rim."""

from __future__ import annotations

from bagpattern.model.edge import Edge
from bagpattern.model.panel import Panel, Role
from bagpattern.model.wall import Facet, Firmness, Wall
from bagpattern.said import NOTHING, Said
from bagpattern.values import replace, value
from bagpattern.words import form, words


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
