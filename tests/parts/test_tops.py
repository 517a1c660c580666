"""Ways to close the rim of an open bag, reckoned by hand on a tote of 30 x 33 x 12 cm."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.errors import InputError
from bagpattern.model.seam import SeamKind

SIZE = {"width": "30 cm", "height": "33 cm", "depth": "12 cm"}


def tote(closure: dict[str, Any], **settings: Any) -> bagpattern.Pattern:
    preset = {"style": "tote", "dimensions": SIZE, "handles": {"kind": "none"}, "closure": closure, **settings}
    made = bagpattern.make(preset)
    assert made.errors == ()
    return made


def below_rim(pattern: bagpattern.Pattern, piece: str) -> tuple[float, float]:
    """Where the one hole of a piece lies: mm from the rim's middle to the right, and below it."""
    panel = pattern[piece].panel
    (hole,) = panel.holes
    rim = panel.edge("top").path
    middle = rim.point_at(rim.length / 2)
    return hole.at.real - middle.real, middle.imag - hole.at.imag


def test_both_halves_of_a_magnetic_snap_lie_at_one_height() -> None:
    pattern = tote({"kind": "magnetic-snap", "below": "40 mm"})
    front, back = (below_rim(pattern, f"lining-{face}") for face in ("front", "back"))
    assert front == back == pytest.approx((0, 40))
    assert pattern["snap-patch"].panel.count == 2


def test_a_flap_s_lock_meets_the_front_when_the_bag_is_closed() -> None:
    """120 mm over the opening and 180 on the front; the lock 30 above the edge is 150 below the rim."""
    pattern = tote({"kind": "flap", "cover": "180 mm", "inset": "30 mm", "shape": "straight"})
    flap = pattern["flap"].panel
    assert flap.edge("left").length == pytest.approx(120 + 180)
    assert below_rim(pattern, "front") == pytest.approx((0, 150))
    (hole,) = pattern["flap-lining"].panel.holes
    hinge = pattern["flap-lining"].panel.edge("hinge").path
    assert hinge.point_at(0).imag - hole.at.imag == pytest.approx(300 - 30)


def test_a_flap_sewn_across_the_back_is_longer_by_what_lies_behind_the_rim() -> None:
    pattern = tote({"kind": "flap", "cover": "180 mm", "sewn": "across", "below": "25 mm", "shape": "straight"})
    assert pattern["flap"].panel.edge("left").length == pytest.approx(25 + 120 + 180)
    assert pattern.draft.seam("flap to back").kind is SeamKind.PLACEMENT
    line = pattern["back"].panel.along("flap line").path
    assert pattern["back"].panel.edge("top").path.start.imag - line.start.imag == pytest.approx(25)


def test_a_flap_s_inner_layer_is_smaller_at_its_free_edges() -> None:
    pattern = tote({"kind": "flap", "shape": "straight", "width": "200 mm", "cover": "150 mm"})
    outer, inner = (pattern[name].panel for name in ("flap", "flap-lining"))
    assert outer.edge("bottom").length - inner.edge("bottom").length == pytest.approx(2 * 2)
    assert outer.edge("left").length - inner.edge("left").length == pytest.approx(2)


def test_a_slanted_flap_and_its_inner_layer_are_mirror_images() -> None:
    """Right sides together, the lower side of the one lies on that of the other."""
    pattern = tote({"kind": "flap", "shape": "slanted", "tip": "60 mm", "lock": "none"})
    outer, inner = (pattern[name].panel.edge("bottom").path for name in ("flap", "flap-lining"))
    assert outer.start.imag - outer.end.imag == pytest.approx(60)
    assert inner.end.imag - inner.start.imag == pytest.approx(60)


def test_the_strips_of_a_recessed_zip_meet_over_the_bag() -> None:
    """The rim of a face is 300 + 120 long, its strips end 13 mm before its ends, and half the depth is 60."""
    pattern = tote({"kind": "recessed-zip"})
    strip = pattern["zip-strip"].panel
    assert strip.edge("rim").length == pytest.approx(420 - 2 * 13)
    assert strip.edge("right end").length == pytest.approx(60)
    caught = [each for each in pattern.draft.seam("rim").caught if each.runs[0].panel == "zip-strip"]
    assert [each.at for each in caught] == pytest.approx([13, 420 + 13])
    (notion,) = (each for each in pattern.notions if each.kind == "zip")
    assert notion.length == pytest.approx(420 - 26 + 50)


def test_all_that_is_wrong_with_a_recessed_zip_is_told_at_once() -> None:
    """Strips of 30 mm do not meet over a depth of 120, and of a rim of 240 + 120 mm two gaps of 150 leave 60."""
    with pytest.raises(InputError) as caught:
        tote({"kind": "recessed-zip", "strip": "30 mm", "gap": "150 mm"}, dimensions={**SIZE, "width": "24 cm"})
    assert [problem.key for problem in caught.value.problems] == ["closure.strip", "closure.gap"]


@pytest.mark.parametrize("kind", ["magnetic-snap", "snap-tab", "recessed-zip", "flap"])
def test_what_the_seam_of_the_rim_holds_needs_a_lining(kind: str) -> None:
    with pytest.raises(bagpattern.InputError, match="lining"):
        tote({"kind": kind}, lining={"kind": "none"})


def test_an_unlined_bag_has_its_flap_sewn_across_the_back() -> None:
    assert "flap to back" in {
        seam.id for seam in tote({"kind": "flap", "sewn": "across"}, lining={"kind": "none"}).seams
    }


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"cover": "400 mm"}, "reaches beyond the upright front: make it at most"),
        ({"width": "500 mm"}, "is wider than the rim"),
        ({"cover": "35 mm"}, "leaves no place for the lock"),
        ({"shape": "pointed", "cover": "100 mm", "tip": "95 mm"}, "leaves no sides on the front"),
        ({"radius": "200 mm"}, "is more than half the flap"),
    ],
)
def test_what_no_flap_can_be_is_refused(values: dict[str, str], message: str) -> None:
    with pytest.raises(bagpattern.InputError, match=message):
        tote({"kind": "flap", **values})


def test_buckles_hang_below_the_flap_and_meet_their_halves_on_the_front() -> None:
    """The straps' middles lie 35 above the edge; the halves on the front 35 + 2.4 x 25 + 25 = 120 lower."""
    pattern = tote({"kind": "flap", "lock": "buckle", "locks": 2, "cover": "150 mm", "shape": "straight"})
    middles = {}
    for piece in ("flap", "front"):
        panel = pattern[piece].panel
        centre = panel.edge("hinge" if piece == "flap" else "top").path
        for name in ("strap 1", "strap 2"):
            left, bottom, right, top = panel.along(name).path.bounds
            at = centre.point_at(centre.length / 2)
            middles[piece, name] = ((left + right) / 2 - at.real, at.imag - (bottom + top) / 2)
    for name in ("strap 1", "strap 2"):
        (x, down), (other_x, other_down) = middles["flap", name], middles["front", name]
        assert x == pytest.approx(other_x)
        assert down == pytest.approx(120 + 150 - 35)
        assert other_down == pytest.approx(150 - 35 + 120)
    bought = {notion.id: notion for notion in pattern.notions}
    assert bought["flap webbing"].length == pytest.approx(2 * (50 + 60 + 200 + 100))
    assert (bought["flap buckle"].count, bought["flap buckle"].width) == (2, 25.0)


@pytest.mark.parametrize(
    ("closure", "message"),
    [
        (
            {"lock": "buckle", "cover": "25 cm"},
            "cover: leaves no place for the buckle below it: make it at most 208 mm",
        ),
        ({"lock": "none", "locks": 2}, "locks: nothing locks the flap: leave this out"),
        ({"lock": "none", "inset": "30 mm"}, "inset: nothing locks the flap: leave this out"),
        ({"lock": "turn-lock", "size": "15 mm"}, "size: only snaps and buckles are sold in sizes: leave this out"),
        ({"lock": "snap", "locks": 3, "width": "60 mm"}, "locks: 3 locks do not find room beside each other: make it"),
    ],
    ids=str,
)
def test_locks_that_do_not_go_on_a_flap_are_refused(closure: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        tote({"kind": "flap", **closure})


@pytest.mark.parametrize("ends", ["caught", "tabs"])
def test_a_straight_zip_joins_the_rims_from_side_to_side(ends: str) -> None:
    """30 + 12 cm of zip; the bag is a wedge: 12 x (30 / 2 + 12 / 6) x 33 cm3."""
    pattern = tote({"kind": "straight-zip", "ends": ends})
    seam = pattern.draft.seam("main zip")
    assert pattern.draft.side_length(seam.a) == pytest.approx(420)
    assert pattern.finished.volume == pytest.approx(12 * 17 * 33 / 1000)
    assert pattern["front"].panel.edge("top").zip > 0


def test_a_straight_zip_needs_two_rims_that_meet_at_the_sides() -> None:
    with pytest.raises(InputError, match=r'closure\.kind: .* this bag has walls between: write kind = "recessed-zip"'):
        tote({"kind": "straight-zip"}, build="five-panel")


def test_handles_are_sewn_on_beside_a_zip() -> None:
    pattern = tote({"kind": "straight-zip", "zip": "#5"}, handles={"kind": "webbing"})
    panel = pattern["front"].panel
    _, _, _, top = panel.along("handle 1 left").path.bounds
    assert panel.edge("top").path.start.imag - top == pytest.approx(12 / 2 + 10)  # half of what shows of a #5


@pytest.mark.parametrize("style", ["messenger", "clutch"])
@pytest.mark.parametrize("sewn", ["rim", "across"])
def test_a_flaps_lining_may_be_as_large_as_the_flap(style: str, sewn: str) -> None:
    """Then nothing is eased in, and the step says so."""
    pattern = bagpattern.make({"style": style, "closure": {"kind": "flap", "sewn": sewn, "roll": "0 mm"}})
    assert pattern.errors == ()
    assert pattern["flap"].cut_width == pytest.approx(pattern["flap-lining"].cut_width)
    assert pattern["flap"].cut_height == pytest.approx(pattern["flap-lining"].cut_height)
    (seam,) = (each for each in pattern.draft.seams if each.id == "flap edge")
    assert seam.ease == pytest.approx(0.0, abs=1e-9)
    assert "easing the outer" not in "".join(str(step.step.text) for step in pattern.steps)
