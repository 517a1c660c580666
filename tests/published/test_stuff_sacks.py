"""Sacks as published, or by the formulas of a published calculator: one-piece walls, channels, cords and rolled rims.

nixtipitarp.wordpress.com (easy stuff sacks; in), and LearnMYOG's stuffsack.js, cinchsack.js and rolltopsack.js (in and
cm), whose numbers are computed from their formulas: allowances, channel and hem are theirs.
"""

from __future__ import annotations

import math
from typing import Any

import pytest

import bagpattern

INCH = 25.4
SIXTY_FOURTH = INCH / 32
"""mm: what a source in inches is held to."""


def made(settings: dict[str, Any]) -> bagpattern.Pattern:
    pattern = bagpattern.make(settings)
    assert pattern.errors == ()
    return pattern


def cut(pattern: bagpattern.Pattern, piece: str) -> tuple[float, float]:
    return pattern[piece].cut_width, pattern[piece].cut_height


def bought(pattern: bagpattern.Pattern, notion: str) -> float | None:
    return next(each.length for each in pattern.notions if each.id == notion)


def test_boxed_stuff_sack_c9() -> None:
    """5 in across, 10 high; the source rounds 5 pi + 1/2 = 16.21 up to 16 1/4, which is taken here."""
    around = 16.25 - 2 * 0.25
    pattern = made(
        {
            "style": "stuff-sack",
            "dimensions": {
                "base": "boxed",
                "width": f"{around / 2 - 2.5} in",
                "height": "10 in",
                "depth": "2 1/2 in",
            },
            "closure": {"kind": "drawstring", "channel": "1 1/2 in", "gather": "0 mm", "cord": "3 mm"},
            "finishing": {"seam_allowance": "1/4 in"},
        }
    )
    assert cut(pattern, "front-back") == pytest.approx((16.25 * INCH, 13 * INCH), abs=SIXTY_FOURTH)
    assert pattern["front-back"].panel.edge("front right corner base").length == pytest.approx(1.25 * INCH)
    assert around == pytest.approx(5 * math.pi, rel=0.003)


@pytest.mark.parametrize(
    ("wide", "high", "allowance", "channel", "expected"),
    [
        ("5 in", "10 in", "3/8 in", "1 1/2 in", (16.458 * INCH, 14.375 * INCH, 5.75 * INCH)),
        ("20 cm", "30 cm", "1 cm", "4 cm", (648.32, 450.0, 220.0)),
    ],
)
def test_round_stuff_sack_d1(
    wide: str, high: str, allowance: str, channel: str, expected: tuple[float, float, float]
) -> None:
    pattern = made(
        {
            "style": "stuff-sack",
            "dimensions": {"width": wide, "height": high},
            "closure": {"kind": "drawstring", "channel": channel},
            "finishing": {"seam_allowance": allowance},
        }
    )
    around, height, circle = expected
    assert cut(pattern, "front-back") == pytest.approx((around, height), abs=0.5)
    assert cut(pattern, "base") == pytest.approx((circle, circle), abs=0.5)
    assert bought(pattern, "drawstring") == pytest.approx(around + 150, abs=3)  # the source adds 6 in, or 15 cm


@pytest.mark.parametrize(
    ("size", "allowance", "channel", "expected"),
    [
        (("6 in", "10 in", "4 in"), "1/2 in", "1 1/2 in", (21 * INCH, 13.5 * INCH, 4 * INCH)),
        (("20 cm", "25 cm", "8 cm"), "1 cm", "4 cm", (580, 310, 100)),
    ],
)
def test_cinch_sack_d2(
    size: tuple[str, str, str], allowance: str, channel: str, expected: tuple[float, float, float]
) -> None:
    """A strip as a channel; 4 in of depth are more than two and a half channels, 8 cm are not."""
    width, height, depth = size
    pattern = made(
        {
            "style": "stuff-sack",
            "dimensions": {"base": "boxed", "width": width, "height": height, "depth": depth},
            "closure": {"kind": "drawstring", "through": "strip", "channel": channel},
            "finishing": {"seam_allowance": allowance},
        }
    )
    around, high, across = expected
    assert cut(pattern, "front-back") == pytest.approx((around, high), abs=0.5)
    assert cut(pattern, "channel") == pytest.approx((around, across), abs=0.5)
    assert bought(pattern, "drawstring") == pytest.approx(around + 150, abs=3)


def test_roll_top_sack_d3() -> None:
    """8 x 4 x 12 in: 4 in are more than 3, so that the wall is half the depth higher than base and collar ask for.

    Its seams are French: 1/4 in first, 3/8 in then.
    """
    pattern = made(
        {
            "style": "stuff-sack",
            "dimensions": {"base": "boxed", "width": "8 in", "height": "12 in", "depth": "4 in"},
            "closure": {"kind": "roll-top", "collar": "4 1/2 in", "width": "1 in"},
            "lining": {"seams": "french", "french_allowance": "5/8 in"},
            "finishing": {"hem_allowance": "1 1/2 in"},
        }
    )
    assert cut(pattern, "front-back") == pytest.approx((25.25 * INCH, 22.625 * INCH), abs=SIXTY_FOURTH)
    assert bought(pattern, "closing webbing") == pytest.approx(18 * INCH, abs=SIXTY_FOURTH)
    side = pattern.seams["right side"].enclosed
    assert side is not None
    assert side.how.value == "french"
    assert (side.first, side.rest) == pytest.approx((INCH / 4, 3 * INCH / 8))
