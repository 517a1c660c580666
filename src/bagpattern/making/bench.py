"""The bench: every operation of a making, and what has to be done before each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from bagpattern.catalog.materials import Material
from bagpattern.making.joints import Joint, cloth_of, sheet_of
from bagpattern.model.draft import Draft
from bagpattern.model.operation import Operation, Sheet, Verb
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Encloses, Run, Seam, SeamKind
from bagpattern.values import once, replace


class Bench:
    """Operations by their ids, in the order in which they were put there, and the ids that each one ``needs`` first.

    ``skived`` says by panel how many mm wide which of its edges are thinned.
    """

    def __init__(
        self, draft: Draft, materials: dict[str, Material], skived: Mapping[str, Mapping[str, float]] | None = None
    ) -> None:
        self.draft, self.materials, self.cloth, self.skived = draft, materials, cloth_of(draft), skived or {}
        self.operations: dict[str, Operation] = {}
        self.needs: defaultdict[str, set[str]] = defaultdict(set)
        self.sews: dict[str, str] = {}

    def put(self, operation: Operation, after: Iterable[str] = (), before: Iterable[str] = ()) -> str:
        """Put an operation on the bench, to be done *after* some and *before* others; its id."""
        name = self._free(operation.id or _called(operation))
        self.operations[name] = replace(operation, id=name)
        self.order(after, [name])
        self.order([name], before)
        if operation.do is Verb.SEW:
            self.sews |= dict.fromkeys(operation.seams, name)
        return name

    def order(self, first: Iterable[str], then: Iterable[str]) -> None:
        """Have each of the *first* done before each of those *then*."""
        before = set(first)
        for each in then:
            self.needs[each] |= before - {each}

    def _free(self, name: str) -> str:
        number, found = 1, name
        while found in self.operations:
            number += 1
            found = f"{name} ({number})"
        return found

    # what is asked of it ----------------------------------------------------------------------------------------------

    def of(self, *verbs: Verb) -> Iterator[Operation]:
        """The operations of some verbs."""
        return (each for each in self.operations.values() if each.do in verbs)

    def joint(self, operation: Operation) -> Joint:
        """The joint of the seam that an operation sews."""
        return self.cloth.joints[operation.seams[0]]

    def host(self, run: Run) -> Panel:
        """The panel that a run lies on."""
        return self.draft[run.panel]

    def sewing(self, seams: Iterable[Seam]) -> set[str]:
        """The operations that sew those seams."""
        return {self.sews[seam.id] for seam in seams if seam.id in self.sews}

    @once
    def at(self) -> dict[str, tuple[Seam, ...]]:
        """The seams that touch each panel, with those that it is caught in."""
        found: defaultdict[str, dict[str, Seam]] = defaultdict(dict)
        for seam in self.draft.seams:
            for run in runs_of(seam):
                found[run.panel][seam.id] = seam
        return {panel: tuple(seams.values()) for panel, seams in found.items()}

    def touching(self, panel: str) -> tuple[Seam, ...]:
        """Those of one panel."""
        return self.at.get(panel, ())

    def iron(self, *slots: str) -> bool:
        """Whether materials of those slots bear an iron."""
        return all(self.materials[slot].iron != "no" for slot in slots if slot in self.materials)


def runs_of(seam: Seam, caught: bool = True) -> Iterator[Run]:
    """Every run of a seam, those that are *caught* as well."""
    yield from (*seam.a, *seam.b)
    if caught:
        for each in seam.caught:
            yield from each.runs


def is_rim(bench: Bench, seam: Seam) -> bool:
    """Whether a seam joins shell and lining all round their rims."""
    sides = [{bench.host(run).role for run in side} for side in (seam.a, seam.b)]
    return seam.kind is SeamKind.PLAIN and sides == [{Role.BODY}, {Role.LINING}]


def is_first_row(bench: Bench, operation: Operation) -> bool:
    """Whether an operation sews the first row of a French seam, wrong sides together."""
    if operation.do is not Verb.FELL:
        return False
    kept = bench.draft.seam(operation.seams[0]).enclosed
    return kept is not None and kept.how is Encloses.FRENCH


def sheets_of(seam: Seam) -> frozenset[Sheet]:
    """The sheets on both sides of a seam."""
    return frozenset(map(sheet_of, runs_of(seam, caught=False)))


def _called(operation: Operation) -> str:
    what = operation.seams or tuple(_sheet_name(each) for each in operation.pieces) or operation.notions
    return " ".join((operation.do, *what[:1]))


def _sheet_name(sheet: Sheet) -> str:
    return f"{sheet.panel} {sheet.copy}" if sheet.copy else sheet.panel
