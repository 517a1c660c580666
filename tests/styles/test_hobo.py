"""The hobo: its rim and its darts, reckoned by hand, and what hangs at its peaks."""

from __future__ import annotations

import math
from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.geometry import areas

SIZE = {"width": "40 cm", "height": "32 cm", "taper": "4 cm", "dip": "8 cm", "bottom_radius": "10 cm"}


def made(dimensions: dict[str, str] | None = None, **settings: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": "hobo", "dimensions": {**SIZE, **(dimensions or {})}, **settings})
    assert pattern.errors == ()
    return pattern


def test_the_rim_is_an_arc_between_the_peaks() -> None:
    """36 cm apart, 8 cm deep: r = (18^2 + 8^2) / 16 = 24.25 cm, over 2 asin(18 / 24.25)."""
    front = made()["front"].panel
    rim = front.edge("top").path
    assert abs(rim.end - rim.start) == pytest.approx(360)
    assert rim.length == pytest.approx(242.5 * 2 * math.asin(180 / 242.5))
    assert rim.point_at(rim.length / 2).imag == pytest.approx(320 - 80)


@pytest.mark.parametrize("panel", ["front", "lining-back"])
def test_a_dart_has_two_equal_legs_and_its_mouth_on_the_curve_of_the_corner(panel: str) -> None:
    """The width is measured along the curve; the seam of shell and lining ends in the same place."""
    pattern, whole = made({"dart": "50 mm", "dart_length": "90 mm"}), made({"dart": "0 mm"})
    cut, plain = pattern[panel].panel, whole[panel].panel
    legs = [cut.edge(f"{side} dart {leg}").length for side in ("right", "left") for leg in ("base", "side")]
    assert legs == pytest.approx([legs[0]] * 4)
    for edge, less in (("bottom", 50), ("right", 25), ("left", 25)):
        assert cut.edge(edge).length == pytest.approx(plain.edge(edge).length - less)
    assert sum(seam.id.startswith(panel) and seam.id.endswith("dart") for seam in pattern.seams) == 2


def test_darts_let_the_base_stand_out() -> None:
    """Of two sewn bags, filled alike."""
    darted, plain = (made({"dart": dart}).sewn() for dart in ("60 mm", "0 mm"))
    low = [
        max(abs(each.points[each.points[:, 1] < 80][:, 2]).max() for each in bag.surfaces if each.piece == "front")
        for bag in (darted, plain)
    ]
    assert low[0] > low[1] + 5


def test_rings_hang_at_the_peaks_and_the_strap_goes_over_a_shoulder() -> None:
    pattern = made()
    side = pattern["back"].panel.edge("right")
    tabs = [each.at for seam in pattern.seams if seam.id == "left side" for each in seam.caught]
    assert min(min(at, side.length - at) for at in tabs) < 70
    _, low, _, high = areas.bounds([pattern["crossbody-strap"].panel.stitching_line])
    left, _, right, _ = areas.bounds([pattern["crossbody-strap"].panel.stitching_line])
    assert max(high - low, right - left) < 900
    assert str(pattern["crossbody-strap"].panel.title) == "Shoulder strap"


@pytest.mark.parametrize(
    ("dimensions", "closure", "told"),
    [
        ({}, "flap", 'its rim hangs: write "magnetic-snap" or "open", or make dimensions.dip 0 mm'),
        ({"dip": "20 cm"}, "open", "leaves too little of front and back below it: make it at most 144 mm"),
        ({"dart": "15 mm"}, "open", "no room between its allowances: make it 0 mm, or at least 42 mm"),
        ({"bottom_radius": "0 mm", "dart": "50 mm"}, "open", "no room in the curve of the corner"),
        ({"dart_length": "20 mm"}, "open", "cannot be so long: choose 67.5 to 112 mm"),
        ({"dart": "0 mm", "dart_length": "60 mm"}, "open", "there are no darts: leave this out"),
    ],
)
def test_what_cannot_be_made_is_told(dimensions: dict[str, str], closure: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        made(dimensions, closure={"kind": closure})
    assert told in str(caught.value)
