"""Loop handles: lengths from the drop, ends in the rim or in boxes below it; and what a hand holds."""

from __future__ import annotations

import math
from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.parts.sewing.boxes import box_cross


def made(handles: dict[str, Any] | None = None, **settings: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": "tote", "handles": handles or {}, **settings})
    assert pattern.errors == ()
    return pattern


def notion(pattern: bagpattern.Pattern, name: str) -> Any:
    return next(each for each in pattern.notions if each.id == name)


def test_a_loop_is_as_long_as_its_drop_asks() -> None:
    """A drop of 12 cm between ends 18 cm apart: two sides of 15 cm (9, 12, 15)."""
    strip = made({"drop": "12 cm", "spacing": "18 cm"})["handle"].panel
    assert strip.edge("left").length == pytest.approx(300)
    assert strip.count == 2


def test_an_end_that_is_sewn_on_adds_its_reach_on_both_sides() -> None:
    strip = made({"drop": "12 cm", "spacing": "18 cm", "ends": "sewn-on", "reach": "7 cm"})["handle"].panel
    assert strip.edge("left").length == pytest.approx(300 + 2 * 70)


def test_the_wearer_decides_the_drop() -> None:
    """From the shoulder 25 cm, in the hand 12 cm; the rim of the tote is 46 cm, its ends 16.5 cm apart."""
    for carry, drop in ((["shoulder"], 250), (["hand"], 120)):
        strip = made({"spacing": "165 mm"}, wearer={"carry": carry})["handle"].panel
        assert strip.edge("left").length == pytest.approx(math.ceil(2 * math.hypot(drop, 82.5) / 5) * 5)


def test_a_given_length_stands() -> None:
    assert made({"length": "60 cm"})["handle"].panel.edge("left").length == pytest.approx(600)


def test_caught_ends_lie_in_the_rim_round_the_middle_of_each_panel() -> None:
    """Strips 25.6 mm across, folded in four: eight layers in each half of the rim, 180 mm apart."""
    pattern = made({"spacing": "18 cm"})
    rim = pattern.draft.seam("rim")
    for copy, start in ((1, 0.0), (2, 460.0)):
        ats = sorted({round(each.at, 2) for each in rim.caught if each.runs[0].copy == copy})
        assert ats == pytest.approx([start + 230 - 90 - 12.8, start + 230 + 90 - 12.8], abs=0.01)
    assert len(rim.caught) == 2 * 2 * 4


def test_a_hemmed_rim_has_its_handles_sewn_on() -> None:
    pattern = made(lining={"kind": "none"})
    assert pattern["handle-patch"].panel.count == 4
    assert {seam.id for seam in pattern.seams if seam.id.endswith(" to front")} == {
        "handle 1 right to front",
        "handle 1 left to front",
    }
    assert "handle-patch" not in {piece.id for piece in made({"reinforced": False}, lining={"kind": "none"}).pieces}


def test_boxes_lie_on_the_ends_clear_of_the_rim() -> None:
    panel = made({"ends": "sewn-on", "reach": "6 cm"})["front"].panel
    rim = areas.bounds([panel.stitching_line])[3]
    left, bottom, right, top = areas.bounds([panel.along("handle 1 left box").path])
    assert (right - left, top - bottom) == pytest.approx((25.6 - 4, 25))
    assert rim - bottom == pytest.approx(60 - 2)


def test_a_box_is_one_run_of_the_needle() -> None:
    """30 by 40 mm: four sides, one side again, two diagonals of 50 mm."""
    box = box_cross("box", 5 + 5j, 1j, 40, 30)
    assert box.length == pytest.approx(2 * (30 + 40) + 40 + 2 * 50)
    assert areas.bounds([box.path]) == pytest.approx((-10, -15, 20, 25))


def test_webbing_is_bought_by_the_handle() -> None:
    """Loops of 30 cm with 7 cm at either end, and the allowance turned under."""
    pattern = made({"kind": "webbing", "drop": "12 cm", "spacing": "18 cm", "ends": "sewn-on", "reach": "7 cm"})
    webbing = notion(pattern, "handle")
    assert (webbing.count, webbing.length, webbing.buy) == (2, 300 + 140 + 20, 500)


@pytest.mark.parametrize("style", ["tote", "mini-backpack"])
def test_a_rolled_handle_goes_round_its_cord(style: str) -> None:
    """A cord of 10 mm in cloth of 0.6: half of the way round it through the cloth's middle, and the bulk of a fold."""
    key = "handles" if style == "tote" else "handle"
    pattern = bagpattern.make({"style": style, key: {"kind": "rolled", "cord": "10 mm"}})
    panel = pattern["handle"].panel
    assert panel.edge("start").length == pytest.approx(2 * (math.pi * 10.6 / 2 + 0.6))
    assert pattern["handle"].allowances["left"] == 10
    cord = notion(pattern, "handle cord")
    assert cord.length == pytest.approx(panel.edge("left").length - 2 * 35)


@pytest.mark.parametrize(
    ("handles", "words"),
    [
        ({"width": "30 mm", "kind": "webbing"}, r"handles.width: Webbing is not sold 30 mm wide: choose 25 mm"),
        ({"spacing": "50 cm"}, r"handles.spacing: .* make it at most 400 mm"),  # 460 - 2 x (15 + 14.8)
        ({"spacing": "25 cm", "drop": "6 cm"}, r"handles.drop: .* leave no loop: make it at least 73.5 mm"),
        ({"drop": "20 cm", "length": "50 cm"}, r"handles.length: follows from the drop"),
        (
            {"kind": "rolled", "cord": "7 mm"},
            r"handles.cord: Cords are not sold 7 mm thick: choose \"6 mm\" or \"8 mm\"",
        ),
    ],
)
def test_what_cannot_be_made_says_what_would(handles: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=words):
        made(handles)


def test_nothing_is_caught_in_a_hem() -> None:
    with pytest.raises(InputError, match=r'handles.ends: nothing is sewn to the rim, it is hemmed: write "sewn-on"'):
        made({"ends": "caught"}, lining={"kind": "none"})


def test_handles_hang_below_a_rim_that_is_rolled_down() -> None:
    pattern = made({"reach": "6 cm"}, closure={"kind": "roll-top"})
    panel = pattern["front"].panel
    rise = panel.edge("right").length - 360
    rim = areas.bounds([panel.stitching_line])[3]
    _, bottom, _, top = areas.bounds([panel.along("handle 1 left").path])
    assert rise > 0
    assert (rim - top, rim - bottom) == pytest.approx((rise, rise + 60))
    with pytest.raises(InputError, match=r"handles.ends: the rim is not where the bag ends"):
        made({"ends": "caught"}, closure={"kind": "roll-top"})


def test_an_anchor_may_have_a_patch_behind_it() -> None:
    """As large as the patch itself, raw; its step says where it goes."""
    plain = bagpattern.make({"style": "mini-backpack"})
    pattern = bagpattern.make({"style": "mini-backpack", "anchor": {"reinforced": True}})
    backing, patch = pattern["strap-anchor-backing"], plain["strap-anchor"].panel
    assert (backing.cut_width, backing.cut_height) == pytest.approx(
        (patch.edge("bottom").length, patch.edge("right").length)
    )
    assert any("backing" in str(step.step.text) for step in pattern.steps)


def test_a_hand_finds_its_loops_above_a_closed_collar() -> None:
    """Where nothing is said it has the least of a usual drop above it, and the usual one above an open rim."""
    loops = {name: bagpattern.make({"style": name}) for name in ("basket-bag", "tote")}
    straps = {name: each.draft["handle"].strap for name, each in loops.items()}
    for name, above, room in (("basket-bag", 170.0, 100.0), ("tote", 0.0, 120.0)):  # a collar, and none
        strap = straps[name]
        assert strap is not None
        assert strap.least is not None
        assert strap.least / 2 > above + room
        assert (strap.drop or 0.0) - above == pytest.approx(room, abs=5.0)
