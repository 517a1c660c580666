"""Edges that are hemmed or bound, and raw edges inside a bag without a lining."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.making.bench import Bench, is_first_row, runs_of, sheets_of
from bagpattern.making.derive.faces import has
from bagpattern.making.parts import own_seams
from bagpattern.model.edge import Finish
from bagpattern.model.operation import (
    BINDING,
    Operation,
    Sheet,
    Side,
    Verb,
    Where,
)
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import SURFACE_ONLY, Seam, SeamKind
from bagpattern.values import replace

_FINISHING = {Finish.HEM: Verb.HEM, Finish.BOUND: Verb.BIND}


def finished(bench: Bench) -> None:
    """Edges that are hemmed or bound: those of parts before they are sewn in, those of the body after."""
    _rims(bench)
    for panel in bench.draft.panels:
        for finish in dict.fromkeys(edge.finish for edge in panel.edges if edge.finish in _FINISHING):
            verb = _FINISHING[finish]
            done = [each.id for each in bench.of(verb) if has(each, panel.id)] or [
                bench.put(_finishing(bench, panel, finish), ())
            ]
            if panel.role not in (Role.BODY, Role.LINING):
                joined = _joined_first(bench, panel.id)
                bench.order(joined, done)
                bench.order(done, bench.sewing(bench.touching(panel.id)) - joined)
            else:
                bench.order(bench.sewing(_crossing(bench, panel, finish)), done)


def _rims(bench: Bench) -> None:
    """A hem without a piece is that of the rim, on whichever panels that has come to be, or its tape or stitching."""
    for verb, finish in ((Verb.HEM, Finish.HEM), (Verb.TOPSTITCH, Finish.RAW), (Verb.BIND, Finish.BOUND)):
        edges = tuple(_rim_edges(bench, finish))
        for each in tuple(bench.of(verb)):
            if not (each.pieces or each.seams or each.on) and set(each.notions) <= {BINDING}:
                pieces = tuple(Sheet(panel) for panel in dict.fromkeys(edge.panel for edge in edges))
                bench.operations[each.id] = replace(each, pieces=pieces, on=edges)
                for sheet in pieces if verb is Verb.TOPSTITCH else ():
                    bench.order(bench.sewing(_crossing(bench, bench.draft[sheet.panel], finish)), [each.id])


def _rim_edges(bench: Bench, finish: Finish) -> Iterator[Where]:
    for panel in bench.draft.panels:
        if panel.role in (Role.BODY, Role.LINING):
            yield from (Where(panel.id, 0, edge.name) for edge in panel.edges if edge.finish is finish)


def _joined_first(bench: Bench, panel: str) -> set[str]:
    """The seams of a part by itself before its edges are finished: its layers are joined before the tape goes on, and
    its lengths where it is joined of some.
    """
    bound = (seam for seam in bench.touching(panel) if seam.kind is SeamKind.BOUND or bench.draft.joins_lengths(seam))
    return bench.sewing(bound) & own_seams(bench, panel)


def _finishing(bench: Bench, panel: Panel, finish: Finish) -> Operation:
    edges = tuple(Where(panel.id, 0, edge.name) for edge in panel.edges if edge.finish is finish)
    first = bench.sewing(bench.touching(panel.id))
    task = bench.operations[min(first)].task if first and panel.role not in (Role.BODY, Role.LINING) else -1
    return Operation(_FINISHING[finish], pieces=(Sheet(panel.id),), on=edges, task=task)


def _crossing(bench: Bench, panel: Panel, finish: Finish) -> Iterator[Seam]:
    """Seams that end at an edge of that finish, and are sewn through it."""
    beside = set()
    for edge, after in zip(panel.edges, (*panel.edges[1:], panel.edges[0]), strict=True):
        beside |= {after.name} if edge.finish is finish else set()
        beside |= {edge.name} if after.finish is finish else set()
    for seam in bench.touching(panel.id):
        if seam.kind not in SURFACE_ONLY and any(run.panel == panel.id and run.on in beside for run in runs_of(seam)):
            yield seam


def bound(bench: Bench) -> None:
    """Without a lining of its own a bag's plain seams are bound or close their edges in, before a seam crosses them.

    A lining that is laid behind the shell, and sewn with it, may have seams of its own: there is tape nevertheless.
    """
    tape = BINDING if any(each.id == BINDING for each in bench.draft.notions) else ""
    shown = bool(tape) or not _lined(bench)
    for seam in bench.draft.seams:
        if seam.enclosed or (shown and _shows_inside(bench, seam, bool(tape))):
            own = bench.sews[seam.id]
            where = tuple(Where(run.panel, run.copy, run.on) for run in seam.a)
            task = bench.operations[own].task
            do = Verb.FELL if seam.enclosed else Verb.BIND
            notions = (tape,) if tape and do is Verb.BIND else ()
            heat = do is Verb.FELL and bench.iron(*(bench.host(run).material for run in (*seam.a, *seam.b)))
            kept = Operation(do, seams=(seam.id,), notions=notions, on=where, side=Side.WRONG, task=task, heat=heat)
            if is_first_row(bench, kept):
                bench.put(kept, set(bench.needs[own]), [own])  # it holds what the second row does
            else:
                bench.order([bench.put(kept, [own])], {*_flattening(bench, seam.id), *_on_with(bench, own, seam)})


def overcast(bench: Bench) -> None:
    """Without a lining nothing keeps what is trimmed and turned in from fraying: it is overcast before it is turned."""
    for trimmed in () if _lined(bench) else tuple(bench.of(Verb.TRIM)):
        frays = tuple(seam for seam in trimmed.seams if _frays_inside(bench, bench.draft.seam(seam)))
        if frays:
            kept = Operation(Verb.OVERCAST, seams=frays, pieces=trimmed.pieces, side=Side.WRONG, task=trimmed.task)
            names = [*bench.operations]
            then = [bench.operations[each] for each in names[names.index(trimmed.id) + 1 :]]
            bench.put(kept, [trimmed.id], [each.id for each in then if each.task == trimmed.task])


def _lined(bench: Bench) -> bool:
    """Whether a lining is sewn to a bag by itself."""
    glued = (seam for seam in bench.draft.seams if seam.kind not in SURFACE_ONLY)
    return any(bench.host(run).role is Role.LINING for seam in glued for run in (*seam.a, *seam.b))


def _on_with(bench: Bench, own: str, seam: Seam) -> Iterator[str]:
    """What the same task does next with a part whose layers a seam has joined: it is folded, and sewn on."""
    names, mine = [*bench.operations], {sheet.panel for sheet in sheets_of(seam)}
    for each in (bench.operations[name] for name in names[names.index(own) + 1 :]):
        if each.task == bench.operations[own].task >= 0:
            on = (bench.draft.seam(name) for name in each.seams if each.do is Verb.SEW)
            sewn_on = any(of.kind in SURFACE_ONLY and {run.panel for run in of.b} <= mine for of in on)
            if sewn_on or (each.do in (Verb.FOLD, Verb.PRESS) and {sheet.panel for sheet in each.pieces} == mine):
                yield each.id


def _flattening(bench: Bench, seam: str) -> Iterator[str]:
    """What is done to a seam's allowances: they are bound before."""
    return (each.id for each in bench.of(Verb.PRESS, Verb.FOLD, Verb.TOPSTITCH) if seam in each.seams)


def _shows_inside(bench: Bench, seam: Seam, taped: bool) -> bool:
    """Whether raw edges are bound: those of the body, where there is tape, and what frays of what is not turned in."""
    if seam.id in bench.draft.turned:
        return False
    of_body = seam.kind is SeamKind.PLAIN and {bench.host(run).role for run in (*seam.a, *seam.b)} == {Role.BODY}
    return (taped and of_body) or _frays_inside(bench, seam)


def _frays_inside(bench: Bench, seam: Seam) -> bool:
    """Whether the raw edges of a seam lie inside the bag, and fray."""
    panels = [bench.host(run) for run in (*seam.a, *seam.b)]
    inside = seam.kind is SeamKind.PLAIN and all(panel.role in (Role.BODY, Role.POCKET) for panel in panels)
    return inside and any(bench.materials[panel.material].frays for panel in panels)
