"""What hangs on the sewn bag: sizes of hardware, meshes that are shut and look outward, lengths that straps keep."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

import bagpattern
from bagpattern.model.panel import Role
from bagpattern.model.wall import Wall
from bagpattern.pipeline import make
from bagpattern.sewn.bag import Stroke, StrokeKind
from bagpattern.sewn.display import displayed
from bagpattern.sewn.dress import hardware
from bagpattern.sewn.dress.dressing import dressed, still
from bagpattern.sewn.dress.ground import Ground
from bagpattern.sewn.dress.laid import rigid, squeezed
from bagpattern.sewn.dress.mesh import Mesh, evenly, framed, ribbon, slab, tube, turned_solid
from bagpattern.sewn.dress.stitches import threads
from bagpattern.sewn.dress.straps import carried
from bagpattern.sewn.shape import shaped

if TYPE_CHECKING:
    from bagpattern.model.pattern import Pattern
    from bagpattern.sewn.body import Body
    from bagpattern.sewn.dress.dressing import Dress

FRAME = framed((10.0, 20.0, 30.0), (1.0, 1.0, 0.0), (0.0, 0.0, 1.0))
ARC = np.array([(100 * np.cos(t), 100 * np.sin(t), 0.0) for t in np.linspace(0, np.pi, 40)])


def volume(mesh: Mesh) -> float:
    """mm3, by the divergence theorem: positive when every triangle looks outward."""
    one, two, three = (mesh.points[mesh.triangles[:, corner]] for corner in range(3))
    return float((one * np.cross(two, three)).sum() / 6)


def is_shut(mesh: Mesh) -> bool:
    """Whether every edge, by its places, is there as often in one direction as in the other."""
    names = [tuple(np.round(each, 4).tolist()) for each in mesh.points]
    edges: Counter[tuple[object, ...]] = Counter()
    for triangle in mesh.triangles.tolist():
        for one, two in ((0, 1), (1, 2), (2, 0)):
            here, there = names[triangle[one]], names[triangle[two]]
            if here != there:
                edges[(here, there)] += 1
                edges[(there, here)] -= 1
    return not any(edges.values())


def agree(mesh: Mesh) -> float:
    """The share of triangles whose normals, as given, look to the side from which they run counter-clockwise."""
    one, two, three = (mesh.points[mesh.triangles[:, corner]] for corner in range(3))
    faces = np.cross(two - one, three - one)
    given = mesh.normals[mesh.triangles].mean(axis=1)
    large = np.linalg.norm(faces, axis=1) > 1e-9
    return float(((faces * given).sum(axis=1)[large] > 0).mean())


MESHES = {
    "ribbon": ribbon(ARC, (0.0, 0.0, 1.0), 25.0, 2.0),
    "tube": tube(ARC, 3.0),
    "slab": slab(FRAME, 30.0, 20.0, 5.0, 1.0),
    "d-ring": hardware.d_ring(FRAME, 25.0),
    "slider": hardware.slider(FRAME, 25.0),
    "ladder lock": hardware.ladder_lock(FRAME, 20.0),
    "swivel": hardware.swivel(FRAME, 20.0),
    "buckle, its socket": hardware.buckle(FRAME, 25.0)[0],
    "buckle, its plug": hardware.buckle(FRAME, 25.0)[1],
    "puller": hardware.puller(FRAME, 6.2),
    "tongue": hardware.tongue(FRAME),
    "puller over an end": hardware.puller(FRAME, 6.2, droops=True),
}
OPEN_BELOW = {
    "snap": hardware.snap(FRAME, 18.0),
    "foot": hardware.foot(FRAME, 12.0),
    "eyelet": hardware.eyelet(FRAME, 8.0),
    "cord lock": hardware.cord_lock(FRAME, 5.0),
    "turn-lock": hardware.turn_lock(FRAME),
    "lock rim": hardware.lock_rim(FRAME, 10.0, 25.0),
    "tuck plate": hardware.tuck_plate(FRAME),
}


@pytest.mark.parametrize("name", MESHES)
def test_a_solid_is_shut_and_looks_outward(name: str) -> None:
    mesh = MESHES[name]
    assert is_shut(mesh)
    assert volume(mesh) > 0


@pytest.mark.parametrize("name", [*MESHES, *OPEN_BELOW])
def test_normals_look_to_where_the_triangles_do(name: str) -> None:
    mesh = (MESHES | OPEN_BELOW)[name]
    assert agree(mesh) > 0.97
    assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1.0, atol=1e-6)
    assert len(mesh.points) == len(mesh.normals) == len(mesh.uv)


def test_an_open_or_turned_mesh_is_found_out() -> None:
    mesh = MESHES["slab"]
    assert not is_shut(mesh._replace(triangles=mesh.triangles[1:]))
    assert volume(mesh._replace(triangles=mesh.triangles[:, ::-1])) < 0
    assert agree(mesh._replace(triangles=mesh.triangles[:, ::-1])) < 0.1


def test_a_ribbon_has_its_volume() -> None:
    straight = np.array([(0.0, 0.0, 0.0), (50.0, 0.0, 0.0), (100.0, 0.0, 0.0)])
    assert volume(ribbon(straight, (0.0, 0.0, 1.0), 25.0, 2.0)) == pytest.approx(100 * 25 * 2)


@pytest.mark.parametrize("width", [10.0, 25.0, 50.0])
def test_hardware_is_as_wide_inside_as_it_says(width: float) -> None:
    for mesh in (hardware.d_ring(FRAME, width), hardware.slider(FRAME, width)):
        across = (mesh.points - FRAME.at) @ FRAME.side
        reach = np.abs(across).max()
        thick = hardware.wire(width)
        assert width / 2 <= reach - 1.0  # the wire lies outside of the strap
        assert reach < width / 2 + max(thick, 4.0) + 0.6


def test_a_ring_reaches_to_the_inside_of_its_bow() -> None:
    ahead = (hardware.d_ring(FRAME, 25.0).points - FRAME.at) @ FRAME.along
    assert hardware.ring_reach(25.0) == pytest.approx(ahead.max() - hardware.wire(25.0), abs=0.1)


def test_a_part_is_laid_down_without_mirroring() -> None:
    part = np.array([(0, 0), (40, 0), (40, 30)], float)
    turn = np.array([[0, -1], [1, 0]], float)
    found, move = rigid(part, part @ turn.T + (7, 9))
    assert np.allclose(found, turn)
    assert np.allclose(move, (7, 9))
    mirrored, _ = rigid(part, part * (-1, 1))
    assert np.linalg.det(mirrored) == pytest.approx(1.0)


def test_a_pleated_part_is_drawn_in_along_its_line_only() -> None:
    part = np.array([(0, 0), (70, 0), (210, 0), (280, 0)], float)
    face = np.array([(10, 5), (45, 5), (115, 5), (150, 5)], float)
    turn, move = squeezed(part, face)
    assert np.allclose(part @ turn.T + move, face)
    assert np.linalg.norm(turn @ (0, 1)) == pytest.approx(1.0)


def test_a_wing_is_level_at_its_root_and_upright_at_its_tip_where_its_belt_comes_out() -> None:
    bag = make("fanny-pack").sewn()
    wings = [each.points for each in bag.surfaces if each.piece == "wing" and each.lined]
    belt = np.concatenate([each.points for each in bag.surfaces if each.notion == "belt"])
    assert len(wings) == 2
    for each in wings:
        out = np.abs(each[:, 0])
        root, tip = each[out < out.min() + 4.0], each[out > out.max() - 3.0]
        assert np.ptp(root[:, 1]) < 15.0 < np.ptp(root[:, 2])
        assert np.ptp(tip[:, 1]) == pytest.approx(42.0, abs=4.0)
        assert np.linalg.norm(belt - tip.mean(axis=0), axis=1).min() < 25.0
        assert not (np.abs(belt[belt[:, 0] * each[0, 0] > 0.0][:, 0]) < out.max() - 6.0).all()


def test_stitches_are_of_thread_and_as_many_as_fit() -> None:
    line = evenly(np.array([(0.0, 0, 0), (43.0, 0, 0)]), 4.0)
    stroke = Stroke(StrokeKind.TOPSTITCH, line, np.tile((0.0, 0, 1.0), (len(line), 1)))
    (made,) = threads([stroke])
    assert len(made.triangles) == 10 * 4
    assert agree(Mesh(made.points, made.normals, made.uv, made.triangles)) == 1.0
    assert threads([Stroke(StrokeKind.SEAM, line, stroke.normals)]) == ()


def test_a_lathe_turns_a_cylinder() -> None:
    mesh = turned_solid(FRAME, [(0, 0.001), (0, 10), (20, 10), (20, 0.001)], 64)
    assert volume(mesh) == pytest.approx(np.pi * 100 * 20, rel=0.01)


@cache
def dress_of(preset: str) -> tuple[Pattern, Body, Dress]:
    pattern = bagpattern.make(preset)
    body = displayed(pattern, shaped(pattern, False))
    return pattern, body, dressed(still(pattern, body))


PRESETS = ("mini-backpack", "messenger", "duffle", "roll-top", "bucket", "sling", "daypack", "tote-work", "clutch")


@pytest.mark.parametrize("preset", PRESETS)
def test_what_is_not_shown_is_told(preset: str) -> None:
    pattern, _, (surfaces, _, notes) = dress_of(preset)
    shown = {each.piece for each in surfaces} | {each.notion for each in surfaces}
    for notion in pattern.notions:
        hidden = notion.kind in ("thread", "board", "patch", "zip-slider")
        assert hidden or notion.id in shown or notes.get(notion.id), notion.id
    for panel in pattern.draft.panels:
        if panel.role in (Role.POCKET, Role.STRAP, Role.CLOSURE):
            assert panel.id in shown or panel.is_on(Wall.FRONT) or notes.get(panel.id), panel.id


@pytest.mark.parametrize("preset", PRESETS)
def test_surfaces_are_sound(preset: str) -> None:
    _, body, (surfaces, strokes, _) = dress_of(preset)
    high = np.ptp(body.points, axis=0).max()
    for each in surfaces:
        assert np.isfinite(each.points).all()
        assert np.isfinite(each.normals).all()
        assert each.triangles.min() >= 0
        assert each.triangles.max() < len(each.points)
        assert agree(Mesh(each.points, each.normals, each.uv, each.triangles)) > 0.9, each.name
        assert np.abs(each.points).max() < 1500 + high
    for line in strokes:
        assert line.points.shape == line.normals.shape
        assert np.isfinite(line.points).all()


@pytest.mark.parametrize("preset", ["mini-backpack", "sling"])
def test_the_same_bag_is_dressed_to_the_byte(preset: str) -> None:
    pattern, body, (surfaces, strokes, notes) = dress_of(preset)
    again = dressed(still(pattern, body))
    assert [each.points.tobytes() for each in again[0]] == [each.points.tobytes() for each in surfaces]
    assert [each.points.tobytes() for each in again[1]] == [each.points.tobytes() for each in strokes]
    assert again[2] == notes


def test_a_handle_is_as_long_as_it_is_cut() -> None:
    pattern, body, _ = dress_of("tote-work")
    hung = carried(Ground(body))
    length = pattern.notions["handle"].length
    ribbons = [each for each in hung.surfaces if each.notion == "handle"]
    runs = sum(float(np.ptp(each.uv[:, 1])) for each in ribbons)
    assert length is not None
    assert runs == pytest.approx(2 * length, rel=0.02)


def test_handles_round_a_body_have_their_loops_whatever_that_is_cut_of() -> None:
    bags = [make({"style": "duffle", "build": build}).sewn() for build in ("seamed", "one-piece")]
    tops = [each.points[:, 1].max() for bag in bags for each in bag.surfaces if each.notion == "handles"]
    assert tops[0] > 300.0  # the body alone is 260 mm high
    assert tops[1] == pytest.approx(tops[0], abs=5.0)


def test_rings_are_where_their_tabs_are() -> None:
    _, body, (surfaces, _, _) = dress_of("messenger")
    rings = [each.points.mean(axis=0) for each in surfaces if each.notion == "side-tab ring"]
    assert len(rings) == 2
    assert sorted(np.sign(each[0]) for each in rings) == [-1.0, 1.0]
    assert all(each[1] > body.points[:, 1].max() - 30 for each in rings)  # at the rim of its gusset


def test_a_flap_hangs_before_the_front_and_not_inside() -> None:
    _, body, (surfaces, _, _) = dress_of("messenger")
    flap = next(each for each in surfaces if each.piece == "flap")
    front = body.points[:, 2].max()
    low = flap.points[flap.points[:, 1] < flap.points[:, 1].min() + 40]
    assert low[:, 2].min() > front - 12
    assert flap.points[:, 1].max() > body.points[:, 1].max() - 3


def test_a_pocket_lies_on_its_line() -> None:
    pattern, body, (surfaces, _, _) = dress_of("messenger-organiser")
    pocket = next(each for each in surfaces if each.piece == "organiser")
    line = pattern.draft["front"].along("organiser")
    corner = body.along("front", 1, "organiser", [0.0]).points[0]
    near = np.linalg.norm(pocket.points - corner, axis=1).min()
    assert line.length > 100
    assert near < 4.0
    assert pocket.points[:, 2].mean() > body.points[:, 2].max() - 20


def test_a_rolled_top_lies_where_it_is_rolled_to() -> None:
    _, body, (surfaces, _, _) = dress_of("roll-top")
    level = body.along("front", 1, "rolled down to here", [10.0]).points[0][1]
    roll = next(each for each in surfaces if each.name == "roll")
    assert abs(roll.points[:, 1].mean() - level) < 30


@pytest.mark.parametrize(
    ("preset", "through"), [("bucket", {}), ("stuff-sack", {}), ("basket-bag", {"closure.through": "strip"})]
)
def test_a_drawn_rim_shows_its_cord_and_its_lock(preset: str, through: dict[str, str]) -> None:
    pattern = make(preset, through)
    shown = {each.notion for each in pattern.sewn().surfaces}
    assert {"cord", "cord-lock"} <= {notion.kind for notion in pattern.notions if notion.id in shown}
