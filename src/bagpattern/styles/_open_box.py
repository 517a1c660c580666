"""An open box: with boxed corners from two panels or one, or of five panels, some of them cut in one."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.catalog.notions import Zip
from bagpattern.errors import raise_together
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parameters import choice, measure, part, table
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.bodies.box import CROSS, GUSSET, ONE_WALL, WRAP, BoxBody, Level
from bagpattern.parts.bodies.boxed import BoxedBody
from bagpattern.parts.bodies.two_panels import BASE, SIDE
from bagpattern.parts.carried import Carried
from bagpattern.parts.carrying.rings import SHARE_UP, Crossbody
from bagpattern.parts.part import BagPart
from bagpattern.parts.tops import TOPS, Top
from bagpattern.styles._boxed import SIDES, boxed_size, five_panel_size
from bagpattern.styles._sized import FROM_CONTENTS, SizedBag
from bagpattern.values import replace, value

BOXED = {"boxed": "", "folded": BASE, "tube": SIDE}
FIVE = {"five-panel": "", "gusset": GUSSET, "wrap": WRAP, "cross": CROSS, "one-wall": ONE_WALL}
BUILDS = (*BOXED, *FIVE)
HELP = (
    "boxed corners of two panels, of one folded at the base, or of one with a single side seam; or five panels, "
    "sides and base in one gusset, front, base and back in one wrap, front, sides and base in one cross, or all four "
    "walls in one-wall"
)
"""What the builds are."""
WALLS_HELP = (
    "front, sides and base in one cross; sides and base in one gusset; front, base and back in one wrap; or five panels"
)
"""What those of four upright walls are."""

BELOW_LID = 20.0
"""mm from a lid's lips down to the middle of the side tabs, so that it opens past them [K]."""


def open_box(build: str, base: Level, rim: float, high: float, rise: float, chain: Zip | None = None) -> Body:
    """The body: *rim* mm wide along its top, laid flat where corners are boxed, and *high* mm in all.

    *rise* mm of that lie above what is inside, rolled or folded down.
    """
    if build in BOXED:
        return BoxedBody(base.width, high, base.depth, chain, BOXED[build], rim, above=rise)
    return BoxBody(base, Level(rim, base.depth), high, FIVE[build], rise)


def beside(build: str, depth: float) -> float:
    """mm of the back beyond the width of the bag, on either side."""
    return depth / 2 if build in BOXED else 0.0


def ring_ends(build: str, top: Top) -> tuple[tuple[str, str], ...]:
    """Where side rings hang by rule: over the sides of a box, where the rim is sewn and stays where it is."""
    return () if build in BOXED or top.rise or top.over_sides else SIDES


def ring_share(high: float, top: Top) -> float:
    """Of walls so *high*: where side rings hang by rule, below what lies over the sides when the bag is closed."""
    covered = top.over_sides + BELOW_LID if top.over_sides else 0.0
    return min(SHARE_UP, (high - covered) / high)


def open_box_size(build: str, draft: Draft, top: Top) -> Finished:
    """Measured on the sewn edges."""
    measure = boxed_size if build in BOXED else five_panel_size
    return measure(draft, top.rise, top.height_at)


@value
class UprightSizes:
    """The finished size, seam to seam."""

    width: float = measure("20 cm", "8 cm", "50 cm", "across the front")
    height: float = measure("22 cm", "8 cm", "50 cm", "from the base to where its top is closed")
    depth: float = measure("12 cm", "3 cm", "30 cm", "from front to back, at the base")

    from_contents: bool = False
    """Whether the sizes are to follow from what the bag is to hold."""


@value
class UprightBox(SizedBag):
    """A box as wide at its rim as at its base, which its closure stands on. Styles redeclare what they begin with."""

    dimensions: UprightSizes = table(UprightSizes, "the finished size", word=FROM_CONTENTS)
    build: str = choice("five-panel", BUILDS, HELP)
    closure: Top = part(TOPS, "open", "how it is closed")
    crossbody: Crossbody = table(Crossbody, "side rings and their strap")

    @property
    def top(self) -> Top:
        """What closes the rim, over the depth of the box."""
        return self.closure.over(self.dimensions.depth)

    @property
    def carried(self) -> Carried:
        """What it is carried by."""
        return Carried(None, None, self.crossbody)

    @property
    def depth_share(self) -> float:
        """A zip closes boxed corners to a wedge."""
        return 1.0 if self.closure.top_zip is None or self.build not in BOXED else 0.5

    def body(self) -> Body:
        """Two panels with boxed corners, or five, as much higher as its closure takes."""
        raise_together(self.carried.faults(self.wearer))
        size, top = self.dimensions, self.top
        rim = size.width + size.depth if self.build in BOXED else size.width
        level = Level(size.width, size.depth)
        return open_box(self.build, level, rim, size.height + top.rise, top.rise, top.top_zip)

    def fitted(self) -> Iterator[tuple[str, BagPart]]:
        """What closes it."""
        yield "closure", self.top

    def hung(self) -> Iterator[tuple[str, BagPart]]:
        """The side rings, below what lies over the sides."""
        share = ring_share(self.dimensions.height + self.top.rise, self.closure)
        yield "crossbody", replace(self.carried.strap(self.wearer), share=share)

    def finished(self, draft: Draft) -> Finished:
        """Measured on the sewn edges."""
        return open_box_size(self.build, draft, self.top)
