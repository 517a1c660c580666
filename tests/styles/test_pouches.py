"""Pouches and clutches, reckoned by hand."""

from __future__ import annotations

import math
from typing import Any

import pytest

import bagpattern
from bagpattern.parts.bodies.flat import pillow_volume
from bagpattern.styles._boxes import MEASURED as SHAPES
from bagpattern.styles.box_pouch import BUILDS
from tests.styles.making import made

SLIP = {"name": "slip", "kind": "slip", "width": "12 cm", "height": "5 cm"}
SIZE = {"width": "20 cm", "height": "9 cm", "depth": "8 cm"}


def stitched(pattern: bagpattern.Pattern, piece: str) -> tuple[float, float]:
    left, bottom, right, top = pattern[piece].stitching_line.bounds
    return right - left, top - bottom


@pytest.mark.parametrize(
    ("shape", "width", "height", "zip_length"),
    [
        ("upright-ends", 200 + 80, 40 + 90 + 40, 200),  # half the depth above and below
        ("level-ends", 200 + 90, 40 + 90 + 40, 200 + 90),  # half the height at either end
        ("wedge", 200 + 80, 40 + math.hypot(90, 40), 200 + 80),  # half the depth below; its faces lean by as much
    ],
)
def test_panels_of_a_box_pouch(shape: str, width: float, height: float, zip_length: float) -> None:
    pattern = made("box-pouch", shape=shape, dimensions=SIZE)
    assert stitched(pattern, "front") == pytest.approx((width, height))
    assert pattern.draft.side_length(pattern.draft.seam("main zip").a) == pytest.approx(zip_length)


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_box_pouch_finishes_as_large_as_it_is_asked_for(shape: str, build: str) -> None:
    finished = made("box-pouch", shape=shape, build=build, dimensions=SIZE).finished
    assert (finished.width, finished.height, finished.depth) == pytest.approx((200, 90, 80))


def test_a_wedge_holds_what_is_under_its_two_leaning_faces() -> None:
    """Sliced from base to zip: (200 + 80 t) x 80 (1 - t) x 90 mm, t from 0 to 1, is 0.816 l."""
    steps = 10_000
    sliced = sum((200 + 80 * t) * 80 * (1 - t) * 90 / steps for t in ((n + 0.5) / steps for n in range(steps)))
    assert made("box-pouch", shape="wedge", dimensions=SIZE).finished.volume == pytest.approx(sliced / 1e6, rel=1e-6)


@pytest.mark.parametrize(
    ("shape", "seam", "at"), [("upright-ends", "right top corner", 40), ("level-ends", "right end", 40)]
)
def test_a_tab_lies_round_the_middle_of_the_seam_across_the_zip(shape: str, seam: str, at: float) -> None:
    pattern = made("box-pouch", shape=shape, dimensions=SIZE, closure={"ends": "tabs"})
    caught = [each for each in pattern.draft.seam(seam).caught if each.runs[0].panel == "zip-tab"]
    wide = pattern["zip-tab"].panel.edge("start").length
    assert [each.at + wide / 2 for each in caught] == pytest.approx([at, at])


def test_a_tab_at_the_end_of_a_side_seam_is_folded_there() -> None:
    pattern = made("flat-pouch", closure={"ends": "tabs"})
    seam = pattern.draft.seam("right side")
    caught = [each for each in seam.caught if each.runs[0].panel == "zip-tab"]
    half = pattern["zip-tab"].panel.edge("start").length / 2
    assert [each.at for each in caught] == pytest.approx([pattern.draft.side_length(seam.a) - half] * 4)


def test_the_zip_opens_as_far_as_its_tabs_allow() -> None:
    pattern = made("flat-pouch", dimensions={"width": "20 cm"}, closure={"ends": "tabs", "tab": "25 mm"})
    (notion,) = (each for each in pattern.notions if each.kind == "zip")
    assert (notion.opening, notion.length) == pytest.approx((150, 170))


def test_rounded_corners_of_a_flat_pouch() -> None:
    """200 x 150 with radii of 40: each rounded corner shortens the way round by (2 - pi / 2) x 40."""
    pattern = made("flat-pouch", dimensions={"width": "20 cm", "height": "15 cm", "bottom_radius": "40 mm"})
    edges = pattern["front"].panel.edges
    assert sum(edge.length for edge in edges) == pytest.approx(2 * 350 - 2 * (2 - math.pi / 2) * 40)
    assert pattern.finished.width == pytest.approx(200)


def test_a_leaning_flat_pouch_is_measured_at_its_base() -> None:
    size = {"width": "20 cm", "height": "15 cm", "rim": "24 cm", "bottom_radius": "30 mm"}
    pattern = made("flat-pouch", dimensions=size)
    assert (pattern.finished.width, pattern.finished.height) == pytest.approx((200, 150))
    assert pattern["front"].panel.edge("top").length == pytest.approx(240)


def test_a_square_pillow_holds_the_known_share_of_its_cube() -> None:
    """0.19 of the cube of its side by the approximation; the best fold known holds 0.217."""
    assert pillow_volume(100, 100) == pytest.approx(0.1905, abs=1e-4)
    assert pillow_volume(100, 200) == pillow_volume(200, 100)


def test_a_boxed_clutch_has_a_flap_longer_by_its_depth() -> None:
    flat = made("clutch", closure={"kind": "flap", "cover": "90 mm"})
    boxed = made("clutch", dimensions={"depth": "40 mm"}, closure={"kind": "flap", "cover": "90 mm"})
    assert stitched(boxed, "flap")[1] - stitched(flat, "flap")[1] == pytest.approx(40)


@pytest.mark.parametrize(
    ("style", "settings", "message"),
    [
        ("box-pouch", {"dimensions": {"depth": "20 mm"}, "shape": "wedge"}, "too little for its corners"),
        (
            "box-pouch",
            {"dimensions": {"height": "40 mm", "top_width": "30 cm"}},
            "leans too far .* choose 180 to 220 mm",
        ),
        ("box-pouch", {"dimensions": {"top_depth": "6 cm"}, "shape": "wedge"}, "only a box with level ends has a top"),
        ("flat-pouch", {"build": "folded", "dimensions": {"bottom_radius": "30 mm"}}, "has square corners"),
        ("flat-pouch", {"dimensions": {"bottom_radius": "4 mm"}}, "tighter than the allowance"),
        ("clutch", {"dimensions": {"depth": "40 mm", "bottom_radius": "30 mm"}}, "are not rounded"),
        ("clutch", {"dimensions": {"depth": "5 mm"}}, "too little for its corners"),
    ],
)
def test_what_cannot_be_made_is_refused(style: str, settings: dict[str, Any], message: str) -> None:
    with pytest.raises(bagpattern.InputError, match=message):
        made(style, **settings)


@pytest.mark.parametrize("style", ["flat-pouch", "clutch"])
@pytest.mark.parametrize("radius", ["0 mm", "30 mm"])
def test_a_flat_bag_is_as_large_as_what_it_holds_needs(style: str, radius: str) -> None:
    pattern = made(style, holds=["tablet-11"], dimensions={"bottom_radius": radius})
    assert pattern.findings == ()
    assert pattern.finished.width > 247.6


def test_a_sleeve_for_a_laptop_is_wider_by_its_thickness_its_ease_and_the_padding() -> None:
    """304.1 + 11.3 + 12 of ease, up to the next 5, inside a lining that lies as deep as shell and foam are thick."""
    pattern = bagpattern.make("laptop-sleeve")
    inside = pattern["lining-front"].panel.edge("bottom").length
    assert inside == pytest.approx(330)
    assert inside >= 304.1 + 11.3 + 10


def test_a_line_that_ends_half_a_millimetre_beside_the_middle_of_a_corner() -> None:
    """The lining's notch is folded 99.5 mm above its base, where it meets its other seam; the line ends at 100."""
    line = {"name": "line", "kind": "across", "panel": "lining-front", "left": "10 cm", "right": "10 cm"}
    assert made("box-pouch", dimensions={"width": "275 mm", "height": "125 mm"}, style_lines=[line])


@pytest.mark.parametrize("style", ["flat-pouch", "box-pouch", "duffle"])
def test_pockets_are_sewn_to_a_lining_before_its_top_is_sewn_to_the_zip(style: str) -> None:
    pattern = made(style, pockets=[{**SLIP, "panel": "lining-back"}])
    number = {seam: each.number for each in pattern.steps for seam in each.step.seams}
    assert number["slip to lining-back"] < number["main zip"]


def test_a_folded_base_and_a_rim_that_leans_too_much_are_told_at_once() -> None:
    sizes = {"width": "20 cm", "bottom_radius": "30 mm", "rim": "35 cm"}
    with pytest.raises(bagpattern.InputError) as caught:
        bagpattern.make({"style": "flat-pouch", "build": "folded", "dimensions": sizes})
    assert [problem.key for problem in caught.value.problems] == ["dimensions.bottom_radius", "dimensions.rim"]
