"""What is laid somewhere to be held by a seam: tabs and straps, layers behind a panel, walls."""

from __future__ import annotations

from bagpattern.making.bench import Bench
from bagpattern.making.telling.naming import panel_names
from bagpattern.model.operation import Operation, Side, Verb
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import SeamKind
from bagpattern.model.strap import Mode
from bagpattern.said import NOTHING, Said
from bagpattern.words import form, words


def of_laying(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """Where a part is laid, how it points, and what holds it until it is sewn."""
    first = alike[0]
    piece = bench.draft[first.pieces[0].panel]
    if first.do is Verb.LAY and piece.role in (Role.LINING, Role.CLOSURE):
        return NOTHING  # told with the zip that it lies behind
    host = panel_names(bench, (each.panel for each in first.on)) if first.on else NOTHING
    if first.side is Side.WRONG:
        behind = form("Lay the {piece} on the wrong side of the {host}, edges even, and baste it inside the allowance.")
        return words(behind, piece=piece.title.lower(), host=host)
    if first.goal and bench.draft.seam(first.goal).kind is SeamKind.PLACEMENT:
        return _under(bench, first, len(alike))
    return _between(bench, first, host, len(alike))


def _under(bench: Bench, operation: Operation, count: int) -> Said:
    """Ends that lie under a patch, the rest of the strap outside it."""
    piece = bench.draft[operation.pieces[0].panel]
    patch = panel_names(bench, (run.panel for run in bench.draft.seam(operation.goal).b))
    mode = piece.strap.mode if piece.strap else None
    if piece.strap and piece.strap.under:
        return NOTHING  # told with the strap whose underside it is
    if mode is Mode.GRAB:
        told = form(
            "Baste both ends of the {piece} on their marks, inside the outline of the {patch}, the loop pointing up "
            "and not twisted."
        )
    elif mode is Mode.SHOULDER:
        told = form(
            "Baste the upper end of each {piece} on its mark, inside the outline of the {patch}, the strap hanging "
            "down."
        )
    elif mode is Mode.TAB:
        told = form(
            "Baste the ends of the {piece} on their mark, inside the outline of the {patch}, the ring hanging down."
        )
    elif count > 1:
        told = form("Baste the ends of each {piece} on their marks, inside the outline of the {patch}.")
    else:
        told = form("Baste the ends of the {piece} on their marks, inside the outline of the {patch}.")
    return words(told, piece=piece.title.lower(), patch=patch)


def _between(bench: Bench, operation: Operation, host: Said, count: int) -> Said:
    """What stands out of a seam points inward while that is sewn."""
    piece = bench.draft[operation.pieces[0].panel]
    mode = piece.strap.mode if piece.strap else None
    if mode is Mode.TAB and count == 1 and _ringed(bench, piece):
        told = _ONE_TAB
    elif mode in _BETWEEN and not (mode is Mode.TAB and not _ringed(bench, piece)):
        told = _BETWEEN[mode]
    elif count > 1:
        told = form("Baste each {piece} to the {host} between its notches, right sides together, edges even.")
    else:
        told = form("Baste the {piece} to the {host} between its notches, right sides together, edges even.")
    return words(told, piece=piece.title.lower(), host=host)


def _ringed(bench: Bench, piece: Panel) -> bool:
    return any(each.threads == piece.id and each.kind == "ring" for each in bench.draft.notions)


_LOOP = form(
    "Baste both ends of the {piece} to the {host} between their notches, right sides together, ends even with the raw "
    "edge, the loop hanging down and not twisted."
)
_BETWEEN = {
    Mode.TAB: form(
        "Baste each {piece} to the {host} between its notches, right sides together, ends even with the raw edge, the "
        "ring inward."
    ),
    Mode.HANDLE: _LOOP,
    Mode.GRAB: _LOOP,
    Mode.LEASH: form(
        "Baste the free end of the {piece} to the {host} between its notches, right sides together, even with the raw "
        "edge, the hook inward."
    ),
    Mode.BELT: form(
        "Baste each {piece} to the {host} between its notches, right sides together, ends even with the raw edge, the "
        "webbing inward."
    ),
}
"""Straps by how they serve: which end is held, and which way the rest points."""
_ONE_TAB = form(
    "Baste the {piece} to the {host} between its notches, right sides together, ends even with the raw edge, the ring "
    "inward."
)
