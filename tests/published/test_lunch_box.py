"""A lunch box [recessionistainwonderland.wordpress.com/2013/03/08/fabric-lunchbox]: 10 x 15 x 5 in, fully open.

Its pieces are told without allowance: front and back 10 x 15, sides 5 x 15, bottom 5 x 10 in; 1/2 in is to be added to
each measure for seams, 1/4 in on every edge. Its lining has no bottom, for a board lies there: left out.
"""

from __future__ import annotations

import pytest

import bagpattern

INCH = 25.4
NET = {"front": (10, 15), "back": (10, 15), "side-left": (5, 15), "side-right": (5, 15), "base": (10, 5)}


def test_every_piece_is_cut_as_published() -> None:
    pattern = bagpattern.make(
        {
            "style": "lunch-bag",
            "build": "five-panel",
            "dimensions": {"width": "10 in", "height": "15 in", "depth": "5 in"},
            "closure": {"kind": "open"},
            "finishing": {"seam_allowance": "1/4 in"},
        }
    )
    assert pattern.errors == ()
    for piece, (wide, high) in NET.items():
        left, low, right, top = pattern[piece].cutting_line.bounds
        assert ((right - left) / INCH, (top - low) / INCH) == pytest.approx((wide + 0.5, high + 0.5)), piece
