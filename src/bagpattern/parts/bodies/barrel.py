"""A body that lies: two ends and a wrap of front, base and back round them, a zip along the top [construction 2.8].

The wrap is measured on the drafted ends, whatever their shape. The zip's edges lie on its centre line, so that its own
visible width is part of the way round [construction 2.8, instructables-duffel]. As seen from outside the bag: the front
lies to the right of the left end, to the left of the right one.
"""

from __future__ import annotations

from bagpattern.catalog.notions import Zip
from bagpattern.geometry.path import joined
from bagpattern.geometry.shapes import Sides, rectangle
from bagpattern.lengths import over
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.operation import Task, sew, task
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.model.wall import Facet, Wall
from bagpattern.parts.bodies.body import Body, Hollow, Opening
from bagpattern.parts.bodies.faced import face_edges
from bagpattern.parts.bodies.faces import RoundedFace
from bagpattern.parts.naming import ZIP, Naming
from bagpattern.parts.sewing.in_one import Uncut
from bagpattern.parts.sewing.joinery import runs_between
from bagpattern.parts.sewing.zips import zip_edge
from bagpattern.values import replace, value
from bagpattern.words import words

_ENDS = {Wall.LEFT: words("left end"), Wall.RIGHT: words("right end")}
_WALLS = {"front": words("front"), "back": words("back")}
_CALLED = {**_WALLS, "base": words("base")}


@value
class BarrelBody(Body):
    """Finished sizes in mm: ``end`` is the outline of both ends; ``base`` is how much of the way round lies below.

    A base of 0 is none: front and back meet in a seam.
    """

    end: RoundedFace
    width: float
    base: float
    zip: Zip
    in_one: bool = False
    """Whether front, base and back of the shell are cut in one, from zip to zip."""

    def smaller(self, inset: float) -> BarrelBody:
        """The same body for the layer inside, all of its seams sewn."""
        base = max(self.base - 2 * inset, self.base / 2)
        return replace(self, end=self.end.smaller(inset), width=self.width - 2 * inset, base=base, in_one=False)

    def folds(self) -> tuple[Uncut, ...]:
        """Where the wrap goes on below, if it is cut in one."""
        if not self.in_one:
            return ()
        if not self.base:
            line = "base fold", words("base fold"), "build", _CALLED
            return (Uncut("base seam", "front-back", words("Front and back"), *line),)
        new, title, sharp = "front-base-back", words("Front, base and back"), self._is_sharp
        folds = ((wall, words("{wall} fold", wall=called)) for wall, called in _WALLS.items())
        return tuple(
            Uncut(f"{wall} to base", new, title, f"{wall} fold", fold, "build", _CALLED, crease=sharp)
            for wall, fold in folds
        )

    @property
    def _is_sharp(self) -> bool:
        """Whether the bag has corners where its base ends."""
        flat = self.end.width - 2 * self.end.bottom_radius
        return not self.end.bottom_radius and not over(abs(self.base - flat), 0.0)

    def hollow(self) -> Hollow:
        """Seen from an end: as deep as the bag is wide."""
        return Hollow(self.end.sides().closed, self.width)

    def opening(self, prefix: str) -> Opening:
        """The two tapes of the zip."""
        return Opening(_zip_sides(prefix))

    def gap_seam(self, prefix: str) -> str:
        """Where the front ends below."""
        return f"{prefix}front to base" if self.base else f"{prefix}base seam"

    @property
    def upright(self) -> float:
        """mm of front and back, from the base to the middle of the zip, along the ends."""
        return (self.end.sides().length - self.base) / 2

    def draft(self, named: Naming) -> Draft:
        """Two ends, front, back and base."""
        ends = tuple(
            named.panel(f"end-{side}", title, face_edges(self._end()), (Facet(side),)) for side, title in _ENDS.items()
        )
        walls = tuple(named.face(wall, title, self._wall()) for wall, title in _WALLS.items())
        base = (named.panel("base", words("base"), self._base(), (Facet(Wall.BASE),)),) if self.base else ()
        panels = Draft((*walls, *base, *ends))
        return panels + Draft(seams=(*self._along(named.prefix), *self._round(panels, named.prefix)))

    def tasks(self) -> tuple[Task, ...]:
        """The wrap below, where it can lie flat; then, when the zip makes it a tube, its ends."""
        below = ("front to base", "back to base") if self.base else ("base seam",)
        ends = [f"{each} to end-{side}" for side in ("right", "left") for each in self._walls]
        flat = words("The wrap lies flat until the zip closes it.")
        text = words(
            "Lay the ends into the tube, right sides together: match the middles of zip and base first, then every "
            "notch, and sew all round, the wrap on top."
        )
        joined = task(words("Join front and back below"), replace(sew(*below), before=(f"sew {ZIP}",), why=flat))
        closed = task(words("Sew the ends into the tube"), sew(*ends, how=text))
        return (closed,) if self.in_one else (joined, closed)

    @property
    def _walls(self) -> tuple[str, ...]:
        return ("front", "back", "base") if self.base else ("front", "back")

    def _end(self) -> Sides:
        """An end, its bottom as long as the base, so that no seam ends a little beside a corner of its outline."""
        sides = self.end.sides()
        if not self.base:
            return sides
        half, middle = self.base / 2, sides.bottom.length / 2
        bottom = sides.bottom.part(middle, 2 * middle), sides.bottom.part(0.0, middle)
        loop = joined((bottom[0], sides.right, sides.top, sides.left, bottom[1]))
        low, high = middle + sides.right.length, middle + sides.right.length + sides.top.length
        under = joined((loop.part(loop.length - half, loop.length), loop.part(0.0, half)))
        return Sides(under, loop.part(half, low), sides.top, loop.part(high, loop.length - half))

    def _wall(self) -> tuple[Edge, ...]:
        wall = rectangle(self.width, self.upright)
        on_zip = zip_edge("top", wall.top, self.zip)
        return Edge("bottom", wall.bottom), Edge("right", wall.right), on_zip, Edge("left", wall.left)

    def _base(self) -> tuple[Edge, ...]:
        """As seen from below, the front's edge on top."""
        base = rectangle(self.width, self.base)
        return Edge("back", base.bottom), Edge("right", base.right), Edge("front", base.top), Edge("left", base.left)

    def _along(self, prefix: str) -> tuple[Seam, ...]:
        """The zip, and what joins front and back below."""
        front, back, base = (f"{prefix}{wall}" for wall in ("front", "back", "base"))
        closing = Seam(f"{prefix}{ZIP}", *_zip_sides(prefix), SeamKind.ZIP, zip=ZIP, marked=True)
        if not self.base:
            under = (Run(front, "bottom"),), (Run(back, "bottom", reversed=True),)
            return closing, Seam(f"{prefix}base seam", *under, marked=True)
        return closing, *(
            Seam(
                f"{wall} to base",
                (Run(wall, "bottom"),),
                (Run(base, edge, reversed=True),),
                marked=True,
                double=edge == "back",
            )
            for wall, edge in ((front, "front"), (back, "back"))
        )

    def _round(self, panels: Draft, prefix: str) -> tuple[Seam, ...]:
        """Each end to the walls and the base, the way round from the middle of the base on."""
        seams: list[Seam] = []
        for side, after, before in (("right", "back", "front"), ("left", "front", "back")):
            end, half, high = f"{prefix}end-{side}", self.base / 2, self.upright
            loop = _loop(panels, end)
            rising = runs_between(panels, loop, half, half + high)
            falling = runs_between(panels, loop, half + high, half + 2 * high)
            other = "left" if side == "right" else "right"
            for wall, runs in ((after, rising), (before, falling)):
                edge = other if wall == "back" else side
                seams.append(_to_end(f"{prefix}{wall}", edge, f"end-{side}", runs, double=wall == "back"))
            if self.base:
                seams.append(_to_end(f"{prefix}base", side, f"end-{side}", (Run(end, "bottom"),)))
        return tuple(seams)


def _zip_sides(prefix: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    return (Run(f"{prefix}front", "top"),), (Run(f"{prefix}back", "top", reversed=True),)


def _loop(panels: Draft, end: str) -> tuple[Run, ...]:
    """All the way round an end, from the middle of its base."""
    middle = panels[end].edge("bottom").length / 2
    sides = (Run(end, edge) for edge in ("right", "top", "left"))
    return Run(end, "bottom", start=middle), *sides, Run(end, "bottom", end=middle)


def _to_end(wall: str, edge: str, end: str, runs: tuple[Run, ...], double: bool = False) -> Seam:
    """A wall's edge to a stretch of an *end*, for which it runs the other way."""
    return Seam(f"{wall} to {end}", runs, (Run(wall, edge, reversed=True),), marked=True, double=double)
