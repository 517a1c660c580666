"""The tool roll: its two layers, slots and flap, how it is closed, and how it looks rolled up and open."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.model.operation import Operation, Verb

SIZE = {"width": "36 cm", "height": "26 cm", "flap": "10 cm"}


def made(dimensions: dict[str, str] | None = None, **settings: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": "tool-roll", "dimensions": {**SIZE, **(dimensions or {})}, **settings})
    assert pattern.errors == ()
    return pattern


def in_order(pattern: bagpattern.Pattern) -> list[Operation]:
    return [each for step in pattern.steps for each in step.step.operations]


def test_both_layers_are_as_high_as_the_roll_and_its_flap() -> None:
    pattern = made()
    for layer in ("back", "lining-back"):
        panel = pattern[layer].panel
        assert (panel.edge("bottom").length, panel.edge("right").length) == pytest.approx((360, 360))
    assert (pattern.finished.width, pattern.finished.height, pattern.finished.depth) == pytest.approx((360, 260, 0))
    (hinge,) = (line for line in pattern["back"].panel.lines if line.name == "flap hinge")
    assert hinge.path.start.imag == pytest.approx(260)


def test_slots_are_equal_and_stitched_while_the_inner_layer_lies_flat() -> None:
    pattern = made(slots={"count": 9, "height": "12 cm"})
    lines = sorted(line.path.start.real for line in pattern["slots"].panel.lines if line.name.startswith("slot "))
    assert lines == pytest.approx([40 * number for number in range(1, 9)])
    done = [each.do for each in in_order(pattern)]
    stitched = next(n for n, each in enumerate(in_order(pattern)) if any(on.on == "slot 1" for on in each.on))
    assert stitched < done.index(Verb.TURN)


def test_it_is_turned_through_its_base_which_is_closed_then() -> None:
    made_of = in_order(made())
    turn = next(n for n, each in enumerate(made_of) if each.do is Verb.TURN)
    closed = next(n for n, each in enumerate(made_of) if "base seam" in each.seams)
    around = next(n for n, each in enumerate(made_of) if "sides" in each.seams)
    assert around < turn < closed


def test_rolled_up_it_is_a_bundle_as_high_as_it_is_told_and_open_it_is_flat() -> None:
    pattern = made()
    rolled, opened = (
        np.concatenate([each.points for each in pattern.sewn(opened=opened).surfaces if each.piece == "back"])
        for opened in (False, True)
    )
    wide, high, deep = np.ptp(rolled, axis=0)
    assert high == pytest.approx(260, abs=5)  # less than a triangle of its mesh
    assert 50 < wide < 110
    assert 50 < deep < 110
    assert np.ptp(opened, axis=0) == pytest.approx([360, 360, 0], abs=0.1)


def test_ties_go_round_the_bundle_and_hang_from_its_side_when_it_is_open() -> None:
    pattern = made(ties={"count": 2})
    rolled, opened = (pattern.sewn(opened=opened) for opened in (False, True))
    for bag, around in ((rolled, True), (opened, False)):
        ties = [each.points for each in bag.surfaces if each.notion == "ties"]
        assert len(ties) == 2
        for points in ties:
            assert bool(np.ptp(points[:, 2]) > 50) is around
    assert "slots" in rolled.notes
    assert "slots" in {each.piece for each in opened.surfaces}


def test_rolled_up_its_shell_is_outside_right_side_out() -> None:
    """Most of what is farthest from the middle looks outward: all but the flap, which is folded in."""
    back = next(each for each in made().sewn().surfaces if each.piece == "back")
    corners = back.points[back.triangles]
    middles, normals = corners.mean(axis=1), np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    out = middles * (1, 0, 1)
    far = np.linalg.norm(out, axis=1)
    assert np.mean(np.sum(normals * out, axis=1)[far > 0.85 * far.max()] > 0) > 0.7


def test_left_out_it_is_as_large_as_what_its_slots_hold() -> None:
    """A rod 20 mm across is 31.4 mm half round: with 10 mm of ease a slot takes 45. Four fifths of it stand there."""
    items = [{"name": "chisel", "length": "20 cm", "width": "20 mm", "thickness": "20 mm", "round": True}]
    pattern = bagpattern.make({"style": "tool-roll", "items": items, "slots": {"holds": ["chisel"] * 5}})
    assert pattern.errors == ()
    assert (pattern.finished.width, pattern.finished.height) == pytest.approx((5 * 45, 210))
    assert pattern["slots"].panel.edge("right").length == pytest.approx(160)


@pytest.mark.parametrize(
    ("dimensions", "settings", "told"),
    [
        ({"flap": "25 cm"}, {}, "reaches down to the base: make it at most 208 mm"),
        ({}, {"slots": {"count": 24}}, "slots of 15 mm are too narrow: make it at most 18, or the roll wider"),
        ({}, {"slots": {"holds": ["compact"] * 3, "count": 2}}, "there are 3 things, and a slot for each"),
        ({}, {"slots": {"height": "30 cm"}}, "reaches up to the flap: make it at most 252 mm"),
        (
            {"height": "10 cm", "flap": "0 mm"},
            {"slots": {"height": "6 cm"}, "ties": {"count": 4}},
            "no room for so many",
        ),
        ({}, {"lining": {"kind": "none"}}, 'a roll is sewn of two layers, and turned: write "drop-in"'),
        ({}, {"lining": {"gap": "10 cm"}}, "hide its seams: leave this out"),
        ({}, {"holds": ["notebook"]}, "a roll holds things in its slots and pockets: leave this out"),
    ],
)
def test_what_cannot_be_made_is_told(dimensions: dict[str, str], settings: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError) as caught:
        made(dimensions, **settings)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("dimensions", "long", "told"),
    [
        ({"height": "22 cm"}, "24 cm", "what is 240 mm long stands out beyond the fold: make it at least 240 mm"),
        ({}, "65 cm", "no roll is large enough for all of this"),
    ],
)
def test_what_stands_out_of_the_roll_is_told(dimensions: dict[str, str], long: str, told: str) -> None:
    rod = {"name": "rod", "length": long, "width": "2 cm", "thickness": "2 cm"}
    settings = {"style": "tool-roll", "dimensions": dimensions, "items": [rod], "slots": {"holds": ["rod"]}}
    with pytest.raises(InputError, match=told):
        bagpattern.make(settings)


def test_no_pocket_bag_lies_where_the_flap_is_stitched_and_folded() -> None:
    """By rule it is as deep as there is room below its zip, in the flap; one that is to be deeper is refused."""
    pocket = {"name": "zip", "kind": "zip-window", "panel": "lining-back"}
    pattern = made(pockets=[pocket])
    hinge, low = pattern["back"].panel.edge("right").length - 100, pattern["zip-bag"].panel
    assert low.edge("left").length > 0
    (window,) = (line for line in pattern["lining-back"].panel.lines if line.name == "zip window")
    _, base, _, _ = window.path.bounds
    folded = max(edge.length for edge in low.edges if edge.name in ("left", "right")) / 2
    assert base - folded > hinge or base < hinge
