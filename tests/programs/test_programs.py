"""Inkscape, Chromium, poppler, qpdf and PDFStitcher's layer filter open what is written, at its true size."""

from __future__ import annotations

import json
import shutil
import struct
import subprocess
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest

from bagpattern.drawing import Drawing, sheets
from bagpattern.drawing.model import LAYERS, Shape
from bagpattern.drawing.paper.nested import Nested
from bagpattern.drawing.paper.projected import projected
from bagpattern.drawing.paper.subject import Bag
from bagpattern.drawing.sizes.nest import nest
from bagpattern.export.pdf import pdf_bytes
from bagpattern.export.svg import svg_text
from bagpattern.geometry import areas
from bagpattern.model.pattern import Pattern
from bagpattern.options import Options
from bagpattern.pipeline import make

CSS_PIXEL = 25.4 / 96
"""mm: what browsers, and Inkscape's queries, count in."""
SQUARE = "test-square-100-mm"


def needs(program: str) -> pytest.MarkDecorator:
    reason = f"{program} is not installed: python -m tests.programs does it on Debian"
    return pytest.mark.skipif(shutil.which(program) is None, reason=reason)


def told(*command: str | Path) -> str:
    """What a program prints; it has to end well."""
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


@pytest.fixture(scope="module")
def pattern() -> Pattern:
    return make("mini-backpack")


@pytest.fixture(scope="module")
def drawing(pattern: Pattern) -> Drawing:
    return sheets(pattern)[0]


@pytest.fixture(scope="module")
def svg(drawing: Drawing, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("svg") / "bag.svg"
    path.write_text(svg_text(drawing), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def pages(pattern: Pattern) -> tuple[Drawing, ...]:
    return sheets(pattern, "a4")


@pytest.fixture(scope="module")
def pdf(pages: tuple[Drawing, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "bag.pdf"
    path.write_bytes(pdf_bytes(pages))
    return path


def square(drawing: Drawing, name: str = SQUARE) -> tuple[float, float, float, float]:
    """Where a square stands: left, bottom, right, top in mm."""
    found = next(item for item in drawing.items if isinstance(item, Shape) and item.id == name)
    return areas.bounds(found.paths)


@needs("inkscape")
def test_inkscape_finds_layers_and_a_square_of_100_mm(svg: Path, drawing: Drawing) -> None:
    rows = (line.split(",") for line in told("inkscape", "--query-all", svg).splitlines())
    boxes = {row[0]: [float(each) for each in row[1:]] for row in rows}
    assert {f"layer-{layer.id}" for layer in drawing.layers} <= {*boxes}
    line = 0.35  # mm: Inkscape counts the stroke
    assert [each * CSS_PIXEL - line for each in boxes[SQUARE][2:]] == pytest.approx([100.0, 100.0], abs=0.05)


@needs("inkscape")
def test_inkscape_sees_the_page_at_its_size(svg: Path, drawing: Drawing, tmp_path: Path) -> None:
    image = tmp_path / "page.png"
    told("inkscape", "--export-area-page", "--export-dpi=25.4", f"--export-filename={image}", svg)
    assert struct.unpack(">II", image.read_bytes()[16:24]) == pytest.approx((drawing.width, drawing.height), abs=1.0)


@needs("chromium")
def test_chromium_shows_the_drawing_at_true_size(svg: Path, drawing: Drawing, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    square_box = f"document.querySelector('svg').getElementById('{SQUARE}').getBoundingClientRect()"
    script = f"<script>document.title = JSON.stringify({square_box})</script>"
    page.write_text(f"<body style='margin:0'>{svg_text(drawing)}{script}</body>", encoding="utf-8")
    flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    shown = told("chromium", *flags.split(), f"--user-data-dir={tmp_path}/user", "--dump-dom", page.as_uri())
    title = shown.partition("<title>")[2].partition("</title>")[0]
    facts = json.loads(title)
    left, _, _, top = square(drawing)
    assert facts["width"] * CSS_PIXEL == pytest.approx(100.0, abs=0.05)
    assert facts["x"] * CSS_PIXEL == pytest.approx(left, abs=0.05)
    assert facts["y"] * CSS_PIXEL == pytest.approx(drawing.height - top, abs=0.05)


@needs("qpdf")
def test_qpdf_finds_no_fault(pdf: Path) -> None:
    assert "No syntax or stream encoding errors found" in told("qpdf", "--check", pdf)


@needs("pdftoppm")
@pytest.mark.parametrize(("name", "side"), [("test-square-5-cm", 50.0), ("test-square-2-in", 50.8)])
def test_poppler_draws_the_squares_where_they_belong(
    name: str, side: float, pdf: Path, pages: tuple[Drawing, ...], tmp_path: Path
) -> None:
    """Both are on the first page: at 10 dots a mm their four sides are dark, the paper 1 mm beside them is white."""
    told("pdftoppm", "-gray", "-r", "254", "-f", "1", "-l", "1", pdf, tmp_path / "page")
    (image,) = tmp_path.glob("page*.pgm")
    head, sizes, _, pixels = image.read_bytes().split(b"\n", 3)
    width, height = map(int, sizes.split())
    assert head == b"P5"
    assert (width, height) == pytest.approx((pages[0].width * 10, pages[0].height * 10), abs=1.01)
    left, bottom, right, top = square(pages[0], name)
    assert (right - left, top - bottom) == pytest.approx((side, side))

    def darkest(x: float, y: float) -> int:
        """Of the dots within 0.1 mm of a place."""
        column, row = round(x * 10), height - round(y * 10)
        return min(pixels[(row + j) * width + column + i] for i in (-1, 0, 1) for j in (-1, 0, 1))

    for x, y, out in ((left, bottom + 30, -1), (right, bottom + 30, 1), (left + 30, bottom, -1j), (left + 30, top, 1j)):
        assert darkest(x, y) < 128
        assert darkest(x + complex(out).real, y + complex(out).imag) > 200


@pytest.fixture
def layer_filter() -> ModuleType:
    return import_module("pdfstitcher.processing.layerfilter")


@pytest.fixture(scope="module")
def sizes(pattern: Pattern) -> Drawing:
    """Three sizes in each other, to project."""
    return projected(Nested(nest([pattern, make("mini-backpack-s"), make("mini-backpack-l")])), Options())


def kept(page: Drawing, title: str, layer_filter: ModuleType, folder: Path) -> list[str]:
    """The operators that are left when PDFStitcher keeps one layer of a page."""
    whole, filtered = folder / "whole.pdf", folder / "filtered.pdf"
    whole.write_bytes(pdf_bytes([page]))
    params = {"keep_ocs": [title], "keep_non_oc": False, "delete_ocgs": True, "line_props": {}}
    unit = layer_filter.LayerFilter(params, pikepdf.open(whole))
    unit.page_range = [1]
    assert unit.run()
    unit.out_doc.save(filtered)
    assert "No syntax or stream encoding errors found" in told("qpdf", "--check", filtered)
    with pikepdf.open(filtered) as left:
        assert [str(each.Name) for each in left.Root.OCProperties.OCGs] == [title]
        return [str(command.operator) for command in pikepdf.parse_content_stream(left.pages[0])]


@needs("qpdf")
@pytest.mark.parametrize("layer", ["cut", "marks"])
def test_pdfstitcher_keeps_the_layer_that_is_asked_for(
    layer: str, pattern: Pattern, layer_filter: ModuleType, tmp_path: Path
) -> None:
    page = projected(Bag(pattern), Options())
    drawn = kept(page, LAYERS[layer], layer_filter, tmp_path)
    items = next(each for each in page.layers if each.id == layer).items
    assert drawn.count("S") + drawn.count("B") == sum(isinstance(item, Shape) for item in items)


@needs("qpdf")
def test_pdfstitcher_keeps_the_size_that_is_asked_for(sizes: Drawing, layer_filter: ModuleType, tmp_path: Path) -> None:
    drawn = kept(sizes, "Cutting line S", layer_filter, tmp_path)
    items = next(each for each in sizes.layers if each.id == "cut-s").items
    assert drawn.count("S") == len(items) > 5


@needs("inkscape")
def test_inkscape_finds_a_layer_for_each_role_and_size(sizes: Drawing, tmp_path: Path) -> None:
    path = tmp_path / "sizes.svg"
    path.write_text(svg_text(sizes), encoding="utf-8")
    found = {line.split(",")[0] for line in told("inkscape", "--query-all", path).splitlines()}
    assert {"layer-cut-s", "layer-cut-m", "layer-cut-l", "layer-text-s"} <= found
