"""Drawstring backpacks against figures worked out by hand."""

from __future__ import annotations

import pytest

from bagpattern.geometry import areas
from tests.styles.making import made, refused
from tests.styles.test_bags_on_a_base import used


def test_cords_of_a_drawstring_backpack() -> None:
    """65 in for a bag of 13 x 15 1/2 in, as published."""
    size = {"width": "13 in", "height": "15 1/2 in", "depth": "0 mm"}
    pattern = made("drawstring-backpack", dimensions=size)
    assert used(pattern, "cord strap") == pytest.approx(65 * 25.4, abs=0.1)
    assert {piece.id for piece in pattern.pieces} >= {"front-channel", "back-channel", "base-tab"}


@pytest.mark.parametrize("depth", ["0 mm", "8 cm"])
def test_the_channels_of_a_drawstring_backpack_may_be_turned_down_from_its_body(depth: str) -> None:
    """No strips: the panels are cut higher, and each cord comes out beside the seam on its own side, twice."""
    size = {"width": "30 cm", "height": "40 cm", "depth": depth}
    pattern = made("drawstring-backpack", dimensions=size, cords={"through": "channel", "channel": "4 cm"})
    assert not {"front-channel", "back-channel"} & {piece.id for piece in pattern.pieces}
    for name in ("front", "back"):
        panel = pattern[name].panel
        assert pattern[name].allowances["top"] == 40.0
        left, _, right, top = areas.bounds([panel.stitching_line])
        places = sorted(hole.at.real - left for hole in panel.holes if hole.holds == "outlet eyelet")
        assert places == pytest.approx([12 + 9 / 2, right - left - 12 - 9 / 2])
        assert all(0 < top - hole.at.imag < 20 for hole in panel.holes)


def test_a_lined_channel_for_cord_straps_is_stitched_through_both_layers() -> None:
    cords = {"through": "channel", "channel": "4 cm"}
    pattern = made("drawstring-backpack", lining={"kind": "drop-in"}, cords=cords)
    lines = {panel.id: line.path for panel in pattern.draft.panels for line in panel.lines if line.closes}
    tops = {name: pattern[name].panel.edge("top").path.start.imag for name in ("front", "back")}
    assert {name: tops[name] - line.start.imag for name, line in lines.items()} == {"front": 40.0, "back": 40.0}


def test_a_channel_that_turns_its_edge_in_is_too_low_for_a_thick_cord_sooner_than_a_strip_is() -> None:
    cords = {"cord": "8 mm", "channel": "20 mm"}
    materials = {"shell": "quilting-cotton"}
    assert made("drawstring-backpack", cords=cords, materials=materials)
    message = refused("drawstring-backpack", cords={"through": "channel", **cords}, materials=materials)
    assert "cords.channel: a cord of 8 mm does not run in a channel of 20 mm: make it at least 2" in message


def test_a_flat_drawstring_backpack_has_no_corners_to_box() -> None:
    pattern = made("drawstring-backpack", dimensions={"depth": "0 mm"})
    assert [edge.name for edge in pattern["front"].panel.edges] == ["bottom", "right", "top", "left"]
    message = refused("drawstring-backpack", dimensions={"depth": "2 cm"})
    assert "dimensions.depth: corners of 20 mm are too small to box: make it 0 mm, or at least 40 mm" in message
