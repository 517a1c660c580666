"""The tote: an open bag with boxed corners, or a box of five panels, carried by two handles."""

from __future__ import annotations

import math
from collections.abc import Iterator

from bagpattern.errors import InputError
from bagpattern.lengths import between
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished, Measured, Where
from bagpattern.parameters import choice, measure, part, table
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.bodies.box import GUSSET, WRAP, BoxBody, Level
from bagpattern.parts.bodies.boxed import BoxedBody
from bagpattern.parts.bodies.two_panels import BASE, SIDE
from bagpattern.parts.carrying.loop_handles import LoopHandles
from bagpattern.parts.part import BagPart
from bagpattern.parts.sewing.in_one import length_of
from bagpattern.parts.tops import TOPS, Top
from bagpattern.styles._boxed import boxed_size, folded_base
from bagpattern.styles._lean import lean_problem
from bagpattern.styles._sized import FROM_CONTENTS, SizedBag
from bagpattern.values import replace, value

BOXED = {"boxed": "", "folded": BASE, "tube": SIDE}
FIVE = {"five-panel": "", "gusset": GUSSET, "wrap": WRAP}
LEAST_RIM, MOST_RIM = 0.6, 1.6
"""Of the base: a rim that leans more is no tote [K]."""


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("34 cm", "8 cm", "70 cm", "across the base")
    height: float = measure("36 cm", "8 cm", "70 cm", "from the base to the rim, upright")
    depth: float = measure("12 cm", "2 cm", "40 cm", "from front to back, at the base")
    rim: float | None = measure(
        None,
        "12 cm",
        "110 cm",
        "across the rim: laid flat where corners are boxed, else across the front; left out: sides upright",
    )

    from_contents: bool = False
    """Whether the sizes are to follow from what the bag is to hold."""


@value
class Tote(SizedBag):
    """A tote bag: boxed corners from two panels or one, or five panels; open, or closed at its rim."""

    dimensions: Dimensions = table(Dimensions, "the finished size", word=FROM_CONTENTS)
    build: str = choice(
        "boxed",
        (*BOXED, *FIVE),
        "boxed corners of two panels, of one folded at the base, or of one with a single side seam; or five panels, "
        "sides and base in one gusset, or front, base and back in one wrap",
    )
    closure: Top = part(TOPS, "open", "how the rim is closed")
    handles: LoopHandles = table(LoopHandles, "two loops to carry it by")

    def body(self) -> Body:
        """Two panels with boxed corners, or five."""
        size, high = self.dimensions, self.dimensions.height + self.closure.rise
        plain = size.width + size.depth if self.build in BOXED else size.width
        rim = plain if size.rim is None else size.rim
        if not between(rim, LEAST_RIM * plain, MOST_RIM * plain):
            raise InputError([lean_problem(size, "rim", rim, plain, LEAST_RIM, MOST_RIM)])
        if self.build in BOXED:
            return BoxedBody(size.width, high, size.depth, self.closure.top_zip, BOXED[self.build], rim)
        return BoxBody(Level(size.width, size.depth), Level(rim, size.depth), high, FIVE[self.build])

    @property
    def depth_share(self) -> float:
        """A zip closes boxed corners to a wedge."""
        return 1.0 if self.closure.top_zip is None or self.build not in BOXED else 0.5

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it, and its handles."""
        yield "closure", self.closure.over(self.dimensions.depth)
        yield "handles", replace(self.handles, wearer=self.wearer, below=self.closure.rise)

    def finished(self, draft: Draft) -> Finished:
        """Measured on the sewn edges: of five panels on base, rim and side, whose lean the others give."""
        if self.build in BOXED:
            return boxed_size(draft, self.closure.rise, self.closure.height_at)
        width, rim = length_of(draft, "front", "bottom") or folded_base(draft), length_of(draft, "front", "top")
        depth = length_of(draft, "side-left", "top")
        drafted = math.sqrt(length_of(draft, "front", "right") ** 2 - ((rim - width) / 2) ** 2)
        high = drafted - self.closure.rise
        wide = width + (rim - width) * high / drafted
        return Finished(
            width,
            high,
            depth,
            (width + wide) / 2 * depth * high / 1e6,
            measured=Measured(Where.BASE, self.closure.height_at, Where.RIM),
        )
