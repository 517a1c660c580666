"""A flap over a zip: a strip folded along its length, caught in the zip's seam on one side, that keeps rain out.

As the published backpack's, whose strips are 50 mm wide, 15 mm of which cover each zip [S: jk-kanken]. Along a zip that
curves it is no folded strip, but cut to the curve.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bagpattern.catalog.notions import Zip
from bagpattern.errors import Problem
from bagpattern.geometry.path import joined, line_path
from bagpattern.geometry.shapes import rectangle
from bagpattern.lengths import under
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import Operation, Sheet, Task, Verb, Where, done, task
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run
from bagpattern.parameters import measure
from bagpattern.parts.part import refusal
from bagpattern.parts.sewing.curved_flaps import Curved, curved_flap, held_in
from bagpattern.parts.sewing.joinery import catching
from bagpattern.parts.workshop import Workshop
from bagpattern.proposals import make_it
from bagpattern.said import Length, Said
from bagpattern.words import words

FLAP = "zip-flap", words("zip flap")
"""The id and the title of that of the main zip."""
BESIDE_END = 10.0
"""mm of the zip's seam beyond each end of its flap, which stays out of the bulk of the seams across it [K]."""
TURNED = 10.0
"""mm that each end of the strip is turned in before it is folded [K]."""


def flap_declared() -> Any:
    """The parameter for a flap over a zip."""
    return measure(
        None,
        "8 mm",
        "40 mm",
        "of a strip over the zip, finished, caught along its upper edge or the face that opens; left out: none",
    )


def flap_misfits(
    of: object, bag: Draft, zip_seam: str, chain: Zip, wide: float | None, shop: Workshop
) -> Iterator[Problem]:
    """A flap that does not cover its zip, or goes round none of its curves. *of* declares it as ``flap``."""
    if wide is None:
        return
    fault = _along(bag, zip_seam, chain).fault(wide, shop.seam_allowance)
    if under(wide, chain.gap):
        short = words("covers less than the {gap} of the zip that show", gap=Length(chain.gap))
        yield refusal("flap", words("{fault}: {mend}", fault=short, mend=make_it(of, "flap", least=chain.gap)))
    elif fault is not None:
        yield refusal("flap", fault)


def with_flap(bag: Draft, zip_seam: str, chain: Zip, wide: float, named: tuple[str, Said], shop: Workshop) -> Draft:
    """*bag* with a flap *wide* mm wide, of that id and title, caught in the zip's seam on side a."""
    zipped, length = _along(bag, zip_seam, chain), bag.side_length(bag.seam(zip_seam).a) - 2 * BESIDE_END
    if zipped.bends:
        bag = bag + curved_flap(zipped, wide, named, shop)
        return catching(bag, zip_seam, *held_in(bag[named[0]], BESIDE_END, length))
    strip = _strip(named, length, wide, zipped.cloth + chain.gap / 2)
    outer, inner = Run(strip.id, "outer", reversed=True), Run(strip.id, "inner")
    bag = bag + Draft((strip,), tasks=(_made(strip, shop),))
    return catching(bag, zip_seam, Caught((outer,), BESIDE_END), Caught((inner,), BESIDE_END))


def _along(bag: Draft, zip_seam: str, chain: Zip) -> Curved:
    """Side a of the zip, short of the ends of a flap."""
    side = bag.seam(zip_seam).a
    edges = [(bag[run.panel].edge(run.on), bag.span(run)) for run in (side[::-1] if side[0].reversed else side)]
    centre = joined(edge.path.part(*span) for edge, span in edges)
    return Curved(centre.part(BESIDE_END, centre.length - BESIDE_END), chain.gap, edges[0][0].allowance or 0.0)


def _strip(named: tuple[str, Said], length: float, wide: float, allowance: float) -> Panel:
    """Its long edges are stitched where the zip's needle goes, half of the zip beside its middle."""
    sides = rectangle(length, 2 * wide)
    edges = (
        Edge("outer", sides.bottom, allowance=allowance),
        Edge("right end", sides.right, Finish.HEM, allowance=TURNED),
        Edge("inner", sides.top, allowance=allowance),
        Edge("left end", sides.left, Finish.HEM, allowance=TURNED),
    )
    fold = Line("fold", line_path(complex(0, wide), complex(length, wide)), LineKind.FOLD)
    return Panel(named[0], named[1].capitalize(), "shell", Role.CLOSURE, edges, (fold,), layers=1)


def _made(strip: Panel, shop: Workshop) -> Task:
    heat = shop.materials["shell"].iron != "no"
    named, turned = strip.title.lower(), Length(TURNED)
    ends = words("Turn both ends of the {strip} to the wrong side by {turned}.", strip=named, turned=turned)
    press = words("Press it in two along its length, wrong side inside.")
    crease = words("Crease it in two along its length, wrong side inside, and clip it.")
    beside = words("Topstitch its ends and its fold {beside} from the edge.", beside=Length(shop.finishing.topstitch))
    hemmed = tuple(Where(strip.id, 0, end) for end in ("right end", "left end"))
    return task(
        words("Make the {strip}", strip=named),
        Operation(Verb.HEM, ends, pieces=(Sheet(strip.id),), on=hemmed),
        done(Verb.FOLD, press if heat else crease, strip.id, heat=heat),
        done(Verb.TOPSTITCH, beside, strip.id),
    )
