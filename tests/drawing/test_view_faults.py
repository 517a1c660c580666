"""What is wrong in a picture of any bag: lines beside it, hardware in the air, pullers that stand out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely

import bagpattern
from bagpattern.drawing.names import Names
from bagpattern.drawing.views.camera import CAMERAS, Camera
from bagpattern.drawing.views.company import WAYS
from bagpattern.drawing.views.flat import Subject, flat
from bagpattern.drawing.views.looks import FILL
from bagpattern.model.strap import Way
from bagpattern.sewn.bag import FIGURE, Stuff
from bagpattern.sewn.wearing.worn import worn

if TYPE_CHECKING:
    from bagpattern.sewn.bag import Floats, SewnBag

PRESETS = ("handbag-day", "tote-work", "duffle")
SCALE = 1 / 3
PEN, PULLER = 0.5, 14.0
"""mm of paper by which a line may lie beside what is filled; mm of the bag that a puller may stand out of it."""
SPECK, DASH, MIDDLE = 1.0, 8.0, 90.0
"""mm of the bag: what is shorter is not drawn, or no line of it; and half of what of a bag is not its sides."""
HARD = {Stuff.METAL, Stuff.PLASTIC}


@cache
def sewn(preset: str, opened: bool) -> SewnBag:
    found: SewnBag = bagpattern.make(preset).sewn(opened=opened)
    return found


def box(points: Floats) -> tuple[Floats, Floats]:
    return points.min(axis=0), points.max(axis=0)


@pytest.mark.parametrize("view", ["front", "open"])
@pytest.mark.parametrize("preset", PRESETS)
def test_no_line_lies_beside_the_bag(preset: str, view: str) -> None:
    bag = sewn(preset, CAMERAS[view].opened)
    shapes = flat(Subject.of(bag), view, CAMERAS[view], SCALE, Names(), False).items
    rings = [path.ring for each in shapes if each.role == FILL for path in each.paths]
    filled = shapely.union_all([shapely.Polygon(each) for each in rings if each.is_ccw]).buffer(PEN)
    for each in shapes:
        if each.role != FILL:
            lines = shapely.union_all([path.line_string for path in each.paths])
            assert lines.difference(filled).length < 1.0, each.role


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("preset", PRESETS)
def test_no_hardware_is_in_the_air(preset: str, opened: bool) -> None:
    """It is nearer to cloth, or to what else is on it, than it is large."""
    bag = sewn(preset, opened)
    for piece in (each for each in bag.surfaces if each.material in HARD):
        low, high = box(piece.points)
        others = np.concatenate([each.points for each in bag.surfaces if each is not piece])
        away = np.linalg.norm(np.maximum(np.maximum(low - others, others - high), 0.0), axis=1)
        assert away.min() < float((high - low).max()), piece.name


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("preset", PRESETS)
def test_a_puller_does_not_stand_out_to_a_side(preset: str, opened: bool) -> None:
    bag = sewn(preset, opened)
    left, right = (each[0] for each in box(np.concatenate([each.points for each in bag.surfaces[: bag.body]])))
    for puller in (each for each in bag.surfaces if each.name == "zip puller"):
        low, high = (each[0] for each in box(puller.points))
        assert left - PULLER < low, puller.notion
        assert high < right + PULLER, puller.notion


def test_a_handle_on_a_wall_that_leans_does_not_go_through_it() -> None:
    """The back of the opened bag leans outward: what is sewn on its outside does not come out of its lining."""
    bag = sewn("mini-backpack-secure", True)
    cloth, out = (
        np.concatenate([getattr(each, of) for each in bag.surfaces[: bag.body]]) for of in ("points", "normals")
    )
    handle = np.concatenate([each.points for each in bag.surfaces if each.name == "handle"])
    near = np.linalg.norm(handle[:, None] - cloth[None], axis=2).argmin(axis=1)
    outside = ((handle - cloth[near]) * out[near]).sum(axis=1)
    beside = np.linalg.norm(handle - cloth[near], axis=1) < np.abs(outside) + 1.0
    assert beside.any()
    assert outside[beside].min() > -3.0


def test_a_bag_has_its_outline_before_its_wearer() -> None:
    """As heavy as before nothing: hardly any line within it is where it ends."""
    bag = worn(bagpattern.make("drawstring-backpack"), Way.BACKPACK, 1670.0)
    seen = Subject.of(bag).seen(Camera(WAYS[Way.BACKPACK], 208.0, 3.0))
    scene, wearer = seen.samples.scene, np.array([each.material == FIGURE for each in bag.surfaces])
    beside = 0.0
    for line in (each.points[:, :2] for each in seen.edges if not each.hard and not each.outer):
        way = np.diff(line, axis=0)
        across = way[:, ::-1] * (-1, 1) / np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-9)
        for side in (-1, 1):
            triangles = scene.top(line[:-1] + way / 2 + side * across).triangle
            beside += np.linalg.norm(way, axis=1)[wearer[scene.surfaces[triangles]] & (triangles >= 0)].sum()
    outline = sum(
        float(np.linalg.norm(np.diff(each.points, axis=0), axis=1).sum()) for each in seen.edges if each.outer
    )
    assert beside < outline / 8


@pytest.mark.parametrize("preset", ["mini-backpack", "drawstring-backpack-felled"])
def test_a_wall_that_is_seen_almost_from_its_edge_has_no_dashes_on_it(preset: str) -> None:
    seen = Subject.of(sewn(preset, True)).seen(CAMERAS["open"])
    inner = [each.points[:, :2] for each in seen.edges if not each.hard and not each.outer]
    lines = [shapely.LineString(each) for each in inner if np.abs(each[:, 0]).max() < MIDDLE]
    assert not [each.wkt for each in lines if each.length < DASH]


def test_a_handle_is_outlined_from_end_to_end() -> None:
    """Its foot lies on the back, and dips into it by a hair."""
    seen = Subject.of(sewn("lunch-bag", False)).seen(CAMERAS["back"])
    handle = next(each for each in sewn("lunch-bag", False).surfaces if each.name == "handle")
    lines = shapely.union_all([shapely.LineString(each.points[:, :2]) for each in seen.edges])
    flat = handle.points @ CAMERAS["back"].axes[:2].T
    for side in (flat[:, 0].min(), flat[:, 0].max()):
        on = flat[np.abs(flat[:, 0] - side) < 3.0]
        assert shapely.distance(lines, shapely.points(on)).max() < 1.0


def test_webbing_on_a_flap_is_outlined_on_both_sides() -> None:
    """It stands out there as little as on the body."""
    bag = bagpattern.make("messenger", {"closure.lock": "buckle"}).sewn()
    camera = CAMERAS["three-quarter"]
    lines = shapely.union_all([shapely.LineString(each.points[:, :2]) for each in Subject.of(bag).seen(camera).edges])
    webbing = next(each.points for each in bag.surfaces if each.notion == "flap webbing")
    flap = next(each.points for each in bag.surfaces if each.piece == "flap")
    on_flap = webbing[webbing[:, 1] > flap[:, 1].min() + 20.0]
    front = on_flap[on_flap[:, 2] > np.median(on_flap[:, 2])]
    for side in (front[:, 0].min(), front[:, 0].max()):
        edge = front[np.abs(front[:, 0] - side) < 1.0] @ camera.axes[:2].T
        assert shapely.distance(lines, shapely.points(edge)).max() < 1.5


def test_a_fold_of_what_is_drawn_in_is_no_row_of_dashes() -> None:
    seen = Subject.of(sewn("drawstring-backpack", False)).seen(CAMERAS["three-quarter"])
    every = [shapely.LineString(each.points[:, :2]) for each in seen.edges]
    every = [each for each in every if each.length > SPECK]
    short = [each for each in every if each.length < 1.5 * DASH]
    assert not [each.wkt for each in short if not any(each.dwithin(other, 1.0) for other in every if other is not each)]


def test_a_flap_hides_what_it_lies_on() -> None:
    """The rim of a front that is square stands up to it at its corners."""
    pattern = bagpattern.make("messenger", {"build": "wrap"})
    bag = pattern.sewn()
    seen = Subject.of(bag).seen(CAMERAS["three-quarter"])
    top = seen.samples.scene
    for each in (line for line in seen.strokes["flat-edge"] if len(line) > 1):
        middle = each[:, :2].mean(axis=0)[None]
        around = [top.top(middle + 4.0 * np.array([x, y])).triangle[0] for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))]
        names = {bag.surfaces[top.surfaces[one]].name for one in around if one >= 0}
        assert names != {"flap"} or np.ptp(each, axis=0)[:2].max() > 30.0
