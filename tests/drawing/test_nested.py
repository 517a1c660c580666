"""Sizes that lie in each other: every line is the model's, told apart in black and white, labelled, on a layer."""

from __future__ import annotations

import io
from collections import Counter

import pikepdf
import pytest
import shapely
from shapely import affinity

from bagpattern.drawing import Drawing
from bagpattern.drawing.layers import chosen
from bagpattern.drawing.model import plain, size_in, sized
from bagpattern.drawing.paper.nested import Nested, base_of
from bagpattern.drawing.paper.projected import projected
from bagpattern.drawing.paper.sheets import on_paper
from bagpattern.drawing.sizes.nest import MOST, Nest, nest
from bagpattern.errors import InputError
from bagpattern.export.pdf import pdf_bytes
from bagpattern.geometry import areas
from bagpattern.layout.paper.pages import MARGIN, STRIP
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.pipeline import make
from bagpattern.values import replace
from tests.drawing import seen
from tests.drawing.sample import LABELS
from tests.drawing.test_pages import tiles


@pytest.fixture(scope="module")
def full(sizes: Nest) -> Drawing:
    return on_paper(Nested(sizes), Options())[0]


@pytest.fixture(scope="module", params=["a4", "letter"])
def pages(sizes: Nest, request: pytest.FixtureRequest) -> tuple[Drawing, ...]:
    return on_paper(Nested(sizes), Options(request.param, rectangles="draw"))


@pytest.fixture(scope="module")
def unlike() -> Nest:
    """Bags of one style that have neither the same pieces nor the same steps."""
    return nest([make("mini-backpack"), make("mini-backpack-minimal"), make("mini-backpack-evening")])


def test_the_family_gives_the_title_whichever_size_is_named_first(patterns: tuple[Pattern, ...]) -> None:
    small = next(each for each in patterns if each.name == "Mini backpack purse S")
    family = nest([small, *(each for each in patterns if each is not small)])
    assert Nested(family).name == "Mini backpack purse, S / M / L"
    german = replace(small, settings={**small.settings, "language": "de"})
    assert nest([german, *(each for each in patterns if each is not small)]).title == "Minirucksack"


# order, labels, numbers -----------------------------------------------------------------------------------------------


def test_the_smallest_is_first_and_the_bare_name_beside_s_and_l_is_m(sizes: Nest) -> None:
    assert dict(sizes.labels) == LABELS
    assert [*sizes.labels] == ["s", "m", "l"]
    assert sizes.main == "m"


def test_names_without_a_short_difference_get_numbers(unlike: Nest) -> None:
    assert [*unlike.labels.values()] == ["1", "2", "3"]


def test_a_piece_and_a_step_have_one_number_in_every_size(unlike: Nest) -> None:
    numbers: dict[str, set[int]] = {}
    for pattern in unlike.patterns.values():
        rows = {row.piece: row.number for row in pattern.cut_list}
        for piece in pattern.pieces:
            numbers.setdefault(piece.id, set()).update((piece.number, rows[piece.id]))
    assert all(len(each) == 1 for each in numbers.values())
    assert len({number for each in numbers.values() for number in each}) == len(numbers)


def test_what_is_no_size_of_the_bag_is_refused(patterns: tuple[Pattern, ...]) -> None:
    with pytest.raises(InputError, match="--with: tote: is a tote, and mini-backpack is a mini-backpack"):
        nest([patterns[0], make("tote")])
    with pytest.raises(InputError, match="mini-backpack: is named twice"):
        nest([patterns[0], patterns[0]])
    many = [replace(patterns[0], preset=f"size-{number}") for number in range(MOST + 1)]
    with pytest.raises(InputError, match="7 sizes are too many to tell apart: at most 6"):
        nest(many)


def test_one_print_has_the_units_of_the_first(patterns: tuple[Pattern, ...]) -> None:
    inches = replace(patterns[1], settings={**patterns[1].settings, "units": "in"})
    (drawing,) = on_paper(Nested(nest([inches, patterns[0]])), Options())
    written = " ".join(text.content for text in seen.texts(drawing))
    assert "8 11/16" in written
    assert "220 mm" not in written.partition("wearer")[0].partition("Settings")[0]


# lines ----------------------------------------------------------------------------------------------------------------


def test_the_sizes_of_a_piece_meet_in_the_middle_of_their_base(sizes: Nest, full: Drawing) -> None:
    for piece_id in ("front", "back", "lining-back"):
        found = {}
        for shape in seen.shapes(full):
            if shape.piece == piece_id and plain(shape.role) == "cut":
                piece = sizes.patterns[size_in(shape.role)][piece_id]
                corner = complex(*areas.bounds(shape.paths)[:2]) - complex(*areas.bounds([piece.cutting_path])[:2])
                found[shape.role] = base_of(piece) + corner
        places = [*found.values()]
        assert len(places) in (0, 3)
        assert all(abs(place - places[0]) < 1e-6 for place in places)


def test_every_size_has_its_own_rhythm_colour_and_weight_and_every_role_its_own_weight(full: Drawing) -> None:
    for role in ("cut", "slit", "stitch", "fold", "placement"):
        looks = [full.style_of(sized(role, size)) for size in LABELS]
        assert [len({*told}) for told in zip(*((x.dash, x.colour, x.width) for x in looks), strict=True)] == [3, 3, 3]
    widths = {role: full.style_of(sized(role, "m")).width for role in ("cut", "stitch", "placement")}
    assert widths["cut"] > 1.5 * widths["placement"]
    assert widths["placement"] > 1.5 * widths["stitch"]


def test_a_piece_that_is_the_same_in_all_sizes_is_drawn_once(sizes: Nest, full: Drawing) -> None:
    roles = Counter(shape.role for shape in seen.shapes(full) if shape.piece == "zip-tab" and "cut" in shape.role)
    assert roles == {"cut": 1}


def test_every_outline_of_every_size_put_together_again_is_the_models(sizes: Nest, pages: tuple[Drawing, ...]) -> None:
    parts: dict[tuple[str, str], list[shapely.LineString]] = {}
    for (row, column), page in tiles(pages).items():
        width, height = page.width - 2 * MARGIN, page.height - 2 * MARGIN - STRIP
        for shape in seen.shapes(page):
            if plain(shape.role) == "cut":
                for path in shape.paths:
                    line = affinity.translate(areas.line_string(path), column * width, -row * height)
                    parts.setdefault((shape.piece, size_in(shape.role)), []).append(line)
    for size, pattern in sizes.patterns.items():
        for piece in pattern.pieces:
            if piece.panel.same_as:
                continue
            lines = parts.get((piece.id, size)) or parts[piece.id, ""]
            joined = shapely.line_merge(shapely.set_precision(shapely.union_all(lines), 1e-4))
            whole = shapely.polygonize([joined]).geoms[0]
            wanted = piece.cutting_line
            if abs((whole.bounds[2] - whole.bounds[0]) - piece.cut_width) > 0.01:
                wanted = affinity.rotate(wanted, -90)
            there = affinity.translate(wanted, whole.bounds[0] - wanted.bounds[0], whole.bounds[1] - wanted.bounds[1])
            assert whole.hausdorff_distance(there) < 0.1, (piece.id, size)


# texts ----------------------------------------------------------------------------------------------------------------


def test_no_text_touches_a_line_or_another_text(full: Drawing, pages: tuple[Drawing, ...], unlike: Nest) -> None:
    others = on_paper(Nested(unlike), Options("a4"))
    assert [each for page in (full, *pages, *others) for each in seen.collisions(page)] == []


def test_nothing_lies_in_the_margin(pages: tuple[Drawing, ...]) -> None:
    for page in pages:
        printable = shapely.box(MARGIN - 0.01, MARGIN - 0.01, page.width - MARGIN + 0.01, page.height - MARGIN + 0.01)
        for shape in seen.shapes(page):
            assert all(printable.covers(areas.line_string(path)) for path in shape.paths), (page.title, shape.id)
        for text in seen.texts(page):
            assert printable.covers(seen.box(text)), (page.title, text)


def test_a_label_stands_beside_every_line_to_cut(full: Drawing) -> None:
    labels: dict[tuple[str, str], list[shapely.Polygon]] = {}
    for text in seen.texts(full):
        if text.role == sized("text", size_in(text.role)) and text.content == LABELS.get(size_in(text.role)):
            labels.setdefault((text.piece, size_in(text.role)), []).append(seen.box(text))
    for shape in seen.shapes(full):
        if plain(shape.role) == "cut" and size_in(shape.role) and not shape.role.startswith("legend"):
            outline = areas.line_string(shape.paths[0])
            near = [box for box in labels[shape.piece, size_in(shape.role)] if outline.distance(box) < 1.5]
            assert len(near) >= 2, (shape.piece, shape.role)


def test_labels_list_and_guide_tell_every_sizes_numbers(sizes: Nest, full: Drawing) -> None:
    texts = [text.content for text in seen.texts(full)]
    assert any("finished 180 x 220 / 220 x 260 / 260 x 320 mm" in each for each in texts)
    assert {"S: 18 \N{MULTIPLICATION SIGN} 22 \N{MULTIPLICATION SIGN} 9 cm, 3.4 litres"} <= {*texts}
    for pattern in sizes.patterns.values():
        for row in pattern.cut_list:
            figures = pattern.tell.figure
            said = f"{figures(row.width)} \N{MULTIPLICATION SIGN} {figures(row.height)}"
            assert any(each in (said, f"{said} R") for each in texts), (pattern.preset, row.piece)


def test_a_rectangle_of_the_list_has_its_marks_for_every_size(sizes: Nest) -> None:
    (drawing,) = on_paper(Nested(sizes), Options(rectangles="list"))
    words = " ".join(text.content for text in seen.texts(drawing) if not text.piece)
    assert "middle at 41 across, 618 / 672 / 762 up" in words
    assert not [shape for shape in seen.shapes(drawing) if shape.piece == "strap"]


def test_pieces_and_steps_that_only_some_sizes_have_say_whose_they_are(unlike: Nest) -> None:
    (drawing,) = on_paper(Nested(unlike), Options())
    drawn = {shape.piece for shape in seen.shapes(drawing) if plain(shape.role) == "cut"}
    wanted = {p.id for each in unlike.patterns.values() for p in each.pieces if not p.panel.same_as}
    assert wanted <= drawn
    titles = [{step.step.title for step in each.steps} for each in unlike.patterns.values()]
    only_first = titles[0] - titles[1] - titles[2]
    written = " ".join(text.content for text in seen.texts(drawing))
    for title in only_first:
        assert f"1: {title!s}"[:24] in written


# layers and files -----------------------------------------------------------------------------------------------------


def test_the_pdf_has_a_layer_for_each_role_and_size(full: Drawing) -> None:
    with pikepdf.open(io.BytesIO(pdf_bytes([full]))) as pdf:
        names = [str(each.Name) for each in pdf.Root.OCProperties.D.Order]
    assert names == [
        "Information",
        "Cutting line",
        "Cutting line S",
        "Cutting line M",
        "Cutting line L",
        "Stitching line",
        "Stitching line S",
        "Stitching line M",
        "Stitching line L",
        "Marks",
        "Marks S",
        "Marks M",
        "Marks L",
        "Text",
        "Text S",
        "Text M",
        "Text L",
        "Test squares",
    ]


def test_a_layer_holds_one_size_alone(full: Drawing) -> None:
    for layer in full.layers:
        if layer.id != "info":
            assert {layer.id.endswith(f"-{size}") for size in {size_in(item.role) for item in layer.items} - {""}} <= {
                True
            }
            assert len({size_in(item.role) for item in layer.items}) == 1


def test_layers_are_chosen_by_role_and_by_size(full: Drawing) -> None:
    assert [each.id for each in chosen({"": full}, ["cut"])[""].layers] == ["cut", "cut-s", "cut-m", "cut-l"]
    assert [each.id for each in chosen({"": full}, ["cut-s", "text"])[""].layers][:2] == ["cut-s", "text"]
    with pytest.raises(InputError, match='no layer "cut-xl"; did you mean "cut-l"'):
        chosen({"": full}, ["cut-xl"])


def test_ids_are_unique(full: Drawing, pages: tuple[Drawing, ...]) -> None:
    for page in (full, *pages):
        ids = Counter(shape.id for shape in seen.shapes(page))
        assert [name for name, count in ids.items() if count > 1] == []


def test_a_projector_shows_all_sizes_heavier_than_paper(sizes: Nest, full: Drawing) -> None:
    page = projected(Nested(sizes), Options())
    assert [*seen.collisions(page)] == []
    assert page.style_of("cut@s").width > full.style_of("cut@s").width
