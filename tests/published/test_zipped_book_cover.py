"""A book cover with a zip round three sides [thespruce.com/fabric-book-cover-handles-and-zipper-2977772], by its rule.

Of a book w wide, h high and c thick the outside is cut 2 w + c + 1 1/2 by h + 1 1/2 in: seams of 1/2, and 1/2 in of
ease. The strip with the zip is c + 1 in wide, and 1 in longer than the way round a cover at its stitching, from spine
to spine. The outside is in one piece there; here it is cut at the spine, round whose corners ours goes 15 mm.
"""

from __future__ import annotations

import pytest

import bagpattern

INCH, SEAM, STOP = 25.4, 0.5, 15.0
BOOKS = [(5.5, 8.5, 1.0), (6.25, 9.25, 1.75)]


@pytest.mark.parametrize(("wide", "high", "thick"), BOOKS)
def test_outside_and_strip_are_cut_by_the_published_rule(wide: float, high: float, thick: float) -> None:
    outside, tall = 2 * wide + thick + 1.5, high + 1.5
    cover = (outside - 2 * SEAM - thick) / 2
    strip = 2 * cover + (tall - 2 * SEAM) + 2 * SEAM
    size = {"width": cover, "height": tall - 2 * SEAM, "depth": thick, "radius": 0.0}
    pattern = bagpattern.make(
        {
            "style": "organiser",
            "dimensions": {key: f"{value} in" for key, value in size.items()},
            "closure": {"zip": "#3", "stop": "15 mm"},
            "finishing": {"seam_allowance": "1/2 in"},
        }
    )
    assert pattern.errors == ()
    across, up = zip(*(sides(pattern, each) for each in ("front", "back")), strict=True)
    assert sum(across) - 2 * SEAM + thick == pytest.approx(outside)
    assert up == pytest.approx((tall, tall))
    length, _ = sides(pattern, "zip-band-front")
    assert length + 2 * STOP / INCH == pytest.approx(strip)
    assert pattern.finished.depth / INCH == pytest.approx(thick)


def sides(pattern: bagpattern.Pattern, piece: str) -> tuple[float, float]:
    """How large a piece is cut, in inches."""
    left, low, right, high = pattern[piece].cutting_line.bounds
    return (right - left) / INCH, (high - low) / INCH
