"""Ways to close the rim of an open bag, reckoned by hand on a tote of 30 x 33 x 12 cm."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
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
