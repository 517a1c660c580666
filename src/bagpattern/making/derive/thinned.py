"""Edges of leather that are turned: they are thinned while the piece lies flat, before all else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bagpattern.making.bench import Bench, runs_of
from bagpattern.model.operation import Operation, Sheet, Side, Verb, Where
from bagpattern.model.panel import Role


def skived(bench: Bench) -> None:
    """Edges that are turned, one operation for each width of each panel."""
    for panel, edges in bench.skived.items():
        later = list(_working(bench, panel))
        task = -1 if bench.draft[panel].role in (Role.BODY, Role.LINING) else _task(later)
        for wide in dict.fromkeys(edges.values()):
            where = tuple(Where(panel, 0, edge) for edge, its in edges.items() if its == wide)
            thin = Operation(Verb.SKIVE, pieces=(Sheet(panel),), on=where, side=Side.WRONG, turns=(wide,), task=task)
            bench.put(thin, before=[each.id for each in later])


def _task(later: Sequence[Operation]) -> int:
    """The task that turns the edges, or the first that does anything with the panel."""
    hems = [each for each in later if each.do is Verb.HEM]
    return next((each.task for each in (*hems, *later) if each.task >= 0), -1)


def _working(bench: Bench, panel: str) -> Iterator[Operation]:
    """All that is done with a panel."""
    for each in bench.operations.values():
        runs = (run.panel for seam in each.seams for run in runs_of(bench.draft.seam(seam)))
        if panel in (*(sheet.panel for sheet in each.pieces), *(where.panel for where in each.on), *runs):
            yield each
