"""What is bought and held by a seam, or sewn on to panels: webbing, cord, piping. No piece tells where it goes."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.making.bench import Bench
from bagpattern.making.parts import finishes
from bagpattern.model.operation import LAYING, Operation, Verb, Where
from bagpattern.model.seam import SURFACE_ONLY, Run, Seam
from bagpattern.values import replace


def tapes_laid(bench: Bench) -> None:
    """Webbing, cord and piping that are bought are laid before the seams that hold them."""
    for each in tuple(bench.of(Verb.TOPSTITCH, *LAYING)):
        if each.notions and not finishes(bench, each):
            placed = replace(each, on=each.on or tuple(_marked(bench, each.notions)))
            found = {*placed.seams, placed.goal} - {""} or {seam.id for seam in _sewing_at(bench, placed.on)}
            if each.do in LAYING and found:
                bench.order([each.id], (bench.sews[seam] for seam in found))
                placed = replace(placed, goal=placed.goal or min(found))
                placed = replace(placed, task=_told_in(bench, placed))
            bench.operations[each.id] = placed


def _told_in(bench: Bench, operation: Operation) -> int:
    """The task that it is told in: one without a title is told with the seam that holds what is laid."""
    untitled = operation.task >= 0 and not bench.draft.tasks[operation.task].title
    return bench.operations[bench.sews[operation.goal]].task if untitled else operation.task


def _marked(bench: Bench, notions: tuple[str, ...]) -> Iterator[Where]:
    """The lines that mark where they lie, on whatever piece these came to be."""
    for panel in bench.draft.panels:
        for line in panel.lines:
            if line.holds in notions or (line.end is not None and line.end.of in notions):
                yield Where(panel.id, 0, line.name)


def _sewing_at(bench: Bench, on: tuple[Where, ...]) -> Iterator[Seam]:
    """The seams that sew those stretches of edges."""
    for where in on:
        for seam in bench.touching(where.panel):
            if any(_covers(bench, run, where) for run in (*seam.a, *seam.b)) and seam.kind not in SURFACE_ONLY:
                yield seam


def _covers(bench: Bench, run: Run, where: Where) -> bool:
    low, high = bench.draft.span(run)
    same = (run.panel, run.on) == (where.panel, where.on) and where.copy in (0, run.copy)
    return same and (where.start is None or where.end is None or low < (where.start + where.end) / 2 < high)
