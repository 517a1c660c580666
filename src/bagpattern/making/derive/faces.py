"""What lies on faces: parts that are sewn on, stiffening behind, webbing along lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bagpattern.making.bench import Bench
from bagpattern.making.parts import finishes, made
from bagpattern.model.marks import Line, LineKind
from bagpattern.model.operation import FIXING, LAYING, Operation, Verb
from bagpattern.model.panel import Role
from bagpattern.model.seam import SURFACE_ONLY, Seam, SeamKind

_BEHIND = FIXING | {Verb.QUILT, Verb.TRIM}
"""What is done to a stiffening, and with it to its piece."""


def placed(bench: Bench) -> None:
    """A part is made, then sewn on to a panel that lies flat: before any seam joins that at its edges."""
    for seam in bench.draft.seams:
        if seam.kind is SeamKind.PLACEMENT:
            own = bench.sews[seam.id]
            hosts = {run.panel for run in seam.a}
            later = (each for host in hosts for each in bench.touching(host) if each.kind not in SURFACE_ONLY)
            bench.order([own], bench.sewing(each for each in later if each.id != seam.id))
            bench.order([own], (each.id for each in bench.of(*LAYING) if any(has(each, host) for host in hosts)))
            if seam.zip is None:
                bench.order({each for run in seam.b for each in made(bench, run.panel, {own})}, [own])


def bags_closed(bench: Bench) -> None:
    """A pocket bag is closed when all is done at its window: what it is folded over has to be there."""
    for seam in bench.draft.seams:
        if seam.kind is SeamKind.PLACEMENT and seam.zip is not None:
            bag, task = {run.panel for run in seam.b}, bench.operations[bench.sews[seam.id]].task
            set_in = [each.id for each in bench.operations.values() if each.task == task >= 0]
            own = (each for each in bench.draft.seams if {run.panel for run in (*each.a, *each.b)} == bag)
            bench.order(set_in, bench.sewing(own))


def stiffened(bench: Bench) -> None:
    """Stiffening is fixed before its piece is sewn; what is quilted is trimmed by then, too."""
    for panel in bench.draft.panels:
        if panel.role is Role.STIFFENING and panel.stiffens:
            done = [each.id for each in bench.operations.values() if has(each, panel.id) and each.do in _BEHIND]
            bench.order(done, bench.sewing(bench.touching(panel.stiffens)))
            bench.order(done, (each.id for each in bench.operations.values() if has(each, panel.stiffens)))


def has(operation: Operation, panel: str) -> bool:
    return any(each.panel == panel for each in operation.pieces)


def laid_along(bench: Bench) -> None:
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
