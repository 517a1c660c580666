"""The making as its rules look at it: operations in their order, where each seam is sewn, what is worked on when."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.making.joints import Cloth, cloth_of, held_runs, sheet_of
from bagpattern.making.runs import is_whole
from bagpattern.model.draft import Draft
from bagpattern.model.notion import Notion
from bagpattern.model.operation import FIXING, LAYING, Operation, Sheet, Verb
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import SURFACE_ONLY, Run, Seam
from bagpattern.values import kept, once, value


@value
class Made:
    """A pattern's operations, as they are done."""

    pattern: Pattern

    @once
    def draft(self) -> Draft:
        """What is made: nothing, where seams are broken."""
        return self.pattern.draft if is_whole(self.pattern.draft) else Draft()

    @once
    def operations(self) -> tuple[Operation, ...]:
        """All of them, in their order."""
        return tuple(operation for each in self.pattern.steps for operation in each.step.operations)

    @once
    def step(self) -> dict[str, int]:
        """The number of the step in which each operation is told."""
        return {operation.id: each.number for each in self.pattern.steps for operation in each.step.operations}

    @once
    def cloth(self) -> Cloth:
        """Its sheets and joints."""
        return cloth_of(self.draft)

    @once
    def sewn_at(self) -> dict[str, int]:
        """The place of the operation that sews each seam: of the first, where there are several."""
        found: dict[str, int] = {}
        for place, each in enumerate(self.operations):
            for seam in each.seams if each.do is Verb.SEW else ():
                found.setdefault(seam, place)
        return found

    @once
    def notions(self) -> dict[str, Notion]:
        """What is bought, by its id."""
        return {each.id: each for each in self.draft.notions}

    def users(self, panel: str, caught: bool = True) -> list[int]:
        """The places at which a seam goes through a panel."""
        seams = (each for each in self.draft.seams if each.id in self.sewn_at)
        return sorted(self.sewn_at[seam.id] for seam in seams if any(run.panel == panel for run in _runs(seam, caught)))

    def working(self, panel: str, *verbs: Verb, copy: int = 0) -> list[int]:
        """The places of operations of some verbs, or of any, that have a panel, or that copy of it, in hand."""
        return [
            place
            for place, each in enumerate(self.operations)
            if (not verbs or each.do in verbs) and any(_is(sheet, panel, copy) for sheet in each.pieces)
        ]

    def laid(self, sheet: Sheet, seam: Seam) -> bool:
        """Whether a sheet lies where a seam catches it before that is sewn: laid there, or sewn to one of its sides."""
        sides = {sheet_of(run) for run in (*seam.a, *seam.b)}
        before = self.operations[: self.sewn_at[seam.id]]
        return any(self._lays(each, sheet, sides, seam.id) for each in before)

    def _lays(self, operation: Operation, sheet: Sheet, sides: set[Sheet], seam: str) -> bool:
        if operation.do is Verb.SEW:
            joined = [self.draft.seam(each) for each in operation.seams if each != seam]
            goes = [{sheet_of(run) for run in _runs(each)} for each in joined]
            return any(sheet in each and sides & each for each in goes)
        there = {Sheet(where.panel, where.copy) for where in operation.on}
        mine = any(_is(each, *sheet) for each in operation.pieces)
        return mine and operation.do in LAYING and (operation.goal == seam or bool(sides & there))

    def fixed(self, panel: Panel) -> list[int]:
        """The places at which a stiffening is laid or fused."""
        return self.working(panel.id, *FIXING)

    def crossing(self, seam: Seam) -> set[str]:
        """Seams sewn later that hold an end of this one: each that goes on past it, or two that meet on it."""
        later = {each for each, place in self.sewn_at.items() if place > self.sewn_at.get(seam.id, -1)}
        found: set[str] = set()
        for end in self._own_ends(seam):
            touching = {name for name in later for sheet, place in end if self._touches(name, sheet, place)}
            passing = {name for name in later for sheet, place in end if self._passes(name, sheet, place)}
            found |= touching if len(touching) > 1 else passing
        return found

    def _own_ends(self, seam: Seam) -> Iterator[tuple[tuple[Sheet, int], ...]]:
        """Where a seam begins, and where it ends: the places on the sheets of both sides."""
        joint = self.cloth.joints[seam.id]
        both = tuple(zip(joint.sides, joint.ends, strict=True))
        yield tuple((sheets[0], ends[0][0]) for sheets, ends in both)
        yield tuple((sheets[-1], ends[-1][1]) for sheets, ends in both)

    def _touches(self, name: str, sheet: Sheet, place: int) -> bool:
        joint = self.cloth.joints[name]
        return joint.seam.kind not in SURFACE_ONLY and any(
            each == sheet and place in ends
            for sheets, all_ends in zip(joint.sides, joint.ends, strict=True)
            for each, ends in zip(sheets, all_ends, strict=True)
        )

    def _passes(self, name: str, sheet: Sheet, place: int) -> bool:
        """Whether a seam goes on past a place of a sheet: one of its runs ends there and another begins."""
        joint = self.cloth.joints[name]
        return any(
            each == sheet
            and place in ends
            and not (number == 0 and place == ends[0])
            and not _last(sheets, number, place, ends)
            for sheets, all_ends in zip(joint.sides, joint.ends, strict=True)
            for number, (each, ends) in enumerate(zip(sheets, all_ends, strict=True))
        )


def _last(sheets: tuple[Sheet, ...], number: int, place: int, ends: tuple[int, int]) -> bool:
    return number == len(sheets) - 1 and place == ends[1]


def _runs(seam: Seam, caught: bool = True) -> Iterator[Run]:
    yield from (*seam.a, *seam.b)
    if caught:
        yield from held_runs(seam)


def _is(sheet: Sheet, panel: str, copy: int = 0) -> bool:
    return sheet.panel == panel and (not copy or sheet.copy in (0, copy))


@kept
def made(pattern: Pattern) -> Made:
    """The making of a pattern."""
    return Made(pattern)
