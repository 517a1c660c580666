"""HPGL for roll plotters and knife cutters: pen up, pen down, 40 units a mm [print 4.3]. Lines only.

There is a pen per role, or, where several sizes lie in each other, per size.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bagpattern.drawing.model import Drawing, Shape, size_in
from bagpattern.export import Exporter, Files, Job
from bagpattern.geometry.path import Path

UNITS = 40
"""Plotter units in a mm."""
_PENS = ("cut", "slit", "drill", "notch", "placement", "stitch", "fold")
"""Pens 1 to 7; every other line has pen 8."""


class Hpgl(Exporter):
    """One file a drawing; texts are left out, because plotters draw letters of their own."""

    title = "HPGL for plotters"
    suffix = "plt"

    def files(self, job: Job) -> Files:
        """Each drawing as plotter commands."""
        return {
            job.name(self.suffix, part): hpgl_text(drawing).encode("ascii") for part, drawing in job.drawings.items()
        }


def hpgl_text(drawing: Drawing) -> str:
    """The drawing's lines: pen by pen, in the order in which they are drawn; outlines last, which free the pieces.

    Sizes that lie in each other are only plotted: their pens come in order.
    """
    shapes = [item for item in drawing.items if isinstance(item, Shape)]
    sizes = [*drawing.sizes]
    lines = ["IN;"]
    pens = range(1, len(_PENS) + 2)
    for pen in pens if sizes else (*pens[1:], pens[0]):
        strokes = [_stroke(path) for shape in shapes if _pen(shape.role, sizes) == pen for path in shape.paths]
        lines += [f"SP{pen};", *strokes] if strokes else []
    return "\n".join([*lines, "SP0;"]) + "\n"


def _pen(role: str, sizes: Sequence[str]) -> int:
    if sizes:
        return sizes.index(size_in(role)) + 1 if size_in(role) else len(_PENS) + 1
    return _PENS.index(role) + 1 if role in _PENS else len(_PENS) + 1


def _stroke(path: Path) -> str:
    first, *rest = (step for step, _ in groupby(_steps(path)))
    return f"PU{first};PD{','.join(rest)};PU;"


def _steps(path: Path) -> Iterator[str]:
    for point in path.flattened(0.02):
        yield f"{round(point.real * UNITS)},{round(point.imag * UNITS)}"
