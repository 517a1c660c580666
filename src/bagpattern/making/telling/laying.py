"""What is laid somewhere to be held by a seam: tabs and straps, layers behind a panel, walls."""

from __future__ import annotations

from bagpattern.making.bench import Bench
from bagpattern.making.telling.naming import panel_names
from bagpattern.model.operation import Operation, Side, Verb
from bagpattern.model.panel import Role
from bagpattern.model.seam import SeamKind
from bagpattern.said import NOTHING, Said
from bagpattern.words import words


def of_laying(bench: Bench, alike: tuple[Operation, ...]) -> Said:
    """Where a part is laid, how it points, and what holds it until it is sewn."""
    first = alike[0]
    piece = bench.draft[first.pieces[0].panel]
    if first.do is Verb.LAY and piece.role in (Role.LINING, Role.CLOSURE):
        return NOTHING  # told with the zip that it lies behind
    host = panel_names(bench, (each.panel for each in first.on)) if first.on else NOTHING
    if first.side is Side.WRONG:
        form = "Lay the {piece} on the wrong side of the {host}, edges even, and baste it inside the allowance."
        return words(form, piece=piece.title.lower(), host=host)
    if first.goal and bench.draft.seam(first.goal).kind is SeamKind.PLACEMENT:
        return _under(bench, first, len(alike))
    return _between(bench, first, host, len(alike))


def _under(bench: Bench, operation: Operation, count: int) -> Said:
    """Ends that lie under a patch."""
    piece = bench.draft[operation.pieces[0].panel].title.lower()
    patch = panel_names(bench, (run.panel for run in bench.draft.seam(operation.goal).b))
    if count > 1:
        form = "Baste the ends of each {piece} on their marks, inside the outline of the {patch}."
    else:
        form = "Baste the ends of the {piece} on their marks, inside the outline of the {patch}."
    return words(form, piece=piece, patch=patch)


def _between(bench: Bench, operation: Operation, host: Said, count: int) -> Said:
    """What stands out of a seam points inward while that is sewn."""
    piece = bench.draft[operation.pieces[0].panel]
    rings = any(each.threads == piece.id and each.kind == "ring" for each in bench.draft.notions)
    if rings:
        form = (
            "Baste each {piece} to the {host} between its notches, right sides together, ends even with the raw edge, "
            "the ring inward."
        )
    elif count > 1:
        form = "Baste each {piece} to the {host} between its notches, right sides together, edges even."
    else:
        form = "Baste the {piece} to the {host} between its notches, right sides together, edges even."
    return words(form, piece=piece.title.lower(), host=host)
