"""Straps that are joined of several lengths, each as the one strap that hangs: it bears the id of its first length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bagpattern.geometry.path import joined
from bagpattern.geometry.points import SAME
from bagpattern.model.marks import LineKind
from bagpattern.model.panel import Role
from bagpattern.values import replace, value

if TYPE_CHECKING:
    from bagpattern.model.draft import Draft
    from bagpattern.model.marks import Line
    from bagpattern.model.notion import Notion
    from bagpattern.model.panel import Panel
    from bagpattern.model.seam import Run, Seam


def rejoined(draft: Draft) -> Draft:
    """The draft without joints in its straps."""
    for lengths in _joined_straps(draft):
        draft = _Strap(lengths).put_into(draft)
    return draft


def _joined_straps(draft: Draft) -> list[tuple[Panel, ...]]:
    found: dict[str, tuple[Panel, ...]] = {}
    for panel in draft.panels:
        if panel.role is Role.STRAP and panel.cut_from:
            found[panel.origin] = (*found.get(panel.origin, ()), panel)
    return [each for each in found.values() if len(each) > 1]


@value
class _Strap:
    """The lengths of one strap, the one at its start first: long edges that they share go on, joints are left out."""

    lengths: tuple[Panel, ...]

    @property
    def id(self) -> str:
        return self.lengths[0].id

    def put_into(self, draft: Draft) -> Draft:
        """*draft* with the one strap in the place of its lengths."""
        gone = {each.id for each in self.lengths[1:]}
        panels = (self._whole() if each.id == self.id else each for each in draft.panels if each.id not in gone)
        seams = (self._seam(draft, each) for each in draft.seams if not self._is_joint(each))
        return replace(
            draft,
            panels=tuple(replace(each, lines=tuple(map(self._line, each.lines))) for each in panels),
            seams=tuple(seams),
            notions=tuple(map(self._notion, draft.notions)),
        )

    def _whole(self) -> Panel:
        first, last = self.lengths[0], self.lengths[-1]
        right, left = ([each.edge(side) for each in self.lengths] for side in ("right", "left"))
        edges = (
            first.edge("start"),
            replace(right[0], path=joined(each.path for each in right)),
            last.edge("end"),
            replace(left[0], path=joined(each.path for each in reversed(left))),
        )
        lines = tuple(line for each in self.lengths for line in each.lines if line.kind is not LineKind.FOLD)
        return replace(first, edges=edges, lines=lines, notches=(), cut_from=())

    def _before(self, panel: str, on: str) -> float:
        """mm of a long edge before that of one of the lengths; nothing of what only one of them has."""
        order = self.lengths[::-1] if on == "left" else self.lengths
        place = next(number for number, each in enumerate(order) if each.id == panel)
        return sum(each.edge(on).length for each in order[:place] if each.has_edge(on))

    def _is_joint(self, seam: Seam) -> bool:
        mine = {each.id for each in self.lengths}
        return {run.panel for run in (*seam.a, *seam.b)} <= mine and seam.a[0].on == seam.b[0].on

    def _seam(self, draft: Draft, seam: Seam) -> Seam:
        caught = tuple(replace(each, runs=self._side(draft, each.runs)) for each in seam.caught)
        return replace(seam, a=self._side(draft, seam.a), b=self._side(draft, seam.b), caught=caught)

    def _side(self, draft: Draft, runs: Iterable[Run]) -> tuple[Run, ...]:
        return tuple(_merged(self._run(draft, run) for run in runs))

    def _run(self, draft: Draft, run: Run) -> Run:
        if all(run.panel != each.id for each in self.lengths):
            return run
        low, high = draft.span(run)
        before = self._before(run.panel, run.on) if run.on in ("left", "right") else 0.0
        return replace(run, panel=self.id, start=before + low, end=before + high)

    def _line(self, line: Line) -> Line:
        if line.end is None or all(line.end.of != each.id for each in self.lengths):
            return line
        return replace(line, end=line.end._replace(of=self.id))

    def _notion(self, notion: Notion) -> Notion:
        mine = any(notion.threads == each.id for each in self.lengths)
        return replace(notion, threads=self.id) if mine else notion


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs that go on where the one before ended as one."""
    last: Run | None = None
    for run in runs:
        if last is not None and _goes_on(last, run):
            last = replace(last, start=run.start) if run.reversed else replace(last, end=run.end)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _goes_on(one: Run, other: Run) -> bool:
    same = (one.panel, one.on, one.copy, one.reversed) == (other.panel, other.on, other.copy, other.reversed)
    end, start = (one.start, other.end) if one.reversed else (one.end, other.start)
    return same and end is not None and start is not None and abs(end - start) < SAME
