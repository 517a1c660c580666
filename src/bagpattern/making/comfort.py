"""In which order what could be done is done: as a maker would, from small flat work to large closed work."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from bagpattern.making.bench import Bench, is_first_row, runs_of
from bagpattern.making.derive.hardware import feet
from bagpattern.model.darts import is_dart
from bagpattern.model.operation import Operation, Verb
from bagpattern.model.panel import Role
from bagpattern.model.seam import SeamKind


class Comfort(IntEnum):
    """What is done first, in the large [construction 11]."""

    STIFFENING = 1
    STRIPS = 2
    PANELS = 3
    ZIPS = 4
    BODY = 5
    LINING_POCKETS = 6
    LINING = 7
    JOIN = 8
    TURN = 9
    FINISH = 10
    CLOSE = 11


def ranks(bench: Bench, early: frozenset[int] = frozenset()) -> dict[str, tuple[int, int, bool, int]]:
    """For each operation its place among those that are ready.

    That of its task, or of what waits for it; then tasks in the order of drafting; in a task what prepares its seams.
    Some tasks are to be done *early*, before the body is closed.
    """
    own = {name: _comfort(bench, each) for name, each in bench.operations.items()}
    tasks: dict[int, Comfort] = {}
    for name, each in bench.operations.items():
        if each.task >= 0 and own[name] is not None:
            tasks[each.task] = max(tasks.get(each.task, Comfort.STIFFENING), own[name] or Comfort.STIFFENING)
    tasks |= dict.fromkeys(early, Comfort.PANELS)
    found = {name: tasks.get(each.task, own[name] or Comfort.BODY) for name, each in bench.operations.items()}
    order = {name: number for number, name in enumerate(bench.operations)}
    return {
        name: (rank, *_within(bench, bench.operations[name]), order[name])
        for name, rank in _inherited(bench, found).items()
    }


def _within(bench: Bench, operation: Operation) -> tuple[int, bool]:
    """The first row of a French seam is sewn as its second is: after that of the seam before."""
    return operation.task, operation.do is Verb.SEW or is_first_row(bench, operation)


def _inherited(bench: Bench, found: dict[str, Comfort]) -> dict[str, Comfort]:
    """What something waits for is as urgent as that."""
    changed = set(found)
    while changed:
        changed = {_raise(found, name, first) for name in changed for first in bench.needs[name]} - {""}
    return found


def _raise(found: dict[str, Comfort], name: str, first: str) -> str:
    if found[first] <= found[name]:
        return ""
    found[first] = found[name]
    return first


def _comfort(bench: Bench, operation: Operation) -> Comfort | None:
    if operation.do is Verb.TURN and not operation.pieces:
        return Comfort.TURN
    if operation.task >= 0 and bench.draft.tasks[operation.task].finishes:
        told = all(each.do is Verb.TELL for each in bench.draft.tasks[operation.task].operations)
        return Comfort.CLOSE if told else Comfort.FINISH  # how a bag is closed is told when all is on it
    if feet(bench, operation.notions):
        return Comfort.BODY
    roles = _roles(bench, operation)
    if operation.do is Verb.SEW:
        return _sewing(bench, operation, roles)
    return Comfort.STIFFENING if Role.STIFFENING in roles else _of_parts(roles)


def _roles(bench: Bench, operation: Operation) -> set[Role]:
    panels = [*(each.panel for each in operation.pieces), *(each.panel for each in operation.on)]
    for seam in operation.seams:
        panels += [run.panel for run in runs_of(bench.draft.seam(seam), caught=False)]
    return {bench.draft[panel].role for panel in panels if panel in bench.draft}


def _sewing(bench: Bench, operation: Operation, roles: set[Role]) -> Comfort:
    joint = bench.joint(operation)
    kind = joint.seam.kind
    if joint.walls:
        return Comfort.JOIN  # it parts the room behind it in two: what lies in there is finished first
    if not roles & {Role.BODY, Role.LINING, Role.OTHER}:
        return _of_parts(roles) or Comfort.PANELS
    if kind is SeamKind.GAP:
        return Comfort.FINISH
    if kind is SeamKind.PLACEMENT:
        return Comfort.PANELS if Role.BODY in roles else Comfort.LINING_POCKETS
    if kind is SeamKind.ZIP:
        return Comfort.ZIPS
    if Role.BODY in roles and is_dart(bench.draft, joint.seam):
        return Comfort.PANELS
    return _closing(roles)


def _closing(roles: Iterable[Role]) -> Comfort:
    both = {Role.BODY, Role.LINING} <= set(roles)
    return Comfort.JOIN if both else Comfort.LINING if Role.LINING in roles else Comfort.BODY


def _of_parts(roles: set[Role]) -> Comfort | None:
    if not roles:
        return None
    return Comfort.STRIPS if roles <= {Role.STRAP, Role.CLOSURE} else Comfort.PANELS
