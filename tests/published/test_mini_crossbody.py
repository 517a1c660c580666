"""A mini crossbody bag [the-diligent-dilettante.blogspot.com/2013/04/mini-crossbody-bags], 1/2 in allowances, lined.

Its sides are cut 5 1/2 x 6 1/2 in, and the gusset round three of their edges 1 3/4 in wide: 4 1/2 x 5 1/2 x 3/4 in. All
of them are cut alike for the lining. Its zip lies between the tops, on no panel of its own: left out.
"""

from __future__ import annotations

import pytest

import bagpattern

INCH = 25.4


def test_sides_and_gusset_are_cut_as_published() -> None:
    pattern = bagpattern.make(
        {
            "style": "tote",
            "build": "gusset",
            "dimensions": {"width": "4 1/2 in", "height": "5 1/2 in", "depth": "3/4 in"},
            "handles": {"kind": "none"},
            "crossbody": {"kind": "fabric"},
            "lining": {"inset": "0 mm", "build": "as-shell"},
            "finishing": {"seam_allowance": "1/2 in"},
            "materials": {"shell": "quilting-cotton", "lining": "quilting-cotton"},
        }
    )
    assert pattern.errors == ()
    for layer in ("", "lining-"):
        for side in ("front", "back"):
            piece = pattern[f"{layer}{side}"]
            assert (piece.cut_width / INCH, piece.cut_height / INCH) == pytest.approx((5.5, 6.5)), piece.id
        gusset = pattern[f"{layer}gusset"]
        assert min(gusset.cut_width, gusset.cut_height) / INCH == pytest.approx(1.75)
