"""The order of the making: greedy, one look ahead, over what has to be done before what.

Of the seams that can be sewn, one waits if, once it is sewn, another could no longer be reached. Among what is ready
the most comfortable goes first, and what was begun is finished first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.errors import named
from bagpattern.making.bench import Bench
from bagpattern.making.comfort import ranks
from bagpattern.making.joints import Joint, is_gap
from bagpattern.making.work import WRONG, Face, Work
from bagpattern.model.operation import Operation, Sheet, Verb
from bagpattern.model.seam import SeamKind
from bagpattern.said import NOTHING, Name, Said
from bagpattern.values import replace
from bagpattern.words import form, words


class Plan(NamedTuple):
    """Operations in their order; ``stuck`` says why those that are ``left`` cannot be done, where there is no order."""

    operations: tuple[Operation, ...]
    left: tuple[Operation, ...] = ()
    stuck: Said = NOTHING


def plan(bench: Bench) -> Plan:
    """The order of what is on a bench.

    Where two seams shut each other in, the one that is usually sewn later belongs to what lies deeper in the bag: then
    its task is begun anew as early as it can be.
    """
    early: set[int] = set()
    while True:
        planner = Planner(bench, frozenset(early))
        found = planner.run()
        new = planner.deepest() - early
        if not found.left or not new:
            return found
        early |= new


class Planner:
    """Orders the operations on a bench, one by one, as the work in hand allows it; some tasks are wanted *early*."""

    def __init__(self, bench: Bench, early: frozenset[int] = frozenset()) -> None:
        self.bench, self.work = bench, Work(bench.cloth)
        self.left = dict.fromkeys(bench.operations)
        self.done: list[Operation] = []
        self._needs = {name: set(bench.needs[name]) for name in self.left}
        self._ranks = ranks(bench, early)
        self._beside = _needed_beside(bench)
        self._task = -1

    def run(self) -> Plan:
        """The operations in their order, as far as there is one."""
        while self.left:
            name = next(self._possible(), None)
            if name is None:
                left = tuple(self.bench.operations[each] for each in self.left)
                return Plan(tuple(self.done), left, self._stuck())
            self._do(name)
        return Plan(tuple(self.done))

    def deepest(self) -> set[int]:
        """The task of the seam that is sewn last of those that shut each other in."""
        ready = (self.bench.operations[name] for name in self.left if not self._needs[name])
        blocked = [each for each in ready if each.do is Verb.SEW and each.task >= 0]
        return {max(blocked, key=lambda each: self._ranks[each.id]).task} if blocked else set()

    def _possible(self) -> Iterator[str]:
        return (name for name in self._ready() if self._can(self.bench.operations[name]))

    def _ready(self) -> list[str]:
        """What nothing has to precede any more, the most comfortable first."""
        ready = [name for name in self.left if not self._needs[name]]
        return sorted(ready, key=lambda name: (not self._goes_on(name), self._waits(name), self._ranks[name]))

    def _waits(self, name: str) -> bool:
        """Whether the task of an operation, once begun, would have to wait for what is done in others."""
        return any(each in self.left for each in self._beside.get(self.bench.operations[name].task, ()))

    def _goes_on(self, name: str) -> bool:
        """Whether an operation is of the task in hand."""
        return self._task >= 0 and self.bench.operations[name].task == self._task

    # one operation ----------------------------------------------------------------------------------------------------

    def _can(self, operation: Operation) -> bool:
        if operation.do is not Verb.SEW:
            return True
        joint = self.bench.joint(operation)
        if joint.seam.kind is SeamKind.PLACEMENT:
            return self.work.lies_flat(joint.sides[0][0])
        return not joint.glues or (self._fault(joint) is None and not self._shuts_in(joint))

    def _fault(self, joint: Joint) -> Said | None:
        """Why a seam cannot be sewn now, its zips open."""
        work = self._unzipped()
        apart = work.unjoined(joint)
        if apart:
            told = form("{one} and {other} are not joined where it goes on from one to the other")
            return words(told, one=Name(apart[0].panel), other=Name(apart[1].panel))
        shut = work.shut_in(joint)
        return words("{panel} is shut in", panel=Name(shut.panel)) if shut else None

    def _unzipped(self) -> Work:
        if set(self.work.zips) <= self.work.open:
            return self.work
        work = self.work.copy()
        work.unzip(*work.zips)
        return work

    def _shuts_in(self, joint: Joint) -> bool:
        """Whether a seam, once sewn, leaves another that is still to be sewn out of reach."""
        then = self.work.copy()
        then.sew(joint)
        then.unzip(*then.zips)
        return any(then.shut_in(each) for each in self._coming() if each is not joint)

    def _coming(self) -> Iterator[Joint]:
        for name in self.left:
            operation = self.bench.operations[name]
            if operation.do is Verb.SEW:
                joint = self.bench.joint(operation)
                if joint.glues and not is_gap(joint):
                    yield joint

    def _do(self, name: str) -> None:
        operation = self.bench.operations[name]
        if operation.do is Verb.SEW:
            self._sew(operation)
        elif operation.do is Verb.TURN:
            operation = self._turn(operation)
        del self.left[name]
        for needs in self._needs.values():
            needs.discard(name)
        self._task = operation.task
        self.done.append(operation)

    def _sew(self, operation: Operation) -> None:
        joint = self.bench.joint(operation)
        if joint.glues:
            self._open(operation.task, self._wanted_open(joint))
        self.work.sew(joint)

    def _wanted_open(self, joint: Joint) -> tuple[str, ...]:
        """The zips that have to be open before a seam is sewn: to reach it, or because it shuts the shell.

        Those of what it joins or catches: the zip of a pocket that hangs in a bag leads into the pocket alone.
        """
        closed = {name: each for name, each in self.work.zips.items() if name not in self.work.open}
        if not closed:
            return ()
        then = self.work.copy()
        then.sew(joint)
        zips = tuple(name for name, each in closed.items() if then.are_one(joint, each) or joint.catches(each))
        shuts = zips and (self.work.shut_in(joint) or (then.is_shut() and not self.work.is_shut()))
        return zips if shuts else ()

    def _open(self, task: int, zips: tuple[str, ...]) -> None:
        self.work.unzip(*zips)
        if zips:
            self.done.insert(self._beginning(task), Operation(Verb.OPEN, notions=zips, task=task, id=f"open {zips[0]}"))

    def _beginning(self, task: int) -> int:
        """Where the task in hand was begun: zips are opened first, but for one that is sewn in it."""
        at = len(self.done)
        while at and self.done[at - 1].task == task and not self._sews_zip(self.done[at - 1]):
            at -= 1
        return at

    def _sews_zip(self, operation: Operation) -> bool:
        return operation.do is Verb.SEW and self.bench.joint(operation).seam.kind is SeamKind.ZIP

    def _turn(self, operation: Operation) -> Operation:
        if operation.notions:
            self._open(operation.task, tuple(name for name in operation.notions if name not in self.work.open))
            return replace(operation, out=self.work.turn(self.bench.cloth.sheets[0]))
        if operation.pieces:  # a part by itself
            return replace(operation, out=self.work.turn(first_sheet(operation)))
        gap = self._gap()
        sheet = gap.sheets[0] if gap else self.bench.cloth.sheets[0]
        return replace(operation, out=self.work.turn(sheet), through=gap.seam.id if gap else operation.through)

    def _gap(self) -> Joint | None:
        """The gap that everything is turned through: of several the one that is outside now."""
        joints = (
            self.bench.joint(self.bench.operations[name]) for name in self.left if name in self.bench.sews.values()
        )
        gaps = [each for each in joints if is_gap(each) and self._is_of_bag(each)]
        outside = (each for each in gaps if self.work.is_outside(Face(each.sheets[0], WRONG)))
        return next(outside, gaps[0] if gaps else None)

    def _is_of_bag(self, joint: Joint) -> bool:
        return joint.sheets[0] in self.bench.cloth.bounding

    def _stuck(self) -> Said:
        for name in self._ready():
            operation = self.bench.operations[name]
            if operation.do is Verb.SEW:
                fault = self._fault(self.bench.joint(operation)) or words("it would shut in another seam")
                return words("{task}: {fault}", task=Name(name), fault=fault)
        first = next(iter(self.left))
        return words("{task} waits for {others}", task=Name(first), others=named(sorted(self._needs[first])))


def first_sheet(operation: Operation) -> Sheet:
    """The first sheet in hand; of every copy of a piece the first."""
    return Sheet(operation.pieces[0].panel, operation.pieces[0].copy or 1)


def _needed_beside(bench: Bench) -> dict[int, set[str]]:
    """For each task what its operations need of others."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for name, each in bench.operations.items():
        if each.task >= 0:
            found[each.task] |= {need for need in bench.needs[name] if bench.operations[need].task != each.task}
    return found
