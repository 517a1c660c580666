"""A utensil roll [allpeoplequilt.com/bags-pillows-gifts/gifts/utensil-roll]: 9 x 14 1/2 in, seam allowances of 1/4 in.

Exterior and lining are cut 9 1/2 x 15 in. Its pocket is cut 7 1/2 x 9 1/2 in and folded in half to 4 3/4 in, narrower
than the roll, which is another construction: left out, as is its tie of cloth. It has no flap.
"""

from __future__ import annotations

import pytest

import bagpattern

INCH = 25.4


def test_both_layers_are_cut_as_published() -> None:
    pattern = bagpattern.make(
        {
            "style": "tool-roll",
            "dimensions": {"width": "9 in", "height": "14 1/2 in", "flap": "0 mm"},
            "slots": {"count": 5, "height": "4 in"},
            "ties": {"count": 1},
            "finishing": {"seam_allowance": "1/4 in"},
            "materials": {"shell": "quilting-cotton", "lining": "quilting-cotton", "interfacing": "none"},
        }
    )
    assert pattern.errors == ()
    for layer in ("back", "lining-back"):
        left, low, right, high = pattern[layer].cutting_line.bounds
        assert (right - left, high - low) == pytest.approx((9.5 * INCH, 15 * INCH))
