"""Turning: when every seam but the gaps is sewn, through what is open."""

from __future__ import annotations

from bagpattern.making.bench import Bench, is_rim
from bagpattern.making.joints import held_runs, sheet_of
from bagpattern.making.parts import finishes
from bagpattern.model.operation import (
    RIM,
    Operation,
    Side,
    Verb,
)
from bagpattern.model.panel import Role
from bagpattern.model.seam import Meet, Seam, SeamKind
from bagpattern.values import replace


def turned(bench: Bench) -> None:
    """The bag is turned when every seam but the gaps is sewn; what finishes it comes after."""
    gaps = [seam for seam in bench.draft.seams if seam.kind is SeamKind.GAP and _is_of_bag(bench, seam)]
    shell = [seam for seam in bench.draft.seams if _shuts(bench, seam)]
    last = [each.id for each in bench.operations.values() if finishes(bench, each)]
    sewn = bench.sewing(shell) - set(last)
    sewn |= {each.id for each in bench.of(Verb.BIND, Verb.FELL) if set(each.seams) & {seam.id for seam in shell}}
    if any(seam.meet is not Meet.WRONG_SIDES for seam in shell):
        turn = [bench.put(replace(_turning(bench, gaps), out=Side.RIGHT, id="turn"), sewn)]
        bench.order(turn, bench.sewing(gaps))
        bench.order(turn, last)
    else:
        bench.order(sewn, last)


def parts_turned(bench: Bench) -> None:
    """A part of the bag is turned when all of its seams are sewn but those of the task that turns it.

    A shell that is put into its lining is turned before: it shows its right side then.
    """
    for each in tuple(bench.of(Verb.TURN)):
        if any(bench.draft[sheet.panel].role is Role.BODY for sheet in each.pieces):
            seams = {seam.id: seam for sheet in each.pieces for seam in bench.touching(sheet.panel)}.values()
            sewn = (name for name in bench.sewing(seams) if bench.operations[name].task != each.task)
            bench.order(sewn, [each.id])
    _shell_turned(bench)


def _shell_turned(bench: Bench) -> None:
    for seam in bench.draft.seams:
        if is_rim(bench, seam):
            own = bench.sews[seam.id]
            sheets = tuple(dict.fromkeys(sheet_of(run) for run in seam.a))
            task = bench.operations[own].task
            turn = Operation(Verb.TURN, pieces=sheets, through=RIM, out=Side.RIGHT, task=task, id="turn the shell")
            sewn = bench.sewing(each for each in bench.draft.seams if _is_of_shell(bench, each))
            put = (each.id for each in bench.of(Verb.PUT) if each.task == task)
            bench.put(turn, sewn, {own, *put})


def _is_of_shell(bench: Bench, seam: Seam) -> bool:
    return _shuts(bench, seam) and all(bench.host(run).role is Role.BODY for run in (*seam.a, *seam.b))


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
