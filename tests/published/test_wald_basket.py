"""A bag for a Wald 137 basket, as published (github.com/abroekhof/waldbasketbag, MIT; in): allowance 3/8.

Base 13 x 8, rim 14 x 9, the walls 5 long up their slope, collar 14 high. Front, base and back are one piece there, and
here with build = "wrap"; its raw ends carry one allowance, to which the collar is sewn.
"""

from __future__ import annotations

import math

import pytest

import bagpattern
from bagpattern.geometry.levels import level_width

INCH = 25.4
UPRIGHT = math.sqrt(5**2 - 0.5**2)
SETTINGS = {
    "style": "basket-bag",
    "build": "wrap",
    "dimensions": {
        "width": "13 in",
        "depth": "8 in",
        "rim_width": "14 in",
        "rim_depth": "9 in",
        "height": f"{14 + UPRIGHT:.6f} in",
        "collar": "14 in",
    },
    "closure": {"kind": "open"},
    "finishing": {"seam_allowance": "3/8 in"},
}


@pytest.fixture(scope="module")
def pattern() -> bagpattern.Pattern:
    made = bagpattern.make(SETTINGS)
    assert made.errors == ()
    return made


@pytest.mark.parametrize("side", ["side-left", "side-right"])
def test_sides(pattern: bagpattern.Pattern, side: str) -> None:
    """Trapezoids cut 5 3/4 high, and 9 3/4 across where the rim is sewn: above it the slanting allowance goes on."""
    panel = pattern[side].panel
    edges = {name: panel.edge(name).length / INCH for name in ("bottom", "right", "top", "left")}
    assert edges == pytest.approx({"bottom": 8, "right": 5.0249, "top": 9, "left": 5.0249}, abs=0.002)
    assert level_width(pattern[side].cutting_path, 5 * INCH) == pytest.approx(9.75 * INCH, abs=0.8)
    assert level_width(pattern[side].cutting_path, 0.0) == pytest.approx(8.75 * INCH, abs=0.8)
    assert pattern[side].cut_height == pytest.approx(5.75 * INCH, abs=0.8)


def test_front_base_and_back_are_one_piece(pattern: bagpattern.Pattern) -> None:
    whole = pattern["front-base-back"]
    assert whole.panel.edge("front top").length == pytest.approx(14 * INCH, abs=0.1)
    assert whole.panel.edge("base side-left").length == pytest.approx(8 * INCH, abs=0.1)
    assert whole.cut_height == pytest.approx(18.75 * INCH, abs=0.8)
    top = whole.panel.edge("front top").path.start.imag
    assert level_width(whole.cutting_path, top) == pytest.approx(14.75 * INCH, abs=0.8)


def test_collar(pattern: bagpattern.Pattern) -> None:
    """Two of 23 x 14, half the rim each; the published ones carry no allowance at the top."""
    collar = pattern["collar-front"]
    assert collar.panel.edge("bottom").length == pytest.approx(23 * INCH, abs=0.1)
    assert collar.panel.edge("right").length == pytest.approx(14 * INCH, abs=0.1)
    assert collar.cut_width == pytest.approx(23.75 * INCH, abs=0.8)
    assert collar.cut_height - collar.allowances["top"] == pytest.approx(14.375 * INCH, abs=0.8)


def test_collar_goes_round_the_rim(pattern: bagpattern.Pattern) -> None:
    halves = [pattern[f"collar-{half}"].panel.edge("bottom").length for half in ("front", "back")]
    assert sum(halves) == pytest.approx(2 * (14 + 9) * INCH, abs=0.1)
