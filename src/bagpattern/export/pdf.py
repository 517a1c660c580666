"""PDF: the drawing's pages at true size, with layers. Drawn from the display list, never from another format.

The page's unit is the point, 1/72 in, and nothing is scaled: programs that thicken lines read widths as they stand
[print 2.1]. Line widths, colours and dashes are set inside each layer, and forgotten there.
"""

from __future__ import annotations

import cmath
import math
import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bagpattern.drawing.cloth.lay import lay_drawings
from bagpattern.drawing.model import Drawing, Item, Layer, Look, Shape, Text, layer_titles
from bagpattern.drawing.purposes import PURPOSES
from bagpattern.errors import InputError, Problem
from bagpattern.export import Exporter, Files, Job
from bagpattern.export._pdf_fonts import REGULAR, Fonts
from bagpattern.geometry.path import Path
from bagpattern.geometry.points import SAME, Point
from bagpattern.geometry.segments import Arc, Cubic, Straight
from bagpattern.layout.plans import possible_lays
from bagpattern.layout.saved import recalled
from bagpattern.model.logo import Raster
from bagpattern.options import FULL
from bagpattern.said import Name
from bagpattern.words import words

if TYPE_CHECKING:
    from bagpattern.export._pdf_canvas import LayeredCanvas

POINT = 72.0 / 25.4
"""Points in a millimetre."""
LARGEST = 5000.0
"""mm: readers fail on larger pages without UserUnit, and half of them ignore that [print 2.2]."""


class Pdf(Exporter):
    """All drawings in one file, a page each; behind a sheet as large as needed, the lay plan of each material."""

    title = "pages at true size, with layers, to print"
    suffix = "pdf"
    reads = ("font", "plan")

    def files(self, job: Job) -> Files:
        """The one file. Raises InputError for letters that no font has and for pages that are too large."""
        drawings = (*job.drawings.values(), *_lay_pages(job))
        try:
            called = PURPOSES.member(job.purpose)().called(job.options)
            return {job.name(self.suffix, called): pdf_bytes(drawings, job.options.font)}
        except ValueError as error:
            raise InputError([Problem("", error.args[0])]) from None


def _lay_pages(job: Job) -> Iterator[Drawing]:
    """How to cut what is drawn on one sheet; other papers have pages for that.

    Not for other purposes, nor where single layers or several sizes are wanted.
    """
    if job.purpose == "paper" and job.options.paper == FULL and not job.options.layers and not job.others:
        yield from lay_drawings(job.pattern, recalled(possible_lays(job.pattern)[0], job.options.plan)).values()


def pdf_bytes(drawings: Sequence[Drawing], font: str | None = None) -> bytes:
    """All drawings as the pages of one file: same drawings, same bytes.

    *font* is a TrueType file for letters that DejaVu Sans lacks. Raises ValueError, with advice, for letters that no
    font has, a font that cannot be used, a page that is too large, and a number that is not finite.
    """
    fonts = Fonts(font)
    fonts.require(drawings)
    from bagpattern.export._pdf_canvas import LayeredCanvas  # reportlab is 120 ms that only a PDF needs

    used = {layer.id for drawing in drawings for layer in drawing.layers}
    canvas = LayeredCanvas(
        {key: title for key, title in layer_titles(drawings[0].sizes).items() if key in used}, REGULAR
    )
    _tell(canvas, drawings[0])
    for drawing in drawings:
        _page(canvas, drawing, fonts)
    return canvas.finished()


def _tell(canvas: LayeredCanvas, first: Drawing) -> None:
    """What the file says of itself; and that it is not to be scaled."""
    canvas.setTitle(first.name or first.title)
    canvas.setSubject(first.description)
    if first.author:
        canvas.setAuthor(first.author)
    canvas.setKeywords(first.settings)
    canvas.setViewerPreference("PrintScaling", "None")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _page(canvas: LayeredCanvas, drawing: Drawing, fonts: Fonts) -> None:
    if max(drawing.width, drawing.height) > LARGEST:
        raise ValueError(
            words(
                "a page of {width} x {height} mm is too large for a PDF, whose pages end at {largest} mm: "
                "choose a paper",
                width=Name(f"{drawing.width:.0f}"),
                height=Name(f"{drawing.height:.0f}"),
                largest=Name(f"{LARGEST:.0f}"),
            )
        )
    canvas.setPageSize((drawing.width * POINT, drawing.height * POINT))
    for layer in drawing.layers:
        with canvas.layer(layer.id):
            for role, items in _by_role(layer).items():
                _role(canvas, items, role, drawing.style_of(role), fonts)
    canvas.showPage()


def _by_role(layer: Layer) -> dict[str, list[Item]]:
    """The items of each role, in the order in which a layer has the first of each."""
    found: dict[str, list[Item]] = {}
    for item in layer.items:
        found.setdefault(item.role, []).append(item)
    return found


def _role(canvas: LayeredCanvas, items: Sequence[Item], role: str, style: Look, fonts: Fonts) -> None:
    """All items of one role on one layer, with the looks of that role."""
    with canvas.restored():
        _look(canvas, style, role)
        for item in items:
            if isinstance(item, Shape) and item.picture:
                canvas.draw(_picture(item, item.picture))
            elif isinstance(item, Shape):
                canvas.draw(f"{_path_data(item.paths)} {_painting(style)}")
            else:
                _text(canvas, item, fonts)


def _painting(style: Look) -> str:
    """The operator: an area whose line has no width is filled alone, since PDF draws the thinnest line that it can."""
    if not style.filled and style.fill is None:
        return "S"
    return "B" if style.width else "f"


def _look(canvas: LayeredCanvas, style: Look, role: str) -> None:
    if style.filled:
        canvas.setFillColorRGB(*_rgb(style.filled))
    elif style.fill is not None:
        canvas.setFillGray(style.fill)
    if not style.width:
        return
    if style.colour:
        canvas.setStrokeColorRGB(*_rgb(style.colour))
    else:
        canvas.setStrokeGray(style.grey)
    canvas.setLineWidth(style.width * POINT)
    canvas.setLineJoin(0 if style.sharp else 1)
    if style.sharp:
        canvas.setMiterLimit(4.0)  # that of SVG
    canvas.setLineCap(1 if style.round_ends else 0)
    canvas.setDash([length * POINT for length in style.dash])


def _rgb(colour: str) -> tuple[float, ...]:
    """'#ff8000' as shares of red, green and blue."""
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _text(canvas: LayeredCanvas, text: Text, fonts: Fonts) -> None:
    size = text.size * POINT
    runs = list(fonts.runs(text.content, text.bold))
    width = fonts.width(runs, size) if text.anchor != "start" or len(runs) > 1 else 0.0
    x = text.x * POINT - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    line = canvas.beginText(x, text.y * POINT)
    for font, letters in runs:
        line.setFont(font, size)
        line.textOut(letters)
    canvas.drawText(line)


def _picture(shape: Shape, picture: Raster) -> str:
    """A picture in its box, as an inline image: its pixels, packed and written in hexadecimal digits."""
    left, low, right, top = (each * POINT for each in shape.paths[0].bounds)
    packed = zlib.compress(picture.levels, 9).hex().upper()
    head = f"/W {picture.width} /H {picture.height} /CS /RGB /BPC 8 /F [/AHx /Fl]"
    return f"q {right - left:.3f} 0 0 {top - low:.3f} {left:.3f} {low:.3f} cm BI {head} ID {packed}> EI Q"


# paths ----------------------------------------------------------------------------------------------------------------


def _path_data(paths: Sequence[Path]) -> str:
    """Paths as operators; closed where they end at their start."""
    return " ".join(step for path in paths for step in _steps(path))


def _steps(path: Path) -> Iterator[str]:
    yield f"{_place(path.start)} m"
    closed = abs(path.end - path.start) <= SAME
    last = path.segments[-1]
    drawn = path.segments[:-1] if closed and isinstance(last, Straight) else path.segments
    for segment in drawn:
        if isinstance(segment, Straight):
            yield f"{_place(segment.end)} l"
        else:
            yield from _bend(segment)
    if closed:
        yield "h"


def _bend(segment: Arc | Cubic) -> Iterator[str]:
    if isinstance(segment, Arc):
        yield from _arc(segment)
    else:
        yield f"{_place(segment.first)} {_place(segment.second)} {_place(segment.end)} c"


def _arc(arc: Arc) -> Iterator[str]:
    """An arc as cubics of at most an eighth of a turn, which keep within 4 millionths of the radius."""
    count = max(1, math.ceil(abs(arc.sweep) / (math.pi / 4) - 1e-9))
    sweep = arc.sweep / count
    handle = 4 / 3 * math.tan(sweep / 4)
    spoke = arc.start - arc.centre
    turn = complex(math.cos(sweep), math.sin(sweep))
    for index in range(count):
        after = spoke * turn
        end = arc.end if index == count - 1 else arc.centre + after
        first, second = spoke * (1 + 1j * handle), after * (1 - 1j * handle)
        yield f"{_place(arc.centre + first)} {_place(arc.centre + second)} {_place(end)} c"
        spoke = after


def _place(p: Point) -> str:
    """A point in points. Raises ValueError for NaN and infinity."""
    if not cmath.isfinite(p):
        raise ValueError(words("a drawing holds a coordinate that is not a number: {p}", p=Name(str(p))))
    return f"{_short(p.real * POINT)} {_short(p.imag * POINT)}"


def _short(value: float) -> str:
    """Three decimals: a third of a micrometre."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
