"""Seams as pattern.json has them: two sides, what is caught between them, how they meet."""

from __future__ import annotations

from bagpattern.attached.sliders import Slider, sliders_of
from bagpattern.attached.turns import turn_at
from bagpattern.export._json_values import Row, number, pair, place_row
from bagpattern.model.draft import Draft
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import SURFACE_ONLY, Caught, Enclosed, Run, Seam


def seam_row(pattern: Pattern, seam: Seam) -> Row:
    """One seam."""
    draft, turn = pattern.draft, turn_at(pattern.draft, seam)
    return {
        "id": seam.id,
        "kind": seam.kind.value,
        "step": pattern.step_of.get(seam.id),
        "a": [_run(draft, run) for run in seam.a],
        "b": [_run(draft, run) for run in seam.b],
        "caught": [_caught(draft, each) for each in seam.caught],
        "length_a": number(draft.side_length(seam.a)),
        "length_b": number(draft.side_length(seam.b)),
        "ease": number(seam.ease),
        "zip": seam.zip,
        "meet": None if seam.kind in SURFACE_ONLY else seam.meet.value,
        "enclosed": _enclosed(seam.enclosed) if seam.enclosed else None,
        "whole": seam.cut_from or None,
        "lies": turn and ("edge" if turn.edge else "flat"),
        "angle": turn and number(turn.angle),
        "sliders": [_slider(each) for each in sliders_of(draft, seam)],
    }


def _slider(each: Slider) -> Row:
    """Where it is while the zip is closed, and where its puller lies to."""
    return {"notion": each.notion, "index": each.index, "at": place_row(each.place), "faces": pair(each.faces)}


def _enclosed(kept: Enclosed) -> Row:
    return {"how": kept.how.value, "first": number(kept.first), "rest": number(kept.rest)}


def _caught(draft: Draft, caught: Caught) -> Row:
    return {
        "at": number(caught.at),
        "ease": number(caught.ease),
        "runs": [_run(draft, run) for run in caught.runs],
        "stands": caught.stands.value,
    }


def _run(draft: Draft, run: Run) -> Row:
    start, end = draft.span(run)
    return {
        "piece": run.panel,
        "copy": run.copy,
        "on": run.on,
        "from": number(start),
        "to": number(end),
        "reversed": run.reversed,
    }
