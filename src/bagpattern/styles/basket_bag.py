"""The basket bag: a box whose sides lean, to stand in a basket, with a soft collar that is drawn together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.errors import Problem, raise_together
from bagpattern.lengths import between, under
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import choice, measure, part, table
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.bodies.box import GUSSET, ONE_WALL, WRAP, BoxBody, Level
from bagpattern.parts.bodies.collared import CollaredBody
from bagpattern.parts.carried import unserved
from bagpattern.parts.carrying.loop_handles import LoopHandles
from bagpattern.parts.part import BagPart
from bagpattern.parts.tops import TOPS, Top
from bagpattern.proposals import sized
from bagpattern.said import Length
from bagpattern.styles._bag import Bag
from bagpattern.styles._boxed import collared_size
from bagpattern.styles._lean import lean_problem
from bagpattern.values import replace, value
from bagpattern.words import words

WIDER = 25.0
"""mm that the rim of the box is wider and deeper than its base, where that is left open [S: waldbasketbag, 1 in]."""
LEAST_RIM, MOST_RIM = 0.6, 1.6
"""Of the base: a rim that leans more is no basket [K]."""
LEAST_BOX = 50.0
"""mm of the box below its collar [K]."""


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("33 cm", "9 cm", "70 cm", "across the base")
    height: float = measure("32 cm", "12 cm", "90 cm", "from the base to the rim, collar and all, upright")
    depth: float = measure("20 cm", "6 cm", "50 cm", "from front to back, at the base")
    rim_width: float | None = measure(
        None, "12 cm", "100 cm", "across, where the collar begins; left out: {25 mm} more than the base"
    )
    rim_depth: float | None = measure(
        None, "8 cm", "80 cm", "from front to back, where the collar begins; left out: {25 mm} more than the base"
    )
    collar: float = measure("17 cm", "4 cm", "60 cm", "how much of the height is the collar")

    def faults(self) -> Iterator[Problem]:
        """Why there is no such box."""
        if under(self.height - self.collar, LEAST_BOX):
            fault = words("a collar of {collar} leaves no box below it", collar=Length(self.collar))
            yield sized(self, "collar", fault, most=self.height - LEAST_BOX)
        for name, rim, base in (("width", self.rim_width, self.width), ("depth", self.rim_depth, self.depth)):
            if rim is not None and not between(rim, LEAST_RIM * base, MOST_RIM * base):
                yield lean_problem(self, f"rim_{name}", rim, base, LEAST_RIM, MOST_RIM)

    @property
    def rim(self) -> Level:
        """Where the collar begins."""
        return Level(self.rim_width or self.width + WIDER, self.rim_depth or self.depth + WIDER)

    def box(self, build: str) -> BoxBody:
        """The box below the collar."""
        return BoxBody(Level(self.width, self.depth), self.rim, self.height - self.collar, build)


@value
class BasketBag(Bag):
    """A bag for a basket: a box that widens upward, with a collar that is drawn together or rolled down."""

    dimensions: Dimensions = table(Dimensions, "the finished size")
    build: str = choice(
        "five-panel",
        ("five-panel", GUSSET, WRAP, ONE_WALL),
        "of the box: five panels; or sides and base in one gusset, front, base and back in one wrap, or all four walls "
        "in one-wall",
    )
    closure: Top = part(TOPS, "drawstring", "how the collar is closed")
    handles: LoopHandles = table(LoopHandles, "two loops, where the collar begins")

    def body(self) -> Body:
        """The box and its collar, as much higher as its closure takes."""
        served = ("hand", "shoulder") if self.handles.kind != "none" else ()
        ways = unserved(self.wearer, served, words("a basket bag is carried by its handles"))
        raise_together((*self.dimensions.faults(), *ways))
        box = self.dimensions.box("" if self.build == "five-panel" else self.build)
        return CollaredBody(box, self.dimensions.collar + self._top.rise, self._top.rise)

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """Where the collar begins."""
        return {"rim_width": self.dimensions.rim.width, "rim_depth": self.dimensions.rim.depth}

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it, and its handles."""
        yield "closure", self._top
        yield "handles", replace(self.handles, wearer=self.wearer, above=self.dimensions.collar)

    def finished(self, draft: Draft) -> Finished:
        """Measured on the sewn edges."""
        return collared_size(draft, self._top.rise, self._top.height_at)

    @property
    def _top(self) -> Top:
        return self.closure.over(self.dimensions.depth)
