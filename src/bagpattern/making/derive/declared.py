"""What parts declare of their making, and in which order they wish it."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.making.bench import Bench, runs_of
from bagpattern.model.operation import JOINED, Operation, Task, Verb
from bagpattern.model.seam import Seam, SeamKind
from bagpattern.values import replace


def declared(bench: Bench) -> None:
    """Every operation of every task, in a task one after the other; a ``sew`` of several seams as one for each."""
    for number, task in enumerate(bench.draft.tasks):
        _declared(bench, number, task)
    for seam in bench.draft.seams:
        if seam.id not in bench.sews:
            bench.put(Operation(Verb.SEW, seams=(seam.id,)))


def joined(bench: Bench) -> None:
    """Lengths of a strip, or a facing and its lining, are joined before anything is sewn to them.

    What goes on their faces does so before they are joined.
    """
    keys = [task.key for task in bench.draft.tasks]
    for first in [each for each in bench.operations.values() if each.task >= 0 and keys[each.task] == JOINED]:
        panels = {run.panel for seam in first.seams for run in runs_of(bench.draft.seam(seam))}
        mine = {each.id for each in bench.operations.values() if each.task == first.task}
        later = (seam for panel in panels for seam in bench.touching(panel) if not _goes_on(seam, panel))
        bench.order([first.id], bench.sewing(later) - mine)


def _goes_on(seam: Seam, panel: str) -> bool:
    """Whether a seam sews a part on to the face of a panel."""
    return seam.kind is SeamKind.PLACEMENT and any(run.panel == panel for run in seam.a)


def _declared(bench: Bench, number: int, task: Task) -> None:
    before: list[str] = []
    for operation in task.operations:
        before = [bench.put(_by_cloth(bench, each), after=before) for each in _single(operation, number)]


def _single(operation: Operation, task: int) -> Iterator[Operation]:
    """An operation that sews several seams as one for each."""
    if operation.do is not Verb.SEW:
        yield _of(operation, task)
        return
    for seam in operation.seams:
        yield _of(operation, task, (seam,))


def _by_cloth(bench: Bench, operation: Operation) -> Operation:
    """What is pressed is creased where a facing, or what else has come to it since, bears no iron."""
    panels = (bench.draft[each.panel] for each in operation.pieces)
    if not operation.heat or not operation.crease or bench.iron(*(each.material for each in panels)):
        return operation
    return replace(operation, do=Verb.FOLD, how=operation.crease, heat=False)


def _of(operation: Operation, task: int, seams: tuple[str, ...] | None = None) -> Operation:
    return replace(operation, task=task, seams=operation.seams if seams is None else seams)


def wished(bench: Bench) -> None:
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
