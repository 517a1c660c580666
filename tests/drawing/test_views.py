"""Flats of bags made by hand: what is hidden, where a line begins and ends, what is filled, what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely

from bagpattern.catalog.materials import Weave
from bagpattern.drawing.model import Shape
from bagpattern.drawing.names import Names
from bagpattern.drawing.views.camera import CAMERAS
from bagpattern.drawing.views.flat import Subject, flat
from bagpattern.drawing.views.looks import (
    FIGURE,
    FILL,
    HARD,
    LINES,
    NET,
    OUTLINE,
    SEAM,
    SHADE,
    STEP,
    TEETH,
    TOPSTITCH,
    UNDER,
)
from bagpattern.drawing.views.regions import grown
from bagpattern.sewn.appearance import Appearance
from bagpattern.sewn.bag import StrokeKind
from bagpattern.sewn.dress.hardware import d_ring
from bagpattern.sewn.dress.mesh import framed, ribbon, surface
from bagpattern.sewn.wearing.figure import figure
from bagpattern.values import replace
from tests.drawing import solids

if TYPE_CHECKING:
    from bagpattern.sewn.bag import SewnBag, Stroke, Surface

FRONT = (0.0, 0.0, 1.0)
TRUE = 0.1
"""mm of the bag within which a line ends where it must."""


def view(bag: SewnBag, name: str = "front", coloured: bool = False) -> list[Shape]:
    """A view at true size."""
    return [*flat(Subject.of(bag), name, CAMERAS[name], 1.0, Names(), coloured).items]


def drawn(shapes: list[Shape], *roles: str) -> shapely.MultiLineString:
    """All lines of some roles."""
    return shapely.union_all([path.line_string for each in shapes if each.role in roles for path in each.paths])


def area(shapes: list[Shape], role: str) -> float:
    """Of what a role fills; holes run the other way round."""
    rings = [path.ring for each in shapes if each.role == role for path in each.paths]
    return float(sum(shapely.Polygon(ring).area * (1 if ring.is_ccw else -1) for ring in rings))


def holes(lines: shapely.MultiLineString) -> list[float]:
    """The areas that lines shut in, if they leave no gap wider than twice what is true."""
    band = lines.buffer(TRUE)
    parts = getattr(band, "geoms", [band])
    return sorted(shapely.Polygon(hole).area for each in parts for hole in each.interiors)


def enclosed(lines: shapely.MultiLineString) -> float:
    """The area within lines."""
    return sum(holes(lines))


def strap(*points: tuple[float, float, float], wide: float = 30.0) -> Surface:
    """A strap across the front."""
    return surface("strap", "webbing", ribbon(np.array(points, float), np.array(FRONT), wide, 2.0), piece="strap")


def seam(high: float, deep: float = 40.0) -> Stroke:
    return solids.line(StrokeKind.SEAM, (-100, high, deep), (100, high, deep), (0, 0, np.sign(deep)))


def test_the_outline_of_a_box_is_its_rectangle() -> None:
    shapes = view(solids.bag(solids.box()))
    assert drawn(shapes, OUTLINE).hausdorff_distance(shapely.box(-100, 0, 100, 150).exterior) < TRUE
    assert not drawn(shapes, STEP, HARD)


@pytest.mark.parametrize(("name", "wide"), [("side", 80), ("back", 200), ("front", 200)])
def test_upright_views_are_true(name: str, wide: float) -> None:
    outline = drawn(view(solids.bag(solids.box(lid=True)), name), OUTLINE)
    assert outline.bounds == pytest.approx((-wide / 2, 0, wide / 2, 150), abs=TRUE)


def test_a_line_behind_a_strap_ends_at_its_edges() -> None:
    bag = solids.bag([*solids.box(), strap((-30, -20, 45), (-30, 170, 45))], [seam(100)])
    left, right = drawn(view(bag), SEAM).geoms
    assert left.bounds == pytest.approx((-100, 100, -45, 100), abs=TRUE)
    assert right.bounds == pytest.approx((-15, 100, 100, 100), abs=TRUE)


def test_a_slanting_strap_hides_what_lies_under_it() -> None:
    bag = solids.bag([*solids.box(), strap((-150, 20, 45), (150, 120, 45))], [seam(70)])
    half = 15 * np.hypot(300, 100) / 100  # along the seam from the strap's middle to its edge
    left, right = drawn(view(bag), SEAM).geoms
    assert (left.bounds[2], right.bounds[0]) == pytest.approx((-half, half), abs=TRUE)


def test_what_is_at_the_back_is_not_seen_from_the_front() -> None:
    bag = solids.bag(solids.box(), [seam(100), seam(60, -40)])
    assert drawn(view(bag), SEAM).bounds == pytest.approx((-100, 100, 100, 100), abs=TRUE)
    assert drawn(view(bag, "back"), SEAM).bounds == pytest.approx((-100, 60, 100, 60), abs=TRUE)


def test_a_strap_behind_the_bag_is_seen_beside_it() -> None:
    bag = solids.bag([*solids.box(), strap((-150, 75, -45), (150, 75, -45))])
    outline = drawn(view(bag), OUTLINE)
    assert outline.bounds == pytest.approx((-150, 0, 150, 150), abs=TRUE)
    assert not outline.intersects(shapely.box(-98, 2, 98, 148))
    step = drawn(view(bag), STEP)  # the bag's sides in front of the strap
    assert step.bounds == pytest.approx((-100, 60, 100, 90), abs=0.5)
    assert step.length == pytest.approx(60, abs=2)


def test_the_far_wall_is_seen_through_the_opening_alone() -> None:
    wall = solids.line(StrokeKind.SEAM, (-100, 100, -40), (100, 100, -40), (0, 0, -1))
    opened, shut = (solids.bag(solids.box(lid=lid), [wall]) for lid in (False, True))
    assert drawn(view(opened, "open"), SEAM).length > 150
    assert not drawn(view(shut, "open"), SEAM)


def test_topstitching_is_not_seen_from_inside() -> None:
    stitched = solids.line(StrokeKind.TOPSTITCH, (-100, 140, -40), (100, 140, -40), (0, 0, -1))
    assert not drawn(view(solids.bag(solids.box(), [stitched]), "open"), TOPSTITCH)


def test_the_outline_of_a_round_bag_has_no_gaps() -> None:
    for name in CAMERAS:
        shapes = view(solids.bag([solids.round_box()]), name)
        inside = enclosed(drawn(shapes, OUTLINE))
        assert inside == pytest.approx(area(shapes, FILL), rel=0.01)
        assert not drawn(shapes, STEP)


def test_areas_are_those_of_what_is_seen() -> None:
    shapes = view(solids.bag([*solids.box(), strap((-30, -20, 45), (-30, 170, 45))]), coloured=True)
    whole = 200 * 150 + 30 * 40
    assert area(shapes, f"{UNDER}shell") == pytest.approx(whole, rel=0.002)
    assert area(shapes, f"{FILL}webbing") == pytest.approx(30 * 190, rel=0.005)


def test_the_side_away_from_the_light_and_the_inside_are_dark() -> None:
    shapes = view(solids.bag(solids.box()), "three-quarter", coloured=True)
    assert 0 < area(shapes, f"{SHADE}shell") < area(shapes, f"{UNDER}shell") / 2
    assert area(shapes, f"{SHADE}lining") == pytest.approx(area(shapes, f"{FILL}lining"), rel=0.01) != 0


def test_cloth_that_is_folded_round_a_corner_is_dark_from_there_on() -> None:
    """Its normals at the fold are the mean of both walls', and its light is not."""
    corners = np.array([(x, y, z) for y in (0, 150) for x, z in ((-100, 40), (100, 40), (100, -40))], float)
    quads = [(0, 1, 4), (0, 4, 3), (1, 2, 5), (1, 5, 4)]
    half = np.sqrt(0.5)
    normals = np.array([(0, 0, 1), (half, 0, half), (1, 0, 0)] * 2, float)
    folded = replace(solids.box()[0], points=corners, normals=normals, uv=corners[:, :2], triangles=np.array(quads))
    shapes = view(solids.bag([folded]), "three-quarter", coloured=True)
    side = 80 * np.sin(np.radians(CAMERAS["three-quarter"].round)) * 150 * np.cos(np.radians(16))
    assert area(shapes, f"{SHADE}shell") == pytest.approx(side, rel=0.02)


def test_lines_of_a_small_picture_are_finer_and_keep_their_order() -> None:
    """Alike in all views at one scale, however wide the bag is in each; of half the size, finer by a pen."""
    subject = Subject.of(solids.bag(solids.box(), [seam(100)]))
    widths = {}
    for scale in (1.0, 0.4, 0.1):
        shapes = [
            each
            for name in ("front", "side")
            for each in flat(subject, name, CAMERAS[name], scale, Names(), False).items
        ]
        roles = {each.role for each in shapes}
        (outline,), (line,) = ({each for each in roles if each.startswith(of)} for of in (OUTLINE, SEAM))
        widths[scale] = LINES[outline].width, LINES[line].width
        assert widths[scale][0] > widths[scale][1]
    assert widths[1.0][0] > widths[0.4][0] > widths[0.1][0] >= widths[1.0][0] / 2


@pytest.mark.parametrize("weave", [Weave.MESH, Weave.PLAIN])
def test_mesh_is_hatched_crosswise_where_it_is_seen_and_nothing_else_is(weave: Weave) -> None:
    """60 x 100 mm of it are as full of lines as they are said to be far apart, both ways."""
    band = ribbon(np.array([(-50, 60, 41), (50, 60, 41)], float), np.array(FRONT), 60.0, 2.0)
    bag = solids.bag([*solids.box(), surface("pocket", "mesh", band, piece="pocket")])
    prints = {"mesh": Appearance("#404040", 0.9, weave)}
    shapes = [*flat(Subject.of(bag), "front", CAMERAS["front"], 1.0, Names(), True, 0j, prints).items]
    lines = drawn(shapes, NET)
    assert lines.difference(shapely.box(-51, 29, 51, 91)).is_empty
    assert lines.length == pytest.approx(2 * 6000.0 / 1.2 if weave is Weave.MESH else 0.0, rel=0.15)


def test_a_figure_is_drawn_with_whole_lines() -> None:
    """Each a limb long, and none beside another: where limbs meet is no line."""
    shapes = view(solids.bag([*solids.box(), *figure(1670.0)], body=5), coloured=True)
    lines = [path.line_string for each in shapes if each.role == FIGURE for path in each.paths]
    assert min(each.length for each in lines) > 28
    for number, line in enumerate(lines):
        others = shapely.union_all(lines[:number] + lines[number + 1 :])
        assert line.intersection(others.buffer(0.5)).length < 5
    ring = max(
        (path.ring for each in shapes if each.role == f"{UNDER}figure" for path in each.paths), key=lambda a: a.length
    )
    assert ring.intersection(shapely.union_all(lines).buffer(1.0)).length > 0.9 * ring.length


def test_teeth_stand_across_the_zip() -> None:
    closing = solids.line(StrokeKind.ZIP, (-70, 70, 40), (70, 70, 40), FRONT)
    bag = solids.bag([*solids.box(), strap((-30, -20, 45), (-30, 170, 45))], [closing])
    teeth = [path for each in view(bag) if each.role == TEETH for path in each.paths if path.length < 20]
    assert {round(path.length, 1) for path in teeth} == {5.0}
    assert len(teeth) > 30
    assert not any(-45 < path.start.real < -15 for path in teeth)


def test_hardware_is_drawn_whole() -> None:
    ring = surface("ring", "metal", d_ring(framed((0, 120, 46), (0, -1, 0), FRONT), 25), notion="ring")
    shut_in = holes(drawn(view(solids.bag([*solids.box(), ring], body=5)), HARD))
    assert shut_in[-1] == pytest.approx(25 * 12.5, rel=0.3)  # a half disc, as wide as the strap that it takes


def test_parts_with_a_seed_are_kept_whole_and_others_are_not() -> None:
    """They are of one number, and reach round corners; those of other numbers end there."""
    drawn = ["111..2", "..1.22", "111.2.", "....3."]
    parts = np.array([[-1 if each == "." else int(each) for each in row] for row in drawn])
    seeds = np.zeros(parts.shape, bool)
    seeds[2, 0] = seeds[3, 4] = seeds[0, 3] = True
    kept = grown(seeds, parts)
    assert np.array_equal(kept, (parts == 1) | (parts == 3))
