"""What is done at seams: allowances are clipped, zips topstitched."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.making.bench import Bench
from bagpattern.making.clips import clip_of
from bagpattern.making.joints import held_runs, sheet_of
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import (
    CLIPPED_TO,
    LAYING,
    Operation,
    Side,
    Verb,
    Where,
)
from bagpattern.model.seam import Run, SeamKind, Stands
from bagpattern.values import replace


def clipped(bench: Bench) -> None:
    """The allowance that has to spread along a seam is clipped before it is sewn."""
    for seam in bench.draft.seams:
        clip = clip_of(bench.draft, seam) if seam.kind in _CLIPPED else None
        if clip:
            own = bench.sews[seam.id]
            task = bench.operations[own].task
            clipping = Operation(Verb.CLIP, seams=(seam.id,), pieces=clip.sheets, beside=CLIPPED_TO, task=task)
            laid = _walls_laid(bench, seam.id)
            bench.put(clipping, _ahead(bench, own) - laid, [own, *laid])


def _ahead(bench: Bench, name: str) -> set[str]:
    """What the same task does before an operation: what prepares that comes after it."""
    task = bench.operations[name].task
    return {each for each in bench.needs[name] if task >= 0 and bench.operations[each].task == task}


def _walls_laid(bench: Bench, seam: str) -> set[str]:
    """What lays a wall for a seam, and what follows on that: the sides that go round the wall are clipped before."""
    caught = (each for each in bench.draft.seam(seam).caught if each.stands is Stands.INSIDE)
    walls = {run.panel for each in caught for run in each.runs}
    laid = {each.id for each in bench.of(*LAYING) if any(sheet.panel in walls for sheet in each.pieces)}
    return laid | {name for name in bench.operations if bench.needs[name] & laid}


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
            layers = tuple(dict.fromkeys(sheet_of(run) for run in held_runs(seam)))
            slots = {bench.draft[each].material for each in (*(at.panel for at in on), *(at.panel for at in layers))}
            heat, task = bench.iron(*slots), bench.operations[own].task
            stitch = Operation(Verb.TOPSTITCH, pieces=layers, on=on, side=Side.RIGHT, heat=heat, task=task)
            bench.put(replace(stitch, id=f"topstitch {seam.id}"), after=[own])


def _beside(bench: Bench, run: Run) -> Iterator[Where]:
    """The topstitching lines beside the edge that a run lies on."""
    for line in bench.host(run).lines:
        if line.kind is LineKind.TOPSTITCH and line.along == run.on:
            yield Where(run.panel, run.copy, line.name)
