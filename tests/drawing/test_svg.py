"""The SVG text: what other programs rely on, down to the millimetre and the byte."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import resvg_py
from lxml import etree

from bagpattern.drawing import Drawing, sheets
from bagpattern.drawing.model import LAYERS, LOOKS, Layer, Look, Shape
from bagpattern.drawing.paper.projected import _STYLES
from bagpattern.drawing.strokes import circle
from bagpattern.errors import InputError
from bagpattern.export._markup import clean
from bagpattern.export._svg_paths import area_data, number, path_data
from bagpattern.export.svg import svg_text, write_svg
from bagpattern.geometry.path import Path as Line
from bagpattern.geometry.path import line_path
from bagpattern.geometry.segments import Arc, Cubic
from bagpattern.model.pattern import Pattern
from tests.drawing import seen

SVG = "{http://www.w3.org/2000/svg}"
INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"
FORBIDDEN = {"style", "marker", "clipPath", "use", "textPath", "pattern", "filter", "image"}


@pytest.fixture(scope="module")
def root(full: Drawing) -> etree._Element:
    return etree.fromstring(svg_text(full).encode())


def test_one_unit_is_one_millimetre(full: Drawing, root: etree._Element) -> None:
    assert root.get("width") == f"{number(full.width)}mm"
    assert root.get("viewBox") == f"0 0 {number(full.width)} {number(full.height)}"


def test_ids_are_unique_and_plain(root: etree._Element) -> None:
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert all(seen.ID.fullmatch(each) for each in ids)


def test_nothing_that_other_programs_lose(full: Drawing, root: etree._Element) -> None:
    tags = {etree.QName(each).localname for each in root.iter() if isinstance(each.tag, str)}
    assert not tags & FORBIDDEN
    text = svg_text(full)
    assert "style=" not in text
    assert "dominant-baseline" not in text
    assert "url(" not in text


def test_layers_are_inkscapes(root: etree._Element) -> None:
    layers = root.findall(f"{SVG}g")
    assert [each.get(f"{INKSCAPE}groupmode") for each in layers] == ["layer"] * len(layers)
    labels = [each.get(f"{INKSCAPE}label") for each in layers]
    assert labels == [title for title in LAYERS.values() if title in labels]
    assert {"Cutting line", "Stitching line", "Marks", "Text", "Test squares"} <= set(labels)


def test_every_stroke_has_its_looks_without_css(root: etree._Element) -> None:
    for group in root.iterfind(f"{SVG}g/{SVG}g"):
        assert group.get("fill")
        assert group.get("stroke")
        if group[0].tag == f"{SVG}path":
            assert group.get("stroke-width")


def test_pieces_edges_and_seams_are_named(root: etree._Element) -> None:
    cut = root.find(f".//{SVG}path[@id='front-cut']")
    assert cut.get("class") == "cut"
    assert cut.get("data-piece") == "front"
    edge = root.find(f".//{SVG}path[@id='front-edge-left']")
    assert edge.get("data-edge") == "left"
    assert edge.get("data-seam") == "front to band"


def test_settings_title_and_description(pattern: Pattern, root: etree._Element) -> None:
    assert json.loads("".join(root.find(f"{SVG}metadata").itertext())) == pattern.settings
    assert root.find(f"{SVG}title").text == "Sample bag"
    assert "100 %" in root.find(f"{SVG}desc").text


def test_the_same_pattern_gives_the_same_bytes(pattern: Pattern) -> None:
    for name in ("full", "a4"):
        assert list(map(svg_text, sheets(pattern, name))) == list(map(svg_text, sheets(pattern, name)))


@pytest.mark.parametrize(("name", "millimetres"), [("test-square-100-mm", 100.0), ("test-square-4-in", 101.6)])
def test_squares_measure_what_they_say_on_the_printed_page(pattern: Pattern, name: str, millimetres: float) -> None:
    page, square = next(
        (page, shape) for page in sheets(pattern, "a4") for shape in seen.shapes(page) if shape.id == name
    )
    alone = replace(page, layers=(Layer("square", "Square", (square,)),))
    dark = _dark_columns(svg_text(alone), dots_per_mm=10)
    assert (dark[-1] - dark[0] + 1) / 10 - 0.35 == pytest.approx(millimetres, abs=0.1)


def _dark_columns(text: str, dots_per_mm: int) -> list[int]:
    """The pixel columns that hold ink, by way of a bitmap."""
    png = bytes(resvg_py.svg_to_bytes(svg_string=text, dpi=25.4 * dots_per_mm, background="#ffffff"))
    width, rows = _pixels(png)
    return [x for x in range(width) if any(row[4 * x] < 128 for row in rows)]


def _pixels(png: bytes) -> tuple[int, list[bytes]]:
    """Width and RGBA rows of a PNG without interlace."""
    import struct
    import zlib

    width, height = struct.unpack(">II", png[16:24])
    data, at = b"", 8
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at : at + 8])
        data += png[at + 8 : at + 8 + size] if kind == b"IDAT" else b""
        at += size + 12
    raw = zlib.decompress(data)
    rows, before = [], bytes(width * 4)
    for y in range(height):
        start = y * (width * 4 + 1)
        before = _unfiltered(raw[start], bytearray(raw[start + 1 : start + 1 + width * 4]), before)
        rows.append(before)
    return width, rows


def _unfiltered(kind: int, row: bytearray, above: bytes) -> bytes:
    for i in range(len(row)):
        left, corner = (row[i - 4], above[i - 4]) if i >= 4 else (0, 0)
        if kind == 4:
            estimate = left + above[i] - corner
            row[i] = (row[i] + min((left, above[i], corner), key=lambda each: abs(estimate - each))) & 255
        elif kind:
            row[i] = (row[i] + (left, above[i], (left + above[i]) // 2)[kind - 1]) & 255
    return bytes(row)


def test_numbers() -> None:
    assert [number(each) for each in (3.3000000000000003, -0.0001, 10.0, 0.12345, 1e6)] == [
        "3.3",
        "0",
        "10",
        "0.123",
        "1000000",
    ]
    for wrong in (math.nan, math.inf):
        with pytest.raises(ValueError, match="not a number"):
            number(wrong)


def test_paths_are_exact_and_turned_over() -> None:
    assert path_data(line_path(0j, 10 + 0j, 10 + 10j, 0j), 50) == "M0 50 L10 50 L10 40Z"
    assert path_data(Line((Arc(0j, 10 + 10j, math.pi / 2),)), 50) == "M0 50 A10 10 0 0 0 10 40"
    assert path_data(Line((Arc(0j, 10 + 10j, -3 * math.pi / 2),)), 50) == "M0 50 A10 10 0 1 1 10 40"
    assert path_data(Line((Cubic(0j, 1 + 2j, 3 + 4j, 5 + 6j),)), 50) == "M0 50 C1 48 3 46 5 44"


def test_text_that_xml_forbids_is_left_out(full: Drawing) -> None:
    assert clean("a\x00b\x0bc\ud800") == "abc"
    odd = replace(
        full, title="<&>\x07 Ünïcode ✂", layers=(Layer("cut", "Cut", (Shape("a", "cut", (line_path(0j, 1j),)),)),)
    )
    assert etree.fromstring(svg_text(odd).encode()).find(f"{SVG}title").text == "<&> Ünïcode ✂"


def test_writing_one_sheet_and_many(pattern: Pattern, tmp_path: Path) -> None:
    assert write_svg(pattern, tmp_path / "bag.svg") == (str(tmp_path / "bag.svg"),)
    written = write_svg(pattern, tmp_path / "bag.svg", "a3")
    assert written[0] == str(tmp_path / "bag-01.svg")
    assert sorted(map(str, tmp_path.iterdir())) == sorted([str(tmp_path / "bag.svg"), *written])


def test_a_path_that_cannot_be_written_leaves_nothing_behind(pattern: Pattern, tmp_path: Path) -> None:
    (tmp_path / "bag.svg").mkdir()
    with pytest.raises(InputError, match=r"bag\.svg: cannot be written: there is something of that name"):
        write_svg(pattern, tmp_path / "bag.svg")
    assert [each.name for each in tmp_path.iterdir()] == ["bag.svg"]


def test_an_area_is_written_from_corner_to_corner() -> None:
    """Each corner by its way from the last; they add up to the corners, to 0.01 mm."""
    corners = [0.504 + 0j, 10.509 + 0.333j, 10 + 10j, 0.5 + 10.05j]
    written = area_data(line_path(*corners, corners[0]), 50)
    assert written == "M.5 50l10.01-.33-.51-9.67-9.5-.05z"
    ways = [float(each) for each in re.findall(r"-?[\d.]+", written)]
    places = np.cumsum(np.array(ways).reshape(-1, 2), axis=0)
    assert places == pytest.approx(np.array([[each.real, 50 - each.imag] for each in corners]), abs=0.011)


def test_the_bends_of_an_area_are_written() -> None:
    """A disc is no line across it."""
    written = area_data(circle(5 + 5j, 2.5), 10)
    ways = [float(each) for each in re.findall(r"-?\d*\.?\d+", written)]
    places = np.cumsum(np.array(ways).reshape(-1, 2), axis=0)
    assert np.hypot(*(places - 5).T) == pytest.approx(2.5, abs=0.03)
    assert np.ptp(places, axis=0) == pytest.approx(5.0, abs=0.05)


@pytest.mark.parametrize("looks", [LOOKS, {**LOOKS, **_STYLES}])
def test_lines_are_told_apart_without_colour(looks: Mapping[str, Look]) -> None:
    """By what is drawn and left white, over and over: no two rhythms are alike but for their size."""
    rhythms = {role: looks[role].dash for role in ("stitch", "box", "fold", "fold-back", "placement", "topstitch")}
    for one, other in combinations(rhythms.values(), 2):
        shares = [tuple(each / sum(dash) for each in dash) for dash in (one, other)]
        assert len(one) != len(other) or max(abs(a - b) for a, b in zip(*shares, strict=True)) > 0.15
