"""What is laid somewhere to be held by a seam: tabs and straps, layers behind a panel, walls."""

from __future__ import annotations

from bagpattern.making.bench import Bench
from bagpattern.making.joints import standing
from bagpattern.making.telling.naming import panel_names
from bagpattern.making.telling.sided import is_one_of_several, side_of
from bagpattern.model.operation import Operation, Side, Verb
from bagpattern.model.panel import ON_ZIPS, Panel
from bagpattern.model.seam import SeamKind, Stands
from bagpattern.model.strap import Mode
from bagpattern.model.wall import Wall
from bagpattern.said import NOTHING, Said
from bagpattern.words import form, words


def of_laying(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """Where a part is laid, how it points, and what holds it until it is sewn."""
    first = alike[0]
    piece = bench.draft[first.pieces[0].panel]
    if first.do is Verb.LAY and piece.role in ON_ZIPS:
        return NOTHING  # told with the zip that it lies behind
    host = panel_names(bench, (each.panel for each in first.on)) if first.on else NOTHING
    if first.side is Side.WRONG and piece.strap:
        lined = any(standing(bench.draft.seam(first.goal), Stands.BEHIND))
        return words(_ON_LINING if lined else _WITHIN, piece=piece.title.lower(), host=host)
    if first.side is Side.WRONG:
        behind = form("Lay the {piece} on the wrong side of the {host}, edges even, and baste it inside the allowance.")
        return words(behind, piece=piece.title.lower(), host=host)
    if first.goal and bench.draft.seam(first.goal).kind is SeamKind.PLACEMENT:
        return _under(bench, first, len(alike))
    return _between(bench, alike, host)


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


def _between(bench: Bench, alike: tuple[Operation, ...], host: Said) -> Said:
    """What stands out of a seam points inward while that is sewn."""
    piece = bench.draft[alike[0].pieces[0].panel]
    mode = piece.strap.mode if piece.strap else None
    if mode is Mode.TAB and not _ringed(bench, piece):
        mode = Mode.BELT if _webbed(bench, piece) else None
    mode = mode if mode in _BETWEEN else None
    if mode in _LOOPS and len({each.pieces[0].copy for each in alike}) > 1:
        return _loops(bench, alike, piece.title.lower(), host)
    if is_one_of_several(bench, alike):
        side = side_of(bench, alike[0]) if mode is Mode.TAB and len(alike) == 1 else None
        told = _SIDED[side] if side else _ONE_OF.get(mode, _BETWEEN[mode])
    elif len(alike) == 1:
        told = _ONLY.get(mode, _BETWEEN[mode])
    else:
        told = _BETWEEN[mode]
    return words(told, piece=piece.title.lower(), host=host)


def _loops(bench: Bench, alike: tuple[Operation, ...], piece: Said, host: Said) -> Said:
    """Several handles on one piece: two of them each on an edge of its own, where they are on two."""
    edges = [[bench.draft[on.panel].along(on.on).told for on in each.on] for each in alike]
    if len(alike) == 2 and all(len({*each}) == 1 for each in edges) and edges[0][0] != edges[1][0]:
        return words(_TWO_LOOPS, piece=piece, host=host, edge=edges[0][0], other=edges[1][0])
    return words(_EACH_LOOP, piece=piece, host=host)


def _ringed(bench: Bench, piece: Panel) -> bool:
    return any(each.threads == piece.id and each.kind == "ring" for each in bench.draft.notions)


def _webbed(bench: Bench, piece: Panel) -> bool:
    """Whether an end of webbing is sewn on it."""
    webbing = {each.id for each in bench.draft.notions if each.kind == "webbing"}
    sewn = (each for each in bench.of(Verb.TOPSTITCH) if piece.id in {sheet.panel for sheet in each.pieces})
    return any(webbing & {*each.notions} for each in sewn)


_LOOP = form(
    "Baste both ends of the {piece} to the {host} between their notches, right sides together, ends even with the raw "
    "edge, the loop hanging down and not twisted."
)
_ONE_LOOP = form(
    "Baste both ends of one {piece} to the {host} between their notches, right sides together, ends even with the raw "
    "edge, the loop hanging down and not twisted."
)
_EACH_LOOP = form(
    "Baste both ends of each {piece} to the {host} between their notches, right sides together, ends even with the raw "
    "edge, the loop hanging down and not twisted."
)
_TWO_LOOPS = form(
    "Baste both ends of one {piece} to the {host} between their notches, along {edge}, right sides together, ends even "
    "with the raw edge, the loop hanging down and not twisted. Baste the other along {other} in the same way."
)
_LOOPS = (Mode.HANDLE, Mode.GRAB)
_BETWEEN = {
    None: form("Baste each {piece} to the {host} between its notches, right sides together, edges even."),
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
"""Straps by how they serve: which end is held, and which way the rest points; None is whatever has no such way."""
_WITHIN = form(
    "Baste the free end of the {piece} to the wrong side of the {host} between its notches, even with the raw edge, "
    "the hook inward."
)
_ON_LINING = form(
    "Baste the free end of the {piece} to the lining of the {host} between its notches, even with the raw edge, the "
    "hook inward."
)
"""A leash in a bag whose inside is the wrong side of its shell; and where that has a lining basted to it."""
_ONLY = {
    None: form("Baste the {piece} to the {host} between its notches, right sides together, edges even."),
    Mode.TAB: form(
        "Baste the {piece} to the {host} between its notches, right sides together, ends even with the raw edge, the "
        "ring inward."
    ),
}
"""The same of what there is one of."""
_ONE_OF = {
    None: form("Baste one {piece} to the {host} between its notches, right sides together, edges even."),
    Mode.TAB: form(
        "Baste one {piece} to the {host} between its notches, right sides together, ends even with the raw edge, the "
        "ring inward."
    ),
    Mode.HANDLE: _ONE_LOOP,
    Mode.GRAB: _ONE_LOOP,
}
"""The same where others like it lie elsewhere; and where it is the side that tells them apart."""
_SIDED = {
    Wall.LEFT: form(
        "Baste the {piece} on the left of the bag to the {host} between its notches, right sides together, ends even "
        "with the raw edge, the ring inward."
    ),
    Wall.RIGHT: form(
        "Baste the {piece} on the right of the bag to the {host} between its notches, right sides together, ends even "
        "with the raw edge, the ring inward."
    ),
}
