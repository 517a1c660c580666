"""What every body of a front and a back has that are sewn to each other: sides, base, and a rim or a zip on top."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import field

from bagpattern.catalog.notions import Zip
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import Point
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.operation import Task, sew, task
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.bodies.body import Body, Hollow, Opening
from bagpattern.parts.naming import ZIP, Naming
from bagpattern.parts.sewing.in_one import Uncut
from bagpattern.parts.sewing.zips import zip_edge
from bagpattern.said import NOTHING, Words
from bagpattern.values import value
from bagpattern.words import form, words

BASE, SIDE = "base", "side"
"""Where front and back may be cut in one: folded at the base, or a tube with one side seam."""
_UNCUT = {BASE: ("base seam", form("base fold")), SIDE: ("left side", form("side fold"))}
_CALLED = {"front": words("front"), "back": words("back")}
_SEWN = {BASE: words("Sew the sides"), SIDE: words("Sew the side and the base")}
_TURNED = words("folded at the base: a print that has a top stands on its head on the back")
"""A directional print is cut in two there [construction 7.10]."""


@value
class TwoPanels(Body):
    """A front and a back, finished sizes in mm; open at a rim, or closed by the zip ``chain`` between their tops.

    ``uncut`` says where the shell's two are cut in one: ``base``, ``side`` or nowhere.
    """

    width: float
    height: float
    depth: float
    chain: Zip | None = None
    uncut: str = ""
    above: float = field(default=0.0, kw_only=True)
    """mm of the height that lie above what is inside: rolled down, or drawn together."""

    def hollow(self) -> Hollow:
        """As wide, high and deep as it is sewn."""
        high = self.height - self.above
        a, b, c, d = 0j, complex(self.width), complex(self.width, high), complex(0, high)
        return Hollow(line_path(a, b, c, d, a), self.depth)

    def opening(self, prefix: str) -> Opening:
        """The two tapes of the zip, or the rim from the front's right end on."""
        front, back = f"{prefix}front", f"{prefix}back"
        if self.chain is None:
            return Opening(((Run(front, "top"), Run(back, "top")),))
        return Opening(((Run(front, "top"),), (Run(back, "top", reversed=True),)))

    def gap_seam(self, prefix: str) -> str:
        """The base seam, which a lining always has."""
        return f"{prefix}base seam"

    def folds(self) -> tuple[Uncut, ...]:
        """The one seam that the shell does without."""
        if not self.uncut:
            return ()
        seam, line = _UNCUT[self.uncut]
        title, note = words("Front and back"), _TURNED if self.uncut == BASE else NOTHING
        fold = Words(line)
        return (Uncut(seam, "front-back", title, line, fold, "build", _CALLED, note, crease=not self.depth),)

    def draft(self, named: Naming) -> Draft:
        """Front and back, and what joins them."""
        edges = self._edges()
        walls = Wall.FRONT, Wall.BACK
        panels = tuple(named.panel(wall, _CALLED[wall], edges, self._facets(wall), face=True) for wall in walls)
        prefix = named.prefix
        base = _between(prefix, "base seam", "bottom", "bottom")
        return Draft(panels, (base, *self._sides(prefix), *self._corners(prefix), *self._zip(prefix)))

    def tasks(self) -> tuple[Task, ...]:
        """Sides and base, then the corners."""
        return (self._side_step(), *self._corner_steps())

    def _side_step(self) -> Task:
        uncut = {where.seam for where in self.folds()}
        seams = tuple(seam for seam in ("right side", "left side", "base seam") if seam not in uncut)
        return task(_SEWN.get(self.uncut, words("Sew the sides and the base")), sew(*seams))

    def _zip(self, prefix: str) -> Iterator[Seam]:
        if self.chain is not None:
            front, back = self.opening(prefix).sides
            yield Seam(f"{prefix}{ZIP}", front, back, SeamKind.ZIP, zip=ZIP, marked=True)

    def _top(self, path: Path) -> Edge:
        """The edge along rim or zip."""
        if self.chain is None:
            return Edge("top", path, Finish.OPEN)
        return zip_edge("top", path, self.chain)

    def _from_corners(self, corners: tuple[tuple[str, Point], ...]) -> tuple[Edge, ...]:
        """Straight edges, each with its name and the place where it starts."""
        ends = [at for _, at in (*corners[1:], corners[0])]
        paths = [(name, line_path(at, end)) for (name, at), end in zip(corners, ends, strict=True)]
        return tuple(self._top(path) if name == "top" else Edge(name, path) for name, path in paths)

    @abstractmethod
    def _edges(self) -> tuple[Edge, ...]:
        """The edges of the front, which are those of the back: with bottom, right, top and left."""

    def _facets(self, face: Wall) -> tuple[Facet, ...]:
        """The walls that the front or the back is."""
        return (Facet(face),)

    def _sides(self, prefix: str) -> Iterator[Seam]:
        """The seams at the sides."""
        yield _between(prefix, "right side", "right", "left")
        yield _between(prefix, "left side", "left", "right")

    def _corners(self, prefix: str) -> Iterator[Seam]:
        """The seams that make corners."""
        return iter(())

    def _corner_steps(self) -> tuple[Task, ...]:
        return ()


def _between(prefix: str, name: str, one: str, other: str) -> Seam:
    """An edge of the front sewn to one of the back."""
    front, back = Run(f"{prefix}front", one), Run(f"{prefix}back", other, reversed=True)
    return Seam(f"{prefix}{name}", (front,), (back,), marked=True)


def both(prefix: str) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    """Each side of the bag, with the panel whose right it is and the other, whose left it is."""
    return ("right", f"{prefix}front", f"{prefix}back"), ("left", f"{prefix}back", f"{prefix}front")
