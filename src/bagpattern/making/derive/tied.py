"""What ties panels to each other at their rims before these are joined, such as a zip between two strips."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bagpattern.making.bench import Bench, runs_of, sheets_of
from bagpattern.making.classes import Classes
from bagpattern.making.parts import OF_PARTS
from bagpattern.model.operation import LAYING, Operation, Sheet
from bagpattern.model.panel import Role
from bagpattern.model.seam import SURFACE_ONLY, SeamKind


def tied(bench: Bench) -> None:
    """What is laid on several panels and is one by then, through a zip, is laid when these panels are joined.

    Before, they could not be spread under the needle, and the ends of the tape would be caught in their seams.
    """
    for laid in _zipped_together(bench).values():
        hosts = {where.panel for each in laid for where in each.on}
        if len(hosts) > 1:
            bench.order(_joining(bench, hosts), (each.id for each in laid))


def _zipped_together(bench: Bench) -> dict[Sheet, list[Operation]]:
    """What lays strips for closures on panels, by the part that they are by then."""
    parts, found = _parts(bench), defaultdict(list)
    for each in bench.of(*LAYING):
        strips = [sheet for sheet in each.pieces if bench.draft[sheet.panel].role is Role.CLOSURE]
        if strips and each.goal and bench.draft.seam(each.goal).kind is not SeamKind.ZIP:
            found[parts.find(strips[0])].append(each)
    return found


def _parts(bench: Bench) -> Classes[Sheet]:
    """Sheets of parts, in classes of what hangs together before it goes anywhere."""
    parts = Classes[Sheet]()
    for seam in bench.draft.seams:
        if seam.kind not in SURFACE_ONLY and all(bench.host(run).role in OF_PARTS for run in runs_of(seam)):
            parts.join(*sheets_of(seam))
    return parts


def _joining(bench: Bench, hosts: Iterable[str]) -> set[str]:
    """The seams of the shell alone that touch those panels, by which they become one."""
    touching = (seam for host in hosts for seam in bench.touching(host) if seam.kind not in SURFACE_ONLY)
    return bench.sewing(seam for seam in touching if all(bench.host(run).role is Role.BODY for run in runs_of(seam)))
