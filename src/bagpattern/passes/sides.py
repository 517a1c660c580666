"""A seam's side as the needle meets it: its segments one after the other, and where a length lies on the panels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bagpattern.geometry.path import Path
from bagpattern.geometry.segments import Segment
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Run, Seam
from bagpattern.values import once, value

TOUCHING = 0.2
"""mm: a place this near to a run's end belongs to the run."""


class Stretch(NamedTuple):
    """One segment of a side, in sewing direction, from ``start`` to ``end`` mm along the side."""

    run: Run
    segment: Segment
    start: float
    end: float


class Span(NamedTuple):
    """A run from ``start`` to ``end`` mm along its side, from ``low`` to ``high`` mm along its edge."""

    run: Run
    start: float
    end: float
    low: float
    high: float


@value
class Side:
    """Some runs of a draft, sewn as one length."""

    draft: Draft
    runs: tuple[Run, ...]

    @once
    def length(self) -> float:
        """mm."""
        return self.spans[-1].end

    @once
    def spans(self) -> tuple[Span, ...]:
        """Where each run lies, on its edge and along the side."""
        done, found = 0.0, []
        for run in self.runs:
            low, high = self.draft.span(run)
            found.append(Span(run, done, done + high - low, low, high))
            done += high - low
        return tuple(found)

    @once
    def stretches(self) -> tuple[Stretch, ...]:
        """Every segment, in sewing order."""
        return tuple(self._stretches())

    def _stretches(self) -> Iterator[Stretch]:
        for span in self.spans:
            done = span.start
            for segment in self._sewn(span).segments:
                yield Stretch(span.run, segment, done, done + segment.length)
                done += segment.length

    def _sewn(self, span: Span) -> Path:
        path = self.draft[span.run.panel].along(span.run.on).path
        if span.low > 0 or span.high < path.length:
            path = path.part(span.low, span.high)
        return path.reversed() if span.run.reversed else path

    def locate(self, at: float) -> tuple[Run, float]:
        """The run *at* mm along the side, and mm along its edge; between two runs, the end of the first."""
        span = next((each for each in self.spans if at <= each.end + 1e-6), self.spans[-1])
        into = min(max(at - span.start, 0.0), span.high - span.low)
        return span.run, span.high - into if span.run.reversed else span.low + into

    def places(self, panel: str, on: str, at: float) -> Iterator[float]:
        """Every stitched length at which this place of an edge comes under the needle, on any copy."""
        for each in self.spans:
            if (each.run.panel, each.run.on) == (panel, on) and each.low - TOUCHING <= at <= each.high + TOUCHING:
                yield each.start + (each.high - at if each.run.reversed else at - each.low)


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
