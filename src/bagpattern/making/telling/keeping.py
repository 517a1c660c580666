"""What hangs loose from the work and must not be caught: linings, straps, handles; told before it is sewn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bagpattern.making.bench import Bench, runs_of, sheets_of
from bagpattern.making.classes import Classes
from bagpattern.making.joints import held_runs, sheet_of
from bagpattern.model.operation import LAYING, Operation, Sheet, Verb
from bagpattern.model.panel import Role
from bagpattern.model.seam import Seam, SeamKind
from bagpattern.model.strap import Mode
from bagpattern.said import NOTHING, Said
from bagpattern.words import form, words

_KEPT = {
    (True, False): form("Keep the lining out of the seam."),
    (False, True): form("Keep straps and handles out of the seam."),
    (True, True): form("Keep the lining, straps and handles out of the seam."),
}
"""By whether a lining hangs there, and whether straps do."""
_SHORT = (Mode.TAB, Mode.LEASH)
"""Straps too short to reach another seam."""


def kept_out(bench: Bench, before: Iterable[Operation], alike: tuple[Operation, ...]) -> Said:
    """What is to be kept out of seams of the shell, of all that hangs there after what was done *before*."""
    seams = [bench.draft.seam(seam) for each in alike if each.do is Verb.SEW for seam in each.seams]
    shell = [seam for seam in seams if _is_of_shell(bench, seam)]
    if not shell:
        return NOTHING
    hanging = set(_hanging(bench, tuple(before), shell))
    lining = any(bench.draft[sheet.panel].role is Role.LINING for sheet in hanging if sheet.panel in bench.draft)
    straps = any(sheet.panel not in bench.draft or _is_long(bench, sheet) for sheet in hanging)
    return words(_KEPT[lining, straps]) if lining or straps else NOTHING


def _is_of_shell(bench: Bench, seam: Seam) -> bool:
    roles = {bench.host(run).role for run in runs_of(seam, caught=False)}
    return seam.kind in (SeamKind.PLAIN, SeamKind.BOUND) and roles == {Role.BODY}


def _is_long(bench: Bench, sheet: Sheet) -> bool:
    panel = bench.draft[sheet.panel]
    return panel.role is Role.STRAP and (panel.strap is None or panel.strap.mode not in _SHORT)


def _hanging(bench: Bench, before: tuple[Operation, ...], seams: list[Seam]) -> Iterator[Sheet]:
    """The sheets, and what is bought as sheets of its name, that hang together with *seams* and are not in them."""
    parts = _together(bench, before)
    sewn = {sheet for seam in seams for sheet in (*sheets_of(seam), *map(sheet_of, held_runs(seam)))}
    roots = {parts.find(sheet) for sheet in sewn}
    for sheet in _loose(bench, before):
        if sheet not in sewn and parts.find(sheet) in roots:
            yield sheet


def _together(bench: Bench, before: tuple[Operation, ...]) -> Classes[Sheet]:
    """What hangs together after some operations."""
    parts = Classes[Sheet]()
    for each in before:
        for seam in (bench.draft.seam(name) for name in each.seams if each.do is Verb.SEW):
            parts.join(*sheets_of(seam), *map(sheet_of, held_runs(seam)))
        if each.on and (each.do in LAYING or each.do is Verb.TOPSTITCH):
            bought = (Sheet(name) for name in each.notions)
            hosts = (Sheet(where.panel, where.copy or 1) for where in each.on)
            parts.join(*hosts, *_copies(bench, each.pieces), *bought)
    return parts


def _copies(bench: Bench, sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    for sheet in sheets:
        count = bench.draft[sheet.panel].count
        yield from (Sheet(sheet.panel, copy) for copy in ((sheet.copy,) if sheet.copy else range(1, count + 1)))


def _loose(bench: Bench, before: tuple[Operation, ...]) -> Iterator[Sheet]:
    """Linings and straps that are sewn or laid by then; webbing as well, where an end of it hangs free.

    A lining that is basted to the shell is one cloth with it.
    """
    for panel in bench.draft.panels:
        if panel.role in (Role.LINING, Role.STRAP):
            yield from (each for each in _copies(bench, [Sheet(panel.id)]) if each not in bench.draft.basted)
    webbing = {each.id for each in bench.draft.notions if each.strap is not None}
    for each in before:
        if each.do in LAYING or each.do is Verb.TOPSTITCH:
            yield from (Sheet(name) for name in each.notions if name in webbing)
