"""Turning: when every seam but the gaps is sewn, through what is open."""

from __future__ import annotations

from bagpattern.making.bench import Bench
from bagpattern.making.joints import held_runs
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
