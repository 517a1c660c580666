"""Wishes for paper: rectangles left to the cut list, margins, overlap, bleed, and the line for stitching programs."""

from __future__ import annotations

import re

import pytest
import shapely

from bagpattern.drawing import Drawing
from bagpattern.drawing.model import Shape
from bagpattern.drawing.paper.pagemap import _ranges
from bagpattern.drawing.paper.sheets import printed
from bagpattern.drawing.piece.rectangles import left_to_the_list, marking
from bagpattern.errors import InputError
from bagpattern.export import Job
from bagpattern.geometry import areas
from bagpattern.layout.paper.pages import STRIP
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.pipeline import make
from tests.drawing import seen


def drawn(pages: tuple[Drawing, ...]) -> set[str]:
    return {shape.piece for page in pages for shape in seen.shapes(page, "cut")}


def words(pages: tuple[Drawing, ...]) -> str:
    return " ".join(text.content for page in pages for text in seen.texts(page))


def test_pages_leave_plain_rectangles_to_the_cut_list(pattern: Pattern) -> None:
    listed = left_to_the_list(pattern)
    assert listed == {"zip-band", "base-band", "strap", "tab", "ring-tab", "stop", "pocket", "lining-band"}
    pages = printed(pattern, Options("a4"))
    assert drawn(pages) == {piece.id for piece in pattern.pieces} - listed
    assert drawn(printed(pattern, Options("a4", rectangles="draw"))) == {piece.id for piece in pattern.pieces}
    assert drawn(printed(pattern, Options())) == {piece.id for piece in pattern.pieces}
    assert "it is not printed" in words(pages).replace("  ", " ")


def test_the_list_says_what_to_mark(pattern: Pattern) -> None:
    told = str(marking(pattern["strap"]))
    assert "middle at 50 across, 470 up" in told
    assert "fold from the left 25, 50, 75" in told
    assert str(marking(pattern["base-band"])).endswith("fold from the left 245")


def test_notches_are_told_from_the_cut_corner(pattern: Pattern) -> None:
    from dataclasses import replace

    from bagpattern.model.marks import Notch, NotchKind

    piece = pattern["base-band"]
    notches = (Notch("bottom", 100.0, NotchKind.DOUBLE, "x"), Notch("top", 100.0, NotchKind.SINGLE, "y"))
    told = str(marking(replace(piece, panel=replace(piece.panel, notches=notches))))
    assert "notches top 380; notches bottom 110 double" in told


def test_rectangles_with_many_marks_are_drawn_and_what_is_told_is_in_whole_millimetres() -> None:
    bag = make("tote-backpack")
    listed = left_to_the_list(bag)
    assert not listed & {"side-left", "lining-front", "base"}  # ten marks and more
    assert "zip-strip" in listed
    for piece in listed:
        for figure in re.findall(r"[\d.]+", str(marking(bag[piece])).partition("middle")[2]):
            assert "." not in figure


def test_a_bag_of_rectangles_alone_is_covers_alone(pattern: Pattern) -> None:
    from dataclasses import replace

    listed = left_to_the_list(pattern)
    rows = tuple(row for row in pattern.cut_list if row.piece in listed)
    plain = replace(pattern, pieces=tuple(piece for piece in pattern.pieces if piece.id in listed), cut_list=rows)
    pages = printed(plain, Options("a4", figures=False))
    assert pages
    assert drawn(pages) == set()


@pytest.mark.parametrize("margin", [5.0, 15.0])
def test_nothing_lies_in_the_margin(pattern: Pattern, margin: float) -> None:
    for page in printed(pattern, Options("a4", margin=margin)):
        room = shapely.box(margin - 0.01, margin - 0.01, page.width - margin + 0.01, page.height - margin + 0.01)
        assert all(room.covers(areas.line_string(path)) for shape in seen.shapes(page) for path in shape.paths)
        assert all(room.covers(seen.box(text)) for text in seen.texts(page))


def test_pages_repeat_their_neighbours_by_the_overlap(pattern: Pattern) -> None:
    pages = [page for page in printed(pattern, Options("a4", overlap=15.0)) if seen.shapes(page, "overlap")]
    frames = [areas.bounds(seen.shapes(page, "frame")[0].paths) for page in pages]
    assert {(round(right - left), round(top - bottom)) for left, bottom, right, top in frames} <= {
        (190, 277 - round(STRIP)),
        (277, 190 - round(STRIP)),
    }
    inner = areas.bounds(seen.shapes(pages[0], "overlap")[0].paths)
    assert frames[0][2] - inner[2] == pytest.approx(15.0)
    assert inner[1] - frames[0][1] == pytest.approx(15.0)


def test_lines_run_on_into_the_margin_when_they_may(pattern: Pattern) -> None:
    rims = []
    for page in printed(pattern, Options("a4", bleed=True)):
        paths = [path for shape in seen.shapes(page, "cut", "stitch") for path in shape.paths]
        if paths:
            left, bottom, right, top = areas.bounds(paths)
            assert left >= -0.01
            assert bottom >= 10.0 + STRIP - 0.01
            assert right <= page.width + 0.01
            assert top <= page.height + 0.01
            rims.append(min(left, page.width - right, page.height - top))
    assert min(rims) < 1.0


@pytest.mark.parametrize(("margin", "overlap"), [(4.0, 0.0), (30.0, 0.0), (10.0, 40.0), (10.0, -1.0)])
def test_edges_that_cannot_be_printed(pattern: Pattern, margin: float, overlap: float) -> None:
    with pytest.raises(InputError, match="cannot be used"):
        printed(pattern, Options("a4", margin=margin, overlap=overlap))


@pytest.mark.parametrize(
    ("paper", "margin", "overlap"),
    [("150x200mm", 25.0, 0.0), ("200x150mm", 25.0, 0.0), ("130x300mm", 10.0, 5.0)],
)
def test_pages_without_room_for_the_test_squares_are_refused(
    pattern: Pattern, paper: str, margin: float, overlap: float
) -> None:
    options = Options(paper, margin=margin, overlap=overlap)
    with pytest.raises(ValueError, match="the test squares need 108 mm: choose a larger paper or a smaller margin"):
        printed(pattern, options)


@pytest.mark.parametrize(("paper", "margin"), [("158x208mm", 25.0), ("130x130mm", 10.0)])
def test_the_smallest_pages_hold_the_test_squares(pattern: Pattern, paper: str, margin: float) -> None:
    pages = printed(pattern, Options(paper, margin=margin, figures=False))
    squares = [each for each in pages[0].items if each.role == "square"]
    assert len(squares) == 2


def test_the_line_for_stitching_programs_names_the_pages_as_they_are(pattern: Pattern) -> None:
    pages = printed(pattern, Options("a4", rectangles="draw"))
    told = re.search(r"(\d+) columns?, pages ([\d,-]+), by rows; trim in millimetres: (.*?)foot 18", words(pages))
    assert told is not None
    numbers = [number for part in told[2].split(",") for number in _spread(part)]
    labels = {}
    for number, page in enumerate(pages, 1):
        label = next((text.content for text in seen.texts(page) if text.size == 5.0 and text.role == "page-text"), "")
        if label:
            labels[number] = label
    for place, number in enumerate(numbers):
        row, column = divmod(place, int(told[1]))
        assert not number or labels.pop(number) == f"{'ABCDEFGH'[row]}{column + 1}"
    assert labels == {}


def _spread(part: str) -> list[int]:
    low, _, high = part.partition("-")
    return [*range(int(low), int(high or low) + 1)]


def test_ranges() -> None:
    assert _ranges([2, 3, 4, 0, 0, 5]) == "2-4,0,0,5"
    assert _ranges([0, 1, 2]) == "0,1-2"


def test_pieces_apart_share_no_page_if_they_are_larger_than_one(pattern: Pattern) -> None:
    options = Options("a4", rectangles="draw", one_grid_per_piece=True)
    pages = printed(pattern, options)
    shown = [{shape.piece for shape in seen.shapes(page, "cut")} for page in pages]
    divided = {piece.id for piece in pattern.pieces if sum(piece.id in each for each in shown) > 1}
    assert divided
    assert all(len(each) == 1 for each in shown if each & divided)
    assert drawn(pages) == {piece.id for piece in pattern.pieces}


def test_pages_apart_have_names_and_join_marks_of_their_own(pattern: Pattern) -> None:
    pages = printed(pattern, Options("a4", rectangles="draw", one_grid_per_piece=True))
    names = [text.content for page in pages for text in seen.texts(page) if re.fullmatch(r"[A-Z]+\d+", text.content)]
    on_map = [name for name in names if names.count(name) == 2]
    assert len({*names}) * 2 == len(names) == len(on_map)
    marks = [shape.id for page in pages for shape in seen.shapes(page, "join") if shape.id.startswith("join")]
    assert all(marks.count(mark) == 2 for mark in marks)


def test_only_the_layers_that_are_asked_for_are_drawn(pattern: Pattern) -> None:
    (drawing,) = Job(pattern, options=Options(layers=("cut", "marks"))).drawings.values()
    assert [layer.id for layer in drawing.layers] == ["cut", "marks"]
    with pytest.raises(InputError, match='no layer "cuts"; did you mean "cut"'):
        _ = Job(pattern, options=Options(layers=("cuts",))).drawings
    with pytest.raises(InputError, match="nothing is drawn on page"):
        _ = Job(pattern, options=Options(layers=("page",))).drawings


def test_pages_for_a_printer_that_is_off(pattern: Pattern) -> None:
    """The square that is to measure 100 mm is drawn so large that 97 % of it are 100 mm, on pages of the same paper."""
    for paper, size in (("a4", {210.0, 297.0}), ("full", None)):
        pages = printed(pattern, Options(paper, measured=97.0))
        on_paper = {round(0.97 * _side(shape), 3) for page in pages for shape in seen.shapes(page, "square")}
        assert {100.0, 101.6} <= on_paper  # 100 mm and 4 in
        assert size is None or {round(side, 6) for page in pages for side in (page.width, page.height)} == size
        for page in pages:
            assert "Drawn at 103.09 %, for a printer that makes 97 mm of 100 mm" in words((page,))
    with pytest.raises(InputError, match="it scales: print at 100 %"):
        Options("a4", measured=94.0)


def _side(square: Shape) -> float:
    left, _, right, _ = square.paths[0].bounds
    return right - left
