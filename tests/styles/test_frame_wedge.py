"""The frame wedge: its triangle by the tubes, lopsided ones, what holds it to them, and what does not fit."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.geometry.segments import Straight
from bagpattern.model.notion import Notion

SIZE = {"left": "30 cm", "right": "40 cm", "depth": "60 mm", "tip": "50 mm", "radius": "0 mm"}


def made(dimensions: dict[str, Any] | None = None, **settings: Any) -> bagpattern.Pattern:
    sizes = {**SIZE, "angle": 90, **(dimensions or {})}
    pattern = bagpattern.make({"style": "frame-wedge", "dimensions": sizes, **settings})
    assert pattern.errors == ()
    return pattern


def bought(pattern: bagpattern.Pattern, name: str) -> Notion:
    return next(each for each in pattern.notions if each.id == name)


def test_a_right_angle_of_30_and_40_cm_is_the_triangle_of_pythagoras() -> None:
    """50 cm across, 24 cm high; a tip of 5 cm takes a tenth of either side and of the height."""
    pattern = made()
    front = pattern["front"].panel
    sides = [front.edge(name).length for name in ("top", "left", "right", "bottom")]
    assert sides == pytest.approx([500, 270, 360, 50])
    assert (pattern.finished.width, pattern.finished.height) == pytest.approx((500, 216))
    assert pattern.finished.volume == pytest.approx((300 * 400 / 2) * (1 - 0.01) * 60 / 1e6)


def test_the_back_is_its_mirror_image() -> None:
    pattern = made({"radius": "20 mm"})
    front, back = (pattern[face].panel for face in ("front", "back"))
    assert front.edge("left").length == pytest.approx(back.edge("right").length)
    assert front.edge("left").length != pytest.approx(front.edge("right").length, abs=20)


def test_the_zip_ends_below_the_corners_and_the_band_goes_on_along_both_tubes() -> None:
    pattern = made({"radius": "30 mm"}, closure={"stop": "12 cm"})
    band, front = pattern["base-band"].panel, pattern["front"].panel
    around = sum(front.edge(name).length for name in ("top", "left", "right", "bottom"))
    assert band.edge("front").length + pattern["zip-band-front"].panel.edge("zip").length == pytest.approx(around)
    for side in ("left", "right"):
        straight = next(each for each in front.edge(side).path.segments if isinstance(each, Straight))
        assert min(straight.start.imag, straight.end.imag) < 120 < max(straight.start.imag, straight.end.imag)


def test_straps_go_round_the_tubes_through_loops_of_webbing() -> None:
    """Two on either side: 35 mm across is 110 mm round, 60 more lie on each other; a loop is 25 + 6 + 30 mm long."""
    pattern = made(tube_straps={"tube": "35 mm"})
    assert bought(pattern, "tube straps").length == pytest.approx(4 * (35 * math.pi + 60))
    assert bought(pattern, "strap loops").length == pytest.approx(4 * 61)
    lines = [each for each in pattern["base-band"].panel.lines if each.holds == "strap loops"]
    ends = sorted((each.path.start.real, each.path.end.real) for each in lines)
    assert all(high - low == pytest.approx(61) for low, high in ends)
    assert all(after[0] - before[1] >= 10 for before, after in pairwise(ends))
    bare = made(tube_straps={"kind": "none"})
    assert not any(each.holds for each in bare["base-band"].panel.lines)


def test_sewn_each_strap_stands_out_as_a_ring_round_its_tube() -> None:
    bag = made({"radius": "30 mm"}).sewn()
    rings = [each.points for each in bag.surfaces if each.notion == "tube straps"]
    assert len(rings) == 4
    for points in rings:
        middle = points.mean(axis=0)
        assert max(abs(points - middle).max(axis=0)) < 40
        assert abs(middle[0]) > 17
    assert {"tube straps", "strap loops"}.isdisjoint(bag.notes)


def test_left_out_it_is_as_long_as_what_it_holds_needs() -> None:
    """An inner tube and levers as large as a pocket notebook go in; without anything it is of the usual size."""
    sizes = {"angle": 60, "depth": "60 mm"}
    usual = bagpattern.make({"style": "frame-wedge", "dimensions": sizes})
    held = bagpattern.make({"style": "frame-wedge", "dimensions": sizes, "holds": ["notebook"]})
    assert held.errors == ()
    assert held.finished.width > usual.finished.width


@pytest.mark.parametrize(
    ("dimensions", "settings", "told"),
    [
        ({"right": "50 cm"}, {}, "dimensions.right: leaves no wedge: choose 187.5 to 480 mm"),
        ({"tip": "15 cm", "angle": 30, "right": "30 cm"}, {}, "is more than half of the side across from it"),
        ({"radius": "5 mm"}, {}, "is tighter than the allowance"),
        ({"radius": "60 mm"}, {}, "does not fit the tip and the sides: make it at most 47.9 mm"),
        (
            {"depth": "35 mm"},
            {"tube_straps": {"width": "30 mm"}},
            'webbing this wide does not lie on a band of 35 mm: choose "25 mm"',
        ),
        ({}, {"tube_straps": {"count": 4, "width": "40 mm"}}, "no room for so many beside a tube: make it at most"),
        ({}, {"wearer": {"carry": ["shoulder"]}}, "and is carried in the hand: leave shoulder out"),
    ],
)
def test_what_cannot_be_made_is_told(dimensions: dict[str, Any], settings: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError) as caught:
        made(dimensions, **settings)
    assert told in str(caught.value)


@pytest.mark.parametrize("tip", ["40 mm", "50 mm", "60 mm"])
def test_the_tip_that_is_proposed_for_a_low_wedge_leaves_it_high_enough(tip: str) -> None:
    """Two tubes of 12 cm at 60 degrees are 103.9 mm high to their corner; 70 mm are left where 39.1 are cut off."""
    settings = {"style": "frame-wedge", "dimensions": {"left": "12 cm", "angle": 60, "tip": tip}}
    with pytest.raises(InputError, match=r"too low for a strap round either tube: make it at most 39\.1 mm"):
        bagpattern.make(settings)
    settings["dimensions"] = {"left": "12 cm", "angle": 60, "tip": "39.1 mm"}
    with pytest.raises(InputError, match=r"tube_straps\.kind: the band has no room for a strap"):
        bagpattern.make(settings)


def test_long_tabs_take_what_they_are_long_of_the_zips_opening() -> None:
    pattern = bagpattern.make({"style": "frame-wedge", "closure": {"tab": "58 mm"}})
    assert pattern.findings == ()
    assert bought(pattern, "main zip").opening == pytest.approx(pattern.length("main zip") - 2 * 58)
