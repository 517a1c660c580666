"""A box of cloth over a box [agmay.blogspot.com/2013/04/how-to-sew-box-for-my-mommy]: 9 x 4 3/4 x 4 1/4 in.

Its seams take 1/4 in, and its pieces are cut 1/2 in larger: top 9 1/2 x 5 1/4, long sides 9 1/2 x 4 3/4, short sides
5 1/4 x 4 3/4 in, the rim's allowance counted as any other. Turned over it is the box of a box bag; it has no lid of its
own, and no lining.
"""

from __future__ import annotations

import pytest

import bagpattern

INCH = 25.4
CUT = {
    "base": (9.5, 5.25),
    "front": (9.5, 4.75),
    "back": (9.5, 4.75),
    "side-left": (5.25, 4.75),
    "side-right": (5.25, 4.75),
}


def test_every_piece_of_the_box_is_cut_as_published() -> None:
    pattern = bagpattern.make(
        {
            "style": "box-bag",
            "build": "five-panel",
            "dimensions": {"width": "9 in", "height": "4 1/4 in", "depth": "4 3/4 in"},
            "finishing": {"seam_allowance": "1/4 in"},
        }
    )
    assert pattern.errors == ()
    for piece, size in CUT.items():
        left, low, right, high = pattern[piece].cutting_line.bounds
        assert ((right - left) / INCH, (high - low) / INCH) == pytest.approx(size), piece
