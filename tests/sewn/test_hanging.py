"""What hangs down from a bag that stands, lies over its mouth or stands up from it: outside of the cloth."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bagpattern.pipeline import make
from bagpattern.sewn.dress.hanging import hanging, turning
from bagpattern.sewn.dress.mesh import run_of

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import Floats, SewnBag


@cache
def pattern_of(style: str, closure: str) -> Pattern:
    return make({"style": style, "closure": {"kind": closure}})


def body_of(bag: SewnBag) -> Floats:
    return np.concatenate([each.points for each in bag.surfaces[: bag.body]])


def points_of(bag: SewnBag, piece: str) -> Floats:
    return np.concatenate([each.points for each in bag.surfaces if each.piece == piece])


CLOSED = [("basket-bag", "flap"), ("tote", "flap"), *((each, "snap-tab") for each in ("basket-bag", "tote", "bucket"))]


@pytest.mark.parametrize(("style", "closure"), CLOSED)
def test_what_closes_a_rim_comes_from_its_back_over_it_to_its_front(style: str, closure: str) -> None:
    """From the rim of what stands highest: a collar, where the box below it has one; it ends before the front."""
    bag = pattern_of(style, closure).sewn()
    body, flap = body_of(bag), points_of(bag, closure)
    high = body[:, 1].max()
    assert high - 25.0 < flap[:, 1].max() < high + 8.0
    assert flap[:, 1].min() > 0.0
    lowest = flap[flap[:, 1].argmin()]
    level = body[(np.abs(body[:, 1] - lowest[1]) < 12.0) & (np.abs(body[:, 0] - lowest[0]) < 25.0)]
    assert -10.0 < lowest[2] - level[:, 2].max() < 30.0  # a wall that is drawn in comes forward below
    assert flap[flap[:, 1] > high - 40.0][:, 2].min() < 0.0


@pytest.mark.parametrize("style", ["basket-bag", "tote", "bucket"])
def test_a_tab_draws_both_rims_together_in_the_middle_and_the_sides_alike(style: str) -> None:
    pattern = pattern_of(style, "snap-tab")
    body = body_of(pattern.sewn())
    closing = next(each for each in pattern.draft.closings if each.panels)
    rim = body[body[:, 1] > body[:, 1].max() - 60.0]
    middle = rim[np.abs(rim[:, 0]) < 12.0]
    near = middle[middle[:, 1] > middle[:, 1].max() - 12.0]
    assert np.ptp(near[:, 2]) < closing.over + 30.0
    assert rim[:, 0].max() == pytest.approx(-rim[:, 0].min(), abs=4.0)
    deep = [np.ptp(rim[sign * rim[:, 0] > 0.7 * rim[:, 0].max()][:, 2]) for sign in (1, -1)]
    assert deep[0] == pytest.approx(deep[1], abs=10.0)


def test_the_half_of_a_snap_that_a_tab_lies_on_is_seen_when_it_is_opened() -> None:
    pattern = pattern_of("basket-bag", "snap-tab")
    closed, opened = pattern.sewn(), pattern.sewn(opened=True)
    shut, apart = ([each for each in bag.surfaces if each.notion == "snap tab snap"] for bag in (closed, opened))
    assert len(shut) == 1
    assert len(apart) == 2


@pytest.mark.parametrize("preset", ["messenger", "clutch-boxed", "crossbody-flap", "basket-bag"])
def test_a_flap_goes_round_the_edges_of_the_bag(preset: str) -> None:
    """No rim comes out through it where it turns down: each place of the body under it is some way behind it."""
    bag = (pattern_of(preset, "flap") if preset == "basket-bag" else make(preset)).sewn()
    flap = next(each for each in bag.surfaces if each.piece == "flap")
    corners = flap.points[flap.triangles]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    middles = corners.mean(axis=1)
    outer = (normals[:, 1] > 0.3) | (normals[:, 2] > 0.3)
    body = body_of(bag)
    edge = body[(np.abs(body[:, 0]) < 0.8 * flap.points[:, 0].max()) & (body[:, 1] > body[:, 1].max() - 6.0)]
    for place in edge[edge[:, 2] > 0.0]:
        away = middles[outer] - place
        nearest = np.argmin(np.linalg.norm(away, axis=1))
        assert away[nearest] @ normals[outer][nearest] > 0.6


def test_handles_from_a_seam_far_below_the_rim_fall_down() -> None:
    bag = pattern_of("basket-bag", "snap-tab").sewn()
    seam = bag.surfaces[0].points[:, 1].max()
    handles = [each.points for each in bag.surfaces if each.piece == "handle"]
    assert all(each[:, 1].min() < seam - 30.0 for each in handles)


@pytest.mark.parametrize("preset", ["handbag", "handbag-day"])
def test_handles_from_a_seam_near_the_top_stand_up(preset: str) -> None:
    """The wall above it leans away from them: there is nothing that would push them down."""
    bag = make(preset).sewn()
    body = body_of(bag)
    for each in (each.points for each in bag.surfaces if each.piece == "handle"):
        assert each[:, 1].max() > body[:, 1].max() + 40.0
        assert np.ptp(each[:, 2]) < np.ptp(each[:, 1])


@pytest.mark.parametrize("preset", ["cosmetic-bag", "flat-pouch", "travel-wallet"])
def test_tabs_at_the_ends_of_a_zip_are_as_wide_as_it_shows(preset: str) -> None:
    """What of them is beside it lies in the seams: they are no wings."""
    pattern = make(preset)
    tabs = [each for each in pattern.sewn().surfaces if "tab" in each.piece and "zip" in each.piece]
    shown = max(edge.zip for panel in pattern.draft.panels for edge in panel.edges)
    assert tabs
    assert all(np.ptp(each.points[:, 2]) < shown + 3.0 for each in tabs)


def test_a_folded_tab_lies_on_its_zip_once_and_its_slider_is_before_it() -> None:
    bag = make("flat-pouch").sewn()
    tabs = [each.points for each in bag.surfaces if each.piece == "zip-tab"]
    (slider,) = (each.points for each in bag.surfaces if each.name == "zip puller")
    assert len(tabs) == 2
    assert all(np.ptp(each[:, 1]) < 4.0 for each in tabs)  # neither stands up
    head = slider[slider[:, 1] > slider[:, 1].max() - 1.0]
    assert np.abs(head[:, 0]).min() < min(np.abs(each[:, 0]).min() for each in tabs)


def test_long_handles_that_fall_lie_on_the_ground() -> None:
    bag = make({"style": "basket-bag", "handles": {"drop": "29 cm"}}).sewn()
    handles = [each.points for each in bag.surfaces if each.piece == "handle"]
    assert min(each[:, 1].min() for each in handles) > -2.0  # half as thick as they are
    assert max(np.abs(each[:, 2]).max() for each in handles) > 190.0


def test_a_pull_that_is_longer_than_its_slider_is_high_lies_on_the_ground() -> None:
    pulled = {"name": "pull", "kind": "zip-pull", "length": "10 cm"}
    bag = make({"style": "box-pouch", "fittings": [pulled]}).sewn()
    places = points_of(bag, "pull")
    assert places[:, 1].min() >= 0.0
    assert places[:, 1].min() < 2.0 < np.ptp(places[:, 0])


@pytest.mark.parametrize("length", [260.0, 500.0, 1200.0])
def test_a_hanging_strap_keeps_its_length(length: float) -> None:
    curve = hanging((0, 0, 0), (0, 1, 0), (200, 0, 0), (0, 1, 0.2), length)
    assert run_of(curve)[-1] == pytest.approx(length, rel=0.005)
    assert np.allclose(curve[0], (0, 0, 0))
    assert np.allclose(curve[-1], (200, 0, 0))


def test_a_strap_that_is_too_short_is_straight() -> None:
    curve = hanging((0, 0, 0), (0, 1, 0), (200, 0, 0), (0, 1, 0), 150.0)
    assert run_of(curve)[-1] == pytest.approx(200.0)


def test_the_normals_of_a_strap_are_square_to_it() -> None:
    curve = hanging((0, 0, 0), (0, 1, 0), (200, 0, 0), (0, 1, 0.5), 500.0)
    ups = turning(curve, (0, 0, 1), (1, 0, 0))
    along = np.gradient(curve, axis=0)
    assert np.abs((ups * along).sum(axis=1)).max() < 1e-6


def test_a_flap_over_a_mouth_hangs_evenly() -> None:
    """Dents of the rim that it goes over are not seen at its lower edge: it is a parabola within 2 mm."""
    bag = make({"style": "basket-bag", "closure": {"kind": "flap", "sewn": "across"}}).sewn()
    (flap,) = (each.points for each in bag.surfaces if each.piece == "flap")
    half = np.ptp(flap[:, 0]) / 2
    steps = np.linspace(-0.6 * half, 0.6 * half, 15)
    low = [flap[(flap[:, 0] >= start) & (flap[:, 0] <= end), 1].min() for start, end in pairwise(steps)]
    across = (steps[1:] + steps[:-1]) / 2
    assert np.abs(low - np.polyval(np.polyfit(across, low, 2), across)).max() < 2.0


def locked(lock: str, sewn: str) -> tuple[SewnBag, SewnBag]:
    """A bag whose flap has two locks: closed, and opened."""
    closure = {"kind": "flap", "lock": lock, "locks": 2, "sewn": sewn}
    pattern = make({"style": "messenger", "closure": closure})
    return pattern.sewn(), pattern.sewn(opened=True)


def bought(bag: SewnBag, notion: str) -> list[Floats]:
    return [each.points for each in bag.surfaces if each.notion == notion]


@pytest.mark.parametrize("sewn", ["rim", "in-one"])
def test_a_buckle_hangs_between_its_webbing_on_the_flap_and_on_the_front(sewn: str) -> None:
    """No webbing leads from one to another, or over the bag; undone, either half is on what holds it."""
    closed, opened = locked("buckle", sewn)
    high = body_of(closed)[:, 1].max()
    halves, (webbing,) = bought(closed, "flap buckle"), bought(closed, "flap webbing")
    assert len(halves) == 4
    assert webbing[:, 1].max() < high - 50.0
    assert np.abs(webbing[:, 0]).min() > 40.0
    lowest = points_of(closed, "flap")[:, 1].min() if sewn == "rim" else high
    assert all(each[:, 1].max() < lowest and each[:, 2].min() > 0.0 for each in halves)
    on_flap = [each[:, 1].min() > high for each in bought(opened, "flap buckle")]
    assert sorted(on_flap) == [False, False, True, True]


@pytest.mark.parametrize("sewn", ["rim", "in-one"])
def test_the_tongue_of_a_tuck_lock_reaches_beyond_the_flap_to_its_plate(sewn: str) -> None:
    closed, opened = locked("tuck-lock", sewn)
    tongues = [each for each in bought(opened, "flap tuck-lock") if each[:, 1].mean() > body_of(opened)[:, 1].max()]
    assert len(tongues) == len(bought(closed, "flap tuck-lock")) / 2 == 2
    highest = max(each.points[:, 1].max() for each in opened.surfaces if each.material == "lining")
    assert all(each[:, 1].max() > highest + 4.0 for each in tongues)


@pytest.mark.parametrize("style", ["tote", "bucket"])
def test_a_recessed_zip_stays_within_the_walls(style: str) -> None:
    """Round the corners of a rim, too, where its strips go: seen from above, nothing of it is beside the bag."""
    bag = pattern_of(style, "recessed-zip").sewn()
    wall = [each.points for each in bag.surfaces[: bag.body]]
    most = np.concatenate(wall)[:, [0, 2]].max(axis=0)
    for each in bag.surfaces[bag.body :]:
        if each.notion.startswith("recessed zip") or each.piece.startswith("zip-strip"):
            assert (np.abs(each.points[:, [0, 2]]).max(axis=0) < most - 0.3).all()


def test_a_recessed_zip_in_a_flat_mouth_is_told_to_be_inside() -> None:
    bag = make({"style": "hobo", "closure": {"kind": "recessed-zip"}, "dimensions": {"dip": "0 mm"}}).sewn()
    assert {"zip-strip", "zip-strip-lining", "recessed zip"} <= bag.notes.keys()
    assert not any(each.piece.startswith("zip-strip") for each in bag.surfaces)


@pytest.mark.parametrize("cover", ["9 cm", "20 cm"])
def test_a_flap_goes_over_what_stands_out_under_it_and_by_nothing_else(cover: str) -> None:
    bellows = {"name": "bellows", "kind": "bellows", "panel": "front"}
    bag = make({"style": "messenger", "closure": {"kind": "flap", "cover": cover}, "compartments": [bellows]}).sewn()
    flap, face = points_of(bag, "flap"), points_of(bag, "bellows")
    edge = flap[:, 1].min()
    under = face[face[:, 1] > edge + 10.0]
    assert len(under) > 50 or cover == "9 cm"
    for place in under:
        beside = np.linalg.norm(flap[:, :2] - place[:2], axis=1) < 8.0
        assert flap[beside, 2].max() > place[2]
    low = flap[flap[:, 1] < edge + 1.0]
    assert (low[:, 2].max() > face[:, 2].max() - 1.0) == (cover == "20 cm")
