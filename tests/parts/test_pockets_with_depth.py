"""Pockets with flaps, pleats, darts and gussets: their figures, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.geometry.points import point
from bagpattern.parts.pockets._corners import Corners
from bagpattern.parts.pockets._pleats import accordion, box_pleat
from bagpattern.parts.sewing.flaps import FlapShape


def made(kind: str, panel: str = "front", style: dict[str, Any] | None = None, **values: Any) -> bagpattern.Pattern:
    """A mini backpack of 22 x 26 cm in waxed canvas, 10 mm allowance, with one pocket."""
    pocket = {"name": "test", "kind": kind, "panel": panel, **values}
    pattern = bagpattern.make({"style": "mini-backpack", "pockets": [pocket], **(style or {})})
    assert pattern.errors == ()
    return pattern


def refused(kind: str, match: str, **values: Any) -> None:
    with pytest.raises(InputError, match=match):
        made(kind, **values)


def line_at(pattern: bagpattern.Pattern, piece: str, name: str) -> complex:
    return pattern[piece].panel.along(name).path.start


def test_a_slip_of_two_thirds_is_the_ground_of_all() -> None:
    assert made("slip")["test"].cut_width == pytest.approx(145 + 2 * 10)


# flap pockets ---------------------------------------------------------------------------------------------------------


def test_a_flap_is_6_mm_wider_than_its_pocket_and_a_third_as_deep() -> None:
    flap = made("flap", height="15 cm", fastener="none")["test-flap"].panel
    assert flap.edge("top").length == pytest.approx(145 + 6)
    left, bottom = flap.edge("left"), flap.edge("bottom")
    assert left.path.start.imag - bottom.path.point_at(bottom.length / 2).imag == pytest.approx(50)


@pytest.mark.parametrize("fastener", ["snap", "magnetic-snap", "hook-and-loop"])
@pytest.mark.parametrize(("shape", "count"), [("straight", 1), ("rounded", 2), ("pointed", 1)])
def test_fasteners_meet_when_the_flap_is_closed(fastener: str, shape: str, count: int) -> None:
    pattern = made("flap", shape=shape, fastener=fastener, fasteners=count, depth="60 mm", height="12 cm")
    hinge = line_at(pattern, "front", "test flap")
    flap, pocket, front = (pattern[name].panel for name in ("test-flap-back", "test", "front"))
    corner = front.along("test").path.point_at(120)  # the pocket's lower left corner
    closed = [hinge - 151 + (at.at.real + 1j * (at.at.imag - 60)) for at in flap.holes]
    on_pocket = [corner + at.at for at in pocket.holes]
    assert len(closed) == count
    assert closed == pytest.approx(on_pocket)


def test_a_snap_goes_through_both_layers_and_a_magnet_through_the_inner() -> None:
    snapped, magnetic = made("flap"), made("flap", fastener="magnetic-snap")
    assert [len(snapped[name].panel.holes) for name in ("test-flap", "test-flap-back")] == [1, 1]
    assert [len(magnetic[name].panel.holes) for name in ("test-flap", "test-flap-back")] == [0, 1]


def test_fasteners_are_bought() -> None:
    by_id = {notion.id: notion for notion in made("flap", fasteners=2).notions}
    assert (by_id["test snap"].count, str(by_id["test snap"].size)) == (2, "12.5 mm")
    tape = next(each for each in made("flap", fastener="hook-and-loop").notions if each.id == "test tape")
    assert tape.length == 50  # a third of 151 mm, in steps of 5


def test_a_pointed_flap_is_as_much_lower_in_its_middle() -> None:
    flap = FlapShape(100, 60, point=20)
    assert [name for name, _ in flap.free] == ["left", "bottom left", "bottom right", "right"]
    assert dict(flap.free)["left"].length == pytest.approx(40)
    assert flap.fasteners(1, 15) == pytest.approx((point(50, 15),))
    assert flap.fasteners(2, 15) == pytest.approx((point(25, 10 + 15), point(75, 10 + 15)))


def test_a_leather_flap_has_one_layer_with_raw_edges() -> None:
    pattern = made("flap", style={"materials": {"shell": "faux-leather"}})
    assert "test-flap-back" not in {piece.id for piece in pattern.pieces}
    assert {edge.finish for edge in pattern["test-flap"].panel.edges if edge.name != "top"} == {"raw"}


def test_flaps_that_cannot_be_made_say_what_would() -> None:
    refused("flap", "depth: a flap 25 mm deep brings no fastener .* at least 49.3 mm", depth="25 mm")
    refused("flap", "depth: a flap 300 mm deep hangs below the pocket: choose 49.3 to 145 mm", depth="300 mm")
    refused("flap", "size: Press studs are not sold 11 mm across", size="11 mm")
    refused("flap", "radius: a pointed flap has none", shape="pointed", radius="20 mm")
    refused(
        "flap", "fasteners: a flap 46 mm wide has no room for so many: make it at most 2", width="40 mm", fasteners=3
    )
    refused("flap", "size: a flap 46 mm wide has no room for one: make it at most 36 mm", width="40 mm", size="46 mm")


# pleats ---------------------------------------------------------------------------------------------------------------


def test_a_box_pleat_takes_twice_its_width() -> None:
    """Drafting notes 4.5: a pleat of 25 mm takes 50 mm more cloth."""
    folded = box_pleat(145, 25)
    assert folded.cut == 145 + 50
    assert folded.finished == 145
    assert folded.folds == (72.5, 85, 110, 122.5)
    places = [(each.at, each.runs[0].start, each.runs[0].end) for each in folded.caught("p", "bottom", 100)]
    assert places == [(160, 72.5, 85), (160, 85, 110), (172.5, 110, 122.5)]


def test_accordion_sides_lie_under_the_face() -> None:
    folded = accordion(100, 30)
    assert (folded.cut, folded.finished) == (160, 100)
    assert [each.at for each in folded.caught("p", "bottom", 0)] == [0, 0, 85, 85]


@pytest.mark.parametrize("form", ["box", "inverted"])
def test_a_pleated_pocket_is_cut_wider_than_it_lies(form: str) -> None:
    pattern = made("pleated", form=form)
    assert pattern["test"].cut_width == pytest.approx(145 + 50 + 2 * 10)
    seam = pattern.draft.seam("test to front")
    assert pattern.draft.side_length(seam.a) == pytest.approx(145 + 2 * 130)
    assert sum(pattern.draft.side_length(each.runs) for each in seam.caught) == pytest.approx(50)


def test_a_pleat_is_stitched_down_as_far_as_asked() -> None:
    closed, opened = made("pleated", closed="3 cm"), made("pleated", closed="0 mm")
    assert closed.draft.side_length(closed.draft.seam("test pleat").a) == pytest.approx(30)
    assert "test pleat" not in {seam.id for seam in opened.seams}


def test_a_pleat_follows_what_it_holds() -> None:
    note = made("pleated", holds=["iphone-16"])["test"].panel.note
    assert str(note).startswith("box pleat 25 mm wide")
    refused("pleated", "pleat: 10 mm is too shallow for the .* make it at least 35 mm", pleat="10 mm", holds=["keys"])
    refused("pleated", "pleat: .* does not lie flat in a pocket 40 mm wide: make it at most 24 mm", width="4 cm")


# corners and gussets --------------------------------------------------------------------------------------------------


def test_a_boxed_corner_is_a_square_cut_out() -> None:
    """Drafting notes 4.4: width = side + front + side, height = base + front, notch = side."""
    pattern = made("darted", corners="boxed", depth="25 mm", height="12 cm")
    pocket = pattern["test"]
    assert (pocket.cut_width, pocket.cut_height) == pytest.approx((145 + 2 * 25 + 2 * 10, 120 + 25 + 10 + 30))
    assert [pocket.panel.edge(f"left corner {number}").length for number in (1, 2)] == pytest.approx([25, 25])
    assert pattern.draft.side_length(pattern.draft.seam("test to front").b) == pytest.approx(145 + 2 * 120)


def test_a_dart_is_folded_to_the_base_and_caught_there() -> None:
    """12 mm deep: legs from 12 mm beside the corner to 36, 36; folded down, its end is 9.18 mm long."""
    pattern = made("darted", depth="12 mm", style={"materials": {"shell": "canvas-10oz"}})
    draft = pattern.draft
    assert pattern["test"].panel.along("left dart 1").length == pytest.approx((36**2 + 24**2) ** 0.5)
    assert draft.side_length(draft.seam("test left dart").a) == pytest.approx(43.267, abs=1e-3)
    caught = draft.seam("test to front").caught
    assert [draft.side_length(each.runs) for each in caught] == pytest.approx([9.176] * 4, abs=1e-3)
    assert [each.at for each in caught] == pytest.approx([130, 130, 130 + 145 - 9.176, 130 + 145 - 9.176], abs=1e-3)


def test_the_end_of_a_dart_lies_on_the_base_when_it_is_folded() -> None:
    corners = Corners(145, 130, 12, darted=True)
    foot, tip = corners.base().start, corners.apex
    cap = dict(corners.corner("left"))["left corner 2"].start
    leg = (tip - foot) / abs(tip - foot)
    folded = foot + ((cap - foot) / leg).conjugate() * leg
    assert folded.imag == pytest.approx(0)
    assert folded.real == pytest.approx(foot.real + corners.intake)


def test_corners_that_cannot_be_made_say_what_would() -> None:
    refused(
        "darted",
        'darts that pucker: make it at most 14.1 mm, or write corners = "boxed"',
        depth="2 cm",
        corners="darted",
    )
    refused("darted", "no larger than their allowance: choose 15 to ", depth="12 mm", corners="boxed")
    refused(
        "darted",
        "holds: a pocket 35 mm deep has darts that pucker: take thinner things",
        holds=["keys"],
        corners="darted",
    )


def test_corners_are_boxed_where_a_dart_would_pucker() -> None:
    """A phone 8.8 mm thick with 12 mm of ease takes 25 mm."""
    pattern = made("darted", holds=["iphone-17-pro"])
    assert pattern["test"].panel.edge("left corner 1").length == pytest.approx(25)
    assert not pattern["test"].panel.has("left dart 1")


def test_a_gusset_strip_goes_round_the_face_and_folds_along_its_middle() -> None:
    gusset = made("bellows", radius="0 mm", depth="4 cm")["test-gusset"].panel
    assert gusset.edge("face").length == pytest.approx(145 + 2 * 130)
    assert gusset.along("fold").path.start.imag == pytest.approx(20)


def test_accordion_sides_are_cut_with_the_face() -> None:
    """Drafting notes 4.4: 30 mm of depth and the allowance are added at each side."""
    pattern = made("bellows", sides="accordion")
    assert pattern["test"].cut_width == pytest.approx(145 + 2 * (30 + 10))
    caught = pattern.draft.seam("test to front").caught
    assert [each.at for each in caught] == pytest.approx([130, 130, 130 + 145 - 15, 130 + 145 - 15])


def test_bellows_open_for_what_they_hold() -> None:
    """A phone 7.8 mm thick with 12 mm of ease goes in by rule; keys of 20 mm take 35."""
    thin, thick = made("bellows", holds=["iphone-16"]), made("bellows", holds=["keys"])
    assert [each["test-gusset"].cut_height - 20 for each in (thin, thick)] == pytest.approx([30, 35])
    refused("bellows", "do not fold under a face of 50 mm", sides="accordion", width="5 cm", depth="6 cm")
    refused("bellows", "radius: folded sides end in square corners", sides="accordion", radius="2 cm")


# windows --------------------------------------------------------------------------------------------------------------


def test_a_window_is_framed_as_the_drafting_notes_say() -> None:
    """3.6: facing (opening + 50) x (10 + 50), bag (opening + 50) x (2 depth + 40), but for a few mm."""
    pattern = made("zip-window", opening="14 cm", depth="12 cm", facing=True)
    bag, facing = pattern["test-bag"], pattern["test-facing"]
    assert (bag.cut_width, bag.cut_height) == pytest.approx((140 + 50, 2 * (120 + 25) + 20))
    assert (facing.cut_width, facing.cut_height) == pytest.approx((140 + 46, 2 * 23 + 20))
    assert facing.panel.material == "shell"
    frame = pattern.draft.seam("test window")
    assert pattern.draft.side_length(frame.a) == pytest.approx(2 * (140 + 10))
    assert pattern.draft.side_length(frame.caught[0].runs) == pytest.approx(2 * (140 + 10))


def test_a_leather_window_is_cut_out_and_sewn_beside_its_edge() -> None:
    front = made("zip-window", opening="14 cm", edge="cut")["front"].panel
    assert front.along("test window slit").length == pytest.approx(2 * (140 + 10))
    assert front.along("test window").length == pytest.approx(2 * (146 + 16))
    assert not front.has("test window left fork")


def test_a_hidden_pocket_reaches_across_the_back_below_an_upright_zip() -> None:
    pattern = made("hidden", panel="back", opening="8 cm")
    back = pattern["back"].panel
    zip_line, bag = back.along("test window").path, back.along("test bag").path
    xs = [p.real for p in zip_line.flat]
    assert (min(xs), max(xs)) == pytest.approx((220 - 40 - 5, 220 - 40 + 5))
    assert min(p.imag for p in zip_line.flat) - min(p.imag for p in bag.flat) == pytest.approx(40)
    assert max(p.imag for p in bag.flat) - max(p.imag for p in zip_line.flat) == pytest.approx(15)
    assert max(p.real for p in bag.flat) == pytest.approx(220 - 40 + 25)
    on_bag = [p.real for p in pattern["test-bag"].panel.along("test window").path.flat]
    assert (min(on_bag), max(on_bag)) == pytest.approx((40, 120))  # right sides together: as in a mirror


def test_a_hidden_pocket_proposes_what_has_room() -> None:
    refused("hidden", "below: .* it would fit with the below of at most 65 mm", panel="back", below="20 cm")
    refused("hidden", "base: .* it would fit with the base of at most 40 mm", panel="back", base="30 cm")


def test_a_hidden_pocket_is_reached_from_either_side_or_both() -> None:
    """From the left it is the mirror image; with both, its far end is a second zip, 25 mm of the bag beyond it."""
    right, left, both = (
        made("hidden", panel="back", opening="8 cm", base="2 cm", side=side, depth="12 cm")["back"].panel
        for side in ("right", "left", "both")
    )
    boxes = [panel.along("test window").path.bounds for panel in (right, left, both)]
    mirrored = 220 - boxes[0][2], boxes[0][1], 220 - boxes[0][0], boxes[0][3]
    assert boxes[1] == pytest.approx(mirrored)
    assert boxes[2] == pytest.approx(boxes[0])
    second = both.along("test window 2").path.bounds
    assert boxes[0][0] - second[0] == pytest.approx(120)
    assert second[0] + 5 - both.along("test bag").path.bounds[0] == pytest.approx(25)


def test_both_zips_of_a_hidden_pocket_are_bought_and_set_in() -> None:
    pattern = made("hidden", panel="back", side="both")
    assert [each.id for each in pattern.notions if each.kind == "zip" and "test" in each.id] == [
        "test zip",
        "test zip 2",
    ]
    assert {"test window", "test window 2"} <= {seam.id for seam in pattern.seams}


def test_a_size_that_is_proposed_has_room_where_the_pocket_lies_then() -> None:
    """A lower pocket is put higher by its rule, and there met the handle again that it was to be clear of."""
    pocket = {"kind": "bellows", "name": "low", "panel": "front"}
    with pytest.raises(InputError, match="lies on the handle") as found:
        bagpattern.make({"style": "handbag", "pockets": [{**pocket, "height": "179 mm"}]})
    (problem,) = found.value.problems
    for mend in problem.mends:
        size = {mend.key.rpartition(".")[2]: mend.value}
        bagpattern.make({"style": "handbag", "pockets": [{**pocket, "height": "179 mm", **size}]})
