"""How edges that show are finished: the rims of pockets, and the edges of what is sewn on to a face.

Cloth is hemmed and turned under. Leather, vinyl and felt keep their raw edges: the stitching lies a little inside, so a
panel of theirs ends on that stitching, and what lies beyond it to the raw edge is its allowance [construction 7.12].
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from bagpattern.geometry.path import Path, joined
from bagpattern.geometry.points import turn
from bagpattern.geometry.segments import Arc, Straight
from bagpattern.geometry.shapes import Sides
from bagpattern.lengths import over
from bagpattern.model.edge import Edge, Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import BINDING, Operation, Verb, done
from bagpattern.parts.workshop import Workshop
from bagpattern.said import NOTHING, Length, Said
from bagpattern.values import replace
from bagpattern.words import form, words

AROUND = ("left", "bottom", "right")
"""A pocket's edges in the order in which they are sewn on: down, along the base, and up."""
OTHER_EDGES = words("sides and base")
"""Of a patch, beside its rim."""
BAR_TACKS = words("Begin and end at the top with a bar-tack.")
"""Where a pocket's mouth tears at its ends [construction 4.2]."""
EASED = 0.01
"""Of a hem: how much too long or too short its edge may be for what it is turned on to [construction 1.5, K]."""
_CORNER = math.radians(30)
"""From this turn on an allowance folds on itself when it is turned [K]."""
TURNED = 5.0
"""mm to which the allowance round a flap is trimmed, so that it lies flat in the turned edge [K]."""


def trimmed(paths: Sequence[Path]) -> Operation:
    """The allowance round a flap trimmed before it is turned, along those *paths* from end to end: what curves is
    notched, and corners are cut off.
    """
    segments = joined(paths).segments
    curves = not all(isinstance(each, Straight) for each in segments)
    corners = any(abs(turn(one.arriving, other.leaving)) > _CORNER for one, other in pairwise(segments))
    return Operation(Verb.TRIM, words(_TRIMMED[curves, corners], left=Length(TURNED)), beside=TURNED)


_TRIMMED = {
    (True, False): form("Trim the allowance to {left}, and notch it where it curves."),
    (False, True): form("Trim the allowance to {left}, and cut the corners off close to the stitching."),
    (True, True): form(
        "Trim the allowance to {left}, notch it where it curves, and cut the corners off close to the stitching."
    ),
    (False, False): form("Trim the allowance to {left}."),
}
"""By whether it curves, and whether it has corners."""


def rim(shop: Workshop, name: str, path: Path, slot: str, allowance: float | None = None) -> Edge:
    """The open edge of a pocket cut from the material in *slot*; a given *allowance* in mm is always turned over."""
    if allowance is None and shop.hem(slot) == "raw":
        return Edge(name, path, Finish.RAW)
    return Edge(name, path, Finish.HEM, allowance=shop.hem_allowance(slot) if allowance is None else allowance)


def rim_done(shop: Workshop, slot: str, *panels: str, allowance: float | None = None) -> tuple[Operation, ...]:
    """What is done to such edges of *panels*, at their top; nothing where it stays raw."""
    if allowance is None and shop.hem(slot) == "raw":
        return ()
    how, turned = rim_words(shop, slot, allowance), _turned(shop, slot, allowance)
    return (hem(how, turned, _first(shop, slot, turned), *panels, heat=irons(shop, slot)),)


def hem(how: Said, turned: float, first: float, *panels: str, heat: bool = False) -> Operation:
    """*turned* mm of *panels* turned over, the *first* of them beforehand, if any."""
    return replace(done(Verb.HEM, how, *panels, heat=heat), turns=turns_of(turned, first))


def turns_of(turned: float, first: float) -> tuple[float, ...]:
    """mm of each turn of a hem of *turned* mm."""
    return (first, turned - first) if first else (turned,)


def rim_words(shop: Workshop, slot: str, allowance: float | None = None) -> Said:
    """The same, as a sentence; cloth that frays is turned twice."""
    turned = _turned(shop, slot, allowance)
    return turned_words(shop, slot, _first(shop, slot, turned), turned)


def turned_words(shop: Workshop, slot: str, first: float, turned: float, of_bag: bool = False) -> Said:
    """How so many mm of a hem are turned over, the *first* of them beforehand, if any; of a pocket, or *of_bag*."""
    which = of_bag, irons(shop, slot)
    if not first:
        return words(_ONCE[which], turned=Length(turned))
    return words(_TWICE[which], first=Length(first), second=Length(turned - first))


def _turned(shop: Workshop, slot: str, allowance: float | None) -> float:
    return shop.hem_allowance(slot) if allowance is None else allowance


def _first(shop: Workshop, slot: str, turned: float) -> float:
    return turned / 3 if shop.hem(slot) == "double" else 0.0


def lies_flat(turned: float, paths: Sequence[Path]) -> bool:
    """Whether a hem of *turned* mm lies flat along all of the *paths*, or nearly: its edge is cut on the other side of
    a curve, and shorter or longer than what it comes to lie on by a full turn for twice its width.
    """
    turns = sum(abs(each.sweep) for path in paths for each in path.segments if isinstance(each, Arc))
    return not over(2 * turned * turns, EASED * sum(path.length for path in paths))


def finished_rim(shop: Workshop, slot: str, paths: Sequence[Path]) -> tuple[Finish, Said, Operation]:
    """The rim of a bag without a lining, along those *paths*: its finish, what making it is called, and how it is made.

    It is hemmed, or bound where a hem would not lie flat; what is to stay raw is topstitched.
    """
    if shop.hem(slot) == "raw":
        beside = Length(shop.finishing.topstitch)
        along = words("Leave the rim raw, and topstitch it all round, {beside} from its edge.", beside=beside)
        return Finish.RAW, words("Topstitch the rim"), done(Verb.TOPSTITCH, along)
    turned = shop.hem_allowance(slot)
    if not lies_flat(turned, paths):
        round_it = words("Fold the tape over the rim, and stitch close to its edge, through all layers.")
        return Finish.BOUND, words("Bind the rim"), done(Verb.BIND, round_it, notions=(BINDING,))
    first = _first(shop, slot, turned)
    how = turned_words(shop, slot, first, turned, of_bag=True)
    return Finish.HEM, words("Hem the rim"), hem(how, turned, first, heat=irons(shop, slot))


_TWICE = {
    (False, True): form(
        "Turn the top to the wrong side by {first}, then by {second}; press, and topstitch close to the inner fold."
    ),
    (False, False): form(
        "Turn the top to the wrong side by {first}, then by {second}; hold it with clips, and topstitch close to the "
        "inner fold."
    ),
    (True, True): form(
        "Turn the rim to the wrong side by {first}, then by {second}; press, and topstitch close to the inner fold."
    ),
    (True, False): form(
        "Turn the rim to the wrong side by {first}, then by {second}; hold it with clips, and topstitch close to the "
        "inner fold."
    ),
}
_ONCE = {
    (False, True): form(
        "Turn the top to the wrong side once, by {turned}; press, and topstitch it close to its raw edge."
    ),
    (False, False): form(
        "Turn the top to the wrong side once, by {turned}; hold it with clips, and topstitch it close to its raw edge."
    ),
    (True, True): form(
        "Turn the rim to the wrong side once, by {turned}; press, and topstitch it close to its raw edge."
    ),
    (True, False): form(
        "Turn the rim to the wrong side once, by {turned}; hold it with clips, and topstitch it close to its raw edge."
    ),
}
"""Of a pocket's top, or of the bag's own rim, where both are, and whether it may be ironed."""


def irons(shop: Workshop, *slots: str) -> bool:
    """Whether the materials in those slots, where they are in use, all bear an iron."""
    return all(shop.materials[slot].iron != "no" for slot in slots if slot in shop.materials)


def flattened(
    shop: Workshop, slots: tuple[str, ...], pressed: Said, creased: Said, *panels: str, seams: tuple[str, ...] = ()
) -> Operation:
    """Panels that are *pressed*, at *seams* if any are named; *creased* where a material in *slots* bears no iron."""
    heat = irons(shop, *slots)
    operation = done(Verb.PRESS if heat else Verb.FOLD, pressed if heat else creased, *panels, heat=heat)
    return replace(operation, seams=seams, crease=creased)


def lap_done(shop: Workshop, slot: str, panel: str, edges: Said) -> tuple[Operation, ...]:
    """What is done to edges of a *panel* before they are sewn on to a face; nothing where they stay raw."""
    if shop.lap(slot):
        return ()
    pressed = words("Press {edges} to the wrong side along the stitching line.", edges=edges)
    creased = words("Crease {edges} to the wrong side along the stitching line, and clip the fold.", edges=edges)
    return (flattened(shop, (slot,), pressed, creased, panel),)


def sewn_on_words(shop: Workshop, slot: str, edges: Said, host: Said) -> Said:
    """How a part is sewn on to a face along those *edges*, as a sentence."""
    lap = shop.lap(slot)
    if lap:
        how = form("Lay it on its line on the {host}, right side up, and topstitch {edges} {lap} inside the raw edge.")
        return words(how, host=host, edges=edges, lap=Length(lap))
    how = form("Lay it on its line on the {host}, right side up, and topstitch {edges} close to the fold.")
    return words(how, host=host, edges=edges)


def lapped(shop: Workshop, name: str, path: Path, slot: str) -> Edge:
    """An edge that is sewn on to a face: turned under with the seam allowance, or raw beyond its stitching."""
    return Edge(name, path, allowance=shop.lap(slot) or None)


def patch_edges(shop: Workshop, sides: Sides, slot: str) -> tuple[Edge, Edge, Edge, Edge]:
    """Round a pocket that is hemmed at its top and sewn on along its other edges."""
    return (
        lapped(shop, "bottom", sides.bottom, slot),
        lapped(shop, "right", sides.right, slot),
        rim(shop, "top", sides.top, slot),
        lapped(shop, "left", sides.left, slot),
    )


def placement(name: str, lap: float, inside: Callable[[float], Path], title: Said = NOTHING) -> tuple[Line, ...]:
    """The lines on a face along which a part is sewn on: its edge; if that is raw, the stitching and the edge.

    ``inside`` gives the part's outline so many mm inside its edge; the line of that *name*, which is the id of its
    panel, and of that *title* is the one to sew along.
    """
    if not lap:
        return (Line(name, inside(0.0), LineKind.PLACEMENT, title, holds=name),)
    sewn = Line(name, inside(lap), LineKind.STITCH, title, holds=name)
    edge = words("{name} edge", name=sewn.told)
    return sewn, Line(f"{name} edge", inside(0.0), LineKind.PLACEMENT, edge)


def lap_words(shop: Workshop, slot: str, edges: Said) -> Said:
    """What is done to such *edges*, to begin a sentence with."""
    lap = shop.lap(slot)
    if not lap:
        return words("turn {edges} under", edges=edges)
    return words("leave {edges} raw, stitching {lap} inside", edges=edges, lap=Length(lap))
