"""Straps that are longer than their cloth: joined aslant, away from ends and hardware, and the same strap after it."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import pytest

from bagpattern.attached.hanging import Hanging, hangings
from bagpattern.catalog.materials import materials
from bagpattern.drawing.guide.needed import amount
from bagpattern.errors import InputError
from bagpattern.export.json import json_text
from bagpattern.layout.plans import lays
from bagpattern.model.marks import LineKind
from bagpattern.model.operation import Verb
from bagpattern.model.pattern import Pattern
from bagpattern.model.piece import Piece
from bagpattern.model.seam import Run
from bagpattern.pipeline import make
from bagpattern.sewn.build import built
from tests import proof

REMNANT = {"name": "Remnant", "like": "canvas", "widths": ["50 cm"], "longest": "60 cm"}
SCRAP = {"name": "Scrap", "like": "canvas", "widths": ["36 cm"], "longest": "36 cm"}
OF_SCRAP: dict[str, Any] = {"materials": {"shell": "scrap", "own": [SCRAP]}}
OF_REMNANT: dict[str, Any] = {"materials": {"shell": "remnant", "own": [REMNANT]}}


def bag(style: str = "crossbody", **settings: Any) -> Pattern:
    return make({"style": style, **settings})


@pytest.fixture(scope="module")
def whole() -> Pattern:
    """The strap of canvas off the roll, in one."""
    return bag(materials={"shell": "canvas"})


@pytest.fixture(scope="module")
def joined() -> Pattern:
    return bag(**OF_REMNANT)


def lengths(pattern: Pattern, strap: str = "crossbody-strap") -> list[Piece]:
    return [each for each in pattern.pieces if each.panel.origin == strap]


def test_each_length_comes_out_of_the_remnant_and_its_allowances_are_counted(whole: Pattern, joined: Pattern) -> None:
    parts, (one,) = lengths(joined), lengths(whole)
    assert one.cut_height > 1300
    assert len(parts) == 3
    assert all(each.cut_height <= 600 for each in parts)
    assert sum(each.stitching_line.area for each in parts) == pytest.approx(one.stitching_line.area, abs=0.1)
    slant = one.cut_width * math.sqrt(2)
    more = sum(each.cutting_line.area for each in parts) - one.cutting_line.area
    assert more == pytest.approx(2 * 2 * 10.0 * slant, rel=1e-3)  # on both sides of two joints, 10 mm wide


def test_joints_lie_aslant_and_away_from_ends_and_hardware(joined: Pattern) -> None:
    busy = [at for each in lengths(joined) for line in each.panel.lines if line.kind is LineKind.STITCH
            for at in (line.path.start.imag,)]  # fmt: skip
    low, high = (
        edge(each.panel.stitching_line.bounds[at] for each in lengths(joined)) for edge, at in ((min, 1), (max, 3))
    )
    for seam in (each for each in joined.seams if "joint" in each.id):
        path = joined.draft[seam.a[0].panel].along(seam.a[0].on).path
        assert abs((path.end - path.start).real) == pytest.approx(abs((path.end - path.start).imag))
        for end in (path.start.imag, path.end.imag):
            assert min(abs(end - each) for each in (*busy, low, high)) >= 40.0


@pytest.mark.parametrize(
    ("style", "more", "strap", "count"),
    [
        ("mini-backpack", {"straps": {"kind": "fabric", "joins": 1}}, "shoulder-strap", 2),
        ("mini-backpack", {"straps": {"kind": "convertible", "joins": 3}}, "convertible-strap", 4),
        ("crossbody", {"crossbody": {"fold": "tube", "joins": 2}}, "crossbody-strap", 3),
    ],
)
def test_it_is_proved_told_and_joined_before_anything_else(
    style: str, more: dict[str, Any], strap: str, count: int
) -> None:
    pattern = bag(style, **more)
    assert not pattern.findings
    assert proof.failures(json_text(pattern, lays=False)) == []
    assert len(lengths(pattern, strap)) == count
    titles = [str(row.title) for row in pattern.cut_list if row.piece.startswith(strap)]
    assert [each.rpartition(", ")[2] for each in titles] == [f"length {number}" for number in range(1, count + 1)]
    done = [each for step in pattern.steps for each in step.step.operations]
    mine = [
        each for each in done if any(sheet.panel.startswith(strap) for sheet in each.pieces) or strap in str(each.seams)
    ]
    joints = [each for each in mine if "joint" in str(each.seams)]
    assert mine[: len(joints)] == joints
    assert {each.do for each in joints} <= {Verb.SEW, Verb.PRESS, Verb.FOLD}


def test_one_joint_lies_above_the_middle_where_the_slider_seldom_is() -> None:
    first, second = lengths(bag(crossbody={"joins": 1}))
    assert first.cut_height == pytest.approx(2 * second.cut_height, rel=0.1)


def strap_of(pattern: Pattern) -> Hanging:
    (found,) = (each for each in hangings(pattern.draft) if each.of.startswith("crossbody-strap"))
    return found


def test_it_hangs_as_one_strap(whole: Pattern, joined: Pattern) -> None:
    one, other = strap_of(whole), strap_of(joined)
    assert (one.width, one.through) == (other.width, other.through)
    assert one.length == pytest.approx(other.length, abs=0.01)
    assert [(each.edge, each.through) for each in one.ends] == [(each.edge, each.through) for each in other.ends]
    shown = [
        [each.points for each in built(pattern, False, True).surfaces if each.piece.startswith("crossbody-strap")]
        for pattern in (whole, joined)
    ]
    assert shown[0]
    for a, b in zip(*shown, strict=True):
        np.testing.assert_allclose(a, b, atol=1e-6)


def test_across_the_cloth_its_lengths_are_no_longer_than_that_is_wide() -> None:
    canvas = {"name": "Narrow", "like": "canvas", "widths": ["100 cm"]}
    across = bag(materials={"shell": "narrow", "own": [canvas]}, finishing={"strips": "crosswise"})
    assert [each.cut_width > each.cut_height for each in lengths(across)] == [True, True]
    assert all(each.cut_width <= 980 and each.panel.grain == 1j for each in lengths(across))
    assert not across.findings
    assert proof.failures(json_text(across, lays=False)) == []
    assert strap_of(across).length == pytest.approx(1325, abs=0.01)


def test_what_comes_off_a_roll_or_out_of_a_hide_is_not_joined(whole: Pattern) -> None:
    assert len(lengths(whole)) == 1
    assert materials()["leather"].longest == 1800
    assert len(lengths(bag(materials={"shell": "leather"}, crossbody={"length": "170 cm"}))) == 1
    shoulder = {"name": "Shoulder", "like": "leather", "longest": "120 cm"}
    leather = bag(materials={"shell": "shoulder", "own": [shoulder]})
    assert len(lengths(leather)) == 2
    assert all(plan.length <= 1200 for plan in lays(leather) if plan.cloth.material == "shell")


def test_a_piece_that_no_hide_takes_is_told_when_it_is_laid() -> None:
    short = {"name": "Short", "like": "leather", "longest": "20 cm", "widths": ["20 cm"]}
    with pytest.raises(InputError, match="the piece is 256 mm long, and Short 200 mm: take one of at least 256 mm"):
        lays(bag(materials={"shell": "short", "own": [short]}, crossbody={"kind": "webbing"}))


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({**OF_REMNANT, "crossbody": {"joins": 1}}, "crossbody.joins: Crossbody strap, 1325 mm: its lengths would be"),
        (
            {"crossbody": {"joins": 8, "length": "60 cm"}},
            "crossbody.joins: Crossbody strap, 675 mm: there is room for 5",
        ),
        (
            {"style": "mini-backpack", "straps": {"kind": "padded"}, **OF_SCRAP},
            "straps.pad_length: a pad of 375 mm is cut in one, and Scrap is no longer than 360 mm: make it at most 330",
        ),
        ({"crossbody": {"kind": "webbing", "joins": 1}}, "crossbody.joins: is for straps of folded cloth"),
    ],
)
def test_what_cannot_be_joined_so(settings: dict[str, Any], says: str) -> None:
    with pytest.raises(InputError) as refused:
        bag(**settings)
    assert says in str(refused.value)


def test_the_guide_tells_all_the_pieces_that_the_cloth_comes_in(joined: Pattern) -> None:
    plans = [plan for plan in lays(joined) if plan.cloth.material == "shell"]
    assert len(plans) == 2
    assert all(plan.length <= 600 for plan in plans)
    assert 900 < sum(plan.length for plan in plans) <= 1000
    assert str(amount(joined, plans, "shell")) == "1 m, 50 cm wide, in 2 pieces"


def test_a_material_that_comes_in_several_pieces_is_one_plan_in_the_data() -> None:
    big = {"dimensions.width": "70 cm", "dimensions.height": "60 cm", "dimensions.depth": "30 cm"}
    data = json.loads(json_text(make("tote", {"materials.shell": "leather", **big})))
    (plan,) = (each for each in data["lay"] if each["material"] == "shell")
    assert len(plan["pieces"]) == 2
    assert sum(plan["pieces"]) == pytest.approx(plan["length"])
    shell = [each for each in data["pieces"] if each["material"] == "shell"]
    assert len(plan["placed"]) == sum(each["count"] for each in shell)


def piped(style: str = "mini-backpack", **cloth: Any) -> Pattern:
    """With piping round its front, of a cloth like that."""
    own = {"name": "Scrap", **cloth}
    piping = {"name": "piping", "kind": "piping", "panel": "front"}
    return bag(style, fittings=[piping], materials={"shell": "scrap", "own": [own]})


@pytest.mark.parametrize(
    ("cloth", "count"), [({"like": "canvas"}, 3), ({"like": "leather", "widths": ["40 cm"], "longest": "50 cm"}, 2)]
)
def test_piping_round_a_whole_panel_is_a_loop_of_equal_lengths_with_slanting_ends(
    cloth: dict[str, Any], count: int
) -> None:
    pattern = piped(**cloth)
    (strip,) = lengths(pattern, "piping")
    assert strip.panel.count == count
    for end in (strip.panel.edge("start"), strip.panel.edge("end")):
        way = end.path.end - end.path.start
        assert abs(way.real) == pytest.approx(abs(way.imag))
    assert [seam.id for seam in pattern.seams if seam.id.startswith("piping")] == [
        f"piping join {number}" for number in range(1, count + 1)
    ]
    assert not pattern.errors
    assert proof.failures(json_text(pattern, lays=False)) == []


def test_piping_along_open_seams_is_joined_where_no_strip_on_the_bias_is_long_enough() -> None:
    """Out of a square of 25 cm, selvedges left out, comes a strip of 230 mm by the root of two, less its own width."""
    pattern = piped("tote", like="canvas", widths=["25 cm"], longest="25 cm")
    parts = [each for each in pattern.pieces if each.panel.origin.startswith("piping")]
    assert [each.id for each in parts if each.panel.origin == "piping"] == ["piping-length-1", "piping-length-2"]
    assert len(parts) == 6
    assert all(each.cut_width <= 230 * math.sqrt(2) - 34 for each in parts)
    assert not pattern.errors
    assert proof.failures(json_text(pattern, lays=False)) == []


def test_a_channel_strip_is_joined_before_its_ends_are_hemmed() -> None:
    short = {"name": "Short", "like": "canvas", "widths": ["42 cm"], "longest": "42 cm"}
    pattern = bag("drawstring-backpack", materials={"shell": "short", "own": [short]})
    assert [each.id for each in lengths(pattern, "front-channel")] == ["front-channel-1", "front-channel-2"]
    done = [each.id for step in pattern.steps for each in step.step.operations]
    assert done.index("sew front-channel joint 1") < done.index("hem front-channel-1")
    assert not pattern.errors
    assert proof.failures(json_text(pattern, lays=False)) == []


def _runs(pattern: Pattern, seam: str) -> tuple[Run, ...]:
    return (*pattern.seams[seam].a, *pattern.seams[seam].b)


@pytest.mark.parametrize(
    ("preset", "strips"),
    [("crossbody-flap", ["gusset", "lining-gusset"]), ("fanny-pack", ["zip-band-front", "lining-zip-band-back"])],
)
def test_what_goes_round_a_bag_is_joined_first_and_the_bag_stays_as_large(preset: str, strips: list[str]) -> None:
    short = [{"name": f"Short {like}", "like": like, "widths": ["50 cm"], "longest": "50 cm"}
             for like in ("canvas", "lining-cotton")]  # fmt: skip
    slots = {"shell": "short-canvas", "lining": "short-lining-cotton", "own": short}
    long, pattern = make(preset), make({"extends": preset, "materials": slots})
    for strip in strips:
        assert [each.id for each in lengths(pattern, strip)] == [f"{strip}-1", f"{strip}-2"]
        assert all(max(each.cut_width, each.cut_height) <= 500 for each in lengths(pattern, strip))
    assert not pattern.errors
    assert pattern.finished.volume == pytest.approx(long.finished.volume, rel=1e-3)
    assert pattern.finished.depth == pytest.approx(long.finished.depth)
    assert proof.failures(json_text(pattern, lays=False)) == []
    done = [each for step in pattern.steps for each in step.step.operations]
    for strip in strips:
        sewn = [seam for each in done if each.do is Verb.SEW for seam in each.seams]
        touching = [seam for seam in sewn if any(run.panel.startswith(strip) for run in _runs(pattern, seam))]
        assert touching[0] == f"{strip} joint 1"
    first = next(each for each in pattern.steps if f"{strips[0]} joint 1" in str(each.step.operations[0].seams))
    assert str(first.step.title) == f"Join the {str(long[strips[0]].panel.title).lower()}"
    assert built(pattern, False, True).surfaces
