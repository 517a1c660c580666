"""Pages: together they are the drawing; each says where it belongs."""

from __future__ import annotations

import io
from collections import Counter, defaultdict

import pikepdf
import pytest
import shapely
from click.testing import CliRunner
from shapely import affinity

from bagpattern.cli import main
from bagpattern.drawing import Drawing, sheets
from bagpattern.drawing.paper.sheets import printed
from bagpattern.drawing.paper.spread import spread
from bagpattern.drawing.paper.subject import Bag
from bagpattern.export import Job, rendered
from bagpattern.geometry import areas
from bagpattern.layout.paper.pages import MARGIN, STRIP, best_grid, letters, paper
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.pipeline import make
from bagpattern.values import replace
from tests.drawing import seen

LOW = MARGIN + STRIP


def tiles(pages: tuple[Drawing, ...]) -> dict[tuple[int, int], Drawing]:
    """The pages of the drawing by row and column, read from their labels; covers have none."""
    found = {}
    for page in pages:
        label = next((text.content for text in seen.texts(page) if text.size == 5.0 and text.role == "page-text"), "")
        if label:
            found["ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(label[0]), int(label[1:])] = page
    return found


def test_every_outline_put_together_again_is_the_models(pattern: Pattern, pages: tuple[Drawing, ...]) -> None:
    parts: defaultdict[str, list[shapely.LineString]] = defaultdict(list)
    for (row, column), page in tiles(pages).items():
        width, height = page.width - 2 * MARGIN, page.height - 2 * MARGIN - STRIP
        for shape in seen.shapes(page, "cut"):
            for path in shape.paths:
                parts[shape.piece].append(affinity.translate(areas.line_string(path), column * width, -row * height))
    for piece in pattern.pieces:
        joined = shapely.line_merge(shapely.set_precision(shapely.union_all(parts[piece.id]), 1e-4))
        whole = shapely.polygonize([joined]).geoms[0]
        wanted = piece.cutting_line
        if abs((whole.bounds[2] - whole.bounds[0]) - piece.cut_width) > 0.01:
            wanted = affinity.rotate(wanted, -90)
        there = affinity.translate(wanted, whole.bounds[0] - wanted.bounds[0], whole.bounds[1] - wanted.bounds[1])
        assert whole.hausdorff_distance(there) < 0.1, piece.id


def test_nothing_lies_in_the_margin(pages: tuple[Drawing, ...]) -> None:
    for page in pages:
        printable = shapely.box(MARGIN - 0.01, MARGIN - 0.01, page.width - MARGIN + 0.01, page.height - MARGIN + 0.01)
        for shape in seen.shapes(page):
            assert all(printable.covers(areas.line_string(path)) for path in shape.paths), (page.title, shape.id)
        for text in seen.texts(page):
            assert printable.covers(seen.box(text)), (page.title, text)


def test_no_text_touches_a_line_or_another_text(pages: tuple[Drawing, ...]) -> None:
    assert [each for page in pages for each in seen.collisions(page)] == []


def test_every_text_of_every_piece_is_on_some_page(pattern: Pattern, pages: tuple[Drawing, ...]) -> None:
    for piece in pattern.pieces:
        written = [text.content for page in pages for text in seen.texts(page) if text.piece == piece.id]
        assert any(each.startswith(str(piece.number)) for each in written), piece.id
    contents = Counter(
        (text.piece, text.content)
        for page in pages
        for text in seen.texts(page)
        if text.piece and not text.content.isdigit()
    )
    assert not [each for each, count in contents.items() if count > 1 and each[1].startswith("Cut")]


def test_join_marks_come_in_pairs_that_meet(pages: tuple[Drawing, ...]) -> None:
    places: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for (row, column), page in tiles(pages).items():
        width, height = page.width - 2 * MARGIN, page.height - 2 * MARGIN - STRIP
        for shape in seen.shapes(page, "join"):
            if shape.id.startswith("join-"):
                base = (shape.paths[0].segments[0].start + shape.paths[0].segments[0].end) / 2
                places[shape.id].append((base.real + column * width, base.imag - row * height))
    for mark, found in places.items():
        assert len(found) == 2, mark
        assert found[0] == pytest.approx(found[1]), mark


def test_pages_are_of_one_size_and_numbered(pages: tuple[Drawing, ...]) -> None:
    assert len({(page.width, page.height) for page in pages}) == 1
    for number, page in enumerate(pages, 1):
        assert any(f"page {number}/{len(pages)}" in text.content for text in seen.texts(page)), page.title


def test_every_page_of_the_drawing_shows_something(pages: tuple[Drawing, ...]) -> None:
    for page in tiles(pages).values():
        assert any(text.piece for text in seen.texts(page)) or any(shape.piece for shape in seen.shapes(page)), (
            page.title
        )


def test_the_page_map_names_every_page(pages: tuple[Drawing, ...]) -> None:
    labels = {letters(row) + str(column) for row, column in tiles(pages)}
    written = {text.content for page in pages for text in seen.texts(page)}
    if len(labels) > 1:
        assert any(shape.id == "map-pages" for page in pages for shape in seen.shapes(page))
        assert labels <= written


def test_fewest_pages_of_both_ways_and_many_offsets() -> None:
    chain = [0j, 270 + 0j, 270 + 180j, 180j, 0j]
    grid = best_grid(paper("a4").ways, [chain], [])
    assert len(grid.tiles) == 1
    assert (grid.paper.width, grid.paper.height) == (297.0, 210.0)


def test_joins_are_counted_between_pages_that_touch() -> None:
    grid = best_grid(paper("a4").ways, [[0j, 500 + 0j, 700j, 0j]], [])
    boxes = [grid.box(tile) for tile in grid.tiles]
    touching = [(one, other) for one in boxes for other in boxes if one is not other]
    beside = sum(one[2] == pytest.approx(other[0]) and one[1] == pytest.approx(other[1]) for one, other in touching)
    below = sum(one[1] == pytest.approx(other[3]) and one[0] == pytest.approx(other[0]) for one, other in touching)
    assert grid.joins == (beside, below)
    assert min(beside, below) > 1


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("a4", (210.0, 297.0)),
        ("Letter", (215.9, 279.4)),
        ("a0", (841.0, 1189.0)),
        ("60x90cm", (600.0, 900.0)),
        ("24inx36in", (609.6, 914.4)),
        ("24 in x 36 in", (609.6, 914.4)),
        ("8 1/2 in x 11 in", (215.9, 279.4)),
        ("300 mm \u00d7 40 cm", (300.0, 400.0)),
    ],
)
def test_papers(text: str, size: tuple[float, float]) -> None:
    sheet = paper(text)
    assert (sheet.width, sheet.height) == pytest.approx(size)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("a44", 'did you mean "a4"'),
        ("", "WIDTHxHEIGHT"),
        ("60x90", "no unit"),
        ("5x90cm", "at least 130 mm"),
        ("10mx10cm", "at most 5000 mm"),
        ("60x90xcm", "no unit"),
        ("60,5cmx90cm", "decimal comma"),
        ("nan x nan", "no paper"),
    ],
)
def test_papers_that_cannot_be_used(text: str, advice: str) -> None:
    with pytest.raises(ValueError, match=advice):
        paper(text)


def test_a_shape_keeps_its_exact_curves_where_it_lies_inside_a_page(pages: tuple[Drawing, ...]) -> None:
    tags = (shape for page in pages for shape in seen.shapes(page, "seam-tag"))
    assert {type(segment).__name__ for shape in tags for path in shape.paths for segment in path.segments} == {"Arc"}


@pytest.mark.parametrize("name", ["mini-backpack", "mini-backpack-evening", "duffle"])
@pytest.mark.parametrize("size", ["a4", "letter", "legal", "a3"])
def test_the_page_map_stands_on_the_first_page(name: str, size: str) -> None:
    first, *others = sheets(make(name), size)
    assert any(shape.id == "map-pages" for shape in seen.shapes(first, "map-page"))
    assert not any(seen.shapes(page, "map-page") for page in others)


@pytest.mark.parametrize(("name", "size"), [("duffle", "a4"), ("basket-bag-roll", "letter"), ("tote", "a4")])
def test_a_pair_of_join_marks_stands_on_every_edge_that_two_pages_share(name: str, size: str) -> None:
    pages = printed(make(name), Options(size, rectangles="draw"))
    places = tiles(pages)
    marks = {
        place: {shape.id for shape in seen.shapes(page, "join") if shape.id.startswith("join-")}
        for place, page in places.items()
    }
    for row, column in places:
        for other in ((row, column + 1), (row + 1, column)):
            if other in places:
                assert len(marks[row, column] & marks[other]) == 1, ((row, column), other)
    assert [each for page in pages for each in seen.collisions(page)] == []


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_no_grid_of_the_same_pieces_has_fewer_pages(size: str) -> None:
    """Tried for the sheets as they lie, both ways and with 36 offsets each."""
    pages = tiles(sheets(make("mini-backpack"), size))
    subject = Bag(make("mini-backpack"))
    lying, sheet = subject.lie(subject.listed()), paper(size)
    for way in sheet.ways:
        laid = spread(lying, way.tile[0])
        assert len(pages) <= len(best_grid((way,), laid.outlines(), laid.side_boxes()).tiles)


def test_show_tells_the_number_of_pages_that_a_pdf_has() -> None:
    shown = CliRunner().invoke(main, ["show", "mini-backpack"]).output
    counts = [len(sheets(make("mini-backpack"), size)) for size in ("a4", "letter")]
    assert f"pages to print: {counts[0]} on A4, {counts[1]} on Letter, with a lay plan of each" in shown
    (content,) = rendered(Job(make("mini-backpack"), options=Options("a4")), ["pdf"]).values()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(pdf.pages) == counts[0]


@pytest.mark.parametrize(("units", "size", "millimetres"), [("mm", "5 cm", 50.0), ("in", "2 in", 50.8)])
def test_a_ruler_on_every_page_measures_what_its_maker_reads(
    pattern: Pattern, units: str, size: str, millimetres: float
) -> None:
    for page in sheets(replace(pattern, settings={**pattern.settings, "units": units}), "letter"):
        (ruler,) = (shape for shape in seen.shapes(page, "join") if shape.id.startswith("ruler"))
        left, _, right, _ = areas.bounds(ruler.paths)
        assert right - left == pytest.approx(millimetres)
        assert size in {text.content for text in seen.texts(page) if text.role == "page-text"}


@pytest.mark.parametrize("name", ["mini-backpack", "duffle"])
@pytest.mark.parametrize("size", ["a4", "letter", "legal", "a3", "130x200mm"])
def test_both_small_squares_stand_on_the_first_page_apart_from_each_other(name: str, size: str) -> None:
    """So that this page alone tells whether the scale is kept."""
    first = sheets(make(name), size)[0]
    found = {shape.id: areas.bounds(shape.paths) for shape in seen.shapes(first, "square")}
    metric, imperial = found["test-square-5-cm"], found["test-square-2-in"]
    assert (metric[2] - metric[0], imperial[2] - imperial[0]) == pytest.approx((50.0, 50.8))
    assert imperial[0] - metric[2] > 5.0
    assert list(seen.collisions(first)) == []


def test_the_page_map_names_the_pieces_as_far_as_there_is_room(pattern: Pattern, pages: tuple[Drawing, ...]) -> None:
    """Every drawn piece of some size by its number and name, none twice; no text lies on another or on a line."""
    mapped = next((page for page in pages if any(shape.id == "map-pages" for shape in seen.shapes(page))), None)
    if mapped is None:
        return
    (grid,) = (shape for shape in seen.shapes(mapped) if shape.id == "map-pages")
    left, bottom, right, top = areas.bounds(grid.paths)
    on_it = [text.content for text in seen.texts(mapped) if left < text.x < right and bottom < text.y < top]
    front = pattern["front"]
    assert f"{front.number} {front.panel.title}" in on_it
    assert not [*seen.collisions(mapped)]
