"""Where pockets and patches lie: told by hand for bags whose measures are known."""

from __future__ import annotations

from typing import Any

import pytest

from bagpattern.attached.layers import layers
from bagpattern.attached.lying import Form, Lie, lies
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make

TOTE: dict[str, Any] = {"style": "tote", "build": "gusset", "dimensions": {"width": "40 cm", "height": "40 cm"}}


def tote(**pocket: object) -> Pattern:
    return make({**TOTE, "pockets": [{"name": "one", **pocket}]})


def lie(pattern: Pattern, panel: str) -> Lie:
    return next(each for each in lies(pattern.draft) if each.panel == panel)


def test_a_patch_lies_as_it_is_drawn_in_the_middle_of_its_panel() -> None:
    pattern = tote(kind="slip", panel="lining-back", width="20 cm", height="15 cm")
    found = lie(pattern, "one")
    assert (found.on, found.wrong, found.form, found.seams) == (
        "lining-back",
        False,
        Form.FLAT,
        ("one to lining-back",),
    )
    assert found.placed is not None
    left, low, right, _ = pattern["lining-back"].panel.stitching_line.bounds
    corner = found.placed(0j)
    assert corner.real == pytest.approx((left + right) / 2 - 100)
    assert corner.imag > low
    assert found.placed.direction(1j) == pytest.approx(1j)
    assert not found.placed.mirrored


@pytest.mark.parametrize(
    ("kind", "form"),
    [("pleated", Form.PLEATED), ("elastic-top", Form.PLEATED), ("card-slots", Form.PLEATED), ("mesh", Form.BENT)],
)
def test_what_stands_off_says_how(kind: str, form: Form) -> None:
    found = lie(tote(kind=kind, panel="front"), "one")
    assert (found.on, found.form, found.placed) == ("front", form, None)


def test_a_bag_behind_a_window_lies_on_the_wrong_side_and_opens_by_its_zip() -> None:
    pattern = tote(kind="zip-window", panel="front")
    layer = layers(pattern)["one-bag", 1]
    assert (layer.lie.on, layer.lie.wrong, layer.zip, layer.opens) == ("front", True, "one zip", ())


def test_bellows_stand_on_their_panel_with_their_face_before_it() -> None:
    pattern = tote(kind="bellows", panel="front", depth="30 mm")
    face, side = (layers(pattern)[each, 1] for each in ("one", "one-gusset"))
    assert (face.lie.form, side.lie.form) == (Form.FLAT, Form.BENT)
    assert face.depth == side.depth == 30.0
    assert face.opens == ("top",)


def test_a_flap_hangs_by_its_hinge() -> None:
    pattern = tote(kind="flap", panel="front")
    assert lie(pattern, "one").form is Form.FLAT
    assert lie(pattern, "one-flap").form is Form.HINGED


def test_layers_lie_over_each_other_in_the_order_of_making() -> None:
    """The facing of a pocket between two parts of a front lies on these, its backing on the facing."""
    pattern = make({**TOTE, "pockets": [{"name": "one", "kind": "zip-between", "panel": "front"}]})
    facing, backing = (layers(pattern)[each, 1] for each in ("one-facing", "one-backing"))
    thick = next(each.thickness for each in pattern.materials if each.id == pattern["one-facing"].panel.material)
    assert facing.lie.on == backing.lie.on
    assert facing.order is not None
    assert facing.lift is not None
    assert (backing.order, backing.lift) == (facing.order + 1, facing.lift + thick)


def test_stiffening_lies_behind_every_copy_of_its_piece() -> None:
    pattern = make("camera-cube")
    for piece in pattern.pieces:
        if piece.panel.stiffens:
            found = [each for each in lies(pattern.draft) if each.panel == piece.id]
            assert [each.copy for each in found] == list(range(1, piece.panel.count + 1))
            assert all(each.wrong and each.on == piece.panel.stiffens for each in found)
            assert pattern[piece.panel.stiffens].cutting_line.buffer(0.1).contains(piece.stitching_line)


def test_a_wall_that_is_sewn_on_across_a_panel_and_stands_there_is_laid_flat_nowhere() -> None:
    wall = [each for each in lies(make("camera-cube").draft) if each.panel in ("divider", "divider-back")]
    assert {(each.on, each.form, each.placed) for each in wall} == {("lining-front", Form.BENT, None)}


def test_what_hangs_or_stands_lies_on_nothing() -> None:
    assert "ring" not in {each.panel for each in lies(make("camera-cube").draft)}
    assert not {each.panel for each in lies(make("mini-backpack").draft)} & {
        "shoulder-strap",
        "handle",
        "zip-tab",
        "back",
    }
