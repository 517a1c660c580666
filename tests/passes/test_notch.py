"""Where notches go: at what must meet, on both sides, not too near and not too far."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from bagpattern.geometry.shapes import rectangle, rounded_panel
from bagpattern.model.draft import Draft
from bagpattern.model.marks import NotchKind
from bagpattern.model.panel import Panel, Role
from bagpattern.model.seam import Caught, Run, Seam
from bagpattern.passes.notch import seam_notches
from bagpattern.said import Name
from tests.checks.bags import box, edges, lined, pattern, pouch


def strip(name: str, length: float, count: int = 1) -> Panel:
    return Panel(name, Name(name), "shell", Role.BODY, edges(rectangle(length, 40)), count=count)


def places(draft: Draft, seam: Seam, panel: str, on: str = "bottom") -> list[float]:
    """Where the seam's notches lie along one edge."""
    return sorted(each.at for name, each in seam_notches(draft, seam) if (name, each.on) == (panel, on))


def straight(length: float, **changes: object) -> tuple[Draft, Seam]:
    """Two equal strips sewn bottom to bottom."""
    seam = Seam("seam", (Run("one", "bottom"),), (Run("two", "bottom"),), marked=True)
    return Draft((strip("one", length), strip("two", length))), replace(seam, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(("length", "parts"), [(400, 4), (700, 6), (1300, 10)])
def test_centre_and_fillers_on_a_straight_seam(length: float, parts: int) -> None:
    """Its two halves in equal parts, none over 150 mm."""
    draft, seam = straight(length)
    even = [length / parts * number for number in range(1, parts)]
    assert places(draft, seam, "one") == pytest.approx(even)
    assert places(draft, seam, "two") == pytest.approx(even)


def test_a_seam_that_is_not_marked_gets_none() -> None:
    assert list(seam_notches(*straight(400, marked=False))) == []


def test_a_short_seam_gets_none() -> None:
    assert list(seam_notches(*straight(55))) == []


def test_a_short_seam_gets_its_joins() -> None:
    draft, seam = straight(55, a=(Run("one", "bottom", end=30.0), Run("three", "bottom")))
    assert places(draft + Draft((strip("three", 25),)), seam, "two") == pytest.approx([30])


def test_joins_are_marked_at_the_end_of_the_first_run() -> None:
    draft = Draft((strip("one", 100), strip("two", 140), strip("long", 240)))
    seam = Seam("seam", (Run("one", "bottom"), Run("two", "bottom")), (Run("long", "bottom"),), marked=True)
    assert 100 in places(draft, seam, "one")
    assert 0 not in places(draft, seam, "two")
    assert 100 in [round(at, 6) for at in places(draft, seam, "long")]


def test_reversed_runs_are_measured_from_their_other_end() -> None:
    draft, seam = straight(250, b=(Run("two", "bottom", reversed=True),))
    seam = replace(seam, caught=(Caught((Run("two", "left"),), 30.0),))
    assert places(draft, seam, "one") == pytest.approx([30, 70, 125])
    assert places(draft, seam, "two") == pytest.approx([125, 180, 220])


def test_ease_is_spread_evenly() -> None:
    draft = Draft((strip("one", 200), strip("two", 220)))
    seam = Seam("seam", (Run("one", "bottom"),), (Run("two", "bottom"),), ease=20.0, marked=True)
    assert [at * 1.1 for at in places(draft, seam, "one")] == pytest.approx(places(draft, seam, "two"))


def test_curve_ends_and_curves() -> None:
    """A long curve has notches about 40 mm apart, a straight at most 150."""
    draft = pouch(400, 300, 100)
    seam = replace(draft.seam("bottom"), marked=True)
    found = places(draft, seam, "front")
    arc = draft["front"].edge("bottom").path.joints
    assert all(min(abs(at - joint) for at in found) < 1e-6 for joint in arc)
    assert all(high - low <= 60 for low, high in pairwise([at for at in found if at <= arc[0] + 1]))
    assert max(high - low for low, high in pairwise(found)) <= 150


def test_a_seam_that_starts_inside_an_edge_is_marked_there() -> None:
    draft = Draft((strip("long", 500), strip("patch", 200)))
    seam = Seam("seam", (Run("long", "bottom", 100.0, 300.0),), (Run("patch", "bottom"),), marked=True)
    assert places(draft, seam, "long") == pytest.approx([100, 200, 300])
    assert places(draft, seam, "patch") == pytest.approx([0, 100, 200])


def test_a_corner_inside_a_side_is_marked_on_the_other() -> None:
    """A strip that goes round a square corner is clipped there."""
    draft = Draft((strip("face", 120), strip("band", 160)))
    seam = Seam("seam", (Run("face", "bottom"), Run("face", "right")), (Run("band", "bottom"),), marked=True)
    assert 120 in [round(at, 6) for at in places(draft, seam, "band")]


def test_corners_that_meet_need_no_mark() -> None:
    draft = Draft((strip("one", 120), strip("two", 120)))
    a, b = ((Run(panel, "bottom"), Run(panel, "right")) for panel in ("one", "two"))
    assert places(draft, Seam("seam", a, b, marked=True), "one") == pytest.approx([60])


def test_a_closed_seam_is_marked_once_where_it_starts() -> None:
    """The start in the middle of a smooth edge; its end is the same place."""
    face = Panel("face", Name("face"), "shell", Role.BODY, edges(rounded_panel(200, 200, 60, 60)))
    around = ("bottom", "right", "top", "left")
    length = sum(face.edge(name).length for name in around)
    draft = Draft((face, strip("band", length)))
    seam = Seam("seam", tuple(Run("face", name) for name in around), (Run("band", "bottom"),), marked=True)
    on_band = places(draft, seam, "band")
    assert on_band[0] == 0
    assert on_band[-1] < length - 10


def test_what_is_caught_is_marked() -> None:
    draft, seam = straight(300)
    seam = replace(seam, caught=(Caught((Run("two", "left", 0.0, 25.0),), 60.0),))
    assert {60.0, 85.0} <= {round(at, 6) for at in places(draft, seam, "one")}


def test_what_is_caught_is_told_where_it_lies_along_one_edge() -> None:
    """40 mm, of which 10 are eased in: within the one edge of side a, across the join of side b, or past their end."""
    parts = Draft((strip("long", 240), strip("one", 80), strip("two", 160), strip("held", 40)))
    seam = Seam("seam", (Run("long", "bottom"),), (Run("one", "bottom"), Run("two", "bottom")), marked=True)

    def told(at: float) -> dict[str, list[float]]:
        caught = (Caught((Run("held", "bottom"),), at, ease=10.0),)
        found = [(name, each) for name, each in seam_notches(parts, replace(seam, caught=caught)) if each.holds]
        return {name: sorted({each.at for of, each in found if of == name}) for name, each in found}

    assert told(60.0) == {"long": [60.0, 90.0]}
    assert told(10.0) == {"long": [10.0, 40.0], "one": [10.0, 40.0]}
    assert told(210.0) == {"long": [210.0], "two": [130.0]}
    assert told(211.0) == {}


@pytest.mark.parametrize(("copies", "kept"), [(2, True), (4, True), (12, False)])
def test_copies_in_one_seam_carry_the_same_notches(copies: int, kept: bool) -> None:
    """A long side against copies of a short one: what is cut on the short one shows as often on the long one.

    Twelve would have the long side full of notches that mean nothing: of those only the joints stay.
    """
    long = 100 * copies
    draft = Draft((strip("short", 100, count=copies), strip("whole", long)))
    short = tuple(Run("short", "bottom", copy=copy) for copy in range(1, copies + 1))
    seam = Seam("seam", short, (Run("whole", "bottom"),), marked=True)
    on_short, on_whole = places(draft, seam, "short"), {round(at, 6) for at in places(draft, seam, "whole")}
    inside = {round(at, 6) for at in on_short if 1 < at < 99}
    assert bool(inside) == kept
    assert {round(at + 100 * copy, 6) for at in inside for copy in range(copies)} <= on_whole


def test_the_back_is_marked_double_where_it_has_an_edge_of_its_own() -> None:
    made = pattern(pouch())
    assert {each.kind for each in made.draft["back"].notches if each.on == "left"} == {NotchKind.DOUBLE}
    assert {each.kind for each in made.draft["back"].notches if each.on == "bottom"} == {NotchKind.SINGLE}
    base_to_front_and_back = pattern(box()).draft["front"].notches
    assert {each.kind for each in base_to_front_and_back} == {NotchKind.SINGLE}


def test_no_two_notches_of_a_seam_in_one_place() -> None:
    for draft in (pouch(), box(), lined(box())):
        for panel in pattern(draft).draft.panels:
            found = sorted((each.seam, each.on, each.at) for each in panel.notches)
            assert all(a[:2] != b[:2] or b[2] - a[2] > 1 for a, b in pairwise(found))


def test_notches_keep_their_distance() -> None:
    draft, seam = straight(200, a=(Run("one", "bottom", end=103.0), Run("three", "bottom")))
    found = places(draft + Draft((strip("three", 97),)), seam, "two")
    assert 103 in [round(at, 6) for at in found]
    assert all(high - low >= 8 for low, high in pairwise([0, *found, 200]))


def test_a_broken_seam_is_left_to_the_checks() -> None:
    for wrong in (Run("two", "hem"), Run("four", "bottom"), Run("two", "bottom", end=900.0), Run("two", "top", 5, 5)):
        draft, seam = straight(200, b=(wrong,))
        assert list(seam_notches(draft, seam)) == []


def test_a_line_can_be_marked_too() -> None:
    draft = pouch()
    panel = draft["front"]
    seam = Seam("on a line", (Run("front", "pocket"),), (Run("long", "bottom"),), marked=True)
    length = panel.along("pocket").length
    assert places(draft + Draft((strip("long", length),)), seam, "front", "pocket")
