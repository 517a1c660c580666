"""A lined zip pouch [lovecrafts.com, Zipper Pouch by Lou Orth]: 10 x 7 1/2 in, seam allowances of 1/4 in.

Exterior and lining are cut 10 1/2 x 8 in, twice: 10 and 7 1/2 in with 1/4 on every edge. Its height ends where the
cloth is turned back from the zip; ours in the zip's middle, 1/4 in above that where 1/2 in of it shows.
"""

from __future__ import annotations

import pytest

import bagpattern

INCH = 25.4


def test_both_layers_are_cut_as_published() -> None:
    pattern = bagpattern.make(
        {
            "style": "flat-pouch",
            "build": "two-panels",
            "dimensions": {"width": "10 in", "height": "7 3/4 in"},
            "closure": {"zip": "#5", "gap": "1/2 in", "allowance": "0 mm"},
            "lining": {"inset": "0 mm"},
            "finishing": {"seam_allowance": "1/4 in"},
            "materials": {"shell": "quilting-cotton", "lining": "quilting-cotton"},
        }
    )
    assert pattern.errors == ()
    for piece in ("front", "back", "lining-front", "lining-back"):
        left, low, right, high = pattern[piece].cutting_line.bounds
        assert ((right - left) / INCH, (high - low) / INCH) == pytest.approx((10.5, 8)), piece
