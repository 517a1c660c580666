"""Runs and seams as planner and checks meet them: a draft may be wrong, so nothing here trusts a name or a length."""

from __future__ import annotations

from collections.abc import Iterator

from bagpattern.model.draft import Draft
from bagpattern.model.seam import Run, Seam
from bagpattern.values import kept

LENGTH_TOLERANCE = 0.1
"""mm: sides nearer to each other than this are equal; no cutting is as true."""


def runs_of(seam: Seam) -> Iterator[Run]:
    """Every run of a seam: side a, side b, and what is caught between."""
    yield from seam.a
    yield from seam.b
    for caught in seam.caught:
        yield from caught.runs


def fault(draft: Draft, run: Run) -> str | None:
    """What is wrong with a run, in words; None when it can be measured."""
    if run.panel not in draft:
        return f"sews {run.panel!r}, which is no piece of this bag"
    panel = draft[run.panel]
    try:
        length = panel.along(run.on).length
    except KeyError:
        return f"sews {run.on!r} of {run.panel}, which has no such edge or line"
    if not 1 <= run.copy <= panel.count:
        return f"sews copy {run.copy} of {run.panel}, of which {panel.count} are cut"
    low, high = run.start or 0.0, length if run.end is None else run.end
    if not -LENGTH_TOLERANCE <= low < high <= length + LENGTH_TOLERANCE:
        return f"sews {run.panel} {run.on!r} from {low:.1f} to {high:.1f} mm, which is {length:.1f} mm long"
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


def run_name(run: Run) -> str:
    """'zip band 2, edge top': how a message names a run."""
    return f"{run.panel} #{run.copy} {run.on!r}"
