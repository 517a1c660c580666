"""What goes round a panel in its seams, as strips: which stretches of which seams, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate, pairwise
from typing import NamedTuple

from bagpattern.geometry.points import SAME
from bagpattern.model.darts import dart_edges
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel
from bagpattern.model.seam import Run, Seam, SeamKind
from bagpattern.values import replace, value

_TOUCH = 0.1
"""mm: stretches whose ends are nearer follow each other."""


@value
class Stretch:
    """A stretch of a seam, ``at`` mm along it; ``turned`` where the panel's outline is sewn the other way round."""

    seam: str
    at: float
    length: float
    turned: bool


class Chain(NamedTuple):
    """Stretches that follow each other round a panel; ``closed`` if they come back to where they began."""

    stretches: tuple[Stretch, ...]
    closed: bool

    @property
    def length(self) -> float:
        """mm."""
        return sum(each.length for each in self.stretches)


@value
class _Along:
    """A stretch, and where it begins on the way round the panel, in mm."""

    low: float
    stretch: Stretch

    @property
    def high(self) -> float:
        return self.low + self.stretch.length

    def cut(self, at: float) -> tuple[_Along, _Along]:
        """The parts before and after a place on the way round."""
        first, second = at - self.low, self.high - at
        here, turned = self.stretch, self.stretch.turned
        before = replace(here, at=here.at + (second if turned else 0.0), length=first)
        after = replace(here, at=here.at + (0.0 if turned else first), length=second)
        return _Along(self.low, before), _Along(at, after)


def chains(bag: Draft, panel: Panel) -> tuple[Chain, ...]:
    """The plain seams round a panel that join it to others, in order: one closed chain, or those between the gaps.

    A closed one begins in the middle of the panel's first edge, where a strip's ends are least seen.
    """
    before, whole = _way_round(bag, panel)
    found = sorted(_stretches(bag, panel, before), key=lambda each: each.low)
    nexts = [*(each.low for each in found[1:]), *(each.low + whole for each in found[:1])]
    gaps = [index for index, (each, low) in enumerate(zip(found, nexts, strict=True)) if low - each.high > _TOUCH]
    if not gaps:
        return (_chain(_begun(found, panel.edges[0].length / 2), closed=True),) if found else ()
    first = gaps[0] + 1
    turned, ends = [*found[first:], *found[:first]], [(gap - gaps[0]) for gap in gaps[1:]]
    return tuple(_chain(turned[low:high], closed=False) for low, high in pairwise([0, *ends, len(found)]))


def _chain(along: list[_Along], closed: bool) -> Chain:
    return Chain(tuple(each.stretch for each in along), closed)


def _begun(found: list[_Along], at: float) -> list[_Along]:
    """The stretches of a closed chain from a place on; the one that it lies in is cut there."""
    parts: list[_Along] = []
    for each in found:
        parts += each.cut(at) if each.low + SAME < at < each.high - SAME else (each,)
    return [each for each in parts if each.low >= at - SAME] + [each for each in parts if each.low < at - SAME]


def _way_round(bag: Draft, panel: Panel) -> tuple[Mapping[str, float], float]:
    """mm round the panel at which each edge begins, and the whole way: darts are sewn by then, and no part of it."""
    darts = dart_edges(bag, panel)
    edges = [edge for edge in panel.edges if edge.name not in darts]
    *starts, whole = accumulate((edge.length for edge in edges), initial=0.0)
    return {edge.name: start for edge, start in zip(edges, starts, strict=True)}, whole


def _stretches(bag: Draft, panel: Panel, before: Mapping[str, float]) -> Iterator[_Along]:
    for seam in bag.seams:
        if seam.kind is SeamKind.PLAIN and _within(bag, seam, panel) and not _on_both(seam, panel):
            for side in (seam.a, seam.b):
                for run, (at, _) in zip(side, pairwise(_ats(bag, side)), strict=True):
                    if run.panel == panel.id and run.on in before:
                        low, high = bag.span(run)
                        yield _Along(before[run.on] + low, Stretch(seam.id, at, high - low, run.reversed))


def _ats(bag: Draft, side: tuple[Run, ...]) -> list[float]:
    """mm along a seam at which its runs begin, and its end."""
    return list(accumulate((bag.run_length(run) for run in side), initial=0.0))


def _within(bag: Draft, seam: Seam, panel: Panel) -> bool:
    """Whether a seam joins panels of the same layer: a rim, to which the lining is sewn, is none of them."""
    return all(bag[run.panel].role is panel.role for run in (*seam.a, *seam.b))


def _on_both(seam: Seam, panel: Panel) -> bool:
    return all(any(run.panel == panel.id for run in side) for side in (seam.a, seam.b))
