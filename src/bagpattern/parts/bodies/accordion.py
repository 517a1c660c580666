"""A body of front and back that meet at the base, with sides that fold like an accordion, so that it lies flat.

Each side is a strip as wide as the bag opens, folded inward and outward in turn so that it lies within the bag. Its
lower edge is folded in half and sewn to itself, and lies flat on the base, as do front and back: only the rim opens.
"""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.geometry.path import line_path
from bagpattern.geometry.points import point
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Task, sew, task
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Run, Seam
from bagpattern.model.wall import Facet, Firmness, Wall
from bagpattern.parts.bodies.body import Opening
from bagpattern.parts.bodies.box import AROUND, upright_corners
from bagpattern.parts.bodies.two_panels import TwoPanels
from bagpattern.parts.naming import Naming
from bagpattern.parts.part import BagPart
from bagpattern.parts.sewing.edging import flattened
from bagpattern.parts.workshop import Workshop
from bagpattern.values import replace, value
from bagpattern.words import words

SIDES = {"side-left": (Wall.LEFT, words("left side")), "side-right": (Wall.RIGHT, words("right side"))}
"""The sides, with the walls that they are, and what they are called."""
_ENDS = words(
    "Fold each side in the middle of its width, right sides together, and sew the two halves of its lower edge to each "
    "other, from the fold out to where the stitching lines meet; back-tack there."
)
_ALONG = words(
    "Right sides together, lay a long edge of a side on the edge of the front, its closed end at the base. Sew from "
    "the rim down to where the stitching lines meet, and back-tack there. Sew its other long edge to the back in the "
    "same way, the folds out of the way; then sew in the other side."
)
_PRESSED = words(
    "Press the sides on their fold lines through all layers: at the first line from either edge into the bag, at the "
    "next one out to the edge again, and so on, until front and back lie on each other."
)
_CREASED = words(
    "Crease the sides on their fold lines through all layers: at the first line from either edge into the bag, at the "
    "next one out to the edge again, and so on. Hold the folds with clips, front and back on each other."
)


@value
class AccordionBody(TwoPanels):
    """Front and back, *width* x *height* mm, and sides that open *opens* mm at the rim, with so many *folds* inward."""

    opens: float = 0.0
    folds_inward: int = 1

    @property
    def layer(self) -> float:
        """mm of one layer of a folded side: how far its folds reach into the bag."""
        return self.opens / (2 * self.folds_inward)

    def smaller(self, inset: float) -> AccordionBody:
        """The same body for the layer inside; its rim lies as high as this one's, and its base is sewn."""
        width, height, opens = self.width - 2 * inset, self.height - inset, self.opens - 2 * inset
        return replace(self, width=width, height=height, opens=opens, uncut="")

    def opening(self, prefix: str) -> Opening:
        """The rim, from the front's right end on."""
        return Opening((tuple(Run(f"{prefix}{wall}", "top") for wall in AROUND),))

    def draft(self, named: Naming) -> Draft:
        """Front and back, the folded sides between them, and what joins them."""
        sides = tuple(self._side(named, name) for name in SIDES)
        return super().draft(named) + Draft(sides)

    def tasks(self) -> tuple[Task, ...]:
        """The ends of the sides while they lie flat, the base, then the sides into front and back."""
        ends, along = ([seam.id for seam in each("")] for each in (_ends, _along))
        base = () if self.folds() else (task(words("Sew the base"), sew("base seam")),)
        return (
            task(words("Close the lower ends of the sides"), sew(*ends, how=_ENDS)),
            *base,
            task(words("Sew in the sides"), sew(*along, how=_ALONG)),
        )

    def _edges(self) -> tuple[Edge, ...]:
        low, high = 0j, point(self.width, self.height)
        corners = ("bottom", low), ("right", point(high.real, 0)), ("top", high), ("left", point(0, high.imag))
        return self._from_corners(corners)

    def _sides(self, prefix: str) -> Iterator[Seam]:
        yield from _along(prefix)

    def _corners(self, prefix: str) -> Iterator[Seam]:
        yield from _ends(prefix)

    def _side(self, named: Naming, name: str) -> Panel:
        """A strip, upright, its lower edge in two halves, with its folds."""
        wall, called = SIDES[name]
        half, wide, high = self.opens / 2, self.opens, self.height
        corners = (0j, point(half, 0), point(wide, 0), point(wide, high), point(0, high))
        names = ("left lower end", "right lower end", "right", "top", "left")
        ends = (*corners[1:], corners[0])
        edges = tuple(
            Edge(edge, line_path(start, end), Finish.OPEN if edge == "top" else Finish.SEAM)
            for edge, start, end in zip(names, corners, ends, strict=True)
        )
        panel = named.panel(name, called, edges, (Facet(wall),), firmness=Firmness.SOFT)
        return replace(panel, lines=tuple(self._folds(named.inside_out)))

    def _folds(self, inside_out: bool) -> Iterator[Line]:
        """Where the strip is folded: into the bag, and out to its edge again, in turn; a lining the other way round."""
        for number in range(1, 2 * self.folds_inward):
            x = number * self.layer
            inward = number % 2 == 1
            told = words("fold inward") if inward else words("fold outward")
            path = line_path(point(x, 0), point(x, self.height))
            back = inward is not inside_out
            yield Line(f"fold {number}", path, LineKind.FOLD, told, crease=True, inward=inward, back=back)


@value
class SideFolds(BagPart):
    """The folds of the sides, when they are made: once the bag is turned and its lining lies in it."""

    def add(self, bag: Draft, shop: Workshop) -> Draft:
        """*bag* with its sides folded."""
        folded = flattened(shop, ("shell", "lining"), _PRESSED, _CREASED, *SIDES)
        return bag + Draft(tasks=(task(words("Fold the sides"), folded, finishes=True),))


def _ends(prefix: str) -> tuple[Seam, ...]:
    """The lower edge of each side, its two halves to each other."""
    return tuple(
        Seam(
            f"{prefix}{side} end",
            (Run(f"{prefix}{side}", "left lower end"),),
            (Run(f"{prefix}{side}", "right lower end", reversed=True),),
        )
        for side in SIDES
    )


def _along(prefix: str) -> tuple[Seam, ...]:
    """The sides to front and back."""
    return upright_corners(prefix, "back")
