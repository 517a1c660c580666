"""A Kånken-style backpack, as published with drawn and cut sizes (jarmokivekas/sewing, kanken-pattern.svg; CC0; mm).

Two faces and one band closed to a loop, the zip in the seam between band and front; 10 mm allowance, 20 mm at the
band's ends. The source's side pockets reach above the zip's lower ends, into its seam; here nothing is caught in a zip,
so they are compared on a bag whose zip ends above them. Not compared are its pocket with a zip on the outside of the
back, its flaps over zips, straight strips round square corners, and its webbing, whose lengths follow from no other
size.
"""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern

SETTINGS: dict[str, Any] = {
    "style": "mini-backpack",
    "dimensions": {
        "width": "280 mm",
        "height": "350 mm",
        "depth": "120 mm",
        "top_radius": "0 mm",
        "bottom_radius": "0 mm",
    },
    "closure": {"kind": "zip-seam", "zip": "#8", "stop": "40 mm", "allowance": "10 mm", "join_allowance": "20 mm"},
    "pockets": [
        {"name": "inner pocket", "kind": "full", "panel": "front", "height": "290 mm", "hem": "20 mm", "lies": "inside"}
    ],
    "finishing": {"seam_allowance": "10 mm"},
    "crossbody": {"kind": "none"},
    "lining": {"kind": "none"},
}

ABOVE_THE_POCKETS = {**SETTINGS["closure"], "stop": "200 mm"}
SIDES = {"kind": "bottle", "panel": "band", "base": "140 mm", "height": "190 mm", "elastic": "none", "hem": "20 mm"}


@pytest.fixture(scope="module")
def pattern() -> bagpattern.Pattern:
    made = bagpattern.make(SETTINGS)
    assert made.errors == ()
    return made


@pytest.mark.parametrize(
    ("piece", "width", "height"),
    [("front", 300, 370), ("back", 300, 370), ("band", 1300, 140), ("inner-pocket", 300, 320)],
)
def test_cut_sizes(pattern: bagpattern.Pattern, piece: str, width: float, height: float) -> None:
    assert pattern[piece].cut_width == pytest.approx(width, abs=0.5)
    assert pattern[piece].cut_height == pytest.approx(height, abs=0.5)


def test_the_interior_pocket_is_caught_behind_the_front(pattern: bagpattern.Pattern) -> None:
    """The source calls it the anterior interior pocket: of 280 x 290 mm, its sides and base in the seams."""
    draft = pattern.draft
    held = [each for seam in draft.seams for each in seam.caught if each.runs[0].panel == "inner-pocket"]
    assert {each.stands for each in held} == {"behind"}
    assert sum(draft.side_length(each.runs) for each in held) == pytest.approx(280 + 2 * 290, abs=0.5)
    told = " ".join(str(each.step.text) for each in pattern.steps)
    assert "on the wrong side of the front, right side up" in told
    assert "lining" not in told


@pytest.mark.parametrize(("panel", "why"), [("front", "the lining hides"), ("lining-front", "is inside the bag")])
def test_inside_is_where_no_lining_is(panel: str, why: str) -> None:
    pockets = [{**SETTINGS["pockets"][0], "panel": panel}]
    with pytest.raises(bagpattern.InputError, match=why):
        bagpattern.make({**SETTINGS, "lining": {"kind": "drop-in"}, "pockets": pockets})


def test_band_is_as_long_as_the_face_is_round(pattern: bagpattern.Pattern) -> None:
    assert pattern["band"].panel.edge("back").length == pytest.approx(1260, abs=0.5)


def test_zip_runs_from_40_mm_above_the_base_on_either_side(pattern: bagpattern.Pattern) -> None:
    seam = pattern.draft.seam("main zip")
    assert pattern.draft.side_length(seam.a) == pytest.approx(900, abs=0.5)


def test_notches_mark_the_corners_at_which_the_band_is_cut(pattern: bagpattern.Pattern) -> None:
    """The source marks the band at 14, 35, 14, 14, 35, 14 cm: the four corners and the middle of the top."""
    marked = {round(notch.at) for notch in pattern["band"].panel.notches if notch.on == "back"}
    assert {140, 490, 630, 770, 1120} <= marked


@pytest.mark.parametrize("towards", ["right", "left"])
def test_side_pockets_stand_on_the_band_from_its_lower_corners(towards: str) -> None:
    """Cut 140 x 220, of which 20 are the fold at the top; sewn 120 x 190."""
    pockets = [{"name": "side", "towards": towards, **SIDES}]
    made = bagpattern.make({**SETTINGS, "closure": ABOVE_THE_POCKETS, "pockets": pockets})
    assert made.errors == ()
    pocket = made["side"]
    assert (pocket.cut_width, pocket.cut_height) == pytest.approx((140, 220), abs=0.5)
    sewn = [pocket.panel.edge(edge).length for edge in ("bottom", "right")]
    assert sewn == pytest.approx([120, 190], abs=0.5)
