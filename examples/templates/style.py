"""The pillow bag: front and back, and one strip round their sides and base, open at the top [construction 2.4].

A template. Copy it into a folder of your own, under the name by which presets shall ask for it, and change it:

    cp examples/templates/style.py my_parts/styles/pillow_bag.py
    bagpattern list styles pillow-bag --parts my_parts

There is nothing to register: the file is found by its name, and `python -m bagpattern.contract my_parts` tries every
value at its limits, and every pocket on every panel. A body that styles share is in a file whose name begins with _.
"""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.geometry.path import joined
from bagpattern.geometry.shapes import rectangle
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.operation import Task, sew, task
from bagpattern.model.pattern import Finished
from bagpattern.model.seam import Run, Seam
from bagpattern.model.wall import Firmness, Wall
from bagpattern.parameters import measure, part, table
from bagpattern.parts.bodies.body import Body, Hollow, Opening
from bagpattern.parts.bodies.facets import along
from bagpattern.parts.naming import Naming
from bagpattern.parts.part import BagPart, measured
from bagpattern.parts.tops import TOPS, Top
from bagpattern.styles._bag import Bag
from bagpattern.values import value
from bagpattern.words import words


# A value is declared once: default, least, most, help. Checks, `bagpattern new`, tables and tests all read this.
@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("30 cm", "12 cm", "60 cm", "across the front")
    height: float = measure("30 cm", "12 cm", "60 cm", "from the base to the rim")
    depth: float = measure("10 cm", "4 cm", "30 cm", "from front to back")


# A body is drafted for the shell and, smaller, for the lining. Panels are net: allowances come later, by rule.
@value
class StripBody(Body):
    """Front, back and strip; sizes in mm."""

    width: float
    height: float
    depth: float

    def smaller(self, inset: float) -> StripBody:
        """The layer inside; its rim lies as high as this one's."""
        return StripBody(self.width - 2 * inset, self.height - inset, self.depth - 2 * inset)

    def draft(self, named: Naming) -> Draft:
        """Edges run counter-clockwise, as seen from outside; the strip is as long as the drafted front is round."""
        face = rectangle(self.width, self.height)
        long = rectangle(face.left.length + face.bottom.length + face.right.length, self.depth)
        top = Edge("top", face.top, Finish.OPEN)
        around = Edge("bottom", face.bottom), Edge("right", face.right), top, Edge("left", face.left)
        ends = Edge("right end", long.right, Finish.OPEN), Edge("left end", long.left, Finish.OPEN)
        strip = Edge("back", long.bottom), ends[0], Edge("front", long.top), ends[1]
        # What is printed is made of words: it is told in the maker's language and units.
        panels = named.face("front", words("front"), around), named.face("back", words("back"), around)
        # Which walls of the bag the strip is, what is up on each, and that it bends: foam would not turn its corners.
        left, right = (Wall.LEFT, face.left.length, -1), (Wall.RIGHT, face.right.length, 1)
        walls = along(self.depth, left, (Wall.BASE, face.bottom.length, 1j), right)
        bent = named.panel("strip", words("strip"), strip, walls, firmness=Firmness.BENT)
        return Draft((*panels, bent), tuple(self._seams(named.prefix)))

    def _seams(self, prefix: str) -> Iterator[Seam]:
        """Down one side, along the base and up the other; the strip's edges run the other way."""
        for face in ("front", "back"):
            sides = tuple(Run(f"{prefix}{face}", edge) for edge in ("left", "bottom", "right"))
            other = (Run(f"{prefix}strip", face, reversed=True),)
            yield Seam(f"{prefix}{face} to strip", sides, other, marked=True, double=face == "back")

    def opening(self, prefix: str) -> Opening:
        """The rim: over the front from right to left, one end of the strip, the back, the other end."""
        around = ("front", "top"), ("strip", "left end"), ("back", "top"), ("strip", "right end")
        return Opening((tuple(Run(f"{prefix}{panel}", edge) for panel, edge in around),))

    def gap_seam(self, prefix: str) -> str:
        """Where the lining is turned through."""
        return f"{prefix}front to strip"

    def hollow(self) -> Hollow:
        """The space inside."""
        return Hollow(joined(rectangle(self.width, self.height)), self.depth)

    # Operations say what is done; what follows from the draft (notches, clips, turning, the order) is told by itself.
    def tasks(self) -> tuple[Task, ...]:
        """How the shell is closed."""
        return (task(words("Sew the strip to front and back"), sew("front to strip", "back to strip")),)


# The first line of the docstring is what `bagpattern list styles` says. Bag brings materials, pockets and lining.
@value
class PillowBag(Bag):
    """An open bag of two faces and one strip."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    closure: Top = part(TOPS, "open", "how the rim is closed")

    def body(self) -> StripBody:
        """What cannot be made is refused here: raise InputError with every reason at once."""
        return StripBody(self.dimensions.width, self.dimensions.height + self.closure.rise, self.dimensions.depth)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What goes on the body, with the key that its problems begin with."""
        yield "closure", self.closure

    def finished(self, draft: Draft) -> Finished:
        """Measured on the drafted panels, by another way than they were drafted: a test compares."""
        width, depth = measured(draft, "back", "bottom"), measured(draft, "strip", "left end")
        height = (measured(draft, "strip", "front") - width) / 2 - self.closure.rise
        return Finished(width, height, depth, width * height * depth / 1e6)
