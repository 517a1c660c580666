"""Zips, and turning the bag: how a zip lies while it is sewn in, what goes on its tape, when it is opened."""

from __future__ import annotations

from bagpattern.making.bench import Bench, is_rim
from bagpattern.making.corners import has_corners
from bagpattern.making.joints import held_runs, lying_on, sheet_of
from bagpattern.making.telling.naming import is_basted, on_one_sheet, panel_names, side_names
from bagpattern.model.operation import LAYING, RIM, Operation, Side
from bagpattern.model.panel import ON_ZIPS, Role
from bagpattern.model.seam import Run, Seam, Stands
from bagpattern.said import NOTHING, Length, Said
from bagpattern.words import form, sentences, words


def of_zip(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """A zip between two sides: face down on each, the lining on it."""
    return sentences(*(_sewn_in(bench, bench.draft.seam(each.seams[0])) for each in alike))


def _sewn_in(bench: Bench, seam: Seam) -> Said:
    away = Length(bench.host(seam.a[0]).edge(seam.a[0].on).zip / 2)
    sewn = words("Sew {away} from the middle of the teeth, back-tacking at both ends.", away=away)
    same = {run.panel for run in seam.a} == {run.panel for run in seam.b}
    other = (_OTHER_EDGE if on_one_sheet(seam) else _OTHER_COPY) if same else _OTHER
    free = words(_FREE) if is_basted(bench, map(sheet_of, held_runs(seam))) else NOTHING
    return sentences(free, _on(bench, seam, seam.a, _FIRST), sewn, _on(bench, seam, seam.b, other))


_FREE = form("Fold the free edge of the lining back: it stays out of the zip's seam.")
_FIRST = (
    form("Lay the zip face down on the right side of the {side}, edges even."),
    form(
        "Lay the zip face down on the right side of the {side}, edges even, and the {layers} on the zip, right side "
        "down."
    ),
)
_OTHER = (
    form("Sew the {side} to the other tape in the same way."),
    form("Sew the {side} to the other tape in the same way, the {layers} on it."),
)

_OTHER_COPY = (
    form("Sew the other {side} to the other tape in the same way."),
    form("Sew the other {side} to the other tape in the same way, the {layers} on it."),
)
_OTHER_EDGE = (
    form("Sew the opposite edge of the {side} to the other tape in the same way."),
    form("Sew the opposite edge of the {side} to the other tape in the same way, the {layers} on it."),
)


def _on(bench: Bench, seam: Seam, side: tuple[Run, ...], forms: tuple[str, str]) -> Said:
    """How one side of a zip is sewn, alone or with what lies behind it."""
    behind = (each for each in seam.caught if each.stands is Stands.BEHIND and lying_on(seam, each) == side)
    layers = [
        run.panel
        for each in behind
        for run in each.runs
        if bench.draft[run.panel].role in ON_ZIPS and sheet_of(run) not in bench.draft.basted
    ]
    names = side_names(bench, side)
    if layers:
        return words(forms[1], side=names, layers=panel_names(bench, layers))
    return words(forms[0], side=names)


def of_sliders(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """Sliders on a zip by the metre: before anything holds its ends."""
    notions = [each for each in bench.draft.notions if each.id in alike[0].notions]
    tape = next((each for each in notions if each.kind == "zip"), None)
    sliders = sum(each.count for each in notions if each.kind == "zip-slider")
    if tape is None or not sliders:
        return NOTHING
    cut = words("Cut the tape of the zip to {length}.", length=Length(tape.length or 0.0))
    if sliders > 1:
        put = words("Slide two sliders on, head to head, and stitch across the teeth at either end.")
    else:
        put = words("Slide the slider on, and stitch across the teeth at either end.")
    return sentences(cut, put)


def of_opening(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """Zips are open while the last seams are sewn."""
    if len(alike[0].notions) > 1:
        return words("Open the zips: the bag is turned through them.")
    return words("Open the zip: the bag is turned through it.")


def of_putting(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """A hook goes into its ring, or the bag into its lining."""
    return _hooked(bench, alike[0]) if alike[0].notions else _into_lining(bench)


def _hooked(bench: Bench, operation: Operation) -> Said:
    bought = {each.id: each for each in bench.draft.notions}
    hook = bought[operation.notions[0]]
    told = _HOOK_EACH if hook.count > 1 else _HOOK
    return words(told, tab=bench.draft[bought[hook.hooks].threads].title.lower())


_HOOK = form("Hook the swivel to the ring of the {tab}.")
_HOOK_EACH = form("Hook a swivel to the ring of each {tab}.")


def _into_lining(bench: Bench) -> Said:
    """The shell goes into its lining; what closes the bag and is basted to its rim lies between them."""
    rims = {each.id for each in bench.draft.seams if is_rim(bench, each)}
    laid = (each.pieces[0].panel for each in bench.of(*LAYING) if each.goal in rims and each.pieces)
    between = [panel for panel in laid if bench.draft[panel].role is Role.CLOSURE]
    if not between:
        return words("Put the bag into its lining, right sides together.")
    told = form("Put the bag into its lining, right sides together, with the {parts} between them.")
    return words(told, parts=panel_names(bench, between))


def of_turning(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """The other side comes out, through what is open."""
    first = alike[0]
    if first.pieces:
        return words("Turn the bag right side out through its rim; the lining stays wrong side out.")
    if first.out is Side.WRONG:
        return words("Turn the bag wrong side out.")
    pushed = words("Push out the corners.") if has_corners(bench.draft, first) else NOTHING
    return sentences(_way(bench, first), pushed)


def _way(bench: Bench, operation: Operation) -> Said:
    if operation.through == RIM:
        return words("Turn the bag right side out.")
    if operation.notions:
        return words("Turn the bag right side out through the open zip.")
    return words("Turn the bag right side out through the gap in the lining.")
