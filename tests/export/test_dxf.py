"""DXF of both kinds, read back by ezdxf."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from io import StringIO
from typing import Any

import pytest
from ezdxf import filemanagement
from ezdxf._options import options

import bagpattern
from bagpattern.export import Job
from bagpattern.export.dxf import Dxf
from bagpattern.export.dxf_aama import aama_text, block_name
from bagpattern.geometry import areas
from bagpattern.geometry.path import line_path
from bagpattern.model.marks import LineKind
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options

VERSIONS = {"r2010": "AC1024", "r12": "AC1009"}


@pytest.fixture(scope="module")
def bag() -> Pattern:
    return bagpattern.make("mini-backpack")


def read(files: dict[str, bytes], name: str) -> Any:
    document = filemanagement.read(StringIO(files[name].decode()))
    assert not document.audit().errors
    return document


def points(entity: Any) -> list[tuple[float, float]]:
    if entity.dxftype() == "LWPOLYLINE":
        return [(x, y) for x, y in entity.get_points("xy")]
    return [(vertex.dxf.location.x, vertex.dxf.location.y) for vertex in entity.vertices]


def area(entity: Any) -> float:
    ring = [complex(*each) for each in points(entity)]
    return areas.area(line_path(*ring, ring[0]))


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("purpose", ["paper", "cutter"])
def test_plain_dxf_is_sound(bag: Pattern, version: str, purpose: str, caplog: pytest.LogCaptureFixture) -> None:
    files = Dxf().files(Job(bag, purpose, Options(dxf_version=version)))
    for name in files:
        document = read(files, name)
        assert document.dxfversion == VERSIONS[version]
        cut = document.modelspace().query('*[layer=="CUT"]')
        assert len(cut) >= 3
        assert all(each.closed if version == "r2010" else each.is_closed for each in cut)
    assert not caplog.records


def test_units_are_millimetres_and_the_square_measures_100(bag: Pattern) -> None:
    document = read(Dxf().files(Job(bag)), "mini-backpack.dxf")
    assert document.header["$INSUNITS"] == 4
    sides = [
        {round(max(each) - min(each), 4) for each in zip(*points(square), strict=True)}
        for square in document.modelspace().query('LWPOLYLINE[layer=="SQUARE"]')
    ]
    assert sides == [{100.0}, {101.6}]


def test_outlines_are_the_models_and_arcs_are_kept_where_asked(bag: Pattern) -> None:
    for arcs in (False, True):
        document = read(
            Dxf().files(Job(bag, "cutter", Options(dxf_arcs=arcs, per="piece"))), "mini-backpack-cutter-back.dxf"
        )
        (outline,) = document.modelspace().query('LWPOLYLINE[layer=="CUT"]')
        bulged = [each for each in outline.get_points("xyb") if each[2]]
        assert bool(bulged) == arcs
        if not arcs:
            assert area(outline) == pytest.approx(bag["back"].cutting_line.area, rel=1e-3)
        else:
            flat = [complex(*each) for each in _flattened(outline)]
            assert areas.area(line_path(*flat)) == pytest.approx(bag["back"].cutting_line.area, rel=1e-4)


def _flattened(outline: Any) -> list[tuple[float, float]]:
    from ezdxf.path import make_path

    return [(each.x, each.y) for each in make_path(outline).flattening(0.01)]


def test_what_ezdxf_keeps_for_everybody_is_restored(bag: Pattern) -> None:
    before = options.write_fixed_meta_data_for_testing, logging.getLogger("ezdxf").disabled
    Dxf().files(Job(bag, "cutter"))
    assert (options.write_fixed_meta_data_for_testing, logging.getLogger("ezdxf").disabled) == before


# AAMA -----------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def aama(bag: Pattern) -> Any:
    document = filemanagement.read(StringIO(aama_text(bag).replace("\r\n", "\n")))
    assert not document.audit().errors
    return document


def test_the_file_holds_what_such_files_hold(bag: Pattern) -> None:
    text = aama_text(bag)
    assert text.isascii()
    assert text.count("\n") == text.count("\r\n")
    lines = text.split("\r\n")
    pairs = [(code.strip(), value) for code, value in zip(lines[::2], lines[1::2], strict=False)]
    assert pairs[:3] == [("0", "SECTION"), ("2", "HEADER"), ("0", "ENDSEC")]
    kinds = {value for code, value in pairs if code == "0"}
    known = {"SECTION", "ENDSEC", "BLOCK", "ENDBLK", "POLYLINE", "VERTEX", "SEQEND", "POINT", "LINE", "TEXT", "INSERT"}
    assert kinds <= {*known, "EOF"}
    layers = {value for code, value in pairs if code == "8"}
    assert layers <= {"1", "2", "3", "4", "7", "8", "11", "13", "14"}


def test_one_block_and_one_insert_for_each_piece(bag: Pattern, aama: Any) -> None:
    names = {block_name(piece) for piece in bag.pieces}
    assert {each.dxf.name for each in aama.modelspace().query("INSERT")} == names
    assert names <= {block.name for block in aama.blocks}
    assert all(name.replace("_", "").isalnum() and name.isupper() for name in names)


def test_a_blocks_lines_are_the_pieces(bag: Pattern, aama: Any) -> None:
    for piece in bag.pieces:
        block = aama.blocks.get(block_name(piece))
        (boundary,) = block.query('POLYLINE[layer=="1"]')
        (sewn,) = block.query('POLYLINE[layer=="14"]')
        assert area(boundary) == pytest.approx(piece.cutting_line.area, rel=2e-3)
        if not any(edge.zip for edge in piece.panel.edges):
            assert area(sewn) == pytest.approx(piece.stitching_line.area, rel=2e-3)
        assert len(block.query('LINE[layer=="7"]')) == 1
        assert len(block.query('POINT[layer=="13"]')) == len(piece.panel.holes)
        slits = [line for line in piece.panel.lines if line.kind is LineKind.SLIT]
        assert len(block.query('POLYLINE[layer=="11"]')) == len(slits)
        assert sum(len(block.query(f'POINT[layer=="{layer}"]')) for layer in (2, 3)) == len(points(boundary))


def test_notches_are_points_on_the_boundary(bag: Pattern, aama: Any) -> None:
    from bagpattern.geometry.measure import distance_to

    for piece in bag.pieces:
        notches = aama.blocks.get(block_name(piece)).query('POINT[layer=="4"]')
        assert bool(notches) == bool([each for each in piece.panel.notches if piece.panel.has_edge(each.on)])
        for each in notches:
            at = complex(each.dxf.location.x, each.dxf.location.y)
            assert distance_to(piece.cutting_path, at) < 0.06


def test_texts_are_keys_and_values(bag: Pattern, aama: Any) -> None:
    whole = {each.dxf.text for each in aama.modelspace().query("TEXT")}
    assert {"Units: METRIC", f"Style Name: {bag.name}"} <= whole
    piece = bag["strap-tab"]
    texts = {each.dxf.text for each in aama.blocks.get(block_name(piece)).query("TEXT")}
    assert {f"Piece Name: {block_name(piece)}", "Quantity: 2", "Material: shell", "Size: ONE"} <= texts


def test_every_start_of_python_writes_the_same_bytes() -> None:
    script = "import sys; from bagpattern.cli import main; main(['draft', 'flat-pouch', '--format', 'dxf', '-o', '-'])"
    written = {
        subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "4", "7")
    }
    assert len(written) == 1
    assert written != {b""}
