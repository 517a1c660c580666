"""The sizes of a handbag: what is left open, and what makes no walls."""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.catalog.notions import Zip
from bagpattern.errors import Problem
from bagpattern.lengths import between, over, under
from bagpattern.parameters import measure
from bagpattern.parts.bodies.handbag import HandbagBody
from bagpattern.parts.sewing.clearing import STEP
from bagpattern.proposals import make_it, sized
from bagpattern.said import Length
from bagpattern.styles._lean import lean_problem
from bagpattern.values import replace, value
from bagpattern.words import form, words

NARROWER = 0.85
"""Of the base: how wide and deep it is where the zip panel begins, where that is left open [K]."""
LEAST_TOP, MOST_TOP = 0.4, 1.4
"""Of the base: walls that lean more fall in [K]."""


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("32 cm", "10 cm", "60 cm", "across the base")
    height: float = measure("24 cm", "8 cm", "50 cm", "from the base to the zip, upright")
    depth: float = measure("13 cm", "5 cm", "35 cm", "from front to back, at the base")
    top_width: float | None = measure(
        None, "8 cm", "60 cm", "across the front where the zip panel begins; left out: 0.85 of the width"
    )
    top_depth: float | None = measure(
        None, "3 cm", "35 cm", "from front to back where the zip panel begins; left out: 0.85 of the depth"
    )
    crown: float | None = measure(
        None, "0 mm", "15 cm", "how high the ends curve up to the zip; left out: a third of the depth there; 0: flat"
    )

    def settled(self) -> Dimensions:
        """These sizes with those that were left open."""
        wide, deep = self.top_width or _share(self.width), self.top_depth or _share(self.depth)
        crown = deep / 3 // STEP * STEP if self.crown is None else self.crown
        return replace(self, top_width=wide, top_depth=deep, crown=crown)

    def body(self, chain: Zip) -> HandbagBody:
        """The body at these sizes, with that zip."""
        size = self.settled()
        top, deep, crown = size.top_width or 0.0, size.top_depth or 0.0, size.crown or 0.0
        return HandbagBody(size.width, size.depth, top, deep, size.height, crown, chain)

    def faults(self, tightest: float) -> Iterator[Problem]:
        """Why there are no such walls; the ends may not curve tighter than *tightest* mm."""
        size = self.settled()
        for name, top, base in (("width", size.top_width, size.width), ("depth", size.top_depth, size.depth)):
            if top is not None and not between(top, LEAST_TOP * base, MOST_TOP * base):
                yield lean_problem(self, f"top_{name}", top, base, LEAST_TOP, MOST_TOP)
        deep, crown = size.top_depth or 0.0, size.crown or 0.0
        if over(crown, deep / 2):
            fault = words("{crown} is more than half of the depth where the curve begins", crown=Length(crown))
            yield sized(self, "crown", fault, most=deep / 2)
        elif over(crown, size.height / 2):
            yield sized(self, "crown", words("leaves too little of the ends below"), most=size.height / 2)
        elif under(deep / 2, tightest) and over(crown, flattest := tightest - math.sqrt(tightest**2 - deep**2 / 4)):
            mend = make_it(self, "crown", most=flattest, otherwise=words("make it {0 mm}"))
            message = form(
                "the ends would curve tighter than their allowance can be turned: {mend}, or a larger top_depth"
            )
            yield Problem("dimensions.crown", words(message, mend=mend))


def _share(length: float) -> float:
    return length * NARROWER // STEP * STEP
