"""A small roll-top backpack and a throw-line bag, as drawn (jarmokivekas/sewing; CC0; mm), and a rounded base.

The backpack's back wraps its sides; the two corners that are cut off its pocket are not compared. The throw-line bag is
a tube in three sections on a rectangular base, 355.6 mm high in all, of which its stated 10 in and 3 in of roll leave
25.4 unexplained. The rounded base is projectsbyjane's, in inches.
"""

from __future__ import annotations

import pytest

import bagpattern

SETTINGS = {
    "style": "roll-top",
    "build": "wrapped",
    "dimensions": {"width": "190 mm", "depth": "130 mm", "height": "500 mm"},
    "closure": {"kind": "roll-top", "collar": "100 mm", "reach": "0 mm"},
    "straps": {"kind": "webbing"},
    "pockets": [{"name": "front pocket", "kind": "full", "panel": "front", "height": "360 mm", "hem": "30 mm"}],
    "crossbody": {"kind": "none"},
    "lining": {"kind": "none"},
    "finishing": {"seam_allowance": "10 mm", "hem_allowance": "30 mm"},
    "materials": {"shell": "nylon-500d"},
}

THROW_LINE = {
    "style": "bucket",
    "build": "one-piece",
    "dimensions": {"base": "rectangular", "width": "101.6 mm", "depth": "76.2 mm", "height": "279.4 mm"},
    "closure": {"kind": "roll-top", "collar": "76.2 mm", "reach": "0 mm"},
    "crossbody": {"kind": "none"},
    "lining": {"kind": "none"},
    "finishing": {"seam_allowance": "10 mm"},
}


@pytest.fixture(scope="module")
def backpack() -> bagpattern.Pattern:
    made = bagpattern.make(SETTINGS)
    assert made.errors == ()
    return made


@pytest.mark.parametrize(
    ("piece", "width", "height"),
    [("back", 470, 640), ("front", 210, 640), ("base", 210, 150), ("front-pocket", 210, 400)],
)
def test_cut_sizes(backpack: bagpattern.Pattern, piece: str, width: float, height: float) -> None:
    assert backpack[piece].cut_width == pytest.approx(width, abs=0.5)
    assert backpack[piece].cut_height == pytest.approx(height, abs=0.5)


@pytest.mark.parametrize(("notion", "length"), [("closing webbing", 440), ("rim stiffener", 270)])
def test_webbing_at_the_rim(backpack: bagpattern.Pattern, notion: str, length: float) -> None:
    assert next(each.length for each in backpack.notions if each.id == notion) == pytest.approx(length, abs=0.5)


def test_throw_line_bag() -> None:
    pattern = bagpattern.make(THROW_LINE)
    wall = pattern["front-back"].panel
    assert pattern.errors == ()
    assert wall.edge("front top").length + wall.edge("back top").length == pytest.approx(355.6, abs=0.5)
    assert pattern["front-back"].cut_width == pytest.approx(375.6, abs=0.5)
    assert wall.edge("front right").length == pytest.approx(177.8 + 101.6 + 76.2, abs=0.5)
    assert (pattern["base"].cut_width, pattern["base"].cut_height) == pytest.approx((121.6, 96.2), abs=0.5)


def test_rounded_base_c14() -> None:
    """Radius 2 in, straight parts of 1/2 and 3 1/4 in; the source rounds 4 pi to 12 1/2, and so 20.07 in to 20."""
    pattern = bagpattern.make(
        {
            "style": "bucket",
            "dimensions": {"base": "rounded", "width": "7 1/4 in", "depth": "4 1/2 in", "radius": "2 in"},
        }
    )
    around = sum(edge.length for edge in pattern["base"].panel.edges)
    assert pattern.errors == ()
    assert around == pytest.approx(20.066 * 25.4, abs=0.5)
    assert around == pytest.approx(sum(pattern[wall].panel.edge("bottom").length for wall in ("front", "back")))
