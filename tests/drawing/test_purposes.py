"""Sheets for the copy shop, and the page for the projector."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from bagpattern.drawing import Drawing
from bagpattern.drawing.paper.plotted import plotted
from bagpattern.drawing.paper.projected import projected
from bagpattern.drawing.paper.subject import Bag
from bagpattern.geometry import areas
from bagpattern.layout.paper.pages import plotter
from bagpattern.layout.paper.sheet import Size, fill
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.pipeline import make
from tests.drawing import seen


def whole(sheets: tuple[Drawing, ...]) -> dict[str, float]:
    """The area of each piece that is drawn whole."""
    return {
        shape.piece: areas.polygon(shape.paths[0]).area
        for sheet in sheets
        for shape in seen.shapes(sheet, "cut")
        if abs(shape.paths[0].start - shape.paths[0].end) < 1e-6
    }


@pytest.mark.parametrize("paper", ["full", "a0", "a1", "arch-e", "36in", "roll:1.5m", "70x100cm"])
def test_no_piece_is_cut_in_two_and_nothing_lies_in_the_margin(pattern: Pattern, paper: str) -> None:
    sheets = plotted(Bag(pattern), Options(paper, rectangles="list"))
    drawn = whole(sheets)
    assert {"front", "back", "lining"} == {*drawn}
    for key, area in drawn.items():
        assert area == pytest.approx(pattern[key].cutting_line.area, rel=1e-6)
    for sheet in sheets:
        room = shapely.box(9.99, 9.99, sheet.width - 9.99, sheet.height - 9.99)
        assert all(room.covers(areas.line_string(path)) for shape in seen.shapes(sheet) for path in shape.paths)
        assert all(room.covers(seen.box(text)) for text in seen.texts(sheet))
        assert list(seen.collisions(sheet)) == []


def test_sheets_are_the_papers_size_and_a_roll_is_cut_off(pattern: Pattern) -> None:
    assert {(each.width, each.height) for each in plotted(Bag(pattern), Options("a1"))} <= {
        (594.0, 841.0),
        (841.0, 594.0),
    }
    (roll,) = plotted(Bag(pattern), Options("36in", rectangles="draw"))
    assert roll.width == pytest.approx(914.4)
    assert roll.height < 2500.0
    assert {*whole((roll,))} == {piece.id for piece in pattern.pieces}


@pytest.mark.parametrize("paper", ["a3", "a4", "letter", "30x30cm"])
def test_what_is_larger_than_the_sheet_is_told(pattern: Pattern, paper: str) -> None:
    what = "Shoulder strap.*" if paper == "a3" else "the guide alone is "
    with pytest.raises(ValueError, match=rf"{what}larger than the sheet: name a larger one, or a roll"):
        plotted(Bag(pattern), Options(paper, rectangles="draw"))


def test_a_bag_of_rectangles_is_a_sheet_with_the_list(pattern: Pattern) -> None:
    (sheet,) = plotted(Bag(replace(pattern, pieces=(), cut_list=())), Options("a1"))
    assert any(text.content == "100 mm" for text in seen.texts(sheet))


@pytest.mark.parametrize("text", ["a44", "roll:", "36", "roll:5cm", "roll:9km"])
def test_sheets_that_there_are_not(text: str) -> None:
    with pytest.raises(ValueError, match=r"no sheet is called|no roll is"):
        plotter(text)


def test_boxes_on_sheets_stand_apart() -> None:
    sizes = [Size(300, 200), Size(500, 100), Size(90, 90), Size(700, 50), Size(400, 400)]
    sheets, large = fill(sizes, (420.0, 600.0), 420.0)
    assert large == [3]
    assert sorted(index for sheet in sheets for index in sheet.indices) == [0, 1, 2, 4]
    for sheet, width in zip(sheets, (420.0, 600.0, 600.0), strict=False):
        boxes = [
            shapely.box(at.real, at.imag, at.real + sizes[i].width, at.imag + sizes[i].height)
            for i, at in zip(sheet.indices, sheet.arranged.places, strict=True)
        ]
        assert all(a.distance(b) > 11.9 for n, a in enumerate(boxes) for b in boxes[:n])
        assert all(box.bounds[2] <= width + 0.1 and box.bounds[3] <= 420.1 for box in boxes)


def test_a_projector_gets_every_piece_whole_in_dark_lines(pattern: Pattern) -> None:
    drawing = projected(Bag(pattern), Options())
    assert {*whole((drawing,))} == {piece.id for piece in pattern.pieces}
    assert list(seen.collisions(drawing)) == []
    for shape in seen.shapes(drawing):
        style = drawing.style_of(shape.role)
        assert (style.grey, style.fill) == (0.0, None), shape.role
        assert style.width >= 0.3
    squares = [areas.bounds(shape.paths) for shape in seen.shapes(drawing, "square")]
    assert [right - left for left, _, right, _ in squares] == pytest.approx([200.0, 203.2])
    left, bottom, right, top = areas.bounds(path for shape in seen.shapes(drawing) for path in shape.paths)
    assert (left, bottom) == pytest.approx((5.0, 5.0), abs=0.2)
    assert (drawing.width - right, drawing.height - top) == pytest.approx((5.0, 5.0), abs=0.2)


def test_a_projector_needs_no_rectangles_either(pattern: Pattern) -> None:
    assert {*whole((projected(Bag(pattern), Options(rectangles="list")),))} == {"front", "back", "lining"}


@pytest.mark.parametrize("width", ["24in", "36in", "42in", "60cm"])
def test_everything_lies_on_the_roll_and_nothing_on_each_other(width: str) -> None:
    """Also where the guide leaves no room beside itself for any piece."""
    pattern = make("mini-backpack-l")
    sheets = plotted(Bag(pattern), Options(width))
    for sheet in sheets:
        room = shapely.box(9.99, 9.99, sheet.width - 9.99, sheet.height - 9.99)
        assert all(room.covers(areas.line_string(path)) for shape in seen.shapes(sheet) for path in shape.paths)
        assert all(room.covers(seen.box(text)) for text in seen.texts(sheet))
        assert [*seen.collisions(sheet)] == []
    drawn = {piece.id for piece in pattern.pieces if not piece.panel.same_as}
    assert {*whole(sheets)} == drawn - Bag(pattern).listed()


def test_a_sheet_that_nothing_fits_is_empty_and_stands_in_its_place() -> None:
    sheets, large = fill([Size(280.0, 200.0), Size(280.0, 200.0)], (150.0, 600.0), 900.0)
    assert [each.indices for each in sheets] == [(), (0, 1)]
    assert large == []


def test_a_wider_roll_is_no_longer() -> None:
    lengths = [
        plotted(Bag(make("mini-backpack")), Options(width))[0].height for width in ("24in", "36in", "42in", "150cm")
    ]
    assert lengths == sorted(lengths, reverse=True)
