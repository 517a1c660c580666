"""What straps are sewn to, where hardware sits, what closes the bag: told by hand for a few bags."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bagpattern.attached.built import Build, build_of, thickness_of
from bagpattern.attached.hanging import Hanging, hangings
from bagpattern.attached.hardware import hardware
from bagpattern.model.closing import Closes
from bagpattern.model.draft import Draft
from bagpattern.model.strap import Mode
from bagpattern.pipeline import make


def straps(draft: Draft, of: str) -> list[Hanging]:
    return [each for each in hangings(draft) if each.of == of]


def test_a_shoulder_strap_hangs_from_the_anchor_and_is_folded_round_its_slider() -> None:
    """44 to 75 cm are the range that is told for a usual adult, of a strap that is cut 4 cm longer."""
    draft = make("mini-backpack").draft
    left, right = straps(draft, "shoulder-strap")
    for each in (left, right):
        assert each.strap is not None
        assert (each.strap.mode, each.strap.width, each.strap.most) == (Mode.SHOULDER, 25.0, 750.0)
        assert each.strap.least == pytest.approx(455.0)
        assert each.length == 790.0
        upper, lower = each.ends
        assert [place.on for place in upper.places] == [f"strap {each.copy}", "strap-anchor"]
        assert lower.through == ("strap slider",)
        assert {place.panel for place in upper.places} == {"back"}
    assert left.ends[0].places[0].at.real < right.ends[0].places[0].at.real


def test_a_strap_is_as_thick_as_its_layers() -> None:
    """Canvas of 0.6 mm in four; nylon of 0.4 on either side of foam of 4.5; webbing as a shop has it."""
    for preset, strap, build, thick in (
        ("mini-backpack", "shoulder-strap", Build.FOLDED, 2.4),
        ("daypack", "shoulder-strap", Build.PADDED, 5.3),
        ("tote-work", "handle", Build.WEBBING, 1.6),
    ):
        pattern = make(preset)
        bought = [each for each in pattern.notions if each.id == strap]
        of = bought[0] if bought else pattern.draft[strap]
        assert build_of(pattern, of) is build
        assert thickness_of(pattern, of) == pytest.approx(thick)


def test_straps_leave_the_seam_or_the_line_that_holds_them() -> None:
    """Tabs off the lower edge and off the sides of a back; a strap hangs down from its anchor, a handle stands up."""
    draft = make("mini-backpack").draft
    found = {(each.of, each.copy): each.ends[0].leaves for each in hangings(draft) if each.ends}
    assert found["strap-tab", 1] == found["shoulder-strap", 1] == pytest.approx(-1j)
    assert [found["side-tab", copy] for copy in (1, 2)] == [1, -1]
    handle = found["handle", 1]
    assert handle is not None
    assert handle.imag > 0.99
    assert [each.direction for each in hardware(draft) if each.notion.id == "side-tab ring"] == [1, -1]


def test_webbing_ends_where_it_is_marked_on_the_panels() -> None:
    draft = make("tote-work").draft
    first, second = straps(draft, "handle")
    assert (first.bought, first.width) == (True, 32.0)
    assert [[place.panel for place in end.places] for end in (*first.ends, *second.ends)] == [
        ["front"],
        ["front"],
        ["back"],
        ["back"],
    ]


def test_a_handle_that_is_sewn_on_is_as_long_as_what_is_free_of_it() -> None:
    settings = {"style": "tote", "handles": {"length": "50 cm", "ends": "sewn-on", "reach": "60 mm"}}
    (one, _) = straps(make(settings).draft, "handle")
    assert one.length == pytest.approx(620.0)
    assert one.strap is not None
    assert one.strap.most == pytest.approx(500.0)


def test_the_ends_of_a_cord_are_tied_to_rings() -> None:
    one, other = straps(make("drawstring-backpack").draft, "cord strap")
    assert one.hooks == other.hooks == "base-tab ring"


def test_each_ring_is_in_a_tab_of_its_own_and_each_hook_on_a_ring() -> None:
    found = [each for each in hardware(make("mini-backpack").draft) if each.notion.owner == "crossbody"]
    rings = [each for each in found if each.notion.kind == "ring"]
    hooks = [each.hooks for each in found if each.notion.kind == "swivel"]
    assert [(each.threads.of, each.threads.copy) for each in rings if each.threads] == [
        ("side-tab", 1),
        ("side-tab", 2),
    ]
    assert hooks == [("side-tab ring", 1), ("side-tab ring", 2)]


def test_eyelets_and_feet_have_a_hole_each() -> None:
    settings = {"style": "bucket", "closure": {"kind": "drawstring", "through": "eyelets"}}
    eyelets = [
        [seat.place for seat in each.seats] for each in hardware(make(settings).draft) if each.notion.kind == "eyelet"
    ]
    assert len(eyelets) >= 4
    assert all(len(places) == 1 for places in eyelets)
    assert len({places[0] for places in eyelets}) == len(eyelets)


def test_both_halves_of_each_of_three_locks_lie_one_over_the_other() -> None:
    settings = {"style": "messenger", "closure": {"kind": "flap", "lock": "magnetic-snap", "locks": 3}}
    draft = make(settings).draft
    snaps = [each for each in hardware(draft) if each.notion.kind == "magnetic-snap"]
    apart = [{seat.place.panel: seat.place.at.real for seat in each.seats} for each in snaps]
    assert [set(each) for each in apart] == [{"front", "flap-lining"}] * 3
    steps = [(b["front"] - a["front"], b["flap-lining"] - a["flap-lining"]) for a, b in pairwise(apart)]
    assert all(abs(abs(front) - abs(flap)) < 2.0 for front, flap in steps)


@pytest.mark.parametrize(
    ("preset", "kinds"),
    [
        ("mini-backpack", [Closes.ZIP]),
        ("mini-backpack-double", [Closes.ZIP, Closes.ZIP]),
        ("messenger", [Closes.FLAP]),
        ("roll-top", [Closes.ROLL]),
        ("tote", []),
    ],
)
def test_what_closes_a_bag_is_told(preset: str, kinds: list[Closes]) -> None:
    assert [each.kind for each in make(preset).draft.closings] == kinds


def test_a_rim_is_rolled_to_its_lines() -> None:
    draft = make("roll-top").draft
    (closing,) = draft.closings
    lines = [(panel.id, line) for panel in draft.panels for line in panel.lines if line.closes is Closes.ROLL]
    assert closing.turns == 3
    assert [panel for panel, _ in lines] == ["front", "back"]
    top = draft["front"].edge("top").path.start.imag
    assert top - lines[0][1].path.start.imag == pytest.approx(3 * 25.0)
