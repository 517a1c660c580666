"""A second full compartment: the bag's depth in two, a wall in the seam between two bands, two linings, two zips."""

from __future__ import annotations

from typing import Any

import pytest

import bagpattern
from bagpattern.contents_fit import fit
from bagpattern.errors import InputError
from bagpattern.model.seam import SeamKind
from bagpattern.parts.holding.stowing import room_of

ROOM = {"name": "front room", "kind": "second", "depth": "6 cm"}


def made(*more: dict[str, Any], room: dict[str, Any] = ROOM, **settings: Any) -> bagpattern.Pattern:
    sizes = {"width": "26 cm", "height": "34 cm", "depth": "15 cm"}
    pattern = bagpattern.make(
        {"style": "mini-backpack", "dimensions": sizes, "compartments": [room, *more], **settings}
    )
    assert pattern.errors == ()
    return pattern


def depth(pattern: bagpattern.Pattern, band: str) -> float:
    return pattern[band].panel.edge("right end").length


def test_both_compartments_together_are_as_deep_as_the_bag() -> None:
    pattern = made()
    assert (depth(pattern, "base-band"), depth(pattern, "second-base-band")) == pytest.approx((90, 60))
    assert pattern.finished.depth == pytest.approx(150)
    assert bagpattern.make("mini-backpack-double").finished.depth == pytest.approx(160)


def test_depth_by_rule_is_two_fifths_or_what_it_is_to_hold_needs() -> None:
    plain = made(room={"name": "a", "kind": "second"})
    assert depth(plain, "second-base-band") == pytest.approx(60)
    held = made(room={"name": "a", "kind": "second", "holds": ["bottle-500"]})
    inset = (depth(held, "second-base-band") - depth(held, "second-lining-base-band")) / 2
    assert depth(held, "second-base-band") == pytest.approx(75 + 10 + 2 * inset, abs=5)
    assert fit(held).fits


def test_the_middle_is_held_all_round_between_the_bands_and_each_face_is_sewn_to_its_own() -> None:
    pattern = made()
    joints = [seam for seam in pattern.seams if any(run.panel == "middle" for each in seam.caught for run in each.runs)]
    assert {seam.id for seam in joints} == {"second base band to base band", "second zip band to zip band"}
    held = sum(pattern.draft.run_length(run) for seam in joints for each in seam.caught for run in each.runs)
    assert held == pytest.approx(pattern["middle"].panel.stitching_line.length)
    for seam in joints:
        assert {run.panel.startswith("second-") for run in seam.a} == {False}
        assert {run.panel.startswith("second-") for run in seam.b} == {True}
    assert {run.panel for seam in pattern.seams for run in seam.b if seam.id.startswith("front to")} == {
        "second-base-band",
        "second-zip-band-front",
    }


def test_the_middle_carries_the_notches_of_the_bands() -> None:
    pattern = made()
    for piece, band in (("base-band", "base band"), ("zip-band-front", "zip band")):
        joint = f"second {band} to {band}"
        marks = {
            name: [each for each in pattern[name].panel.notches if each.seam == joint] for name in (piece, "middle")
        }
        assert marks[piece]
        assert len(marks["middle"]) == len(marks[piece])
        assert {each.on for each in marks["middle"]} <= {"left", "bottom", "right", "top"}


def test_each_compartment_has_its_zip_tabs_sliders_and_lining_and_one_gap_turns_both() -> None:
    pattern = made()
    zips = [seam for seam in pattern.seams if seam.kind is SeamKind.ZIP]
    assert {seam.zip for seam in zips} == {"main zip", "second zip"}
    for seam in zips:
        prefix = "second-" if seam.zip == "second zip" else ""
        caught = {run.panel for each in seam.caught for run in each.runs}
        halves = {f"{prefix}lining-zip-band-{face}" for face in ("front", "back")}
        assert caught == {f"{prefix}zip-tab", *halves}
    assert sum(notion.count for notion in pattern.notions if notion.kind == "zip-slider") == 4
    assert [seam.a[0].panel for seam in pattern.seams if seam.kind is SeamKind.GAP] == ["lining-front"]
    inset = depth(pattern, "base-band") - depth(pattern, "lining-base-band")
    assert depth(pattern, "second-base-band") - depth(pattern, "second-lining-base-band") == pytest.approx(inset)


def test_each_compartment_is_whole_before_the_two_are_joined() -> None:
    sewn = [seam for each in made().steps for seam in each.step.seams]
    order = [
        "second zip",
        "second-band right end",
        "front to base band",
        "back to base band",
        "second-lining-back to base band",
        "second base band to base band",
    ]
    assert sorted(order, key=sewn.index) == order


def test_what_lies_in_a_compartment_takes_from_its_depth_alone() -> None:
    pockets = [
        {"name": "inner", "kind": "slip", "panel": "second-lining-back", "holds": ["power-bank"]},
        {"name": "outer", "kind": "zip-window", "panel": "front"},
        {"name": "rear", "kind": "slip", "panel": "lining-back", "holds": ["iphone-16"]},
    ]
    draft = made(room={**ROOM, "holds": ["sunglasses-soft"]}, pockets=pockets).draft
    rooms = {space.id: getattr(room_of(draft, space), "id", None) for space in draft.spaces}
    assert rooms == {
        "front-room": "front-room",
        "inner": "front-room",
        "outer": "front-room",
        "rear": "main space",
        "main space": "main space",
    }


def test_too_much_in_the_second_compartment_is_found_there() -> None:
    pockets = [
        {"name": f"on {name}", "kind": "slip", "panel": f"second-lining-{name}", "holds": ["power-bank"]}
        for name in ("front", "back")
    ]
    full = made(room={**ROOM, "holds": ["sunglasses-hard"], "depth": "75 mm"}, pockets=pockets)
    assert any(finding.code == "BP116" and "deeper" in str(finding.message) for finding in full.findings)
    assert not any(finding.code == "BP116" for finding in made(pockets=pockets[:1]).findings)


@pytest.mark.parametrize("kind", ["sleeve", "slip", "zip-between", "full"])
@pytest.mark.parametrize("panel", ["second-lining-front", "second-lining-back"])
def test_its_lining_takes_pockets_sleeves_and_style_lines(kind: str, panel: str) -> None:
    part = {"name": "test", "kind": kind, "panel": panel}
    line = {"name": "line", "kind": "across", "panel": panel, "left": "7 cm", "right": "7 cm"}
    assert made(part)["test"] if kind == "sleeve" else made(pockets=[part])
    assert made(style_lines=[line])[f"{panel}-line-upper"]


def test_no_hand_comes_to_the_middle() -> None:
    with pytest.raises(InputError, match="between linings"):
        made(pockets=[{"name": "test", "kind": "slip", "panel": "middle"}])


@pytest.mark.parametrize("straps", ["fabric", "webbing", "convertible"])
def test_straps_and_rings_find_their_places_as_before(straps: str) -> None:
    double = made(straps={"kind": straps})
    single = bagpattern.make(
        {"style": "mini-backpack", "dimensions": {"width": "26 cm", "height": "34 cm", "depth": "15 cm"},
         "straps": {"kind": straps}}
    )  # fmt: skip
    backs = [{line.name: line.path for line in each["back"].panel.lines} for each in (double, single)]
    assert backs[0] == backs[1]


def test_sizes_from_contents_give_each_compartment_the_depth_for_its_own_things() -> None:
    room = {"name": "front room", "kind": "second", "holds": ["power-bank"]}
    pocket = {"name": "inner", "kind": "slip", "panel": "second-lining-back", "holds": ["passport"]}
    settings: dict[str, Any] = {"style": "mini-backpack", "dimensions": "from contents", "holds": ["bottle-500"]}
    single = bagpattern.make(settings)
    double = bagpattern.make({**settings, "compartments": [room], "pockets": [pocket]})
    assert depth(double, "base-band") == pytest.approx(85)
    assert depth(double, "second-base-band") < 60
    assert double.finished.depth == pytest.approx(depth(double, "base-band") + depth(double, "second-base-band"))
    assert double.finished.height == pytest.approx(single.finished.height)
    assert "in front: the second compartment" in str(double.finished.because[-1])
    assert fit(double).fits
