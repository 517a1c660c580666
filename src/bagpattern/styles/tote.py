"""The tote: an open bag with boxed corners, or a box of five panels, carried by two handles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bagpattern.errors import raise_together
from bagpattern.lengths import between
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import choice, measure, part, table
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.bodies.box import Level
from bagpattern.parts.carried import Carried
from bagpattern.parts.carrying.anchor import Anchor
from bagpattern.parts.carrying.loop_handles import LoopHandles
from bagpattern.parts.carrying.rings import Crossbody, OnDemand
from bagpattern.parts.part import BagPart
from bagpattern.parts.straps import STRAPS, Straps
from bagpattern.parts.tops import TOPS, Top
from bagpattern.styles._lean import lean_problem
from bagpattern.styles._open_box import BOXED, BUILDS, HELP, beside, open_box, open_box_size, ring_ends, ring_share
from bagpattern.styles._sized import FROM_CONTENTS, SizedBag
from bagpattern.values import replace, value

LEAST_RIM, MOST_RIM = 0.6, 1.6
"""Of the base: a rim that leans more is no tote [K]."""


@value
class Dimensions:
    """The finished size, seam to seam."""

    width: float = measure("34 cm", "8 cm", "70 cm", "across the base")
    height: float = measure("36 cm", "8 cm", "70 cm", "from the base to the rim, upright")
    depth: float = measure("12 cm", "15 mm", "40 cm", "from front to back, at the base")
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
    build: str = choice("boxed", BUILDS, HELP)
    closure: Top = part(TOPS, "open", "how the rim is closed")
    handles: LoopHandles = table(LoopHandles, "two loops to carry it by")
    anchor: Anchor = table(Anchor, "the patch that holds straps")
    straps: Straps = part(STRAPS, "none", "shoulder straps, or one strap that is both")
    crossbody: Crossbody = table(OnDemand, "side rings and their strap")

    @property
    def litres(self) -> float:
        """Of a box round it."""
        size = self.dimensions
        return size.width * size.height * size.depth / 1e6

    @property
    def top(self) -> Top:
        """What closes the rim, over the depth of the bag."""
        return self.closure.over(self.dimensions.depth)

    def body(self) -> Body:
        """Two panels with boxed corners, or five."""
        size, high, plain = self.dimensions, self.dimensions.height + self.top.rise, self._plain_rim
        rim = plain if size.rim is None else size.rim
        faults = [*self._carried.faults(self.wearer.but(self.handles.serve))]
        if not between(rim, LEAST_RIM * plain, MOST_RIM * plain):
            faults.append(lean_problem(size, "rim", rim, plain, LEAST_RIM, MOST_RIM))
        raise_together(faults)
        return open_box(self.build, Level(size.width, size.depth), rim, high, self.top.rise, self.top.top_zip)

    @property
    def _plain_rim(self) -> float:
        """mm across the rim of upright sides."""
        size = self.dimensions
        return size.width + size.depth if self.build in BOXED else size.width

    @property
    def sizes_by_rule(self) -> Mapping[str, float | None]:
        """Its sides stand upright."""
        return {"rim": self._plain_rim}

    @property
    def depth_share(self) -> float:
        """A zip closes boxed corners to a wedge."""
        return 1.0 if self.closure.top_zip is None or self.build not in BOXED else 0.5

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it, its handles, and straps on its back."""
        yield "closure", self.top
        rise, size = self.top.rise, self.dimensions
        yield "handles", replace(self.handles, wearer=self.wearer, below=rise)
        more = beside(self.build, size.depth)
        yield from self._carried.on_back(self.anchor, self.wearer, size.width, more, rise)

    def hung(self) -> Iterator[tuple[str, BagPart]]:
        """The side rings."""
        ends, high = ring_ends(self.build, self.top), self.dimensions.height + self.top.rise
        share = ring_share(high, self.top)
        yield "crossbody", replace(self._carried.strap(self.wearer), ends=ends, share=share)

    def finished(self, draft: Draft) -> Finished:
        """Measured on the sewn edges."""
        return open_box_size(self.build, draft, self.top)

    @property
    def _carried(self) -> Carried:
        return Carried(self.straps.for_size(self.litres), None, self.crossbody)
