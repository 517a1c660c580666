"""Figures of what once was shown on the whole bag only: each tells what its operation is about, with true numbers."""

from __future__ import annotations

import pytest

from bagpattern.drawing.model import Text
from bagpattern.drawing.steps.tub import size_of
from bagpattern.model.marks import LineKind
from bagpattern.said import Length
from tests.drawing.booklets import preset
from tests.drawing.test_kinds import shown, texts

KINDS = (
    ("frame-purse", "insert purse frame", "framed"),
    ("frame-purse-flex", "insert flex frame", "pushed in"),
    ("frame-wedge", "thread tube straps", "strapped"),
    ("bucket-market", "thread drawstring", "laced"),
    ("drawstring-backpack", "topstitch front-channel", "channelled"),
    ("tote-market", "fold handle", "turned under"),
    ("tote-work", "fold zip-end", "capped"),
    ("square-daypack", "fold main zip", "folded out"),
)


@pytest.mark.parametrize(("name", "operation", "kind"), KINDS)
def test_an_operation_has_a_figure_of_its_own(name: str, operation: str, kind: str) -> None:
    assert shown(preset(name), operation).kind == kind


def test_a_loop_and_the_face_that_it_is_to_go_round_tell_the_same_length() -> None:
    pouch = preset("band-pouch")
    whole = sum(pouch.length(name) for name in ("front to base band", "front to zip band"))
    figure = shown(pouch, "tell front to base band")
    told = [each.content for each in figure.canvas.items if isinstance(each, Text)]
    assert told.count(pouch.units.figure(whole)) == len(("face", "loop"))


def test_a_strip_folded_to_and_fro_tells_its_depth_and_its_step() -> None:
    wallet = preset("travel-wallet")
    folds = sorted(x.path.start.imag for x in wallet["card-pocket"].panel.lines if x.kind is LineKind.FOLD)
    first, second, third = folds[0], folds[1] - folds[0], folds[2] - folds[1]
    figure = shown(wallet, "press card-pocket")
    assert figure.kind == "pleated"
    assert {wallet.units.figure(mm) for mm in (first, third, third - second)} <= texts(figure)


def test_a_gusset_round_corners_is_in_one_figure_with_the_clip_at_its_corner() -> None:
    figure = shown(preset("tote-work"), "sew front to side-left")
    seams = {"sew front to side-left", "sew side-right to front", "sew front to base"}
    assert figure.kind == "curved"
    assert seams <= {each.id for each in figure.operations}
    assert preset("tote-work").tell(Length(1.0)) in texts(figure)


def test_two_pieces_of_one_shape_are_joined_flat_round_their_clipped_corners() -> None:
    figure = shown(preset("frame-purse"), "sew right side")
    assert figure.kind == "join"
    assert {"sew right side", "sew base seam", "sew left side"} <= {each.id for each in figure.operations}


def test_a_band_goes_round_a_front_that_is_joined_along_a_curve() -> None:
    bag = preset("mini-backpack-artistic")
    figure = shown(bag, "sew front to base band")
    parts = {run.panel for name in ("front to base band", "front to zip band") for run in bag.seams[name].a}
    assert len(parts) == len(("lower", "left", "right"))
    assert {str(bag[each].number) for each in parts} <= texts(figure)


def test_layers_that_lie_flat_are_no_tube() -> None:
    roll = preset("tool-roll")
    kinds = {name: shown(roll, name).kind for name in ("sew sides", "sew base seam", "topstitch sides")}
    assert kinds == {"sew sides": "join", "sew base seam": "closed", "topstitch sides": "layered"}
    assert roll.units.figure(roll.length("base seam")) in texts(shown(roll, "sew base seam"))


def test_webbing_that_stiffens_a_rim_tells_its_length_and_that_of_wings_how_far_it_goes_in() -> None:
    courier, pack = preset("roll-top-courier"), preset("fanny-pack")
    stiff = next(each for each in courier.notions if each.id == "rim stiffener")
    assert courier.units.figure(stiff.length or 0.0) in texts(shown(courier, "topstitch rim stiffener"))
    wing = pack["wing"].panel
    (mark,) = (each for each in wing.lines if each.end)
    deep = wing.edge("tip").path.start.real - mark.path.start.real
    assert pack.units.figure(deep) in texts(shown(pack, "baste belt"))


def test_patches_lie_behind_their_marks() -> None:
    bag = preset("bucket")
    figure = shown(bag, "baste outlet-patch")
    assert {each.id for each in figure.operations} == {"baste outlet-patch", "insert outlet eyelet"}
    assert str(bag["outlet-patch"].number) in texts(figure)


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        *(("bucket", "round"), ("duffle", "barrel"), ("duffle-weekender", "barrel"), ("frame-purse", "its front")),
        *(("tote", "box"), ("tote-work", "box"), ("hobo", "its front"), ("mini-backpack", "its front")),
        *(("tote-tapered", "its front"), ("first-aid-pouch", "box"), ("frame-wedge-tools", "its front")),
    ],
)
def test_a_bag_is_drawn_in_its_shape(name: str, shape: str) -> None:
    size = size_of(preset(name), 40.0, 40.0)
    shapes = {"round": size.is_round, "barrel": bool(size.end), "its front": size.tub(0j).has_face}
    assert [each for each, is_so in shapes.items() if is_so] == [each for each in shapes if each == shape]
