"""BP102: every seam edge of every copy is sewn exactly once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bagpattern.checks import Check
from bagpattern.making.runs import LENGTH_TOLERANCE, fault, runs_of
from bagpattern.model.draft import Draft
from bagpattern.model.edge import Finish
from bagpattern.model.pattern import Finding, Pattern
from bagpattern.model.seam import Run, Seam
from bagpattern.parts.workshop import Workshop
from bagpattern.said import Name, Said
from bagpattern.words import words

Runs = Sequence[tuple[Seam, Run, Said | None]]
"""Every run with its seam, and with what is wrong with it."""
Spans = dict[tuple[str, int, str], list[tuple[float, float, str]]]


class SeamCoverage(Check):
    """Every edge that is to be sewn is sewn on each copy of its piece, along its whole length, exactly once.

    Why: a stretch that no seam takes is a hole in the bag; one that two seams take cannot lie flat. A seam that names a
    piece, a copy or an edge that is not there was never drafted to an end.
    How to fix: give the stretch a seam (a turning gap is a seam of kind gap, a part held between is caught), or give
    the edge another finish: hem, bound, raw, open, fold.
    """

    code = "BP102"

    def find(self, pattern: Pattern, shop: Workshop) -> Iterator[Finding]:
        """Every seam that names what is not there, and every stretch sewn twice or not at all."""
        draft = pattern.draft
        runs = [(seam, run, fault(draft, run)) for seam in draft.seams for run in runs_of(seam)]
        yield from self._unknown(draft, runs)
        sewn = _sewn(draft, runs)
        for panel in draft.panels:
            for edge in panel.edges:
                if edge.finish is Finish.SEAM:
                    for copy in range(1, panel.count + 1):
                        spans = sorted(sewn.get((panel.id, copy, edge.name), ()))
                        for message in _faults(spans, edge.length):
                            yield self.error(
                                panel.id,
                                words(
                                    "edge {name} of copy {copy} is {message}",
                                    name=Name(f"{edge.name!r}"),
                                    copy=copy,
                                    message=message,
                                ),
                            )

    def _unknown(self, draft: Draft, runs: Runs) -> Iterator[Finding]:
        for seam in draft.seams:
            if not (seam.a and seam.b):
                yield self.error(seam.id, words("has only one side: a seam joins two"))
        for seam, _, message in runs:
            if message is not None:
                yield self.error(seam.id, message)


def _sewn(draft: Draft, runs: Runs) -> Spans:
    """What every edge of every copy is sewn by: from, to, seam."""
    found: Spans = defaultdict(list)
    for seam, run, message in runs:
        if message is None:
            found[run.panel, run.copy, run.on].append((*draft.span(run), seam.id))
    return found


def _faults(spans: list[tuple[float, float, str]], length: float) -> Iterator[Said]:
    done, last = 0.0, ""
    for low, high, seam in spans:
        if low < done - LENGTH_TOLERANCE:
            yield words(
                "sewn twice between {low} and {end} mm, by {last} and by {seam}",
                low=Name(f"{low:.1f}"),
                end=Name(f"{min(high, done):.1f}"),
                last=Name(f"{last!r}"),
                seam=Name(f"{seam!r}"),
            )
        elif low > done + LENGTH_TOLERANCE:
            yield words("not sewn between {done} and {low} mm", done=Name(f"{done:.1f}"), low=Name(f"{low:.1f}"))
        if high > done:
            done, last = high, seam
    if done < length - LENGTH_TOLERANCE:
        yield words("not sewn between {done} and {low} mm", done=Name(f"{done:.1f}"), low=Name(f"{length:.1f}"))
