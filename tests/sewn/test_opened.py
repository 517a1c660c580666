"""The bag opened: its mouth stands apart, the lining is seen with what lies on it, and nothing of it is elsewhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

import bagpattern
from bagpattern.drawing.views.aimed import aimed
from bagpattern.drawing.views.camera import CAMERAS
from bagpattern.drawing.views.scene import scene
from bagpattern.model.panel import Role
from bagpattern.model.strap import Mode
from bagpattern.sewn.bag import StrokeKind
from bagpattern.sewn.build import sewn
from bagpattern.sewn.opening import can_be_opened, opened_seams
from bagpattern.sewn.shape import shaped

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.bag import SewnBag

ZIPPED = ("mini-backpack", "duffle", "camera-cube", "flat-pouch", "square-daypack", "handbag")
OTHERS = ("messenger", "clutch", "roll-top-courier", "bucket", "tote-work", "hobo")


@cache
def pattern_of(preset: str) -> Pattern:
    return bagpattern.make(preset)


@cache
def bag_of(preset: str, opened: bool = True, fine: bool = False) -> SewnBag:
    return sewn(pattern_of(preset), fine, opened=opened)


def inside_seen(bag: SewnBag, view: str = "open") -> float:
    """mm2 of the picture from above in which one looks at the inner side of the body, or on what lies there."""
    seen = scene(bag, CAMERAS[view])
    left, bottom, right, top = seen.box
    x, y = np.meshgrid(np.arange(left, right, 4.0), np.arange(bottom, top, 4.0))
    front = seen.top(np.stack([x.ravel(), y.ravel()], axis=1)).triangle
    front = front[front >= 0]
    lining = np.array([each.material == "lining" for each in bag.surfaces])
    body = seen.surfaces[front] < bag.body
    return 16.0 * float((body & seen.behind[front]).sum() + (~body & lining[seen.surfaces[front]]).sum())


@pytest.mark.parametrize("preset", [*ZIPPED, *OTHERS])
def test_one_looks_into_an_opened_bag(preset: str) -> None:
    fine = preset == "bucket"  # a preview's cord does not draw it in
    bag, closed = bag_of(preset, True, fine), bag_of(preset, False, fine)
    assert inside_seen(bag) > 0.12 * bag.measured.width * bag.measured.depth
    assert inside_seen(bag) > 1.5 * inside_seen(closed)


@pytest.mark.parametrize(
    ("preset", "build"), [("lunch-bag", "boxed"), ("lunch-bag", "five-panel"), ("lunch-bag-office", "boxed")]
)
def test_a_top_that_is_folded_down_is_straight_and_shows_nothing_of_its_lining(preset: str, build: str) -> None:
    bag = sewn(bagpattern.make(preset, {"build": build}), dress=False)
    assert inside_seen(bag, "three-quarter") < 40.0  # what is seen of it at its very edges
    body = np.concatenate([each.points for each in bag.surfaces[: bag.body]])
    high = body[body[:, 1] > body[:, 1].max() - 1.0]
    ends = np.abs(body[body[:, 1] > body[:, 1].max() - 12.0][:, 0]).max()
    assert np.abs(high[:, 0]).max() > ends - 8.0  # all of the fold is as high


@pytest.mark.parametrize("preset", ["mini-backpack-commuter", "crossbody-half-moon"])
def test_a_bag_that_is_alike_on_both_sides_is_so_when_it_is_opened(preset: str) -> None:
    points = shaped(pattern_of(preset), True, True).points
    other = points * (-1.0, 1.0, 1.0) + (points[:, 0].max() + points[:, 0].min(), 0.0, 0.0)
    apart = np.linalg.norm(points[:, None] - other[None], axis=2).min(axis=1)
    assert apart.max() < 1.5  # of 400 mm


@pytest.mark.parametrize("preset", ["barrel-bag", "duffle", "box-pouch"])
def test_an_opened_bag_stands_on_its_base(preset: str) -> None:
    """Its mouth gapes, and the walls are not sucked in below it: the lowest line of the front is straight."""
    points = shaped(pattern_of(preset), False, True).points
    fifths = np.array_split(points[np.argsort(points[:, 0], kind="stable")], 5)
    assert max(each[:, 1].min() for each in fifths) < 2.5


def test_a_roll_shows_nothing_of_its_lining_behind() -> None:
    assert inside_seen(bag_of("roll-top-courier", False, True), "back") < 100.0


SHOWN = 4.0
"""mm before the lining: what is seen nearer to it than that is sewn in behind it."""


@pytest.mark.parametrize(
    "preset", ["mini-backpack", "convertible-backpack", "mini-backpack-s", "basket-bag", "handbag"]
)
def test_no_end_of_a_strap_shows_through_the_lining(preset: str) -> None:
    """Where a strap is seen, the inner side of the body is not just behind it."""
    bag = bag_of(preset, fine=True)
    draft = pattern_of(preset).draft
    straps = {panel.id for panel in draft.panels if panel.role is Role.STRAP}
    seen, without = scene(bag, CAMERAS["open"]), [each for each in bag.surfaces if each.piece not in straps]
    left, bottom, right, top = seen.box
    x, y = np.meshgrid(np.arange(left, right, 1.0), np.arange(bottom, top, 1.0))
    places = np.stack([x.ravel(), y.ravel()], axis=1)
    front = seen.top(places)
    strap = np.array([each.piece in straps for each in bag.surfaces])[seen.surfaces[front.triangle]]
    strap &= front.triangle >= 0
    bare = scene(replace(bag, surfaces=tuple(without)), CAMERAS["open"])
    under = bare.top(places[strap])
    inner = (under.triangle >= 0) & bare.behind[under.triangle] & (bare.surfaces[under.triangle] < bag.body)
    assert (inner & (front.depth[strap] - under.depth < SHOWN)).sum() < 20


@pytest.mark.parametrize("preset", ZIPPED)
def test_an_open_zip_leaves_one_rim_and_holds_at_its_ends(preset: str) -> None:
    shape = shaped(pattern_of(preset), False, True)
    ((seam, (one, other)),) = shape.mesh.lips.items()
    assert seam in opened_seams(pattern_of(preset).draft)
    assert (len(shape.surface.rims), shape.surface.euler) == (1, 1)
    assert one[0] == other[0]
    assert one[-1] == other[-1]
    assert np.linalg.norm(shape.points[one] - shape.points[other], axis=1).max() > 25.0


def test_the_zip_of_a_pocket_stays_shut() -> None:
    assert opened_seams(pattern_of("mini-backpack").draft) == {"main zip"}
    assert opened_seams(pattern_of("mini-backpack-double").draft) == {"main zip", "second zip"}


@pytest.mark.parametrize("preset", ["mini-backpack", "duffle", "messenger", "clutch", "bucket"])
def test_a_symmetric_bag_is_symmetric_when_it_is_open(preset: str) -> None:
    points = shaped(pattern_of(preset), True, True).points
    mirrored = points * (-1.0, 1.0, 1.0)
    apart = np.linalg.norm(points[:, None] - mirrored[None], axis=2).min(axis=1)
    assert apart.max() < 0.5


@pytest.mark.parametrize("preset", ["mini-backpack", "toiletry-bag", "tote", "messenger-organiser", "roll-top-courier"])
def test_pockets_on_the_lining_lie_within_the_body(preset: str) -> None:
    bag, draft = bag_of(preset), pattern_of(preset).draft
    linings = {panel.id for panel in draft.panels if panel.role is Role.LINING}
    pockets = {seam.b[0].panel for seam in draft.seams if seam.a[0].panel in linings and seam.b} - linings
    found = [each for each in bag.surfaces if each.piece in pockets and draft[each.piece].role is Role.POCKET]
    assert found
    body = np.concatenate([each.points for each in bag.surfaces[: bag.body]])
    out = np.concatenate([each.normals for each in bag.surfaces[: bag.body]])
    for each in found:
        near = np.linalg.norm(each.points[:, None] - body[None], axis=2).argmin(axis=1)
        above = ((each.points - body[near]) * out[near]).sum(axis=1)
        assert np.median(above) < 0.0, each.piece
        assert np.linalg.norm(each.points - body[near], axis=1).max() < 60.0, each.piece


def test_a_pocket_that_goes_round_an_edge_of_the_lining_does_not_come_out_of_it() -> None:
    """This one lies on front and base: looked at from the front, nothing is seen of it."""
    bag = bag_of("toiletry-bag", True, True)
    seen = scene(bag, CAMERAS["front"])
    x, y = np.meshgrid(np.arange(-100.0, 100.0, 4.0), np.arange(seen.box[1], seen.box[1] + 60.0, 0.5))
    top = seen.top(np.stack([x.ravel(), y.ravel()], axis=1)).triangle
    shown = {bag.surfaces[number].piece for number in np.unique(seen.surfaces[top[top >= 0]])}
    assert "front" in shown
    assert "small-pocket" not in shown


def test_a_divider_hangs_between_front_and_back() -> None:
    bag = bag_of("mini-backpack-organiser")
    divider = next(each for each in bag.surfaces if each.piece == "divider")
    body = np.concatenate([each.points for each in bag.surfaces[: bag.body]])
    assert body[:, 2].min() < divider.points[:, 2].min()
    assert divider.points[:, 2].max() < body[:, 2].max()
    assert {"organiser", "card-slots"} <= {each.piece for each in bag.surfaces}


def test_an_open_flap_lies_behind_its_bag() -> None:
    bag = bag_of("messenger")
    flap = next(each for each in bag.surfaces if each.piece == "flap")
    body = np.concatenate([each.points for each in bag.surfaces[: bag.body]])
    assert flap.points[:, 1].max() > body[:, 1].max() + 50.0
    assert flap.points[:, 2].max() < body[:, 2].mean()


def test_a_sternum_strap_runs_from_strap_to_strap() -> None:
    bag, pattern = bag_of("daypack", False), pattern_of("daypack")
    halves = [each.id for each in pattern.draft.notions if each.strap and each.strap.mode is Mode.STERNUM]
    places = [each.points for each in bag.surfaces if each.notion in halves]
    pads = np.concatenate([each.points for each in bag.surfaces if each.piece == "shoulder-strap"])
    assert len(places) == 2
    whole = np.concatenate(places)
    for end in (whole[whole[:, 0].argmin()], whole[whole[:, 0].argmax()]):
        assert np.linalg.norm(pads - end, axis=1).min() < 40.0
    assert {"sternum buckle", "sternum slider"} <= {each.notion for each in bag.surfaces}


def test_a_key_leash_in_a_flat_bag_is_told_to_be_out_of_sight() -> None:
    notes = pattern_of("travel-wallet").sewn(opened=True).notes
    assert all("between the walls of a flat bag" in notes[each] for each in ("key-leash", "key-leash swivel"))


@pytest.mark.parametrize("preset", ["tote-tapered", "daypack"])
def test_a_key_leash_hangs_within(preset: str) -> None:
    bag, pattern = bag_of(preset), pattern_of(preset)
    leash = next(each for each in bag.surfaces if "key-leash" in (each.piece, each.notion))
    body = np.concatenate([each.points for each in bag.surfaces[: bag.body]])
    assert np.abs(leash.points[:, 0]).max() < np.abs(body[:, 0]).max() + 1.0
    for place in leash.points[leash.points[:, 1] < leash.points[:, 1].max() - 30.0]:
        level = body[np.abs(body[:, 1] - place[1]) < 25.0]
        assert np.abs(place[0]) < np.abs(level[:, 0]).max() + 1.0  # walls lean in below
    assert "key-leash swivel" in {each.notion for each in bag.surfaces}
    assert pattern.sewn(opened=True).notes.get("key-leash swivel") is None


def test_what_nothing_closes_is_the_same_opened() -> None:
    tote = pattern_of("tote")
    assert not can_be_opened(tote)
    assert tote.sewn(opened=True) is tote.sewn()


@pytest.mark.parametrize("preset", ["mini-backpack", "roll-top-courier"])
def test_the_same_bag_is_opened_to_the_byte(preset: str) -> None:
    one, other = bag_of(preset), sewn(bagpattern.make(preset), fine=False, opened=True)
    assert [each.points.tobytes() for each in one.surfaces] == [each.points.tobytes() for each in other.surfaces]
    assert [each.points.tobytes() for each in one.strokes] == [each.points.tobytes() for each in other.strokes]


def test_a_ring_that_is_rolled_up_is_seen_when_the_roll_is_opened() -> None:
    """It hangs in the middle of the flap's edge, of which several turns lie round it."""
    rings = {
        opened: [each for each in bag_of("tool-roll-brushes", opened).surfaces if each.piece == "ring"]
        for opened in (True, False)
    }
    assert rings[True]
    assert not rings[False]
    assert "rolled up" in bag_of("tool-roll-brushes", False).notes["ring"]


def test_what_opens_like_a_book_shows_both_of_its_covers() -> None:
    """Cards on one, a pocket for papers on the other, and the strap behind."""
    bag, draft = bag_of("organiser-a5"), pattern_of("organiser-a5").draft
    seen = scene(bag, aimed(CAMERAS["open"], draft))
    left, bottom, right, top = seen.box
    x, y = np.meshgrid(np.arange(left, right, 4.0), np.arange(bottom, top, 4.0))
    front = seen.top(np.stack([x.ravel(), y.ravel()], axis=1)).triangle
    areas = Counter(bag.surfaces[number].piece for number in seen.surfaces[front[front >= 0]].tolist())
    assert min(areas[piece] * 16.0 for piece in ("card-pocket", "notebook-pocket")) > 2000.0
    assert areas["wrist-strap"] * 16.0 > 500.0


def test_a_roll_that_is_opened_is_looked_at_as_it_lies() -> None:
    """Its flap's hinge is stitched from side to side, and nothing of it is foreshortened."""
    roll, bag = pattern_of("tool-roll-brushes"), bag_of("tool-roll-brushes")
    seen = aimed(CAMERAS["open"], roll.draft)
    assert (seen.round, seen.above) == (0.0, 0.0)
    assert str(seen.title) == "unrolled"
    body = bag.surfaces[0].points
    assert np.ptp(body, axis=0)[:2] == pytest.approx([420.0, 350.0], abs=1.0)
    hinges = [each for each in bag.strokes if each.kind is StrokeKind.TOPSTITCH and np.ptp(each.points[:, 0]) > 400.0]
    assert any(
        np.ptp(each.points[:, 1]) < 1.0 and each.points[0, 1] == pytest.approx(240.0, abs=1.0) for each in hinges
    )


@pytest.mark.parametrize("preset", ["handbag", "duffle"])
def test_a_board_lies_on_the_base_and_within_the_bag(preset: str) -> None:
    """Level, as large as it is cut, above the base wherever that is, and nothing of it is out of the walls."""
    bag, panel = bag_of(preset), pattern_of(preset)["base-insert"].panel
    (board,) = (each.points for each in bag.surfaces if each.piece == "base-insert")
    (wide, high, deep), (left, low, right, top) = np.ptp(board, axis=0), panel.stitching_line.bounds
    assert (wide, high, deep) == pytest.approx((right - left, 0.0, top - low))
    body = np.concatenate([each.points for each in bag.surfaces[: bag.body]])
    near = body[(np.abs(body[:, [0, 2]] - board[0, [0, 2]]) < 30.0).all(axis=1)]
    assert near[:, 1].min() < board[0, 1] < body[:, 1].max() / 2
    assert (np.abs(board) < np.abs(body).max(axis=0)).all()
    assert "base-insert" not in {each.piece for each in bag_of(preset, opened=False).surfaces}
