"""BP104: every notch has its partner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from bagpattern.checks import Check
from bagpattern.making.runs import sound_seams
from bagpattern.model.draft import Draft
from bagpattern.model.panel import Panel
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.model.seam import Run, Seam
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name, Said
from bagpattern.words import words

_TOLERANCE = 0.2

Marks = Mapping[tuple[str, str, str], list[float]]


class NotchPartners(Check):
    """Each notch of a seam has a partner at the same stitched length on the other side.

    Why: the maker lays notch on notch; one without its partner shifts the whole seam.
    How to fix: let the notch pass make the notches; a seam with ease has them at the same share of its length.
    """

    code = "BP104"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every notch off its edge, of no seam, or without a partner."""
        draft = pattern.draft
        marks: defaultdict[tuple[str, str, str], list[float]] = defaultdict(list)
        known = {seam.id for seam in draft.seams}
        for panel in draft.panels:
            yield from (self.error(panel.id, message) for message in _misplaced(panel, known))
            for notch in panel.notches:
                marks[notch.seam, panel.id, notch.on].append(notch.at)
        sewn = {key[0] for key in marks}
        for seam in sound_seams(draft):
            if seam.id in sewn:
                yield from (self.error(seam.id, message) for message in _lonely(draft, seam, marks))


def _misplaced(panel: Panel, seams: set[str]) -> Iterator[Said]:
    lengths = {each.name: each.length for each in panel.edges} | {each.name: each.length for each in panel.lines}
    for notch in panel.notches:
        if notch.on not in lengths:
            yield words("has a notch on {on}, which is no edge or line of it", on=Name(f"{notch.on!r}"))
        elif not -_TOLERANCE <= notch.at <= lengths[notch.on] + _TOLERANCE:
            yield words(
                "has a notch {at} mm along {on}, which is {lengths} mm long",
                at=Name(f"{notch.at:.1f}"),
                on=Name(f"{notch.on!r}"),
                lengths=Name(f"{lengths[notch.on]:.1f}"),
            )
        elif notch.seam not in seams:
            yield words(
                "has a notch on {on} for the seam {seam}, which is not there",
                on=Name(f"{notch.on!r}"),
                seam=Name(f"{notch.seam!r}"),
            )


def _lonely(draft: Draft, seam: Seam, marks: Marks) -> Iterator[Said]:
    """Notches without a partner; both sides are measured along side a."""
    one, other = draft.side_length(seam.a), draft.side_length(seam.b)
    on_a = _places(draft, seam, seam.a, marks, 1.0)
    on_b = _places(draft, seam, seam.b, marks, one / other)
    for mine, theirs, name in ((on_a, on_b, "first"), (on_b, on_a, "second")):
        for at in mine:
            if not any(abs(at - place) <= _TOLERANCE for place in theirs):
                yield words(
                    "the notch {at} mm along its {name} side has no partner on the other",
                    at=Name(f"{at:.1f}"),
                    name=Name(name),
                )


def _places(draft: Draft, seam: Seam, runs: Iterable[Run], marks: Marks, scale: float) -> list[float]:
    """Where the seam's notches lie along some runs sewn as one, times *scale*."""
    places: list[float] = []
    done = 0.0
    for run in runs:
        low, high = draft.span(run)
        here = [at for at in marks.get((seam.id, run.panel, run.on), ()) if low - _TOLERANCE <= at <= high + _TOLERANCE]
        places += [(done + (high - at if run.reversed else at - low)) * scale for at in here]
        done += high - low
    return places
