"""Test squares measured in what is written, in every format that draws, to a tenth of a millimetre."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import resvg_py
from ezdxf import filemanagement

from bagpattern.drawing import Drawing, sheets
from bagpattern.drawing.model import Layer, Shape
from bagpattern.export import EXPORTERS, Job
from bagpattern.export.pdf import pdf_bytes
from bagpattern.export.svg import svg_text
from bagpattern.layout.paper.sheet import Size
from bagpattern.model.pattern import Pattern
from bagpattern.pipeline import make
from bagpattern.values import replace

SQUARES = {
    "test-square-5-cm": 50.0,
    "test-square-2-in": 50.8,
    "test-square-100-mm": 100.0,
    "test-square-4-in": 101.6,
}
LINE = 0.35
"""mm: the squares' line, half of which lies outside of what it measures on either side."""
DOTS = 10
"""In a mm."""
Measure = Callable[[Drawing, Path], Size]


@pytest.fixture(scope="module")
def pattern() -> Pattern:
    return make("mini-backpack")


def alone(drawing: Drawing, name: str) -> Drawing:
    """The page with nothing but one of its squares."""
    square = next(item for item in drawing.items if isinstance(item, Shape) and item.id == name)
    return replace(drawing, layers=(Layer("test-squares", "Test squares", (square,)),))


def _raster(drawing: Drawing, folder: Path, dots: float) -> Size:
    """mm between the outer sides of what is dark, drawn by an SVG program at so many dots a mm of the page."""
    width = round(drawing.width * dots)
    image = bytes(resvg_py.svg_to_bytes(svg_string=svg_text(drawing), dpi=96, width=width, background="#ffffff"))
    return _dark(image, folder, dots)


def _dark(png: bytes, folder: Path, dots: float) -> Size:
    from PIL import Image, ImageChops

    (folder / "one.png").write_bytes(png)
    with Image.open(folder / "one.png") as image:
        grey = image.convert("L")
    dark = ImageChops.invert(grey).point(lambda value: 255 if value > 127 else 0)
    box = dark.getbbox()
    assert box is not None
    return Size((box[2] - box[0]) / dots - LINE, (box[3] - box[1]) / dots - LINE)


def of_svg(drawing: Drawing, folder: Path) -> Size:
    return _raster(drawing, folder, DOTS)


def of_png(drawing: Drawing, folder: Path) -> Size:
    """A picture has no scale of its own: the page's longer side is 2000 dots."""
    (picture,) = EXPORTERS.member("png")().files(_Given(drawing)).values()
    dots = 2000 / max(drawing.width, drawing.height)
    return _dark(picture, folder, dots)


def of_pdf(drawing: Drawing, folder: Path) -> Size:
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is missing: install poppler-utils to measure the printed page")
    (folder / "one.pdf").write_bytes(pdf_bytes([drawing]))
    dots = ("-r", str(25.4 * DOTS), "-png", "-singlefile")
    subprocess.run(("pdftoppm", *dots, folder / "one.pdf", folder / "page"), check=True)
    return _dark((folder / "page.png").read_bytes(), folder, DOTS)


def of_dxf(drawing: Drawing, folder: Path) -> Size:
    (content,) = EXPORTERS.member("dxf")().files(_Given(drawing)).values()
    document = filemanagement.read(StringIO(content.decode()))
    lines: Any = document.modelspace().query("LWPOLYLINE")
    points = [point for line in lines for point in line.get_points("xy")]
    return _extent(points)


def of_hpgl(drawing: Drawing, folder: Path) -> Size:
    (content,) = EXPORTERS.member("hpgl")().files(_Given(drawing)).values()
    places = re.findall(r"(\d+),(\d+)", content.decode())
    return _extent([(int(x) / 40, int(y) / 40) for x, y in places])


def _extent(points: list[tuple[float, float]]) -> Size:
    xs, ys = zip(*points, strict=True)
    return Size(max(xs) - min(xs), max(ys) - min(ys))


class _Given(Job):
    """A job whose one drawing is there already."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__(make("mini-backpack"))
        self.__dict__["drawings"] = {"": drawing}


MEASURES: Mapping[str, Measure] = {"svg": of_svg, "png": of_png, "pdf": of_pdf, "dxf": of_dxf, "hpgl": of_hpgl}


def test_every_format_that_draws_is_measured() -> None:
    assert {*MEASURES} == {name for name in EXPORTERS.names() if EXPORTERS.member(name).drawn}


@pytest.mark.parametrize("format_name", MEASURES)
@pytest.mark.parametrize("square", SQUARES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_squares_are_as_large_as_they_say(
    format_name: str, square: str, paper: str, pattern: Pattern, tmp_path: Path
) -> None:
    drawn = next(page for page in sheets(pattern, paper) if any(_id(item) == square for item in page.items))
    found = MEASURES[format_name](alone(drawn, square), tmp_path)
    dot = max(drawn.width, drawn.height) / 2000 if format_name == "png" else 0.0
    assert found == pytest.approx((SQUARES[square], SQUARES[square]), abs=max(0.1, dot + 0.05))


def _id(item: object) -> str:
    return item.id if isinstance(item, Shape) else ""
