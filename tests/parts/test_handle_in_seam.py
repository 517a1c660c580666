"""A grab handle whose ends are caught in the seam along the top of the back."""

from __future__ import annotations

from collections import defaultdict

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.model.draft import Draft
from bagpattern.model.operation import Verb


def made(**handle: str) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": "mini-backpack", "handle": {"place": "seam", **handle}})
    assert pattern.errors == ()
    return pattern


@pytest.mark.parametrize("kind", ["fabric", "rolled"])
def test_both_ends_are_in_the_seam_as_far_apart_as_is_asked_for(kind: str) -> None:
    draft = made(kind=kind, spacing="70 mm").draft
    seam = draft.seam("back to zip band")
    ends: defaultdict[str, list[float]] = defaultdict(list)
    for each in seam.caught:
        for run in (run for run in each.runs if run.panel == "handle"):
            ends[run.on] += [each.at, each.at + draft.run_length(run)]
    one, other = (_at(draft, (min(at) + max(at)) / 2) for at in ends.values())
    assert abs(one.real - other.real) == pytest.approx(70.0, abs=0.01)
    assert one.imag == pytest.approx(other.imag)


def _at(draft: Draft, at: float) -> complex:
    for run in draft.seam("back to zip band").a:
        if at <= draft.run_length(run):
            return draft.point_along(run, at)
        at -= draft.run_length(run)
    raise AssertionError


def test_webbing_is_basted_before_that_seam_is_sewn() -> None:
    operations = [each for step in made(kind="webbing").steps for each in step.step.operations]
    basted = [at for at, each in enumerate(operations) if each.do is Verb.BASTE and "handle" in each.notions]
    sewn = next(at for at, each in enumerate(operations) if each.do is Verb.SEW and "back to zip band" in each.seams)
    assert len(basted) == 2
    assert max(basted) < sewn


def test_the_anchor_is_no_wider_than_its_straps() -> None:
    """Two straps of 25 mm 55 mm apart, and 10 mm of patch and 2 mm of bulk on either side."""
    assert made()["strap-anchor"].panel.stitching_line.bounds[2] == pytest.approx(55 + 2 * (25 + 12), abs=1.0)


def test_the_rolled_rim_of_a_roll_top_catches_no_handle() -> None:
    with pytest.raises(InputError, match=r"handle\.place: the top of the back is the rim"):
        bagpattern.make({"style": "roll-top", "handle": {"place": "seam"}})
