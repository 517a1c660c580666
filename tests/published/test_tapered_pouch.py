"""A boxed pouch whose base is larger than its top, by a published generator (jenswirf/generator, utils.R @ca92891; cm).

Height 12; top 18 by 8, base 20 by 10; the zip goes half-way down the ends; zip 3, allowance 1. Numbers computed from
its formulas: A 21.5 up the middle of a panel, B 16.02 and E 17.02, half of it along zip and base, C 5.0 and D 4.5, the
ends beside them; 2.055 l. It leaves off half of the zip's width and adds the allowance twice above: both are taken out
again here. It takes the height for the slope of the face, which is 0.4 mm in A. Its volume is that of a pyramid's
frustum, which the prismatoid of these sides exceeds by 0.6 in a thousand.
"""

from __future__ import annotations

import pytest

import bagpattern

ABOVE = 2 * 10 - 30 / 2
"""mm that the source adds beyond the middle of the zip."""


@pytest.fixture(scope="module")
def pattern() -> bagpattern.Pattern:
    made = bagpattern.make(
        {
            "style": "box-pouch",
            "shape": "level-ends",
            "dimensions": {
                "width": "20 cm",
                "height": "12 cm",
                "depth": "10 cm",
                "top_width": "18 cm",
                "top_depth": "8 cm",
                "zip_height": "6 cm",
            },
            "finishing": {"seam_allowance": "10 mm"},
            "lining": {"kind": "none"},
        }
    )
    assert made.errors == ()
    return made


@pytest.mark.parametrize(
    ("edge", "share", "beyond", "expected"),
    [
        ("top", 0.5, 10, 160.2),
        ("bottom", 0.5, 10, 170.2),
        ("right upper end", 1.0, ABOVE, 50),
        ("right lower end", 1.0, 0, 45),
    ],
)
def test_half_of_each_edge(
    pattern: bagpattern.Pattern, edge: str, share: float, beyond: float, expected: float
) -> None:
    """B, E, C and D."""
    assert share * pattern["front"].panel.edge(edge).length + beyond == pytest.approx(expected, abs=0.5)


def test_the_height_of_a_panel(pattern: bagpattern.Pattern) -> None:
    """A."""
    _, bottom, _, top = pattern["front"].stitching_line.bounds
    assert top - bottom + ABOVE == pytest.approx(215, abs=0.5)


def test_the_allowance_is_as_published(pattern: bagpattern.Pattern) -> None:
    assert pattern["front"].cut_width == pytest.approx(2 * 170.2, abs=1.0)


def test_the_volume(pattern: bagpattern.Pattern) -> None:
    assert pattern.finished.volume == pytest.approx(2.055, rel=0.001)


def test_corners_are_as_long_on_the_face_as_beside_it(pattern: bagpattern.Pattern) -> None:
    front = pattern["front"].panel
    notch = sum(front.edge(f"right {each} notch").length for each in ("lower", "upper"))
    assert front.edge("right").length == pytest.approx(notch, abs=1e-9)
    assert notch == pytest.approx((120**2 + 10**2 + 10**2) ** 0.5)
