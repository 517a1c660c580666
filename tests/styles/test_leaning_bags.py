"""Basket bags and handbags against figures worked out by hand: leaning walls, a collar, a zip panel over curves."""

from __future__ import annotations

import math

import pytest

import bagpattern
from tests.styles.making import made, refused


def edge(pattern: bagpattern.Pattern, panel: str, name: str) -> float:
    return pattern[panel].panel.edge(name).length


BASKET = {
    "width": "300 mm",
    "depth": "200 mm",
    "rim_width": "360 mm",
    "rim_depth": "240 mm",
    "height": "350 mm",
    "collar": "150 mm",
}
HANDBAG = {
    "width": "320 mm",
    "depth": "130 mm",
    "top_width": "260 mm",
    "top_depth": "110 mm",
    "height": "240 mm",
    "crown": "40 mm",
}


def test_walls_of_a_basket_lean_on_one_corner() -> None:
    """A box 200 high, 30 out either side and 20 to front and back: corners of the root of 200, 30 and 20 squared."""
    pattern = made("basket-bag", dimensions=BASKET)
    corner = math.sqrt(200**2 + 30**2 + 20**2)
    for wall in ("front", "back", "side-left", "side-right"):
        assert edge(pattern, wall, "left") == pytest.approx(corner)
        assert edge(pattern, wall, "right") == pytest.approx(corner)
    assert (edge(pattern, "front", "top"), edge(pattern, "side-left", "top")) == pytest.approx((360, 240))


def test_a_collar_is_half_the_rim_on_either_side() -> None:
    pattern = made("basket-bag", dimensions=BASKET)
    assert edge(pattern, "collar-front", "bottom") == pytest.approx(360 + 240)
    assert edge(pattern, "collar-back", "right") == pytest.approx(150)


@pytest.mark.parametrize("build", ["five-panel", "gusset", "wrap"])
def test_volume_of_a_basket(build: str) -> None:
    """Simpson's rule on the box, which is exact for it, and a prism above."""
    middle = 330 * 220
    box = 200 / 6 * (300 * 200 + 4 * middle + 360 * 240)
    pattern = made("basket-bag", dimensions=BASKET, build=build)
    assert pattern.finished.volume == pytest.approx((box + 150 * 360 * 240) / 1e6)
    assert pattern.finished.height == pytest.approx(350)


def test_handles_of_a_basket_hang_where_its_collar_begins() -> None:
    pattern = made("basket-bag")
    caught = {each.runs[0].panel for each in pattern.draft.seam("collar-front to rim").caught}
    assert caught == {"handle"}


def test_what_makes_no_basket_is_told_at_once() -> None:
    message = refused("basket-bag", dimensions={**BASKET, "collar": "320 mm", "rim_width": "60 cm"})
    assert "dimensions.collar: a collar of 320 mm leaves no box below it: make it at most 300 mm" in message
    assert "dimensions.rim_width: leans too far from the base below it: make it at most 480 mm" in message


def test_walls_of_a_handbag_share_their_corners() -> None:
    pattern = made("handbag", dimensions=HANDBAG)
    corner = math.sqrt(200**2 + 30**2 + 10**2)
    for wall in ("front", "back", "end-left", "end-right"):
        assert edge(pattern, wall, "left") == pytest.approx(corner)
    assert (edge(pattern, "front", "bottom"), edge(pattern, "front", "top")) == pytest.approx((320, 260))


def test_the_zip_panel_is_as_wide_as_the_end_is_curved() -> None:
    """An arc of 40 over a chord of 110: radius 110² / 8·40 + 40 / 2, angle 4 atan(80 / 110)."""
    pattern = made("handbag", dimensions=HANDBAG)
    radius = 110**2 / (8 * 40) + 40 / 2
    curve = radius * 4 * math.atan(2 * 40 / 110)
    assert edge(pattern, "end-left", "top") == pytest.approx(curve)
    halves = "zip-panel-front", "zip-panel-back"
    assert sum(edge(pattern, half, "left end") for half in halves) == pytest.approx(curve)
    assert [edge(pattern, half, "zip") for half in halves] == pytest.approx([260, 260])


def test_volume_of_a_handbag_with_a_flat_top() -> None:
    size = {**HANDBAG, "top_width": "320 mm", "top_depth": "130 mm", "crown": "0 mm"}
    pattern = made("handbag", dimensions=size)
    assert pattern.finished.volume == pytest.approx(320 * 130 * 240 / 1e6)


def test_volume_of_a_handbag_with_round_ends() -> None:
    """Upright walls under a half cylinder of 65 radius."""
    size = {**HANDBAG, "top_width": "320 mm", "top_depth": "130 mm", "crown": "65 mm"}
    pattern = made("handbag", dimensions=size)
    assert pattern.finished.volume == pytest.approx(320 * (130 * 175 + math.pi * 65**2 / 2) / 1e6, rel=1e-4)


SMALL = {"width": "16 cm", "height": "12 cm", "depth": "5 cm", "top_depth": "3 cm", "crown": "5 mm"}


def test_a_small_handbag_whose_zip_leaves_no_cloth_is_refused_with_a_zip_that_does() -> None:
    """Where strips beside the zip would come out negative, nothing is drafted [S: freesewing-hortensia]."""
    message = refused("handbag", dimensions=SMALL, zip="#8")
    assert "zip: the zip panel would be" in message
    assert "less than the tape of its zip: choose #3, or a larger dimensions.top_depth" in message
    assert made("handbag", dimensions=SMALL, zip="#3", crossbody={"kind": "none"})


def test_a_handbag_too_narrow_for_any_zip_is_refused_with_the_depth_that_would_do() -> None:
    size, lining = {**SMALL, "crown": "0 mm"}, {"inset": "6 mm"}
    message = refused("handbag", dimensions=size, zip="#3", lining=lining)
    assert "dimensions.top_depth: the zip panel would be 18 mm across" in message
    deeper = {**size, "top_depth": message.split("make it at least ")[1]}
    assert made("handbag", dimensions=deeper, zip="#3", lining=lining, crossbody={"kind": "none"})


@pytest.mark.parametrize("panel", ["front", "back", "end-left", "end-right"])
def test_a_divided_wall_is_measured_without_what_lies_behind_it(panel: str) -> None:
    pocket = {"name": "pocket", "kind": "zip-between", "panel": panel}
    pattern = made("handbag", dimensions=HANDBAG, pockets=[pocket])
    assert pattern.finished.height == pytest.approx(240)
    assert pattern.finished.volume == pytest.approx(made("handbag", dimensions=HANDBAG).finished.volume)


def test_a_collar_stays_soft() -> None:
    """Interfacing backs the box, not what is drawn together above it."""
    backed = {piece.id for piece in made("basket-bag", materials={"shell": "canvas"}).pieces}
    assert "front-interfacing" in backed
    assert "collar-front-interfacing" not in backed
