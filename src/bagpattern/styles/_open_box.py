"""An open box: with boxed corners from two panels or one, or of five panels, some of them cut in one."""

from __future__ import annotations

from bagpattern.catalog.notions import Zip
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Finished
from bagpattern.parts.bodies.body import Body
from bagpattern.parts.bodies.box import CROSS, GUSSET, ONE_WALL, WRAP, BoxBody, Level
from bagpattern.parts.bodies.boxed import BoxedBody
from bagpattern.parts.bodies.two_panels import BASE, SIDE
from bagpattern.parts.carrying.rings import SHARE_UP
from bagpattern.parts.tops import Top
from bagpattern.styles._boxed import SIDES, boxed_size, five_panel_size

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


def box_of(build: str, base: Level, high: float, top: Top) -> Body:
    """The body of an upright bag *high* mm high on its *base*, as much higher as its *top* takes."""
    rim = base.width + base.depth if build in BOXED else base.width
    return open_box(build, base, rim, high + top.rise, top.rise, top.top_zip)


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
