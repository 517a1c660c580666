"""Boxed zip pouches of one piece folded at the base, by LearnMYOG's formulas (zipsack.js @cb4bbec), read in full.

The cut width is twice depth and height and a zip allowance at either end; the cut length is length, height and two
seam allowances. There the zip's tape is sewn on whole, its width left out: here, beyond the zip's centre line lies what
lies there beyond its stitching.
"""

from __future__ import annotations

import pytest

import bagpattern

INCH = 25.4


def cut_sizes(width: str, height: str, depth: str, allowance: str, zip_allowance: float) -> tuple[float, float]:
    """Along the girth from zip to zip, with that allowance on either side, and along the zip."""
    made = bagpattern.make(
        {
            "style": "box-pouch",
            "shape": "level-ends",
            "build": "folded",
            "dimensions": {"width": width, "height": height, "depth": depth},
            "finishing": {"seam_allowance": allowance},
            "lining": {"kind": "none"},
        }
    )
    assert made.errors == ()
    (piece,) = [piece for piece in made.pieces if piece.panel.role == "body"]
    beyond = sum(piece.allowances[f"{face} top"] for face in ("front", "back"))
    return piece.cut_height - beyond + 2 * zip_allowance, piece.cut_width


def test_d4_in_inches() -> None:
    """4 x 3 x 8 in: 15 by 11 3/4."""
    found = cut_sizes("8 in", "3 in", "4 in", "3/8 in", 0.5 * INCH)
    assert found == pytest.approx((15 * INCH, 11.75 * INCH), abs=INCH / 32)


def test_d4_in_centimetres() -> None:
    """10 x 8 x 20 cm: 38.6 by 30."""
    assert cut_sizes("20 cm", "8 cm", "10 cm", "10 mm", 13.0) == pytest.approx((386, 300), abs=0.5)
