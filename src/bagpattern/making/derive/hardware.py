"""Bought things: in their holes, on their strips, on their zips."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.making.bench import Bench
from bagpattern.making.joints import held_runs
from bagpattern.making.led import leads
from bagpattern.making.parts import own_seams
from bagpattern.model.notion import Notion
from bagpattern.model.operation import (
    PUTTING_ON,
    Operation,
    Sheet,
    Verb,
    Where,
)
from bagpattern.model.panel import Role
from bagpattern.model.seam import SURFACE_ONLY, Seam, SeamKind
from bagpattern.values import replace

FOOT = "bag-foot"
"""The kind of notion that a bag stands on."""


def put_on(bench: Bench) -> None:
    """Hardware in its holes and on its strips, where no part says when."""
    for notion in bench.draft.notions:
        holes = tuple(_holes(bench, notion.id))
        done = [each for each in bench.operations.values() if _sets(bench, each, notion)]
        for each in done:
            if holes and not each.on:
                bench.operations[each.id] = _at(each, holes)
        if not done and (holes or notion.threads):
            done = [bench.operations[bench.put(_putting(bench, notion, holes))]]
        _in_time(bench, notion, holes, [each.id for each in done])
        if notion.kind == FOOT:
            _footed(bench, holes, [each.id for each in done])


def feet(bench: Bench, notions: tuple[str, ...]) -> bool:
    """Whether these are feet under a base."""
    return any(each.kind == FOOT for each in bench.draft.notions if each.id in notions)


def _footed(bench: Bench, holes: tuple[Where, ...], done: list[str]) -> None:
    """Feet are set when the shell is sewn, before its lining hides the base: prongs are in the way of the machine.

    A lining that is basted to the base hides it before that.
    """
    if hidden := [each.id for each in bench.of(Verb.BASTE) if _hides(bench, each, {where.panel for where in holes})]:
        bench.order(done, hidden)
        return
    seams = (seam for where in holes for seam in bench.touching(where.panel) if seam.kind not in SURFACE_ONLY)
    shell = (seam for seam in seams if all(bench.host(run).role is Role.BODY for run in (*seam.a, *seam.b)))
    bench.order(bench.sewing(shell), done)


def _hides(bench: Bench, basting: Operation, panels: set[str]) -> bool:
    """Whether a lining is basted to one of those panels."""
    return bool(bench.draft.basted & {*basting.pieces}) and any(where.panel in panels for where in basting.on)


def _sets(bench: Bench, operation: Operation, notion: Notion) -> bool:
    """Whether an operation brings a notion to its place, and does not hang something in it, or lead it through."""
    mine = notion.id in operation.notions and operation.do is not Verb.PUT
    return mine and not leads(bench.draft, operation, notion)


def _at(operation: Operation, holes: tuple[Where, ...]) -> Operation:
    return replace(operation, on=holes)


def _holes(bench: Bench, notion: str) -> Iterator[Where]:
    for panel in bench.draft.panels:
        for label in dict.fromkeys(hole.label for hole in panel.holes if hole.holds == notion):
            yield Where(panel.id, 0, str(label))


def _putting(bench: Bench, notion: Notion, holes: tuple[Where, ...]) -> Operation:
    if holes:
        return Operation(Verb.INSERT, notions=(notion.id,), on=holes)
    making = sorted(own_seams(bench, notion.threads))
    task = bench.operations[making[0]].task if making else -1
    pieces = (Sheet(notion.threads),) if notion.threads in bench.draft else ()
    return Operation(Verb.THREAD, pieces=pieces, notions=(notion.id,), task=task)


def _in_time(bench: Bench, notion: Notion, holes: tuple[Where, ...], done: list[str]) -> None:
    """What goes on a strip is there before an end is sewn down round it, or both are held."""
    strip = notion.threads
    if strip in bench.draft:
        ends = [seam for seam in bench.touching(strip) if _joins_ends(seam, strip)]
        long = own_seams(bench, strip) - set(done) - bench.sewing(ends)
        bench.order(long, (each for each in done if bench.operations[each].do in PUTTING_ON))
        round_it = ends + [seam for seam in bench.touching(strip) if _sits(bench, seam, strip, notion.id)]
        caught = [seam for seam in bench.touching(strip) if any(run.panel == strip for run in held_runs(seam))]
        bench.order(done, bench.sewing(round_it or (caught if notion.kind == "ring" else ())))


def _joins_ends(seam: Seam, strip: str) -> bool:
    """Whether a seam closes a strip to a ring."""
    return all(any((run.panel, run.on) == (strip, end) for run in (*seam.a, *seam.b)) for end in ("start", "end"))


def _sits(bench: Bench, seam: Seam, strip: str, notion: str) -> bool:
    """Whether a seam sews an end of a strip down round that notion."""
    lines = {line.name for line in bench.draft[strip].lines if line.holds == notion}
    return seam.kind is SeamKind.HEM and any(run.panel == strip and run.on in lines for run in seam.a)


def zipped(bench: Bench) -> None:
    """A zip is in its seam; sliders are on its tape before that; it can be opened once it is sewn in."""
    for seam in bench.draft.seams:
        if seam.zip:
            own = bench.sews[seam.id]
            bench.operations[own] = _with(bench.operations[own], seam.zip)
            task = bench.operations[own].task
            sliders = tuple(each.id for each in bench.draft.notions if each.zip == seam.zip)
            if sliders and not any(set(sliders) & set(each.notions) for each in bench.operations.values()):
                bench.put(Operation(Verb.INSERT, notions=(*sliders, seam.zip), task=task), before=[own])


def _with(operation: Operation, notion: str) -> Operation:
    return operation if notion in operation.notions else replace(operation, notions=(*operation.notions, notion))
