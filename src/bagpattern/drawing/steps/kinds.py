"""Which figures there are for each verb, in the order in which they are tried; the sewn bag is the last of all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bagpattern.drawing.steps.backed import backed
from bagpattern.drawing.steps.bag import bag
from bagpattern.drawing.steps.behind import behind
from bagpattern.drawing.steps.between import between, spread
from bagpattern.drawing.steps.boarded import boarded
from bagpattern.drawing.steps.bound import bound
from bagpattern.drawing.steps.boxed import boxed
from bagpattern.drawing.steps.capped import capped, folded_out
from bagpattern.drawing.steps.caught import caught
from bagpattern.drawing.steps.channelled import channelled
from bagpattern.drawing.steps.clipped import clipped_on
from bagpattern.drawing.steps.closed import closed
from bagpattern.drawing.steps.closed_in import closed_in
from bagpattern.drawing.steps.collared import collared
from bagpattern.drawing.steps.corded import corded, linked
from bagpattern.drawing.steps.covered import covered
from bagpattern.drawing.steps.curved import curved
from bagpattern.drawing.steps.darted import darted
from bagpattern.drawing.steps.drawn_cords import drawn_cords
from bagpattern.drawing.steps.edged import edged
from bagpattern.drawing.steps.elastic import elastic
from bagpattern.drawing.steps.ended import ended
from bagpattern.drawing.steps.folded_in import folded_in
from bagpattern.drawing.steps.framed import framed
from bagpattern.drawing.steps.hemmed import hemmed
from bagpattern.drawing.steps.hooked import hooked, slid_on
from bagpattern.drawing.steps.join import join
from bagpattern.drawing.steps.laid_on import laid_on
from bagpattern.drawing.steps.layered import layered
from bagpattern.drawing.steps.lidded import lidded
from bagpattern.drawing.steps.lined import lined
from bagpattern.drawing.steps.locked import locked
from bagpattern.drawing.steps.looped import folded_down, looped
from bagpattern.drawing.steps.marked import marked
from bagpattern.drawing.steps.measured import measured
from bagpattern.drawing.steps.opened import opened
from bagpattern.drawing.steps.patch import patch
from bagpattern.drawing.steps.piped import piped
from bagpattern.drawing.steps.pleated import pleated
from bagpattern.drawing.steps.pressed import pressed
from bagpattern.drawing.steps.rim import rim, topstitched
from bagpattern.drawing.steps.ringed import led_through
from bagpattern.drawing.steps.rolled import rolled
from bagpattern.drawing.steps.scene import Drawn, Scene
from bagpattern.drawing.steps.snipped import snipped
from bagpattern.drawing.steps.spanning import spanning
from bagpattern.drawing.steps.stiffened import stiffened
from bagpattern.drawing.steps.strapped import strapped
from bagpattern.drawing.steps.strip import creased, raw_strip, strip
from bagpattern.drawing.steps.tabbed import tabbed
from bagpattern.drawing.steps.thinned import thinned
from bagpattern.drawing.steps.threaded import threaded
from bagpattern.drawing.steps.tipped import tipped
from bagpattern.drawing.steps.tube import tube
from bagpattern.drawing.steps.turned import turned
from bagpattern.drawing.steps.turned_under import turned_under
from bagpattern.drawing.steps.unzipped import unzipped
from bagpattern.drawing.steps.webbing import webbing
from bagpattern.drawing.steps.whole import whole
from bagpattern.drawing.steps.window import window
from bagpattern.drawing.steps.wrapped import wrapped
from bagpattern.drawing.steps.zipped import zipped
from bagpattern.model.operation import Operation, Verb
from bagpattern.model.pattern import Pattern

__all__ = ["Drawn", "Scene", "drawn", "on_the_bag"]

Kind = Callable[[Scene], Drawn | None]
_KINDS: dict[Verb, tuple[Kind, ...]] = {
    Verb.BASTE: (
        piped,
        ended,
        opened,
        caught,
        tipped,
        webbing,
        patch,
        zipped,
        covered,
        backed,
        behind,
        between,
        marked,
    ),
    Verb.LAY: (zipped, marked, wrapped, webbing, patch, behind),
    Verb.INSERT: (ended, framed, marked, boarded),
    Verb.CLIP: (snipped,),
    Verb.CUT: (marked,),
    Verb.FOLD: (
        piped,
        pleated,
        ended,
        capped,
        folded_out,
        tabbed,
        threaded,
        looped,
        spread,
        layered,
        creased,
        turned_under,
    ),
    Verb.TRIM: (layered,),
    Verb.OVERCAST: (layered,),
    Verb.SKIVE: (thinned,),
    Verb.THREAD: (slid_on, locked, threaded, led_through, elastic, drawn_cords, corded, linked, strapped, looped),
    Verb.BIND: (bound,),
    Verb.FELL: (closed_in,),
    Verb.FUSE: (behind, backed),
    Verb.HEM: (patch, hemmed),
    Verb.OPEN: (unzipped,),
    Verb.PUT: (clipped_on,),
    Verb.SEW: (
        *(closed, rim, boxed, darted, strip, window, bag, folded_in, spanning, laid_on),
        *(patch, zipped, join, lidded, curved, tube, collared, lined),
    ),
    Verb.PRESS: (pleated, laid_on, pressed),
    Verb.TELL: (rolled, measured),
    Verb.TOPSTITCH: (
        topstitched,
        channelled,
        pressed,
        hooked,
        folded_down,
        stiffened,
        wrapped,
        webbing,
        raw_strip,
        lined,
        layered,
        edged,
    ),
    Verb.TURN: (turned,),
}
WHOLE = "whole"


def drawn(scene: Scene) -> Drawn | None:
    """The first kind of figure that fits and shows the operation."""
    found = (kind(scene) for kind in _KINDS.get(scene.first.do, ()))
    return next((each for each in found if each and scene.first in each.operations), None)


def on_the_bag(pattern: Pattern, operations: Sequence[Operation]) -> Drawn | None:
    """Where on the sewn bag something is done that no other kind of figure shows; None where that is nowhere."""
    canvas = whole(pattern, operations)
    return Drawn(WHOLE, canvas, tuple(operations)) if canvas else None
