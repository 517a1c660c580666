"""Bags of two faces and a band: crossbody, band pouch and sling, against figures worked out by hand."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

import bagpattern
from bagpattern.geometry import areas
from bagpattern.parts.bodies.faces import CrescentFace, Face, RoundedFace, TaperedFace
from tests.styles.making import made, refused

FACES: list[Face] = [
    RoundedFace(240, 170, 30, 50),
    RoundedFace(180, 180, 90, 90),
    TaperedFace.of_width(240, 170, 40, 30, 50),
    CrescentFace(260, 150, 30, 0),
    CrescentFace(340, 180, 40, 25),
]


@pytest.mark.parametrize("face", FACES, ids=str)
def test_a_face_is_as_large_as_asked_and_smooth_all_round(face: Face) -> None:
    outline = face.sides().closed
    left, bottom, right, top = areas.bounds([outline])
    asked = [(240, 170), (180, 180), (240, 170), (260, 150), (340, 180)][FACES.index(face)]
    assert (right - left, top - bottom) == pytest.approx(asked, abs=0.03)  # flattened
    assert areas.is_simple(outline)
    assert not outline.bends


@pytest.mark.parametrize("face", FACES, ids=str)
def test_the_layer_inside_is_parallel(face: Face) -> None:
    """Round any closed smooth curve the parallel at 4 mm is 2 pi x 4 mm shorter; its area shrinks by P d - pi d2."""
    outside, inside = face.sides().closed, face.smaller(4).sides().closed
    assert outside.length - inside.length == pytest.approx(8 * math.pi, abs=1e-6)
    strip = areas.area(outside) - areas.area(inside)
    assert strip == pytest.approx(4 * outside.length - 16 * math.pi, rel=1e-3)


def test_a_tapered_face_with_square_corners_is_a_trapezoid() -> None:
    face = TaperedFace.of_width(200, 150, 40, 0, 0).sides()
    assert (face.bottom.length, face.top.length) == pytest.approx((200, 160))
    assert face.right.length == pytest.approx(math.hypot(150, 20))


def test_half_a_disc_is_a_half_moon_whose_corners_have_no_size() -> None:
    """Width 200 and height 100: as the corners vanish, the way round tends to a half circle and its diameter."""
    outline = CrescentFace(200, 100, 0.01, 0).sides().closed
    assert outline.length == pytest.approx(100 * math.pi + 200, abs=0.1)


def test_a_round_bag_is_as_long_round_as_its_circle() -> None:
    sizes = {"width": "180 mm", "height": "180 mm", "depth": "6 cm", "top_radius": "9 cm", "bottom_radius": "9 cm"}
    pattern = made("crossbody", dimensions=sizes)
    zip_band, base = (
        pattern["zip-band-front"].panel.edge("outer").length,
        pattern["base-band"].panel.edge("front").length,
    )
    assert zip_band + base == pytest.approx(180 * math.pi, abs=0.01)
    assert pattern.finished.volume == pytest.approx(math.pi * 81 * 6 / 1000, rel=1e-3)


@pytest.mark.parametrize("preset", ["mini-backpack", "crossbody", "sling"])
def test_each_half_of_the_zip_band_bears_the_notches_of_its_own_face(preset: str) -> None:
    """Cut twice, a half bore those of both: some lay 0.9 mm apart, and front and back could not be told apart."""
    pattern = bagpattern.make(preset)
    for face, kind in (("front", "single"), ("back", "double")):
        notches = [each for each in pattern[f"zip-band-{face}"].panel.notches if each.on == "outer"]
        assert {each.seam for each in notches} == {f"{face} to zip band"}
        assert {each.kind.value for each in notches} == {kind}
        at = sorted(each.at for each in notches)
        assert min(after - before for before, after in pairwise(at)) >= 8


def test_the_zip_of_a_half_moon_ends_where_it_is_asked() -> None:
    pattern = made("crossbody", dimensions={"shape": "half-moon", "height": "14 cm"}, closure={"stop": "80 mm"})
    front = pattern["front"].panel.edge("right").path
    along = pattern.draft.seam("front to zip band").a[0].start
    assert along is not None
    assert front.point_at(along).imag == pytest.approx(80, abs=1e-6)


def test_a_high_half_moon_gets_rounder_corners() -> None:
    """24 x 17 cm: half the width and one corner make the height, so its corners are 5 cm at the least."""
    pattern = made("crossbody", dimensions={"shape": "half-moon"})
    assert pattern.finished.height == pytest.approx(170, abs=0.01)
    assert "at least 50 mm" in refused("crossbody", dimensions={"shape": "half-moon", "top_radius": "25 mm"})


def test_what_does_not_go_together_is_refused() -> None:
    moon = refused("crossbody", dimensions={"shape": "half-moon", "taper": "2 cm", "bottom_radius": "3 cm"})
    assert "dimensions.taper" in moon
    assert "dimensions.bottom_radius" in moon
    assert "bottom_radius: does not fit the height of 170 mm: make it at most 80 mm" in refused(
        "crossbody", dimensions={"width": "24 cm", "top_radius": "9 cm", "bottom_radius": "10 cm"}
    )
    assert "at least 220 mm" in refused("crossbody", dimensions={"shape": "half-moon", "width": "18 cm"})
    assert "dimensions.dip" in refused("sling", dimensions={"dip": "60 mm", "width": "20 cm"})
    assert "wider than the band" in refused("band-pouch", dimensions={"depth": "30 mm"}, closure={"zip": "#5"})
    assert "leave backpack out" in refused("crossbody", wearer={"carry": ["backpack"]})
    assert "leave shoulder out" in refused("band-pouch", wearer={"carry": ["shoulder"]})


def test_a_wing_is_as_deep_as_the_band_and_narrows_to_the_webbing() -> None:
    pattern = made("sling", belt={"width": "38 mm", "wing": "60 mm"}, dimensions={"depth": "8 cm"})
    wing = pattern["wing"].panel
    assert wing.count == 4
    assert wing.edge("root").length == pytest.approx(80 - 2 * 5)
    assert wing.edge("tip").length == pytest.approx(38 + 2 * 2)
    assert wing.edge("lower").length == pytest.approx(math.hypot(60, 14))
    held = [each for seam in pattern.seams for each in seam.caught if each.runs[0].panel == "wing"]
    assert [each.at for each in held] == [5.0] * 4


def test_a_strap_is_as_long_as_asked() -> None:
    """90 cm from seam to seam with wings of 6 cm leave 78 of webbing; 15 of tail, 2 folds of 4, 2 x 3 in the wings."""
    pattern = made("sling", belt={"length": "90 cm", "wing": "60 mm"})
    webbing = next(notion for notion in pattern.notions if notion.id == "belt")
    assert webbing.length == pytest.approx(780 + 150 + 80 + 60)


def test_a_strap_without_wings_is_marked_on_the_band() -> None:
    pattern = made("sling", belt={"wing": "0 mm"})
    assert "wing" not in {piece.id for piece in pattern.pieces}
    assert {line.name for line in pattern["base-band"].panel.lines} >= {"webbing left", "webbing right"}


def test_a_strap_needs_end_seams_and_a_band_that_is_deep_enough() -> None:
    assert 'closure.kind = "zip-band"' in refused("sling", closure={"kind": "zip-seam"})
    assert "make it 0 mm, or at least 30 mm" in refused("sling", belt={"wing": "1 mm"})
    assert "take a narrower one" in refused("sling", belt={"width": "50 mm"}, dimensions={"depth": "5 cm"})
