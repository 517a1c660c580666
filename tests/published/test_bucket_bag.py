"""A bucket bag [scpbanks.blogspot.com/2011/05, The Bucket Bag, Part 2]: 7 in across, 10 in high, 1/2 in allowances.

Its base is drawn 7 in across and cut 8; its wall is 10 x 22 in before allowances, pi times 7 = 21.99 rounded up, in one
length with one seam, and cords run through eyelets.
"""

from __future__ import annotations

import pytest

import bagpattern

INCH = 25.4


def test_base_and_wall_are_drawn_and_cut_as_published() -> None:
    pattern = bagpattern.make(
        {
            "style": "bucket",
            "build": "one-piece",
            "dimensions": {"base": "round", "width": "7 in", "height": "10 in"},
            "closure": {"kind": "drawstring", "through": "eyelets"},
            "finishing": {"seam_allowance": "1/2 in"},
        }
    )
    assert pattern.errors == ()
    left, low, right, high = pattern["base"].cutting_line.bounds
    assert ((right - left) / INCH, (high - low) / INCH) == pytest.approx((8, 8), abs=1e-3)
    (wall,) = (each.panel for each in pattern.pieces if each.panel.role == "body" and each.id != "base")
    left, low, right, high = wall.stitching_line.bounds
    assert ((right - left) / INCH, (high - low) / INCH) == pytest.approx((22, 10), abs=0.02)
