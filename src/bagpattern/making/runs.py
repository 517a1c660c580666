"""Runs and seams as planner and checks meet them: a draft may be wrong, so nothing here trusts a name or a length."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.model.draft import Draft
from bagpattern.model.seam import Run, Seam
from bagpattern.said import Name, Said
from bagpattern.values import kept
from bagpattern.words import words

LENGTH_TOLERANCE = 0.1
"""mm: sides nearer to each other than this are equal; no cutting is as true."""


def runs_of(seam: Seam) -> Iterator[Run]:
    """Every run of a seam: side a, side b, and what is caught between."""
    yield from seam.a
    yield from seam.b
    for caught in seam.caught:
        yield from caught.runs


def fault(draft: Draft, run: Run) -> Said | None:
    """What is wrong with a run, in words; None when it can be measured."""
    if run.panel not in draft:
        return words("sews {panel}, which is no piece of this bag", panel=Name(f"{run.panel!r}"))
    panel = draft[run.panel]
    try:
        length = panel.along(run.on).length
    except KeyError:
        return words(
            "sews {on} of {panel}, which has no such edge or line", on=Name(f"{run.on!r}"), panel=Name(run.panel)
        )
    if not 1 <= run.copy <= panel.count:
        return words(
            "sews copy {copy} of {panel}, of which {count} are cut",
            copy=run.copy,
            panel=Name(run.panel),
            count=panel.count,
        )
    low, high = run.start or 0.0, length if run.end is None else run.end
    if not -LENGTH_TOLERANCE <= low < high <= length + LENGTH_TOLERANCE:
        return words(
            "sews {panel} {on} from {low} to {high} mm, which is {length} mm long",
            panel=Name(run.panel),
            on=Name(f"{run.on!r}"),
            low=Name(f"{low:.1f}"),
            high=Name(f"{high:.1f}"),
            length=Name(f"{length:.1f}"),
        )
    return None


@kept
def sound_seams(draft: Draft) -> tuple[Seam, ...]:
    """The seams that can be measured, with all that is caught in them; the others are what BP102 reports."""
    return tuple([seam for seam in draft.seams if seam.a and seam.b and _is_sound(draft, seam)])


def _is_sound(draft: Draft, seam: Seam) -> bool:
    return all(fault(draft, run) is None for run in runs_of(seam))


def is_whole(draft: Draft) -> bool:
    """Whether all seams can be measured, and every task sews seams that there are, each once."""
    sewn = [seam for task in draft.tasks for seam in task.seams]
    named = len(set(sewn)) == len(sewn) and set(sewn) <= {seam.id for seam in draft.seams}
    return named and len(sound_seams(draft)) == len(draft.seams)
