"""Bottle pockets: on the side of a band, drawn in by elastic or lying flat."""

from __future__ import annotations

import pytest

from tests.parts.test_pockets_with_depth import made, refused

TALL = {"dimensions": {"height": "40 cm", "bottom_radius": "0 mm"}}
"""Its base band is 460 mm long: 120 up each side, 220 below."""


@pytest.mark.parametrize(("towards", "low", "high"), [("right", 340, 450), ("left", 120, 10)])
def test_a_bottle_pocket_stands_on_the_side_of_a_band(towards: str, low: float, high: float) -> None:
    pattern = made("bottle", panel="base-band", style=TALL, towards=towards)
    band = pattern["base-band"].panel
    assert band.along("test").path.start.real == pytest.approx(low)
    assert band.along("test top").path.start.real == pytest.approx(high)
    held = [each for seam in pattern.seams for each in seam.caught if each.runs[0].panel == "test"]
    sides = [pattern.draft.side_length(each.runs) for each in held if each.runs[0].on != "bottom"]
    assert sides == pytest.approx([110, 110])


def test_a_bottle_pocket_is_twice_as_wide_as_its_panel_and_drawn_in_by_elastic() -> None:
    """Drafting notes 4.7: cloth of 20 cm on a side of 10 cm, elastic as long as the side is wide."""
    pattern = made("bottle", panel="base-band", style=TALL)
    assert pattern["test"].cut_width == pytest.approx(2 * 110 + 2 * 10)
    assert pattern["test"].cut_height == pytest.approx(110 + 10 + 2 * 13)
    elastic = next(notion for notion in pattern.notions if notion.id == "test elastic")
    assert elastic.length == pytest.approx(110 + 2 * 10)


def test_a_bottle_pocket_takes_its_width_from_the_bottle() -> None:
    """4.1: 70 mm across and half its girth round it, 70 * pi / 2, with 10 mm of ease: 190 mm."""
    taller = {"dimensions": {"height": "60 cm", "bottom_radius": "0 mm"}}
    pattern = made("bottle", panel="front", style=taller, holds=["can-500"], cloth="30 cm")
    assert pattern["test"].cut_width == pytest.approx(300 + 20)
    assert pattern["test"].panel.edge("right").length == pytest.approx(135)  # 0.8 of 168, to the next 5
    refused("bottle", "cloth: 150 mm of cloth on a panel 220 mm wide there leaves no room", cloth="15 cm")


def test_a_bottle_pocket_says_where_it_would_have_room() -> None:
    refused("bottle", "the lowest free place is at 35 mm", base="13 mm")
    refused("bottle", "height: .* it has room for 150 mm", height="35 cm")
    refused("bottle", "panel: .* for the panel does not run upward: choose another panel", panel="base-band")


def test_a_bottle_pocket_without_elastic_lies_flat_and_is_hemmed() -> None:
    pattern = made("bottle", panel="base-band", style=TALL, elastic="none", hem="2 cm")
    piece = pattern["test"]
    assert (piece.cut_width, piece.cut_height) == pytest.approx((110 + 2 * 10, 110 + 10 + 20))
    assert piece.panel.lines == ()
    assert not any(notion.kind == "elastic" for notion in pattern.notions)
    refused(
        "bottle", "cloth: a pocket without elastic is as wide as its panel there, 220 mm", elastic="none", cloth="30 cm"
    )
    refused("bottle", "hem: the hem takes 60 mm .* at most 40 mm", elastic="none", hem="6 cm", height="4 cm")
    refused("bottle", 'hem: a pocket with elastic has a channel there: .* elastic = "none"', hem="2 cm")
