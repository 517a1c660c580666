"""How the two layers of a wall are joined: along its top, by a zip, or all round; turned, and topstitched."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.catalog.notions import ZIPS
from bagpattern.model.draft import Draft
from bagpattern.model.operation import Operation, Verb, done, sew, task
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.parts.compartments import NO_ZIP, second_layer, turned_at_top
from bagpattern.parts.sewing.edging import flattened
from bagpattern.parts.sewing.joinery import cut_seam
from bagpattern.parts.sewing.zips import side_zip
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Said
from bagpattern.values import replace
from bagpattern.words import words

GAP = 120.0
"""mm left open in the base to turn a wall through, or half of that: a hand and its padding [K]."""
_TURNED = {"left": "right", "right": "left"}


def closed(
    wall: Panel, called: Said, zip_size: str, free: tuple[str, ...], shop: Workshop, hung: bool = False
) -> Draft:
    """The seams between the two layers: over the top, by a zip if one is asked for, and down their *free* edges.

    Of a *hung* wall nothing else holds the base: it is sewn as well, before the layers are turned.
    """
    title, layers = words("Close the {name}", name=called), _layers(wall)
    base = (Seam(f"{wall.id} base", *both(wall, ("bottom",))),) if hung else ()
    if zip_size == NO_ZIP:
        top = Seam(f"{wall.id} top", *both(wall, (*free[1:], "top", *free[:1])))
        told = _OVER_THE_SIDES if free else _OVER_BOTH_ENDS if hung else _OVER_THE_TOP
        making = turned_at_top(shop, (wall.material,), layers, sew(top.id, *(each.id for each in base), how=told))
        return Draft(seams=(top, *base), tasks=(task(title, *making),))
    zip_seam = Seam(f"{wall.id} zip", *both(wall, ("top",)), SeamKind.ZIP, zip=f"{wall.id} zip", marked=True)
    sides = tuple(Seam(f"{wall.id} {name}", *both(wall, (name,))) for name in free)
    length, told = wall.edge("top").length, words("{name} zip", name=called)
    bought = side_zip(f"{wall.id} zip", ZIPS[zip_size], length, told)
    closing = task(title, *_zipped(wall, zip_seam, sides, base, shop))
    return Draft(seams=(zip_seam, *sides, *base), notions=bought, tasks=(closing,))


def closed_round(wall: Panel, called: Said, zip_size: str, shop: Workshop) -> tuple[Draft, tuple[str, ...]]:
    """Both layers joined all round; and the id of the gap that is left to turn them through, where there is no zip."""
    layers = Draft((wall, replace(second_layer(wall), lines=wall.lines)))
    if zip_size != NO_ZIP:
        return layers + closed(wall, called, zip_size, ("left", "bottom", "right"), shop), ()
    base = Seam(f"{wall.id} base", *_facing(wall, ("bottom",)))
    length = wall.edge("bottom").length
    wide = min(GAP, length / 2)
    before, gap, after = cut_seam(layers, base, (length - wide) / 2, (length + wide) / 2)
    top = Seam(f"{wall.id} top", *_facing(wall, ("right", "top", "left")))
    sewing = sew(before.id, top.id, after.id, how=_ALL_ROUND)
    making = turned_at_top(shop, (wall.material,), _layers(wall), sewing)
    seams = (before, top, after, replace(gap, kind=SeamKind.GAP))
    return layers + Draft(seams=seams, tasks=(task(words("Close the {name}", name=called), *making),)), (gap.id,)


def both(wall: Panel, names: tuple[str, ...]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The same edges of both layers."""
    a, b = (tuple(Run(layer, name) for name in names) for layer in _layers(wall))
    return a, b


def _facing(wall: Panel, names: tuple[str, ...]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The edges of one layer, and what of the other lies on them: its left is on the right, and runs the other way."""
    one, other = _layers(wall)
    turned = (Run(other, _TURNED.get(name, name), reversed=True) for name in names)
    return tuple(Run(one, name) for name in names), tuple(turned)


def _layers(wall: Panel) -> tuple[str, str]:
    return wall.id, f"{wall.id}-back"


def _zipped(
    wall: Panel, zip_seam: Seam, sides: tuple[Seam, ...], base: tuple[Seam, ...], shop: Workshop
) -> Iterator[Operation]:
    """A layer on each tape of the zip, and the free sides or the base."""
    layers = _layers(wall)
    yield sew(zip_seam.id, how=_ON_THE_TAPES)
    pressed = words("Press both layers away from the zip.")
    creased = words("Fold both layers away from the zip, and crease them.")
    yield flattened(shop, (wall.material,), pressed, creased, *layers, seams=(zip_seam.id,))
    far = shop.finishing.topstitch
    told = words("Topstitch {beside} beside each fold.", beside=Length(far))
    yield replace(done(Verb.TOPSTITCH, told, *layers, beside=far), seams=(zip_seam.id,))
    if sides:
        yield sew(*(each.id for each in sides), how=_UP_TO_THE_ZIP)
    if base:
        yield sew(*(each.id for each in base), how=_ALONG_THE_BASE)
    yield done(Verb.FOLD, words("Turn the layers right side out, wrong sides together."), *layers)


_OVER_THE_TOP = words("Lay both layers right sides together and sew them along the top.")
_OVER_BOTH_ENDS = words("Lay both layers right sides together and sew them along the top and along the base.")
_OVER_THE_SIDES = words("Lay both layers right sides together and sew them along the top and the free sides.")
_ALL_ROUND = words(
    "Lay both layers right sides together and sew them all round. Leave the gap in the base open, and back-tack at "
    "both of its ends."
)
_ON_THE_TAPES = words(
    "Lay the zip face down on the right side of one layer, along its top, and sew along the tape. Sew the other layer "
    "to the other tape in the same way."
)
_UP_TO_THE_ZIP = words(
    "Open the zip. Right sides together, sew the free sides up to it; back-tack over the ends of its tape."
)
_ALONG_THE_BASE = words("Right sides together, sew both layers along the base.")
