"""What is done at seams: allowances are clipped, zips topstitched."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.making.bench import Bench
from bagpattern.making.clips import clip_of
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import (
    Operation,
    Side,
    Verb,
    Where,
)
from bagpattern.model.seam import Run, SeamKind
from bagpattern.values import replace


def clipped(bench: Bench) -> None:
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


def topstitched(bench: Bench) -> None:
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
