"""A Kånken-style backpack, as published with drawn and cut sizes (jarmokivekas/sewing, kanken-pattern.svg; CC0; mm).

Two faces and one band closed to a loop, the zip in the seam between band and front; 10 mm allowance, 20 mm at the
band's ends. The source's side pockets lie on the band, where this style puts none: they are not compared.
"""

from __future__ import annotations

import pytest

import bagpattern

SETTINGS = {
    "style": "mini-backpack",
    "dimensions": {
        "width": "280 mm",
        "height": "350 mm",
        "depth": "120 mm",
        "top_radius": "0 mm",
        "bottom_radius": "0 mm",
    },
    "closure": {"kind": "zip-seam", "zip": "#8", "stop": "40 mm", "allowance": "10 mm", "join_allowance": "20 mm"},
    "pockets": [{"name": "inner pocket", "kind": "full", "panel": "front", "height": "290 mm", "hem": "20 mm"}],
    "finishing": {"seam_allowance": "10 mm"},
    "crossbody": {"kind": "none"},
    "lining": {"kind": "none"},
}


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


def test_band_is_as_long_as_the_face_is_round(pattern: bagpattern.Pattern) -> None:
    assert pattern["band"].panel.edge("back").length == pytest.approx(1260, abs=0.5)


def test_zip_runs_from_40_mm_above_the_base_on_either_side(pattern: bagpattern.Pattern) -> None:
    seam = pattern.draft.seam("main zip")
    assert pattern.draft.side_length(seam.a) == pytest.approx(900, abs=0.5)


def test_notches_mark_the_corners_at_which_the_band_is_cut(pattern: bagpattern.Pattern) -> None:
    """The source marks the band at 14, 35, 14, 14, 35, 14 cm: the four corners and the middle of the top."""
    marked = {round(notch.at) for notch in pattern["band"].panel.notches if notch.on == "back"}
    assert {140, 490, 630, 770, 1120} <= marked
