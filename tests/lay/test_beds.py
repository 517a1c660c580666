"""Sheets of one size: everything lies on them in its place, at true size, or is named."""

from __future__ import annotations

from collections import Counter

import pytest

import bagpattern
from bagpattern.drawing.cloth.bed import bed_drawings
from bagpattern.drawing.cloth.true_size import bed_sheets, true_size
from bagpattern.drawing.model import Drawing
from bagpattern.geometry import areas
from bagpattern.geometry.placement import IDENTITY
from bagpattern.layout.bed_search import merged
from bagpattern.layout.beds import Bed, Sheets, bed, on_bed
from bagpattern.layout.blanks import Blank
from bagpattern.layout.cloth import Cloth, Order
from bagpattern.layout.engines.watch import Watch
from bagpattern.layout.judge import faults
from bagpattern.layout.tables import on_tables
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.said import Name
from tests.drawing import seen


@pytest.fixture(scope="module")
def bag() -> Pattern:
    return bagpattern.make("mini-backpack")


@pytest.fixture(scope="module")
def found(bag: Pattern) -> tuple[Sheets, ...]:
    return on_bed(bag, Order(copies=2), Bed(600.0, 900.0, 5.0))


@pytest.fixture(scope="module")
def drawings(bag: Pattern, found: tuple[Sheets, ...]) -> dict[str, Drawing]:
    return true_size(bag, bed_sheets(found), Options())


def test_every_copy_lies_on_some_sheet_or_is_named(
    bag: Pattern, found: tuple[Sheets, ...], drawings: dict[str, Drawing]
) -> None:
    laid = Counter(shape.piece for each in drawings.values() for shape in seen.shapes(each, "cut"))
    named = Counter({blank.piece: len(blank.copies) for each in found for blank in each.missing})
    assert named == {"crossbody-strap": 2}  # 1345 mm long
    assert laid + named == Counter({piece.id: 2 * piece.panel.count for piece in bag.pieces})


def test_pieces_keep_off_the_rim_and_off_each_other(bag: Pattern, drawings: dict[str, Drawing]) -> None:
    assert len(drawings) > 3
    for each in drawings.values():
        assert (each.width, each.height) == (600.0, 900.0)
        cut = [(shape.piece, areas.polygon(shape.paths[0])) for shape in seen.shapes(each, "cut")]
        for index, (piece, one) in enumerate(cut):
            left, bottom, right, top = one.bounds
            assert min(left, bottom, 600.0 - right, 900.0 - top) > 4.97
            assert one.area == pytest.approx(bag[piece].cutting_line.area, rel=1e-4)
            assert all(one.distance(other) > 1.9 for _, other in cut[:index])


def test_marks_lie_on_their_own_piece_and_outlines_come_last(drawings: dict[str, Drawing]) -> None:
    for each in drawings.values():
        roles = [shape.role for shape in seen.shapes(each)]
        assert {*roles[roles.index("cut") :]} == {"cut"}
        cut = [(shape.piece, areas.polygon(shape.paths[0]).buffer(0.2)) for shape in seen.shapes(each, "cut")]
        for shape in seen.shapes(each, "notch", "slit", "drill"):
            line = areas.line_string(shape.paths[0])
            assert any(outline.covers(line) for piece, outline in cut if piece == shape.piece)


def test_grain_lies_along_the_side_that_takes_it(bag: Pattern, found: tuple[Sheets, ...]) -> None:
    """A lining that goes on fewer sheets with its grain up the bed lies so; its pieces are drawn turned."""
    lining = next(each for each in found if each.cloth.material == "lining")
    assert lining.upright
    assert lining.along == 900.0
    back = bag["lining-back"]
    for sheet in true_size(bag, bed_sheets([lining]), Options()).values():
        for shape in (each for each in seen.shapes(sheet, "cut") if each.piece == back.id):
            left, bottom, right, top = areas.bounds(shape.paths)
            assert (right - left, top - bottom) == pytest.approx((back.cut_width, back.cut_height), abs=0.01)


def test_true_shapes_need_fewer_sheets() -> None:
    """Two triangles that boxes lay on two sheets share one."""
    on = Cloth("shell", Name("Canvas"), 210.0, "two-way", gap=2.0, table=430.0)
    halves = (Blank("half", 1, Name("Half"), (1, 2), False, IDENTITY, (0j, 400 + 0j, 200j)),)
    boxes = (Sheets(Bed(430.0, 210.0), on, on_tables(halves, on), (), False),)
    assert [len(each.plans) for each in boxes] == [2]
    assert merged(boxes, 0.0, Watch()) == boxes
    (better,) = merged(boxes, 2.0, Watch())
    (plan,) = better.plans
    assert not faults(plan.blanks, on, plan.spots)
    assert sorted(each.copy for each in plan.placed) == [1, 2]


def test_overviews_are_as_long_as_the_bed(bag: Pattern, found: tuple[Sheets, ...]) -> None:
    told = [text.content for text in seen.texts(bed_drawings(bag, found[1:2])["lay-contrast-1"])]
    assert "Cotton canvas, 8-10 oz: sheet 1 of 1, 600 x 900 mm, of which 33% is used. Drawn 1:" in " ".join(told)
    assert "ends at 60 cm" in told


@pytest.mark.parametrize(
    ("text", "size"), [("60x90cm", (600.0, 900.0)), ("12x24in", (304.8, 609.6)), ("30 cm x 20 cm", (300.0, 200.0))]
)
def test_beds_by_their_size(text: str, size: tuple[float, float]) -> None:
    assert (bed(text).width, bed(text).height) == pytest.approx(size)
