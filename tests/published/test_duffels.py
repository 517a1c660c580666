"""Two duffel bags whose ends and walls were published, with seam allowances of 1/2 in.

One [motherearthnews.com, Make a Duffel Bag That's Better Than Santa's] is 19 1/2 in long and 8 1/2 across, its discs
cut 9 1/2; the length of its cloth is not on the page that was read. The other [instructables.com, The Perfect Duffel
Bag, step 2] is 40 in round its ends: a base of 10 1/2 x 17, 1/2 in of zip, and two sides, sewn, of 14 1/2 x 17 in. Its
ends are drawn by hand; a box of 10 1/2 x 9 1/2 in is 40 in round.
"""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern

INCH = 25.4


def duffle(closure: dict[str, str], **size: str) -> bagpattern.Pattern:
    finishing = {"seam_allowance": "1/2 in"}
    pattern = bagpattern.make({"style": "duffle", "dimensions": size, "closure": closure, "finishing": finishing})
    assert pattern.errors == ()
    return pattern


def inches(path: Any) -> tuple[float, float]:
    left, low, right, high = path.bounds
    return (right - left) / INCH, (high - low) / INCH


def test_a_round_one_has_discs_an_inch_larger() -> None:
    pattern = duffle({}, shape="round", width="19 1/2 in", height="8 1/2 in")
    assert inches(pattern["end-left"].cutting_line) == pytest.approx((9.5, 9.5), abs=1e-3)
    assert inches(pattern["front"].panel.stitching_line)[0] == pytest.approx(19.5)


def test_what_is_round_it_is_base_zip_and_two_sides() -> None:
    size = {"width": "17 in", "height": "9 1/2 in", "depth": "10 1/2 in", "radius": "0 mm", "base": "10 1/2 in"}
    pattern = duffle({"gap": "1/2 in"}, shape="box", **size)
    assert pattern["end-left"].panel.stitching_line.length / INCH == pytest.approx(40)
    assert inches(pattern["base"].panel.stitching_line) == pytest.approx((17, 10.5))
    for side in ("front", "back"):
        wide, high = inches(pattern[side].panel.stitching_line)
        assert (wide, high - 0.25) == pytest.approx((17, 14.5)), side  # up to the needle beside the zip
