"""How the flap of a pocket is made, of one layer or of two that are turned, and sewn on above the pocket."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.model.operation import Operation, Sheet, Verb, done, sew
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Run, Seam
from bagpattern.parts.closing.flaps import FlapShape
from bagpattern.parts.sewing.edging import flattened
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Said
from bagpattern.words import english, words


def deep_flap(flap: FlapShape) -> Said:
    """What it is called where it is at fault."""
    return english("a flap {depth} deep", depth=Length(flap.depth))


def closing_seams(pocket: str, panels: tuple[Panel, ...]) -> tuple[Seam, ...]:
    """A pocket's flap to its inner layer, if it has one, round its free edges."""
    if len(panels) < 2:
        return ()
    free = [edge.name for edge in panels[0].edges if edge.name not in ("top", "left")]
    a, b = (tuple(Run(panel.id, name) for name in ("left", *free)) for panel in panels)
    return (Seam(f"{pocket} flap", a, b),)


def flap_made(shop: Workshop, slots: tuple[str, ...], flap: str, closing: tuple[Seam, ...]) -> Iterator[Operation]:
    """The panel *flap*, turned with its back where seams are *closing* it, and topstitched."""
    if closing:
        layers = flap, f"{flap}-back"
        seams = tuple(seam.id for seam in closing)
        yield sew(*seams, how=_FACED)
        trim = words("Trim the allowance to {5 mm}, and notch it where it curves.")
        yield Operation(Verb.TRIM, trim, seams, tuple(map(Sheet, layers)))
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
    yield done(Verb.TRIM, words("Trim the allowance to {6 mm}."), flap)
    pressed, creased = words("Press the flap down over it."), words("Fold the flap down over it, and crease it.")
    yield flattened(shop, slots, pressed, creased, flap)
    again = words("Topstitch {8 mm} from the fold, which encloses the raw edge; back-tack both ends.")
    yield done(Verb.TOPSTITCH, again, flap)


_FACED = words("Lay flap and back right sides together, and sew round the free edges; leave the top open.")
_HINGED = words(
    "Lay the flap above the pocket, its right side on the panel and its raw edge toward the pocket, and sew it on its "
    "line; back-tack both ends."
)
_PRESSED, _CREASED = words("Press the flap flat."), words("Crease the edge of the flap with your fingers.")
