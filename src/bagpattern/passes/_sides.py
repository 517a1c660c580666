"""A seam's side as the needle meets it: its segments one after the other, and where a length lies on the panels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bagpattern.geometry.path import Path
from bagpattern.geometry.segments import Segment
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Run, Seam

TOUCHING = 0.2
"""mm: a place this near to a run's end belongs to the run."""


@dataclass(frozen=True)
class Stretch:
    """One segment of a side, in sewing direction, from ``start`` to ``end`` mm along the side."""

    run: Run
    segment: Segment
    start: float
    end: float


@dataclass(frozen=True)
class Side:
    """Some runs of a draft, sewn as one length."""

    draft: Draft
    runs: tuple[Run, ...]

    @cached_property
    def length(self) -> float:
        """mm."""
        return self.draft.side_length(self.runs)

    @cached_property
    def spans(self) -> tuple[tuple[Run, float], ...]:
        """Each run with the mm along the side at which it starts."""
        done, found = 0.0, []
        for run in self.runs:
            found.append((run, done))
            done += self.draft.run_length(run)
        return tuple(found)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Every segment, in sewing order."""
        return tuple(self._stretches())

    def _stretches(self) -> Iterator[Stretch]:
        done = 0.0
        for run in self.runs:
            for segment in self._sewn(run).segments:
                yield Stretch(run, segment, done, done + segment.length)
                done += segment.length

    def _sewn(self, run: Run) -> Path:
        path = self.draft[run.panel].along(run.on).path
        low, high = self.draft.span(run)
        if low > 0 or high < path.length:
            path = path.part(low, high)
        return path.reversed() if run.reversed else path

    def locate(self, at: float) -> tuple[Run, float]:
        """The run *at* mm along the side, and mm along its edge; between two runs, the end of the first."""
        for run, start in self.spans:
            length = self.draft.run_length(run)
            if at <= start + length + 1e-6 or run is self.runs[-1]:
                into = min(max(at - start, 0.0), length)
                low, high = self.draft.span(run)
                return run, high - into if run.reversed else low + into
        raise ValueError("a side without runs")

    def places(self, panel: str, on: str, at: float) -> Iterator[float]:
        """Every stitched length at which this place of an edge comes under the needle, on any copy."""
        for run, start in self.spans:
            low, high = self.draft.span(run)
            if (run.panel, run.on) == (panel, on) and low - TOUCHING <= at <= high + TOUCHING:
                yield start + (high - at if run.reversed else at - low)


def sides(draft: Draft, seam: Seam) -> tuple[Side, Side] | None:
    """A seam's two sides, or None when they cannot be measured: the checks say what is wrong with such a seam."""
    if not (seam.a and seam.b) or not all(_exists(draft, run) for run in (*seam.a, *seam.b)):
        return None
    return Side(draft, seam.a), Side(draft, seam.b)


def _exists(draft: Draft, run: Run) -> bool:
    if run.panel not in draft or not _has(draft[run.panel], run.on):
        return False
    low, high = draft.span(run)
    return low > -TOUCHING and high - low > TOUCHING and high <= draft[run.panel].along(run.on).length + 1e-3


def _has(panel: Panel, name: str) -> bool:
    return name in {each.name for each in panel.edges} or name in {each.name for each in panel.lines}
