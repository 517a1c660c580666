"""Sleeves, dividers and bellows: what is caught where, and lengths measured against the panels that they meet."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.model.operation import Verb
from bagpattern.model.seam import SeamKind
from tests.contract.outcomes import through_teeth


def made(*compartments: dict[str, Any], **settings: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": "mini-backpack", "compartments": list(compartments), **settings})
    assert pattern.errors == ()
    return pattern


def named(kind: str, **values: Any) -> dict[str, Any]:
    return {"name": "test", "kind": kind, **values}


def caught(pattern: bagpattern.Pattern, piece: str) -> float:
    """mm of a piece that is held in seams."""
    runs = (run for seam in pattern.seams for each in seam.caught for run in each.runs)
    return sum(pattern.draft.run_length(run) for run in runs if run.panel == piece)


def test_a_sleeve_is_as_wide_as_the_lining_and_padded() -> None:
    pattern = made(named("sleeve", height="15 cm"))
    assert pattern["test"].cut_width == pytest.approx(pattern["lining-back"].cut_width)
    foam = pattern["test-padding"]
    assert foam.panel.material == "padding"
    assert foam.cut_width == pytest.approx(pattern["test"].cut_width - 20, abs=0.01)
    assert "test-back-padding" not in {piece.id for piece in pattern.pieces}


def test_a_sleeve_without_padding_takes_no_foam() -> None:
    pattern = made(named("sleeve", padded=False))
    assert "padding" not in {material.id for material in pattern.materials}


def test_a_turned_sleeve_closes_its_layers_and_a_bound_one_takes_tape() -> None:
    turned, bound = made(named("sleeve", top="turned")), made(named("sleeve"))
    assert any(seam.id == "test top" for seam in turned.seams)
    tape = next(notion for notion in bound.notions if notion.id == "test binding")
    assert tape.length == pytest.approx(bound["test"].panel.edge("rim").length + 40)


@pytest.mark.parametrize("closure", ["zip-band", "zip-seam"])
@pytest.mark.parametrize("zip_size", ["none", "#3"])
def test_a_divider_is_caught_between_two_strips_of_the_band(closure: str, zip_size: str) -> None:
    pattern = made(named("divider", zip=zip_size), closure={"kind": closure})
    wall = pattern["test"].panel
    sewn = sum(wall.edge(name).length for name in ("left", "bottom", "right"))
    assert caught(pattern, "test") == pytest.approx(sewn)
    assert caught(pattern, "test-back") == pytest.approx(sewn)
    assert any(notion.id == "test zip" for notion in pattern.notions) == (zip_size != "none")
    assert wall.has("left free") == (closure == "zip-band")


def test_the_strips_are_as_deep_as_the_band_was() -> None:
    plain, pattern = made(), made(named("divider", depth="4 cm"))
    strips = [pattern[f"lining-base-band-{side}"].panel.edge("right end").length for side in ("back", "front")]
    assert strips == pytest.approx([40, plain["lining-base-band"].panel.edge("right end").length - 40])


def test_two_dividers_make_three_rooms() -> None:
    second = {"name": "second", "kind": "divider", "depth": "75 mm"}
    pattern = made(named("divider", depth="35 mm"), second)
    strips = [piece for piece in pattern.pieces if piece.id.startswith("lining-base-band")]
    assert len(strips) == 3


def test_pockets_lie_on_a_divider() -> None:
    pockets = [
        {"name": "phone", "kind": "slip", "panel": "test", "width": "9 cm", "height": "9 cm", "base": "30 mm"},
        {"name": "coins", "kind": "zip-window", "panel": "test-back", "opening": "10 cm", "depth": "6 cm"},
    ]
    made(named("divider"), pockets=pockets)


@pytest.mark.parametrize("radius", ["0 mm", "25 mm", "50 mm"])
def test_a_gusset_is_as_long_as_its_face_is_round(radius: str) -> None:
    pattern = made(named("bellows", width="14 cm", height="12 cm", depth="4 cm", radius=radius))
    face, gusset = pattern["test"].panel, pattern["test-gusset"].panel
    around = sum(face.edge(name).length for name in ("left", "bottom", "right"))
    assert gusset.edge("face").length == pytest.approx(around)
    if radius == "0 mm":
        assert around == pytest.approx(2 * 120 + 140)
    assert gusset.edge("right end").length == pytest.approx(40)


def test_zipped_bellows_have_as_much_gusset_above_as_below() -> None:
    pattern = made(named("bellows", depth="5 cm", zip="#3"))
    assert pattern["test-zip-strip"].panel.edge("right end").length == pytest.approx(25)
    assert pattern["test-zip-strip"].panel.edge("outer").length == pattern["test"].panel.edge("top").length


def test_bellows_are_sized_for_what_they_hold() -> None:
    pattern = made(named("bellows", holds=["iphone-16", "keys"]))
    assert pattern["test-gusset"].panel.edge("right end").length >= 20 + 15
    with pytest.raises(InputError, match=r"compartments.test.depth: 20 mm is too shallow"):
        made(named("bellows", holds=["bottle-500"], depth="2 cm"), dimensions={"height": "40 cm"})


def test_a_sleeve_rises_for_what_it_holds() -> None:
    low, high = (made(named("sleeve", holds=[item])) for item in ("passport", "tablet-8"))
    assert low["test"].cut_height < high["test"].cut_height


@pytest.mark.parametrize("height", ["206 mm", "226 mm", "246 mm", "256 mm"])
def test_a_sleeve_may_end_where_the_lining_begins_to_curve(height: str) -> None:
    pattern = made(named("sleeve", panel="lining-front"), dimensions={"width": "234 mm", "height": height})
    assert pattern["test"].cutting_line.is_valid


def test_a_divider_does_not_cut_through_what_lies_on_the_band() -> None:
    bellows = {"kind": "bellows", "name": "tools", "panel": "lining-base-band"}
    with pytest.raises(InputError, match=r"compartments.middle.depth: the divider would cut through a part of the"):
        bagpattern.make({"style": "mini-backpack", "compartments": [bellows, {"kind": "divider", "name": "middle"}]})


def hung(style: str, **settings: Any) -> bagpattern.Pattern:
    divider = named("divider", **{"height": "15 cm", **settings.pop("divider", {})})
    pattern = bagpattern.make({"style": style, "compartments": [divider], **settings})
    assert pattern.errors == ()
    return pattern


def test_in_a_tote_a_divider_hangs_in_the_side_seams_of_the_lining() -> None:
    """The lining of 34 x 36 x 12 cm is drafted 1.5 mm or more inside: the divider is as wide as its base."""
    pattern = hung("tote", divider={"zip": "#3"})
    wall, back = pattern["test"].panel, pattern["lining-back"].panel
    assert [wall.edge(name).length for name in ("bottom", "top")] == pytest.approx([back.edge("bottom").length] * 2)
    assert wall.edge("right").length == pytest.approx(150)
    assert caught(pattern, "test") == pytest.approx(2 * 150)
    held = {(run.panel, run.on) for seam in pattern.seams for each in seam.caught for run in each.runs}
    assert {on for panel, on in held if panel.startswith("test")} == {"left", "right"}


@pytest.mark.parametrize("zip_size", ["none", "#5"])
def test_a_hung_divider_is_closed_and_turned_before_it_is_basted_and_that_once(zip_size: str) -> None:
    """On both sides of the lining back; the rest of the lining is sewn over it. 12 mm of a #5 zip show."""
    pattern = hung("tote", divider={"zip": zip_size})
    assert not [*through_teeth(pattern)]
    assert pattern["test"].panel.edge("top").zip == (12 if zip_size == "#5" else 0)
    made = [each for step in pattern.steps for each in step.step.operations]
    (basted,) = (each for each in made if each.do is Verb.BASTE and each.pieces[0].panel.startswith("test"))
    assert {piece.panel for piece in basted.pieces} == {"test", "test-back"}
    assert {(each.panel, each.on) for each in basted.on} == {("lining-back", "left"), ("lining-back", "right")}
    base = next(at for at, each in enumerate(made) if each.do is Verb.SEW and "test base" in each.seams)
    turned = next(at for at, each in enumerate(made) if "turn the layers" in str(each.how).lower())
    assert base < turned < made.index(basted)


def test_below_a_turning_gap_a_divider_hangs_in_that_part_of_the_seam() -> None:
    """The base of a tote 80 mm wide is too short for the gap: a third of a side seam is sewn below it."""
    pattern = hung("tote", dimensions={"width": "80 mm"}, divider={"height": "9 cm"})
    holding = {seam.id: each.at for seam in pattern.seams for each in seam.caught if each.runs[0].panel == "test"}
    assert {*holding} == {"lining-right side 1", "lining-left side"}
    assert caught(pattern, "test") == pytest.approx(2 * 90)


def test_a_hung_divider_leans_with_its_bag() -> None:
    """The side seam is square to its cut-out, so that it leans by as much as that is turned."""
    pattern = hung("tote", dimensions={"width": "34 cm", "depth": "12 cm", "height": "36 cm", "rim": "54 cm"})
    wall, back = pattern["test"].panel, pattern["lining-back"].panel
    low, cut_out = back.edge("bottom").length, back.edge("right corner side").path
    lean = 2 * abs((cut_out.end - cut_out.start).imag) / cut_out.length  # mm wider, by mm of side seam
    assert wall.edge("bottom").length == pytest.approx(low + 10 * lean)
    assert wall.edge("top").length == pytest.approx(low + 160 * lean)
    assert wall.edge("right").length == wall.edge("left").length == pytest.approx(150)


def test_where_one_panel_goes_round_a_divider_stands_across_it_at_mid_depth() -> None:
    """A box of 26 x 15 x 14 cm with its zip 12 cm up: its side seams lie at its back, where a wall would lie flat."""
    pattern = hung("box-pouch", shape="front-zip", dimensions=_CUBE, divider={"height": "8 cm"})
    front, wall = pattern["lining-front"].panel, pattern["test"].panel
    left, base, right = (front.along(f"test {name}").path for name in ("left", "bottom", "right"))
    deep = front.edge("left base side").length
    assert (left.start.real, right.start.real) == pytest.approx((deep / 2, front.edge("top").length - deep / 2))
    assert base.start.imag == pytest.approx(-deep / 2)
    assert left.length == right.length == pytest.approx(80)
    assert base.length == pytest.approx(wall.edge("bottom").length - 2 * 3) == front.edge("bottom").length
    assert caught(pattern, "test") == 0


def test_a_standing_divider_with_a_zip_is_turned_through_it() -> None:
    pattern = hung("box-pouch", shape="front-zip", dimensions=_CUBE, divider={"height": "8 cm", "zip": "#3"})
    assert not any(seam.kind is SeamKind.GAP and seam.id.startswith("test") for seam in pattern.seams)


_CUBE = {"width": "26 cm", "height": "15 cm", "depth": "14 cm", "zip_height": "12 cm"}


@pytest.mark.parametrize(
    ("preset", "message"),
    [
        (
            {"style": "flat-pouch", "height": "9 cm"},
            'kind: it would lie flat on the lining-back, .*: write kind = "sleeve"',
        ),
        (
            {"style": "box-pouch", "shape": "front-zip", "height": "12 cm"},
            "height: 120 mm is higher than the sides that hold",
        ),
        (
            {"style": "box-pouch", "shape": "front-zip", "depth": "20 cm"},
            "depth: the divider needs 20 mm on either side",
        ),
        ({"style": "duffle"}, "kind: it is caught between strips of the lining's band, or in its side seams"),
        (
            {"style": "messenger", "dimensions": {"rim_depth": "7 cm"}},
            "kind: the lining-gusset narrows towards its ends",
        ),
        (
            {"style": "messenger", "dimensions": {"rim_depth": "263.607 mm"}, "depth": "240 mm"},
            "kind: the lining-gusset is narrower between its ends",
        ),
        ({"style": "tote", "depth": "5 cm"}, "depth: it hangs in the side seams, in the middle of the bag: leave"),
        (
            {"style": "tote", "dimensions": {"width": "80 mm"}},
            "kind: it would hang where the lining is left open",
        ),
        (
            {"style": "frame-purse", "dimensions": {"depth": "35 mm"}},
            "kind: the sides hold 22 mm of it, and it",
        ),
        ({"style": "tool-roll"}, "kind: this bag has no front and back between which it could stand"),
        ({"style": "tote", "height": "50 cm"}, "height: 500 mm is higher than the side seams that hold it: make it at"),
    ],
    ids=str,
)
def test_a_divider_that_nothing_would_hold_is_refused(preset: dict[str, Any], message: str) -> None:
    bag: dict[str, Any] = {key: preset.pop(key) for key in ("style", "shape", "dimensions") if key in preset}
    with pytest.raises(InputError, match=message):
        bagpattern.make({**bag, "compartments": [named("divider", **preset)]})


def test_only_backpacks_have_a_second_compartment() -> None:
    with pytest.raises(InputError, match=r'compartments.test.kind: only the style "mini-backpack" takes one'):
        bagpattern.make({"style": "crossbody", "compartments": [named("second")]})


def test_a_roll_top_takes_a_laptop_sleeve() -> None:
    sleeve = named("sleeve", holds=["laptop-14"])
    dimensions = {"width": "32 cm", "depth": "14 cm", "height": "48 cm"}
    pattern = bagpattern.make(
        {"style": "roll-top", "compartments": [sleeve], "dimensions": dimensions, "lining": {"kind": "drop-in"}}
    )
    assert pattern.errors == ()
    assert caught(pattern, "test") > 0


def test_bellows_whose_size_is_left_open_are_as_large_as_there_is_room() -> None:
    """A crescent is narrow below: two thirds of its width reach past its edge."""
    pattern = bagpattern.make({"style": "sling", "compartments": [named("bellows")]})
    assert pattern.errors == ()
    with pytest.raises(InputError, match=r"test.width: it reaches past the edge of the front: it would fit"):
        bagpattern.make({"style": "sling", "compartments": [named("bellows", width="22 cm")]})
