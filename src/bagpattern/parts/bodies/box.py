"""An open box of five panels: front, back, two sides and a base [construction 2.1], its sides leaning if asked.

Where the rim is larger or smaller than the base, all four walls are trapezoids. A corner's length is the same on both
of its walls: the height, and half of what the rim differs from the base either way [construction 2.11].
"""

from __future__ import annotations

from typing import NamedTuple

from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import Point, point
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.operation import CLIPPED_TO, Operation, Task, Verb, sew, task
from bagpattern.model.seam import Run, Seam
from bagpattern.model.wall import Facet, Firmness, Wall
from bagpattern.parts.bodies.body import Body, Hollow, Opening
from bagpattern.parts.naming import Naming
from bagpattern.parts.sewing.in_one import Uncut
from bagpattern.said import NOTHING, Said
from bagpattern.values import replace, value
from bagpattern.words import words

GUSSET, WRAP, CROSS, ONE_WALL = "gusset", "wrap", "cross", "one-wall"
"""What may be cut in one with the base between them: both sides; front and back; or front and both sides, as a cross.
Or all four walls, without the base.
"""
AROUND = {
    "front": words("front"),
    "side-left": words("left side"),
    "back": words("back"),
    "side-right": words("right side"),
}
"""The walls as the rim runs, seen from outside, with their titles."""
_TOLD = {
    "front": words("front"),
    "back": words("back"),
    "base": words("base"),
    "side-left": words("side {side}", side=words("left")),
    "side-right": words("side {side}", side=words("right")),
}
"""What panels, and the edges of the base that are named after them, are called on a piece cut in one."""
_SIDES = {"side-left": Wall.LEFT, "side-right": Wall.RIGHT}
_TITLE = {
    GUSSET: words("Sew the gusset to front and back"),
    WRAP: words("Sew in the sides"),
    CROSS: words("Sew in the back"),
}
_GUSSET_TOLD = (
    words("Clip the allowance of the gusset once at each corner of the base, {1 mm} short of the stitching."),
    words(
        "Lay the gusset on the front, right sides together, the middles of their bases on each other. Sew from the rim "
        "down one side, along the base and up the other side in one run, the gusset on top: at each corner of the base "
        "leave the needle in the cloth, and turn the gusset by its clip. Sew it to the back in the same way."
    ),
)
_WRAP_TOLD = (
    words("Clip the allowance of front, base and back once at each corner of the base, {1 mm} short of the stitching."),
    words(
        "Lay a side on front, base and back, right sides together, the middles of the base on each other. Sew from the "
        "rim down, along the base and up again in one run, the side below: at each corner leave the needle in the "
        "cloth, and turn the long piece by its clip. Sew the other side in the same way."
    ),
)
_CROSS_TOLD = (
    words("Clip the allowance of sides and base once at each back corner of the base, {1 mm} short of the stitching."),
    words(
        "Lay the back on sides and base, right sides together, the middles of the base on each other. Sew from the rim "
        "down one side, along the base and up the other side in one run, the back below: at each corner leave the "
        "needle in the cloth, and turn the long piece by its clip."
    ),
)
"""What is clipped, and how it is sewn, where a gusset goes on, or the front goes on into back or sides."""
_INNER = words(
    "Right sides together, lay the edges of front and side on each other at each front corner, and sew from the rim "
    "down to where the stitching lines meet at the base; back-tack there."
)
_TOLD_OF = {GUSSET: _GUSSET_TOLD, WRAP: _WRAP_TOLD, CROSS: _CROSS_TOLD}
_CUT = {
    GUSSET: ("gusset", words("Gusset"), ("side-left", "side-right")),
    WRAP: ("front-base-back", words("Front, base and back"), ("front", "back")),
    CROSS: ("cross", words("Cross of front, sides and base"), ("side-left", "side-right", "front")),
}
"""The id and the title of what is cut in one, and the walls that the base goes on into; upright lies the last one."""
_ONE_WALL_TOLD = (
    words("Clip the allowance of the wall once at each corner of the base, {1 mm} short of the stitching."),
    words(
        "Lay the base into the wall, right sides together, its corners on the folds and on the seam. Sew all round in "
        "one run, the wall on top: at each corner leave the needle in the cloth, and turn the wall by its clip."
    ),
)
"""Likewise, where all walls go on into each other."""
_LEFT_SEWN = "back to side-right"
"""The one corner at which walls in one are sewn to each other."""


class Level(NamedTuple):
    """A level of the box: mm across and from front to back."""

    width: float
    depth: float


@value
class BoxBody(Body):
    """``height`` mm from base to rim, upright; ``uncut`` says which panels of the shell are cut in one, if any are.

    ``above`` mm of the height lie above what is inside: rolled or folded down.
    """

    base: Level
    rim: Level
    height: float
    uncut: str = ""
    above: float = 0.0

    def smaller(self, inset: float) -> BoxBody:
        """The same body for the layer inside; its rim lies as high as this one's, and all of its seams are sewn."""
        base, rim = (Level(each.width - 2 * inset, each.depth - 2 * inset) for each in (self.base, self.rim))
        return replace(self, base=base, rim=rim, height=self.height - inset, uncut="")

    def hollow(self) -> Hollow:
        """Upright, as far as it is nowhere narrower."""
        wide = min(self.base.width, self.rim.width)
        high = self.height - self.above
        a, b, c, d = 0j, point(wide, 0), point(wide, high), point(0, high)
        return Hollow(line_path(a, b, c, d, a), min(self.base.depth, self.rim.depth))

    def opening(self, prefix: str) -> Opening:
        """The rim, from the front's right end on."""
        return Opening((tuple(Run(f"{prefix}{wall}", "top") for wall in AROUND),))

    def gap_seam(self, prefix: str) -> str:
        """Front to base."""
        return f"{prefix}front to base"

    def folds(self) -> tuple[Uncut, ...]:
        """The base goes on into two walls."""
        if not self.uncut:
            return ()
        if self.uncut == ONE_WALL:
            corners = tuple(seam.id for seam in upright_corners("") if seam.id != _LEFT_SEWN)
            fold = "build", _TOLD, NOTHING, True
            line = words("corner fold")
            return tuple(
                Uncut(each, "walls", words("Walls"), f"{each} fold", line, *fold, measured=True) for each in corners
            )
        new, title, walls = _CUT[self.uncut]
        return tuple(self._fold(wall, new, title) for wall in walls)

    def _fold(self, wall: str, new: str, title: Said) -> Uncut:
        """Where the base goes on into a wall; a gusset turns the corners beside it, too."""
        fold = words("{wall} fold", wall=_TOLD[wall])
        firmness = Firmness.BENT if self.uncut == GUSSET else None
        return Uncut(
            f"{wall} to base", new, title, f"{wall} fold", fold, "build", _TOLD, crease=True, firmness=firmness
        )

    def draft(self, named: Naming) -> Draft:
        """Four walls and the base."""
        walls = tuple(
            named.panel(wall, title, self._wall(wall), (Facet(_SIDES[wall]),))
            if wall in _SIDES
            else named.face(wall, title, self._wall(wall))
            for wall, title in AROUND.items()
        )
        panels = (*walls, named.panel("base", words("base"), _base(self.base), (Facet(Wall.BASE),)))
        return Draft(panels, (*upright_corners(named.prefix), *_to_base(named.prefix)))

    def _in_one(self, corners: tuple[Seam, ...], base: tuple[str, ...]) -> tuple[Task, ...]:
        """Each end of what is cut in one goes down a wall, along the base and up another, without a stop.

        A cross has two corners of its own, which are sewn before that.
        """
        clip, around = _TOLD_OF[self.uncut]
        own = [seam.id for seam in corners if self.uncut == CROSS and "front" in (seam.a[0].panel, seam.b[0].panel)]
        last = tuple(each for each in (*(seam.id for seam in corners), *base) if each not in own)
        sewn = task(_TITLE[self.uncut], Operation(Verb.CLIP, clip, last, beside=CLIPPED_TO), sew(*last, how=around))
        return (task(words("Sew the sides to the front"), sew(*own, how=_INNER)), sewn) if own else (sewn,)

    def _wall(self, wall: str) -> tuple[Edge, ...]:
        """A trapezoid as high as the wall is long up its slope."""
        wide, deep = (self.base.width, self.rim.width), (self.base.depth, self.rim.depth)
        (base, rim), (low, high) = (deep, wide) if wall in _SIDES else (wide, deep)
        return _trapezoid(base, rim, abs(point(self.height, (high - low) / 2)))

    def tasks(self) -> tuple[Task, ...]:
        """The base to its walls, then the corners upward."""
        uncut = {where.seam for where in self.folds()}
        base = tuple(f"{wall} to base" for wall in AROUND if f"{wall} to base" not in uncut)
        corners = upright_corners("")
        text = words(
            "Right sides together, sew the base to the walls. Begin and end each seam where the stitching lines meet, "
            "not at the raw edge, and back-tack there."
        )
        upward = words(
            "Right sides together, sew the walls to each other from the base up to the rim; at each corner of the base "
            "three seams meet in one point."
        )
        if self.uncut == ONE_WALL:
            clip = Operation(Verb.CLIP, _ONE_WALL_TOLD[0], base, beside=CLIPPED_TO)
            into = task(words("Sew the base into the wall"), clip, sew(*base, how=_ONE_WALL_TOLD[1]))
            return task(words("Close the wall to a tube"), sew(_LEFT_SEWN)), into
        if self.uncut:
            return self._in_one(corners, base)
        return (
            task(words("Sew the base to front, back and sides"), sew(*base, how=text)),
            task(words("Sew up the corners"), sew(*(seam.id for seam in corners), how=upward)),
        )


def _trapezoid(base: float, rim: float, slant: float) -> tuple[Edge, ...]:
    """An upright trapezoid, its base from 0 on."""
    aside = (rim - base) / 2
    corners: tuple[Point, ...] = (0j, point(base, 0), point(base + aside, slant), point(-aside, slant))
    bottom, right, top, left = (line_path(at, corners[(n + 1) % 4]) for n, at in enumerate(corners))
    return Edge("bottom", bottom), Edge("right", right), Edge("top", top, Finish.OPEN), Edge("left", left)


def _base(size: Level) -> tuple[Edge, ...]:
    """The base as seen from below, the front's edge on top; each edge is named after its wall."""
    a, b, c, d = 0j, point(size.width, 0), point(size.width, size.depth), point(0, size.depth)
    names = (("back", a, b), ("side-right", b, c), ("front", c, d), ("side-left", d, a))
    return tuple(Edge(name, line_path(start, end), title=_TOLD[name]) for name, start, end in names)


def upright_corners(prefix: str, double: str = "") -> tuple[Seam, ...]:
    """Each wall's left edge to the right edge of the next; those of the wall *double* have double notches."""
    return tuple(
        Seam(
            f"{prefix}{wall} to {after}",
            (Run(f"{prefix}{wall}", "left", reversed=True),),
            (Run(f"{prefix}{after}", "right"),),
            marked=True,
            double=double in (wall, after),
        )
        for wall, after in zip(AROUND, (*list(AROUND)[1:], "front"), strict=True)
    )


def _to_base(prefix: str) -> tuple[Seam, ...]:
    return tuple(
        Seam(
            f"{prefix}{wall} to base",
            (Run(f"{prefix}{wall}", "bottom"),),
            (Run(f"{prefix}base", wall, reversed=True),),
            marked=True,
            double=wall == "back",
        )
        for wall in AROUND
    )
