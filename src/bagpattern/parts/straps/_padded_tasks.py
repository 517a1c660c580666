"""The operations that make padded straps."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.model.operation import Operation, Sheet, Side, Task, Verb, Where, done, sew, task
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Length, Scale
from bagpattern.values import value
from bagpattern.words import words

STRAP, UNDERSIDE, FOAM = "shoulder-strap", "shoulder-strap-underside", "shoulder-strap-foam"
WEBBING, LOOP, LOCK, BINDING = "lower-webbing", "lock-loop", "ladder lock", "shoulder-strap binding"
STERNUM_HALVES, STERNUM_SLIDER, STERNUM_BUCKLE = ("sternum-left", "sternum-right"), "sternum slider", "sternum buckle"
LOCK_LOOP = 90.0
"""mm of webbing folded in two round the lock: 80 to 100 [construction 5.5]."""


@value
class Pads:
    """Both pads as they are made: the ``seams`` round them, how their edges are finished, ``foam`` mm inside these.

    ``foam`` is None without foam; ``sternum`` says whether a strap across the chest is sewn on.
    """

    seams: tuple[str, ...]
    finish: str
    foam: float | None
    sternum: bool


def tasks(pads: Pads, shop: Workshop) -> tuple[Task, ...]:
    """How the pads are made, and how the bag is hung on them."""
    making = (*_foam(pads), *_sternum(pads), *_loops(pads), *_ROUND[pads.finish](pads, shop))
    return task(words("Make the shoulder straps"), *making), _locked()


def _sternum(pads: Pads) -> Iterator[Operation]:
    if pads.sternum:
        sew_on = words("Sew one sealed end of each half of the sternum strap to the right side of a strap, at its box.")
        thread = words(
            "Lead the other end of each half through a tri-glide, round the bar of a half of the buckle, and back "
            "through the tri-glide."
        )
        yield Operation(Verb.TOPSTITCH, sew_on, pieces=(Sheet(STRAP),), notions=STERNUM_HALVES)
        yield done(Verb.THREAD, thread, notions=(*STERNUM_HALVES, STERNUM_SLIDER, STERNUM_BUCKLE))


def _foam(pads: Pads) -> Iterator[Operation]:
    if pads.foam is not None:
        lay = words(
            "Lay the foam on the wrong side of each strap, {inside} inside the stitching line and up to its mark, and "
            "baste it along its edges.",
            inside=Length(pads.foam),
        )
        on = (Where(STRAP, 1), Where(STRAP, 2))
        yield Operation(Verb.BASTE, lay, pieces=(Sheet(FOAM),), on=on, side=Side.WRONG)


def _loops(pads: Pads) -> Iterator[Operation]:
    long = Length(LOCK_LOOP, Scale.CM)
    yield Operation(
        Verb.FOLD, words("Fold {long} of webbing round each ladder lock.", long=long), notions=(LOOP,), around=LOCK
    )
    on = tuple(Where(STRAP, copy, "lower") for copy in (1, 2))
    side = Side.WRONG if pads.finish == "raw" else Side.RIGHT
    yield Operation(Verb.BASTE, _LOOPS[pads.finish], notions=(LOOP, LOCK), on=on, side=side)


_LOOPS = {
    "bound": words(
        "Baste both ends of a loop to the middle of the lower end of each strap, on its right side, the lock towards "
        "the strap."
    ),
    "turned": words(
        "Baste both ends of a loop to the middle of the lower end of each strap, on its right side, the lock towards "
        "the strap."
    ),
    "raw": words(
        "Baste both ends of a loop to the middle of the lower end of each strap, on its wrong side, the lock pointing "
        "away from the strap."
    ),
}


def _bound(pads: Pads, shop: Workshop) -> Iterator[Operation]:
    around = words("Lay each strap and its underside together, wrong sides in, and stitch close to the edge.")
    bind = words("Bind both sides and the lower end with tape, from the upper end round to the upper end.")
    yield sew(*pads.seams, how=around)
    yield done(Verb.BIND, bind, STRAP, UNDERSIDE, notions=(BINDING,))
    down = words("Fold the loop down over the tape, and stitch across it twice.")
    yield done(Verb.TOPSTITCH, down, STRAP, notions=(LOOP,))


def _turned(pads: Pads, shop: Workshop) -> Iterator[Operation]:
    around = words(
        "Lay an underside on each strap, right sides together, and sew both sides and the lower end. Leave the upper "
        "end open, and back-tack there."
    )
    yield sew(*pads.seams, how=around)
    pieces = Sheet(STRAP), Sheet(UNDERSIDE)
    yield Operation(Verb.TURN, words("Turn it through the upper end."), pieces=pieces, through=pads.seams[0])
    edge = words("Topstitch both sides, {edge} from the edge.", edge=Length(shop.finishing.topstitch))
    on = tuple(Where(STRAP, 0, f"{name} topstitching") for name in ("left", "right"))
    yield Operation(Verb.TOPSTITCH, edge, pieces=pieces, on=on, side=Side.RIGHT)


def _raw(pads: Pads, shop: Workshop) -> Iterator[Operation]:
    around = words(
        "Lay each strap and its underside together, wrong sides in, and topstitch both sides and the lower end, {edge} "
        "from the raw edge.",
        edge=Length(shop.finishing.topstitch),
    )
    yield sew(*pads.seams, how=around)


_ROUND = {"bound": _bound, "turned": _turned, "raw": _raw}


def _locked() -> Task:
    run = words(
        "Run each lower webbing up through its ladder lock, from below and back over the bar, and pull the lock tight."
    )
    end = words("Turn the free end twice and sew it down, so that it cannot slip out.")
    ops = (
        done(Verb.THREAD, run, notions=(WEBBING, LOCK)),
        done(Verb.TOPSTITCH, end, notions=(WEBBING,)),
    )
    return task(words("Thread the ladder locks"), *ops, finishes=True)
