"""PNG: a picture for lists and mails, drawn from the SVG; not for printing, it has no scale of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bagpattern.drawing.lettering import is_plain
from bagpattern.drawing.model import Drawing, Text
from bagpattern.errors import InputError, Problem
from bagpattern.export import Exporter, Files, Job
from bagpattern.export._pdf_fonts import Fonts
from bagpattern.export.svg import svg_text

LONGER = 2000
"""Pixels of the picture's longer side."""
FONTS = Path(__file__).parents[1] / "fonts"
_FAMILY = "DejaVu Sans"


class Png(Exporter):
    """One picture a drawing."""

    title = "PNG pictures"
    suffix = "png"
    reads = ("font",)

    def files(self, job: Job) -> Files:
        """Each drawing as PNG, in the shipped font: equal everywhere. Raises InputError for letters that it lacks."""
        font, drawings = job.options.font, tuple(job.drawings.values())
        texts = (item.content for each in drawings for item in each.items if isinstance(item, Text))
        if font or not all(map(is_plain, texts)):
            _require(font, drawings)
        return {job.name(self.suffix, part): png_bytes(drawing, font=font) for part, drawing in job.drawings.items()}


def png_bytes(drawing: Drawing, longer: int = LONGER, font: str | None = None) -> bytes:
    """A drawing on white, *longer* pixels on its longer side, four channels of 8 bits."""
    from resvg_py import svg_to_bytes as draw

    size: dict[str, Any] = {"width" if drawing.width >= drawing.height else "height": longer}
    return bytes(draw(svg_string=svg_text(drawing), **size, **_looks(font)))


def _require(font: str | None, drawings: Sequence[Drawing]) -> None:
    try:
        Fonts(font).require(drawings)
    except ValueError as error:
        raise InputError([Problem("", error.args[0])]) from None


def _looks(font: str | None = None) -> dict[str, Any]:
    """Without dpi a size in mm is refused; a font that is not found would drop its text without a word [print 5.4]."""
    return {
        "dpi": 96,
        "background": "#ffffff",
        "skip_system_fonts": True,
        "font_files": [*(str(path) for path in sorted(FONTS.glob("*.ttf"))), *([font] if font else [])],
        "font_family": _FAMILY,
        "sans_serif_family": _FAMILY,
    }
