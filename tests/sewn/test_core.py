"""The body in space: what it is, how big it comes out, how little the cloth has to give."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make
from bagpattern.preset.shipped import preset_names
from bagpattern.sewn.bag import SewnBag, StrokeKind
from bagpattern.sewn.body import Body
from bagpattern.sewn.build import sewn
from bagpattern.sewn.display import displayed
from bagpattern.sewn.shape import shaped
from bagpattern.sewn.topology import topology
from bagpattern.sewn.tops import Top, top_of
from bagpattern.sewn.weld import glued

BOXES = (
    "box-pouch",
    "camera-cube",
    "daypack",
    "first-aid-pouch",
    "square-daypack",
    "toiletry-bag",
    "tote",
    "tote-work",
)
SOME = ("mini-backpack", "tote", "bucket", "clutch", "roll-top", "sling", "handbag")


@cache
def pattern(name: str) -> Pattern:
    return make(name)


@cache
def bag(name: str) -> SewnBag:
    return sewn(pattern(name), dress=False)


@cache
def body(name: str) -> Body:
    return displayed(pattern(name), shaped(pattern(name), fine=False))


@pytest.mark.parametrize("name", preset_names())
@pytest.mark.parametrize("target", [150, 260, 600, 900])
def test_every_body_is_a_ball_with_its_rims(name: str, target: int) -> None:
    found = topology(glued(pattern(name).draft, target))
    assert found.euler + len(found.rims) == 2
    assert found.uses.max() == 2
    assert len(found.rims) == (top_of(pattern(name), found) is not Top.CLOSED)


def test_a_stretch_of_an_outline_may_run_along_a_triangle_that_is_none() -> None:
    """One was not found in this bag's, and what lies outside was taken for cloth."""
    found = topology(glued(make({"style": "roll-top", "dimensions": {"height": "741 mm"}}).draft, 260))
    assert found.euler + len(found.rims) == 2


@pytest.mark.parametrize("name", preset_names())
def test_the_cloth_hardly_gives(name: str) -> None:
    drawn_in = shaped(pattern(name), fine=False).top is Top.DRAWN
    assert bag(name).measured.strain < (0.02 if drawn_in else 0.006)


@pytest.mark.parametrize("name", preset_names())
def test_no_sheet_lies_the_wrong_way_round(name: str) -> None:
    mesh = glued(pattern(name).draft, 260)
    faces = topology(mesh).faces
    ways = np.stack([faces, np.roll(faces, -1, axis=1)], axis=2).reshape(-1, 2)
    assert len(np.unique(ways, axis=0)) == len(ways)


@pytest.mark.parametrize("name", BOXES)
def test_a_box_comes_out_at_its_size(name: str) -> None:
    found, wanted = bag(name).measured, pattern(name).finished
    assert found.width == pytest.approx(wanted.width, rel=0.015)
    assert found.height == pytest.approx(wanted.height, rel=0.015)
    assert found.depth == pytest.approx(wanted.depth, rel=0.05)
    assert found.volume == pytest.approx(wanted.volume, rel=0.01)


@pytest.mark.parametrize("name", ["basket-bag", "bucket", "bucket-market", "stuff-sack"])
def test_a_bag_that_is_drawn_in_holds_about_what_it_is_said_to(name: str) -> None:
    assert bag(name).measured.volume == pytest.approx(pattern(name).finished.volume, rel=0.08)


@pytest.mark.parametrize("name", ["drawstring-backpack", "drawstring-backpack-lined"])
def test_cords_that_carry_a_bag_pull_its_mouth_to_a_neck(name: str) -> None:
    """Under it the bag is rounder than its base; what that would hold more, its cloth falls in by, which lies slack."""
    found = body(name)
    rim = found.points[found.rims[0]]
    assert np.ptp(rim[:, [0, 2]], axis=0).max() < 0.45 * pattern(name).finished.width
    assert bag(name).measured.volume == pytest.approx(pattern(name).finished.volume, rel=0.1)


@pytest.mark.parametrize("base", ["round", "oval", "rectangular", "boxed"])
def test_a_sack_is_drawn_shut_over_what_it_holds(base: str) -> None:
    """Its rim is a small hole above the middle, and most of the wall that closes it lies across."""
    sack = make({"style": "stuff-sack", "dimensions": {"base": base, "width": "24 cm"}})
    found = displayed(sack, shaped(sack, fine=True))
    rim = found.points[found.rims[0]]
    assert np.ptp(rim[:, [0, 2]], axis=0).max() < 0.25 * sack.finished.width
    assert np.abs(rim[:, [0, 2]].mean(axis=0)).max() < 0.02 * sack.finished.width
    assert found.points[:, 1].max() < 1.25 * sack.finished.height


@pytest.mark.parametrize(("name", "panel"), [("mini-backpack", "back"), ("tote", "front"), ("handbag", "back")])
def test_a_symmetrical_bag_is_shown_so(name: str, panel: str) -> None:
    found = displayed(pattern(name), shaped(pattern(name), fine=True))
    flat = found.sheet(panel).flat
    across = flat[:, 0].min() + flat[:, 0].max()
    here, there = (found.on(panel, 1, places).points for places in (flat, flat * [-1.0, 1.0] + [across, 0.0]))
    assert np.abs(here * [-1.0, 1.0, 1.0] - there).mean() < 1.0


@pytest.mark.parametrize("name", SOME)
def test_the_bag_stands_on_the_ground_with_its_front_to_the_front(name: str) -> None:
    found = body(name)
    assert found.points[:, 1].min() == pytest.approx(0.0, abs=1.0)
    middles = [
        found.on(sheet.panel.id, sheet.copy, sheet.flat.mean(axis=0, keepdims=True)).normals[0]
        for sheet in found.sheets
    ]
    fronts = [
        normal
        for sheet, normal in zip(found.sheets, middles, strict=True)
        if {facet.wall.value for facet in sheet.panel.facets} == {"front"}
    ]
    assert all(normal[2] > 0.5 for normal in fronts)


def test_places_on_a_panel_are_found_on_the_bag() -> None:
    found = body("daypack")
    spots = found.on("back", 1, np.array([[150.0, 210.0]]))
    assert spots.points[0] == pytest.approx([0.0, 210.0, -70.0], abs=4.0)
    assert spots.normals[0] == pytest.approx([0.0, 0.0, -1.0], abs=0.1)
    assert spots.frames[0] @ [0.0, 1.0] == pytest.approx([0.0, 1.0, 0.0], abs=0.05)
    assert spots.frames[0] @ [1.0, 0.0] == pytest.approx([-1.0, 0.0, 0.0], abs=0.05)


def test_same_input_same_bytes() -> None:
    one, other = (sewn(make("mini-backpack-s"), dress=False) for _ in range(2))
    assert [each.points.tobytes() for each in one.surfaces] == [each.points.tobytes() for each in other.surfaces]


def test_surfaces_and_lines_are_sound() -> None:
    for name in SOME:
        found = bag(name)
        assert found.body == len(found.surfaces)
        for surface in found.surfaces:
            assert len(surface.points) == len(surface.normals) == len(surface.uv)
            assert np.isfinite(surface.points).all()
            assert np.linalg.norm(surface.normals, axis=1) == pytest.approx(1.0)
            assert surface.triangles.max() < len(surface.points)
        kinds = {stroke.kind for stroke in found.strokes}
        assert (StrokeKind.EDGE in kinds) == bool(found.measured.rims)


@pytest.mark.parametrize("name", ["mini-backpack", "roll-top"])
def test_what_is_sewn_stays_as_it_is(name: str) -> None:
    """The pattern keeps its bag: whoever asks for it next would get what was written into it."""
    found = pattern(name).sewn()
    arrays = [its for each in (*found.surfaces, *found.strokes) for its in vars(each).values() if hasattr(its, "dtype")]
    assert len(arrays) == 4 * len(found.surfaces) + 2 * len(found.strokes)
    assert not any(each.flags.writeable for each in arrays)
