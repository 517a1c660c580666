"""What is caught in seams: each sheet is laid where a seam is to hold it, and made before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from bagpattern.making.bench import Bench, runs_of, sheets_of
from bagpattern.making.joints import held_runs, lying_on, sheet_of, standing
from bagpattern.making.parts import OF_PARTS, made
from bagpattern.model.darts import is_dart
from bagpattern.model.edge import Edge
from bagpattern.model.operation import (
    LAYING,
    Operation,
    Sheet,
    Side,
    Verb,
    Where,
)
from bagpattern.model.panel import ON_ZIPS, Panel
from bagpattern.model.seam import HIDDEN, SURFACE_ONLY, Caught, Run, Seam, SeamKind, Stands
from bagpattern.values import replace


def laid(bench: Bench) -> None:
    """Whatever is caught in a seam is laid there first, and made before."""
    for (sheet, stands, _), seams in _catches(bench).items():
        holding = [seam for seam, _ in seams]
        sewing = bench.sewing(holding)
        fixed = [each for seam in holding for each in _fixed_by(bench, seam, sheet)]
        if stands is Stands.BETWEEN:
            fixed += _with_zips(bench, sheet, holding)
        if fixed:
            bench.order(bench.sewing(fixed), sewing)
            continue
        on_zip = _is_lining(bench, sheet, stands) and any(seam.kind is SeamKind.ZIP for seam in holding)
        making = set() if on_zip else made(bench, sheet.panel, sewing)
        laying = _laying(bench, sheet, stands, _basted(seams) if sheet in bench.draft.basted else seams)
        done = [each.id for each in bench.of(*LAYING) if _lays(each, sheet, holding)]
        for name in done:
            bench.operations[name] = _settled(bench.operations[name], laying)
        done = done or [bench.put(laying)]
        if sheet in bench.draft.basted:
            making |= bench.sewing(_joining_parts(bench, sheet))
        bench.order(making | _joining(bench, seams, sheet), done)
        bench.order(done, sewing)


def laid_within(bench: Bench) -> None:
    """What hangs in a bag is laid on the lining that is basted to its shell, after that."""
    for each in tuple(bench.of(*LAYING)):
        if each.goal and each.side is Side.WRONG and _is_strap(bench, each):
            behind = {run.panel for run in standing(bench.draft.seam(each.goal), Stands.BEHIND)}
            linings = (op.id for op in bench.of(*LAYING) if behind & {sheet.panel for sheet in op.pieces})
            bench.order(linings, [each.id])


def laid_across_darts(bench: Bench) -> None:
    """What goes on from one side of a dart to the other is laid there when that is sewn; what it holds, before."""
    for seam in bench.draft.seams:
        beside = {(panel.id, name) for panel in _darted(bench, seam) for name in _beside(panel, seam)}
        for each in tuple(bench.of(*LAYING)) if beside else ():
            held = {run.panel for run in held_runs(seam)} & {sheet.panel for sheet in each.pieces}
            if beside <= {(where.panel, where.on) for where in each.on} and not held:
                bench.order(bench.sewing([seam]), [each.id])


def _darted(bench: Bench, seam: Seam) -> tuple[Panel, ...]:
    """The panel of a dart."""
    return (bench.host(seam.a[0]),) if is_dart(bench.draft, seam) else ()


def _beside(panel: Panel, seam: Seam) -> Iterator[str]:
    """The edges that meet when a dart of a panel is sewn."""
    names = [edge.name for edge in panel.edges]
    legs = {run.on for run in (*seam.a, *seam.b)}
    for at, name in enumerate(names):
        after = names[(at + 1) % len(names)]
        if (name in legs) is not (after in legs):
            yield after if name in legs else name


def _is_strap(bench: Bench, operation: Operation) -> bool:
    """Whether it lays the end of a strap, of cloth or bought."""
    pieces = (bench.draft[sheet.panel].strap for sheet in operation.pieces)
    bought = (each.strap for each in bench.draft.notions if each.id in operation.notions)
    return any((*pieces, *bought))


def _catches(bench: Bench) -> dict[tuple[Sheet, Stands, str], list[tuple[Seam, Caught]]]:
    """What is caught, by sheet: layers and walls all round at once, the rest seam by seam."""
    found: defaultdict[tuple[Sheet, Stands, str], list[tuple[Seam, Caught]]] = defaultdict(list)
    for seam in bench.draft.seams:
        for caught in seam.caught:
            for run in caught.runs:
                once = seam.id if caught.stands in _ONCE else ""
                found[sheet_of(run), caught.stands, once].append((seam, caught))
    return found


_ONCE = frozenset({Stands.BETWEEN, Stands.WITHIN})
"""What stands off its seam, and is laid for that alone."""


def _with_zips(bench: Bench, sheet: Sheet, seams: list[Seam]) -> Iterator[Seam]:
    """The zips that hold a sheet and bring it to where these seams meet their ends, as the tab over an end of one."""
    sides = {each for seam in seams for each in sheets_of(seam)}
    own = {seam.id for seam in seams}
    for seam in bench.touching(sheet.panel):
        held = seam.kind is SeamKind.ZIP and sheet in map(sheet_of, held_runs(seam))
        if held and seam.id not in own and sides & sheets_of(seam):
            yield seam


def _basted(seams: list[tuple[Seam, Caught]]) -> list[tuple[Seam, Caught]]:
    """Those seams along which a lining is basted: it stays free at a zip, to be turned under there."""
    return [each for each in seams if each[0].kind is not SeamKind.ZIP] or seams


def _joining_parts(bench: Bench, sheet: Sheet) -> Iterator[Seam]:
    """The seams that join a basted lining to others, not those that catch it: they are parts of one piece."""
    return (each for each in bench.touching(sheet.panel) if sheet in sheets_of(each) <= bench.draft.basted)


_LATER = {SeamKind.ZIP: -1}
"""What is held by a zip as well as by other seams is laid for the zip: that is sewn first."""


def _lays(operation: Operation, sheet: Sheet, seams: list[Seam]) -> bool:
    mine = any(each.panel == sheet.panel and each.copy in (0, sheet.copy) for each in operation.pieces)
    goals = {operation.goal, *operation.seams} - {""}
    return mine and (not goals or bool(goals & {seam.id for seam in seams}))


def _fixed_by(bench: Bench, seam: Seam, sheet: Sheet) -> Iterator[Seam]:
    """The seams that sew what is caught in one on a face to what is sewn on there: a pocket's lining, a flap's back."""
    if seam.kind not in SURFACE_ONLY:
        return
    others = sheets_of(seam) - {sheet}
    for each in bench.touching(sheet.panel):
        parts = all(bench.host(run).role in OF_PARTS for run in runs_of(each, caught=False))
        if each.id != seam.id and parts and sheet in sheets_of(each) and others & sheets_of(each):
            yield each


def _settled(declared: Operation, found: Operation) -> Operation:
    """What a part says of how something is laid, with where, and for which seam, as it follows from what catches it;
    of all its seams it may say itself on which of their sides it goes.
    """
    if declared.seams and declared.on:
        return replace(declared, goal=declared.goal or found.goal, side=declared.side or found.side)
    stretches = {each[:3] for each in found.on}
    on = _merged((*(each for each in declared.on if each.start is not None or each[:3] not in stretches), *found.on))
    return replace(declared, on=on, goal=declared.goal or found.goal, side=declared.side or found.side)


def _laying(bench: Bench, sheet: Sheet, stands: Stands, seams: list[tuple[Seam, Caught]]) -> Operation:
    first = min((seam for seam, _ in seams), key=lambda seam: _LATER.get(seam.kind, 0))
    places = _merged(where for seam, caught in seams for where in _where(bench, seam, caught))
    do = Verb.LAY if _is_lining(bench, sheet, stands) else Verb.BASTE
    side = Side.WRONG if stands in HIDDEN else Side.RIGHT
    task = bench.operations[bench.sews[first.id]].task
    name = f"{do} {sheet.panel} {sheet.copy} for {first.id}"
    return Operation(do, pieces=(sheet,), on=places, side=side, goal=first.id, task=task, id=name)


def _is_lining(bench: Bench, sheet: Sheet, stands: Stands) -> bool:
    return stands is Stands.BEHIND and bench.draft[sheet.panel].role in ON_ZIPS


def _merged(places: Iterable[Where]) -> tuple[Where, ...]:
    """Stretches of one edge that touch, as one."""
    found: defaultdict[tuple[str, int, str], list[tuple[float, float]]] = defaultdict(list)
    for each in places:
        found[each[:3]].append((each.start or 0.0, each.end or 0.0))
    return tuple(Where(*edge, low, high) for edge, spans in found.items() for low, high in _joined(sorted(spans)))


def _joined(spans: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    low, high = spans[0]
    for start, end in spans[1:]:
        if start > high + _TOUCHING:
            yield low, high
            low = start
        high = max(high, end) if start <= high + _TOUCHING else end
    yield low, high


_TOUCHING = 0.1
"""mm between two stretches that are one."""


def _where(bench: Bench, seam: Seam, caught: Caught) -> Iterator[Where]:
    """Where what is caught lies on the side that it is laid on, in mm along its edges."""
    low, high = caught.at, caught.at + bench.draft.side_length(caught.runs)
    at = 0.0
    for run in _side(bench, seam, caught):
        first, last = bench.draft.span(run)
        a, b = max(low - at, 0.0), min(high - at, last - first)
        if b - a > 0.1:
            start, end = (last - b, last - a) if run.reversed else (first + a, first + b)
            yield Where(run.panel, run.copy, run.on, round(start, 4), round(end, 4))
        at += last - first


def _side(bench: Bench, seam: Seam, caught: Caught) -> tuple[Run, ...]:
    """The side that something is laid on: what is sewn on to a panel of side b already lies on that."""
    placed = [
        run.panel
        for held in caught.runs
        for each in bench.touching(held.panel)
        if each.kind is SeamKind.PLACEMENT and any(run.panel == held.panel for run in each.b)
        for run in each.a
    ]
    if any(run.panel in placed for run in seam.b):
        return seam.b
    return _before(bench, seam, caught) or lying_on(seam, caught)


def _before(bench: Bench, seam: Seam, caught: Caught) -> tuple[Run, ...]:
    """The one side with what a basted lining lies behind: since then that may have become part of another piece."""
    edge = bench.draft[caught.runs[0].panel].along(caught.runs[0].on)
    behind = edge.behind if isinstance(edge, Edge) else None
    for alike in (_is_edge, _is_panel):
        sides = [side for side in (seam.a, seam.b) if behind and any(alike(bench, run, behind) for run in side)]
        if len(sides) == 1:
            return sides[0]
    return ()


def _is_edge(bench: Bench, run: Run, behind: tuple[str, str]) -> bool:
    edge = bench.host(run).edge(run.on)
    return behind == ((edge.was.panels[-1], edge.was.edge) if edge.was else (run.panel, edge.name))


def _is_panel(bench: Bench, run: Run, behind: tuple[str, str]) -> bool:
    panel, was = bench.host(run), bench.host(run).edge(run.on).was
    return behind[0] in (panel.id, *panel.cut_from, *(was.panels if was else ()))


def _joining(bench: Bench, seams: list[tuple[Seam, Caught]], sheet: Sheet) -> set[str]:
    """The seams that join the panels on which one layer lies: these are joined before it is laid on them."""
    places = [where for seam, caught in seams for where in _where(bench, seam, caught)]
    hosts = {where.panel for where in places}
    if len(hosts) < 2 or seams[0][1].stands is not Stands.BEHIND:
        return set()
    own = {seam.id for seam, _ in seams}
    found = {
        seam.id: seam
        for host in hosts
        for seam in bench.touching(host)
        if seam.id not in own and seam.kind not in SURFACE_ONLY and _joins(seam, hosts)
    }
    beside = {each for where in places for each in _neighbours(bench, where)}
    near = {name for name, seam in found.items() if all((run.panel, run.on) in beside for run in (*seam.a, *seam.b))}
    joined = [_panels(found[name]) for name in near]
    return bench.sewing(seam for name, seam in found.items() if name in near or _panels(seam) not in joined)


def _neighbours(bench: Bench, where: Where) -> Iterator[tuple[str, str]]:
    """The edges on either side of one: what goes on there is joined, and not where a folded panel meets it again."""
    names = [edge.name for edge in bench.draft[where.panel].edges]
    if where.on in names:
        at = names.index(where.on)
        yield from ((where.panel, names[at - 1]), (where.panel, names[(at + 1) % len(names)]))


def _panels(seam: Seam) -> set[str]:
    return {run.panel for run in (*seam.a, *seam.b)}


def _joins(seam: Seam, panels: set[str]) -> bool:
    """Whether a seam joins some of these panels to each other; that of one folded panel joins none."""
    joined = _panels(seam)
    return len(joined) > 1 and joined <= panels
