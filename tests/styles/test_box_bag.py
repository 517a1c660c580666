"""The box bag: what of it is cut in one, and how its lid goes over the box."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.model.wall import Wall

SIZE = {"width": "20 cm", "height": "14 cm", "depth": "10 cm"}
PLAIN = {"shell": "canvas", "interfacing": "none"}


def made(**values: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": "box-bag", "dimensions": SIZE, "materials": PLAIN} | values)
    assert pattern.errors == ()
    return pattern


@pytest.fixture(scope="module")
def plain() -> bagpattern.Pattern:
    return made(closure={"kind": "lid", "lip": "5 cm", "ease": "3 mm"})


def test_front_sides_and_base_are_one_cross(plain: bagpattern.Pattern) -> None:
    """A side on either side of the base, the front before it: 14 + 20 + 14 by 10 + 14 cm, two squares cut out."""
    outline = plain["cross"].panel.stitching_line
    left, low, right, high = areas.bounds([outline])
    assert sorted((right - left, high - low)) == pytest.approx([100 + 140, 140 + 200 + 140])
    assert areas.area(outline) == pytest.approx(200 * 100 + 200 * 140 + 2 * 100 * 140)
    assert "back" in plain.draft
    assert not {"front", "base", "side-left", "side-right"} & {piece.id for piece in plain.pieces}


def test_the_front_stands_upright_on_the_cross(plain: bagpattern.Pattern) -> None:
    """So that a print that has a top has it there."""
    front = next(facet for facet in plain["cross"].panel.facets if facet.wall is Wall.FRONT)
    assert front.up == plain["cross"].panel.grain == 1j


def test_the_two_front_corners_are_sewn_before_the_back(plain: bagpattern.Pattern) -> None:
    seams = [each for step in plain.steps for made in step.step.operations for each in made.seams]
    corners = [seams.index(each) for each in ("front to side-left", "side-right to front")]
    assert max(corners) < seams.index("back to base")


def test_the_lid_goes_over_the_box(plain: bagpattern.Pattern) -> None:
    """3 mm wider on either side and deeper in front, its lips 5 cm; its hinge ends 3 mm within the back."""
    lid = plain["lid"].panel
    left, low, right, high = areas.bounds([lid.stitching_line])
    assert right - left == pytest.approx(200 + 2 * 3 + 2 * 50)
    assert high - low == pytest.approx(100 + 3 + 50)
    assert lid.edge("bottom").length == pytest.approx(200 + 2 * 3)
    assert lid.edge("hinge").length == pytest.approx(200 - 2 * 3)
    assert lid.edge("left corner side").length == pytest.approx(lid.edge("left corner front").length) == 50


def test_both_halves_of_its_lock_meet(plain: bagpattern.Pattern) -> None:
    """As far above the lip's edge on the lid as the mark on the front is above where that edge comes to lie."""
    (on_lid,) = plain["lid-lining"].panel.holes
    (on_front,) = (hole for hole in plain["cross"].panel.holes if hole.owner == "closure")
    above = on_lid.at.imag - plain["lid-lining"].panel.edge("bottom").path.start.imag
    below = plain["cross"].panel.edge("front top").path.start.imag - on_front.at.imag
    assert below == pytest.approx(50 - above - 2)  # its lining ends 2 mm higher


def test_a_lid_on_the_sewn_bag_lies_on_its_rim_and_beside_its_walls(plain: bagpattern.Pattern) -> None:
    surfaces = {each.piece: each.points for each in plain.sewn().surfaces}
    lid, box = surfaces["lid"], surfaces["cross"]
    assert lid[:, 1].max() == pytest.approx(box[:, 1].max(), abs=6)
    assert lid[:, 1].min() == pytest.approx(140 - 50, abs=6)
    assert lid[:, 0].max() > box[box[:, 1] > 90][:, 0].max()
    assert lid[:, 2].max() > box[box[:, 1] > 90][:, 2].max()


def test_an_open_lid_stands_behind_the_box(plain: bagpattern.Pattern) -> None:
    surfaces = {each.piece: each.points for each in plain.sewn(opened=True).surfaces}
    assert surfaces["lid"][:, 1].min() > 140 - 10
    assert surfaces["lid"][:, 1].max() > 140 + 90


def test_a_lid_goes_on_any_box_of_four_walls() -> None:
    for style, build in (("tote", "gusset"), ("lunch-bag", "cross")):
        handles = {"handles": {"kind": "none"}} if style == "tote" else {}
        pattern = bagpattern.make({"style": style, "build": build, "closure": {"kind": "lid"}, **handles})
        assert pattern.errors == ()
        assert "lid" in pattern.draft


def test_loops_do_not_hang_where_a_lid_lies() -> None:
    with pytest.raises(InputError, match="a lid lies over the rim on which they would hang"):
        bagpattern.make({"style": "tote", "build": "cross", "closure": {"kind": "lid"}})


def test_rings_hang_below_the_lips() -> None:
    """20 mm below lips of 8 cm: 70 of 170 mm up, the next lower multiple of 5, where two thirds would be 113."""
    pattern = made(
        dimensions={"width": "20 cm", "height": "17 cm", "depth": "10 cm"}, closure={"kind": "lid", "lip": "8 cm"}
    )
    bag = pattern.draft
    held = [each for seam in bag.seams for each in seam.caught if each.runs[0].panel == "side-tab"]
    middles = [each.at + bag.run_length(each.runs[0]) / 2 for each in held if bag.run_length(each.runs[0]) > 20]
    assert middles  # along corners that are sewn from the base up
    assert middles == pytest.approx([70] * len(middles), abs=1)


def test_what_is_no_box_and_lips_that_are_too_long_are_refused() -> None:
    with pytest.raises(InputError, match="a lid goes on a box of four walls"):
        bagpattern.make({"style": "bucket", "closure": {"kind": "lid"}})
    with pytest.raises(InputError, match=r"reaches beyond the upright front: make it at most 128 mm"):
        made(closure={"kind": "lid", "lip": "15 cm"})
    with pytest.raises(InputError, match=r"leaves no place for the lock below the rim of the front: choose 44 to"):
        made(closure={"kind": "lid", "lip": "3 cm"})


def test_a_lid_that_does_not_go_over_its_own_cloth_is_refused() -> None:
    """Felt of 3 mm: 1 mm of ease leaves the lid smaller than the box that it is to go over."""
    with pytest.raises(InputError, match=r"the lid does not go over its own layers: make it at least \d"):
        made(closure={"kind": "lid", "ease": "1 mm"}, materials={"shell": "felt"})
