"""A small pouch of 0.9 l with T-shaped front halves, as published (jarmokivekas/sewing, pouch,-small,-0.9L; CC0; mm).

Allowance 10 mm, 7 mm beyond the centre line of a #8 zip.
"""

from __future__ import annotations

import pytest

import bagpattern

SETTINGS = {
    "style": "box-pouch",
    "shape": "front-zip",
    "dimensions": {"width": "96.2 mm", "height": "127 mm", "depth": "76.2 mm", "zip_height": "101.6 mm"},
    "closure": {"zip": "#8", "gap": "12 mm"},
    "finishing": {"seam_allowance": "10 mm"},
    "lining": {"kind": "none"},
}


@pytest.fixture(scope="module")
def pattern() -> bagpattern.Pattern:
    made = bagpattern.make(SETTINGS)
    assert made.errors == ()
    return made


def test_the_back(pattern: bagpattern.Pattern) -> None:
    assert (pattern["back"].cut_width, pattern["back"].cut_height) == pytest.approx((116.2, 147), abs=0.5)


@pytest.mark.parametrize(("piece", "band"), [("upper", 25.4), ("front", 101.6)])
def test_both_halves_of_the_front(pattern: bagpattern.Pattern, piece: str, band: float) -> None:
    """A band 248.6 wide, and a flap of 96.2 by 76.2 beyond it."""
    left, bottom, right, top = pattern[piece].stitching_line.bounds
    assert (right - left, top - bottom) == pytest.approx((248.6, band + 76.2), abs=0.5)
    panel = pattern[piece].panel
    assert panel.edge("right").length == pytest.approx(band, abs=0.5)
    assert panel.edge("top" if piece == "upper" else "bottom").length == pytest.approx(96.2, abs=0.5)


def test_the_zip_and_the_volume(pattern: bagpattern.Pattern) -> None:
    assert pattern.draft.side_length(pattern.draft.seam("main zip").a) == pytest.approx(248.6, abs=0.5)
    assert pattern.finished.volume == pytest.approx(0.931, abs=0.005)


def test_what_lies_beyond_the_zip_s_middle(pattern: bagpattern.Pattern) -> None:
    """The source leaves 7 mm of a tape of 30; the catalogue's #8 is 38.1 wide [construction 3], so 12 mm of it show."""
    assert pattern["front"].allowances["top"] == pytest.approx(7, abs=0.1)
