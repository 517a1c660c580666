"""A waist or sling bag [instructables.com, Sling Bag/Waist Bag: Pattern to Product, step 1]: 9 x 5 in, radius 1 in.

Its front is a box with rounded corners, cut with 1/2 in all round; the page with its depth was not read.
"""

from __future__ import annotations

import pytest

import bagpattern

INCH = 25.4


def test_the_front_is_cut_half_an_inch_larger_with_corners_as_much_rounder() -> None:
    radii = {"top_radius": "1 in", "bottom_radius": "1 in"}
    pattern = bagpattern.make(
        {
            "style": "crossbody",
            "dimensions": {"width": "9 in", "height": "5 in", "depth": "2 1/2 in", **radii},
            "finishing": {"seam_allowance": "1/2 in"},
        }
    )
    assert pattern.errors == ()
    cut = pattern["front"].cutting_line
    left, low, right, high = cut.bounds
    assert ((right - left) / INCH, (high - low) / INCH) == pytest.approx((10, 6))
    assert cut.area / INCH**2 == pytest.approx(10 * 6 - (4 - 3.14159) * 1.5**2, rel=1e-4)
