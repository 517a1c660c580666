"""PDF: read back by other programs: sizes, layers, fonts, words, and squares measured on the page."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import shapely

from bagpattern.drawing import Drawing, sheets
from bagpattern.drawing.model import LAYERS, Layer, Shape, Text
from bagpattern.drawing.paper.clothpages import cloth_pages
from bagpattern.drawing.paper.subject import Bag
from bagpattern.export import Job
from bagpattern.export.pdf import POINT, Pdf, pdf_bytes
from bagpattern.geometry import areas
from bagpattern.geometry.path import Path as Line
from bagpattern.geometry.path import line_path
from bagpattern.geometry.segments import Arc, Cubic
from bagpattern.layout.paper.pages import Paper
from bagpattern.options import Options
from bagpattern.pipeline import make

PAPERS = ("a4", "letter", "full")


@pytest.fixture(scope="module", params=PAPERS)
def drawn(request: pytest.FixtureRequest) -> tuple[Drawing, ...]:
    return sheets(make("mini-backpack"), request.param)


@pytest.fixture(scope="module")
def content(drawn: tuple[Drawing, ...]) -> bytes:
    return pdf_bytes(drawn)


@pytest.fixture
def pdf(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def test_pages_are_exactly_the_papers_size(drawn: tuple[Drawing, ...], pdf: pikepdf.Pdf) -> None:
    assert len(pdf.pages) == len(drawn)
    for page, drawing in zip(pdf.pages, drawn, strict=True):
        box = [float(each) for each in page.MediaBox]
        assert box[:2] == [0, 0]
        assert box[2:] == pytest.approx([drawing.width * POINT, drawing.height * POINT], abs=1e-3)
        assert "/UserUnit" not in page
        assert "/Rotate" not in page or int(page.Rotate) == 0


def test_the_file_is_sound(pdf: pikepdf.Pdf) -> None:
    assert pdf.check_pdf_syntax() == []


def test_layers_by_name_and_in_order(drawn: tuple[Drawing, ...], pdf: pikepdf.Pdf) -> None:
    used = {layer.id for drawing in drawn for layer in drawing.layers}
    names = [title for key, title in LAYERS.items() if key in used]
    properties = pdf.Root.OCProperties
    assert [str(each.Name) for each in properties.OCGs] == names
    assert [str(each.Name) for each in properties.D.Order] == names
    assert [str(each.Name) for each in properties.D.ON] == names
    assert all(each.is_indirect for each in properties.OCGs)


def test_every_mark_stands_on_a_layer_that_sets_its_own_looks(drawn: tuple[Drawing, ...], pdf: pikepdf.Pdf) -> None:
    for page, drawing in zip(pdf.pages, drawn, strict=True):
        assert {str(key).lstrip("/") for key in page.Resources.Properties.keys()} == {  # noqa: SIM118
            layer.id for layer in drawing.layers
        }
        inside, depth, widths = "", 0, 0
        for name, operands in operators(page):
            if name == "BDC":
                assert (inside, depth) == ("", 0)
                inside, widths = str(operands[1]), 0
            elif name == "EMC":
                assert depth == 0
                inside = ""
            elif name in "qQ":
                depth += 1 if name == "q" else -1
            elif name == "w":
                widths += 1
            elif name in ("S", "B", "Tj"):
                assert inside
                assert widths or name == "Tj"
        assert (inside, depth) == ("", 0)


def test_every_font_is_embedded_and_no_other_is_named(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for font in page.Resources.Font.values():
            assert re.fullmatch(r"/[A-Z]{6}\+DejaVuSans(-Bold)?", str(font.BaseFont))
            assert "/FontFile2" in font.FontDescriptor


def test_the_file_says_what_it_is_and_not_when(drawn: tuple[Drawing, ...], pdf: pikepdf.Pdf) -> None:
    assert set(pdf.docinfo.keys()) == {"/Title", "/Subject", "/Keywords", "/Creator"}
    assert str(pdf.docinfo["/Title"]) == "Mini backpack purse"
    assert str(pdf.docinfo["/Keywords"]) == drawn[0].settings
    assert str(pdf.Root.ViewerPreferences.PrintScaling) == "/None"


def test_the_same_bytes_twice(drawn: tuple[Drawing, ...], content: bytes) -> None:
    assert pdf_bytes(drawn) == content


def test_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib; from bagpattern.drawing import sheets; from bagpattern.pipeline import make\n"
        "from bagpattern.export.pdf import pdf_bytes\n"
        "print(hashlib.md5(pdf_bytes(sheets(make('mini-backpack'), 'a4'))).hexdigest())"
    )
    runs = {
        subprocess.check_output((sys.executable, "-c", code), env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def operators(page: pikepdf.Page) -> list[tuple[str, list[Any]]]:
    """What a page's content says: each operator after its operands."""
    return [(str(each.operator), [*each.operands]) for each in pikepdf.parse_content_stream(page)]


# paths and letters ----------------------------------------------------------------------------------------------------


def sheet(*items: Shape | Text) -> Drawing:
    return Drawing(200.0, 150.0, (Layer("cut", "Cutting line", items),), "Test", name="Test")


def steps(drawing: Drawing) -> list[tuple[str, list[float]]]:
    """The path operators of a page, in mm."""
    with pikepdf.open(io.BytesIO(pdf_bytes([drawing]))) as pdf:
        return [
            (name, [float(each) / POINT for each in operands])
            for name, operands in operators(pdf.pages[0])
            if name in ("m", "l", "c", "h")
        ]


def test_paths_are_exact() -> None:
    shape = Shape("a", "cut", (line_path(0j, 10 + 0j, 10 + 10j, 0j),))
    assert [name for name, _ in steps(sheet(shape))] == ["m", "l", "l", "h"]
    cubic = Shape("a", "cut", (Line((Cubic(0j, 1 + 2j, 3 + 4j, 5 + 6j),)),))
    assert steps(sheet(cubic))[1][1] == pytest.approx([1, 2, 3, 4, 5, 6], abs=1e-3)


def test_an_arc_keeps_its_radius() -> None:
    arc = Arc(100 + 0j, -100 + 0j, 3.141592653589793)
    found = steps(sheet(Shape("a", "cut", (Line((arc,)),))))
    start = complex(*found[0][1])
    for _, (a, b, c, d, e, f) in found[1:]:
        first, second, end = complex(a, b), complex(c, d), complex(e, f)
        for share in (0.25, 0.5, 0.75):
            rest = 1 - share
            at = rest**3 * start + 3 * rest**2 * share * first + 3 * rest * share**2 * second + share**3 * end
            assert abs(at) == pytest.approx(100.0, abs=1e-3)
        start = end


@pytest.mark.parametrize("wrong", [float("nan"), float("inf")])
def test_a_number_that_is_none_is_refused(wrong: float) -> None:
    path = Line._sound((Cubic(0j, 1j, complex(wrong, 0), 5 + 6j),))
    with pytest.raises(ValueError, match="not a number"):
        pdf_bytes([sheet(Shape("a", "cut", (path,)))])


def test_letters_that_the_font_lacks_are_named() -> None:
    with pytest.raises(ValueError, match=r"'型' \(U\+578B\).*--font"):
        pdf_bytes([sheet(Text(10, 10, 5, "Tasche 型紙"))])


def test_a_font_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "no.ttf").write_bytes(b"no font")
    for name in ("no.ttf", "missing.ttf"):
        with pytest.raises(ValueError, match=r"TrueType font \(.ttf\) is needed"):
            pdf_bytes([sheet(Text(10, 10, 5, "Tasche"))], str(tmp_path / name))


def test_another_font_serves_for_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.resources import files

    from bagpattern.export._pdf_fonts import BOLD, REGULAR, Fonts

    fonts = Fonts(str(files("bagpattern") / "fonts" / "DejaVuSans-Bold.ttf"))
    monkeypatch.setattr(fonts, "_has", lambda name, letters: name not in (REGULAR, BOLD) or letters.isascii())
    assert [letters for _, letters in fonts.runs("Maß 12", bold=False)] == ["Ma", "ß", " 12"]


def test_a_page_that_readers_cannot_show_is_refused() -> None:
    with pytest.raises(ValueError, match="too large for a PDF"):
        pdf_bytes([replace(sheet(), width=5200.0)])


# on paper -------------------------------------------------------------------------------------------------------------

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftoppm") is None, reason="pdftoppm is missing: install poppler-utils to measure the printed page"
)


def printed(content: bytes, folder: Path, page: int, dots_per_mm: int = 10) -> tuple[int, list[bytes]]:
    """A page as rows of grey pixels."""
    (folder / "one.pdf").write_bytes(content)
    dots = ("-r", str(25.4 * dots_per_mm), "-gray", "-f", str(page), "-l", str(page), "-singlefile")
    subprocess.run(("pdftoppm", *dots, str(folder / "one.pdf"), str(folder / "one")), check=True)
    data = (folder / "one.pgm").read_bytes()
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    assert head is not None
    width = int(head[1])
    pixels = data[head.end() :]
    return width, [pixels[at : at + width] for at in range(0, len(pixels), width)]


@needs_poppler
@pytest.mark.parametrize(
    ("name", "millimetres"),
    [
        ("test-square-5-cm", 50.0),
        ("test-square-2-in", 50.8),
        ("test-square-100-mm", 100.0),
        ("test-square-4-in", 101.6),
    ],
)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_squares_measure_what_they_say(tmp_path: Path, paper: str, name: str, millimetres: float) -> None:
    pages = sheets(make("mini-backpack"), paper)
    page, square = next(
        (page, item) for page in pages for item in page.items if isinstance(item, Shape) and item.id == name
    )
    alone = replace(page, layers=(Layer("test-squares", "Square", (square,)),))
    width, rows = printed(pdf_bytes([alone]), tmp_path, 1)
    assert width == pytest.approx(page.width * 10, abs=1.01)
    assert len(rows) == pytest.approx(page.height * 10, abs=1.01)
    columns = [x for x in range(width) if any(row[x] < 128 for row in rows)]
    lines = [y for y, row in enumerate(rows) if min(row) < 128]
    for dark in (columns, lines):
        assert (dark[-1] - dark[0] + 1) / 10 - 0.35 == pytest.approx(millimetres, abs=0.1)


@needs_poppler
def test_words_can_be_read_out(tmp_path: Path) -> None:
    drawn = [
        sheet(
            Text(10, 100, 5, "Große Tasche ½ \N{MULTIPLICATION SIGN} 3 ok"),
            Text(100, 50, 5, "fett", "middle", bold=True),
        )
    ]
    (tmp_path / "one.pdf").write_bytes(pdf_bytes(drawn))
    told = subprocess.run(("pdftotext", tmp_path / "one.pdf", "-"), capture_output=True, check=True).stdout.decode()
    assert told.split("\n")[0] == "Große Tasche ½ \N{MULTIPLICATION SIGN} 3 ok"
    assert "fett" in told


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_page_of_a_file_is_of_one_size(paper: str) -> None:
    """The lay plans, too: programs that stitch pages take the size of one for that of all."""
    job = Job(make("mini-backpack"), options=Options(paper))
    (content,) = Pdf().files(job).values()
    with pikepdf.open(io.BytesIO(content)) as document:
        boxes = {tuple(float(each) for each in page.MediaBox) for page in document.pages}
        assert len(document.pages) == len(job.drawings)
    assert len(boxes) == 1
    (box,) = boxes
    assert box[:2] == (0.0, 0.0)


@pytest.mark.parametrize("margin", [5.0, 20.0])
def test_lay_plans_keep_off_the_margin(margin: float) -> None:
    bag = Bag(make("mini-backpack"))
    for sheet in Paper("a4", 210.0, 297.0, margin).ways:
        for page in cloth_pages(bag, sheet, bag.plans(None), 3):
            assert (page.width, page.height) == (sheet.width, sheet.height)
            room = shapely.box(margin - 0.1, margin - 0.1, page.width - margin + 0.1, page.height - margin + 0.1)
            for item in page.items:
                if isinstance(item, Text):
                    assert room.covers(shapely.box(*item.box)), item
                else:
                    assert all(room.covers(areas.line_string(path)) for path in item.paths), item.id
