"""Bags on their wearers: how high the figure is, that a bag rests against it, and how straps run over the body."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bagpattern.model.strap import Way
from bagpattern.pipeline import make
from bagpattern.sewn.bag import FIGURE, SewnBag
from bagpattern.sewn.build import sewn
from bagpattern.sewn.dress.mesh import run_of
from bagpattern.sewn.wearing.carrying import CARRYING, hand_at
from bagpattern.sewn.wearing.figure import HOLDING, figure
from bagpattern.sewn.wearing.placing import Placed, Run, placed
from bagpattern.sewn.wearing.taut import OFF, taut
from bagpattern.sewn.wearing.trunk import Trunk
from bagpattern.sewn.wearing.worn import worn

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats

LOOPS = ("wrist-strap", "handle-loop", "loop")
WORN = [
    ("mini-backpack", Way.BACKPACK),
    ("drawstring-backpack", Way.BACKPACK),
    ("convertible-backpack", Way.CROSSBODY),
    ("messenger", Way.CROSSBODY),
    ("tote", Way.SHOULDER),
    ("sling", Way.CHEST),
    ("fanny-pack", Way.HIP),
    ("duffle", Way.HAND),
]


@cache
def carried(preset: str, way: Way) -> tuple[SewnBag, float]:
    pattern = make(preset)
    assert pattern.wearer is not None
    return worn(pattern, way, pattern.wearer.height), pattern.wearer.height


def points(bag: SewnBag, of_figure: bool) -> Floats:
    return np.concatenate([each.points for each in bag.surfaces if (each.material == FIGURE) is of_figure])


@pytest.mark.parametrize("stature", [1500.0, 1680.0, 1950.0])
def test_a_figure_is_as_high_as_its_wearer(stature: float) -> None:
    """And its shoulders are about as broad as published: .259 of it from joint to joint, arms beyond."""
    every = np.concatenate([each.points for each in figure(stature)])
    assert every[:, 1].min() == pytest.approx(0.0, abs=2.0)
    assert every[:, 1].max() == pytest.approx(stature, abs=0.5)
    shoulders = every[(every[:, 1] > 0.77 * stature) & (every[:, 1] < 0.82 * stature)]
    assert 0.24 < np.ptp(shoulders[:, 0]) / stature < 0.30


def test_a_figure_is_the_same_on_both_sides_but_for_its_arm() -> None:
    for one, other in zip(figure(1700.0), figure(1700.0, HOLDING), strict=True):
        if one.points.shape == other.points.shape and np.allclose(one.points, other.points):
            continue
        assert one.points[:, 0].min() > 0  # its left arm alone
    every = np.concatenate([each.points for each in figure(1700.0)])
    assert every[:, 0].min() == pytest.approx(-every[:, 0].max(), abs=0.5)


@pytest.mark.parametrize(("preset", "way"), WORN)
def test_a_bag_rests_against_its_wearer(preset: str, way: Way) -> None:
    """What is sewn of it does not lie in the trunk, by more than both give way; and it stands above the ground."""
    bag, stature = carried(preset, way)
    body = np.concatenate([each.points for each in bag.surfaces[: bag.body]])
    inside = (body[:, 1] > 0.45 * stature) & (body[:, 1] < 0.88 * stature)
    apart = Trunk(stature).apart(body[inside])[0] if inside.any() else np.array([0.0])
    assert apart.min() > -9.0
    assert apart.min() < 120.0
    assert body[:, 1].min() > 0.0


@pytest.mark.parametrize(("preset", "way"), WORN)
def test_nothing_passes_through_the_head(preset: str, way: Way) -> None:
    bag, stature = carried(preset, way)
    head = figure(stature)[1].points
    middle, half = (head.min(axis=0) + head.max(axis=0)) / 2, np.ptp(head, axis=0) / 2
    away = np.linalg.norm((points(bag, of_figure=False) - middle) / half, axis=1)
    assert away.min() > 1.0


@pytest.mark.parametrize(("preset", "way"), [each for each in WORN if each[1] is not Way.HAND])
def test_something_goes_over_the_body(preset: str, way: Way) -> None:
    """On the side of the body that the bag is not on there is strap, or at least on top; round the hip it is behind."""
    bag, stature = carried(preset, way)
    worn_by = points(bag, of_figure=False)
    across = worn_by @ CARRYING[way].out
    high = worn_by[:, 1] > (0.5 if way is Way.HIP else 0.75) * stature
    reach = {Way.SHOULDER: 0.08, Way.BACKPACK: 0.02}.get(way, 0.0)
    assert across[high].min() < reach * stature


def test_what_does_not_hang_from_straps_is_made_once() -> None:
    """However many ways there are to carry a bag."""
    pattern = make("convertible-backpack")
    one, other = (sewn(pattern, way=way) for way in (Way.CROSSBODY, Way.HAND))
    zips = [[each.points for each in bag.surfaces if each.notion == "main zip"] for bag in (one, other)]
    assert zips[0]
    assert all(first is second for first, second in zip(*zips, strict=True))


def test_a_strap_is_pulled_tight_round_a_trunk_and_stays_off_it() -> None:
    """Half round it: longer than straight, not longer than half of an upright box."""
    trunk = Trunk(1700.0)
    one, other = np.array((200.0, 1100.0, 20.0)), np.array((-200.0, 1100.0, 20.0))
    guess = np.array([one, (0.0, 1100.0, -200.0), other])
    (curve,) = taut(trunk, [guess[None]])
    assert 400.0 < run_of(curve)[-1] < 400.0 + 2 * 200.0
    assert trunk.apart(curve)[0].min() > OFF - 2.0
    assert run_of(curve)[-1] < run_of(guess)[-1]


@pytest.mark.parametrize("length", [1000.0, 1150.0, 1300.0])
def test_a_bag_hangs_as_low_as_its_strap_is_long(length: float) -> None:
    hung = _hung(length)
    (curve,) = hung.routes(hung.there(_STRAP.start[None]), hung.there(_STRAP.end[None]))
    assert run_of(curve)[-1] == pytest.approx(length, abs=12.0)


def test_a_longer_strap_hangs_lower() -> None:
    heights = [_hung(length).move[1] for length in (900.0, 1050.0, 1200.0, 1350.0)]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] - heights[-1] == pytest.approx(450.0 / 2, rel=0.4)


_STRAP = Run("strap", 1, np.array((-120.0, 180.0, 0.0)), np.array((120.0, 180.0, 0.0)))


def test_a_bag_without_straps_that_are_shown_is_where_it_usually_is() -> None:
    hung = placed(Trunk(1700.0), CARRYING[Way.BACKPACK], np.zeros((1, 3)), [], {})
    assert hung.move[1] == pytest.approx(CARRYING[Way.BACKPACK].highest * 1700.0)


def _hung(length: float) -> Placed:
    corners = np.array([(x, y, z) for x in (-120.0, 120.0) for y in (0.0, 200.0) for z in (-40.0, 40.0)])
    return placed(Trunk(1700.0), CARRYING[Way.CROSSBODY], corners, [_STRAP], {"strap": length})


def test_a_hand_moves_aside_for_a_thick_bag() -> None:
    bag, stature = carried("duffle", Way.HAND)
    body = np.concatenate([each.points for each in bag.surfaces[: bag.body]])
    assert body[:, 0].min() > 0.097 * stature  # beside the leg
    tips = points(bag, of_figure=True)
    assert tips[:, 0].max() > hand_at(stature, 0.0)[0] + 60.0


def test_a_strap_is_clipped_on_for_the_way() -> None:
    """A backpack's crossbody strap is taken off, unless that is how it is to be carried."""
    pattern = make("mini-backpack")
    usual, across = ({each.name for each in pattern.sewn(way).surfaces} for way in (None, "crossbody"))
    assert across - usual == {"crossbody-strap", "crossbody slider", "crossbody swivel"}


def test_a_convertible_strap_goes_from_side_to_side() -> None:
    """As a crossbody strap it is in the side rings, high up; on the back in those at the base."""
    pattern = make("convertible-backpack")
    low = {}
    for way in ("backpack", "crossbody"):
        found = [each.points for each in pattern.sewn(way).surfaces if each.name == "convertible-strap"]
        low[way] = np.concatenate(found)[:, 1].min()
    assert low["crossbody"] > low["backpack"] + 80.0


@pytest.mark.parametrize("preset", ["daypack", "mini-backpack", "roll-top-courier"])
def test_shoulder_straps_hang_down_while_the_bag_is_in_the_hand(preset: str) -> None:
    """Below the base by some of their length; on the ground they lie."""
    bag, _ = carried(preset, Way.HAND)
    straps = [each.points for each in bag.surfaces if each.piece == "shoulder-strap" or each.notion == "lower webbing"]
    body = np.concatenate([each.points for each in bag.surfaces[: bag.body]])
    assert straps
    assert min(each[:, 1].min() for each in straps) < body[:, 1].min() - 20.0


@pytest.mark.parametrize("preset", ["roll-top", "daypack", "duffle", "tote"])
def test_what_holds_a_bag_is_under_the_hand(preset: str) -> None:
    bag, stature = carried(preset, Way.HAND)
    handles = [each.points for each in bag.surfaces if each.piece in ("handle", "grab-loop") or "handle" in each.notion]
    middle = np.concatenate(handles)[:, 0]
    tips = points(bag, of_figure=True)
    hand = tips[(tips[:, 1] < 0.43 * stature) & (tips[:, 1] > 0.39 * stature) & (tips[:, 0] > 0.13 * stature)]
    assert (middle.min() + middle.max()) / 2 == pytest.approx(hand[:, 0].mean(), abs=25.0)


@pytest.mark.parametrize("preset", ["clutch-boxed", "box-pouch", "travel-wallet"])
def test_a_bag_hangs_from_the_wrist_by_its_loop(preset: str) -> None:
    """Its ring uppermost, its loop round the hand."""
    bag, stature = carried(preset, Way.HAND)
    body = np.concatenate([each.points for each in bag.surfaces[: bag.body]])
    loop = np.concatenate([each.points for each in bag.surfaces if each.piece in LOOPS])
    hand = hand_at(stature, 0.0)
    assert loop[:, 1].max() == pytest.approx(hand[1], abs=25.0)
    assert body[:, 1].max() < loop[:, 1].min()
    middle = (body.min(axis=0) + body.max(axis=0)) / 2
    assert np.ptp([middle[2], loop[:, 2].mean()]) < 20.0


def test_a_closed_hand_ends_where_it_holds_a_handle() -> None:
    """Fingers that hang down would reach into the bag below it."""
    bag, stature = carried("handbag", Way.HAND)
    arm = next(each.points for each in reversed(bag.surfaces) if each.points[:, 0].min() > 0.05 * stature)
    body = np.concatenate([each.points for each in bag.surfaces[: bag.body]])
    assert arm[:, 1].min() > body[:, 1].max()
    assert arm[:, 1].min() == pytest.approx(hand_at(stature, 0.0)[1], abs=30.0)
