"""The PALS pouch 25 x 16 x 9 cm, as published (jarmokivekas/sewing, PALS-Modules; CC0; mm): 10 mm allowance.

Two faces; the band in two equal halves, of which the upper has the zip along its centre line. The source draws the
upper band whole; ours is cut in two along that line, so its halves are compared from the line outward.
"""

from __future__ import annotations

import pytest

import bagpattern

SETTINGS = {
    "style": "band-pouch",
    "dimensions": {
        "width": "250 mm",
        "height": "160 mm",
        "depth": "90 mm",
        "top_radius": "0 mm",
        "bottom_radius": "0 mm",
    },
    "closure": {"kind": "zip-band", "zip": "#5", "stop": "80 mm"},
    "finishing": {"seam_allowance": "10 mm"},
}


@pytest.fixture(scope="module")
def pattern() -> bagpattern.Pattern:
    made = bagpattern.make(SETTINGS)
    assert made.errors == ()
    return made


@pytest.mark.parametrize(
    ("piece", "width", "height"), [("front", 270, 180), ("back", 270, 180), ("base-band", 430, 110)]
)
def test_cut_sizes(pattern: bagpattern.Pattern, piece: str, width: float, height: float) -> None:
    assert pattern[piece].cut_width == pytest.approx(width, abs=0.5)
    assert pattern[piece].cut_height == pytest.approx(height, abs=0.5)


def test_both_halves_of_the_zip_band_make_the_published_one(pattern: bagpattern.Pattern) -> None:
    halves = pattern["zip-band-front"], pattern["zip-band-back"]
    assert [half.cut_width for half in halves] == pytest.approx([430, 430], abs=0.5)
    to_centre_line = [half.panel.edge("right end").length + half.allowances["outer"] for half in halves]
    assert sum(to_centre_line) == pytest.approx(110, abs=0.5)


def test_bands_are_half_the_way_round_each(pattern: bagpattern.Pattern) -> None:
    assert pattern["zip-band-front"].panel.edge("outer").length == pytest.approx(410, abs=0.5)
    assert pattern["base-band"].panel.edge("front").length == pytest.approx(410, abs=0.5)
