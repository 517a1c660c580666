"""Operations that follow from what was drafted: from seams and what they catch, finishes, holes, zips, stiffening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from bagpattern.making.bench import Bench, runs_of, sheets_of
from bagpattern.making.clips import clip_of
from bagpattern.making.joints import held_runs, lying_on, sheet_of
from bagpattern.making.parts import OF_PARTS, finishes, made, own_seams
from bagpattern.making.tapes import tapes_laid
from bagpattern.model.edge import Finish
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.notion import Notion, Sold
from bagpattern.model.operation import (
    BINDING,
    FIXING,
    LAYING,
    PUTTING_ON,
    RIM,
    Operation,
    Sheet,
    Side,
    Task,
    Verb,
    Where,
)
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import HIDDEN, SURFACE_ONLY, Caught, Meet, Run, Seam, SeamKind, Stands
from bagpattern.values import replace


def derive(bench: Bench) -> None:
    """Put everything on the bench: what parts declare, and what follows from the draft."""
    for number, task in enumerate(bench.draft.tasks):
        _declared(bench, number, task)
    for seam in bench.draft.seams:
        if seam.id not in bench.sews:
            bench.put(Operation(Verb.SEW, seams=(seam.id,)))
    for rule in (
        _laid,
        tapes_laid,
        _placed,
        _stiffened,
        _finished,
        _bound,
        _put_on,
        _along,
        _zipped,
        _clipped,
        _topstitched,
        _turned,
        _wished,
    ):
        rule(bench)


# what parts declare ---------------------------------------------------------------------------------------------------


def _declared(bench: Bench, number: int, task: Task) -> None:
    before: list[str] = []
    for operation in task.operations:
        before = [bench.put(each, after=before) for each in _single(operation, number)]


def _single(operation: Operation, task: int) -> Iterator[Operation]:
    """An operation that sews several seams as one for each."""
    if operation.do is not Verb.SEW:
        yield _of(operation, task)
        return
    for seam in operation.seams:
        yield _of(operation, task, (seam,))


def _of(operation: Operation, task: int, seams: tuple[str, ...] | None = None) -> Operation:
    return replace(operation, task=task, seams=operation.seams if seams is None else seams)


def _wished(bench: Bench) -> None:
    """What was declared to come after something, or before it and what prepares it in its own task.

    What names nothing is left to the checks.
    """
    for each in tuple(bench.operations.values()):
        bench.order((name for name in each.after if name in bench.operations), [each.id])
        known = (name for name in each.before if name in bench.operations)
        bench.order([each.id], [before for name in known for before in _prepared(bench, name)])


def _prepared(bench: Bench, name: str) -> Iterator[str]:
    """An operation, and those of its task that it needs."""
    yield name
    task = bench.operations[name].task
    yield from (each for each in bench.needs[name] if task >= 0 and bench.operations[each].task == task)


# what is caught -------------------------------------------------------------------------------------------------------


def _laid(bench: Bench) -> None:
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
        on_zip = stands is Stands.BEHIND and any(seam.kind is SeamKind.ZIP for seam in holding)
        making = set() if on_zip else made(bench, sheet.panel, sewing)
        laying = _laying(bench, sheet, stands, seams)
        done = [each.id for each in bench.of(*LAYING) if _lays(each, sheet, holding)]
        for name in done:
            bench.operations[name] = _settled(bench.operations[name], laying)
        done = done or [bench.put(laying)]
        bench.order(making | _joining(bench, seams, sheet), done)
        bench.order(done, sewing)


def _catches(bench: Bench) -> dict[tuple[Sheet, Stands, str], list[tuple[Seam, Caught]]]:
    """What is caught, by sheet: layers and walls all round at once, the rest seam by seam."""
    found: defaultdict[tuple[Sheet, Stands, str], list[tuple[Seam, Caught]]] = defaultdict(list)
    for seam in bench.draft.seams:
        for caught in seam.caught:
            for run in caught.runs:
                once = seam.id if caught.stands is Stands.BETWEEN else ""
                found[sheet_of(run), caught.stands, once].append((seam, caught))
    return found


def _with_zips(bench: Bench, sheet: Sheet, seams: list[Seam]) -> Iterator[Seam]:
    """The zips that hold a sheet and bring it to where these seams meet their ends, as the tab over an end of one."""
    sides = {each for seam in seams for each in sheets_of(seam)}
    own = {seam.id for seam in seams}
    for seam in bench.touching(sheet.panel):
        held = seam.kind is SeamKind.ZIP and sheet in map(sheet_of, held_runs(seam))
        if held and seam.id not in own and sides & sheets_of(seam):
            yield seam


_LINING_ROLES = (Role.LINING, Role.CLOSURE)
"""Of what lies on a zip, behind its shell: a lining, that of a strip."""
_LATER = {SeamKind.ZIP: -1}
"""What is held by a zip as well as by other seams is laid for the zip: that is sewn first."""


def _lays(operation: Operation, sheet: Sheet, seams: list[Seam]) -> bool:
    mine = any(each.panel == sheet.panel and each.copy in (0, sheet.copy) for each in operation.pieces)
    return mine and (not operation.goal or operation.goal in {seam.id for seam in seams})


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
    """What a part says of how something is laid, with where, and for which seam, as it follows from what catches it."""
    on = _merged((*declared.on, *found.on))
    return replace(declared, on=on, goal=declared.goal or found.goal, side=declared.side or found.side)


def _laying(bench: Bench, sheet: Sheet, stands: Stands, seams: list[tuple[Seam, Caught]]) -> Operation:
    first = min((seam for seam, _ in seams), key=lambda seam: _LATER.get(seam.kind, 0))
    places = _merged(where for seam, caught in seams for where in _where(bench, seam, caught))
    hidden = stands is Stands.BEHIND and bench.draft[sheet.panel].role in _LINING_ROLES
    do = Verb.LAY if hidden else Verb.BASTE
    side = Side.WRONG if stands in HIDDEN else Side.RIGHT
    task = bench.operations[bench.sews[first.id]].task
    name = f"{do} {sheet.panel} {sheet.copy} for {first.id}"
    return Operation(do, pieces=(sheet,), on=places, side=side, goal=first.id, task=task, id=name)


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
    for run in lying_on(seam, caught):
        first, last = bench.draft.span(run)
        a, b = max(low - at, 0.0), min(high - at, last - first)
        if b - a > 0.1:
            start, end = (last - b, last - a) if run.reversed else (first + a, first + b)
            yield Where(run.panel, run.copy, run.on, round(start, 4), round(end, 4))
        at += last - first


def _joining(bench: Bench, seams: list[tuple[Seam, Caught]], sheet: Sheet) -> set[str]:
    """The seams that join the panels on which one layer lies: these are joined before it is laid on them."""
    hosts = {where.panel for seam, caught in seams for where in _where(bench, seam, caught)}
    if len(hosts) < 2 or seams[0][1].stands is not Stands.BEHIND:
        return set()
    own = {seam.id for seam, _ in seams}
    return bench.sewing(
        seam
        for host in hosts
        for seam in bench.touching(host)
        if seam.id not in own and {run.panel for run in (*seam.a, *seam.b)} <= hosts and seam.kind not in SURFACE_ONLY
    )


# what lies on faces ---------------------------------------------------------------------------------------------------


def _placed(bench: Bench) -> None:
    """A part is made, then sewn on to a panel that lies flat: before any seam joins that at its edges."""
    for seam in bench.draft.seams:
        if seam.kind is SeamKind.PLACEMENT:
            own = bench.sews[seam.id]
            hosts = {run.panel for run in seam.a}
            later = (each for host in hosts for each in bench.touching(host) if each.kind not in SURFACE_ONLY)
            bench.order([own], bench.sewing(each for each in later if each.id != seam.id))
            if seam.zip is None:
                bench.order({each for run in seam.b for each in made(bench, run.panel, {own})}, [own])


def _stiffened(bench: Bench) -> None:
    """Stiffening is fixed before its piece is sewn."""
    for panel in bench.draft.panels:
        if panel.role is Role.STIFFENING and panel.stiffens:
            done = [each.id for each in bench.operations.values() if _has(each, panel.id) and each.do in FIXING]
            bench.order(done, bench.sewing(bench.touching(panel.stiffens)))
            bench.order(done, (each.id for each in bench.operations.values() if _has(each, panel.stiffens)))


def _has(operation: Operation, panel: str) -> bool:
    return any(each.panel == panel for each in operation.pieces)


# edges ----------------------------------------------------------------------------------------------------------------

_FINISHING = {Finish.HEM: Verb.HEM, Finish.BOUND: Verb.BIND}


def _finished(bench: Bench) -> None:
    """Edges that are hemmed or bound: those of parts before they are sewn in, those of the body after."""
    _rims(bench)
    for panel in bench.draft.panels:
        for finish in dict.fromkeys(edge.finish for edge in panel.edges if edge.finish in _FINISHING):
            verb = _FINISHING[finish]
            done = [each.id for each in bench.of(verb) if _has(each, panel.id)] or [
                bench.put(_finishing(bench, panel, finish), ())
            ]
            if panel.role not in (Role.BODY, Role.LINING):
                joined = _bound_together(bench, panel.id)
                bench.order(joined, done)
                bench.order(done, bench.sewing(bench.touching(panel.id)) - joined)
            else:
                bench.order(bench.sewing(_crossing(bench, panel, finish)), done)


def _rims(bench: Bench) -> None:
    """A hem without a piece is that of the rim, on whichever panels that has come to be."""
    rims = [panel for panel in bench.draft.panels if panel.role in (Role.BODY, Role.LINING)]
    hemmed = tuple(Sheet(panel.id) for panel in rims if any(edge.finish is Finish.HEM for edge in panel.edges))
    for each in tuple(bench.of(Verb.HEM)):
        if not each.pieces:
            bench.operations[each.id] = replace(each, pieces=hemmed, on=tuple(_hem_edges(bench, hemmed)))


def _hem_edges(bench: Bench, sheets: tuple[Sheet, ...]) -> Iterator[Where]:
    for sheet in sheets:
        for edge in bench.draft[sheet.panel].edges:
            if edge.finish is Finish.HEM:
                yield Where(sheet.panel, 0, edge.name)


def _bound_together(bench: Bench, panel: str) -> set[str]:
    """The seams of a part by itself whose allowances are bound: its layers are joined before the tape goes on."""
    bound = bench.sewing(seam for seam in bench.touching(panel) if seam.kind is SeamKind.BOUND)
    return bound & own_seams(bench, panel)


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


def _bound(bench: Bench) -> None:
    """Without a lining of its own a bag's plain seams are bound with tape, each before a seam crosses its end."""
    lined = any(bench.host(run).role is Role.LINING for seam in bench.draft.seams for run in (*seam.a, *seam.b))
    tape = BINDING if any(each.id == BINDING for each in bench.draft.notions) else ""
    for seam in bench.draft.seams:
        if _shows_inside(bench, seam, bool(tape)) and not lined:
            own = bench.sews[seam.id]
            where = tuple(Where(run.panel, run.copy, run.on) for run in seam.a)
            task = bench.operations[own].task
            notions = (tape,) if tape else ()
            binding = Operation(Verb.BIND, seams=(seam.id,), notions=notions, on=where, side=Side.WRONG, task=task)
            bench.order([bench.put(binding, [own])], _flattening(bench, seam.id))


def _flattening(bench: Bench, seam: str) -> Iterator[str]:
    """What is done to a seam's allowances: they are bound before."""
    return (each.id for each in bench.of(Verb.PRESS, Verb.FOLD, Verb.TOPSTITCH) if seam in each.seams)


def _shows_inside(bench: Bench, seam: Seam, taped: bool) -> bool:
    """Whether raw edges are bound: those of the body, where there is tape for it, and those of pockets that fray."""
    panels = [bench.host(run) for run in (*seam.a, *seam.b)]
    if seam.kind is not SeamKind.PLAIN or not all(panel.role in (Role.BODY, Role.POCKET) for panel in panels):
        return False
    of_body = all(panel.role is Role.BODY for panel in panels)
    return (taped and of_body) or any(bench.materials[panel.material].frays for panel in panels)


# notions --------------------------------------------------------------------------------------------------------------


def _put_on(bench: Bench) -> None:
    """Hardware in its holes and on its strips, where no part says when."""
    for notion in bench.draft.notions:
        holes = tuple(_holes(bench, notion.id))
        done = [each for each in bench.operations.values() if notion.id in each.notions]
        for each in done:
            if holes and not each.on:
                bench.operations[each.id] = _at(each, holes)
        if not done and (holes or notion.threads):
            done = [bench.operations[bench.put(_putting(bench, notion, holes))]]
        _in_time(bench, notion, holes, [each.id for each in done])


def _at(operation: Operation, holes: tuple[Where, ...]) -> Operation:
    return replace(operation, on=holes)


def _holes(bench: Bench, notion: str) -> Iterator[Where]:
    for panel in bench.draft.panels:
        for label in dict.fromkeys(hole.label for hole in panel.holes if hole.holds == notion):
            yield Where(panel.id, 0, str(label))


def _putting(bench: Bench, notion: Notion, holes: tuple[Where, ...]) -> Operation:
    if holes:
        return Operation(Verb.INSERT, notions=(notion.id,), on=holes)
    making = sorted(own_seams(bench, notion.threads))
    task = bench.operations[making[0]].task if making else -1
    pieces = (Sheet(notion.threads),) if notion.threads in bench.draft else ()
    return Operation(Verb.THREAD, pieces=pieces, notions=(notion.id,), task=task)


def _in_time(bench: Bench, notion: Notion, holes: tuple[Where, ...], done: list[str]) -> None:
    """What goes on a strip is there before an end is sewn down round it, or both are held."""
    strip = notion.threads
    if strip in bench.draft:
        ends = [seam for seam in bench.touching(strip) if _joins_ends(seam, strip)]
        long = own_seams(bench, strip) - set(done) - bench.sewing(ends)
        bench.order(long, (each for each in done if bench.operations[each].do in PUTTING_ON))
        round_it = ends + [seam for seam in bench.touching(strip) if _sits(bench, seam, strip, notion.id)]
        caught = [seam for seam in bench.touching(strip) if any(run.panel == strip for run in held_runs(seam))]
        bench.order(done, bench.sewing(round_it or (caught if notion.kind == "ring" else ())))


def _along(bench: Bench) -> None:
    """Webbing is sewn on along its lines when the panels that it runs over are joined, and while all of them lie flat.

    Ends of webbing are sewn on each panel by itself.
    """
    for operation in tuple(bench.operations.values()):
        over, ends = (set(_marked_on(bench, operation, marks)) for marks in (_runs_there, _ends_there))
        if over | ends and not finishes(bench, operation):
            touching = (seam for host in over | ends for seam in bench.touching(host))
            seams = {seam.id: seam for seam in touching if seam.kind not in SURFACE_ONLY}
            joins = [seam for seam in seams.values() if _joins(seam, over)]
            bench.order(bench.sewing(joins), [operation.id])
            bench.order([operation.id], bench.sewing(seam for seam in seams.values() if seam not in joins))


def _marked_on(bench: Bench, operation: Operation, marks: Callable[[Line, Operation], bool]) -> Iterator[str]:
    """The panels of the body with such lines."""
    for panel in bench.draft.panels:
        lines = (line for line in panel.lines if not line.closed and line.kind is not LineKind.FOLD)
        if panel.role is Role.BODY and any(marks(line, operation) for line in lines):
            yield panel.id


def _runs_there(line: Line, operation: Operation) -> bool:
    return line.holds in operation.notions


def _ends_there(line: Line, operation: Operation) -> bool:
    """Whether an end that an operation sews on lies there; what a seam is to hold is laid for that."""
    return line.end is not None and line.end.of in operation.notions and not operation.goal


def _joins(seam: Seam, panels: set[str]) -> bool:
    return seam.kind is SeamKind.PLAIN and {run.panel for run in (*seam.a, *seam.b)} <= panels


def _joins_ends(seam: Seam, strip: str) -> bool:
    """Whether a seam closes a strip to a ring."""
    return all(any((run.panel, run.on) == (strip, end) for run in (*seam.a, *seam.b)) for end in ("start", "end"))


def _sits(bench: Bench, seam: Seam, strip: str, notion: str) -> bool:
    """Whether a seam sews an end of a strip down round that notion."""
    lines = {line.name for line in bench.draft[strip].lines if line.holds == notion}
    return seam.kind is SeamKind.HEM and any(run.panel == strip and run.on in lines for run in seam.a)


def _zipped(bench: Bench) -> None:
    """A zip is in its seam; sliders are on its tape before that; it can be opened once it is sewn in."""
    for seam in bench.draft.seams:
        if seam.zip:
            own = bench.sews[seam.id]
            bench.operations[own] = _with(bench.operations[own], seam.zip)
            task = bench.operations[own].task
            sliders = tuple(each.id for each in bench.draft.notions if each.zip == seam.zip)
            if sliders and not any(set(sliders) & set(each.notions) for each in bench.operations.values()):
                bench.put(Operation(Verb.INSERT, notions=(*sliders, seam.zip), task=task), before=[own])


def _with(operation: Operation, notion: str) -> Operation:
    return operation if notion in operation.notions else replace(operation, notions=(*operation.notions, notion))


# at seams -------------------------------------------------------------------------------------------------------------


def _clipped(bench: Bench) -> None:
    """The allowance that has to spread along a seam is clipped before it is sewn."""
    for seam in bench.draft.seams:
        clip = clip_of(bench.draft, seam) if seam.kind in _CLIPPED else None
        if clip:
            own = bench.sews[seam.id]
            task = bench.operations[own].task
            clipping = Operation(Verb.CLIP, seams=(seam.id,), pieces=clip.sheets, task=task)
            bench.put(clipping, _ahead(bench, own), [own])


def _ahead(bench: Bench, name: str) -> list[str]:
    """What the same task does before an operation: what prepares that comes after it."""
    task = bench.operations[name].task
    return [each for each in bench.needs[name] if task >= 0 and bench.operations[each].task == task]


_CLIPPED = frozenset({SeamKind.PLAIN, SeamKind.BOUND})


def _topstitched(bench: Bench) -> None:
    """A zip is topstitched as soon as it is sewn in, before its panels are joined to others."""
    declared = {seam: each for each in bench.of(Verb.TOPSTITCH) for seam in each.seams}
    for seam in bench.draft.seams:
        on = tuple(each for run in (*seam.a, *seam.b) for each in _beside(bench, run))
        if seam.id in declared:
            bench.operations[declared[seam.id].id] = replace(declared[seam.id], on=on)
        elif on and seam.kind is SeamKind.ZIP:
            own = bench.sews[seam.id]
            slots = {bench.draft[each.panel].material for each in on}
            heat, task = bench.iron(*slots), bench.operations[own].task
            bench.put(Operation(Verb.TOPSTITCH, on=on, side=Side.RIGHT, heat=heat, task=task), after=[own])


def _beside(bench: Bench, run: Run) -> Iterator[Where]:
    """The topstitching lines beside the edge that a run lies on."""
    for line in bench.host(run).lines:
        if line.kind is LineKind.TOPSTITCH and line.along == run.on:
            yield Where(run.panel, run.copy, line.name)


# turning --------------------------------------------------------------------------------------------------------------


def _turned(bench: Bench) -> None:
    """The bag is turned when every seam but the gaps is sewn; what finishes it comes after."""
    gaps = [seam for seam in bench.draft.seams if seam.kind is SeamKind.GAP and _is_of_bag(bench, seam)]
    shell = [seam for seam in bench.draft.seams if _shuts(bench, seam)]
    last = [each.id for each in bench.operations.values() if finishes(bench, each)]
    sewn = bench.sewing(shell) - set(last)
    sewn |= {each.id for each in bench.of(Verb.BIND) if set(each.seams) & {seam.id for seam in shell}}
    if any(seam.meet is not Meet.WRONG_SIDES for seam in shell):
        turn = [bench.put(replace(_turning(bench, gaps), out=Side.RIGHT, id="turn"), sewn)]
        bench.order(turn, bench.sewing(gaps))
        bench.order(turn, last)
    else:
        bench.order(sewn, last)


def _is_of_bag(bench: Bench, seam: Seam) -> bool:
    return any(bench.host(run).role in (Role.BODY, Role.LINING) for run in (*seam.a, *seam.b))


def _shuts(bench: Bench, seam: Seam) -> bool:
    return seam.kind in (SeamKind.PLAIN, SeamKind.BOUND) and _is_of_bag(bench, seam)


def _turning(bench: Bench, gaps: list[Seam]) -> Operation:
    """The bag is turned through the first gap, else through its zip, else through its rim."""
    if gaps:
        return Operation(Verb.TURN, through=gaps[0].id)
    zips = (seam.zip for seam in bench.draft.seams if seam.kind is SeamKind.ZIP and _closes_shell(bench, seam))
    own = next(filter(None, zips), "")
    return Operation(Verb.TURN, notions=(own,)) if own else Operation(Verb.TURN, through=RIM)


def _closes_shell(bench: Bench, seam: Seam) -> bool:
    return all(bench.host(run).role is Role.BODY for run in (*seam.a, *seam.b)) and not any(
        bench.host(run).role is Role.POCKET for run in held_runs(seam)
    )


def is_by_the_metre(notion: Notion) -> bool:
    """Whether a zip is cut from a roll."""
    return notion.stock is Sold.METRE
