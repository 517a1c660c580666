"""The whole dress of a bag: everything on it but the cloth of its body."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from bagpattern.sewn.dress.bellows import bellows
from bagpattern.sewn.dress.bindings import bindings
from bagpattern.sewn.dress.buckles import buckles
from bagpattern.sewn.dress.closing import zipped
from bagpattern.sewn.dress.fittings import fittings
from bagpattern.sewn.dress.flap import flaps
from bagpattern.sewn.dress.frames import frames
from bagpattern.sewn.dress.ground import Ground
from bagpattern.sewn.dress.laid import laid, patch, resting, stitching
from bagpattern.sewn.dress.linings import facings, lined
from bagpattern.sewn.dress.on_base import on_base
from bagpattern.sewn.dress.opened import unrolled
from bagpattern.sewn.dress.piping import piping, zip_tabs
from bagpattern.sewn.dress.pleats import pleats
from bagpattern.sewn.dress.rims import channels, cord_straps, recessed
from bagpattern.sewn.dress.rolled import rolled
from bagpattern.sewn.dress.spanned import spanned
from bagpattern.sewn.dress.stitches import topstitching
from bagpattern.sewn.dress.straps import carried
from bagpattern.sewn.dress.tubes import round_tubes
from bagpattern.sewn.dress.untold import untold
from bagpattern.sewn.dress.webbing import webbings
from bagpattern.sewn.dress.wings import wings
from bagpattern.sewn.dress.woven import woven
from bagpattern.sewn.dress.zip_flaps import zip_flaps
from bagpattern.sewn.opening import can_be_opened, opened_seams
from bagpattern.values import replace

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import Stroke, Surface
    from bagpattern.sewn.body import Body
    from bagpattern.sewn.dress.ground import Copy
    from bagpattern.sewn.dress.path import Carried

Dress = tuple[tuple["Surface", ...], tuple["Stroke", ...], dict[str, str]]


class Still(NamedTuple):
    """What a bag wears however it is carried: the ``ground`` of its straps, what is on it, and the ids of all that.

    ``inner`` says whether one looks into it.
    """

    ground: Ground
    surfaces: tuple[Surface, ...]
    strokes: tuple[Stroke, ...]
    shown: frozenset[str]
    inner: bool


def still(pattern: Pattern, body: Body, opened: bool = False) -> Still:
    """What lies on the body and stands out from it, but no strap.

    The body of an *opened* bag wears its closures open; the inside is there where one looks into it.
    """
    looked_into = bool(body.rims) and (opened or not can_be_opened(pattern))
    ground, surfaces, strokes = _laid(Ground(body), opened, looked_into)
    for made, lines in (_zips(ground, opened), _stitched(ground)):
        surfaces += made
        strokes += lines
    sitting, seated = fittings(ground, opened)
    fastened, rows, buckled = buckles(ground, opened)
    labels, edges, named = woven(ground)
    inner, middles, zips = recessed(ground, opened)
    roll, spirals, closing = _roll(ground, opened)
    metal, backstitches, held = frames(ground)
    tubes, tied = round_tubes(ground)
    surfaces += [*sitting, *fastened, *labels, *inner, *roll, *metal, *tubes, *channels(ground), *zip_flaps(ground)]
    surfaces += [*piping(ground), *zip_tabs(ground), *bindings(ground, looked_into)]
    strokes += [*rows, *edges, *middles, *spirals, *backstitches]
    shown = frozenset(seated | buckled | named | zips | closing | held | tied)
    return Still(ground, tuple(surfaces), tuple(strokes), shown, looked_into)


def dressed(on: Still, carried_so: Carried | None = None) -> Dress:
    """What lies on a body and hangs from it: surfaces, lines, and what could not be shown, with the reason."""
    ground = replace(on.ground, carried=carried_so)
    hung = carried(ground)
    strips, rows, webbing = webbings(ground)
    strands, corded = cord_straps(ground, hung.rings)
    surfaces = *on.surfaces, *strips, *strands, *hung.surfaces
    shown = {*on.shown, *hung.taken, *webbing, *corded}
    notes = untold(ground, surfaces, shown, on.inner)
    notes |= {key: why for key, why in hung.notes.items() if key not in shown}
    return surfaces, (*on.strokes, *rows, *hung.strokes), dict(sorted(notes.items()))


def strapped(on: Still, carried_so: Carried) -> None:
    """Lead every strap that is worn, and make nothing: whoever gave the path learns what runs from where to where."""
    ground = replace(on.ground, carried=carried_so)
    hung = carried(ground)
    webbings(ground)
    cord_straps(ground, hung.rings)


def _roll(ground: Ground, opened: bool) -> tuple[list[Surface], list[Stroke], set[str]]:
    """What holds a roll, or hangs from the rim that is no roll any more."""
    if not opened:
        return rolled(ground)
    webbing, shown = unrolled(ground)
    return webbing, [], shown


def _laid(ground: Ground, opened: bool, inner: bool) -> tuple[Ground, list[Surface], list[Stroke]]:
    """The ground with all panels that lie on the body, hang over it or stand out from it."""
    surfaces: list[Surface] = []
    strokes: list[Stroke] = []
    caught: tuple[Copy, ...] = ()
    if inner:
        ground, caught = resting(lined(ground), inner=True)
        ground, surfaces, strokes = spanned(ground)
        for cloths, edges in (facings(ground), on_base(ground)):
            surfaces += cloths
            strokes += edges
    ground, held = laid(ground)
    ground, more = resting(ground)
    for key in (*caught, *more):
        cloth, edge = patch(ground, key)
        surfaces.append(cloth)
        strokes.append(edge)
    for key, seam in held.items():
        cloth, edge = patch(ground, key)
        surfaces.append(cloth)
        strokes += [edge, *stitching(ground, key, seam, 0.6), *pleats(ground, key)]
    ground, boxes, edges = bellows(ground)
    surfaces += boxes
    strokes += edges
    for lay in (partial(flaps, worn=tuple(surfaces), opened=opened), wings):
        ground, cloths, edges = lay(ground)
        surfaces += cloths
        strokes += edges
    return ground, surfaces, strokes


def _zips(ground: Ground, opened: bool) -> tuple[list[Surface], list[Stroke]]:
    surfaces: list[Surface] = []
    strokes: list[Stroke] = []
    apart = opened_seams(ground.draft) if opened else ()
    for seam in ground.draft.seams:
        if seam.zip:
            made, lines = zipped(ground, seam, seam.zip, seam.id in apart)
            surfaces += made
            strokes += lines
    return surfaces, strokes


def _stitched(ground: Ground) -> tuple[list[Surface], list[Stroke]]:
    """The topstitching of all panels that can be seen."""
    strokes: list[Stroke] = []
    for panel in ground.draft.panels:
        for copy in range(1, panel.count + 1):
            if ground.has(panel.id, copy):
                strokes += topstitching(ground, panel, copy)
    return [], strokes
