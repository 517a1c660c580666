"""``--holes``: what an awl or a laser punches in leather before it is sewn."""

from __future__ import annotations

import pytest
import shapely

import bagpattern
from bagpattern.drawing.piece.stitched import holes_of
from bagpattern.drawing.purposes.cutter import Cutter
from bagpattern.errors import InputError
from bagpattern.geometry import areas
from bagpattern.model.pattern import Pattern
from bagpattern.model.seam import Run
from bagpattern.options import Options
from tests.drawing import seen

PITCH = 3.85


@pytest.fixture(scope="module")
def bag() -> Pattern:
    return bagpattern.make("clutch", {"materials.shell": "leather"})


def on_run(bag: Pattern, run: Run, holes: dict[str, tuple[complex, ...]]) -> int:
    """How many holes lie on a run."""
    low, high = bag.draft.span(run)
    line = areas.line_string(bag.draft[run.panel].along(run.on).path)
    places = [shapely.Point(each.real, each.imag) for each in holes.get(run.panel, ())]
    return sum(line.distance(each) < 0.03 and low - 0.1 <= line.project(each) <= high + 0.1 for each in places)


def test_both_sides_of_a_seam_have_the_same_number_and_the_corners_one_each(bag: Pattern) -> None:
    holes = dict(holes_of(bag, PITCH))
    leather = {piece.id for piece in bag.pieces if piece.panel.material == "shell"}
    sewn = [seam for seam in bag.seams if {run.panel for run in (*seam.a, *seam.b)} <= leather]
    assert sewn
    for seam in sewn:
        counts = [sum(on_run(bag, run, holes) for run in side) for side in (seam.a, seam.b)]
        assert counts[0] == counts[1] == round(bag.length(seam) / PITCH) + 1


def test_holes_lie_a_pitch_apart_and_inside_the_leather(bag: Pattern) -> None:
    drawings = Cutter().draw(bag, Options(holes=PITCH))
    assert not [shape for shape in seen.shapes(drawings["cutter-lining"], "drill") if "stitch" in shape.id]
    drawing = drawings["cutter-shell"]
    outlines = [areas.polygon(shape.paths[0]) for shape in seen.shapes(drawing, "cut")]
    punched = [areas.polygon(shape.paths[0]) for shape in seen.shapes(drawing, "drill") if "stitch" in shape.id]
    assert len(punched) > 200
    for hole in punched:
        assert hole.area == pytest.approx(0.785, abs=0.01)
        assert any(outline.buffer(-0.9).covers(hole) for outline in outlines)
    nearest = [min(one.centroid.distance(other.centroid) for other in punched if other is not one) for one in punched]
    assert min(nearest) > 0.39 * PITCH
    assert sum(abs(each - PITCH) < 0.15 for each in nearest) > 0.9 * len(nearest)


def test_what_cannot_be_punched() -> None:
    with pytest.raises(InputError, match="nothing of this bag is of leather"):
        holes_of(bagpattern.make("pencil-case"), PITCH)
    leather = bagpattern.make("clutch", {"materials.shell": "leather"})
    for bare in (Options(holes=PITCH, allowance=False), Options(holes=PITCH, no_allowance_for=("shell",))):
        with pytest.raises(InputError, match="holes: lie on the stitching line"):
            Cutter().draw(leather, bare)
    assert Cutter().draw(leather, Options(holes=PITCH, no_allowance_for=("lining",)))
