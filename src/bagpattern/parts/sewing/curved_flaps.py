"""A flap over a zip that curves: a strip cut twice along the curve, sewn round its free edges, turned, and caught.

It is drawn as it lies on the bag, its held edge where the zip's needle goes. Along an outward curve, and round a square
corner, its free edge is longer than that, so no folded strip would lie there: it is faced, as shaped edges are
[construction 2.14, D].
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bagpattern.geometry.measure import tightest_radii
from bagpattern.geometry.path import Path, line_path
from bagpattern.geometry.points import meet, turn
from bagpattern.geometry.segments import Segment, Straight
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge
from bagpattern.model.operation import CLIPPED_TO, Operation, Sheet, Task, Verb, Where, sew, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam
from bagpattern.parts.sewing.edging import flattened, trimmed
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Said
from bagpattern.values import replace, value
from bagpattern.words import form, words

HELD, FREE = "held", ("start", "edge", "end")
LAYERS = (1, 2)
"""The copies of its piece: one is cut in mirror image, and lies below the other."""
_STRAIGHT = 1e-6
"""Radians that are no bend."""
_AROUND = 1.0
"""mm on either side of a corner that are called its place."""
_CLIPS = {
    (True, False): form("Clip the allowance of the {piece} where the seam curves, {1 mm} short of the stitching."),
    (False, True): form(
        "Clip the allowance of the {piece} once at each corner, {1 mm} short of the stitching, to pivot there."
    ),
    (True, True): form(
        "Clip the allowance of the {piece} where the seam curves, and once at each corner, to pivot there; each "
        "clip ends {1 mm} short of the stitching."
    ),
}
"""By whether it has curves, and corners."""


@value
class Curved:
    """The ``centre`` line of a zip, how much of it shows in a ``gap``, and the ``cloth`` beyond its middle, in mm.

    The zip's own panel lies on the left of the line.
    """

    centre: Path
    gap: float
    cloth: float

    @property
    def bends(self) -> bool:
        """Whether a folded strip does not follow it."""
        return not all(isinstance(each, Straight) for each in self.centre.segments) or bool(self.corners)

    @property
    def corners(self) -> list[tuple[Segment, Segment]]:
        """What meets where it turns at once."""
        return [each for each in pairwise(self.centre.segments) if _turned(*each)]

    def fault(self, wide: float, allowance: float) -> Said | None:
        """Why no flap *wide* mm wide goes along it, with the least radius; *allowance* mm are at its free edge."""
        if not all(isinstance(each, Straight) for corner in self.corners for each in corner):
            return words("turns no corner at the end of a curve: leave this out")
        inward = wide - self.gap / 2 + allowance
        for radius in tightest_radii(self.centre):
            least = self._outward if radius > 0 else inward
            if under(abs(radius), least):
                fault = form(
                    "does not turn its allowance in a curve of {radius}: leave it out, or make that {least} or more"
                )
                return words(fault, radius=Length(abs(radius)), least=Length(least))
        return None

    @property
    def _outward(self) -> float:
        """mm: the tightest curve of the zip inside of which the flap's allowance has room."""
        return self.gap + self.cloth

    def beside(self, aside: float) -> Path:
        """The line *aside* mm to the right of the zip's middle, mitred at its corners."""
        parts = [part for segment in self.centre.segments for part in segment.offset(aside)]
        for place, (one, other) in enumerate(pairwise(parts)):
            if _turned(one, other):
                at = meet(one.start, one.leaving, other.start, other.leaving) or one.end
                parts[place], parts[place + 1] = Straight(parts[place].start, at), Straight(at, other.end)
        return Path(tuple(parts))


def curved_flap(zipped: Curved, wide: float, named: tuple[str, Said], shop: Workshop) -> Draft:
    """The flap *wide* mm wide beside the needle's line, of that id and title, and how it is made."""
    flap, title = named
    held, edge = zipped.beside(-zipped.gap / 2), zipped.beside(wide - zipped.gap / 2)
    edges = (
        Edge(HELD, held.reversed(), allowance=zipped.cloth + zipped.gap / 2),
        Edge("start", line_path(held.start, edge.start)),
        Edge("edge", edge),
        Edge("end", line_path(edge.end, held.end)),
    )
    panel = Panel(flap, title.capitalize(), "shell", Role.CLOSURE, edges, count=2, mirrored=1)
    a, b = (tuple(Run(flap, name, copy=copy) for name in FREE) for copy in LAYERS)
    closing = Seam(f"{flap} edge", a, b)
    return Draft((panel,), (closing,), tasks=(_made(panel, closing, shop),))


def held_in(flap: Panel, at: float, length: float) -> Iterator[Caught]:
    """Both layers of the *flap* in *length* mm of the zip's seam, from *at* on; the needle's line may be shorter."""
    ease = flap.edge(HELD).length - length
    return (Caught((Run(flap.id, HELD, reversed=True, copy=copy),), at, ease) for copy in LAYERS)


def _turned(one: Segment, other: Segment) -> bool:
    return abs(turn(one.arriving, other.leaving)) > _STRAIGHT


def _bends(flap: Panel) -> tuple[bool, bool]:
    """Whether the held edge has curves, and corners."""
    segments = flap.edge(HELD).path.segments
    return not all(isinstance(each, Straight) for each in segments), any(_turned(*each) for each in pairwise(segments))


def _clipped(flap: Panel) -> Iterator[Where]:
    """Where the held edge of the upper layer curves or turns: its allowance has to spread along the zip there."""
    path = flap.edge(HELD).path
    ends = [0.0, *path.joints, path.length]
    for segment, (low, high) in zip(path.segments, pairwise(ends), strict=True):
        if not isinstance(segment, Straight):
            yield Where(flap.id, LAYERS[0], HELD, low, high)
    for (one, other), at in zip(pairwise(path.segments), path.joints, strict=True):
        if _turned(one, other):
            yield Where(flap.id, LAYERS[0], HELD, at - _AROUND, at + _AROUND)


def _made(flap: Panel, closing: Seam, shop: Workshop) -> Task:
    named, layers = flap.title.lower(), tuple(Sheet(flap.id, copy) for copy in LAYERS)
    around = words("Lay both layers right sides together, and sew round the outer edge and both ends.")
    clips = words(_CLIPS[_bends(flap)], piece=named)
    trim = trimmed([flap.edge(name).path for name in FREE])
    turned = words("Turn the flap right side out, and push out its edge.")
    pressed, creased = words("Press the flap flat."), words("Crease the edge of the flap with your fingers.")
    beside = words("Topstitch the flap {beside} from its free edges.", beside=Length(shop.finishing.topstitch))
    return task(
        words("Make the {strip}", strip=named),
        sew(closing.id, how=around),
        Operation(Verb.CLIP, clips, pieces=layers, on=tuple(_clipped(flap)), beside=CLIPPED_TO),
        replace(trim, seams=(closing.id,), pieces=layers),
        Operation(Verb.FOLD, turned, pieces=layers),
        flattened(shop, (flap.material,), pressed, creased, flap.id),
        Operation(Verb.TOPSTITCH, beside, pieces=layers, on=tuple(Where(flap.id, 1, name) for name in FREE)),
    )
