"""The box bag: a stiff little box whose front, sides and base are one cross, under a lid hinged at its back."""

from __future__ import annotations

from typing import ClassVar

from bagpattern.parameters import choice, measure, part, table
from bagpattern.parts.bodies.box import CROSS
from bagpattern.parts.tops import TOPS, Top
from bagpattern.styles._open_box import FIVE, WALLS_HELP, UprightBox, UprightSizes
from bagpattern.styles._sized import FROM_CONTENTS
from bagpattern.values import value


@value
class Dimensions(UprightSizes):
    """The finished size, seam to seam."""

    height: float = measure("14 cm", "8 cm", "40 cm", "from the base to the rim, under the lid")
    depth: float = measure("10 cm", "4 cm", "30 cm", "from front to back")


@value
class BoxBag(UprightBox):
    """A box bag: a lined box of four upright walls, front, sides and base cut as one cross, under a lid."""

    lies: ClassVar[bool] = True

    dimensions: Dimensions = table(Dimensions, "the finished size", word=FROM_CONTENTS)
    build: str = choice(CROSS, tuple(FIVE), WALLS_HELP)
    closure: Top = part(TOPS, "lid", "how the box is closed")
