"""The frame purse: what goes into its frame, what is sewn, and which frames there are for a rim."""

from __future__ import annotations

import math
from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.making.labour import by_verb
from bagpattern.model.operation import Verb
from bagpattern.sewn.bag import Stuff

SIZE = {"width": "16 cm", "height": "14 cm", "bottom_radius": "40 mm"}
FRAME = {"kind": "glued-frame", "width": "120 mm", "arm": "50 mm", "corner": "25 mm"}
COTTON = {"shell": "quilting-cotton", "lining": "lining-cotton"}


def made(closure: dict[str, Any], **dimensions: str) -> bagpattern.Pattern:
    settings = {"style": "frame-purse", "dimensions": SIZE | dimensions, "closure": closure, "materials": COTTON}
    pattern = bagpattern.make(settings)
    assert pattern.errors == ()
    return pattern


@pytest.fixture(scope="module")
def glued() -> bagpattern.Pattern:
    return made(FRAME)


def test_the_rim_is_as_long_as_the_groove_of_its_frame(glued: bagpattern.Pattern) -> None:
    """Two arms of 50, a top of 120, two corners rounded by 25 mm; on either half."""
    around = 50 + 120 + 50 - 2 * (2 * 25 - math.pi / 2 * 25)
    for face in ("front", "back"):
        edges = (glued[face].panel.edge(name) for name in ("right arm", "top", "left arm"))
        assert sum(edge.length for edge in edges) == pytest.approx(around, abs=1e-6)
    rim = glued.draft.seam("rim")
    assert glued.draft.side_length(rim.a) == pytest.approx(2 * around, abs=1e-6)


def test_its_sides_are_sewn_up_to_the_hinges_and_no_farther(glued: bagpattern.Pattern) -> None:
    side = glued.draft.seam("right side")
    panel = glued["front"].panel
    hinge = panel.edge("right arm").path.start
    assert panel.edge("right").path.end == pytest.approx(hinge)
    assert hinge.imag == pytest.approx(140 - 50)
    assert {run.on for run in (*side.a, *side.b)} == {"right", "left"}


def test_it_is_as_wide_and_high_as_it_is_asked_to_be(glued: bagpattern.Pattern) -> None:
    left, low, right, high = areas.bounds([glued["front"].panel.stitching_line])
    assert right - left == pytest.approx(160, abs=0.05)
    assert high - low == pytest.approx(140, abs=1e-6)
    sewn = glued.sewn().measured
    assert sewn.height == pytest.approx(140, abs=4)
    assert sewn.width == pytest.approx(160, abs=6)


def test_the_frame_is_a_band_of_metal_round_both_rims(glued: bagpattern.Pattern) -> None:
    metal = [each for each in glued.sewn().surfaces if each.material == Stuff.METAL]
    assert [each.notion for each in metal] == ["purse frame", "purse frame"]
    assert all(each.points[:, 1].min() == pytest.approx(140 - 50, abs=8) for each in metal)
    assert all(each.points[:, 1].max() > 140 for each in metal)


def test_a_flex_frame_is_the_widest_that_goes_into_its_channels() -> None:
    """A rim of 130 mm leaves 5 mm for the pins: 120; one of 124 takes 100, which is 24 shorter."""
    for width, sold in (("13 cm", 120), ("12.4 cm", 100)):
        pattern = made({"kind": "flex-frame"}, width=width)
        (frame,) = (notion for notion in pattern.notions if notion.kind == "flex-frame")
        assert frame.sides == (sold,)
        for face in ("front", "back"):
            channel = pattern[f"{face}-channel"].panel
            assert channel.edge("outer").length == pytest.approx(pattern[face].panel.edge("top").length)
            assert next(line for line in channel.lines if line.holds == frame.id).length == pytest.approx(sold)


def test_a_clutch_takes_a_flex_frame_and_no_glued_one() -> None:
    small = {"style": "clutch", "dimensions": {"width": "16 cm", "height": "12 cm"}, "materials": COTTON}
    assert bagpattern.make(small | {"closure": {"kind": "flex-frame"}}).errors == ()
    with pytest.raises(InputError, match='write style = "frame-purse"'):
        bagpattern.make(small | {"closure": {"kind": "glued-frame"}})


def test_what_no_frame_is_made_for_is_refused_with_what_would_fit() -> None:
    with pytest.raises(InputError, match="is less than its frame, 120 mm: choose 120 to 216 mm"):
        made(FRAME, width="10 cm", bottom_radius="0 mm")
    with pytest.raises(InputError, match="leaves nothing below the hinges, 50 mm down: make it at least 80 mm"):
        made(FRAME, height="7 cm", bottom_radius="0 mm")
    with pytest.raises(InputError, match='Purse frames are not sold 110 mm wide: choose "100 mm" or "120 mm"'):
        made(FRAME | {"width": "110 mm"})
    with pytest.raises(InputError, match="corner: 5 mm is tighter than the allowance: make it 0 mm"):
        made(FRAME | {"corner": "5 mm"})
    with pytest.raises(InputError, match=r'made for another frame: choose "150 mm"$'):
        made({"kind": "flex-frame", "width": "100 mm"})
    with pytest.raises(InputError, match=r'made for another frame: choose "150 mm"$'):
        made({"kind": "flex-frame", "width": "180 mm"})


def test_a_frame_with_holes_is_sewn_in_by_hand(glued: bagpattern.Pattern) -> None:
    """The same rim, another frame and no glue; thread for eight times 198.5 mm round one half."""
    sewn = made({**FRAME, "kind": "sewn-frame"})
    assert sewn["front"].panel.stitching_line == glued["front"].panel.stitching_line
    (frame,) = (each for each in sewn.notions if each.kind == "sew-in-frame")
    assert "160 cm of strong thread" in str(frame.note)
    (step,) = (
        each.step for each in sewn.steps if "purse frame" in {n for o in each.step.operations for n in o.notions}
    )
    assert "glue" not in str(step.text).lower()
    (put_on,) = step.operations
    assert put_on.stitches == 2 * 40  # 198.5 mm have 40 holes, 5 mm apart, and there are two halves
    assert by_verb(sewn)[Verb.INSERT] - by_verb(glued)[Verb.INSERT] == pytest.approx(40)  # half a minute each
    assert Stuff.METAL in {surface.material for surface in sewn.sewn().surfaces}


def test_a_gusset_runs_out_to_a_tip_at_either_hinge() -> None:
    """Along the straight of the sides, 36.1 mm below the hinges, its edges keep their length; its middle is shorter."""
    deep = made(FRAME, depth="40 mm")
    gusset, front = deep["gusset"].panel, deep["front"].panel
    straight = front.edge("right").path.segments[-1].length
    first, _, last = gusset.edge("front").path.segments
    assert (first.length, last.length) == pytest.approx((straight, straight))
    assert gusset.edge("front").length == pytest.approx(sum(front.edge(e).length for e in ("left", "bottom", "right")))
    left, low, right, high = gusset.stitching_line.bounds
    assert high - low == pytest.approx(40)
    shorter = gusset.edge("front").length - (right - left)
    assert shorter == pytest.approx(2 * (straight - math.sqrt(straight**2 - 20**2)))
    assert deep.finished.depth == pytest.approx(40)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"dimensions": {**SIZE, "depth": "9 cm"}}, "dimensions.depth: does not run out along the 36.1 mm of side"),
        ({"dimensions": {"depth": "4 cm"}, "closure": {"kind": "flex-frame"}}, "runs out at the hinges of a frame"),
        (
            {"dimensions": {"depth": "4 cm"}, "crossbody": {"kind": "webbing"}},
            "a gusset has no side seams for its rings",
        ),
    ],
)
def test_a_gusset_that_cannot_be_is_refused(given: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError, match=told):
        bagpattern.make({"style": "frame-purse", **given})


@pytest.mark.parametrize("level", ["40 mm", "70 mm", "85 mm"])
def test_a_zip_across_the_front_makes_no_purse_larger(level: str) -> None:
    """One in the lower part of the sides, and one where they lean: the gusset runs out above it, and beside it."""
    zipped = {"kind": "zip-between", "name": "pass", "panel": "front", "height": level}
    sizes = SIZE | {"depth": "22 mm"}
    settings = {"style": "frame-purse", "dimensions": sizes, "closure": FRAME, "materials": COTTON}
    whole, divided = bagpattern.make(settings), bagpattern.make(settings | {"pockets": [zipped]})
    assert "front-upper" in divided.draft
    assert divided.finished.volume == pytest.approx(whole.finished.volume, rel=1e-5)  # arcs are measured in chords
