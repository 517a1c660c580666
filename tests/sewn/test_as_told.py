"""What the draft tells of straps and flaps is what the picture shows of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bagpattern.attached.hanging import hangings
from bagpattern.attached.resting import rest_of
from bagpattern.model.closing import Closes
from bagpattern.pipeline import make
from bagpattern.sewn.build import sewn
from bagpattern.sewn.display import displayed
from bagpattern.sewn.dress.ends import ends_of, straps_of
from bagpattern.sewn.dress.ground import Ground
from bagpattern.sewn.shape import shaped

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern


@cache
def pattern_of(preset: str) -> Pattern:
    return make(preset)


@pytest.mark.parametrize("preset", ["mini-backpack", "tote-work", "organiser-a5"])
def test_straps_leave_the_bag_as_they_are_told_to(preset: str) -> None:
    """But for being bent up or down along the wall, or away from it where two walls meet."""
    pattern = pattern_of(preset)
    ground = Ground(displayed(pattern, shaped(pattern, fine=False)))
    told = {
        (each.of, each.copy, end.edge): (end.places[0], end.leaves)
        for each in hangings(pattern.draft)
        for end in each.ends
        if end.leaves is not None
    }
    compared = 0
    for strap in straps_of(ground):
        for end in ends_of(ground, strap):
            place, leaves = told[*strap.key, end.edge]
            if leaves is not None and ground.has(place.panel, place.copy):
                way = ground.frame(place.panel, place.copy, (place.at.real, place.at.imag), leaves).along
                assert float(way @ end.frame.along) > 0.5, (strap.key, end.edge)
                compared += 1
    assert compared > 1


@pytest.mark.parametrize("preset", ["messenger", "clutch-boxed"])
def test_a_flap_reaches_as_far_down_the_front_as_it_is_told_to(preset: str) -> None:
    """Its lowest place and the same place of the front: within 20 mm, for it goes over the full bag like a string."""
    pattern = pattern_of(preset)
    flap = next(each for each in pattern.draft.closings if each.kind is Closes.FLAP)
    rest = rest_of(pattern.draft, flap)
    assert rest is not None
    outline = pattern.draft[flap.panels[0]].stitching_line
    low = min((rest.placed(each) for each in outline.flat), key=lambda each: each.imag)
    ground = Ground(displayed(pattern, shaped(pattern, fine=False)))
    there = ground.on(rest.on[0], 1, [(low.real, low.imag)]).points[0]
    shown = next(each for each in sewn(pattern, fine=False).surfaces if each.piece == flap.panels[0])
    assert float(shown.points[:, 1].min()) == pytest.approx(float(there[1]), abs=20.0)
    front = shown.points[np.argmin(shown.points[:, 1])]
    assert front[2] > 0.0
