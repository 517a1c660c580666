"""The hobo: its rim and its darts, reckoned by hand, and what hangs at its peaks."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bagpattern
from bagpattern.drawing.steps import figures
from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.model.edge import Finish
from bagpattern.model.operation import Operation, Verb
from tests.drawing.counted import texts

SIZE = {"width": "40 cm", "height": "32 cm", "taper": "4 cm", "dip": "8 cm", "bottom_radius": "10 cm"}


def made(dimensions: dict[str, str] | None = None, **settings: Any) -> bagpattern.Pattern:
    pattern = bagpattern.make({"style": "hobo", "dimensions": {**SIZE, **(dimensions or {})}, **settings})
    assert pattern.errors == ()
    return pattern


def test_the_rim_is_an_arc_between_the_peaks() -> None:
    """36 cm apart, 8 cm deep: r = (18^2 + 8^2) / 16 = 24.25 cm, over 2 asin(18 / 24.25)."""
    front = made()["front"].panel
    rim = front.edge("top").path
    assert abs(rim.end - rim.start) == pytest.approx(360)
    assert rim.length == pytest.approx(242.5 * 2 * math.asin(180 / 242.5))
    assert rim.point_at(rim.length / 2).imag == pytest.approx(320 - 80)


@pytest.mark.parametrize("panel", ["front", "lining-back"])
def test_a_dart_has_two_equal_legs_and_its_mouth_on_the_curve_of_the_corner(panel: str) -> None:
    """The width is measured along the curve; the seam of shell and lining ends in the same place."""
    pattern, whole = made({"dart": "50 mm", "dart_length": "90 mm"}), made({"dart": "0 mm"})
    cut, plain = pattern[panel].panel, whole[panel].panel
    legs = [cut.edge(f"{side} dart {leg}").length for side in ("right", "left") for leg in ("base", "side")]
    assert legs == pytest.approx([legs[0]] * 4)
    for edge, less in (("bottom", 50), ("right", 25), ("left", 25)):
        assert cut.edge(edge).length == pytest.approx(plain.edge(edge).length - less)
    assert sum(seam.id.startswith(panel) and seam.id.endswith("dart") for seam in pattern.seams) == 2


def test_darts_let_the_base_stand_out() -> None:
    """Of two sewn bags, filled alike."""
    darted, plain = (made({"dart": dart}).sewn() for dart in ("60 mm", "0 mm"))
    low = [
        max(abs(each.points[each.points[:, 1] < 80][:, 2]).max() for each in bag.surfaces if each.piece == "front")
        for bag in (darted, plain)
    ]
    assert low[0] > low[1] + 5


def test_rings_hang_at_the_peaks_and_the_strap_goes_over_a_shoulder() -> None:
    pattern = made()
    side = pattern["back"].panel.edge("right")
    tabs = [each.at for seam in pattern.seams if seam.id == "left side" for each in seam.caught]
    assert min(min(at, side.length - at) for at in tabs) < 70
    _, low, _, high = areas.bounds([pattern["crossbody-strap"].panel.stitching_line])
    left, _, right, _ = areas.bounds([pattern["crossbody-strap"].panel.stitching_line])
    assert max(high - low, right - left) < 900
    assert str(pattern["crossbody-strap"].panel.title) == "Shoulder strap"


@pytest.mark.parametrize(
    ("dimensions", "closure", "told"),
    [
        ({}, "flap", 'its rim hangs: write "magnetic-snap" or "open", or make dimensions.dip 0 mm'),
        ({"dip": "20 cm"}, "open", "leaves too little of front and back below it: make it at most 144 mm"),
        ({"dart": "15 mm"}, "open", "no room between its allowances: make it 0 mm, or at least 42 mm"),
        ({"bottom_radius": "0 mm", "dart": "50 mm"}, "open", "no room in the curve of the corner"),
        ({"dart_length": "20 mm"}, "open", "cannot be so long: choose 67.5 to 112 mm"),
        ({"dart": "0 mm", "dart_length": "60 mm"}, "open", "there are no darts: leave this out"),
    ],
)
def test_what_cannot_be_made_is_told(dimensions: dict[str, str], closure: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        made(dimensions, closure={"kind": closure})
    assert told in str(caught.value)


LININGS = ("none", "bound")


def operations(pattern: bagpattern.Pattern) -> list[Operation]:
    return [each for numbered in pattern.steps for each in numbered.step.operations]


def open_to_look_in(lining: str, **dimensions: str) -> bagpattern.Pattern:
    closure = {"kind": "magnetic-snap" if lining == "bound" else "open"}
    return made(dimensions, lining={"kind": lining}, closure=closure)


@pytest.mark.parametrize("lining", LININGS)
@pytest.mark.parametrize(("dip", "finish"), [("8 cm", Finish.BOUND), ("0 mm", Finish.HEM)])
def test_a_rim_that_hangs_is_bound_and_a_straight_one_hemmed(lining: str, dip: str, finish: Finish) -> None:
    """Turned over an arc of 24.25 cm radius, a hem of 3 cm would be a quarter too short for where it comes to lie."""
    pattern = open_to_look_in(lining, dip=dip)
    rims = [
        piece.panel.edge("top") for piece in pattern.pieces if piece.id.removeprefix("lining-") in ("front", "back")
    ]
    assert {edge.finish for edge in rims} == {finish}
    tape = next(each for each in pattern.notions if each.id == "binding")
    inside = [seam for seam in pattern.seams if seam.id.endswith(("side", "base seam", "dart"))]
    seams = sum(pattern.draft.side_length(seam.a) for seam in inside)
    around = sum(edge.length for edge in rims[:2]) if finish is Finish.BOUND else 0.0
    assert tape.length is not None
    assert 0 < tape.length - seams - around < 600
    verb = Verb.BIND if finish is Finish.BOUND else Verb.HEM
    done = [each for each in operations(pattern) if each.do is verb and each.on and not each.seams]
    assert {where.panel for each in done for where in each.on} >= {"front", "back"}


@given(st.sampled_from(LININGS), st.integers(20, 60), st.integers(0, 30), st.integers(0, 20), st.integers(6, 60))
def test_no_rim_is_cut_askew(lining: str, width: int, taper: int, dip: int, hem: int) -> None:
    settings = {"lining": {"kind": lining}, "finishing": {"hem_allowance": f"{hem} mm"}, "style": "hobo"}
    sizes = {"width": f"{width} cm", "taper": f"{taper} cm", "dip": f"{dip} cm"}
    closure = {"kind": "magnetic-snap" if lining == "bound" else "open"}
    try:
        pattern = bagpattern.make({**settings, "dimensions": sizes, "closure": closure})
    except InputError:
        return
    assert pattern.errors == ()


@pytest.mark.parametrize("lining", [*LININGS, "drop-in"])
def test_darts_are_sewn_while_the_panels_lie_flat(lining: str) -> None:
    pattern = open_to_look_in(lining)
    sewn = [seam for each in operations(pattern) if each.do is Verb.SEW for seam in each.seams]
    darts = [sewn.index(f"{face} {side} dart") for face in ("front", "back") for side in ("left", "right")]
    assert max(darts) < min(map(sewn.index, ("right side", "left side", "base seam")))


@pytest.mark.parametrize("way", ["french", "felled"])
@pytest.mark.parametrize(
    ("lining", "told"),
    [
        ({"{way}": ["front right dart"]}, '"front right dart" is a dart, which is bound: take it out'),
        ({"seams": "{way}"}, 'every seam of this bag curves or turns a corner: leave this out, or write "bound"'),
    ],
)
def test_no_dart_is_closed_in(way: str, lining: dict[str, Any], told: str) -> None:
    """Its allowances meet before its tip; beside its darts nothing of this bag is straight."""
    asked = {
        key.format(way=way): each.format(way=way) if isinstance(each, str) else each for key, each in lining.items()
    }
    with pytest.raises(InputError) as caught:
        made(lining={"kind": "none", **asked}, closure={"kind": "open"})
    assert told in str(caught.value)


def test_the_tape_at_the_rim_is_seen_in_front_and_told_in_the_figure_of_its_step() -> None:
    """Its section has the layers that are basted together, not front and back."""
    pattern = open_to_look_in("bound")
    tape = next(each for each in pattern.sewn().surfaces if each.notion == "binding")
    assert tape.points[:, 1].min() > 240 - 30
    step = next(each for each in pattern.steps if str(each.step.title) == "Bind the rim")
    told = {text for figure in figures(pattern)[step.number] for text in texts(figure)}
    assert {str(pattern[panel].number) for panel in ("front", "back", "lining-front")} <= told
    assert str(pattern["lining-back"].number) not in told
