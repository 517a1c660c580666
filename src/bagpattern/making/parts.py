"""What makes a part by itself, before it goes anywhere: the seams between its own pieces, and what its strips need."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.making.bench import Bench, runs_of
from bagpattern.model.operation import Operation, Verb
from bagpattern.model.panel import Role
from bagpattern.model.seam import SURFACE_ONLY, SeamKind

OF_PARTS = frozenset({Role.STRAP, Role.CLOSURE, Role.POCKET})
"""Roles of what is made by itself."""
_MAKING = frozenset({Verb.FOLD, Verb.PRESS, Verb.TURN, Verb.THREAD, Verb.TOPSTITCH})
"""What is done to a strip before it goes anywhere."""


def own_seams(bench: Bench, panel: str) -> set[str]:
    """The operations that make a part by itself: seams between pieces of parts alone."""
    return {
        bench.sews[seam.id]
        for seam in bench.touching(panel)
        if (seam.kind is SeamKind.TOPSTITCHED or seam.kind not in SURFACE_ONLY)
        and any(run.panel == panel for run in runs_of(seam, caught=False))
        and all(bench.host(run).role in OF_PARTS for run in runs_of(seam, caught=False))
    }


def made(bench: Bench, panel: str, holding: set[str]) -> set[str]:
    """What makes a part by itself: its own seams, and what is declared of a strip before the seams that hold it."""
    found = own_seams(bench, panel)
    if bench.draft[panel].role is Role.STRAP:
        found |= {each.id for each in _declared(bench, panel) if not _follows(bench, each, holding)}
    return found - holding


def _declared(bench: Bench, panel: str) -> Iterator[Operation]:
    for each in bench.of(*_MAKING):
        if any(sheet.panel == panel for sheet in each.pieces) and not finishes(bench, each):
            yield each


def _follows(bench: Bench, operation: Operation, holding: set[str]) -> bool:
    """Whether an operation is declared after one of those, in the same task."""
    names = list(bench.operations)
    same = (names.index(each) for each in holding if bench.operations[each].task == operation.task)
    return any(place < names.index(operation.id) for place in same)


def finishes(bench: Bench, operation: Operation) -> bool:
    """Whether it is done on the finished bag."""
    return operation.task >= 0 and bench.draft.tasks[operation.task].finishes
