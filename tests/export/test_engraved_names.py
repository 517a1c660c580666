"""``--engrave``: number and name of every piece as strokes on a layer of their own, where they are not in the way."""

from __future__ import annotations

import ezdxf
import pytest
import shapely

import bagpattern
from bagpattern.drawing.model import Drawing
from bagpattern.drawing.piece.engraved import engraved
from bagpattern.drawing.purposes.cutter import Cutter
from bagpattern.errors import InputError
from bagpattern.export.dxf import dxf_text
from bagpattern.geometry import areas
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from tests.drawing import seen


@pytest.fixture(scope="module")
def bag() -> Pattern:
    return bagpattern.make("clutch", {"materials.shell": "leather"})


@pytest.fixture(scope="module")
def drawing(bag: Pattern) -> Drawing:
    return Cutter().draw(bag, Options(engrave=True))["cutter-shell"]


def test_names_lie_in_an_allowance_and_touch_neither_edge_nor_stitching(bag: Pattern) -> None:
    names = engraved(bag, Options(engrave=True))
    front = bag["front"]
    strip = front.cutting_line.buffer(-1.4).difference(front.stitching_line.buffer(1.4))
    assert len(names["front"]) > 15
    assert all(strip.covers(areas.line_string(each.path)) for each in names["front"])
    for piece in bag.pieces:
        assert names[piece.id]
        assert all(piece.cutting_line.covers(areas.line_string(each.path)) for each in names[piece.id])


def test_they_are_drawn_apart_and_cut_last_of_all_is_the_outline(drawing: Drawing) -> None:
    assert seen.shapes(drawing, "engrave")
    assert [layer.id for layer in drawing.layers][-1] == "cut"
    assert "ENGRAVE" in dxf_text(ezdxf, drawing)
    assert not seen.shapes(Cutter().draw(bagpattern.make("clutch"), Options())["cutter-shell"], "engrave")


def test_letters_are_read_as_they_are_written() -> None:
    """An L is an upright stroke in two, on the left, above a level one; also on a piece that is turned over."""
    pattern = bagpattern.make("mini-backpack", {"straps.kind": "padded", "anchor.drop": "35 mm"})
    turned = next(each for each in pattern.pieces if each.panel.mirrored)
    drawing = Cutter().draw(pattern, Options(engrave=True, per="piece"))[f"cutter-{turned.id}"]
    strokes = [each for each in seen.shapes(drawing, "engrave") if each.piece == turned.id]
    count = len(engraved(pattern, Options(engrave=True))[turned.id])
    assert len(strokes) == count * turned.panel.count
    halves = strokes[:count], strokes[count:]
    boxes = [shapely.MultiLineString([areas.line_string(each.paths[0]) for each in half]) for half in halves]
    shifted = shapely.affinity.translate(
        boxes[0], boxes[1].bounds[0] - boxes[0].bounds[0], boxes[1].bounds[1] - boxes[0].bounds[1]
    )
    assert shifted.hausdorff_distance(boxes[1]) < 0.01  # the same letters, not their mirror images


def test_what_is_cut_without_allowance_has_its_names_within_and_other_colours_may_be_wished(bag: Pattern) -> None:
    names = engraved(bag, Options(engrave=True, allowance=False))
    assert all(bag["front"].stitching_line.covers(areas.line_string(each.path)) for each in names["front"])
    other = Cutter().draw(bag, Options(engrave=True, colours=("engrave=#123456",)))["cutter-shell"]
    assert other.styles["engrave"].colour == "#123456"
    with pytest.raises(InputError, match='there is no role "engrave"'):
        Cutter().draw(bag, Options(colours=("engrave=#123456",)))
