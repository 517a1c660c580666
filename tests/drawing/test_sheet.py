"""The full sheet: everything there, nothing clipped, nothing on top of anything else."""

from __future__ import annotations

import json

import pytest
import shapely

from bagpattern.drawing import Drawing, sheets
from bagpattern.geometry import areas
from bagpattern.model.pattern import Pattern
from bagpattern.said import Name
from tests.drawing import seen


def test_no_text_touches_a_line_or_another_text(full: Drawing) -> None:
    assert list(seen.collisions(full)) == []


def test_everything_keeps_the_margin(full: Drawing) -> None:
    page = shapely.box(9.7, 9.7, full.width - 9.7, full.height - 9.7)
    outside = [
        shape.id for shape in seen.shapes(full) for path in shape.paths if not page.covers(areas.line_string(path))
    ]
    outside += [text.content for text in seen.texts(full) if not page.covers(seen.box(text))]
    assert outside == []


def test_every_piece_is_drawn_once_and_apart(pattern: Pattern, full: Drawing) -> None:
    cut = {shape.piece: areas.polygon(shape.paths[0]) for shape in seen.shapes(full, "cut")}
    assert list(cut) == [piece.id for piece in pattern.pieces]
    for piece in pattern.pieces:
        assert cut[piece.id].area == pytest.approx(piece.cutting_line.area, rel=1e-6)
    outlines = list(cut.values())
    assert all(a.distance(b) > 11.9 for i, a in enumerate(outlines) for b in outlines[:i])


def test_every_piece_carries_its_number_and_its_grain(pattern: Pattern, full: Drawing) -> None:
    for piece in pattern.pieces:
        written = [text.content for text in seen.texts(full) if text.piece == piece.id and text.bold]
        assert any(content.startswith(str(piece.number)) for content in written), piece.id
        if min(piece.cut_width, piece.cut_height) > 40:
            assert any(shape.piece == piece.id for shape in seen.shapes(full, "grain")), piece.id


def test_labels_stand_inside_their_piece_or_beside_it_with_a_leader(full: Drawing) -> None:
    cut = {shape.piece: areas.polygon(shape.paths[0]) for shape in seen.shapes(full, "cut")}
    led = {shape.piece for shape in seen.shapes(full, "leader")}
    for text in seen.texts(full):
        if text.piece and text.piece not in led:
            assert cut[text.piece].contains(seen.box(text)), text
    assert led == {"stop"}


def test_notches_point_from_the_cutting_line_into_the_allowance(pattern: Pattern, full: Drawing) -> None:
    cut = {shape.piece: areas.polygon(shape.paths[0]) for shape in seen.shapes(full, "cut")}
    notches = seen.shapes(full, "notch")
    assert sum(len(shape.paths) for shape in notches) == 1 + 2 + 1 + 2 + 1
    for shape in notches:
        for path in shape.paths:
            assert cut[shape.piece].exterior.distance(shapely.Point(path.start.real, path.start.imag)) < 0.05
            assert cut[shape.piece].buffer(0.01).contains(areas.line_string(path))
            assert path.length <= 5.0


def test_the_needle_goes_beside_a_zip_not_through_it(pattern: Pattern, full: Drawing) -> None:
    tops = [shape for shape in seen.shapes(full, "stitch") if shape.id == "zip-band-edge-top"]
    cut = next(shape for shape in seen.shapes(full, "cut") if shape.piece == "zip-band")
    top = max(y for _, y in areas.polygon(cut.paths[0]).exterior.coords)
    assert top - tops[0].paths[0].start.imag == pytest.approx(10.0 + 3.0)


def test_both_sides_of_a_seam_carry_the_number_of_its_step(pattern: Pattern, full: Drawing) -> None:
    tagged = {(shape.piece, dict(shape.data)["seam"]) for shape in seen.shapes(full, "seam-tag")}
    assert {("front", "front to band"), ("base-band", "front to band"), ("lining-band", "lining to band")} <= tagged


def test_a_label_longer_than_the_sheet_still_finds_its_place(pattern: Pattern) -> None:
    from dataclasses import replace

    wordy = replace(pattern.pieces[0], label=(Name("a note that goes on " * 12),))
    drawing = sheets(replace(pattern, pieces=(wordy, *pattern.pieces[1:])))[0]
    assert list(seen.collisions(drawing)) == []


def test_a_pattern_without_pieces_is_a_sheet_with_the_guide(pattern: Pattern) -> None:
    from dataclasses import replace

    drawing = sheets(replace(pattern, pieces=(), cut_list=()))[0]
    assert any(text.content == "100 mm" for text in seen.texts(drawing))


def test_the_settings_travel_with_the_drawing(pattern: Pattern, full: Drawing) -> None:
    assert json.loads(full.settings) == pattern.settings
