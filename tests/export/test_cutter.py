"""``--for cutter``: what a machine cuts, in numbers."""

from __future__ import annotations

from collections import Counter

import pytest
from lxml import etree

import bagpattern
from bagpattern.drawing.model import Drawing, Shape
from bagpattern.drawing.piece.machine import read_colours
from bagpattern.drawing.purposes.cutter import Cutter
from bagpattern.errors import InputError
from bagpattern.export.hpgl import hpgl_text
from bagpattern.export.svg import svg_text
from bagpattern.geometry import areas
from bagpattern.model.pattern import Pattern
from bagpattern.options import COLOURS, Options, wishes
from tests.drawing import seen

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def bag() -> Pattern:
    return bagpattern.make("mini-backpack")


def drawn(bag: Pattern, **wishes: object) -> dict[str, Drawing]:
    return dict(Cutter().draw(bag, Options(**wishes)))  # type: ignore[arg-type]


def cut_areas(drawings: dict[str, Drawing]) -> dict[str, list[float]]:
    """The area of every outline, by piece."""
    found: dict[str, list[float]] = {}
    for drawing in drawings.values():
        for shape in seen.shapes(drawing, "cut"):
            found.setdefault(shape.piece, []).append(areas.area(shape.paths[0]))
    return found


def test_every_copy_is_there_and_its_outline_is_the_models(bag: Pattern) -> None:
    found = cut_areas(drawn(bag))
    assert {key: len(each) for key, each in found.items()} == {each.id: each.panel.count for each in bag.pieces}
    for piece in bag.pieces:
        assert found[piece.id] == [pytest.approx(piece.cutting_line.area, rel=1e-4)] * piece.panel.count


def test_one_file_a_material_or_a_piece(bag: Pattern) -> None:
    assert {*drawn(bag)} == {f"cutter-{each}" for each in {piece.panel.material for piece in bag.pieces}}
    assert {*drawn(bag, per="piece")} == {f"cutter-{piece.id}" for piece in bag.pieces}


def test_outlines_are_closed_and_nothing_is_written(bag: Pattern) -> None:
    for drawing in drawn(bag).values():
        assert not seen.texts(drawing)
        for shape in seen.shapes(drawing, "cut", "drill"):
            assert all(abs(path.start - path.end) < 1e-6 for path in shape.paths)


def test_pieces_lie_apart_and_on_the_sheet(bag: Pattern) -> None:
    for drawing in drawn(bag, kerf=0.2).values():
        polygons = [areas.polygon(shape.paths[0]) for shape in seen.shapes(drawing, "cut")]
        for index, one in enumerate(polygons):
            left, bottom, right, top = one.bounds
            assert left > 0 < bottom
            assert right < drawing.width
            assert top < drawing.height
            assert all(one.distance(other) > 5 for other in polygons[:index])


def test_one_colour_a_role_and_no_looks_that_a_machine_cuts(bag: Pattern) -> None:
    for drawing in drawn(bag).values():
        root = etree.fromstring(svg_text(drawing).encode())
        groups = root.findall(f"{SVG}g/{SVG}g")
        assert all(group.get("stroke") == COLOURS[group.get("class")] for group in groups)
        assert all(group.get("fill") == "none" for group in groups)
        tags = {etree.QName(each).localname for each in root.iter() if isinstance(each.tag, str)}
        assert tags <= {"svg", "g", "path", "defs", "title", "desc"}
        ids = Counter(each.get("id") for each in root.iter() if each.get("id"))
        assert max(ids.values()) == 1
        assert "stroke-dasharray" not in svg_text(drawing)


def test_the_check_mark_is_100_mm_on_a_layer_of_its_own(bag: Pattern) -> None:
    for drawing in drawn(bag, per="piece").values():
        layer = next(layer for layer in drawing.layers if layer.id == "test-squares")
        (mark,) = layer.items
        assert isinstance(mark, Shape)
        assert mark.paths[0].length == pytest.approx(100.0)
        left, _, right, _ = areas.bounds(mark.paths)
        assert 0 < left < right < drawing.width


def test_outlines_come_last(bag: Pattern) -> None:
    """In the files: what is cut out lies loose, and a mark made then is off."""
    drawing = drawn(bag)["cutter-shell"]
    roles = [shape.role for shape in seen.shapes(drawing)]
    assert roles.index("cut") > max(index for index, role in enumerate(roles) if role != "cut")
    text, plotted = svg_text(drawing), hpgl_text(drawing)
    assert text.index('class="cut"') > max(text.index(f'class="{role}"') for role in {*roles} - {"cut"})
    assert plotted.index("SP1;") > max(plotted.index(pen) for pen in ("SP4;", "SP5;") if pen in plotted)


def test_allowance_is_left_out_for_some_materials(bag: Pattern) -> None:
    found, whole = cut_areas(drawn(bag, no_allowance_for=("shell",))), cut_areas(drawn(bag))
    net = cut_areas(drawn(bag, allowance=False))
    assert found["back"] == net["back"] < whole["back"]
    assert found["lining-back"] == whole["lining-back"] > net["lining-back"]
    with pytest.raises(InputError, match='nothing of this bag is cut from "shel"; did you mean "shell"'):
        drawn(bag, no_allowance_for=("shel",))


def test_without_allowance_pieces_are_cut_on_the_needles_line(bag: Pattern) -> None:
    found = cut_areas(drawn(bag, allowance=False))
    for piece in bag.pieces:
        if not any(edge.zip for edge in piece.panel.edges):
            assert found[piece.id][0] == pytest.approx(piece.stitching_line.area, rel=1e-4)
        else:
            assert found[piece.id][0] < piece.stitching_line.area
    for drawing in drawn(bag, allowance=False).values():
        assert not seen.shapes(drawing, "notch")


def test_half_the_kerf_is_added_all_round(bag: Pattern) -> None:
    plain, burnt = cut_areas(drawn(bag)), cut_areas(drawn(bag, kerf=0.3))
    for piece in bag.pieces:
        length = piece.cutting_line.length
        assert burnt[piece.id][0] - plain[piece.id][0] == pytest.approx(length * 0.15, rel=0.01)


@pytest.mark.parametrize("dpi", [72, 96])
def test_pixels_for_programs_that_ignore_millimetres(bag: Pattern, dpi: int) -> None:
    drawing = drawn(bag)["cutter-shell"]
    root = etree.fromstring(svg_text(drawing, dpi).encode())
    assert root.get("viewBox") is None
    assert float(root.get("width")) == pytest.approx(drawing.width * dpi / 25.4, abs=0.01)
    mark = root.find(f".//{SVG}path[@id='check-mark-100-mm']").get("d").split("M")[1].replace("L", " ").split()
    assert float(mark[2]) - float(mark[0]) == pytest.approx(100 * dpi / 25.4, abs=0.01)


def test_colours_are_read() -> None:
    read = read_colours(["Cut=#ABCDEF", "notch=none", " stitch = #00ff00"])
    assert (read["cut"], read["stitch"], "notch" in read) == ("#abcdef", "#00ff00", False)
    assert read_colours([]) == COLOURS
    for role in ("square", "box", "fold-back", "skive", "engrave"):
        assert read_colours([f"{role}=#123456"], engrave=True)[role] == "#123456"
        assert f" {role}" in wishes()["colours"].help


def test_everything_wrong_with_colours_and_kerf_is_told(bag: Pattern) -> None:
    with pytest.raises(InputError) as refused:
        read_colours(["cutt=#000000", "notch=red", "cut=none", "cut=#00ff00"])
    assert [str(each) for each in refused.value.problems] == [
        'colours: there is no role "cutt"; did you mean "cut"?',
        'colours: "notch=red": write a colour such as notch=#ff0000, or notch=none to leave it out',
        "colours: cut is none and #00ff00: write one of them",
    ]
    with pytest.raises(InputError, match=r"kerf: a beam burns 0 to 3 mm, not 5 mm"):
        drawn(bag, kerf=5.0)


def test_every_line_can_be_left_out(bag: Pattern) -> None:
    nothing = tuple(f"{role}=none" for role in COLOURS)
    assert all(not drawing.items for drawing in drawn(bag, colours=nothing).values())
