"""Totes with boxed corners, as published with finished and cut sizes (inches).

C1 ktgreendesign.com/lets-calculate: one tube with a side seam. C2 stitchesnscraps.com/box-bottom-bag-lining-tutorial:
two panels. C4 lazygirldesigns.com/pdf-files/tutorial-box-the-bottom-corners-of-a-bag: two panels, without allowance.
"""

from __future__ import annotations

import pytest

import bagpattern

INCH = 25.4


def tote(build: str, width: str, height: str, depth: str, allowance: str = "1/2 in") -> bagpattern.Pattern:
    """An unlined tote whose rim has the allowance of its seams."""
    made = bagpattern.make(
        {
            "style": "tote",
            "build": build,
            "dimensions": {"width": width, "height": height, "depth": depth},
            "finishing": {"seam_allowance": allowance, "hem": "single", "hem_allowance": allowance},
            "handles": {"kind": "none"},
            "lining": {"kind": "none"},
        }
    )
    assert made.errors == ()
    return made


def inches(value: float) -> object:
    """Within 1/32 in, the precision of the sources."""
    return pytest.approx(value * INCH, abs=INCH / 32)


def test_c1_one_tube_with_a_side_seam() -> None:
    pattern = tote("tube", "13 in", "12 1/2 in", "4 in")
    (body,) = [piece for piece in pattern.pieces if piece.panel.role == "body"]
    assert (body.cut_width, body.cut_height) == (inches(35), inches(15.5))


def test_c2_two_panels_with_a_square_cut_out_of_each_lower_corner() -> None:
    """The square is 1 in from the stitching lines once the corner's own 1/2 in is on: half the depth, less that."""
    pattern = tote("boxed", "14 in", "14 in", "3 in")
    for name in ("front", "back"):
        piece = pattern[name]
        assert (piece.cut_width, piece.cut_height) == (inches(18), inches(16.5))
        cut_out = piece.panel.edge("left corner base").length - piece.allowances["left corner side"]
        assert cut_out == inches(1)


def test_c4_a_flat_bag_of_19_by_16_in_is_boxed_to_15_by_14_by_4() -> None:
    pattern = tote("boxed", "15 in", "14 in", "4 in")
    left, bottom, right, top = pattern["front"].stitching_line.bounds
    assert (right - left, top - bottom) == (inches(19), inches(16))
    assert pattern["front"].panel.edge("left corner base").length == inches(2)
