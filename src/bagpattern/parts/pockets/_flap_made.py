"""How the flap of a pocket is made, of one layer or of two that are turned, and sewn on above the pocket."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.model.edge import Edge, Finish
from bagpattern.model.operation import Operation, Sheet, Verb, done, sew
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Run, Seam
from bagpattern.parts.sewing.edging import flattened, lapped, trimmed
from bagpattern.parts.sewing.flaps import FlapShape
from bagpattern.parts.workshop import Workshop
from bagpattern.said import NOTHING, Length, Said
from bagpattern.values import replace
from bagpattern.words import words

_HINGE, _ENCLOSED = 6.0, 8.0
"""mm to which the allowance is trimmed at a flap's hinge, and from the fold to what encloses that [K]."""


def deep_flap(flap: FlapShape) -> Said:
    """What it is called where it is at fault."""
    return words("a flap {depth} deep", depth=Length(flap.depth))


def flap_layers(shop: Workshop, flap: str, title: Said, shape: FlapShape, slots: tuple[str, ...]) -> tuple[Panel, ...]:
    """The flap of that id, and behind it its inner layer, if there are two *slots*: without one its edges are raw."""
    lined = len(slots) > 1
    top = Edge("top", shape.hinge) if lined else lapped(shop, "top", shape.hinge, slots[0])
    free = tuple(Edge(name, path, Finish.SEAM if lined else Finish.RAW) for name, path in shape.free)
    edges = (*(edge for edge in free if edge.name != "left"), top, free[0])
    note = NOTHING if lined else words("leave its edges raw")
    outer = Panel(flap, title.capitalize(), slots[0], Role.POCKET, edges, note=note)
    back = words("{title} back", title=title).capitalize()
    return outer, *(replace(outer, id=f"{flap}-back", title=back, material=slot) for slot in slots[1:])


def closing_seams(pocket: str, panels: tuple[Panel, ...]) -> tuple[Seam, ...]:
    """A pocket's flap to its inner layer, if it has one, round its free edges."""
    if len(panels) < 2:
        return ()
    free = [edge.name for edge in panels[0].edges if edge.name not in ("top", "left")]
    a, b = (tuple(Run(panel.id, name) for name in ("left", *free)) for panel in panels)
    return (Seam(f"{pocket} flap", a, b),)


def flap_made(
    shop: Workshop, slots: tuple[str, ...], flap: str, shape: FlapShape, closing: tuple[Seam, ...]
) -> Iterator[Operation]:
    """The panel *flap* of that *shape*, turned with its back where seams are *closing* it, and topstitched."""
    if closing:
        layers = flap, f"{flap}-back"
        seams = tuple(seam.id for seam in closing)
        yield sew(*seams, how=_FACED)
        free = [path for _, path in shape.free]
        yield replace(trimmed(free), seams=seams, pieces=tuple(map(Sheet, layers)))
        yield done(Verb.FOLD, words("Turn the flap right side out, and push out its edge."), *layers)
        yield flattened(shop, slots, _PRESSED, _CREASED, *layers)
    around = words("Topstitch the flap {beside} from its free edges.", beside=Length(shop.finishing.topstitch))
    yield done(Verb.TOPSTITCH, around, flap)


def flap_hung(
    shop: Workshop, slots: tuple[str, ...], flap: str, closing: tuple[Seam, ...], hinge: Seam
) -> Iterator[Operation]:
    """The flap sewn on along its *hinge*, and folded down over that where it has a raw edge to hide."""
    if not closing:
        yield sew(hinge.id, how=words("Lay the flap on its line, right side up, and stitch it twice along the top."))
        return
    yield sew(hinge.id, how=_HINGED)
    yield done(Verb.TRIM, words("Trim the allowance to {left}.", left=Length(_HINGE)), flap, beside=_HINGE)
    pressed, creased = words("Press the flap down over it."), words("Fold the flap down over it, and crease it.")
    yield flattened(shop, slots, pressed, creased, flap)
    again = words(
        "Topstitch {beside} from the fold, which encloses the raw edge; back-tack both ends.", beside=Length(_ENCLOSED)
    )
    yield done(Verb.TOPSTITCH, again, flap, beside=_ENCLOSED)


_FACED = words("Lay flap and back right sides together, and sew round the free edges; leave the top open.")
_HINGED = words(
    "Lay the flap above the pocket, its right side on the panel and its raw edge toward the pocket, and sew it on its "
    "line; back-tack both ends."
)
_PRESSED, _CREASED = words("Press the flap flat."), words("Crease the edge of the flap with your fingers.")
