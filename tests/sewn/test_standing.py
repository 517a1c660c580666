"""How a bag stands: on its base, its handles up, its tabs and straps on the ground, its top as high as is told."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bagpattern.pipeline import make
from bagpattern.sewn.dress.hanging import aside
from bagpattern.sewn.dress.strapping import untwisted

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats, SewnBag


@cache
def standing(preset: str) -> SewnBag:
    bag: SewnBag = make(preset).sewn()
    return bag


def body_of(bag: SewnBag) -> Floats:
    return np.concatenate([each.points for each in bag.surfaces[: bag.body]])


def named(bag: SewnBag, name: str) -> Floats:
    """The points of all surfaces in whose name that is."""
    return np.concatenate([each.points for each in bag.surfaces if name in each.name])


def test_a_handle_in_the_seam_at_the_top_of_the_back_stands_up() -> None:
    bag = standing("mini-backpack")
    handle, body = named(bag, "handle"), body_of(bag)
    assert handle[:, 1].max() > body[:, 1].max() + 40.0
    assert handle[:, 2].min() > body[:, 2].min() - 15.0
    assert np.ptp(handle[:, 2]) < 25.0


@pytest.mark.parametrize("preset", ["mini-backpack", "fanny-pack", "basket-bag-roll"])
def test_nothing_reaches_into_the_ground(preset: str) -> None:
    """Half a ring's wire may."""
    assert min(each.points[:, 1].min() for each in standing(preset).surfaces) > -3.0


def test_handles_whose_ends_are_sewn_on_go_from_one_to_the_other() -> None:
    """They lie on the bag by their ends alone, and are not laid there whole."""
    bag = make({"style": "basket-bag", "handles": {"ends": "sewn-on"}}).sewn()
    handle = np.concatenate([each.points for each in bag.surfaces if each.piece == "handle" and each.copy == 1])
    assert handle[:, 1].min() > 60.0
    assert handle[:, 0].min() == pytest.approx(-handle[:, 0].max(), abs=3.0)


def test_the_lower_ends_of_straps_are_in_their_rings() -> None:
    bag = standing("mini-backpack")
    rings = named(bag, "ring")
    low = rings[rings[:, 1] < 10.0]
    for strap in (each.points for each in bag.surfaces if each.piece == "shoulder-strap"):
        assert np.linalg.norm(strap[:, None] - low[None], axis=2).min() < 6.0


def test_a_strap_arrives_flat_on_its_bar() -> None:
    """Along a helix, on which normals that turn no more than they must come out askew."""
    turn = np.linspace(0.0, 4.0, 60)
    curve = 100.0 * np.stack([np.cos(turn), np.sin(turn), 0.6 * turn], axis=1)
    bar = np.array((0.3, 0.5, 0.81))
    ups = untwisted(curve, np.array((1.0, 0.0, 0.0)), bar / np.linalg.norm(bar))
    across = np.cross(ups[-1], curve[-1] - curve[-2])
    square = bar - (bar @ ups[-1]) * ups[-1]
    assert abs(across @ square) / np.linalg.norm(across) / np.linalg.norm(square) > 0.9
    assert abs(bar @ ups[-1]) < 0.25
    assert np.linalg.norm(np.diff(ups, axis=0), axis=1).max() < 0.3


@pytest.mark.parametrize("side", [1.0, -1.0])
def test_handles_that_lean_together_meet_in_the_middle(side: float) -> None:
    turn = np.linspace(0.0, np.pi, 30)
    lean = 60.0 - 100.0 * np.sin(turn)
    curve = np.stack([80.0 * np.cos(turn), 150.0 * np.sin(turn), 7.0 + side * lean], axis=1)
    found = side * (aside(curve, 7.0, 3.0, 25.0)[:, 2] - 7.0)
    inner = found.min() - 12.5 * 100.0 / np.hypot(100.0, 150.0)  # a strip 25 mm wide that leans so
    assert inner == pytest.approx(3.0, abs=0.1)
    assert found[0] == pytest.approx(60.0)
    upright = np.where(np.arange(3) == 2, 7.0 + 60.0 * side, curve)
    assert np.array_equal(aside(upright, 7.0, 3.0, 25.0), upright)


@pytest.mark.parametrize("preset", ["basket-bag-roll", "stuff-sack-dry"])
def test_a_rolled_top_is_as_high_as_is_told(preset: str) -> None:
    """The roll stands on the line down to which it is rolled, and hides what is wound up in it."""
    bag, told = standing(preset), make(preset).finished.height
    roll = named(bag, "roll")
    assert roll[:, 1].min() == pytest.approx(told, abs=10.0)
    assert body_of(bag)[:, 1].max() < roll[:, 1].max()


def test_a_base_lies_flat_on_the_ground() -> None:
    base = [each.points for each in standing("bucket").surfaces if each.piece == "base"]
    assert np.ptp(np.concatenate(base)[:, 1]) < 3.0


def test_a_zip_in_a_window_keeps_cloth_out_of_folds() -> None:
    """Along its tape it bends evenly: it leaves a parabola by less than folds are deep."""
    bag = standing("drawstring-backpack-lined")
    teeth = next(each for each in bag.strokes if each.kind == "zip")
    across, out = teeth.points[:, 0], teeth.points[:, 2]
    assert np.abs(out - np.polyval(np.polyfit(across, out, 2), across)).max() < 2.0


def test_bound_seams_are_seen_where_one_looks_into_the_bag() -> None:
    pattern = make("stuff-sack")
    closed, opened = ({each.notion for each in pattern.sewn(opened=is_open).surfaces} for is_open in (False, True))
    assert opened - closed == {"binding"}


def test_bound_seams_stay_inside_the_bag_where_they_meet() -> None:
    """At the ends of the boxed corners the tape was seen through the front."""
    bag = make("tote-market").sewn()
    (tape,) = (each.points for each in bag.surfaces if each.notion == "binding")
    body = np.concatenate([each.points for each in bag.surfaces[: bag.body]])
    assert (tape.min(axis=0) > body.min(axis=0)).all()
    assert (tape.max(axis=0) < body.max(axis=0)).all()


def test_a_flap_is_no_wider_than_a_bag_that_its_back_goes_round() -> None:
    pattern = make({"style": "bucket", "closure": {"kind": "flap"}})
    left, _, right, _ = pattern["flap"].panel.stitching_line.bounds
    assert right - left < pattern.finished.width


def test_a_swivel_turns_to_its_strap() -> None:
    """A strap from side to side over a bag lies across the shoulder: its width and its hooks are to the front."""
    bag = standing("bucket")
    swivels = named(bag, "swivel")
    one = swivels[swivels[:, 0] > 0.0]
    assert np.ptp(one[:, 2]) > 1.5 * np.ptp(one[:, 0])
