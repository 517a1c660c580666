"""Pockets sewn flat on a face: their figures by hand, for a cloth with 10 mm allowance and hems of 30 mm."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.export.json import json_text
from bagpattern.model.seam import SeamKind
from tests import proof

PI = 3.14159265
WIDE = {"dimensions": {"width": "30 cm", "height": "32 cm"}}


def made(kind: str, panel: str = "front", **values: Any) -> bagpattern.Pattern:
    """A proved mini backpack, 30 x 32 cm, with a pocket that is called test."""
    bag = values.pop("bag", {})
    pocket = {"name": "test", "kind": kind, "panel": panel, **values}
    pattern = bagpattern.make({"style": "mini-backpack", "pockets": [pocket], **WIDE, **bag})
    assert pattern.errors == ()
    assert proof.failures(json_text(pattern)) == []
    return pattern


def refused(kind: str, panel: str = "front", **values: Any) -> list[str]:
    """What is said of a pocket that cannot be made."""
    with pytest.raises(InputError) as caught:
        made(kind, panel, **values)
    return [str(problem).removeprefix("pockets.test.") for problem in caught.value.problems]


def cut(pattern: bagpattern.Pattern, piece: str = "test") -> list[float]:
    """Width and height of a piece, allowance included."""
    return [pattern[piece].cut_width, pattern[piece].cut_height]


def space(pattern: bagpattern.Pattern, name: str) -> Any:
    return next(each for each in pattern.draft.spaces if each.id == name)


def inside(pattern: bagpattern.Pattern, name: str) -> list[float]:
    """Width and height of a space."""
    left, bottom, right, top = space(pattern, name).outline.polygon.bounds
    return [right - left, top - bottom]


# slip and patch: one layer or two -----------------------------------------------------------------------------------


def test_a_hemmed_slip_adds_its_allowances_and_hem() -> None:
    """Finished + 2 s by finished + s + 30 [construction 4.2]."""
    assert cut(made("slip", width="14 cm", height="12 cm")) == pytest.approx([140 + 20, 120 + 10 + 30])


def test_a_self_lined_slip_is_cut_twice_as_high() -> None:
    """2 H and an allowance at either end, for the base is sewn, and not only turned under."""
    pattern = made("slip", width="14 cm", height="12 cm", made_of="self-lined")
    assert cut(pattern) == pytest.approx([140 + 20, 2 * 120 + 20])
    assert pattern["test"].panel.along("fold").path.start.imag == pytest.approx(120)


def test_two_layers_are_turned_through_a_gap_that_the_topstitching_closes() -> None:
    for how in ("self-lined", "lined"):
        pattern = made("slip", width="14 cm", height="12 cm", made_of=how)
        gap = next(seam for seam in pattern.seams if seam.kind is SeamKind.GAP and seam.id.startswith("test"))
        assert pattern.draft.side_length(gap.a) == pytest.approx(60)
        closing = next(each.step for each in pattern.steps if gap.id in each.step.seams)
        assert "test to front" in closing.seams
        notches = sorted(each.at for each in pattern["test"].panel.notches if each.on == "bottom")
        assert notches == pytest.approx([40, 100])


def test_two_layers_are_sewn_on_3_mm_inside_their_edge() -> None:
    pattern = made("slip", width="14 cm", height="12 cm", made_of="lined")
    around = 2 * (120 - 3) + 140 - 2 * 3
    for piece, line in (("front", "test"), ("test", "topstitching"), ("test-lining", "topstitching")):
        assert pattern[piece].panel.along(line).length == pytest.approx(around)
    assert cut(pattern) == cut(pattern, "test-lining") == pytest.approx([160, 140])
    assert inside(pattern, "test") == pytest.approx([134, 117])


def test_rounded_corners_shorten_the_way_round() -> None:
    """Each corner of 25 mm takes 2 x 25 off and gives a quarter circle back."""
    pattern = made("patch", width="14 cm", height="12 cm", radius="25 mm")
    way = 2 * 120 + 140 - 2 * (2 * 25 - 25 * PI / 2)
    assert pattern["front"].panel.along("test").length == pytest.approx(way)
    assert sum(pattern["test"].panel.edge(name).length for name in ("left", "bottom", "right")) == pytest.approx(way)


def test_a_rounded_pocket_rises_for_what_it_holds() -> None:
    square, rounded = (made("patch", "lining-back", radius=r, holds=["passport"]) for r in ("0 mm", "40 mm"))
    assert rounded["test"].cut_height > square["test"].cut_height


def test_corners_that_cannot_be_sewn_are_refused() -> None:
    assert refused("patch", radius="6 mm") == [
        "radius: 6 mm is tighter than the allowance: make it 0 mm, or at least 10 mm"
    ]
    assert refused("patch", width="12 cm", radius="7 cm") == [
        "radius: 70 mm does not fit the pocket: make it at most 60 mm"
    ]


def test_a_pocket_over_a_rounded_corner_is_told_where_it_would_fit() -> None:
    (said,) = refused("slip", width="26 cm", height="10 cm", base="13 mm")
    assert said == (
        "width: the pocket reaches past the corners of the front: "
        "it would fit with a width of 205 mm or a base of 30 mm"
    )
    made("slip", width="205 mm", height="10 cm", base="13 mm")
    made("slip", width="26 cm", height="10 cm", base="30 mm")


# divided slip -------------------------------------------------------------------------------------------------------


def test_a_size_that_is_tried_and_cannot_be_made_is_no_proposal() -> None:
    """Corners of 40 mm are too large for a pocket that would be low enough: the refusal was of that pocket."""
    pocket = {"kind": "patch", "name": "test", "panel": "lining-end-left", "base": "174.3 mm", "radius": "40 mm"}
    with pytest.raises(InputError, match=r"past the corners .*: it would fit with a base of 15 mm$"):
        bagpattern.make({"style": "handbag", "pockets": [pocket]})


def test_divisions_share_the_width() -> None:
    pattern = made("divided-slip", width="15 cm", height="12 cm", slots=2, pens=2)
    assert [inside(pattern, name)[0] for name in ("test-slot-1", "test-slot-2")] == pytest.approx([50, 50])
    assert inside(pattern, "test-pen-slot-2") == pytest.approx([25, 120])
    at = [pattern["test"].panel.along(f"test division {each}").path.start.real for each in (1, 2, 3)]
    assert at == pytest.approx([50, 100, 125])


@pytest.mark.parametrize("how", ["hemmed", "self-lined", "lined"])
@pytest.mark.parametrize("shell", ["canvas", "leather"])
def test_divisions_are_sewn_on_pocket_and_panel_alike(how: str, shell: str) -> None:
    """On the panel they start at the left stitching: by 3 mm inside the edge where that is raw, or two layers lie."""
    pattern = made("divided-slip", width="15 cm", height="12 cm", made_of=how, bag={"materials": {"shell": shell}})
    inset = 0 if (how, shell) == ("hemmed", "canvas") else 3
    on_host, on_part = (pattern[piece].panel.along("test division 1") for piece in ("front", "test"))
    assert on_host.length == on_part.length == pytest.approx(120 - inset)
    assert on_host.path.start == pytest.approx(150 + (40 + inset) * 1j)
    assert [seam.kind for seam in pattern.seams if seam.id == "test division 1"] == [SeamKind.PLACEMENT]


def test_each_thing_has_a_slot_of_its_own_width() -> None:
    """On the stiff front: 71.6 + 2 x 7.8 + 12 = 99.2 and 88 + 2 x 4 + 6 = 102, in steps of 5 [construction 4.1]."""
    pattern = made("divided-slip", holds=["iphone-16", "passport"])
    assert [inside(pattern, f"test-slot-{each}")[0] for each in (1, 2)] == pytest.approx([100, 105])
    assert cut(pattern)[0] == pytest.approx(205 + 20)
    held = [item.id for each in (1, 2) for item in space(pattern, f"test-slot-{each}").holds]
    assert held == ["iphone-16", "passport"]


def test_slots_for_things_share_a_width_that_is_given() -> None:
    """205 mm are wanted, 235 given: each of the two slots is 15 mm wider."""
    pattern = made("divided-slip", holds=["iphone-16", "passport"], width="235 mm")
    assert [inside(pattern, f"test-slot-{each}")[0] for each in (1, 2)] == pytest.approx([115, 120])


def test_widths_that_do_not_do_are_all_told() -> None:
    assert refused("divided-slip", widths=["3 cm", "5 cm"], holds=["iphone-16", "passport"]) == [
        "widths: 30 mm is too narrow for the iPhone 16: make it at least 100 mm",
        "widths: 50 mm is too narrow for the passport: make it at least 105 mm",
    ]
    assert refused("divided-slip", widths=["9 cm", "25"])[0].startswith('widths: "25" has no unit')
    assert [each.partition(":")[2] for each in refused("divided-slip", widths=["10 mm", "25", "9 cm"], slots=2)] == [
        " there are 3 of them, and 2 slots beside those for pens: write slots = 3, or take some out",
        " no slot is 10 mm wide: make it at least 15 mm",
        ' "25" has no unit; write "25 mm", or cm, m, in, ft',
    ]
    assert refused("divided-slip", slots=1) == [
        "slots: one slot is a slip pocket: make it at least 2, or pens at least 1"
    ]
    assert refused("divided-slip", width="10 cm", slots=8) == [
        "width: 8 slots have no room in 100 mm: make the width at least 120 mm"
    ]
    assert refused("divided-slip", widths=["9 cm", "4 cm"], width="15 cm") == [
        "width: its slots take 130 mm, and the pocket is 150 mm wide: leave the width out, or one of the widths"
    ]


# elastic top --------------------------------------------------------------------------------------------------------


def test_an_elastic_top_is_cut_wider_and_its_base_is_folded_in() -> None:
    """100 mm that open by 40: 180 of cloth, the pleat 40 wide between folds 80 apart, as [saltymom] has 20 on 10 cm."""
    pattern = made("elastic-top", width="10 cm", height="12 cm", opens="40 mm")
    pocket = pattern["test"].panel
    assert cut(pattern) == pytest.approx([180 + 20, 120 + 10 + 2 * 13])
    assert [pocket.along(f"fold {each}").path.start.real for each in (1, 2, 3, 4)] == pytest.approx([50, 70, 110, 130])
    assert pocket.along("channel").path.start.imag == pytest.approx(120 - 13)
    seam = pattern.draft.seam("test to front")
    sewn = [(run.on, pattern.draft.span(run)) for run in seam.b]
    assert sewn == [("left", (0, 120)), ("bottom", (0, 50)), ("bottom", (130, 180)), ("right", (0, 120))]


def test_gathers_are_the_seams_ease() -> None:
    pattern = made("elastic-top", width="10 cm", opens="40 mm", gather="gathers")
    assert pattern.draft.seam("test to front").ease == pytest.approx(80)


def test_elastic_is_as_long_as_the_pocket_is_wide() -> None:
    """Its ends are sewn in with 10 mm each; shops sell steps of 5 cm."""
    pattern = made("elastic-top", width="10 cm")
    tape = next(each for each in pattern.notions if each.id == "test elastic")
    assert (str(tape.size), tape.length, tape.buy) == ("10 mm", 120, 150)
    assert pattern["test"].panel.edge("top").length == pytest.approx(100 + 2 * 37)


def test_what_an_elastic_top_holds_stands_in_its_depth() -> None:
    pattern = made("elastic-top", "lining-back", holds=["keys"])
    held = space(pattern, "test")
    assert held.depth >= 20 + 15
    assert refused("elastic-top", holds=["keys"], opens="15 mm") == [
        "opens: 15 mm is too shallow for the bunch of keys: make it at least 35 mm"
    ]


def test_elastic_that_does_not_draw_is_refused() -> None:
    """It stretches to 1.6 times its length: 100 / 1.6 = 62.5; and no longer than the cloth, 180."""
    (said,) = refused("elastic-top", width="10 cm", opens="40 mm", drawn_to="6 cm")
    assert said.endswith("does not draw in 180 mm of cloth to 100 mm: choose 62.5 to 180 mm")


# phone sleeve -------------------------------------------------------------------------------------------------------


def test_a_phone_sleeve_is_wider_by_its_layers() -> None:
    """On the lining 71.6 + 7.8 + 12 = 91.4, to the next 5: 95; with 2 x 3 of stitching and 2 x (foam 4.5 + lining)."""
    pattern = made("phone-sleeve", "lining-back", holds=["iphone-16"])
    layers = 4.5 + 2 * 0.2
    assert cut(pattern)[0] - 20 == pytest.approx(115)
    assert 115 - 5 < 95 + 2 * 3 + 2 * layers <= 115
    assert inside(pattern, "test")[0] == pytest.approx(115 - 2 * 3 - 2 * layers)


def test_the_foam_of_a_sleeve_lies_inside_its_stitching() -> None:
    pattern = made("phone-sleeve", "lining-back", width="12 cm", height="14 cm")
    assert cut(pattern, "test-padding") == pytest.approx([120, 140])
    assert cut(pattern) == cut(pattern, "test-lining") == pytest.approx([140, 160])
    assert "padding" in {material.id for material in pattern.materials}


def test_a_sleeve_without_foam_is_narrower_and_counts_none() -> None:
    bag = {"straps": {"kind": "fabric"}}  # the bag is so large that others would have foam in them
    padded, plain = (
        made("phone-sleeve", "lining-back", padded=flag, holds=["iphone-16"], bag=bag) for flag in (True, False)
    )
    assert plain["test"].cut_width < padded["test"].cut_width
    assert "padding" not in {material.id for material in plain.materials}


def test_a_sleeve_that_holds_nothing_takes_a_large_phone() -> None:
    empty, large = (made("phone-sleeve", holds=holds) for holds in ([], ["iphone-16-pro-max"]))
    assert cut(empty) == cut(large)


def test_a_sleeve_too_narrow_is_told_how_wide() -> None:
    assert refused("phone-sleeve", "lining-back", holds=["iphone-16"], width="9 cm") == [
        "width: 90 mm is too narrow for the iPhone 16: make it at least 110 mm"
    ]
    made("phone-sleeve", "lining-back", holds=["iphone-16"], width="11 cm")


# beside each other --------------------------------------------------------------------------------------------------


def test_pockets_lie_beside_each_other() -> None:
    """The lining's back is 297 wide: 13 mm inside its side seams a sleeve of 120 and slots of 92 + 2 x 6 have room."""
    sleeve = {"name": "phone", "kind": "phone-sleeve", "panel": "lining-back", "width": "12 cm", "across": "left"}
    bag = {"style": "mini-backpack", **WIDE}
    slots = {"name": "cards", "kind": "card-slots", "panel": "lining-back", "base": "45 mm", "across": "right"}
    pattern = bagpattern.make({**bag, "pockets": [sleeve | {"base": "45 mm"}, slots]})
    assert pattern.errors == ()
    assert proof.failures(json_text(pattern)) == []
    back = pattern["lining-back"].panel
    left, _, right, _ = back.stitching_line.polygon.bounds
    assert back.along("phone edge").path.line_string.bounds[0] == pytest.approx(left + 13)
    assert back.along("cards edge").path.line_string.bounds[2] == pytest.approx(right - 13)
    assert space(pattern, "phone").at(0j).real == pytest.approx(left + 13 + 60)
    with pytest.raises(InputError, match=r"pockets.cards.base: .*lie on the phone"):
        bagpattern.make({**bag, "pockets": [sleeve | {"base": "45 mm", "width": "20 cm"}, slots]})


def test_a_pocket_aside_keeps_clear_of_rounded_corners() -> None:
    """Lower down it lies further in, in steps of 5 mm, where the corner lets it."""
    high, low = (
        made("slip", width="10 cm", height="8 cm", base=base, across="left")["front"]
        .panel.along("test")
        .path.start.real
        for base in ("50 mm", "13 mm")
    )
    assert high == pytest.approx(13)
    assert 13 < low < 100


@pytest.mark.parametrize("panel", ["front", "lining-front"])
@pytest.mark.parametrize("style", ["mini-backpack", "tote", "clutch", "organiser"])
def test_a_pocket_bag_is_closed_when_its_zip_is_in_the_window(style: str, panel: str) -> None:
    pattern = bagpattern.make({"style": style, "pockets": [{"name": "z", "kind": "zip-window", "panel": panel}]})
    done = [seam for step in pattern.steps for seam in step.step.seams]
    assert done.index("z window") < min(done.index(f"z-bag {edge}") for edge in ("top", "left side", "right side"))
